/** Facts, and what is folded from them: rows, keys, due instants, who lost sight of what (FCT2, FCT8, CLK9). */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FactKind } from '../../../shared/lead/facts.ts';
import type { ClockKind, ClockStatus, Observer } from '../../../shared/lead/vocabulary.ts';

/** A query has to say it in these very words for the index to serve it. */
export const BY_PEOPLE = sql`observer in ('page', 'hand') or kind = 'attempt.made'`;

/** What is said about hand-offs; asked for in these very words, as above. */
export const SAID = sql.raw(
  "kind in ('handoff.answered', 'handoff.corrected', 'handoff.contested', 'handoff.decided', 'handoff.commented')",
);

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
    /** What a person did, for whoever asks what is recorded about them (PRI5). */
    index('facts_people').on(t.actor, t.kind).where(BY_PEOPLE),
    index('facts_deals')
      .on(t.leadId)
      .where(sql`kind = 'deal.changed'`),
    index('facts_routed')
      .on(t.at)
      .where(sql`kind = 'owner.routed'`),
    index('facts_said').on(t.at, t.seq).where(SAID),
    /** Contests that wait for the referee (HOF5). */
    index('facts_contested')
      .on(t.leadId)
      .where(sql`kind = 'handoff.contested'`),
    index('facts_material')
      .on(t.at)
      .where(sql`kind = 'material.used'`),
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
    /** Generation of the calendars it was folded with (FCT8, CAL7). */
    generation: integer().notNull().default(1),
    /** When it was first handed off: versions in force since then are needed to fold it (FCT1). */
    handedOffAt: integer(),
    owner: text(),
    name: text(),
    company: text(),
    source: text(),
    campaign: text(),
    stage: text().notNull(),
    score: integer().notNull(),
    segment: text(),
    persona: text(),
    /** Leads of one company share it (IDN4); null: a free-mail address, or none. */
    account: text(),
    backlog: integer({ mode: 'boolean' }).notNull(),
    /** Handed off and without an owner: asked again when the room changes (HOF2). */
    unrouted: integer({ mode: 'boolean' }).notNull(),
    /** Of any channel. */
    optedOut: integer({ mode: 'boolean' }).notNull().default(false),
    /** The newest genuine try, by anyone: what a colleague's chip says (ACC3). */
    touchedAt: integer(),
    touchedBy: text(),
    /** The nearest clock still open, by its id; all null without one. */
    clock: text(),
    clockKind: text().$type<ClockKind>(),
    clockStatus: text().$type<ClockStatus>(),
    dueAt: integer(),
    riskAt: integer(),
    /**
     * What that clock counts in: the version it was promised in and the calendar there, null for wall time;
     * begun in trial. A version of null or 0 is only in a row kept by an earlier release, folded anew by and by.
     */
    clockVersion: integer(),
    clockCalendar: text(),
    clockTrial: integer({ mode: 'boolean' }).notNull().default(false),
    /**
     * Name, company and addresses, folded as criteria compare them: what a list is searched in. Empty
     * only in a row kept by an earlier release, which is folded anew by and by.
     */
    search: text().notNull().default(''),
    /** Name and company, folded: two leads that share it may be one person (IDN3). Null when one is not known. */
    namesake: text(),
    /** When it last changed. */
    changedAt: integer().notNull().default(0),
  },
  (t) => [
    index('leads_seq').on(t.seq),
    index('leads_owner').on(t.owner, t.seq),
    index('leads_owner_score').on(t.owner, t.score, t.id),
    index('leads_owner_due').on(t.owner, t.dueAt, t.id),
    index('leads_score').on(t.score, t.id),
    index('leads_due')
      .on(t.dueAt, t.id)
      .where(sql`due_at is not null`),
    index('leads_stage').on(t.stage, t.score),
    index('leads_handed_off').on(t.owner, t.handedOffAt),
    index('leads_first_handed_off')
      .on(t.handedOffAt)
      .where(sql`handed_off_at is not null`),
    index('leads_earlier')
      .on(t.id)
      .where(sql`search = ''`),
    index('leads_clock_earlier')
      .on(t.id)
      .where(sql`clock is not null and clock_version is null`),
    index('leads_changed').on(t.changedAt, t.seq),
    index('leads_account')
      .on(t.account)
      .where(sql`account is not null`),
    index('leads_namesake')
      .on(t.namesake)
      .where(sql`namesake is not null`),
    index('leads_clock')
      .on(t.clockStatus, t.dueAt, t.id)
      .where(sql`clock_status is not null`),
    index('leads_backlog')
      .on(t.score, t.id, t.stage, t.owner)
      .where(sql`backlog = 1`),
  ],
);

export const leadKeys = sqliteTable(
  'lead_keys',
  {
    key: text().notNull(),
    leadId: text().notNull(),
    /** First 52 bits of the keyed hash of an address (PRI1); null for other keys. */
    hash: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.key, t.leadId] }),
    index('lead_keys_lead').on(t.leadId),
    index('lead_keys_hash')
      .on(t.hash)
      .where(sql`hash is not null`),
  ],
);

/** Which lead holds which other, since when (IDN3); folded from `lead.merged` and `lead.unmerged`. */
export const merges = sqliteTable('merges', {
  absorbed: text().primaryKey(),
  survivor: text().notNull(),
  at: integer().notNull(),
});

/** What was last counted of each account, and when it is counted again (PRD1, IDN4). */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text().primaryKey(),
    /** Null: nothing has changed since it was counted. */
    dueAt: integer(),
    countedAt: integer(),
    /** While its leads are being told: the counts, in canonical JSON, and the last lead that was. */
    counts: text(),
    place: text(),
    /** Rounds in a row whose telling changed the counts again. */
    echoes: integer().notNull(),
  },
  (t) => [
    index('accounts_due')
      .on(t.dueAt)
      .where(sql`due_at is not null`),
  ],
);

/** One row: the key of the address filter (PRI1), hexadecimal. */
export const lookup = sqliteTable('lookup', { id: integer().primaryKey(), key: text().notNull() });

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
