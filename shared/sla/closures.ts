/**
 * Calendars as they were known before a closed period was declared (CAL7): what each closure took out
 * is put back, so that a deadline's story can be told as it was seen, and the past as it was known.
 */
import type { History, Version } from '../definitions/version.ts';
import type { Room } from '../lead/room.ts';
import type { CompiledCalendar, OpenPeriod } from '../time.ts';

/** The calendar without the closures declared after `at`; the same object where there are none. */
export function calendarKnownAt(calendar: CompiledCalendar, at: number): CompiledCalendar {
  const { closures = [] } = calendar;
  const known = closures.filter(({ declaredAt }) => declaredAt <= at);
  if (known.length === closures.length) return calendar;
  let earlier = earlierOnes.get(calendar);
  if (!earlier) earlierOnes.set(calendar, (earlier = new Map()));
  let before = earlier.get(known.length);
  if (!before) {
    const taken = closures.filter((closure) => !known.includes(closure)).flatMap((closure) => closure.taken);
    earlier.set(known.length, (before = { ...calendar, closures: known, periods: putBack(calendar, taken) }));
  }
  return before;
}

/** Built once per calendar and number of closures left in it, so that what is counted in it is indexed once. */
const earlierOnes = new WeakMap<CompiledCalendar, Map<number, CompiledCalendar>>();

export function versionKnownAt(version: Version, at: number): Version {
  const calendars = calendarsKnownAt(version.calendars, at);
  return calendars === version.calendars ? version : { ...version, calendars };
}

export function historyKnownAt(history: History, at: number): History {
  return history.map((version) => versionKnownAt(version, at));
}

export function roomKnownAt(room: Room, at: number): Room {
  const calendars = calendarsKnownAt(room.calendars, at);
  return calendars === room.calendars ? room : { ...room, calendars };
}

type Calendars = Version['calendars'];

function calendarsKnownAt(calendars: Room['calendars'], at: number): Calendars {
  const entries = Object.entries(calendars).map(
    ([id, calendar]) => [id, calendarKnownAt(calendar, at)] as const,
  );
  const isSame = entries.every(([id, calendar]) => calendars[id] === calendar);
  return isSame ? calendars : Object.fromEntries(entries);
}

/** What was cut apart touches again and becomes one period, as it was compiled. */
function putBack({ periods }: CompiledCalendar, taken: readonly OpenPeriod[]): readonly OpenPeriod[] {
  const whole: OpenPeriod[] = [];
  for (const period of [...periods, ...taken].toSorted((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last?.end === period.start && last.on === period.on)
      whole.splice(-1, 1, { ...last, end: period.end });
    else whole.push(period);
  }
  return whole;
}
