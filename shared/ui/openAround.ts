/** What a face counts in while it ticks: open periods around now and the due, by themselves, without words. */
import { DAY_MS, type CompiledCalendar } from '../time.ts';

/** A face is rebuilt long before this much of it has ticked by. */
const AHEAD_MS = 7 * DAY_MS;

/** @param now where it ticks from; epoch ms, as `dueAt` */
export function openAround(calendar: CompiledCalendar, dueAt: number, now: number): [number, number][] {
  return wholeDates(calendar, Math.min(now, dueAt), Math.max(now + AHEAD_MS, dueAt));
}

/**
 * Open periods of every date that touches `[from, to)`, dates kept whole: what a day is worth is read
 * off them where they tick.
 */
function wholeDates(calendar: CompiledCalendar, from: number, to: number): [number, number][] {
  const { periods } = calendar;
  let first = periods.findIndex(({ end }) => end > from);
  if (first < 0) return [];
  while (first > 0 && periods[first - 1]?.on === periods[first]?.on) first -= 1;
  const found: [number, number][] = [];
  let lastOn = '';
  for (let place = first; place < periods.length; place += 1) {
    const period = periods[place];
    if (!period || (period.start >= to && period.on !== lastOn)) break;
    found.push([period.start, period.end]);
    lastOn = period.on;
  }
  return found;
}
