/** Leads that may be one person, for somebody who knows them (IDN3): found in rows and keys, judged by the engine. */
import { sql } from 'drizzle-orm';
import { type Duplicate, duplicatesOf } from '../../../shared/lead/duplicates.ts';
import { done, type Outcome } from '../../outcome.ts';
import { stateOf } from './refold.ts';
import type { Who, Work } from '../work.ts';

/** Things shared that are looked at in one go; those settled make room for the next. */
const MOST = 100;

/** Those with a shared key first. Merged by `POST /v1/leads/:keep/merge {absorb}`. */
export function listDuplicates(work: Work, _who: Who): Outcome<{ duplicates: readonly Duplicate[] }> {
  const byKey = work.db.all<{ id: string }>(
    sql`select distinct lead_id as id from lead_keys where key in
        (select key from lead_keys group by key having count(*) > 1 limit ${MOST})`,
  );
  const byName = work.db.all<{ id: string }>(
    sql`select id from leads where namesake in
        (select namesake from leads where namesake is not null
         group by namesake having count(*) > 1 limit ${MOST})
        limit ${MOST * 4}`,
  );
  const ids = [...new Set([...byKey, ...byName].map(({ id }) => id))];
  const { definitions } = work.ground.inForce(work.now);
  const roles = definitions.lists['roleAddresses']?.values ?? [];
  const states = ids.map((id) => stateOf(work, id, work.now));
  return done({ duplicates: duplicatesOf(states, roles) });
}
