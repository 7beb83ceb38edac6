/**
 * A zone's offset changes over a range. The only place that asks the runtime for zone data; all
 * else computes from what this returns (CAL3).
 */
import type { Offsets } from '../sla/localTime.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';

/** How far apart instants are looked at: the shortest summer time there was, Boa Vista's of 2000, took a week. */
const STEP_MS = 3 * DAY_MS;
/** Zone data are looked at in blocks of about two years, each of them once. */
const BLOCK_MS = 240 * STEP_MS;
const SECOND_MS = 1_000;

/** What one block of a zone holds: the offset it begins with, then its changes. */
type Block = Offsets;

interface Zone {
  /** Offset in ms at an instant. */
  readonly at: (instant: number) => number;
  readonly blocks: Map<number, Block>;
}

/** By the name as it is written: as many as calendars name. */
const zones = new Map<string, Zone>();

/** True for a zone this runtime knows by name; bare offsets such as `+03:00` are no zones here. */
export function isKnownZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    zoneOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** `[at, offsetMs]` over `[from, to)`, the first entry at `from`, neighbours always different. Throws `RangeError` on an unknown zone. */
export function offsetChanges(name: string, from: number, to: number): Offsets {
  const zone = zoneOf(name);
  const changes: (readonly [number, number])[] = [[from, zone.at(from)]];
  for (let place = Math.floor(from / BLOCK_MS); place * BLOCK_MS < to; place += 1) {
    for (const change of blockOf(zone, place)) {
      const [at, offset] = change;
      if (at > from && at < to && offset !== changes.at(-1)?.[1]) changes.push(change);
    }
  }
  return changes;
}

function blockOf(zone: Zone, place: number): Block {
  const known = zone.blocks.get(place);
  if (known !== undefined) return known;
  const fresh = changesWithin(zone, place * BLOCK_MS, (place + 1) * BLOCK_MS);
  zone.blocks.set(place, fresh);
  return fresh;
}

function changesWithin(zone: Zone, from: number, to: number): Block {
  let offset = zone.at(from);
  const changes: (readonly [number, number])[] = [[from, offset]];
  for (let until = from + STEP_MS; until <= to; until += STEP_MS) {
    const next = zone.at(until);
    if (next === offset) continue;
    offset = next;
    changes.push([firstOf(zone, until - STEP_MS, until), offset]);
  }
  return changes;
}

/** The first instant after `before` with the offset of `after`, by halves; changes are on whole seconds. */
function firstOf(zone: Zone, before: number, after: number): number {
  const wanted = zone.at(after);
  let [low, high] = [before / SECOND_MS, after / SECOND_MS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zone.at(middle * SECOND_MS) === wanted) high = middle;
    else low = middle;
  }
  return high * SECOND_MS;
}

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const fresh: Zone = { at: offsetsOf(name), blocks: new Map() };
  zones.set(name, fresh);
  return fresh;
}

/** As the runtime writes it: `GMT`, `GMT-03:00`, before standard time `GMT-03:06:28`. */
function offsetsOf(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (instant) => {
    const written = format.format(instant);
    const [, sign, hours = '0', minutes = '0', seconds = '0'] =
      /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(written) ?? [];
    const size = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
    return sign === '-' ? -size : size;
  };
}
