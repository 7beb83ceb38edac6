/**
 * The gapless numbering of one member's commands on this device (SYN1), and starting it afresh when
 * the worker and the device no longer agree on it (SYN6).
 */
import { v7 as uuidv7 } from 'uuid';
import { STRICT, type Client, type Database, type OutboxRow } from './database.ts';

/** The numbering of this member on this device; made at the first need. */
export async function clientOf(database: Database, member: string): Promise<Client> {
  return (await database.get('clients', member)) ?? startClient(database, member);
}

async function startClient(database: Database, member: string): Promise<Client> {
  const transaction = database.transaction('clients', 'readwrite', STRICT);
  const client = (await transaction.store.get(member)) ?? newClient(member, null);
  await Promise.all([transaction.store.put(client), transaction.done]);
  return client;
}

/**
 * Takes a new client id and numbers from 1 again, ids unchanged: the pending commands after a fork
 * (SYN1), all of 30 days after a restore (SYN6).
 */
export async function renumber(
  database: Database,
  member: string,
  options: {
    readonly epoch: string | null;
    readonly since: number;
    readonly all: boolean;
    /** Epoch that ended with a restore: what was acknowledged was so in it, if not in one before. */
    readonly ended?: string;
  },
): Promise<void> {
  const transaction = database.transaction(['outbox', 'clients'], 'readwrite', STRICT);
  const outbox = transaction.objectStore('outbox');
  const rows = await outbox.index('member').getAll(ofMember(member));
  const again = rows
    .filter((row) => row.state === 'pending' || (options.all && kept(row, options.since)))
    .toSorted((a, b) => (options.all && a.at !== b.at ? a.at - b.at : a.n - b.n));
  const chosen = new Map(again.map((row, index) => [row.id, index + 1]));
  for (const row of rows) {
    const n = chosen.get(row.id) ?? 0;
    const state = n > 0 ? 'pending' : row.state;
    const ackedIn = row.ackedIn ?? (row.state === 'acknowledged' ? options.ended : undefined);
    const settled = n === 0 && row.settled;
    await outbox.put({ ...row, n, state, settled, ...(ackedIn === undefined ? {} : { ackedIn }) });
  }
  await transaction.objectStore('clients').put({ ...newClient(member, options.epoch), lastN: again.length });
  await transaction.done;
}

function kept(row: OutboxRow, since: number): boolean {
  return row.state === 'acknowledged' && row.at >= since;
}

/**
 * After a gap the worker wants everything past `lastN` again. False when the device no longer holds
 * all of it, so that only a new numbering helps.
 */
export async function rewind(database: Database, member: string, lastN: number): Promise<boolean> {
  const transaction = database.transaction(['outbox', 'clients'], 'readwrite', STRICT);
  const outbox = transaction.objectStore('outbox');
  const client = await transaction.objectStore('clients').get(member);
  const rows = await outbox.index('member').getAll(ofMember(member));
  const after = rows.filter((row) => row.n > lastN);
  const whole = client !== undefined && lastN < client.lastN && after.length === client.lastN - lastN;
  if (whole)
    for (const row of after) await outbox.put({ ...row, state: 'pending', rejection: null, settled: false });
  await transaction.done;
  return whole;
}

/** A numbering nobody has seen yet. */
export function newClient(member: string, epoch: string | null): Client {
  return { member, clientId: uuidv7(), epoch, lastN: 0 };
}

/** Every row of a member, by `n`. */
export function ofMember(member: string): IDBKeyRange {
  return IDBKeyRange.bound([member, 0], [member, Number.MAX_SAFE_INTEGER]);
}
