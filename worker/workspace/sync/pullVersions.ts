/**
 * Versions a device needs (SYN4, FCT1): those in force since the oldest first hand-off among the leads
 * it holds, the current one and those to come. Older ones follow when an older lead comes into view.
 */
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, lte, type SQL } from 'drizzle-orm';
import type { Version } from '../../../shared/definitions/version.ts';
import { earliest } from '../../../shared/time.ts';
import { readReach } from '../../access.ts';
import type { Cursor } from '../cursor.ts';
import { versionOfRow } from '../ground.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export interface SentVersions {
  readonly versions: readonly Version[];
  /** What a cursor says of them afterwards. */
  readonly reached: Required<Pick<Cursor, 'versions' | 'oldest'>>;
  readonly more: boolean;
}

/** @param fits takes what there is room for in the page */
export function versionsFor(
  work: Work,
  who: Who,
  cursor: Pick<Cursor, 'versions' | 'oldest'>,
  fits: (version: Version) => boolean,
): SentVersions {
  const { definitions } = schema;
  const needed = oldestNeeded(work, who);
  // A cursor of an earlier release had them all.
  let oldest = cursor.versions === 0 ? needed : (cursor.oldest ?? 1);
  let newest = cursor.versions;
  const versions: Version[] = [];
  const read = (which: SQL | undefined, order: SQL) =>
    work.db.select().from(definitions).where(which).orderBy(order).all();

  const older = and(gte(definitions.version, needed), lt(definitions.version, oldest));
  for (const row of read(and(older, lte(definitions.seq, newest)), desc(definitions.version))) {
    const version = versionOfRow(row);
    if (!fits(version)) return { versions, reached: { versions: newest, oldest }, more: true };
    versions.push(version);
    oldest = row.version;
  }
  oldest = Math.min(oldest, needed);
  const fresh = and(gt(definitions.seq, newest), gte(definitions.version, oldest));
  for (const row of read(fresh, asc(definitions.seq))) {
    const version = versionOfRow(row);
    if (!fits(version)) return { versions, reached: { versions: newest, oldest }, more: true };
    versions.push(version);
    newest = row.seq;
  }
  return { versions, reached: { versions: newest, oldest }, more: false };
}

/** Number of the version in force at the first hand-off of the lead in view that was handed off first. */
export function oldestNeeded(work: Work, who: Who): number {
  const { owner } = schema.leads;
  const since =
    readReach(who.role) === 'all'
      ? firstHandOff(work, undefined)
      : earliest([firstHandOff(work, eq(owner, who.memberId)), firstHandOff(work, isNull(owner))]);
  return work.ground.inForce(Math.min(since ?? work.now, work.now)).version;
}

/** Read from the end of an index: this is asked at every pull. */
function firstHandOff(work: Work, whose: SQL | undefined): number | null {
  const { leads } = schema;
  const first = work.db
    .select({ at: leads.handedOffAt })
    .from(leads)
    .where(and(whose, isNotNull(leads.handedOffAt)))
    .orderBy(asc(leads.handedOffAt))
    .limit(1)
    .get();
  return first?.at ?? null;
}
