/**
 * Each owner's share of a clock (CLK10): a reassignment never restarts the lead's clock, and nobody
 * answers for time they did not have.
 */
import type { Target } from '../definitions/policy.ts';
import type { ClockLeg } from '../lead/state.ts';
import type { Span } from './clockInput.ts';
import type { FoldContext } from './foldContext.ts';
import { intersect } from './intersect.ts';
import { ownHours } from './ownership.ts';
import { applyPauses } from './pauses.ts';
import type { Choice } from './policyChoice.ts';
import { dueAt } from './target.ts';

const DEFAULT_GRACE: Target = { businessHours: 1 };

/** A clock's running stretch and its deadline, epoch ms; `end` null while it runs, `due` null while paused. */
interface Stretch {
  readonly start: number;
  readonly end: number | null;
  readonly due: number | null;
  /** Those that moved the deadline: a leg stands still when the clock does. */
  readonly pauses: readonly Span[];
}

export function legsOf(
  choice: Choice,
  { start, end, due, pauses }: Stretch,
  context: FoldContext,
): readonly ClockLeg[] {
  const { ownerships, input } = context;
  const legs: ClockLeg[] = [];
  for (const { owner, from, to } of ownerships) {
    if ((to !== null && to <= start) || (end !== null && from > end)) continue;
    const legStart = Math.max(from, start);
    const legEnd = end === null ? to : Math.min(to ?? end, end);
    const own = ownHours(input.room, owner, legStart);
    const hours: Choice = own ? { ...choice, calendar: intersect(choice.calendar, own) } : choice;
    const until = legEnd ?? input.now;
    legs.push({
      owner,
      from: legStart,
      to: legEnd,
      dueAt:
        due === null ? null : legDue(hours, { start: legStart, later: legStart > start, due, until }, pauses),
    });
  }
  return legs;
}

function legDue(
  hours: Choice,
  leg: { readonly start: number; readonly later: boolean; readonly due: number; readonly until: number },
  pauses: readonly Span[],
): number | null {
  const { calendar, policy } = hours;
  const own = dueAt(calendar, leg.start, policy.target) ?? Infinity;
  // Grace is for whoever takes over; the first owner has the whole target anyway.
  const grace = leg.later ? (dueAt(calendar, leg.start, policy.grace ?? DEFAULT_GRACE) ?? Infinity) : 0;
  const paused = applyPauses(hours, own, leg.start, leg.until, pauses).due;
  const due = Math.max(leg.due, paused, grace);
  return Number.isFinite(due) ? due : null;
}
