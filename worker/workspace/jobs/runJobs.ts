/** Carries long work on, a slice at a time, and ends what was cancelled or fails again and again. */
import { eq, min } from 'drizzle-orm';
import { SECOND_MS } from '../../../shared/time.ts';
import type { JobView } from '../../../shared/protocol/jobs.ts';
import { done, type Outcome } from '../../outcome.ts';
import type { Chore } from './chore.ts';
import { JOB_KINDS } from './jobKinds.ts';
import { idOf, type Job, jobFor, type JobKind, type JobRow, nextJob, viewOf } from './jobs.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import { traceOf } from '../trace.ts';
import type { Who, Work } from '../work.ts';
import { logError } from '../../log.ts';
import { refused } from '../../refused.ts';

/** Times one slice may fail in a row before the job is given up. */
const MOST_TRIES = 4;

export const dueJobs: Chore = {
  name: 'jobs',
  nextAt: (work) => selectEarliest(work).get()?.at ?? null,
  run: (work) => {
    const row = nextJob(work);
    if (row) runSlice(work, row);
  },
};

const selectEarliest = prepared((db) =>
  db
    .select({ at: min(schema.jobs.dueAt) })
    .from(schema.jobs)
    .prepare(),
);

function runSlice(work: Work, row: JobRow): void {
  const kind = kindOf(row);
  if (kind === undefined) {
    // Begun by a release that knew it.
    end(work, row, 'failed', 'This kind of work is not known any more. Start it again.');
    return;
  }
  try {
    work.transact(() => {
      const {
        cursor,
        result,
        finished,
        failure: why,
        dueAt = work.now,
        ...step
      } = kind.step(work, jobOf(row));
      if (why !== undefined) {
        end(work, row, 'failed', why);
        return;
      }
      const reached = { ...step, cursor, tries: 0, updatedAt: work.now };
      keep(
        work,
        row,
        finished
          ? { ...reached, result: result ?? null, cursor: null, state: 'done', dueAt: null }
          : { ...reached, dueAt },
      );
    });
  } catch (error) {
    work.ground.forget();
    logError('job failed', { job: idOf(row.n), kind: row.kind, ...traceOf(error) });
    countTry(work, row);
  }
}

/** One more failure in a row: later again, or given up. */
function countTry(work: Work, row: JobRow): void {
  const tries = row.tries + 1;
  if (tries >= MOST_TRIES) {
    const place = row.total === null ? `${row.done}` : `${row.done} of ${row.total}`;
    const sentence = `It stopped after ${place} and did not get on in ${tries} attempts. Start it again; if it stops there again, tell whoever runs this worker.`;
    end(work, row, 'failed', sentence);
    return;
  }
  keep(work, row, { tries, updatedAt: work.now, dueAt: work.now + SECOND_MS * 4 ** tries });
}

/**
 * After an alarm that never returned (the slice ran out of memory or time, past any catch): what was
 * next is blamed, so that it cannot stop the alarm for ever.
 */
export function blameNextJob(work: Work): void {
  const row = nextJob(work);
  if (row) countTry(work, row);
}

export function cancelJob(work: Work, who: Who, { id }: { id: string }): Outcome<JobView> {
  const found = jobFor(work, who, id);
  if (!found.ok) return found;
  const row = found.value;
  if (row.state !== 'running') return refused('conflict', 'over_already');
  if (kindOf(row)?.cancellable === false) return refused('conflict', 'not_over_yet');
  end(work, row, 'cancelled', null);
  return done(viewOf({ ...row, state: 'cancelled', updatedAt: work.now }));
}

function end(work: Work, row: JobRow, state: 'failed' | 'cancelled', sentence: string | null): void {
  work.transact(() => {
    kindOf(row)?.abandon?.(work, jobOf(row));
    keep(work, row, { state, failure: sentence, dueAt: null, cursor: null, updatedAt: work.now });
  });
}

function keep(work: Work, { n }: JobRow, changed: Partial<JobRow>): void {
  work.db.update(schema.jobs).set(changed).where(eq(schema.jobs.n, n)).run();
}

function kindOf({ kind }: JobRow): JobKind<unknown, unknown> | undefined {
  return Object.hasOwn(JOB_KINDS, kind) ? JOB_KINDS[kind] : undefined;
}

function jobOf({ n, by, createdAt, input, cursor, done: count, total }: JobRow): Job<unknown, unknown> {
  return { id: idOf(n), by, createdAt, input, cursor, done: count, total };
}
