/** Instants in a person's words: "today 17:30", "Mon 09:00", "12 Nov", by a calendar's own offsets (CAL3). */
import type { Catalog } from '../messages/catalog.ts';
import type { Terms } from '../messages/terms/index.ts';
import { localMsOf, type Offsets } from '../sla/localTime.ts';
import { DAY_MS } from '../time.ts';

/** The words of a surface, or of none. */
export interface When<Words extends Terms = Catalog> {
  readonly offsets: Offsets;
  readonly now: number;
  readonly messages: Words;
}

function localDay(offsets: Offsets, at: number): number {
  return Math.floor(localMsOf(offsets, at) / DAY_MS);
}

/** Local dates from now until `at`: 0 today, 1 tomorrow, −1 yesterday. */
export function daysAway(at: number, { offsets, now }: When<Terms>): number {
  return localDay(offsets, at) - localDay(offsets, now);
}

function dayOf(at: number, when: When<Terms>): string {
  const { time, format } = when.messages;
  const away = daysAway(at, when);
  if (away === 0) return time.today;
  if (away === 1) return time.tomorrow;
  if (away === -1) return time.yesterday;
  const offset = localMsOf(when.offsets, at) - at;
  // A weekday alone is clear only within the coming week.
  return away > 1 && away < 7 ? format.weekday(at, offset) : format.date(at, offset, Math.abs(away) > 180);
}

function timeOf(at: number, { offsets, messages }: When<Terms>): string {
  return messages.format.time(at, localMsOf(offsets, at) - at);
}

/** "tomorrow 13:10" */
export function whenShort(at: number, when: When<Terms>): string {
  return `${dayOf(at, when)} ${timeOf(at, when)}`;
}

/** "today at 17:30" */
export function whenLong(at: number, when: When<Terms>): string {
  return when.messages.time.at(dayOf(at, when), timeOf(at, when));
}

/** "12 Nov" */
export function dateOf(at: number, { offsets, messages }: When<Terms>): string {
  return messages.format.date(at, localMsOf(offsets, at) - at);
}

/** A date without an hour, `YYYY-MM-DD`, as "12 Nov": the same in every zone. */
export function onDate(on: string, { messages, now }: Pick<When<Terms>, 'messages' | 'now'>): string {
  const at = Date.parse(on);
  return messages.format.date(at, 0, Math.abs(at - now) > 180 * DAY_MS);
}
