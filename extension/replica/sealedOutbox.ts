/**
 * What a member did, put away when they sign out (PRI3): unreadable on this device until the same
 * member is back, by disk, by whoever signs in next, and by us. It protects what was done, and about
 * whom, on a device that changes hands; not against somebody who already controls the signed-in browser.
 */
import { STRICT, type Client, type Database, type OutboxRow, type SendRow } from './database.ts';
import { dropQueued } from './journal.ts';
import { ofMember, renumber } from './numbering.ts';
import { openText, sealText } from './sealing.ts';
import { memberKey, type Session } from './session.ts';
import { sealKey, unseal } from './workerApi.ts';

interface Contents {
  readonly outbox: readonly OutboxRow[];
  readonly client: Client | undefined;
  readonly sends: readonly SendRow[];
}

/** Fetched while there is a connection, because signing out may happen without one. */
export async function keepSealKey(database: Database, session: Session): Promise<void> {
  const member = memberKey(session);
  if (await database.get('seals', member)) return;
  const answer = await sealKey(session);
  if (answer.ok) await database.put('seals', { member, publicKey: answer.value.publicKey });
}

/**
 * Seals what every member but `present` left here. What cannot be sealed yet, because the worker never
 * gave a key, stays: losing it would be worse.
 */
export async function sealOthers(database: Database, present: string | undefined): Promise<void> {
  const members = await database.getAllKeys('clients');
  // A disk too full to seal on must not keep anybody from signing out: it is tried again at the next start.
  for (const member of members)
    if (member !== present) await sealMember(database, member).catch(() => undefined);
}

/** How often something is done while its member is being put away, at the most. */
const ROUNDS = 5;

async function sealMember(database: Database, member: string): Promise<void> {
  const seal = await database.get('seals', member);
  if (!seal) return;
  for (let round = 0; round < ROUNDS; round += 1) {
    const contents = await contentsOf(database, member);
    if (contents.outbox.length + contents.sends.length === 0) return;
    const sealed = await sealText(seal.publicKey, member, JSON.stringify(contents));
    if (!(await putAway(database, member, contents, sealed))) continue;
    await dropQueued(contents.outbox.map(({ id }) => id));
    return;
  }
}

/** In one transaction, and only if nothing came since it was read: false = read again. */
async function putAway(
  database: Database,
  member: string,
  read: Contents,
  sealed: Awaited<ReturnType<typeof sealText>>,
): Promise<boolean> {
  const writing = database.transaction(['outbox', 'clients', 'sends', 'sealed'], 'readwrite', STRICT);
  const outbox = writing.objectStore('outbox');
  const now = await outbox.index('member').getAll(ofMember(member));
  const same = JSON.stringify(now) === JSON.stringify(read.outbox);
  if (same) {
    const waiting = now.filter(({ state }) => state === 'pending').length;
    await writing.objectStore('sealed').add({ member, ...sealed, waiting, at: Date.now() });
    for (const { id } of now) await outbox.delete(id);
    for (const { send } of read.sends) await writing.objectStore('sends').delete(send);
    await writing.objectStore('clients').delete(member);
  }
  await writing.done;
  return same;
}

async function contentsOf(database: Database, member: string): Promise<Contents> {
  const reading = database.transaction(['outbox', 'clients', 'sends']);
  const outbox = await reading.objectStore('outbox').index('member').getAll(ofMember(member));
  const client = await reading.objectStore('clients').get(member);
  const sends = await reading.objectStore('sends').getAll();
  return { outbox, client, sends: sends.filter((send) => send.member === member) };
}

/** Brings back what was sealed for whoever is signed in now; false when nothing came back. */
export async function openSealed(database: Database, session: Session): Promise<boolean> {
  const member = memberKey(session);
  const rows = await database.getAllFromIndex('sealed', 'member', member);
  let opened = false;
  for (const row of rows) {
    const answer = await unseal(session, row.ephemeral);
    if (!answer.ok) break;
    const text = await openText(answer.value.key, member, row);
    // Of a key that is no more, e.g. of a workspace that was set up anew: kept, and counted in the diagnostics.
    if (text === undefined || row.id === undefined) continue;
    await bringBack(database, member, row.id, JSON.parse(text) as Contents);
    opened = true;
  }
  return opened;
}

async function bringBack(database: Database, member: string, id: number, contents: Contents): Promise<void> {
  const writing = database.transaction(['outbox', 'clients', 'sends', 'sealed'], 'readwrite', STRICT);
  const clients = writing.objectStore('clients');
  const held = await clients.get(member);
  const begun = held !== undefined && held.lastN > 0;
  for (const row of contents.outbox) await writing.objectStore('outbox').put(row);
  for (const send of contents.sends) await writing.objectStore('sends').put(send);
  if (contents.client && !begun) await clients.put(contents.client);
  await writing.objectStore('sealed').delete(id);
  await writing.done;
  // Two numberings met: one afresh, under which the worker knows the commands by their ids (SYN1).
  if (begun) await renumber(database, member, { epoch: held.epoch, since: 0, all: false });
}

/** How many commands wait here for members who are not signed in: a number, and nobody's name. */
export async function sealedWaiting(database: Database): Promise<number> {
  const rows = await database.getAll('sealed');
  return rows.reduce((sum, { waiting }) => sum + waiting, 0);
}
