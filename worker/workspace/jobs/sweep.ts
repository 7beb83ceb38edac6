/** The broom: once a day, in slices, whatever is older than its kind is kept for goes (PRI4). */
import { and, asc, gt, isNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { RetentionKind } from '../../../shared/protocol/retention.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { prepared } from '../agreement/prepared.ts';
import type { Chore } from './chore.ts';
import { eraseOne } from '../privacy/erase.ts';
import { dropAbandoned } from '../inbox/imports.ts';
import { readPlace, writePlace } from '../place.ts';
import { KINDS, retentionOf } from '../privacy/retention.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const ROWS_AT_ONCE = 500;
const LEADS_AT_ONCE = 10;

/** The kind at hand, and the last lead looked at. */
const Place = z.strictObject({ kind: z.int().min(0), after: z.string() });
type Place = z.infer<typeof Place>;

export const dueSweep: Chore = {
  name: 'retention',
  nextAt: (work) => {
    const sweep = selectSweep(work).get();
    if (sweep?.after !== null && sweep?.after !== undefined) return sweep.startedAt;
    const last = sweep?.startedAt ?? work.ground.workspace()?.createdAt;
    return last === undefined ? null : last + DAY_MS;
  },
  run: (work) => work.transact(() => sweepSlice(work)),
};

const selectSweep = prepared((db) => db.select().from(schema.sweeps).prepare());

function sweepSlice(work: Work): void {
  const sweep = selectSweep(work).get();
  const known =
    sweep?.after === null || sweep?.after === undefined ? undefined : readPlace(Place, sweep.after);
  const at = known ?? { kind: 0, after: '' };
  const startedAt = known && sweep ? sweep.startedAt : work.now;
  const kind = KINDS[at.kind];
  const days = kind === undefined ? null : retentionOf(work)[kind];
  const more =
    kind === undefined || days === null ? undefined : sweepKind(work, kind, work.now - days * DAY_MS, at);
  const next = more ?? { kind: at.kind + 1, after: '' };
  const after = next.kind < KINDS.length ? writePlace(next) : null;
  const row = { id: 1, startedAt, after };
  work.db.insert(schema.sweeps).values(row).onConflictDoUpdate({ target: schema.sweeps.id, set: row }).run();
}

/** @returns where to go on with the same kind; undefined when it is done */
function sweepKind(work: Work, kind: RetentionKind, before: number, at: Place): Place | undefined {
  switch (kind) {
    case 'leads':
      return sweepLeads(work, before, at);
    case 'commands': {
      // A device that was revoked goes with what it sent.
      const devices = some(work, 'devices', sql`revoked_at < ${before}`);
      return goOn(Math.max(devices, oldest(work, 'commands', 'recorded_at', before)), at);
    }
    case 'audit':
      return goOn(oldest(work, 'audit', 'at', before), at);
    case 'inbox':
      some(work, 'connection_hints', sql`received_at < ${before} and done_at is not null`);
      return goOn(some(work, 'inbox', sql`received_at < ${before} and state <> 'waiting'`), at);
    case 'outbox':
      return goOn(some(work, 'outbox', sql`created_at < ${before} and next_at is null`), at);
    case 'notices':
      return goOn(some(work, 'notices', sql`created_at < ${before}`), at);
    case 'imports': {
      dropAbandoned(work);
      some(work, 'import_errors', sql`import_id in (select id from imports where updated_at < ${before})`);
      const over = sql`updated_at < ${before} and state not in ('receiving', 'running')
        and id not in (select import_id from import_errors)`;
      return goOn(some(work, 'imports', over), at);
    }
  }
}

const goOn = (count: number, at: Place) => (count < ROWS_AT_ONCE ? undefined : at);

/** Of a table that only grows: its first rows are its oldest. */
function oldest(work: Work, table: string, since: string, before: number): number {
  const first = sql`(select rowid from ${sql.identifier(table)} order by rowid limit ${ROWS_AT_ONCE})`;
  return some(work, table, sql`rowid in ${first} and ${sql.identifier(since)} < ${before}`);
}

/** @returns how many went, of which there may be more */
function some(work: Work, table: string, where: SQL): number {
  const name = sql.identifier(table);
  const gone = work.db.all(
    sql`delete from ${name} where rowid in (select rowid from ${name} where ${where} limit ${ROWS_AT_ONCE}) returning 1`,
  );
  return gone.length;
}

/**
 * Nothing seen or done since, nothing open, and no customer. Who comes back later is welcome: only the id
 * is remembered, so that no restore brings the old record.
 */
function sweepLeads(work: Work, before: number, at: Place): Place | undefined {
  const { leads } = schema;
  const { stages } = work.ground.inForce(work.now).definitions;
  const old = work.db
    .select({ id: leads.id })
    .from(leads)
    .where(
      and(
        gt(leads.id, at.after),
        lt(leads.changedAt, before),
        isNull(leads.clock),
        ne(leads.stage, stages.at(-1)?.id ?? ''),
      ),
    )
    .orderBy(asc(leads.id))
    .limit(LEADS_AT_ONCE)
    .all();
  for (const { id } of old) eraseOne(work, null, id, 'welcome');
  const last = old.at(-1);
  return old.length < LEADS_AT_ONCE || !last ? undefined : { ...at, after: last.id };
}
