/**
 * The workspace's tables. `facts` is the truth and only ever grows; `leads`, `lead_keys` and
 * `clocks` are folded from it and can be thrown away (FCT8). Instants are epoch ms.
 *
 * `seq` numbers every change of the workspace from one counter (`workspace.head`): a cursor is a
 * place in it, a poke says how far it got, a lead's revision is the last one that touched it.
 */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import type { PublishChoices, Signature } from '../../shared/definitions/version.ts';
import type { FactKind } from '../../shared/lead/facts.ts';
import type { MemberEntry } from '../../shared/lead/room.ts';
import type { Language, Observer, Side } from '../../shared/lead/vocabulary.ts';
import type { CommandResult } from '../../shared/protocol/sync.ts';
import type { CompiledCalendar } from '../../shared/time.ts';

/** One row. */
export const workspace = sqliteTable('workspace', {
  id: text().primaryKey(),
  name: text().notNull(),
  language: text().$type<Language>().notNull(),
  /** Changes with a restore (SYN6). */
  epoch: text().notNull(),
  createdAt: integer().notNull(),
  head: integer().notNull(),
  /** `head` when members, teams or their hours last changed. */
  roomSeq: integer().notNull(),
});

export const members = sqliteTable('members', {
  id: text().primaryKey(),
  name: text().notNull(),
  log: text({ mode: 'json' }).$type<readonly MemberEntry[]>().notNull(),
});

export const teams = sqliteTable('teams', {
  id: text().primaryKey(),
  label: text().notNull(),
  side: text().$type<Side>().notNull(),
  manager: text(),
  calendar: text(),
});

/** Hours of members and teams, compiled (CAL8). */
export const calendars = sqliteTable('calendars', {
  id: text().primaryKey(),
  compiled: text({ mode: 'json' }).$type<CompiledCalendar>().notNull(),
});

/** Published versions, immutable but for their calendars' generation (DEF3, CAL3). */
export const definitions = sqliteTable('definitions', {
  version: integer().primaryKey(),
  seq: integer().notNull(),
  author: text().notNull(),
  note: text().notNull(),
  publishedAt: integer().notNull(),
  effectiveAt: integer().notNull(),
  signed: integer({ mode: 'boolean' }).notNull(),
  signatures: text({ mode: 'json' }).$type<Signature[]>().notNull(),
  choices: text({ mode: 'json' }).$type<PublishChoices>().notNull(),
  hash: text().notNull(),
  body: text({ mode: 'json' }).$type<Definitions>().notNull(),
  calendars: text({ mode: 'json' }).$type<Record<string, CompiledCalendar>>().notNull(),
});

/** The one draft being talked about (DEF1). */
export const drafts = sqliteTable('drafts', {
  id: integer().primaryKey(),
  hash: text().notNull(),
  body: text({ mode: 'json' }).$type<Definitions>().notNull(),
  author: text().notNull(),
  savedAt: integer().notNull(),
  signatures: text({ mode: 'json' }).$type<Signature[]>().notNull(),
});

export const facts = sqliteTable(
  'facts',
  {
    seq: integer().primaryKey(),
    id: text().notNull(),
    leadId: text().notNull(),
    at: integer().notNull(),
    recordedAt: integer().notNull(),
    actor: text().notNull(),
    observer: text().$type<Observer>().notNull(),
    kind: text().$type<FactKind>().notNull(),
    /** JSON, kept as it was written so that it travels without being parsed. */
    body: text().notNull(),
  },
  (t) => [
    uniqueIndex('facts_id').on(t.id),
    index('facts_lead').on(t.leadId, t.seq),
    index('facts_routed')
      .on(t.at)
      .where(sql`kind = 'owner.routed'`),
  ],
);

/** What lists and scopes need of each lead's fold at `evaluatedAt`; the rest is folded when read. */
export const leads = sqliteTable(
  'leads',
  {
    id: text().primaryKey(),
    /** `head` at its last change: its revision and its place in every cursor. */
    seq: integer().notNull(),
    /** `head` when its owner last changed: whoever's cursor is older needs all of it. */
    ownerSeq: integer().notNull(),
    evaluatedAt: integer().notNull(),
    validUntil: integer(),
    /** Newest version known when it was folded: refolding looks no further (FCT8). */
    knownVersion: integer().notNull(),
    owner: text(),
    name: text(),
    company: text(),
    source: text(),
    stage: text().notNull(),
    score: integer().notNull(),
    segment: text(),
    backlog: integer({ mode: 'boolean' }).notNull(),
    /** Handed off and without an owner: asked again when the room changes (HOF2). */
    unrouted: integer({ mode: 'boolean' }).notNull(),
    clock: text({ mode: 'json' }).$type<LeadClock>(),
  },
  (t) => [index('leads_seq').on(t.seq), index('leads_owner').on(t.owner, t.seq)],
);

/** The nearest running clock. */
export interface LeadClock {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly dueAt: number | null;
  readonly riskAt: number | null;
}

export const leadKeys = sqliteTable('lead_keys', { key: text().notNull(), leadId: text().notNull() }, (t) => [
  primaryKey({ columns: [t.key, t.leadId] }),
  index('lead_keys_lead').on(t.leadId),
]);

/** Due table: per lead the next instant at which something must be done (CLK9). */
export const clocks = sqliteTable(
  'clocks',
  { leadId: text().primaryKey(), dueAt: integer().notNull() },
  (t) => [index('clocks_due').on(t.dueAt)],
);

/** Who lost sight of which lead when; `memberId` null: everybody whose scope it left. */
export const departures = sqliteTable(
  'departures',
  { seq: integer().notNull(), leadId: text().notNull(), memberId: text() },
  (t) => [primaryKey({ columns: [t.seq, t.leadId] })],
);

/** Everything that may act for a member, by the SHA-256 of its secret (ACC1). */
export const devices = sqliteTable(
  'devices',
  {
    id: text().primaryKey(),
    hash: text().notNull(),
    memberId: text().notNull(),
    kind: text().$type<'token' | 'session'>().notNull(),
    label: text().notNull(),
    createdAt: integer().notNull(),
    expiresAt: integer(),
    revokedAt: integer(),
  },
  (t) => [uniqueIndex('devices_hash').on(t.hash), index('devices_member').on(t.memberId)],
);

/** Things good for one use: invites, sign-in codes, pairing codes, socket tickets (ACC4). */
export const grants = sqliteTable('grants', {
  hash: text().primaryKey(),
  kind: text().$type<'invite' | 'code' | 'pair' | 'ticket'>().notNull(),
  memberId: text().notNull(),
  expiresAt: integer().notNull(),
  usedAt: integer(),
  tries: integer().notNull(),
  /** PKCE challenge and redirect of a code, device of a ticket or of a code already used. */
  challenge: text(),
  redirectUri: text(),
  deviceId: text(),
});

/** One row per outbox ever pushed from (SYN1). */
export const clients = sqliteTable('clients', {
  id: text().primaryKey(),
  memberId: text().notNull(),
  lastN: integer().notNull(),
});

/** Every command with its first result, so that a replay hears the same (SYN1, SYN2). */
export const commands = sqliteTable(
  'commands',
  {
    clientId: text().notNull(),
    n: integer().notNull(),
    id: text().notNull(),
    memberId: text().notNull(),
    recordedAt: integer().notNull(),
    /** The command in canonical JSON. */
    command: text().notNull(),
    result: text({ mode: 'json' }).$type<CommandResult>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.n] }), index('commands_id').on(t.id)],
);
