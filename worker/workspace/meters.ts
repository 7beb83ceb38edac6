/** What an object counted since it woke: nothing is written for it, and an eviction begins anew. */
import type { Database } from './work.ts';

export interface Meter {
  readonly since: number;
  requests: number;
  /** Epoch ms; null when none came yet. */
  lastAlarmAt: number | null;
}

const METERS = new WeakMap<Database, Meter>();

export function meterOf(db: Database, now: number): Meter {
  const known = METERS.get(db);
  if (known) return known;
  const meter = { since: now, requests: 0, lastAlarmAt: null };
  METERS.set(db, meter);
  return meter;
}
