/** Whether marketing may still contest a return (HOF5): once, within the agreed open days. */
import type { HandoffState } from '../lead/state.ts';
import { dueAt } from '../sla/target.ts';
import type { CompiledCalendar } from '../time.ts';

export interface ContestInput {
  readonly handoff: Pick<HandoffState, 'answer' | 'contest'>;
  /** `contestWithinDays` of the agreement. */
  readonly withinDays: number;
  /** The workspace calendar: whose open days count. */
  readonly calendar: CompiledCalendar;
  /** When it is contested, epoch ms. */
  readonly at: number;
}

/** Last instant at which a return can be contested; null while there is none, or past the compiled range. */
export function contestUntil({ handoff, withinDays, calendar }: Omit<ContestInput, 'at'>): number | null {
  const { answer } = handoff;
  if (answer === null || answer.answer === 'accepted') return null;
  return dueAt(calendar, answer.at, { businessDays: withinDays });
}

/** Why not; null when it may. Exactly at the deadline is in time (CLK6). */
export function mayContest(input: ContestInput): 'not_returned' | 'contested' | 'too_late' | null {
  const { answer, contest } = input.handoff;
  if (answer === null || answer.answer === 'accepted') return 'not_returned';
  if (contest !== null) return 'contested';
  return input.at > (contestUntil(input) ?? Infinity) ? 'too_late' : null;
}
