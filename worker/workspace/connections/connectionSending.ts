/** Writes what waits for a connected system: many in one call, each with a fate of its own. */
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Connector, Line, Trouble, Write, Written } from '../../connectors/connector.ts';
import type { QueuedWrite } from './connectionQueue.ts';
import { count, type AgreedConnection } from './connectionRows.ts';
import { noteWritten, writeOf } from './connectionWrites.ts';
import { DEAD_AFTER_MS, pauseAfter } from '../outbox/outboxDrain.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const { outbox } = schema;
type Row = typeof outbox.$inferSelect;

/** Claimed for so long: whoever dies while sending leaves it to be sent again. */
const LEASE_MS = 2 * MINUTE_MS;
/** What changed over there meanwhile is tried a few times more. */
const CONFLICTS = 5;

/** @returns what it stopped at */
export async function sendWrites(
  work: Work,
  connection: AgreedConnection,
  connector: Connector,
  line: Line,
  until: number,
): Promise<Trouble | undefined> {
  do {
    const rows = claim(work, connection, connector.mostWrites);
    if (rows.length === 0) return undefined;
    const wanted = rows.flatMap((row) => {
      // Written by `connectionQueue.ts`; the outbox keeps it as it was.
      const payload = row.payload as QueuedWrite;
      const write = writeOf(work, connection, connector, row.leadId, payload);
      if (write === undefined) sent(work, row);
      return write === undefined ? [] : [{ row, write }];
    });
    if (wanted.length === 0) continue;
    const answer = await connector.write(
      line,
      wanted.map(({ write }) => write),
    );
    work.transact(() => {
      for (const [index, one] of wanted.entries())
        settle(work, connection, one, answer.ok ? answer.value[index] : answer);
    });
    if (!answer.ok) return answer;
  } while (Date.now() < until);
  return undefined;
}

/** In the order they were written. */
function claim(work: Work, { id }: AgreedConnection, most: number): readonly Row[] {
  const due = work.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.target, id), eq(outbox.kind, 'connection'), lte(outbox.nextAt, work.now)))
    .orderBy(asc(outbox.nextAt), sql`rowid`)
    .limit(most)
    .all()
    .map((row) => row.id);
  if (due.length === 0) return [];
  const rows = work.db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, triedAt: work.now, nextAt: work.now + LEASE_MS })
    .where(sql`${outbox.id} in (select value from json_each(${JSON.stringify(due)}))`)
    .returning()
    .all();
  return rows.toSorted((a, b) => due.indexOf(a.id) - due.indexOf(b.id));
}

function sent(work: Work, { id }: Row): void {
  const done = { state: 'sent', error: null, nextAt: null } as const;
  work.db.update(outbox).set(done).where(eq(outbox.id, id)).run();
}

function settle(
  work: Work,
  connection: AgreedConnection,
  { row, write }: { readonly row: Row; readonly write: Write },
  written: Written | undefined,
): void {
  if (written?.ok === true) {
    sent(work, row);
    noteWritten(work, connection, write, row.leadId, written);
    count(work, connection.id, { written: 1 });
    return;
  }
  const { trouble = 'unavailable', status = null, detail = 'nothing was answered' } = written ?? {};
  const isPaced = written?.paced === true;
  // Waits for access to be given again, or for its turn, however long that takes.
  if (trouble === 'unauthorised' || isPaced) {
    const [state, error] = isPaced ? (['waiting', null] as const) : (['failed', detail] as const);
    const nextAt = work.now + (isPaced ? (written.retryAfterMs ?? 0) : 0);
    const waits = { state, nextAt, error, attempts: row.attempts - 1 };
    work.db.update(outbox).set(waits).where(eq(outbox.id, row.id)).run();
    return;
  }
  const nextAt = work.now + Math.max(pauseAfter(row.attempts), written?.retryAfterMs ?? 0);
  const passing =
    trouble === 'limited' ||
    trouble === 'unavailable' ||
    (trouble === 'conflict' && row.attempts < CONFLICTS);
  const dead = !passing || nextAt > row.createdAt + DEAD_AFTER_MS;
  work.db
    .update(outbox)
    .set({ state: dead ? 'dead' : 'failed', status, error: detail, nextAt: dead ? null : nextAt })
    .where(eq(outbox.id, row.id))
    .run();
}
