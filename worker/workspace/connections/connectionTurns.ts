/**
 * Changes to one person's record no more often than the vendor documents: what comes above waits for its turn,
 * and by then is one write of whatever is newest. One instant a record is kept of it, told before each is sent.
 */
import { and, eq } from 'drizzle-orm';
import { type Limit, rateOf } from '../../connectors/pace.ts';
import type { Ref, Trouble } from '../../connectors/connector.ts';
import { recordsOf } from './connectionRecords.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const { connectionRecords } = schema;

/** @returns 0 when its turn has come, and is taken; or in how many ms it will */
export function takeTurn(work: Work, connectionId: string, limit: Limit, person: Ref): number {
  const { everyMs, aheadMs } = rateOf(limit);
  const until = recordsOf(work, connectionId, person)[0]?.paceUntil ?? 0;
  const wait = Math.ceil(until - aheadMs - work.now);
  if (wait > 0) return wait;
  keepUntil(work, connectionId, person, Math.max(until, work.now) + everyMs);
  return 0;
}

/** It was not sent after all. */
export function giveTurnBack(work: Work, connectionId: string, limit: Limit, person: Ref): void {
  const until = recordsOf(work, connectionId, person)[0]?.paceUntil;
  if (typeof until === 'number') keepUntil(work, connectionId, person, until - rateOf(limit).everyMs);
}

/** Somebody else uses that limit up, too: until the vendor may take one again, none is sent. */
export function holdTurns(
  work: Work,
  connectionId: string,
  limit: Limit,
  person: Ref,
  { retryAfterMs = 0 }: Trouble,
): void {
  keepUntil(work, connectionId, person, work.now + retryAfterMs + rateOf(limit).aheadMs);
}

function keepUntil(work: Work, connectionId: string, { object, id }: Ref, until: number): void {
  const { connectionId: connection, object: kind, recordId } = connectionRecords;
  work.db
    .update(connectionRecords)
    .set({ paceUntil: Math.ceil(until) })
    .where(and(eq(connection, connectionId), eq(kind, object), eq(recordId, id)))
    .run();
}
