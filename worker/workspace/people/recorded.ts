/** What is held about a member, who sees it and for how long, told to that member alone (PRI5). */
import { and, count, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { recordedWords, type RecordedWords } from '../../../shared/messages/recorded/index.ts';
import {
  RECORDED,
  type RecordedKind,
  type RecordedQuery,
  type RecordedResponse,
} from '../../../shared/protocol/recorded.ts';
import { RETENTION, type RetentionKind } from '../../../shared/protocol/retention.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { listDevices } from './devices.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export function recordedAbout(work: Work, who: Who, { lang }: RecordedQuery): Outcome<RecordedResponse> {
  const workspace = work.ground.workspace();
  const devices = listDevices(work, { ...who, role: 'sdr' });
  if (!workspace || !devices.ok) return failure('not-found', 'There is no such workspace.');
  const language = lang ?? workspace.language;
  const words = recordedWords(language);
  const kinds: Partial<Record<RecordedKind, Record<string, number>>> = {
    work: workOf(work, who.memberId),
    acts: actsOf(work, who.memberId),
  };
  const counts = countsOf(work, who.memberId);
  return done({
    memberId: who.memberId,
    name: who.name,
    language,
    recorded: RECORDED.map((id) => {
      const own = kinds[id] ?? {};
      const { days, kept } = keptOf(work, id, words);
      const total = counts[id] ?? Object.values(own).reduce((sum, each) => sum + each, 0);
      return { id, ...words.of[id], kept, keptDays: days, count: total, kinds: own };
    }),
    devices: devices.value.devices.map(({ id, label, kind, createdAt, seenAt }) => ({
      id,
      label,
      kind,
      createdAt,
      seenAt,
    })),
    never: [...words.never],
  });
}

function countsOf(work: Work, me: string): Partial<Record<RecordedKind, number>> {
  const { absences, clients, commands, devices, memberEmails, notices, proposals, proposalVotes } = schema;
  const log = work.ground.room().members.find(({ id }) => id === me)?.log ?? [];
  const of = (table: SQLiteTable, where: SQL | undefined) =>
    work.db.select({ n: count() }).from(table).where(where).get()?.n ?? 0;
  // By outbox, of which a person has a few: commands have no index by member.
  const outboxes = work.db.select({ id: clients.id }).from(clients).where(eq(clients.memberId, me)).all();
  const sent = outboxes.reduce((sum, { id }) => sum + of(commands, eq(commands.clientId, id)), 0);
  return {
    profile: log.length,
    absences: of(absences, eq(absences.memberId, me)),
    commands: sent,
    devices: of(devices, and(eq(devices.memberId, me), isNull(devices.revokedAt))),
    notices: of(notices, eq(notices.memberId, me)),
    proposals: of(proposals, eq(proposals.by, me)) + of(proposalVotes, eq(proposalVotes.memberId, me)),
    address: of(memberEmails, eq(memberEmails.memberId, me)),
  };
}

function workOf(work: Work, me: string): Record<string, number> {
  const { facts } = schema;
  const rows = work.db
    .select({ kind: facts.kind, n: count() })
    .from(facts)
    .where(and(eq(facts.actor, me), sql`(${schema.BY_PEOPLE})`))
    .groupBy(facts.kind)
    .all();
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

function actsOf(work: Work, me: string): Record<string, number> {
  const { audit } = schema;
  const rows = work.db
    .select({ action: audit.action, n: count() })
    .from(audit)
    .where(or(eq(audit.by, me), eq(audit.subject, me)))
    .groupBy(audit.action)
    .all();
  return Object.fromEntries(rows.map(({ action, n }) => [action, n]));
}

const RETAINED: Partial<Record<RecordedKind, RetentionKind>> = {
  work: 'leads',
  commands: 'commands',
  acts: 'audit',
  notices: 'notices',
};

function keptOf(work: Work, id: RecordedKind, words: RecordedWords): { days: number | null; kept: string } {
  const kind = RETAINED[id];
  if (kind === undefined)
    return { days: null, kept: id === 'proposals' ? words.keptForEver : words.keptWhileMember };
  const chosen = work.db.select().from(schema.retention).where(eq(schema.retention.kind, kind)).get();
  const days = chosen ? chosen.days : RETENTION[kind].days;
  if (kind === 'leads') return { days, kept: words.keptWithLead(days) };
  return { days, kept: days === null ? words.keptForEver : words.kept(days) };
}
