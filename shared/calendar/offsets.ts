/**
 * A zone's offset changes over a range. The only place that asks the runtime for zone data; all
 * else computes from what this returns (CAL3).
 */
import { Temporal } from 'temporal-polyfill';
import type { Offsets } from '../sla/localTime.ts';

const MS_IN_NS = 1_000_000;

/** True for a zone this runtime knows by name; bare offsets such as `+03:00` are no zones here. */
export function isKnownZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** `[at, offsetMs]` over `[from, to)`, the first entry at `from`, neighbours always different. Throws `RangeError` on an unknown zone. */
export function offsetChanges(zone: string, from: number, to: number): Offsets {
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const changes: (readonly [number, number])[] = [[from, Math.round(moment.offsetNanoseconds / MS_IN_NS)]];
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= to) return changes;
    moment = next;
    const offset = Math.round(next.offsetNanoseconds / MS_IN_NS);
    if (offset !== changes.at(-1)?.[1]) changes.push([next.epochMilliseconds, offset]);
  }
}
