/** Hours a promise can be counted in (CAL2). The calendar folder judges; this points at what it means. */
import { checkCalendar } from '../../calendar/check.ts';
import { DAY_MS } from '../../time.ts';
import { Calendar, WEEKDAYS } from '../calendar.ts';
import { type At, child, entries, items, textOf } from './at.ts';
import type { Tell } from './problem.ts';

/** A week has an opening, so holidays further apart than this never belong to one closed run. */
const NEAR_DAYS = 8;

/** More than any team keeps; beyond it the checks of each would keep the worker busy. */
const MOST = 200;

export function checkCalendars(root: At, tell: Tell): void {
  const calendars = entries(child(root, 'calendars'));
  if (calendars.length > MOST) tell('/calendars', { code: 'too_many', max: MOST });
  for (const [, calendar] of calendars.slice(0, MOST)) {
    for (const weekday of WEEKDAYS) checkDay(child(child(calendar, 'week'), weekday), tell);
    for (const holiday of items(child(calendar, 'holidays'))) checkDay(child(holiday, 'hours'), tell);
    const parsed = Calendar.safeParse(calendar.value);
    if (parsed.success) checkOpening(calendar, parsed.data, tell);
    else checkZoneAlone(child(calendar, 'zone'), tell);
  }
}

function checkOpening(at: At, calendar: Calendar, tell: Tell): void {
  const told = new Set<string>();
  for (const { from, to } of rangesOf(calendar)) {
    for (const problem of checkCalendar(calendar, from, to)) {
      if (problem.kind === 'closed_too_long') {
        const dates = { from: dateOf(problem.from), to: dateOf(problem.to) };
        tell(child(at, 'holidays').pointer, { code: 'closed_too_long', ...dates, days: problem.days });
      } else if (!told.has(problem.kind)) {
        told.add(problem.kind);
        if (problem.kind === 'unknown_zone') tellZone(child(at, 'zone'), problem.zone, tell);
        else tell(child(at, 'week').pointer, { code: 'no_open_time' });
      }
    }
  }
}

/**
 * Only holidays close a week that opens, so only the stretches around them need compiling: whoever
 * checks needs no clock, and a list of dates a thousand years apart costs nothing.
 */
function rangesOf({ holidays }: Calendar): readonly { readonly from: number; readonly to: number }[] {
  const days = holidays.map(({ on }) => Date.parse(`${on}T00:00:00Z`) / DAY_MS).toSorted((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && day - run.to <= NEAR_DAYS) run.to = day;
    else runs.push({ from: day, to: day });
  }
  // One stretch of plain weeks, so that a calendar without holidays is looked at too.
  const long = runs.filter(({ from, to }) => to - from > 60);
  return [...long, { from: 20_000, to: 20_000 }].map(({ from, to }) => ({
    from: (from - 2 * NEAR_DAYS) * DAY_MS,
    to: (to + 2 * NEAR_DAYS) * DAY_MS,
  }));
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The rest of the calendar is broken; a wrong zone is told all the same. */
function checkZoneAlone(zone: At, tell: Tell): void {
  const name = textOf(zone);
  if (name === undefined || name.length > 100) return;
  const probe: Calendar = { label: '', zone: name, week: { mon: [['09:00', '10:00']] }, holidays: [] };
  if (checkCalendar(probe, 0, DAY_MS).length > 0) tellZone(zone, name, tell);
}

function tellZone({ pointer }: At, zone: string, tell: Tell): void {
  tell(pointer, { code: 'unknown_zone', zone }, { given: zone, among: Intl.supportedValuesOf('timeZone') });
}

const TIME = /^\d\d:\d\d$/;

function checkDay(day: At, tell: Tell): void {
  let closedAt = '';
  for (const period of items(day)) {
    const [opens, closes] = items(period).map(textOf);
    if (opens === undefined || closes === undefined || !TIME.test(opens) || !TIME.test(closes)) continue;
    if (opens === '24:00') tell(period.pointer, { code: 'opens_at_midnight_end' });
    else if (opens < closedAt) tell(period.pointer, { code: 'hours_overlap' });
    // A night shift runs to the end of its day.
    closedAt = closes > opens ? closes : '24:00';
  }
}
