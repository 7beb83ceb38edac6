/**
 * Where the workspace holds something about a member (PRI5): each place as a query that counts, and
 * shows the records themselves. What is kept of leads is shown by its lead's id alone.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { RecordedKind, RecordedToo } from '../../../shared/protocol/recorded.ts';
import * as schema from '../schema.ts';

export interface Held {
  readonly of: RecordedKind | RecordedToo;
  /** Its kind; an expression names the kind of each row. */
  readonly as: string | SQL;
  readonly shows: SQL;
  /** From `from` on. */
  readonly where: (me: string) => SQL;
  /** Of rows that hold several: in the order they are in. */
  readonly joined?: true;
}

/** Served by the index on it, however many facts there are. */
const byMe = (me: string) => sql`from facts where actor = ${me} and (${schema.BY_PEOPLE})`;
const FACT = sql.raw('id, lead_id as leadId, at, recorded_at as recordedAt, observer, kind');

function held(of: Held['of'], as: Held['as'], shows: string, where: Held['where']): Held {
  return { of, as, shows: sql.raw(shows), where };
}

/** Of a column that names a member: those rows. */
function named(of: Held['of'], as: string, shows: string, table: string, column: string): Held {
  return held(of, as, shows, (me) => sql`from ${sql.raw(table)} where ${sql.raw(column)} = ${me}`);
}

export const HELD: readonly Held[] = [
  {
    of: 'work',
    as: sql`kind`,
    shows: FACT,
    where: (me) => sql`${byMe(me)} and kind <> 'handoff.commented'`,
  },
  held('comments', 'comment', "id, lead_id as leadId, at, body ->> 'text' as text", (me) => {
    return sql`${byMe(me)} and kind = 'handoff.commented'`;
  }),
  named('leads', 'owned', 'id, stage', 'leads', 'owner'),
  named(
    'absences',
    'absence',
    'id, from_at as fromAt, until_at as untilAt, reason, ended_at as endedAt',
    'absences',
    'member_id',
  ),
  // By outbox, of which a person has a few: commands have no index by member.
  held('commands', 'command', "id, recorded_at as recordedAt, command ->> 'kind' as kind", (me) => {
    return sql`from commands where client_id in (select id from clients where member_id = ${me})`;
  }),
  held('devices', 'device', 'id, label, kind, created_at as createdAt, seen_at as seenAt', (me) => {
    return sql`from devices where member_id = ${me} and revoked_at is null`;
  }),
  held('acts', sql`action`, 'at, action, subject', (me) => {
    return sql`from audit where by = ${me} or subject = ${me}`;
  }),
  named(
    'notices',
    'notice',
    'id, kind, lead_id as leadId, created_at as createdAt, read_at as readAt',
    'notices',
    'member_id',
  ),
  named('proposals', 'proposal', 'id, at, title, text, status', 'proposals', 'by'),
  named('proposals', 'vote', 'proposal_id as proposal, vote, at', 'proposal_votes', 'member_id'),
  named('address', 'fingerprint', 'hash', 'member_emails', 'member_id'),
  held('sessions', 'attended', 'id, kind, held_on as heldOn', (me) => {
    return sql`from sessions where exists (select 1 from json_each(attendees) where value = ${me})`;
  }),
  named('sessions', 'refereed', 'id, kind, held_on as heldOn', 'sessions', 'referee'),
  named('sessions', 'opened', 'id, kind, held_on as heldOn', 'sessions', 'created_by'),
  named('decisions', 'decided', 'id, at, text, outcome', 'decisions', 'referee'),
  named('decisions', 'to do', 'id, at, text, outcome, due_on as dueOn', 'decisions', 'owner'),
  {
    ...held('agreement', 'signature', "version, value ->> 'at' as at, value ->> 'side' as side", (me) => {
      return sql`from definitions, json_each(signatures) where value ->> 'member' = ${me}`;
    }),
    joined: true,
  },
  {
    ...held('agreement', 'signature of the draft', "value ->> 'at' as at, value ->> 'side' as side", (me) => {
      return sql`from drafts, json_each(signatures) where value ->> 'member' = ${me}`;
    }),
    joined: true,
  },
  named('agreement', 'version', 'version, published_at as publishedAt, note', 'definitions', 'author'),
  named('agreement', 'draft', 'saved_at as savedAt', 'drafts', 'author'),
  {
    ...held('agreement', 'named', 'version, fullkey as place', (me) => {
      return sql`from definitions, json_tree(body) where version = (select max(version) from definitions) and atom = ${me}`;
    }),
    joined: true,
  },
  named('setups', 'team', 'id, label', 'teams', 'manager'),
  named('setups', 'import', 'id, state, created_at as createdAt, rows', 'imports', 'by'),
  named('setups', 'connection', 'id, label, created_at as createdAt', 'connections', 'created_by'),
  {
    ...held('setups', 'match', 'connections.id, fullkey as place', (me) => {
      return sql`from connections, json_tree(mapping) where atom = ${me}`;
    }),
    joined: true,
  },
  named('setups', 'hook', 'id, label, created_at as createdAt', 'hooks', 'created_by'),
  named('setups', 'subscription', 'id, label, created_at as createdAt', 'subscriptions', 'created_by'),
  held('setups', 'closed period', 'n, start_at as startAt, end_at as endAt, reason', (me) => {
    return sql`from closures where by = ${me} or withdrawn_by = ${me}`;
  }),
  held('setups', 'absence of somebody', 'id, created_at as createdAt', (me) => {
    return sql`from absences where by = ${me} and member_id <> ${me}`;
  }),
  named('setups', 'release of backlog', 'id, created_at as createdAt', 'backlog_plans', 'by'),
  named('setups', 'erasure', 'at', 'erasures', 'by'),
  named('setups', 'job', 'kind, state, created_at as createdAt', 'jobs', 'by'),
  named('access', 'outbox', 'id, last_n as lastN', 'clients', 'member_id'),
  named('access', 'key pair', 'public_key as publicKey', 'seals', 'member_id'),
  named('access', 'calendar feed', 'created_at as createdAt', 'feeds', 'member_id'),
  named('access', 'one-time code', 'kind, expires_at as expiresAt, used_at as usedAt', 'grants', 'member_id'),
  named('access', 'answer kept for a repeat', 'route, at', 'answers', 'member_id'),
  held('access', 'how often you tried', 'since, count', (me) => sql`from tries where instr(key, ${me}) > 0`),
  held('access', 'browser signed out', 'label, created_at as createdAt, revoked_at as revokedAt', (me) => {
    return sql`from devices where member_id = ${me} and revoked_at is not null`;
  }),
];
