/** One thing done to many leads at once, each by the checks of the command it is (SYN1, ACC2). */
import type { ActsRequest } from '../../../shared/protocol/leadCommands.ts';
import { done, type Outcome } from '../../outcome.ts';
import { type RowError } from '../leads/identity.ts';
import { leadAt, rowInScope } from '../leads/leads.ts';
import { obeyOnHandoff, obeyOnLead } from '../sync/obey.ts';
import type { Who, Work } from '../work.ts';
import { refused } from '../../refused.ts';

type Acted = { readonly leadId: string; readonly revision: number } | RowError;
type Act = ActsRequest['act'];

interface One {
  readonly leadId: string;
  /** UUID of the fact it becomes. */
  readonly id: string;
}

export function actOnMany(
  work: Work,
  who: Who,
  { act, leads }: { readonly act: Act; readonly leads: readonly One[] },
): Outcome<{ results: readonly Acted[] }> {
  const results = leads.map((one, index): Acted => {
    const outcome = work.transact(() => actOn(work, who, act, one));
    if (outcome.ok) return { leadId: outcome.value.leadId, revision: outcome.value.revision };
    const [fault] = outcome.errors ?? [];
    const reason = fault?.reason ?? outcome.more?.reason;
    return { error: fault?.detail ?? outcome.detail, reason, pointer: `/leadIds/${index}` };
  });
  return done({ results });
}

const NOTHING_OPEN = refused('conflict', 'nothing_to_answer');

function actOn(work: Work, who: Who, act: Act, { leadId, id }: One): ReturnType<typeof obeyOnLead> {
  switch (act.kind) {
    case 'accept': {
      // Whoever may not see the lead is told what the command itself tells them.
      const read = rowInScope(work, who, leadId) ? leadAt(work, leadId, work.now) : null;
      const open = read?.story.journey.handoffs.findLast(
        ({ closed, answered }) => closed === null && answered === null,
      );
      if (read && !open) return NOTHING_OPEN;
      const handoff = open?.id ?? `h:${leadId}:1`;
      return obeyOnHandoff(work, who, { kind: 'handoff.answer', id, body: { answer: 'accepted' }, handoff });
    }
    case 'snooze': {
      const { untilOn, reason } = act;
      return obeyOnLead(work, who, { kind: 'lead.snooze', id, body: { untilOn, reason }, leadId });
    }
    case 'resume':
      return obeyOnLead(work, who, { kind: 'lead.resume', id, body: {}, leadId });
  }
}
