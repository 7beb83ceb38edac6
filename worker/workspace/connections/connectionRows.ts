/** Rows of connections: found, changed, counted. */
import { eq } from 'drizzle-orm';
import type { ConnectionCounts, ConnectionMapping } from '../../../shared/protocol/connections.ts';
import { failure } from '../../outcome.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const { connections } = schema;
export type ConnectionRow = typeof connections.$inferSelect;
/** One that has been agreed to: only such are read and written. */
export type AgreedConnection = ConnectionRow & { readonly mapping: ConnectionMapping };

export const UNKNOWN_CONNECTION = failure('not-found', 'There is no such connection.');

export const NO_COUNTS: ConnectionCounts = {
  read: 0,
  unchanged: 0,
  hints: 0,
  created: 0,
  changed: 0,
  attempts: 0,
  replies: 0,
  signals: 0,
  deals: 0,
  gone: 0,
  refused: 0,
  written: 0,
};

export function connectionOf(work: Work, id: string): ConnectionRow | undefined {
  return work.db.select().from(connections).where(eq(connections.id, id)).get();
}

export function isAgreed(row: ConnectionRow | undefined): row is AgreedConnection {
  return row !== undefined && row.mapping !== null;
}

export function changeConnection(work: Work, id: string, changed: Partial<ConnectionRow>): void {
  work.db.update(connections).set(changed).where(eq(connections.id, id)).run();
}

/** Adds to what is in the row now, which may be more than when the work began. */
export function count(work: Work, id: string, more: Partial<ConnectionCounts>): void {
  const row = connectionOf(work, id);
  if (!row) return;
  const counts = { ...row.counts };
  for (const name of Object.keys(counts) as (keyof ConnectionCounts)[]) counts[name] += more[name] ?? 0;
  changeConnection(work, id, { counts });
}
