/** Connections as an admin keeps them: begun, given access, agreed to, paused, ended. Nothing is fetched here. */
import { asc, eq, isNull, and } from 'drizzle-orm';
import type {
  ConnectionMapping,
  ConnectionRequest,
  ConnectionView,
  Vendor,
} from '../../shared/protocol/connections.ts';
import { RESERVED_FIELDS } from '../../shared/lead/vocabulary.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { Account, Hint } from '../connectors/connector.ts';
import { done, failure, type Outcome } from '../outcome.ts';
import { audit } from './audit.ts';
import type { Fault } from './calendarErrors.ts';
import {
  changeConnection,
  connectionOf,
  count,
  NO_COUNTS,
  UNKNOWN_CONNECTION,
  type ConnectionRow,
} from './connectionRows.ts';
import { viewOf } from './connectionViews.ts';
import { memberAt } from '../../shared/lead/memberAt.ts';
import * as schema from './schema.ts';
import type { Who, Work } from './work.ts';

const { connectionHints, connectionLetters, connectionRecords, connections, connectionStreams, outbox } =
  schema;
const MOST = 20;
const ASKED_MS = 10 * MINUTE_MS;

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

/** The way there and back: `hash` of a one-use state that only this session may bring back (ACC4). */
export interface Asked {
  readonly hash: string;
  readonly verifier: string;
}

/** @param origin the address the admin makes it at, where the vendor's webhooks will come in */
export function beginConnection(
  work: Work,
  who: Who,
  { id, asked, origin, request }: { id: string; asked: Asked; origin: string; request: ConnectionRequest },
): Outcome<ConnectionView> {
  const all = work.db.select({ id: connections.id }).from(connections).all();
  if (all.length >= MOST) return failure('conflict', `A workspace has ${MOST} connections at most.`);
  const { vendor, label, settings = {} } = request;
  const row = work.db
    .insert(connections)
    .values({
      id,
      vendor,
      label,
      state: 'asked',
      settings,
      origin,
      prepared: false,
      createdAt: work.now,
      createdBy: who.memberId,
      tries: 0,
      counts: NO_COUNTS,
      ...askedBy(work, who, asked),
    })
    .returning()
    .get();
  audit(work, who, 'connection.added', id, { vendor });
  return done(viewOf(work, row));
}

function askedBy(work: Work, who: Who, { hash, verifier }: Asked) {
  return {
    askedHash: hash,
    askedBy: who.deviceId,
    askedUntil: work.now + ASKED_MS,
    verifier,
  };
}

/** Access is asked for (again), as after it was taken back; or given at once, where nobody has to be sent there. */
export type AuthorizeStep =
  | { readonly id: string; readonly step: 'look' }
  | { readonly id: string; readonly step: 'ask'; readonly asked: Asked }
  | { readonly id: string; readonly step: 'keep'; readonly account: Account; readonly sealed: string };

export function authorizeConnection(work: Work, who: Who, step: AuthorizeStep): Outcome<ConnectionView> {
  const { id } = step;
  if (!connectionOf(work, id)) return UNKNOWN_CONNECTION;
  if (step.step === 'ask') changeConnection(work, id, askedBy(work, who, step.asked));
  const kept = step.step === 'keep' ? keepAccess(work, who, step) : done(null);
  return kept.ok ? readConnection(work, who, { id }) : kept;
}

/** Between two steps of one request the vendor is spoken to outside; `claim` spends the state. */
export type AccessStep =
  | { readonly step: 'claim'; readonly hash: string }
  | { readonly step: 'keep'; readonly id: string; readonly account: Account; readonly sealed: string };
export interface Claimed {
  readonly id: string;
  readonly vendor: Vendor;
  readonly settings: Readonly<Record<string, string>>;
  readonly verifier: string;
}

const SPENT = failure('gone', 'This way back has been used or has expired. Begin connecting again.');

export function giveAccess(work: Work, who: Who, step: AccessStep): Outcome<Claimed> {
  if (who.role !== 'admin') return failure('forbidden', 'Only an admin connects other systems.');
  if (step.step === 'claim') {
    const row = work.db.select().from(connections).where(eq(connections.askedHash, step.hash)).get();
    const isGood = row?.askedBy === who.deviceId && (row.askedUntil ?? 0) > work.now;
    if (!row || !isGood || row.verifier === null) return SPENT;
    const { id, vendor, settings, verifier } = row;
    changeConnection(work, id, { askedHash: null, askedBy: null, askedUntil: null, verifier: null });
    return done({ id, vendor, settings, verifier });
  }
  const row = connectionOf(work, step.id);
  if (!row) return UNKNOWN_CONNECTION;
  const { id, vendor, settings } = row;
  const kept = keepAccess(work, who, step);
  return kept.ok ? done({ id, vendor, settings, verifier: '' }) : kept;
}

function keepAccess(
  work: Work,
  who: Who,
  { id, account, sealed }: { readonly id: string; readonly account: Account; readonly sealed: string },
): Outcome<null> {
  const row = connectionOf(work, id);
  if (!row) return UNKNOWN_CONNECTION;
  // Another account's records are none of those we know by these ids.
  if (row.account !== null && row.account.id !== account.id)
    return failure('conflict', 'This is another account than before. Add it as a connection of its own.');
  const goesOn = row.mapping !== null;
  changeConnection(work, id, {
    account,
    tokens: sealed,
    connectedAt: row.connectedAt ?? work.now,
    state: goesOn ? 'running' : 'mapping',
    nextAt: goesOn ? work.now : null,
    tries: 0,
    problem: null,
    prepared: false,
  });
  audit(work, who, 'connection.connected', id, { vendor: row.vendor });
  work.isNews = true;
  return done(null);
}

/** What the route needs to speak to the vendor for an admin; the tokens stay sealed. */
export interface Opened {
  readonly row: Pick<ConnectionRow, 'id' | 'vendor' | 'settings' | 'account' | 'tokens' | 'mapping'>;
}

const NO_ACCESS = failure('conflict', 'Nobody has given access to this system yet. Connect it first.');

export function openConnection(work: Work, _who: Who, { id }: { id: string }): Outcome<Opened> {
  const found = connectionOf(work, id);
  if (!found) return UNKNOWN_CONNECTION;
  if (found.tokens === null) return NO_ACCESS;
  const { vendor, settings, account, tokens, mapping } = found;
  return done({ row: { id, vendor, settings, account, tokens, mapping } });
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

/** Every name in it is one of the agreement or a member; one system at a time keeps a field. */
export function mappingFaults(work: Work, id: string, mapping: ConnectionMapping): Fault[] {
  const { definitions } = work.ground.inForce(work.now);
  const room = work.ground.room();
  const known = new Set([...definitions.fields.map((field) => field.id), ...RESERVED_FIELDS]);
  const stages = new Set(definitions.stages.map((stage) => stage.id));
  const others = work.db
    .select()
    .from(connections)
    .all()
    .filter((row) => row.id !== id);
  const faults: Fault[] = [];
  for (const [index, { ours, keeper }] of mapping.fields.entries()) {
    const pointer = `/mapping/fields/${index}/ours`;
    if (!known.has(ours)) faults.push({ pointer, detail: `the agreement has no field "${ours}"` });
    if (mapping.fields.findIndex((one) => one.ours === ours) !== index)
      faults.push({ pointer, detail: 'this field of ours is mapped twice' });
    const rival = others.find(({ mapping: theirs }) =>
      theirs?.fields.some((one) => one.ours === ours && one.keeper === 'theirs'),
    );
    if (keeper === 'theirs' && rival !== undefined)
      faults.push({ pointer: `/mapping/fields/${index}/keeper`, detail: `${rival.label} keeps this field` });
  }
  if (mapping.owner === 'theirs' && others.some((row) => row.mapping?.owner === 'theirs'))
    faults.push({ pointer: '/mapping/owner', detail: 'another system says already whose leads are whose' });
  for (const [ref, member] of Object.entries(mapping.people)) {
    if (member !== null && memberAt(room, member, work.now) === null)
      faults.push({ pointer: `/mapping/people/${ref}`, detail: 'no member has this id' });
  }
  for (const [word, stage] of Object.entries(mapping.stageFrom?.words ?? {})) {
    if (!stages.has(stage))
      faults.push({
        pointer: `/mapping/stageFrom/words/${word}`,
        detail: `the agreement has no stage "${stage}"`,
      });
  }
  return faults;
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
  for (const table of [connectionStreams, connectionRecords, connectionHints, connectionLetters])
    work.db.delete(table).where(eq(table.connectionId, id)).run();
  work.db.delete(outbox).where(eq(outbox.target, id)).run();
  work.db.delete(connections).where(eq(connections.id, id)).run();
  audit(work, who, 'connection.ended', id, { vendor: row.vendor });
  return done(null);
}

/** Of a delivery the route has found signed: looked at again over there, whatever it says. */
export function receiveHints(
  work: Work,
  { id, vendor, hints }: { id: string; vendor: Vendor; hints: readonly Hint[] },
): Outcome<null> {
  const row = connectionOf(work, id);
  if (row?.vendor !== vendor) return UNKNOWN_CONNECTION;
  const fresh = hints
    .filter(({ account }) => account === undefined || account === row.account?.id)
    .map(({ key, stream, id: recordId, gone = null }) => ({
      connectionId: id,
      key: key.slice(0, 300),
      stream,
      recordId,
      gone,
      receivedAt: work.now,
    }));
  const added = fresh.filter(
    (hint) => work.db.insert(connectionHints).values(hint).onConflictDoNothing().returning().all().length > 0,
  );
  if (added.length === 0) return done(null);
  count(work, id, { hints: added.length });
  return done(null);
}
