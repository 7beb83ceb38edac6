/** A holiday as it is offered, and as it stands in the agreement once ticked (CAL1): a plain date. */
import { type Calendar, WEEKDAYS } from '../../../../shared/definitions/calendar.ts';
import { DAY_MS } from '../../../../shared/time.ts';

export type Holiday = Calendar['holidays'][number];
type Period = NonNullable<Holiday['hours']>[number];

export interface Place {
  /** ISO 3166-1, as `BR`. */
  readonly country: string;
  readonly state: string | null;
  readonly region: string | null;
}

export interface OfferedDay {
  readonly on: string;
  readonly label: string;
  /** `optional`: banks or offices may close; `other`: kept by many, closed by nobody. */
  readonly kind: 'public' | 'optional' | 'other';
  /** Moved off a weekend. */
  readonly isMoved: boolean;
  /** What is closed of it, `HH:MM`; null is all of it. */
  readonly closed: readonly [from: string, until: string] | null;
}

/** What stands in the agreement for it; of half a day the hours its weekday would have had. */
export function holidayOf({ on, label, closed }: OfferedDay, week: Calendar['week']): Holiday {
  const usual = usualHours(week, on);
  const hours = closed === null ? [] : withoutTime(usual, closed);
  return hours.length === 0 ? { on, label } : { on, label, hours };
}

/** The hours a week gives to a date. */
export function usualHours(week: Calendar['week'], on: string): readonly Period[] {
  const weekday = WEEKDAYS[(Math.floor(Date.parse(on) / DAY_MS) + 3) % 7];
  return (weekday && week[weekday]) ?? [];
}

/** Periods less a stretch of the day; a night shift is cut at its own midnight only when it must be. */
function withoutTime(periods: readonly Period[], [from, until]: readonly [string, string]): Period[] {
  return periods.flatMap(([opens, closes]): Period[] => {
    const end = closes > opens ? closes : '24:00';
    if (end <= from || opens >= until) return [[opens, closes]];
    const before: Period[] = opens < from ? [[opens, from]] : [];
    const after: Period[] = end > until ? [[until, closes]] : [];
    return [...before, ...after];
  });
}

/**
 * The same holidays with `day` ticked or not; in order of dates. One date has one entry: ticking a day
 * that is written already leaves what a person made of it.
 */
export function ticked(holidays: readonly Holiday[], day: Holiday, isTicked: boolean): readonly Holiday[] {
  if (!isTicked) return holidays.filter(({ on }) => on !== day.on);
  if (holidays.some(({ on }) => on === day.on)) return holidays;
  return [...holidays, day].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
