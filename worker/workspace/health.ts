/** How a workspace is doing, for its admin: sizes, what is late, what waits to leave, what a free plan counts. */
import { workspaceCalendarOf } from '../../shared/lead/versionAt.ts';
import { count, eq, gte, lte, min, sql } from 'drizzle-orm';
import { startOfLocalDay } from './localDay.ts';
import { done, type Outcome } from '../outcome.ts';
import { BACKUP_TABLES } from './privacy/backupTables.ts';
import { meterOf } from './meters.ts';
import * as schema from './schema.ts';
import { headOf, type Work } from './work.ts';

/** Rows a fact costs with its indexes, its lead's row and keys, and its place in the due table: measured, rounded up. */
const ROWS_PER_FACT = 12;
/** Of Cloudflare's free plan, per account and day. */
const FREE_PLAN = { rowsWritten: 100_000, requests: 100_000, databaseBytes: 5_000_000_000 };

export interface Health {
  readonly at: number;
  readonly epoch: string;
  readonly head: number;
  readonly databaseBytes: number;
  readonly rows: Readonly<Record<string, number>>;
  /** Leads due by now, and for how long the one due first has waited, ms. */
  readonly due: { readonly leads: number; readonly lagMs: number };
  readonly outbox: Readonly<Record<'waiting' | 'failed' | 'dead', number>> & {
    readonly oldestAt: number | null;
  };
  readonly jobs: Readonly<Record<string, number>>;
  /** Erasures the ledger does not have yet. */
  readonly unnotedErasures: number;
  /** Since the object woke; null when none came yet. */
  readonly lastAlarmAt: number | null;
  readonly meters: {
    readonly since: number;
    readonly requests: number;
    /** Facts recorded since local midnight, and rows written for them, estimated. */
    readonly factsToday: number;
    readonly rowsWrittenToday: number;
    readonly freePlan: typeof FREE_PLAN;
  };
}

export function readHealth(work: Work): Outcome<Health> {
  const { db, now } = work;
  const meter = meterOf(db, now);
  const factsToday = factsSince(work);
  const { clocks, outbox, jobs, erasures } = schema;
  const due = db
    .select({ leads: count(), first: min(clocks.dueAt) })
    .from(clocks)
    .where(lte(clocks.dueAt, now))
    .get();
  const states = db.select({ state: outbox.state, rows: count() }).from(outbox).groupBy(outbox.state).all();
  const waiting = (state: string) => states.find((row) => row.state === state)?.rows ?? 0;
  const oldest = db
    .select({ at: min(outbox.createdAt) })
    .from(outbox)
    .where(sql`${outbox.nextAt} is not null`)
    .get();
  const running = db.select({ state: jobs.state, rows: count() }).from(jobs).groupBy(jobs.state).all();
  return done({
    at: now,
    epoch: work.ground.workspace()?.epoch ?? '',
    head: headOf(db),
    databaseBytes: bytesOf(work),
    rows: Object.fromEntries(Object.keys(BACKUP_TABLES).map((name) => [name, rowsOf(work, name)])),
    due: { leads: due?.leads ?? 0, lagMs: due?.first === null || !due ? 0 : now - due.first },
    outbox: {
      waiting: waiting('waiting'),
      failed: waiting('failed'),
      dead: waiting('dead'),
      oldestAt: oldest?.at ?? null,
    },
    jobs: Object.fromEntries(running.map(({ state, rows }) => [state, rows])),
    unnotedErasures:
      db.select({ rows: count() }).from(erasures).where(eq(erasures.noted, false)).get()?.rows ?? 0,
    lastAlarmAt: meter.lastAlarmAt,
    meters: {
      since: meter.since,
      requests: meter.requests,
      factsToday,
      rowsWrittenToday: factsToday * ROWS_PER_FACT,
      freePlan: FREE_PLAN,
    },
  });
}

function rowsOf({ db }: Work, table: string): number {
  return db.get<{ rows: number }>(sql`select count(*) as rows from ${sql.identifier(table)}`).rows;
}

/** From the newest back: facts are recorded in the order of `seq`. */
function factsSince(work: Work): number {
  const { facts } = schema;
  const midnight = startOfLocalDay(workspaceCalendarOf(work.ground.inForce(work.now)), work.now);
  const before = work.db
    .select({ seq: sql<number | null>`max(seq)` })
    .from(facts)
    .where(sql`${facts.recordedAt} < ${midnight}`)
    .get();
  const since = before?.seq ?? 0;
  return (
    work.db
      .select({ rows: count() })
      .from(facts)
      .where(gte(facts.seq, since + 1))
      .get()?.rows ?? 0
  );
}

function bytesOf({ db }: Work): number {
  // The driver keeps the object's storage, which alone knows.
  const { $client } = db as unknown as { $client?: { sql?: { databaseSize?: number } } };
  return $client?.sql?.databaseSize ?? 0;
}
