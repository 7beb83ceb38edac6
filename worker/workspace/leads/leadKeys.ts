/** The keys a lead is found by (IDN1), kept beside it with the hash devices ask for. */
import { and, eq, sql } from 'drizzle-orm';
import { identityKeys } from '../../../shared/lead/identity.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';
import { addressHash } from './addressHash.ts';

/** Writes those that came and takes away those that are no longer the lead's. */
export function keepKeys(work: Work, state: LeadState): void {
  const wanted = new Set(identityKeys(state));
  const kept = selectKeys(work).all({ id: state.leadId });
  for (const { key } of kept) {
    if (wanted.delete(key)) continue;
    work.db
      .delete(schema.leadKeys)
      .where(and(eq(schema.leadKeys.leadId, state.leadId), eq(schema.leadKeys.key, key)))
      .run();
  }
  for (const key of wanted) {
    work.db
      .insert(schema.leadKeys)
      .values({ key, leadId: state.leadId, hash: addressHash(work, key) })
      .run();
  }
}

const selectKeys = prepared((db) =>
  db
    .select({ key: schema.leadKeys.key })
    .from(schema.leadKeys)
    .where(eq(schema.leadKeys.leadId, sql.placeholder('id')))
    .prepare(),
);
