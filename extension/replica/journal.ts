/**
 * A second place for what waits to be sent: a browser's database can break or be deleted, and what a
 * person did must outlive that (ATT2). Written after the outbox, taken out once the worker answered.
 */
import { browser } from 'wxt/browser';
import type { Database, OutboxRow } from './database.ts';
import { renumber } from './numbering.ts';

const PREFIX = 'queued:';

/** Best effort: the outbox is what counts, and storage that is full must not undo what it holds. */
export async function noteQueued(rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  const noted = Object.fromEntries(rows.map((row) => [`${PREFIX}${row.id}`, row]));
  await browser.storage.local.set(noted).catch(() => undefined);
}

export async function dropQueued(ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await browser.storage.local.remove(ids.map((id) => `${PREFIX}${id}`)).catch(() => undefined);
}

/**
 * Puts back what the database should hold and does not; under a numbering of its own, for the old one
 * is gone, and with the old ids, by which the worker knows what it has already.
 * @returns how many came back.
 */
export async function recoverQueued(database: Database): Promise<number> {
  const stored = await browser.storage.local.get(null);
  const noted = Object.entries(stored).flatMap(([name, row]) =>
    name.startsWith(PREFIX) ? [row as OutboxRow] : [],
  );
  const lost: OutboxRow[] = [];
  const done: string[] = [];
  for (const row of noted) {
    const held = await database.get('outbox', row.id);
    if (!held) lost.push(row);
    else if (held.state !== 'pending') done.push(row.id);
  }
  await dropQueued(done);
  for (const member of new Set(lost.map((row) => row.member))) {
    const writing = database.transaction('outbox', 'readwrite');
    const rows = lost.filter((row) => row.member === member);
    for (const row of rows) await writing.store.put({ ...row, state: 'pending' });
    await writing.done;
    const epoch = (await database.get('clients', member))?.epoch ?? null;
    await renumber(database, member, { epoch, since: 0, all: false });
  }
  return lost.length;
}
