/**
 * Everything the person did, kept on the device until the worker has it and 30 days longer (ATT2,
 * SYN6). Nothing says "saved" before the transaction here is on the disk (SYN3).
 */
import type { IDBPTransaction } from 'idb';
import { v7 as uuidv7 } from 'uuid';
import { DAY_MS } from '../../shared/time.ts';
import type { CommandBodyOf, CommandKind } from '../../shared/protocol/commands.ts';
import type { CommandResult } from '../../shared/protocol/sync.ts';
import { STRICT, type Database, type OutboxRow, type Schema, type SendRow } from './database.ts';
import { dropQueued, noteQueued } from './journal.ts';
import { newClient, ofMember } from './numbering.ts';

/** How long an acknowledged command is kept for a restored workspace (SYN6). */
export const KEEP_MS = 30 * DAY_MS;

export type NewCommand = {
  [K in CommandKind]: {
    readonly kind: K;
    readonly body: CommandBodyOf<K>;
    /** Epoch ms by the device's clock corrected with the learnt offset (ATT5). */
    readonly at: number;
    /** Revision of the lead the person saw; for state changes (SYN1). */
    readonly baseRevision?: number | undefined;
    /** Server time last told to this device (ATT5). */
    readonly knownAt?: number | undefined;
  };
}[CommandKind];

/** Numbers and stores commands of `member` in one strict transaction. */
export async function record(
  database: Database,
  member: string,
  commands: readonly NewCommand[],
): Promise<readonly OutboxRow[]> {
  const writing = database.transaction(WRITTEN, 'readwrite', STRICT);
  const rows = await append(writing, member, commands);
  await writing.done;
  await noteQueued(rows);
  return rows;
}

/**
 * The same for one gesture with an id of its own: however often it is told, even across a killed
 * service worker, it is recorded once. `fresh` is false when it already was.
 */
export async function recordSend(
  database: Database,
  member: string,
  send: string,
  commands: readonly NewCommand[],
  at: number,
  said?: string,
): Promise<{ readonly row: SendRow; readonly fresh: boolean }> {
  const writing = database.transaction(WRITTEN, 'readwrite', STRICT);
  const known = await writing.objectStore('sends').get(send);
  const added = known ? [] : await append(writing, member, commands);
  const row = known ?? (await addSend(writing, member, send, added, at, said));
  await writing.done;
  await noteQueued(added);
  return { row, fresh: known === undefined };
}

async function addSend(
  writing: Writing,
  member: string,
  send: string,
  rows: readonly OutboxRow[],
  at: number,
  said: string | undefined,
): Promise<SendRow> {
  const recorded = rows.map(({ id, leadId, kind }) => ({ id, leadId, kind }));
  const row = { send, member, at, recorded, undone: false, ...(said === undefined ? {} : { said }) };
  await writing.objectStore('sends').add(row);
  return row;
}

/** Withdraws every attempt of a gesture, once (ATT1). Undefined when there is nothing left to undo. */
export async function undoSend(database: Database, send: string, at: number): Promise<SendRow | undefined> {
  const writing = database.transaction(WRITTEN, 'readwrite', STRICT);
  const known = await writing.objectStore('sends').get(send);
  const attempts = known?.undone === false ? attemptsOf(known) : [];
  if (!known || attempts.length === 0) {
    await writing.done;
    return undefined;
  }
  const withdrawals = attempts.map(
    ({ id, leadId }) => ({ kind: 'attempt.withdraw', body: { leadId, attempt: id }, at }) as const,
  );
  const rows = await append(writing, known.member, withdrawals);
  await writing.objectStore('sends').put({ ...known, undone: true });
  await writing.done;
  await noteQueued(rows);
  return known;
}

/** The attempts among what a gesture recorded: the only part of it that can be taken back. */
export function attemptsOf(send: SendRow): SendRow['recorded'] {
  return send.recorded.filter(({ kind }) => kind === 'attempt.log');
}

const WRITTEN: ('outbox' | 'clients' | 'sends')[] = ['outbox', 'clients', 'sends'];
type Writing = IDBPTransaction<Schema, typeof WRITTEN, 'readwrite'>;

async function append(
  writing: Writing,
  member: string,
  commands: readonly NewCommand[],
): Promise<readonly OutboxRow[]> {
  const clients = writing.objectStore('clients');
  const client = (await clients.get(member)) ?? newClient(member, null);
  const rows = commands.map((command, index) => rowOf(command, member, client.lastN + index + 1));
  for (const row of rows) await writing.objectStore('outbox').add(row);
  await clients.put({ ...client, lastN: client.lastN + rows.length });
  return rows;
}

/** Commands the worker has not answered yet, by `n`. */
export async function pendingOf(database: Database, member: string): Promise<readonly OutboxRow[]> {
  return (await rowsOf(database, member)).filter((row) => row.state === 'pending');
}

/** Commands the worker turned down, oldest first: shown until they were read, blocking nothing (SYN2). */
export async function rejectedOf(database: Database, member: string): Promise<readonly OutboxRow[]> {
  return (await rowsOf(database, member)).filter(isTurnedDown).toSorted((a, b) => a.at - b.at);
}

export function isTurnedDown({ state, readAt }: OutboxRow): boolean {
  return state === 'rejected' && readAt === undefined;
}

/** The person has read why these of theirs were turned down. */
export async function readRejected(
  database: Database,
  member: string,
  ids: readonly string[],
  now: number,
): Promise<readonly OutboxRow[]> {
  const transaction = database.transaction('outbox', 'readwrite', STRICT);
  const rows = await Promise.all(ids.map((id) => transaction.store.get(id)));
  const read = rows.flatMap((row) =>
    row?.member === member && isTurnedDown(row) ? [{ ...row, readAt: now }] : [],
  );
  for (const row of read) await transaction.store.put(row);
  await transaction.done;
  return read;
}

export function rowsOf(database: Database, member: string): Promise<OutboxRow[]> {
  return database.getAllFromIndex('outbox', 'member', ofMember(member));
}

/** Writes the worker's answers down. */
export async function settle(
  database: Database,
  results: readonly CommandResult[],
  now: number,
): Promise<readonly OutboxRow[]> {
  const transaction = database.transaction('outbox', 'readwrite', STRICT);
  const changed: OutboxRow[] = [];
  for (const result of results) {
    const row = await transaction.store.get(result.id);
    if (!row || row.state !== 'pending') continue;
    const answered = answer(row, result, now);
    changed.push(answered);
    await transaction.store.put(answered);
  }
  await transaction.done;
  await dropQueued(changed.map(({ id }) => id));
  return changed;
}

function answer(row: OutboxRow, result: CommandResult, now: number): OutboxRow {
  if (result.result !== 'rejected') return { ...row, state: 'acknowledged', acknowledgedAt: now };
  const { code, detail = null, theirs = null } = result;
  return { ...row, state: 'rejected', rejection: { code, detail, theirs }, settled: true };
}

/** Forgets what was acknowledged, or read as turned down, more than 30 days ago and the gestures of that time. */
export async function prune(database: Database, member: string, now: number): Promise<void> {
  const transaction = database.transaction(['outbox', 'sends'], 'readwrite');
  const old = now - KEEP_MS;
  for (const row of await transaction.objectStore('outbox').index('member').getAll(ofMember(member)))
    if ((isSettled(row) ? (row.acknowledgedAt ?? row.at) : (row.readAt ?? now)) < old)
      await transaction.objectStore('outbox').delete(row.id);
  for (const send of await transaction
    .objectStore('sends')
    .index('at')
    .getAllKeys(IDBKeyRange.upperBound(old)))
    await transaction.objectStore('sends').delete(send);
  await transaction.done;
}

function isSettled({ state, settled }: OutboxRow): boolean {
  return state === 'acknowledged' && settled;
}

function rowOf(command: NewCommand, member: string, n: number): OutboxRow {
  const { kind, body, at, baseRevision, knownAt } = command;
  return {
    id: uuidv7({ msecs: Math.max(0, at) }),
    member,
    leadId: body.leadId,
    n,
    kind,
    body,
    at,
    ...(baseRevision === undefined ? {} : { baseRevision }),
    ...(knownAt === undefined ? {} : { knownAt }),
    state: 'pending',
    rejection: null,
    acknowledgedAt: null,
    settled: false,
  };
}
