/** What an admin sees of the outbox, and has tried again. Payloads are not shown: the log says what became of them. */
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import * as z from 'zod';
import type { OutboxEntry, OutboxQuery } from '../../../shared/protocol/subscriptions.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { readPlace, writePlace } from '../place.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';
import { refused } from '../../refused.ts';

const { outbox } = schema;
const DEFAULT_PAGE = 50;
const Place = z.string();

export interface OutboxPage {
  readonly entries: readonly OutboxEntry[];
  readonly cursor: string | null;
}

/** Newest first. */
export function listOutbox(work: Work, _who: Who, asked: OutboxQuery): Outcome<OutboxPage> {
  return pageOf(work, asked);
}

/** @param target only what goes to it */
export function pageOf(
  work: Work,
  { state, cursor, limit = DEFAULT_PAGE }: OutboxQuery,
  target?: string,
): Outcome<OutboxPage> {
  const before = cursor === undefined ? undefined : readPlace(Place, cursor);
  if (cursor !== undefined && before === undefined)
    return failure('bad-request', 'This cursor is none of ours. Leave it out to begin with the newest.');
  // Ids begin with the instant they were made at.
  const rows = work.db
    .select()
    .from(outbox)
    .where(
      and(
        target === undefined ? undefined : eq(outbox.target, target),
        state === undefined ? undefined : eq(outbox.state, state),
        before === undefined ? undefined : lt(outbox.id, before),
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(limit + 1)
    .all();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return done({
    entries: page.map(entryOf),
    cursor: rows.length > limit && last ? writePlace(last.id) : null,
  });
}

/** At once, whatever its pause was; only what was not taken yet. */
export function retryOutbox(work: Work, who: Who, { id }: { id: string }): Outcome<OutboxEntry> {
  const found = work.db.select().from(outbox).where(eq(outbox.id, id)).get();
  if (found === undefined) return failure('not-found', 'There is no such message.');
  if (found.state === 'sent') return refused('conflict', 'message_taken');
  const row = work.db
    .update(outbox)
    .set({ state: found.state === 'dead' ? 'failed' : found.state, nextAt: work.now })
    .where(and(eq(outbox.id, id), inArray(outbox.state, ['waiting', 'failed', 'dead'])))
    .returning()
    .get();
  audit(work, who, 'outbox.retried', id);
  return done(entryOf(row));
}

function entryOf(row: typeof outbox.$inferSelect): OutboxEntry {
  const { id, kind, target, leadId, state, attempts, createdAt, nextAt, triedAt, status, error, reason } =
    row;
  const { payload } = row;
  const event =
    typeof payload === 'object' && payload !== null && 'event' in payload ? String(payload.event) : null;
  return {
    id,
    kind,
    target,
    event,
    leadId,
    state,
    attempts,
    createdAt,
    nextAt,
    triedAt,
    status,
    error,
    ...(reason === null ? {} : { reason }),
  };
}
