/**
 * What a person does to one lead beside logging an attempt, answering a hand-off and setting a field.
 * What the device can tell is not allowed is refused at once; the worker has the last word (SYN2).
 */
import { mayContest } from '../../shared/handoff/contest.ts';
import { maySnooze } from '../../shared/handoff/snooze.ts';
import { memberAt, memberOf } from '../../shared/lead/memberAt.ts';
import { versionAt, workspaceCalendarOf } from '../../shared/lead/versionAt.ts';
import { actWords, fillAct } from '../../shared/messages/acts/index.ts';
import { messagesFor, type Catalog } from '../../shared/messages/catalog.ts';
import { leadName } from '../../shared/ui/buildCard.ts';
import { memberName, versionNumbered } from '../../shared/ui/viewContext.ts';
import type { Act, Colleague, Done } from '../messages.ts';
import { gesture, refused } from './gesture.ts';
import type { NewCommand } from './outbox.ts';
import { leadNow, type Replica } from './replica.ts';

type Shown = NonNullable<Awaited<ReturnType<typeof leadNow>>>;

export async function act(
  replica: Replica,
  leadId: string,
  asked: Act,
  gestureId: string | undefined,
): Promise<Done> {
  const messages = messagesFor(replica.language);
  const shown = await leadNow(replica, leadId);
  if (!shown) return refused(messages.rejections.not_found);
  const problem = problemOf(asked, shown);
  if (problem !== null) return refused(problem);
  return gesture(replica, commandOf(leadId, asked, shown), wordsFor(asked, shown, messages), gestureId);
}

/** Claims a lead nobody owns: that somebody does is said before anything is recorded. */
export async function take(replica: Replica, leadId: string, gestureId: string | undefined): Promise<Done> {
  const { rejections } = messagesFor(replica.language);
  const shown = await leadNow(replica, leadId);
  if (!shown) return refused(rejections.not_found);
  if (shown.lead.state.owner !== null) return refused(actWords(replica.language).refused.owned);
  const { memberId } = shown.agreement.me;
  return act(replica, leadId, { kind: 'owner.assign', body: { owner: memberId } }, gestureId);
}

/** Those a manager may give a lead to: active members of sales, whoever is away marked so. */
export async function colleaguesFor(replica: Replica, leadId: string): Promise<readonly Colleague[]> {
  const shown = await leadNow(replica, leadId);
  if (!shown) return [];
  const { me, room } = shown.agreement;
  if (me.role !== 'admin' && me.role !== 'manager') return [];
  const { now } = shown.context;
  return room.members
    .map((member) => memberOf(room, member, now))
    .filter(({ active, side }) => active && side === 'sales')
    .map(({ id, name, side, team, awayUntil }) => {
      const label = room.teams.find((one) => one.id === team)?.label ?? null;
      return { id, name, side, team: label, away: awayUntil !== null, me: id === me.memberId };
    })
    .toSorted((a, b) => Number(a.away) - Number(b.away) || a.name.localeCompare(b.name, replica.language));
}

function problemOf({ kind, body }: Act, { lead, agreement, context }: Shown): string | null {
  const { refused: words } = actWords(context.language);
  const version = versionAt(agreement.history, context.now);
  switch (kind) {
    case 'lead.snooze': {
      const problem = maySnooze(body, lead.facts, version, context.now);
      return problem && words[problem];
    }
    case 'handoff.contest': {
      const handoff = lead.state.handoffs.find(({ id }) => id === body.handoff);
      if (!handoff) return messagesFor(context.language).rejections.not_found;
      const problem = mayContest({
        handoff,
        withinDays: version.definitions.handoff.contestWithinDays,
        calendar: workspaceCalendarOf(version),
        at: context.now,
      });
      return problem && words[problem === 'too_late' ? 'contest_too_late' : problem];
    }
    case 'owner.assign': {
      const gone = body.owner !== null && memberAt(agreement.room, body.owner, context.now)?.active !== true;
      return gone ? words.nobody : null;
    }
    default:
      return null;
  }
}

/** Those that change a state say which one the person saw (SYN1). */
function commandOf(leadId: string, { kind, body }: Act, { lead, context }: Shown): NewCommand {
  const changes = ['handoff.correct', 'handoff.decide', 'stage.set', 'stage.release', 'owner.assign'];
  const baseRevision = changes.includes(kind) ? { baseRevision: lead.revision } : {};
  // Kind and body were checked together at the border, which a spread does not show TypeScript.
  return { kind, body: { ...body, leadId }, at: context.now, ...baseRevision } as NewCommand;
}

function wordsFor(asked: Act, { lead, context }: Shown, messages: Catalog): string {
  const words = actWords(context.language);
  const name = leadName(lead.state, messages);
  const line = words.done[asked.kind];
  const channels = messages.words.channels;
  switch (asked.kind) {
    case 'reply.log':
      return fillAct(line, name, channels[asked.body.channel]);
    case 'lead.optOut':
    case 'lead.optIn': {
      const { channel } = asked.body;
      if (channel !== 'all') return fillAct(line, name, channels[channel]);
      return fillAct(asked.kind === 'lead.optOut' ? words.optedOutOfAll : words.optedInToAll, name);
    }
    case 'lead.snooze':
      return fillAct(line, name, dateWords(asked.body.untilOn, context.language));
    case 'owner.assign': {
      const { owner } = asked.body;
      if (owner === null) return fillAct(words.toPool, name);
      if (owner === context.viewer.memberId) return fillAct(words.taken, name);
      return fillAct(line, name, memberName(context.room, owner));
    }
    case 'stage.set': {
      const stages = versionNumbered(context.history, lead.state.version)?.definitions.stages;
      const { stage } = asked.body;
      return fillAct(line, name, stages?.find(({ id }) => id === stage)?.label ?? stage);
    }
    default:
      return fillAct(line, name);
  }
}

function dateWords(on: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(Date.parse(`${on}T00:00:00Z`));
}
