/** How far ahead a calendar's holidays are dated: they are plain dates, so they run out. */
import type { Calendar } from '../definitions/calendar.ts';

/** With fewer whole months than this ahead it is said. */
const ENOUGH_MONTHS = 3;

export type Coverage =
  { readonly kind: 'none' } | { readonly kind: 'over' | 'ending' | 'enough'; readonly lastOn: string };

/** @param today `YYYY-MM-DD` */
export function coverageOf({ holidays }: Pick<Calendar, 'holidays'>, today: string): Coverage {
  const lastOn = holidays.reduce((last, { on }) => (on > last ? on : last), '');
  if (lastOn === '') return { kind: 'none' };
  if (lastOn < today) return { kind: 'over', lastOn };
  return { kind: monthsBetween(today, lastOn) < ENOUGH_MONTHS ? 'ending' : 'enough', lastOn };
}

/** Whole months from one date to a later one. */
function monthsBetween(from: string, to: string): number {
  const months = (on: string) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
  return months(to) - months(from) - (to.slice(8) < from.slice(8) ? 1 : 0);
}
