/**
 * Versions a device needs (SYN4, FCT1): those in force since the oldest first hand-off among the leads
 * it holds, the current one and those to come. Older ones follow when an older lead comes into view.
 */
import { and, asc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Version } from '../../../shared/definitions/version.ts';
import { earliest } from '../../../shared/time.ts';
import { readReach } from '../../access.ts';
import { prepared } from '../agreement/prepared.ts';
import type { Cursor } from '../cursor.ts';
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
  const needed = oldestNeeded(work, who);
  // A cursor of an earlier release had them all.
  let oldest = cursor.versions === 0 ? needed : (cursor.oldest ?? 1);
  let newest = cursor.versions;
  const versions: Version[] = [];
  const takes = (number: number) => {
    const version = work.ground.history().find((one) => one.version === number);
    const taken = version !== undefined && fits(version);
    if (taken) versions.push(version);
    return taken;
  };

  const places = selectPlaces(work).all();
  const older = places.filter(
    ({ version, seq }) => version >= needed && version < oldest && seq <= cursor.versions,
  );
  for (const { version } of older.toSorted((a, b) => b.version - a.version)) {
    if (!takes(version)) return { versions, reached: { versions: newest, oldest }, more: true };
    oldest = version;
  }
  oldest = Math.min(oldest, needed);
  for (const { version, seq } of places) {
    if (seq <= cursor.versions || version < oldest) continue;
    if (!takes(version)) return { versions, reached: { versions: newest, oldest }, more: true };
    newest = seq;
  }
  return { versions, reached: { versions: newest, oldest }, more: false };
}

/** Of every version its place in the stream; what it says is in memory already. */
const selectPlaces = prepared((db) => {
  const { version, seq } = schema.definitions;
  return db.select({ version, seq }).from(schema.definitions).orderBy(asc(seq)).prepare();
});

/** Number of the version in force at the first hand-off of the lead in view that was handed off first. */
export function oldestNeeded(work: Work, who: Who): number {
  const firsts =
    readReach(who.role) === 'all'
      ? [firstOfAll(work).get()]
      : [firstOfOwn(work).get({ owner: who.memberId }), firstOfNobody(work).get()];
  const since = earliest(firsts.map((first) => first?.at ?? null));
  return work.ground.inForce(Math.min(since ?? work.now, work.now)).version;
}

const firstOfAll = firstHandOff(undefined);
const firstOfOwn = firstHandOff(eq(schema.leads.owner, sql.placeholder('owner')));
const firstOfNobody = firstHandOff(isNull(schema.leads.owner));

/** Read from the end of an index: this is asked at every pull. */
function firstHandOff(whose: SQL | undefined) {
  return prepared((db) => {
    const { leads } = schema;
    return db
      .select({ at: leads.handedOffAt })
      .from(leads)
      .where(and(whose, isNotNull(leads.handedOffAt)))
      .orderBy(asc(leads.handedOffAt))
      .limit(1)
      .prepare();
  });
}
