/**
 * Long work, cut in slices (import, preview, re-evaluation, export…): begun in a request, carried on by
 * the alarm, looked up and cancelled by whoever began it. The slices themselves are in `jobs/`.
 */
import { and, desc, eq, isNotNull, lt, lte, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { JobsQuery, JobView } from '../../../shared/protocol/jobs.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { prepared } from '../agreement/prepared.ts';
import { readPlace, writePlace } from '../place.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export type JobRow = typeof schema.jobs.$inferSelect;

/** A job as its slice sees it. */
export interface Job<Input, Cursor> {
  readonly id: string;
  /** Member who asked for it; null for the workspace itself. */
  readonly by: string | null;
  readonly createdAt: number;
  readonly input: Input;
  /** Null in the first slice. */
  readonly cursor: Cursor | null;
  readonly done: number;
  readonly total: number | null;
}

export interface Step<Cursor, Result = unknown> {
  /** Where the next slice begins; plain JSON, kept small: it is written at every slice. */
  readonly cursor: Cursor;
  /** Things done so far, in all slices together. */
  readonly done: number;
  readonly total?: number;
  readonly result?: Result;
  readonly finished: boolean;
  /** Why it cannot go on, as a sentence for whoever began it: the job has failed. */
  readonly failure?: string;
  /** When to go on, epoch ms; at once if left out. */
  readonly dueAt?: number;
}

/** One kind of long work: a file in `jobs/` and its line in `jobKinds.ts`. */
export interface JobKind<Input, Cursor, Result = unknown> {
  /** False for what must come to its end once it has begun. */
  readonly cancellable: boolean;
  /**
   * One slice, 50 ms at most, in one transaction with the cursor it answers: all of it or nothing. What
   * it throws is tried again, and after a few times fails the job.
   */
  step(work: Work, job: Job<Input, Cursor>): Step<Cursor, Result>;
  /** Throws away what was staged, when it was cancelled or failed. */
  abandon?(work: Work, job: Job<Input, Cursor>): void;
}

/** Jobs that are over are kept this long. */
const KEPT_MS = 30 * DAY_MS;

/** @returns its id, to be looked up at `GET /v1/jobs/:id` */
export function startJob(
  work: Work,
  wanted: {
    /** A name in `jobKinds.ts`. */
    readonly kind: string;
    readonly by: string | null;
    readonly input: unknown;
    readonly total?: number | undefined;
    /** Of its first slice, epoch ms; now if left out. */
    readonly dueAt?: number | undefined;
  },
): string {
  const { now } = work;
  work.db
    .delete(schema.jobs)
    .where(and(lt(schema.jobs.updatedAt, now - KEPT_MS), eq(schema.jobs.state, 'done')))
    .run();
  const { kind, by, input, total = null, dueAt = now } = wanted;
  const begun = { kind, by, input, total, dueAt, createdAt: now, updatedAt: now };
  const { n } = work.db
    .insert(schema.jobs)
    .values({ ...begun, state: 'running', tries: 0, done: 0 })
    .returning({ n: schema.jobs.n })
    .get();
  return idOf(n);
}

export function idOf(n: number): string {
  return `job-${n}`;
}

/** 0 for what is no id of a job. */
export function numberOf(id: string): number {
  const digits = /^job-(\d{1,15})$/.exec(id)?.[1];
  return digits === undefined ? 0 : Number(digits);
}

export const UNKNOWN_JOB = failure('not-found', 'There is no such job.');

/** Whoever began it and admins see a job; to others it does not exist (ACC1). */
export function jobFor(work: Work, who: Who, id: string): Outcome<JobRow> {
  const row = jobNumbered(work, id);
  return row && isOf(row, who) ? done(row) : UNKNOWN_JOB;
}

function jobNumbered(work: Work, id: string): JobRow | undefined {
  const isIt = eq(schema.jobs.n, numberOf(id));
  return work.db.select().from(schema.jobs).where(isIt).get();
}

const isOf = ({ by }: JobRow, who: Who) => by === who.memberId || who.role === 'admin';

export function readJob(work: Work, who: Who, { id }: { id: string }): Outcome<JobView> {
  const row = jobNumbered(work, id);
  // Both sides sign what one of them tried.
  const isTheirs = row && (isOf(row, who) || row.kind === 'preview');
  return isTheirs ? done(viewOf(row)) : UNKNOWN_JOB;
}

const Place = z.int().min(0);
const MOST = 50;

/** Newest first, without their results. */
export function listJobs(
  work: Work,
  who: Who,
  { kind, state, cursor, limit = MOST }: JobsQuery,
): Outcome<{ jobs: readonly JobView[]; cursor: string | null }> {
  const before = cursor === undefined ? undefined : readPlace(Place, cursor);
  if (cursor !== undefined && before === undefined)
    return failure('bad-request', 'This cursor is none of ours. Leave it out to begin with the newest.');
  const { jobs } = schema;
  const rows = work.db
    .select()
    .from(jobs)
    .where(
      and(
        before === undefined ? undefined : lt(jobs.n, before),
        who.role === 'admin' ? undefined : eq(jobs.by, who.memberId),
        kind === undefined ? undefined : eq(jobs.kind, kind),
        state === undefined ? undefined : eq(jobs.state, state),
      ),
    )
    .orderBy(desc(jobs.n))
    .limit(limit + 1)
    .all();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? writePlace(last.n) : null;
  return done({ jobs: page.map((row) => ({ ...viewOf(row), result: null })), cursor: next });
}

export function viewOf(row: JobRow): JobView {
  const { n, kind, state, by, createdAt, updatedAt, total, result, failure: why } = row;
  return {
    id: idOf(n),
    kind,
    state,
    by,
    createdAt,
    updatedAt,
    done: row.done,
    total,
    result: state === 'done' ? result : null,
    failure: why,
  };
}

/** The running job whose turn it is: of those due, the one looked at longest ago. */
export function nextJob(work: Work): JobRow | undefined {
  return selectNext(work).get({ now: work.now });
}

const selectNext = prepared((db) => {
  const { jobs } = schema;
  return db
    .select()
    .from(jobs)
    .where(and(isNotNull(jobs.dueAt), lte(jobs.dueAt, sql.placeholder('now'))))
    .orderBy(jobs.updatedAt, jobs.n)
    .limit(1)
    .prepare();
});
