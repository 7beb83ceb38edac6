/** Rows kept by an earlier release are due at once, so that folding them anew fills the columns they lack (FCT8). */
import { sql, type SQL } from 'drizzle-orm';
import type { Chore } from '../jobs/chore.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const SLICE = 1_000;

interface Lacking {
  /** Said in the index's own words, or every row would be looked at. */
  readonly where: SQL;
  /** Takes a row out of them until it is folded. */
  readonly mark: SQL;
}

const LACKING: readonly Lacking[] = [
  // What has been folded holds the line breaks between name, company and addresses at least.
  { where: sql`search = ''`, mark: sql`search = char(10)` },
  { where: sql`clock is not null and clock_version is null`, mark: sql`clock_version = 0` },
];

export const earlierRows: Chore = {
  name: 'rows of an earlier release',
  nextAt: (work) => ((look(work).get()?.id ?? null) === null ? null : work.now),
  run: (work) => work.transact(() => LACKING.forEach((lacking) => markDue(work, lacking))),
};

/** Asked at every push, so in one statement: each half reads its own index. */
const look = prepared((db) => {
  const halves = LACKING.map(({ where }) =>
    db.select({ id: schema.leads.id }).from(schema.leads).where(where).limit(1),
  );
  const either = sql.join(
    halves.map((half) => sql`(${half})`),
    sql`, `,
  );
  return db
    .select({ id: sql<string | null>`coalesce(${either})` })
    .from(sql`(select 1)`)
    .prepare();
});

function markDue(work: Work, { where, mark }: Lacking): void {
  const earlier = sql`select id from leads where ${where} order by id limit ${SLICE}`;
  work.db.run(
    sql`insert into clocks (lead_id, due_at) select id, ${work.now} from (${earlier}) where true
        on conflict (lead_id) do update set due_at = min(due_at, excluded.due_at)`,
  );
  work.db.run(sql`update leads set ${mark} where id in (${earlier})`);
}
