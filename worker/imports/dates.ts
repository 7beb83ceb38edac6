/** Dates as spreadsheets and other systems write them → instants and dates of the workspace's own calendar. */
import {
  dateOfDay,
  dayOfDate,
  instantOfLocal,
  type Offsets,
  wallDateOf,
} from '../../shared/sla/localTime.ts';
import type { DateOrder } from '../../shared/protocol/imports.ts';
import type { PlainReason } from '../../shared/protocol/reason.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/time.ts';

export interface ReadDate {
  /** Epoch ms; local midnight where no time is given. */
  readonly at: number;
  /** `YYYY-MM-DD`, local. */
  readonly on: string;
}

const TIME = String.raw`(?:[T ,]+(\d{1,2})[:.h](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s*([AaPp][Mm])?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}\s*(Z|[+-]\d\d:?\d\d)?$`);
const NUMERIC = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${TIME}$`);
const EPOCH_SECONDS = /^\d{10}$/;
const EPOCH_MS = /^\d{13}$/;

/** What a column's values prove about the order of day and month; null when nothing or both. */
export function orderOf(values: readonly string[]): DateOrder | null {
  const pairs = values.flatMap((value) => {
    const [, first, second] = NUMERIC.exec(value.trim()) ?? [];
    return first === undefined ? [] : [[Number(first), Number(second)] as const];
  });
  const dayFirst = pairs.some(([first]) => first > 12);
  const monthFirst = pairs.some(([, second]) => second > 12);
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'dayFirst' : 'monthFirst';
}

export function isDate(text: string): boolean {
  return ISO.test(text.trim()) || NUMERIC.test(text.trim());
}

/** Why not, where it cannot be read. @param order null: only what can be read one way alone */
export function readDate(text: string, order: DateOrder | null, offsets: Offsets): ReadDate | PlainReason {
  const value = text.trim();
  if (EPOCH_MS.test(value) || EPOCH_SECONDS.test(value)) {
    const at = Number(value) * (EPOCH_MS.test(value) ? 1 : SECOND_MS);
    return { at, on: wallDateOf(offsets, at) };
  }
  const iso = ISO.exec(value);
  if (iso) {
    const [, year, month, day, hour, minute, second, half, zone] = iso;
    return dated([year, month, day], timeOf(hour, minute, second, half), zone, offsets);
  }
  const numeric = NUMERIC.exec(value);
  if (!numeric) return 'no_date';
  const [, first, second, year, hour, minute, seconds, half] = numeric;
  const [a, b] = [Number(first), Number(second)];
  const asked = a > 12 ? 'dayFirst' : b > 12 ? 'monthFirst' : a === b ? 'dayFirst' : order;
  if (asked === null) return 'day_or_month';
  const [day, month] = asked === 'dayFirst' ? [first, second] : [second, first];
  return dated([year, month, day], timeOf(hour, minute, seconds, half), undefined, offsets);
}

type Text = string | undefined;

/** Ms since local midnight; null when there is no such time. */
function timeOf(hour: Text, minute: Text, second: Text, half: Text): number | null {
  if (hour === undefined) return 0;
  const isPm = half?.toLowerCase() === 'pm';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isPm ? 12 : 0);
  const [minutes, seconds] = [Number(minute ?? 0), Number(second ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS;
}

function dated(
  [year = '', month = '', day = '']: readonly Text[],
  time: number | null,
  zone: Text,
  offsets: Offsets,
): ReadDate | PlainReason {
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const days = dayOfDate(on);
  if (time === null || dateOfDay(days) !== on || Number(year) < 1970) return 'no_such_day';
  if (zone === undefined) return { at: instantOfLocal(offsets, days * DAY_MS + time), on };
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const offset =
    sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS);
  const at = days * DAY_MS + time - offset;
  return { at, on: wallDateOf(offsets, at) };
}
