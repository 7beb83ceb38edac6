/**
 * Open time minute by minute, the slow way: every minute of a stretch is labelled with its wall clock
 * by `Intl.DateTimeFormat`, and hours, sums and deadlines are read off that list. Knows nothing of
 * offsets, periods or prefix sums.
 */
import { WEEKDAYS } from '../../../shared/definitions/calendar.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import { localIn } from './zones.ts';

/** Minutes of a zone over some days; `walls[m]` is the wall clock at `from + m` minutes, in minutes as if UTC. */
interface Minutes {
  readonly from: number;
  readonly walls: Float64Array;
  readonly firstAt: ReadonlyMap<number, number>;
  /** Dates that occur, as days since 1970. */
  readonly days: ReadonlySet<number>;
}

const labelled = new Map<string, Minutes>();

function minutesOf(zone: string, from: number, days: number): Minutes {
  const key = `${zone} ${from} ${days}`;
  const known = labelled.get(key);
  if (known) return known;
  const wallAt = (minute: number): number =>
    Date.parse(`${localIn(zone, from + minute * MINUTE_MS).replace(' ', 'T')}:00Z`) / MINUTE_MS;
  const walls = new Float64Array(days * 1_440);
  for (let quarter = 0; quarter < walls.length; quarter += 15) {
    const wall = wallAt(quarter);
    const steady = wallAt(quarter + 15) === wall + 15;
    for (let minute = 0; minute < 15; minute += 1) {
      walls[quarter + minute] = steady ? wall + minute : wallAt(quarter + minute);
    }
  }
  const firstAt = new Map<number, number>();
  for (const [minute, wall] of walls.entries()) if (!firstAt.has(wall)) firstAt.set(wall, minute);
  const result = { from, walls, firstAt, days: new Set([...walls].map((wall) => Math.floor(wall / 1_440))) };
  labelled.set(key, result);
  return result;
}

export class Oracle {
  /** Date a minute is open for, as days since 1970; NaN while closed. */
  readonly openFor: Float64Array;
  readonly #minutes: Minutes;
  readonly #first: number;
  readonly #openDays: readonly number[];

  /** Looks at `[from, from + days)`, with three days of margin each side to see what reaches in. */
  constructor(calendar: Calendar, from: number, days: number) {
    this.#minutes = minutesOf(calendar.zone, from - 3 * DAY_MS, days + 6);
    this.#first = 3 * 1_440;
    const all = new Float64Array(this.#minutes.walls.length).fill(Number.NaN);
    for (const { start, end, day } of this.#stated(calendar)) {
      for (let minute = Math.max(0, start); minute < Math.min(end, all.length); minute += 1) {
        if (Number.isNaN(all[minute])) all[minute] = day;
      }
    }
    this.openFor = all.slice(this.#first, this.#first + days * 1_440);
    this.#openDays = [...this.#minutes.days].filter((day) => this.openFor.includes(day));
  }

  /** Wall clock of a minute, in minutes as if UTC. */
  wallOf(minute: number): number {
    return this.#minutes.walls[this.#first + minute] ?? Number.NaN;
  }

  openBetween(a: number, b: number): number {
    let open = 0;
    for (const day of this.openFor.subarray(a, b)) if (!Number.isNaN(day)) open += 1;
    return open;
  }

  /** The minute after the `count`th open one from `start`; null past the end. */
  dueAfter(start: number, count: number): number | null {
    let left = count;
    for (let minute = start; minute < this.openFor.length; minute += 1) {
      if (!Number.isNaN(this.openFor[minute])) left -= 1;
      if (left === 0) return minute + 1;
    }
    return null;
  }

  dueAfterDates(start: number, count: number): number | null {
    const opens = this.openFor.findIndex((day, minute) => minute >= start && !Number.isNaN(day));
    if (opens < 0) return null;
    const startedOn = this.openFor[opens] ?? 0;
    const later = this.#openDays.filter((day) => day > startedOn);
    const day = later[count - 1];
    if (day === undefined) return null;
    const wanted = this.#minuteOf(day * 1_440 + this.wallOf(opens) - startedOn * 1_440) - this.#first;
    if (this.openFor[wanted] === day || this.openFor[wanted - 1] === day) return wanted;
    const next = this.openFor.indexOf(day, wanted);
    return next < 0 ? this.openFor.lastIndexOf(day) + 1 : next;
  }

  /** Every stated period as minutes of the list, in the order they open. */
  #stated({ week, holidays }: Calendar): { start: number; end: number; day: number }[] {
    const periods = [...this.#minutes.days].flatMap((day) => {
      const on = new Date(day * DAY_MS).toISOString().slice(0, 10);
      const weekday = WEEKDAYS[(new Date(day * DAY_MS).getUTCDay() + 6) % 7] ?? 'mon';
      const holiday = holidays.find((one) => one.on === on);
      return (holiday ? (holiday.hours ?? []) : (week[weekday] ?? [])).map(([opens, closes]) => {
        const next = closes > opens ? 0 : 1_440;
        const start = this.#minuteOf(day * 1_440 + minuteOfDay(opens));
        return { start, end: this.#minuteOf(day * 1_440 + minuteOfDay(closes) + next), day };
      });
    });
    return periods.toSorted((a, b) => a.start - b.start || b.end - a.end);
  }

  /** First minute that shows a wall clock; one that is skipped lies as far after the gap's start as it does on the clock. */
  #minuteOf(wall: number): number {
    const { walls, firstAt } = this.#minutes;
    const shown = firstAt.get(wall);
    if (shown !== undefined) return shown;
    const after = walls.findIndex((one) => one > wall);
    if (after < 0) return walls.length;
    if (after === 0) return 0;
    return after - 1 + (wall - (walls[after - 1] ?? 0));
  }
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
