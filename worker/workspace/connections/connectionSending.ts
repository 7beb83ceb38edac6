/** Writes what waits for a connected system: many in one call, each with a fate of its own. */
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Connector, Line, Trouble, Write, Written } from '../../connectors/connector.ts';
import type { QueuedWrite } from './connectionQueue.ts';
import { count, type AgreedConnection } from './connectionRows.ts';
import { giveTurnBack, holdTurns, takeTurn } from './connectionTurns.ts';
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
    const wanted = wantedOf(work, connection, connector, rows);
    if (wanted.length === 0) continue;
    const answer = await connector.write(
      line,
      wanted.map(({ write }) => write),
    );
    work.transact(() => {
      for (const [index, one] of wanted.entries())
        settle(work, connection, connector, one, answer.ok ? answer.value[index] : answer);
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

interface Wanted {
  readonly row: Row;
  readonly write: Write;
}

/** What of it is to be told now. */
function wantedOf(
  work: Work,
  connection: AgreedConnection,
  connector: Connector,
  rows: readonly Row[],
): readonly Wanted[] {
  const wanted: Wanted[] = [];
  const people = new Set<string>();
  for (const row of rows) {
    // Written by `connectionQueue.ts`; the outbox keeps it as it was.
    const payload = row.payload as QueuedWrite;
    const write = writeOf(work, connection, connector, row.leadId, payload);
    const person = write?.kind === 'values' ? `${write.person.object} ${write.person.id}` : '';
    // Nothing (any more) to be told; or what is newest of them goes already.
    if (write === undefined || people.has(person)) sent(work, row);
    else if (write.kind !== 'values') wanted.push({ row, write });
    else if (isTurnOf(work, connection, connector, row, write)) {
      people.add(person);
      wanted.push({ row, write });
    }
  }
  return wanted;
}

/** Where the vendor takes only so many changes of one record; another time it waits, and nothing has failed. */
function isTurnOf(
  work: Work,
  { id }: AgreedConnection,
  { perPerson }: Connector,
  row: Row,
  { person }: Extract<Write, { kind: 'values' }>,
): boolean {
  const wait = perPerson === undefined ? 0 : takeTurn(work, id, perPerson, person);
  if (wait > 0) waits(work, row, wait);
  return wait === 0;
}

function waits(work: Work, { id, attempts }: Row, ms: number): void {
  const waiting = { state: 'waiting', nextAt: work.now + ms, error: null, attempts: attempts - 1 } as const;
  work.db.update(outbox).set(waiting).where(eq(outbox.id, id)).run();
}

function sent(work: Work, { id }: Row): void {
  const done = { state: 'sent', error: null, nextAt: null } as const;
  work.db.update(outbox).set(done).where(eq(outbox.id, id)).run();
}

function settle(
  work: Work,
  connection: AgreedConnection,
  { perPerson }: Connector,
  { row, write }: Wanted,
  written: Written | undefined,
): void {
  if (written?.ok === true) {
    sent(work, row);
    noteWritten(work, connection, write, row.leadId, written);
    count(work, connection.id, { written: 1 });
    return;
  }
  const { trouble = 'unavailable', status = null, detail = 'nothing was answered' } = written ?? {};
  const isOfPerson = perPerson !== undefined && write.kind === 'values';
  // Waits for its turn, or for access to be given again, however long that takes.
  if (written?.paced === true) {
    if (isOfPerson) giveTurnBack(work, connection.id, perPerson, write.person);
    waits(work, row, written.retryAfterMs ?? 0);
    return;
  }
  if (trouble === 'unauthorised') {
    const again = { state: 'failed', nextAt: work.now, error: detail, attempts: row.attempts - 1 } as const;
    work.db.update(outbox).set(again).where(eq(outbox.id, row.id)).run();
    return;
  }
  if (isOfPerson && written?.ofOne) holdTurns(work, connection.id, perPerson, write.person, written);
  const nextAt = work.now + Math.max(pauseAfter(row.attempts), written?.retryAfterMs ?? 0);
  const passing =
    trouble === 'limited' ||
    trouble === 'unavailable' ||
    (trouble === 'conflict' && row.attempts < CONFLICTS);
  const dead = !passing || nextAt > row.createdAt + DEAD_AFTER_MS;
  work.db
    .update(outbox)
    .set({
      state: dead ? 'dead' : 'failed',
      status,
      error: detail,
      reason: { code: written?.why ?? trouble },
      nextAt: dead ? null : nextAt,
    })
    .where(eq(outbox.id, row.id))
    .run();
}
