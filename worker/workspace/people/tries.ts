/**
 * How often somebody may try: kept in the database, so that no eviction forgets how often a code was
 * guessed (ACC4). Fixed windows; a window begins with its first try.
 */
import { eq, lte } from 'drizzle-orm';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { later, type Failure } from '../../outcome.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

interface Limit {
  readonly most: number;
  /** Duration of a window. */
  readonly perMs: number;
}

export const LIMITS = {
  /** Wrong ones, of the whole workspace: whoever guesses has no name. */
  wrongPairing: { most: 30, perMs: HOUR_MS },
  wrongInvite: { most: 60, perMs: HOUR_MS },
  wrongCode: { most: 60, perMs: HOUR_MS },
  /** Of one member. */
  newPairing: { most: 20, perMs: HOUR_MS },
  newCode: { most: 60, perMs: HOUR_MS },
  newInvite: { most: 200, perMs: HOUR_MS },
  rotation: { most: 60, perMs: HOUR_MS },
  /** Of the whole workspace. */
  oidcSignIn: { most: 600, perMs: HOUR_MS },
  /** Of one member: pages hold few strangers the filter lets pass. */
  lookup: { most: 120, perMs: MINUTE_MS },
  recovery: { most: 5, perMs: HOUR_MS },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof LIMITS;

/** Why not now; undefined while there are tries left. Counts nothing. */
export function exhausted(work: Work, name: LimitName, of = ''): Failure | undefined {
  const { most, perMs } = LIMITS[name];
  const window = work.db
    .select()
    .from(schema.tries)
    .where(eq(schema.tries.key, `${name}/${of}`))
    .get();
  if (!window || window.count < most || window.since + perMs <= work.now) return undefined;
  return later(window.since + perMs - work.now);
}

export function countTry(work: Work, name: LimitName, of = ''): void {
  const { tries } = schema;
  work.db
    .delete(tries)
    .where(lte(tries.since, work.now - DAY_MS))
    .run();
  const key = `${name}/${of}`;
  const window = work.db.select().from(tries).where(eq(tries.key, key)).get();
  const open = window !== undefined && window.since + LIMITS[name].perMs > work.now;
  const row = open
    ? { key, since: window.since, count: window.count + 1 }
    : { key, since: work.now, count: 1 };
  work.db.insert(tries).values(row).onConflictDoUpdate({ target: tries.key, set: row }).run();
}

/** Counts this one, unless there have been too many. */
export function tryOnce(work: Work, name: LimitName, of = ''): Failure | undefined {
  const failed = exhausted(work, name, of);
  if (!failed) countTry(work, name, of);
  return failed;
}

/** Requests of one device within the last minute, in memory: what this guards is the load, not a secret. */
export class Rate {
  private readonly windows = new Map<string, { since: number; count: number }>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  tooMany(device: string, now: number): Failure | undefined {
    const window = this.windows.get(device);
    if (!window || now - window.since >= MINUTE_MS || now < window.since) {
      if (this.windows.size > MOST_WINDOWS) this.windows.clear();
      this.windows.set(device, { since: now, count: 1 });
      return undefined;
    }
    window.count += 1;
    return window.count > this.most ? later(window.since + MINUTE_MS - now) : undefined;
  }
}

const MOST_WINDOWS = 50_000;
