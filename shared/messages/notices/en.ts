import { termsFor } from '../terms/index.ts';
import { inSentence } from '../format.ts';
import { because, type NoticeWords } from './words.ts';

export function english(): NoticeWords {
  const { words, format } = termsFor('en');
  return {
    say: ({ kind, data }, terms) => {
      switch (kind) {
        case 'clock_warning':
          return data.dueAt === null
            ? `${words.clocks[data.clock]} is due soon.`
            : `${words.clocks[data.clock]} is due ${terms.when(data.dueAt)}.`;
        case 'clock_escalation':
          return data.dueAt === null
            ? `${words.clocks[data.clock]} is late.`
            : `${words.clocks[data.clock]} is late: it was due ${terms.when(data.dueAt)}.`;
        case 'breach_corrected':
          return data.madeAt === null
            ? `${words.clocks[data.clock]} was in time after all: the team was closed meanwhile.`
            : `${words.clocks[data.clock]} was in time after all: it was reported late.`;
        case 'lead_assigned':
          return data.why === 'escalated'
            ? 'A lead is yours now: nobody had followed up in time.'
            : 'A lead was handed to you.';
        case 'lead_taken':
          if (data.to === null)
            return 'A lead of yours went back to the pool: nobody had followed up in time.';
          return data.why === 'escalated'
            ? `A lead of yours went to ${terms.member(data.to)}: nobody had followed up in time.`
            : `A lead of yours went to ${terms.member(data.to)}.`;
        case 'nobody_takes':
          return `${words.clocks[data.clock]} is late and nobody else can take the lead.`;
        case 'handoff_answered':
          return `${terms.member(data.by)} answered a lead from your source: ${words.answers[data.answer].toLowerCase()}${because(data.reason, terms)}.`;
        case 'stage_back':
          return `${terms.member(data.by)} moved a lead from your source back to ${terms.stage(data.stage)}${because(data.reason, terms)}.`;
        case 'deal_lost':
          return `A deal from your source was lost${because(data.reason, terms)}.`;
        case 'handoff_contested':
          return `${terms.member(data.by)} contests a return. The referee decides.`;
        case 'handoff_decided':
          return data.outcome === 'upheld'
            ? 'The referee upheld the return.'
            : 'The referee overturned the return.';
        case 'handoff_commented':
          return `${terms.member(data.by)} wrote about a hand-off.`;
        case 'reply_received':
          return `A lead of yours replied: ${inSentence(words.channels[data.channel])}.`;
        case 'owner_away':
          return `${terms.member(data.member)} is away. ${format.plural(data.leads, { one: '# lead waits', other: '# leads wait' })} to be given to others.`;
      }
    },
    digest: (n) => format.plural(n, { one: '# notice', other: '# notices' }),
    events: {
      'lead.captured': 'New lead',
      'lead.changed': 'Lead changed',
      'lead.merged': 'Leads merged',
      'lead.unmerged': 'Merge undone',
      'lead.optedOut': 'Opted out of a channel',
      'lead.optedIn': 'Opted in to a channel again',
      'lead.snoozed': 'Snoozed',
      'lead.resumed': 'Snooze ended',
      'signal.seen': 'Signal seen',
      'reply.received': 'They replied',
      'deal.changed': 'Deal changed',
      'account.counted': 'Account changed',
      'stage.set': 'Stage set by a person',
      'stage.released': 'Stage released',
      'stage.entered': 'Stage entered',
      'handoff.opened': 'Handed off to sales',
      'handoff.answered': 'Sales answered',
      'handoff.corrected': 'Sales corrected its answer',
      'handoff.contested': 'Return contested',
      'handoff.decided': 'Contest decided',
      'handoff.commented': 'Comment on a hand-off',
      'handoff.released': 'Released from the backlog',
      'handoff.withdrawn': 'Hand-off withdrawn',
      'owner.assigned': 'Owner set',
      'owner.routed': 'Owner found',
      'attempt.made': 'Attempt made',
      'attempt.withdrawn': 'Attempt withdrawn',
      'attempt.refused': 'Attempt refused',
      'nurture.started': 'Nurturing started',
      'material.used': 'Material used',
      'clock.warned': 'Due soon',
      'clock.breached': 'Late',
      'clock.escalated': 'Escalated',
      'clock.corrected': 'In time after all',
      'notice.clock_warning': 'Due soon',
      'notice.clock_escalation': 'Late',
      'notice.breach_corrected': 'In time after all',
      'notice.lead_assigned': 'Lead has an owner',
      'notice.lead_taken': 'Lead changed owner',
      'notice.nobody_takes': 'Late, and nobody can take it',
      'notice.handoff_answered': 'Sales answered',
      'notice.stage_back': 'Moved back after acceptance',
      'notice.deal_lost': 'Deal lost',
      'notice.handoff_contested': 'Return contested',
      'notice.handoff_decided': 'Contest decided',
      'notice.handoff_commented': 'Comment on a hand-off',
      'notice.reply_received': 'They replied',
      'notice.owner_away': 'Leads of somebody away wait',
    },
    due: (clock) => `Due: ${clock}`,
    calendar: (workspace) => `Follow-ups due · ${workspace}`,
    test: 'This is a test from Combinado. Nothing happened.',
    open: 'Open',
  };
}
