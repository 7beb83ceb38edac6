/**
 * The chore that sends the webhooks that wait in the outbox (`connectionDrain.ts` sends to other systems): by the alarm, each message under the same id until it
 * is taken, with growing pauses and no chance in them. After five days it is given up, visibly.
 */
import { and, asc, desc, eq, inArray, isNotNull, lt, lte, min, ne, sql } from 'drizzle-orm';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';
import type { Env } from '../../env.ts';
import type { Chore } from '../jobs/chore.ts';
import { requestOf, webhookGone } from './outboxRequest.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';
import type { Reason } from '../../../shared/protocol/reason.ts';
import { faultAt } from '../../reasons.ts';

const FIRST_PAUSE_MS = 10 * SECOND_MS;
const LONGEST_PAUSE_MS = 6 * HOUR_MS;
/** Given up when it would be tried again later than this after it was written. */
export const DEAD_AFTER_MS = 5 * DAY_MS;
/** Claimed for so long: whoever dies while sending leaves it to be sent again. */
const LEASE_MS = 2 * MINUTE_MS;
/** Others to a target that just failed wait at most so long for it. */
const COOLING_MS = MINUTE_MS;
const LONGEST_RETRY_AFTER_MS = DAY_MS;
const ANSWER_WITHIN_MS = 10 * SECOND_MS;
/** Connections one invocation may hold at once. */
const TARGETS_AT_ONCE = 6;
const MESSAGES_A_TARGET = 20;
/** So that due leads never wait long for somebody's slow server. */
const DRAIN_FOR_MS = 10 * SECOND_MS;

const { outbox } = schema;
type Row = typeof outbox.$inferSelect;

export const dueOutbox: Chore = {
  name: 'outbox',
  nextAt: (work) => selectEarliest(work).get()?.at ?? null,
  drain: async (work, env) => {
    const targets = work.db
      .select({ target: outbox.target, at: min(outbox.nextAt) })
      .from(outbox)
      .where(and(lte(outbox.nextAt, work.now), eq(outbox.kind, 'webhook')))
      .groupBy(outbox.target)
      .orderBy(asc(min(outbox.nextAt)))
      .limit(TARGETS_AT_ONCE)
      .all();
    await Promise.all(targets.map(({ target }) => drainTarget(work, env, target)));
  },
};

const selectEarliest = prepared((db) =>
  db
    .select({ at: min(outbox.nextAt) })
    .from(outbox)
    .where(and(isNotNull(outbox.nextAt), eq(outbox.kind, 'webhook')))
    .prepare(),
);

/** One after the other, in the order they were written, until one is not taken. */
async function drainTarget(work: Work, env: Env, target: string): Promise<void> {
  const begun = Date.now();
  cool(work, target);
  for (let count = 0; count < MESSAGES_A_TARGET && Date.now() - begun < DRAIN_FOR_MS; count += 1) {
    const claimed = claim(work, target);
    if (claimed === undefined) return;
    const request = requestOf(work, env, claimed);
    if (request === null) {
      hold(work, target);
      return;
    }
    const tried = request instanceof Request ? await post(request) : { reason: request };
    if (!settle(work, claimed, tried)) return;
  }
}

/** While its last try failed, what was never tried waits for those that were. */
function cool(work: Work, target: string): void {
  const last = work.db
    .select({ state: outbox.state, triedAt: outbox.triedAt })
    .from(outbox)
    .where(and(eq(outbox.target, target), isNotNull(outbox.triedAt)))
    .orderBy(desc(outbox.triedAt))
    .limit(1)
    .get();
  const until = (last?.triedAt ?? 0) + COOLING_MS;
  if (last?.state !== 'failed' || until <= work.now) return;
  work.db
    .update(outbox)
    .set({ nextAt: until })
    .where(and(eq(outbox.target, target), eq(outbox.state, 'waiting'), lt(outbox.nextAt, until)))
    .run();
}

function claim(work: Work, target: string): Row | undefined {
  const next = work.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.target, target), lte(outbox.nextAt, work.now)))
    // Of one instant, in the order they were written.
    .orderBy(asc(outbox.nextAt), sql`rowid`)
    .limit(1)
    .get();
  if (next === undefined) return undefined;
  return work.db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, triedAt: work.now, nextAt: work.now + LEASE_MS })
    .where(eq(outbox.id, next.id))
    .returning()
    .get();
}

/** Until somebody resumes it, nothing of a paused target is due. */
function hold(work: Work, target: string): void {
  work.db
    .update(outbox)
    .set({ nextAt: null })
    .where(and(eq(outbox.target, target), inArray(outbox.state, ['waiting', 'failed'])))
    .run();
}

interface Tried {
  readonly status?: number;
  /** Why it was not taken: ours, never theirs. */
  readonly reason?: Reason;
  readonly retryAfterMs?: number;
}

async function post(request: Request): Promise<Tried> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    // What they answer is none of our business, and may be anything.
    await response.body?.cancel();
    const { status } = response;
    if (response.ok) return { status };
    const retryAfterMs = retryAfter(response.headers.get('Retry-After'));
    const isElsewhere = status >= 300 && status < 400;
    const reason: Reason = isElsewhere ? { code: 'redirects' } : { code: 'answered', n: status };
    return { status, reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return {
      reason: late ? { code: 'no_answer', n: ANSWER_WITHIN_MS / SECOND_MS } : { code: 'not_reached' },
    };
  }
}

/** Seconds, or a date; undefined when it says nothing we can use. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * SECOND_MS : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, LONGEST_RETRY_AFTER_MS) : undefined;
}

/** @returns whether it was taken */
function settle(work: Work, row: Row, { status, reason, retryAfterMs = 0 }: Tried): boolean {
  if (reason === undefined) {
    const sent = { state: 'sent', status: status ?? null, error: null, reason: null, nextAt: null } as const;
    work.db.update(outbox).set(sent).where(eq(outbox.id, row.id)).run();
    return true;
  }
  const nextAt = work.now + Math.max(pauseAfter(row.attempts), retryAfterMs);
  const gone = status === 410;
  const dead = gone || nextAt > row.createdAt + DEAD_AFTER_MS;
  work.transact(() => {
    work.db
      .update(outbox)
      .set({
        state: dead ? 'dead' : 'failed',
        status: status ?? null,
        error: faultAt('', reason).detail,
        reason,
        nextAt: dead ? null : nextAt,
      })
      .where(eq(outbox.id, row.id))
      .run();
    if (gone && row.kind === 'webhook') webhookGone(work, row.target);
    const cooled = Math.min(nextAt, work.now + Math.max(COOLING_MS, retryAfterMs));
    work.db
      .update(outbox)
      .set({ nextAt: gone ? null : cooled })
      .where(and(eq(outbox.target, row.target), lt(outbox.nextAt, cooled), ne(outbox.id, row.id)))
      .run();
  });
  return false;
}

/** 10 s, 30 s, 90 s, … 6 h. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 3 ** Math.max(0, attempts - 1));
}
