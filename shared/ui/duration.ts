/**
 * Durations as every face writes them: "1 h 20", "45 min", "2 d". The three unit signs read the
 * same in every language we speak, so this stays free of words and small enough for the page.
 */

const MINUTE_MS = 60_000;

/** Half-open stretches of open time in epoch ms; null stands for wall time, which is always open. */
export type Open = readonly (readonly [start: number, end: number])[] | null;

/** Milliseconds of open (or wall) time in `[from, to)`; 0 when `to` is not after `from`. */
export function openBetween(open: Open, from: number, to: number): number {
  if (to <= from) return 0;
  if (!open) return to - from;
  let sum = 0;
  for (const [start, end] of open) sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
  return sum;
}

/** Pieces of one open date begin less than this after its first one, in ms: a lunch break, three shifts. */
const SAME_DATE_MS = 20 * 60 * MINUTE_MS;

/** What "a day" is worth on this calendar, ms: the longest open date it shows, 24 h for wall time. */
export function openDayMs(open: Open): number {
  if (!open?.length) return 24 * 60 * MINUTE_MS;
  let longest = 0;
  let sum = 0;
  let first = Number.NEGATIVE_INFINITY;
  for (const [start, end] of open) {
    if (start - first >= SAME_DATE_MS) {
      first = start;
      sum = 0;
    }
    sum += end - start;
    longest = Math.max(longest, sum);
  }
  return longest;
}

/** `ms` in whole minutes, or in whole days once it holds one of `dayMs`; the caller rounds. */
export function shortDuration(ms: number, dayMs: number): string {
  if (ms >= dayMs) return `${Math.floor(ms / dayMs)} d`;
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest ? ` ${String(rest).padStart(2, '0')}` : ''}`;
}
