/** Connections as an admin keeps them: agreed to, paused, ended. Nothing is fetched here. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ConnectionMapping, ConnectionView } from '../../../shared/protocol/connections.ts';
import { SECOND_MS } from '../../../shared/time.ts';
import type { KeptPace } from '../../connectors/pace.ts';
import { done, failure, type Failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { mappingFaults } from './connectionMapping.ts';
import { changeConnection, connectionOf, UNKNOWN_CONNECTION, type ConnectionRow } from './connectionRows.ts';
import { viewOf } from './connectionViews.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

const {
  connectionHints,
  connectionLeft,
  connectionLetters,
  connectionRecords,
  connections,
  connectionStreams,
  outbox,
} = schema;

export function listConnections(work: Work): Outcome<{ connections: readonly ConnectionView[] }> {
  const rows = work.db
    .select()
    .from(connections)
    .orderBy(asc(connections.createdAt), asc(connections.id))
    .all();
  return done({ connections: rows.map((row) => viewOf(work, row)) });
}

export function readConnection(work: Work, _who: Who, { id }: { id: string }): Outcome<ConnectionView> {
  const row = connectionOf(work, id);
  return row ? done(viewOf(work, row)) : UNKNOWN_CONNECTION;
}

/** What the route needs to speak to the vendor for an admin; the tokens stay sealed. */
export interface Opened {
  readonly row: Pick<ConnectionRow, 'id' | 'vendor' | 'settings' | 'account' | 'tokens' | 'mapping' | 'pace'>;
}

/** While an admin looks at what is over there, the limits are theirs. */
const LOOKING_MS = 10 * SECOND_MS;

const NO_ACCESS: Failure = {
  ...failure('conflict', 'Nobody has given access to this system yet. Connect it first.'),
  more: { reason: { code: 'no_access_yet' } },
};

export function openConnection(work: Work, _who: Who, { id }: { id: string }): Outcome<Opened> {
  const found = connectionOf(work, id);
  if (!found) return UNKNOWN_CONNECTION;
  if (found.tokens === null) return NO_ACCESS;
  changeConnection(work, id, { heldUntil: work.now + LOOKING_MS });
  const { vendor, settings, account, tokens, mapping, pace } = found;
  return done({ row: { id, vendor, settings, account, tokens, mapping, pace } });
}

/** An admin has looked: what that used of the limits is known, and the work goes on. */
export function closeConnection(work: Work, id: string, pace: KeptPace): void {
  changeConnection(work, id, { pace, heldUntil: null });
}

/** Agreed to: everything is read by it, also what was read by another one before. */
export function agreeMapping(
  work: Work,
  who: Who,
  { id, mapping }: { id: string; mapping: ConnectionMapping },
): Outcome<ConnectionView> {
  const row = connectionOf(work, id);
  if (!row) return UNKNOWN_CONNECTION;
  const faults = mappingFaults(work, id, mapping);
  if (faults.length > 0) return failure('invalid-body', 'This mapping cannot be kept.', faults);
  if (row.tokens === null) return NO_ACCESS;
  const state = row.state === 'mapping' ? 'running' : row.state;
  const isOther = JSON.stringify(row.mapping) !== JSON.stringify(mapping);
  if (isOther) {
    work.db.delete(connectionStreams).where(eq(connectionStreams.connectionId, id)).run();
    work.db
      .update(connectionRecords)
      .set({ said: {} })
      .where(and(eq(connectionRecords.connectionId, id), isNull(connectionRecords.factId)))
      .run();
  }
  changeConnection(work, id, {
    mapping,
    state,
    prepared: row.prepared && !isOther,
    nextAt: state === 'running' ? work.now : null,
    tries: 0,
  });
  audit(work, who, 'connection.mapped', id);
  return readConnection(work, who, { id });
}

export function pauseConnection(work: Work, who: Who, { id }: { id: string }): Outcome<ConnectionView> {
  const row = connectionOf(work, id);
  if (!row) return UNKNOWN_CONNECTION;
  if (row.state !== 'running') return failure('conflict', 'Only a running connection can be paused.');
  changeConnection(work, id, { state: 'paused', nextAt: null });
  audit(work, who, 'connection.paused', id);
  return readConnection(work, who, { id });
}

/** What happened meanwhile is read and written now; a running one is looked at at once. */
export function resumeConnection(work: Work, who: Who, { id }: { id: string }): Outcome<ConnectionView> {
  const row = connectionOf(work, id);
  if (!row) return UNKNOWN_CONNECTION;
  if (row.mapping === null || row.tokens === null)
    return failure('conflict', 'Give access and agree what means what first.');
  changeConnection(work, id, { state: 'running', nextAt: work.now, tries: 0, problem: null });
  audit(work, who, 'connection.resumed', id);
  return readConnection(work, who, { id });
}

/** For good; the leads and facts it brought stay, what waited to be written does not. */
export function endConnection(
  work: Work,
  who: Who,
  { id, step }: { id: string; step: 'open' | 'end' },
): Outcome<Opened['row'] | null> {
  const row = connectionOf(work, id);
  if (!row) return UNKNOWN_CONNECTION;
  if (step === 'open') {
    const opened = openConnection(work, who, { id });
    return done(opened.ok ? opened.value.row : null);
  }
  for (const table of [
    connectionStreams,
    connectionRecords,
    connectionLeft,
    connectionHints,
    connectionLetters,
  ])
    work.db.delete(table).where(eq(table.connectionId, id)).run();
  work.db.delete(outbox).where(eq(outbox.target, id)).run();
  work.db.delete(connections).where(eq(connections.id, id)).run();
  audit(work, who, 'connection.ended', id, { vendor: row.vendor });
  return done(null);
}
