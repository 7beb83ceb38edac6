/** Rows kept by an earlier release are due at once, so that folding them anew fills the columns they lack (FCT8). */
import { sql } from 'drizzle-orm';
import type { Chore } from '../jobs/chore.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const SLICE = 1_000;

export const earlierRows: Chore = {
  name: 'rows of an earlier release',
  nextAt: (work) => (selectOne(work).get() ? work.now : null),
  run: (work) => work.transact(() => markDue(work)),
};

/** Said in the index's own words, or every row would be looked at. */
const selectOne = prepared((db) =>
  db
    .select({ id: schema.leads.id })
    .from(schema.leads)
    .where(sql`search = ''`)
    .limit(1)
    .prepare(),
);

function markDue(work: Work): void {
  const earlier = sql`select id from leads where search = '' order by id limit ${SLICE}`;
  work.db.run(
    sql`insert into clocks (lead_id, due_at) select id, ${work.now} from (${earlier}) where true
        on conflict (lead_id) do update set due_at = min(due_at, excluded.due_at)`,
  );
  // What has been folded holds the line breaks between name, company and addresses at least.
  work.db.run(sql`update leads set search = char(10) where id in (${earlier})`);
}
