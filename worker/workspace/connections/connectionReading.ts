/** Reads a connected system and applies what it says, some changes at a time, each with its place in the stream. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { sha256 } from '../../secrets.ts';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Answer, Change, Connector, Line, Ref, Stream, Trouble } from '../../connectors/connector.ts';
import { applyChange, type Hashed } from './connectionApply.ts';
import type { Tally } from './connectionFacts.ts';
import { keepLeft } from './connectionLeft.ts';
import { writeLetter } from './connectionLetters.ts';
import { recordsOf } from './connectionRecords.ts';
import { connectionOf, count, type AgreedConnection } from './connectionRows.ts';
import { faultAt } from '../../reasons.ts';
import { logError } from '../../log.ts';
import * as schema from '../schema.ts';
import { traceOf } from '../trace.ts';
import type { Work } from '../work.ts';

const { connectionHints, connectionStreams } = schema;
/** In one transaction: some 50 ms. */
const CHANGES_AT_ONCE = 10;
const MOST_READ = 100;

type Applied = Exclude<Change, { kind: 'activity' }> | Hashed;

/** Whether a kind of their records is one that was agreed to be read. */
export function isRead({ read }: ConnectionMapping, { about, asked }: Stream): boolean {
  if (asked !== undefined) return read[asked] === true;
  if (about === 'activities') return read.activities;
  return about === 'deals' ? read.deals : true;
}

/** One page. @returns whether there is more */
export async function readStream(
  work: Work,
  connection: AgreedConnection,
  connector: Connector,
  line: Line,
  { id: stream }: Stream,
): Promise<Answer<boolean>> {
  const place = and(eq(connectionStreams.connectionId, connection.id), eq(connectionStreams.stream, stream));
  const known = work.db.select().from(connectionStreams).where(place).get();
  const page = await connector.read(line, stream, known?.cursor ?? null, connection.mapping);
  if (!page.ok) return page;
  const { changes, cursor, more } = page.value;
  const met = await meet(work, connection, connector, line, changes);
  if (met !== undefined) return met;
  await apply(work, connection, stream, changes);
  // Changed or disconnected while it was read: the next turn begins where that left it.
  if (connectionOf(work, connection.id)?.mapping === null || !isStill(work, connection))
    return { ok: true, value: false };
  const row = { connectionId: connection.id, stream, cursor, more };
  const { connectionId: c, stream: s } = connectionStreams;
  work.db
    .insert(connectionStreams)
    .values(row)
    .onConflictDoUpdate({ target: [c, s], set: row })
    .run();
  return { ok: true, value: more };
}

/** Of one kind after the other; what hints cannot say is read, and what is gone is believed once it is. */
export async function readHints(
  work: Work,
  connection: AgreedConnection,
  connector: Connector,
  line: Line,
): Promise<Trouble | undefined> {
  const waiting = work.db
    .select()
    .from(connectionHints)
    .where(and(eq(connectionHints.connectionId, connection.id), isNull(connectionHints.doneAt)))
    .orderBy(asc(connectionHints.receivedAt))
    .limit(connector.mostRead ?? MOST_READ)
    .all();
  for (const kind of connector.streams) {
    const { id: stream } = kind;
    const some = waiting.filter((hint) => hint.stream === stream);
    if (some.length === 0) continue;
    const wanted = isRead(connection.mapping, kind) ? some : some.filter(({ gone }) => gone !== null);
    const ids = [...new Set(wanted.map(({ recordId }) => recordId))];
    const read = await readWhatMay(connection, connector, line, stream, ids);
    if (!read.ok) return read;
    const gone = new Map(some.flatMap((hint) => (hint.gone === null ? [] : [[hint.recordId, hint.gone]])));
    const changes = read.value.map((change) =>
      change.kind === 'gone' ? (gone.get(change.ref.id) ?? change) : change,
    );
    const met = await meet(work, connection, connector, line, changes);
    if (met !== undefined) return met;
    await apply(work, connection, stream, changes);
    const keys = JSON.stringify(some.map(({ key }) => key));
    work.db
      .update(connectionHints)
      .set({ doneAt: work.now })
      .where(
        and(
          eq(connectionHints.connectionId, connection.id),
          sql`${connectionHints.key} in (select value from json_each(${keys}))`,
        ),
      )
      .run();
  }
  return undefined;
}

/**
 * One they refuse for good holds up no other: it is found by reading on as well, where whatever is wrong with
 * that kind of record is said.
 */
async function readWhatMay(
  { mapping }: AgreedConnection,
  connector: Connector,
  line: Line,
  stream: string,
  ids: readonly string[],
): Promise<Answer<readonly Change[]>> {
  if (ids.length === 0) return { ok: true, value: [] };
  const all = await connector.readThese(line, stream, ids, mapping);
  if (all.ok || PASSING.has(all.trouble)) return all;
  const changes: Change[] = [];
  for (const id of ids.length > 1 ? ids : []) {
    const one = await connector.readThese(line, stream, [id], mapping);
    if (one.ok) changes.push(...one.value);
    else if (PASSING.has(one.trouble)) return one;
  }
  return { ok: true, value: changes };
}

const PASSING = new Set<Trouble['trouble']>(['limited', 'unavailable', 'unauthorised']);

/** People an activity or a merge speaks of before they were read themselves. */
async function meet(
  work: Work,
  connection: AgreedConnection,
  connector: Connector,
  line: Line,
  changes: readonly Change[],
): Promise<Trouble | undefined> {
  const wanted = changes.flatMap((change): readonly Ref[] => {
    if (change.kind === 'activity' || change.kind === 'deal' || change.kind === 'told') return change.people;
    return change.kind === 'gone' && change.into !== undefined ? [change.into] : [];
  });
  const isHere = ({ object, id }: Ref) =>
    changes.some(({ kind, ref }) => kind === 'person' && ref.object === object && ref.id === id);
  const strangers = wanted.filter((ref) => !isHere(ref) && recordsOf(work, connection.id, ref).length === 0);
  for (const { id: stream, about, object } of connector.streams) {
    if (about !== 'people') continue;
    const ids = [...new Set(strangers.filter((ref) => ref.object === object).map(({ id }) => id))];
    const most = connector.mostRead ?? MOST_READ;
    for (let start = 0; start < ids.length; start += most) {
      const some = ids.slice(start, start + most);
      const read = await readWhatMay(connection, connector, line, stream, some);
      if (!read.ok) return read;
      await apply(work, connection, stream, read.value);
    }
  }
  return undefined;
}

async function apply(
  work: Work,
  connection: AgreedConnection,
  stream: string,
  changes: readonly Change[],
): Promise<void> {
  const hashed = await Promise.all(changes.map(withHash));
  for (let start = 0; start < hashed.length; start += CHANGES_AT_ONCE) {
    // Whoever asks is heard between any two of them.
    if (start > 0) await scheduler.wait(0);
    if (!isStill(work, connection)) return;
    applySome(work, connection, stream, hashed.slice(start, start + CHANGES_AT_ONCE));
  }
}

function applySome(
  work: Work,
  connection: AgreedConnection,
  stream: string,
  changes: readonly Applied[],
): void {
  try {
    work.transact(() => {
      const tally: Tally = { read: changes.length };
      for (const change of changes) add(tally, applyChange(work, connection, stream, change));
      count(work, connection.id, tally);
    });
  } catch (error) {
    work.ground.forget();
    // One that cannot be taken is found by taking them one by one, and put aside for people to see.
    const [only] = changes;
    if (changes.length > 1) for (const change of changes) applySome(work, connection, stream, [change]);
    else if (only !== undefined) {
      const { kind, ref } = only;
      if (kind === 'person' && recordsOf(work, connection.id, ref).length === 0)
        keepLeft(work, connection.id, ref, 'failed');
      logError('record failed', { connection: connection.id, stream, ...traceOf(error) });
      const faults = [faultAt('', 'failed')];
      writeLetter(work, { connectionId: connection.id, stream, recordId: only.ref.id, faults });
    }
  }
}

/** Somebody may have paused, changed or ended it since the turn began. */
function isStill(work: Work, { id, mapping }: AgreedConnection): boolean {
  const row = connectionOf(work, id);
  return row?.state === 'running' && JSON.stringify(row.mapping) === JSON.stringify(mapping);
}

function add(tally: Tally, more: Tally): void {
  for (const [name, n] of Object.entries(more) as [keyof Tally, number][])
    tally[name] = (tally[name] ?? 0) + n;
}

/** Written one way, whoever wrote it: `<id>`, as the standard has it (ATT7). */
async function withHash(change: Change): Promise<Applied> {
  if (change.kind !== 'activity' || change.messageId === undefined) return change;
  const bare = change.messageId.trim().replace(/^<|>$/g, '');
  return { ...change, messageHash: await sha256(`<${bare}>`) };
}
