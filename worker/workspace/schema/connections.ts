/** Other systems that are connected: what was agreed with each, how far it is read, and what of theirs is whose. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Scalar } from '../../../shared/lead/facts.ts';
import type {
  ConnectionCounts,
  ConnectionMapping,
  ConnectionProblem,
  ConnectionState,
  Vendor,
} from '../../../shared/protocol/connections.ts';
import type { FaultView } from '../../../shared/protocol/reason.ts';
import type { LeftWhy } from '../../../shared/target/leaks.ts';
import type { Account, Gone, Json } from '../../connectors/connector.ts';
import type { KeptPace } from '../../connectors/pace.ts';

export const connections = sqliteTable(
  'connections',
  {
    id: text().primaryKey(),
    vendor: text().$type<Vendor>().notNull(),
    label: text().notNull(),
    state: text().$type<ConnectionState>().notNull(),
    settings: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    /** Null until access was given. */
    account: text({ mode: 'json' }).$type<Account>(),
    /** Sealed by a key that is in no database (`sealTokens.ts`). */
    tokens: text(),
    /** Where webhooks of it come in: the address the admin made it at. */
    origin: text().notNull(),
    /** Of the way to the vendor and back: one-use, of one session, good for ten minutes. */
    askedHash: text(),
    askedBy: text(),
    askedUntil: integer(),
    verifier: text(),
    /** Null until somebody agreed to one. */
    mapping: text({ mode: 'json' }).$type<ConnectionMapping>(),
    /** What has to exist over there does, for the mapping at hand. */
    prepared: integer({ mode: 'boolean' }).notNull(),
    createdAt: integer().notNull(),
    createdBy: text().notNull(),
    /** First given access: records older than this are backlog (TRI2). */
    connectedAt: integer(),
    /** When it is looked at next; null while it stands still. */
    nextAt: integer(),
    /** How far the vendor's limits are used, told at every request. */
    pace: text({ mode: 'json' }).$type<KeptPace>(),
    /** Nothing is sent before, not even what is hinted at or waits to be written. */
    heldUntil: integer(),
    /** Failures in a row. */
    tries: integer().notNull(),
    /** Last time all of it was read to the end. */
    ranAt: integer(),
    problem: text({ mode: 'json' }).$type<ConnectionProblem>(),
    counts: text({ mode: 'json' }).$type<ConnectionCounts>().notNull(),
  },
  (t) => [index('connections_next').on(t.nextAt)],
);

/** How far each kind of their records is read. */
export const connectionStreams = sqliteTable(
  'connection_streams',
  {
    connectionId: text().notNull(),
    stream: text().notNull(),
    cursor: text({ mode: 'json' }).$type<Json>(),
    /** There was more when it was read last. */
    more: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.connectionId, t.stream] })],
);

/**
 * Each record of theirs that is a lead or a fact here, and what it said when we last read or wrote it: what
 * it says else is news, what it says again is not (loops, conflicts). Goes with its lead (PRI4).
 */
export const connectionRecords = sqliteTable(
  'connection_records',
  {
    connectionId: text().notNull(),
    object: text().notNull(),
    recordId: text().notNull(),
    leadId: text().notNull(),
    said: text({ mode: 'json' }).$type<Readonly<Record<string, Scalar | null>>>().notNull(),
    /** Of an activity: the fact it is here. */
    factId: text(),
    /** Of a person whose record takes only so many changes: how far that is used (`pace.ts`). */
    paceUntil: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.connectionId, t.object, t.recordId, t.leadId] }),
    index('connection_records_lead').on(t.leadId, t.connectionId),
    index('connection_records_fact')
      .on(t.factId)
      .where(sql`fact_id is not null`),
    /** The people among them, to be counted. */
    index('connection_records_people')
      .on(t.connectionId)
      .where(sql`fact_id is null`),
  ],
);

/** Records of theirs that are no leads here, and why (TGT4); never what they say. */
export const connectionLeft = sqliteTable(
  'connection_left',
  {
    connectionId: text().notNull(),
    object: text().notNull(),
    /** Of somebody who was erased the keyed hash of it. */
    recordId: text().notNull(),
    why: text().$type<LeftWhy>().notNull(),
    /** Since when. */
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.connectionId, t.object, t.recordId] }),
    index('connection_left_why').on(t.connectionId, t.why),
  ],
);

/** What webhooks hinted at: record ids only; known for 30 days, so that a repeat is no news. */
export const connectionHints = sqliteTable(
  'connection_hints',
  {
    connectionId: text().notNull(),
    key: text().notNull(),
    stream: text().notNull(),
    recordId: text().notNull(),
    gone: text({ mode: 'json' }).$type<Gone>(),
    receivedAt: integer().notNull(),
    /** Null while it waits to be looked at. */
    doneAt: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.connectionId, t.key] }),
    index('connection_hints_waiting')
      .on(t.connectionId, t.receivedAt)
      .where(sql`done_at is null`),
    index('connection_hints_received').on(t.receivedAt),
  ],
);

/** Records of theirs that could not be taken, for people to see and try again; never what they say. */
export const connectionLetters = sqliteTable(
  'connection_letters',
  {
    id: text().primaryKey(),
    connectionId: text().notNull(),
    stream: text().notNull(),
    recordId: text().notNull(),
    /** A sentence of ours. */
    why: text().notNull(),
    /** The same piece by piece, by field of theirs; null of what was put aside before they were kept. */
    faults: text({ mode: 'json' }).$type<readonly FaultView[]>(),
    at: integer().notNull(),
    tries: integer().notNull(),
  },
  (t) => [index('connection_letters_record').on(t.connectionId, t.stream, t.recordId)],
);
