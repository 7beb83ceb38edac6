/**
 * A zone's offset changes over a range. The only place that asks the runtime for zone data; all
 * else computes from what this returns (CAL3).
 */
import type { Offsets } from '../sla/localTime.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';

/** How far apart instants are looked at: the shortest summer time there was, Boa Vista's of 2000, took a week. */
const STEP_MS = 3 * DAY_MS;
const SECOND_MS = 1_000;

/** True for a zone this runtime knows by name; bare offsets such as `+03:00` are no zones here. */
export function isKnownZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    offsetsOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** `[at, offsetMs]` over `[from, to)`, the first entry at `from`, neighbours always different. Throws `RangeError` on an unknown zone. */
export function offsetChanges(zone: string, from: number, to: number): Offsets {
  const offsetAt = offsetsOf(zone);
  let offset = offsetAt(from);
  const changes: (readonly [number, number])[] = [[from, offset]];
  for (let at = from; at < to; at += STEP_MS) {
    const until = Math.min(at + STEP_MS, to - 1);
    const next = offsetAt(until);
    if (next === offset) continue;
    offset = next;
    changes.push([firstOf(offsetAt, at, until), offset]);
  }
  return changes;
}

/** The first instant after `before` with the offset of `after`, by halves; changes are on whole seconds. */
function firstOf(offsetAt: (at: number) => number, before: number, after: number): number {
  const wanted = offsetAt(after);
  let [low, high] = [Math.floor(before / SECOND_MS), Math.ceil(after / SECOND_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * SECOND_MS) === wanted) high = middle;
    else low = middle;
  }
  return high * SECOND_MS;
}

/** Offset in ms at an instant, as the runtime writes it: `GMT`, `GMT-03:00`, before standard time `GMT-03:06:28`. */
function offsetsOf(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (at) => {
    const written = format.format(at);
    const [, sign, hours, minutes, seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(written) ?? [];
    const size =
      Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS + Number(seconds) * SECOND_MS;
    return sign === '-' ? -size : size;
  };
}
