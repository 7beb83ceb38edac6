/**
 * What could not be taken or written, for people to see and have tried again: records of theirs by kind and
 * id, never what they say, and writes the outbox gave up.
 */
import { and, count, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import type { Letter, LettersQuery } from '../../../shared/protocol/connectionLetters.ts';
import type { FaultView } from '../../../shared/protocol/reason.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { UNKNOWN_CONNECTION, connectionOf } from './connectionRows.ts';
import { readPlace, writePlace } from '../place.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

const { connectionHints, connectionLetters, connectionRecords, connections, outbox } = schema;
const DEFAULT_PAGE = 50;
const MOST_FAULTS = 10;

/** One a record, however often it is read in vain. */
export function writeLetter(
  work: Work,
  {
    connectionId,
    stream,
    recordId,
    faults,
  }: { connectionId: string; stream: string; recordId: string; faults: readonly FaultView[] },
): void {
  const before = dropLetter(work, connectionId, stream, recordId);
  const id = before?.id ?? `let_${uuidv7({ msecs: work.now })}`;
  const tries = (before?.tries ?? 0) + 1;
  const why = faults
    .map(({ pointer, detail }) => (pointer === '' ? detail : `${pointer.slice(1)}: ${detail}`))
    .join('; ')
    .slice(0, 500);
  work.db
    .insert(connectionLetters)
    .values({
      id,
      connectionId,
      stream,
      recordId,
      why,
      faults: faults.slice(0, MOST_FAULTS),
      at: work.now,
      tries,
    })
    .run();
}

/** It was taken since. */
export function dropLetter(work: Work, connectionId: string, stream: string, recordId: string) {
  return work.db
    .delete(connectionLetters)
    .where(
      and(
        eq(connectionLetters.connectionId, connectionId),
        eq(connectionLetters.stream, stream),
        eq(connectionLetters.recordId, recordId),
      ),
    )
    .returning()
    .get();
}

/** Newest first. */
export function listLetters(
  work: Work,
  _who: Who,
  { id, asked: { cursor, limit = DEFAULT_PAGE } }: { id: string; asked: LettersQuery },
): Outcome<{ letters: readonly Letter[]; cursor: string | null }> {
  if (!connectionOf(work, id)) return UNKNOWN_CONNECTION;
  const before = cursor === undefined ? undefined : readPlace(z.int(), cursor);
  if (cursor !== undefined && before === undefined)
    return failure('bad-request', 'This cursor is none of ours. Leave it out to begin with the newest.');
  const until = before ?? Number.MAX_SAFE_INTEGER;
  const taken = work.db
    .select()
    .from(connectionLetters)
    .where(and(eq(connectionLetters.connectionId, id), lt(connectionLetters.at, until)))
    .orderBy(desc(connectionLetters.at))
    .limit(limit + 1)
    .all()
    .map(({ stream, recordId, ...letter }): Letter => {
      const { id: letterId, why, at, tries } = letter;
      const head = { id: letterId, direction: 'in', what: stream, record: recordId } as const;
      return { ...head, leadId: null, why, faults: letter.faults ?? [], at, tries };
    });
  const given = work.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.target, id), eq(outbox.state, 'dead'), lt(outbox.triedAt, until)))
    .orderBy(desc(outbox.triedAt))
    .limit(limit + 1)
    .all()
    .map((row): Letter => ({
      id: row.id,
      direction: 'out',
      what: kindOf(row.payload),
      record: null,
      leadId: row.leadId,
      why: row.error ?? '',
      faults: row.reason === null ? [] : [{ pointer: '', detail: row.error ?? '', reason: row.reason }],
      at: row.triedAt ?? row.createdAt,
      tries: row.attempts,
    }));
  const all = [...taken, ...given].toSorted((a, b) => b.at - a.at);
  const page = all.slice(0, limit);
  const last = page.at(-1);
  return done({ letters: page, cursor: all.length > limit && last ? writePlace(last.at) : null });
}

function kindOf(payload: unknown): string {
  return typeof payload === 'object' && payload !== null && 'what' in payload ? String(payload.what) : '';
}

/** Read or written again at the next turn, which is now; the letter stands until that went well. */
export function retryLetter(
  work: Work,
  who: Who,
  { id, letter }: { id: string; letter: string },
): Outcome<null> {
  const connection = connectionOf(work, id);
  if (!connection) return UNKNOWN_CONNECTION;
  const row = work.db
    .select()
    .from(connectionLetters)
    .where(and(eq(connectionLetters.id, letter), eq(connectionLetters.connectionId, id)))
    .get();
  const sent = work.db
    .update(outbox)
    .set({ state: 'failed', nextAt: work.now })
    .where(and(eq(outbox.id, letter), eq(outbox.target, id), eq(outbox.state, 'dead')))
    .returning({ id: outbox.id })
    .get();
  if (!row && !sent) return failure('not-found', 'There is no such letter. It may have been taken since.');
  if (row) {
    const { stream, recordId } = row;
    // Looked at as if for the first time: what it says may be the same, what it means another thing.
    work.db
      .update(connectionRecords)
      .set({ said: {} })
      .where(
        and(
          eq(connectionRecords.connectionId, id),
          eq(connectionRecords.recordId, recordId),
          isNull(connectionRecords.factId),
        ),
      )
      .run();
    const hint = { connectionId: id, key: `again:${row.id}:${row.tries}`, stream, recordId };
    work.db
      .insert(connectionHints)
      .values({ ...hint, receivedAt: work.now })
      .onConflictDoNothing()
      .run();
  }
  if (connection.state === 'running')
    work.db.update(connections).set({ nextAt: work.now }).where(eq(connections.id, id)).run();
  audit(work, who, 'connection.retried', id);
  return done(null);
}

export function countLetters(work: Work, id: string) {
  const letters = work.db
    .select({ n: count() })
    .from(connectionLetters)
    .where(eq(connectionLetters.connectionId, id))
    .get();
  const of = (state: 'dead' | 'waiting' | 'failed') =>
    work.db
      .select({ n: count() })
      .from(outbox)
      .where(
        and(
          eq(outbox.target, id),
          eq(outbox.state, state),
          ...(state === 'dead' ? [] : [isNotNull(outbox.nextAt)]),
        ),
      )
      .get()?.n ?? 0;
  return { letters: letters?.n ?? 0, dead: of('dead'), waiting: of('waiting') + of('failed') };
}
