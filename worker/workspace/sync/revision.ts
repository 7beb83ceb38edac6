/**
 * State changes carry the revision of the row the person saw (SYN1). What makes one stale is a later
 * fact about the very thing changed: the owner, the stage, the hand-off or the one field. Signals
 * and attempts never do, nor does what the same device did before: it was on the screen (SYN7).
 */
import type { LeadState } from '../../../shared/lead/state.ts';
import type { Command } from '../../../shared/protocol/commands.ts';
import type { Refusal } from './command.ts';
import type { StoredFact } from '../leads/facts.ts';
import type { LeadView } from '../leads/leadView.ts';

interface Thing {
  readonly touchedBy: (fact: StoredFact) => boolean;
  /** Its value now, to be shown beside the person's own. */
  readonly value: (state: LeadState) => unknown;
}

export function checkRevision(
  command: Command,
  lead: LeadView,
  isOwn: (factId: string) => boolean,
): Refusal | undefined {
  const thing = thingOf(command);
  if (!thing) return undefined;
  const { baseRevision } = command;
  if (baseRevision === undefined)
    return { code: 'malformed', pointer: '/baseRevision', detail: 'a change of state carries it' };
  const changed = lead.stored.some(
    (fact) => fact.seq > baseRevision && thing.touchedBy(fact) && !isOwn(fact.id),
  );
  return changed ? { code: 'conflict', theirs: thing.value(lead.state) ?? null } : undefined;
}

function thingOf(command: Command): Thing | undefined {
  switch (command.kind) {
    case 'owner.assign':
      return {
        touchedBy: ({ kind }) => kind === 'owner.assigned' || kind === 'owner.routed',
        value: ({ owner }) => owner?.id,
      };
    case 'stage.set':
    case 'stage.release':
      return { touchedBy: ({ kind }) => kind.startsWith('stage.'), value: ({ stage }) => stage.id };
    case 'handoff.answer':
    case 'handoff.correct':
    case 'handoff.decide': {
      const { handoff } = command.body;
      return {
        touchedBy: (fact) =>
          fact.kind.startsWith('handoff.') &&
          // Something said about it makes no answer stale.
          fact.kind !== 'handoff.commented' &&
          'handoff' in fact.body &&
          fact.body.handoff === handoff,
        value: (state) => state.handoffs.find(({ id }) => id === handoff)?.answer,
      };
    }
    case 'lead.set': {
      const { field } = command.body;
      return {
        touchedBy: (fact) =>
          (fact.kind === 'lead.changed' || fact.kind === 'lead.captured') &&
          Object.hasOwn(fact.body.fields ?? {}, field),
        value: ({ fields }) => fields[field],
      };
    }
    default:
      return undefined;
  }
}
