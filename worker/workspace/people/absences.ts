/** Somebody is away (HOF2, CAL8): said in the member's log, which the engine reads, and kept to be listed. */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { memberOf } from '../../../shared/lead/memberAt.ts';
import type { MemberEntry, RoomMember } from '../../../shared/lead/room.ts';
import type {
  AbsenceRequest,
  AbsenceResponse,
  AbsencesQuery,
  AbsenceView,
} from '../../../shared/protocol/absences.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from './audit.ts';
import { startOfLocalDay } from '../localDay.ts';
import { notify } from '../notices/notices.ts';
import { clocksOf, handedTo } from '../handoff/ownedLeads.ts';
import * as schema from '../schema.ts';
import { roomChanged, type Who, type Work } from '../work.ts';
import { refused, wrongAt } from '../../refused.ts';
import type { PlainReason } from '../../../shared/protocol/reason.ts';

type Row = typeof schema.absences.$inferSelect;

const LONGEST_MS = 366 * DAY_MS;
/** A manager may say so afterwards: what was missed meanwhile is the team's, not the person's (CLK10). */
const FURTHEST_BACK_MS = 7 * DAY_MS;
const UNKNOWN = failure('not-found', 'There is no such absence.');

const leads = (who: Who) => who.role === 'manager' || who.role === 'admin';

export function addAbsence(
  work: Work,
  who: Who,
  { id, absence }: { id: string; absence: AbsenceRequest },
): Outcome<AbsenceResponse> {
  const { memberId = who.memberId, from = work.now, until, reason = '' } = absence;
  if (memberId !== who.memberId && !leads(who))
    return failure('forbidden', 'Only a manager says that somebody else is away.');
  const member = work.ground.room().members.find((one) => one.id === memberId);
  if (!member || !memberOf(work.ground.room(), member, work.now).active)
    return wrong('/memberId', 'no_member');
  if (from < earliestFrom(work, who)) return wrong('/from', 'too_long_ago');
  if (until <= from) return wrong('/until', 'ends_before');
  if (until <= work.now) return wrong('/until', 'over_already');
  if (until - from > LONGEST_MS) return wrong('/until', 'longer_than_a_year');
  const row: Row = {
    id,
    memberId,
    fromAt: from,
    untilAt: until,
    reason,
    by: who.memberId,
    createdAt: work.now,
    endedAt: null,
  };
  work.db.insert(schema.absences).values(row).run();
  // The reason stays here: the log travels to every device.
  keepLog(work, member, [...member.log, { kind: 'away', at: from, until }]);
  audit(work, who, 'absence.added', id, { member: memberId, from, until });
  tellManager(work, who, row, member);
  return done(responseOf(work, who, row));
}

const wrong = (pointer: string, why: PlainReason) => wrongAt('This absence cannot be kept.', pointer, why);

function earliestFrom(work: Work, who: Who): number {
  if (leads(who)) return work.now - FURTHEST_BACK_MS;
  return startOfLocalDay(workspaceCalendarOf(work.ground.inForce(work.now)), work.now);
}

/** Back early, or not going after all. What was given to others stays with them. */
export function endAbsence(work: Work, who: Who, { id }: { id: string }): Outcome<AbsenceView> {
  const row = rowOf(work, id);
  if (!row) return UNKNOWN;
  if (row.memberId !== who.memberId && !leads(who))
    return failure('forbidden', 'Only a manager ends the absence of somebody else.');
  if (row.endedAt !== null || row.untilAt <= work.now) return refused('conflict', 'over_already');
  const untilAt = Math.max(row.fromAt, work.now);
  work.db.update(schema.absences).set({ untilAt, endedAt: work.now }).where(eq(schema.absences.id, id)).run();
  const member = work.ground.room().members.find((one) => one.id === row.memberId);
  if (member) {
    const place = member.log.findIndex(
      (entry) => entry.kind === 'away' && entry.at === row.fromAt && entry.until === row.untilAt,
    );
    const entry: MemberEntry[] =
      untilAt > row.fromAt ? [{ kind: 'away', at: row.fromAt, until: untilAt }] : [];
    keepLog(work, member, place < 0 ? member.log : member.log.toSpliced(place, 1, ...entry));
  }
  audit(work, who, 'absence.ended', id, { member: row.memberId });
  return done(viewOf(who, { ...row, untilAt, endedAt: work.now }));
}

export function listAbsences(
  work: Work,
  who: Who,
  { memberId, all = 'false' }: AbsencesQuery,
): Outcome<{ absences: readonly AbsenceView[] }> {
  const { absences } = schema;
  const rows = work.db
    .select()
    .from(absences)
    .where(
      and(
        memberId === undefined ? undefined : eq(absences.memberId, memberId),
        all === 'true' ? undefined : gt(absences.untilAt, work.now),
      ),
    )
    .orderBy(asc(absences.fromAt), asc(absences.id))
    .limit(1_000)
    .all();
  return done({ absences: rows.map((row) => viewOf(who, row)) });
}

/** With the clocks that run for its member now (CLK10); theirs and managers' to see. */
export function readAbsence(work: Work, who: Who, { id }: { id: string }): Outcome<AbsenceResponse> {
  const row = rowOf(work, id);
  if (!row || (row.memberId !== who.memberId && !leads(who))) return UNKNOWN;
  return done(responseOf(work, who, row));
}

export function rowOf(work: Work, id: string): Row | undefined {
  return work.db.select().from(schema.absences).where(eq(schema.absences.id, id)).get();
}

function responseOf(work: Work, who: Who, row: Row): AbsenceResponse {
  const held = handedTo(work, row.memberId);
  return { absence: viewOf(who, row), leads: held.length, clocks: held.flatMap(clocksOf) };
}

function viewOf(who: Who, { id, memberId, fromAt, untilAt, reason, by, endedAt }: Row): AbsenceView {
  const own = memberId === who.memberId || leads(who);
  return { id, memberId, from: fromAt, until: untilAt, reason: own ? reason : null, by, endedAt };
}

/** Their clocks have to be looked at again: an absence moves a person's own share of each (CLK10). */
function keepLog(work: Work, { id }: RoomMember, entries: readonly MemberEntry[]): void {
  const log = entries.toSorted((a, b) => a.at - b.at);
  work.db.update(schema.members).set({ log }).where(eq(schema.members.id, id)).run();
  roomChanged(work, id);
  work.db.run(
    sql`insert into clocks (lead_id, due_at) select id, ${work.now} from leads where owner = ${id}
        on conflict (lead_id) do update set due_at = min(due_at, excluded.due_at)`,
  );
}

/** Unless they said so themselves. */
function tellManager(work: Work, who: Who, { id, memberId }: Row, member: RoomMember): void {
  const room = work.ground.room();
  const { team } = memberOf(room, member, work.now);
  const manager = room.teams.find((one) => one.id === team)?.manager ?? null;
  const waiting = handedTo(work, memberId).length;
  if (manager === null || manager === memberId || manager === who.memberId || waiting === 0) return;
  const data = { member: memberId, leads: waiting };
  notify(work, { to: manager, kind: 'owner_away', data, key: `absence:${id}` });
}
