/** Rows kept by an earlier release are due at once, so that folding them anew fills the columns they lack (FCT8). */
import { eq, sql } from 'drizzle-orm';
import type { Chore } from '../jobs/chore.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const SLICE = 1_000;

export const earlierRows: Chore = {
  name: 'rows of an earlier release',
  nextAt: (work) => {
    const { leads } = schema;
    const one = work.db.select({ id: leads.id }).from(leads).where(eq(leads.search, '')).limit(1).get();
    return one ? work.now : null;
  },
  run: (work) => work.transact(() => markDue(work)),
};

function markDue(work: Work): void {
  const earlier = sql`select id from leads where search = '' order by id limit ${SLICE}`;
  work.db.run(
    sql`insert into clocks (lead_id, due_at) select id, ${work.now} from (${earlier}) where true
        on conflict (lead_id) do update set due_at = min(due_at, excluded.due_at)`,
  );
  // What has been folded holds the line breaks between name, company and addresses at least.
  work.db.run(sql`update leads set search = char(10) where id in (${earlier})`);
}
