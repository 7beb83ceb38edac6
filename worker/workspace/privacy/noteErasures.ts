/** Tells the ledger what was erased, soon after and until it has it: a restore must find it there (PRI4). */
import { sql } from 'drizzle-orm';
import { ledgerOf } from '../../ledger.ts';
import type { Env } from '../../env.ts';
import type { Chore } from '../jobs/chore.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

/** Told at once; the rest in the next round. */
const AT_ONCE = 2_000;

export const unnotedErasures: Chore = {
  name: 'erasures',
  nextAt: (work) => (unnoted(work).some((part) => part.length > 0) ? 0 : null),
  drain: noteErasures,
};

export async function noteErasures(work: Work, env: Env): Promise<void> {
  const id = work.ground.workspace()?.id;
  const [leads, hashes] = unnoted(work);
  if (id === undefined || (leads.length === 0 && hashes.length === 0)) return;
  const keys = work.db
    .select()
    .from(schema.erasureKey)
    .all()
    .map(({ key }) => key);
  await ledgerOf(env, id).note({ keys, leads, hashes }, work.now);
  const { erasures, erasedKeys } = schema;
  const among = (values: readonly string[]) => sql`(select value from json_each(${JSON.stringify(values)}))`;
  work.transact(() => {
    work.db
      .update(erasures)
      .set({ noted: true })
      .where(sql`${erasures.leadId} in ${among(leads)}`)
      .run();
    work.db
      .update(erasedKeys)
      .set({ noted: true })
      .where(sql`${erasedKeys.hash} in ${among(hashes)}`)
      .run();
  });
}

function unnoted(work: Work): readonly [leads: readonly string[], hashes: readonly string[]] {
  const leads = selectLeads(work).all();
  const hashes = selectHashes(work).all();
  return [leads.map(({ leadId }) => leadId), hashes.map(({ hash }) => hash)];
}

const selectLeads = prepared((db) =>
  db
    .select()
    .from(schema.erasures)
    .where(sql`noted = 0`)
    .limit(AT_ONCE)
    .prepare(),
);

const selectHashes = prepared((db) =>
  db
    .select()
    .from(schema.erasedKeys)
    .where(sql`noted = 0`)
    .limit(AT_ONCE)
    .prepare(),
);
