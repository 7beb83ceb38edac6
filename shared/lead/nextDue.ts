/**
 * When the worker must look at a lead again without being told anything new (CLK9): the earliest
 * instant at which something must be done or an automatic entry could become true. What merely
 * fades is not in here: that is evaluated when somebody reads past `validUntil`.
 */
import type { History } from '../definitions/version.ts';
import type { Scoring } from '../definitions/scoring.ts';
import { proposeOpening } from '../handoff/opening.ts';
import { isPooled } from '../handoff/reassignment.ts';
import { compile } from '../predicate/compile.ts';
import { changesAt } from '../predicate/evaluate.ts';
import { doneSteps } from '../sla/clockFacts.ts';
import { nextDueAt as nextStepAt } from '../sla/dueSteps.ts';
import { dateOfDay, dayOfDate } from '../sla/localTime.ts';
import { localDateOf, nextOpening, openingOf } from '../sla/openTime.ts';
import { returnsAt } from '../stage/entry.ts';
import { placeOf } from '../stage/order.ts';
import { earliest } from '../time.ts';
import type { Fact } from './facts.ts';
import { type ReadLead, readLead } from './fold.ts';
import { memberAt, roomChangesAt } from './memberAt.ts';
import type { Room } from './room.ts';
import type { LeadState } from './state.ts';
import { nextVersionAt, workspaceCalendarOf } from './versionAt.ts';

/** `state` is `fold` of the same facts at the same `now`; at or before `now` when something is due already. */
export function nextDueAt(
  state: LeadState,
  facts: readonly Fact[],
  history: History,
  room: Room,
  now: number,
): number | null {
  return nextDueOf(readLead(facts, history, room, now), state, facts);
}

/** The same of a lead already read. */
export function nextDueOf(lead: ReadLead, state: LeadState, facts: readonly Fact[]): number | null {
  const { history, now } = lead.story;
  return earliest([
    lead.nextFactAt,
    nextVersionAt(history, now),
    nextStepAt(state, history, doneSteps(facts)),
    returnAheadOf(lead),
    nextEntryAt(lead),
    nextOwnerAt(lead),
  ]);
}

/** A date that has passed brings nobody: whatever held the lead back ends with a fact. */
function returnAheadOf(lead: ReadLead): number | null {
  const at = returnsAt(lead);
  return at !== null && at > lead.story.now ? at : null;
}

/** Only criteria that time could make true, of stages still ahead. */
function nextEntryAt({ story, context, version: { definitions } }: ReadLead): number | null {
  if (story.journey.disqualified) return null;
  const here = placeOf(definitions, story.journey.stage);
  const rises = scoreMayRise(definitions.scoring);
  const ahead = definitions.stages.slice(here + 1).flatMap(({ enter, criteria }) => {
    if (enter !== 'automatic' || criteria === undefined) return [];
    const { mayRise, wantsMorePoints, wantsFewerPoints } = compile(criteria);
    return mayRise || wantsFewerPoints || (wantsMorePoints && rises) ? [criteria] : [];
  });
  // An exclusion that ends by itself lets in what it held back; points fade, so those it wants may go.
  const exclusions = definitions.exclusions.flatMap(({ when }) => {
    const { mayFall, wantsMorePoints, wantsFewerPoints } = compile(when);
    return mayFall || wantsMorePoints || (wantsFewerPoints && rises) ? [when] : [];
  });
  return earliest([...ahead, ...exclusions].map((predicate) => changesAt(predicate, context)));
}

/** Points fade by themselves, so a score rises by itself only where lost points come back. */
function scoreMayRise({ groups }: Scoring): boolean {
  return groups.some((group) =>
    group.kind === 'fit'
      ? group.rules.some(({ points, when }) => (points < 0 ? compile(when).mayFall : compile(when).mayRise))
      : group.rules.some(
          ({ points, decay, withinDays }) => points < 0 && (decay ?? withinDays) !== undefined,
        ),
  );
}

/** Nobody could take it: somebody comes back, or a new date begins with new room in it (HOF2). */
function nextOwnerAt(lead: ReadLead): number | null {
  const { story, version, exclusions } = lead;
  const { now, room, owners, journey } = story;
  const open = journey.handoffs.at(-1)?.closed === null || proposeOpening(lead, exclusions) !== null;
  const owner = owners.at(-1)?.owner ?? null;
  if (!open || isPooled(story)) return null;
  if (memberAt(room, owner, now)?.active === true) return leavesAt(room, owner, now);
  const calendar = workspaceCalendarOf(version);
  const tomorrow = dateOfDay(dayOfDate(localDateOf(calendar, now)) + 1);
  const opening = nextOpening(calendar, now + 1);
  return earliest([
    roomChangesAt(room, now),
    openingOf(calendar, tomorrow),
    opening !== null && opening > now + 1 ? opening : null,
  ]);
}

/** An owner whose leaving is already known gives their leads back that instant. */
function leavesAt(room: Room, owner: string | null, now: number): number | null {
  const member = room.members.find(({ id }) => id === owner);
  return member?.log.find(({ kind, at }) => kind === 'left' && at > now)?.at ?? null;
}
