/** Dates of many days in turn, for a fraction of what working out each one costs. */
import { dateOfDay } from '../sla/localTime.ts';

/** `01` to `28`: every month has these, the few days after them are worked out one by one. */
const EVERY_MONTH = Array.from({ length: 28 }, (_, place) => String(place + 1).padStart(2, '0'));

/** Days since 1970-01-01 → `YYYY-MM-DD`; quickest when asked in order, since it keeps the month it is in. */
export function datesInTurn(): (day: number) => string {
  let first = Number.NaN;
  let month = '';
  return (day) => {
    const known = EVERY_MONTH[day - first];
    if (known !== undefined) return month + known;
    const on = dateOfDay(day);
    first = day - Number(on.slice(-2)) + 1;
    month = on.slice(0, -2);
    return on;
  };
}
