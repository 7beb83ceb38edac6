/**
 * Records of connected systems that are no leads here: noted when they are read and not taken, or when their
 * lead goes, and forgotten when they are taken or gone over there (TGT4). By kind and id only; of somebody
 * who was erased not even that (PRI4).
 */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { LeftWhy } from '../../../shared/target/leaks.ts';
import type { Ref } from '../../connectors/connector.ts';
import { prepared } from '../agreement/prepared.ts';
import { keyedHash } from '../privacy/erasedKeys.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';
import { connectionOf } from './connectionRows.ts';

const { connectionLeft, connectionRecords } = schema;

/** Whose records are not named any more. */
export const UNNAMED: readonly LeftWhy[] = ['erased', 'expired'];

export function keepLeft(work: Work, connectionId: string, ref: Ref, why: LeftWhy): void {
  const recordId = UNNAMED.includes(why) ? hashOf(work, connectionId, ref) : ref.id;
  const row = { connectionId, object: ref.object, recordId, why, at: work.now };
  const { connectionId: c, object: o, recordId: r } = connectionLeft;
  work.db
    .insert(connectionLeft)
    .values(row)
    .onConflictDoUpdate({ target: [c, o, r], set: { why } })
    .run();
}

/** It is a lead here now, or not there any more. */
export function dropLeft(work: Work, connectionId: string, ref: Ref): void {
  const { connectionId: c, object, recordId } = connectionLeft;
  if (selectAny(work).get({ connectionId }) === undefined) return;
  const ids = [ref.id, hashOf(work, connectionId, ref)];
  work.db
    .delete(connectionLeft)
    .where(and(eq(c, connectionId), eq(object, ref.object), inArray(recordId, ids)))
    .run();
}

/**
 * The leads go, and what they are over there stays: before their records are forgotten.
 * @param later whether the person may come back one day as somebody new
 */
export function leaveRecords(work: Work, leadIds: readonly string[], later: 'refused' | 'welcome'): void {
  const records = work.db
    .select()
    .from(connectionRecords)
    .where(
      and(
        sql`${connectionRecords.leadId} in (select value from json_each(${JSON.stringify(leadIds)}))`,
        isNull(connectionRecords.factId),
      ),
    )
    .all();
  for (const { connectionId, object, recordId: id } of records) {
    // Where that was agreed their record is deleted, too.
    if (later === 'refused' && connectionOf(work, connectionId)?.mapping?.gone.here === 'erase') continue;
    keepLeft(work, connectionId, { object, id }, later === 'refused' ? 'erased' : 'expired');
  }
}

/** Most systems have none: every record that comes in asks. */
const selectAny = prepared((db) =>
  db
    .select({ why: connectionLeft.why })
    .from(connectionLeft)
    .where(eq(connectionLeft.connectionId, sql.placeholder('connectionId')))
    .limit(1)
    .prepare(),
);

function hashOf(work: Work, connectionId: string, { object, id }: Ref): string {
  return keyedHash(work, JSON.stringify([connectionId, object, id]));
}
