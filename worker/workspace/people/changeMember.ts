/** A member changes: dated entries of their log, so that the past is judged by what held then (FCT3, ACC2). */
import { eq, sql } from 'drizzle-orm';
import { memberOf, type MemberAt } from '../../../shared/lead/memberAt.ts';
import type { MemberEntry } from '../../../shared/lead/room.ts';
import type { MemberChange } from '../../../shared/protocol/api.ts';
import type { MemberView } from '../../../shared/protocol/people.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from './audit.ts';
import { revokeAll } from './devices.ts';
import { keepEmail } from './memberEmail.ts';
import { keepHours } from './memberHours.ts';
import { viewOfMember } from './members.ts';
import * as schema from '../schema.ts';
import { orNothing, roomChanged, type Who, type Work } from '../work.ts';
import { refused, wrongAt } from '../../refused.ts';

/** The address itself stays in the route: only its hash comes here. */
export type Change = Omit<MemberChange, 'email'> & { readonly emailHash?: string | null };

export function changeMember(
  work: Work,
  who: Who,
  { id, change }: { id: string; change: Change },
): Outcome<MemberView> {
  return orNothing(work, () => apply(work, who, id, change));
}

function apply(work: Work, who: Who, id: string, change: Change): Outcome<MemberView> {
  const room = work.ground.room();
  const member = room.members.find((one) => one.id === id);
  if (!member) return failure('not-found', 'There is no such member.');
  const before = memberOf(room, member, work.now);
  if (isLastAdmin(work, before) && (change.active === false || (change.role ?? 'admin') !== 'admin'))
    return refused('conflict', 'last_admin');
  if (typeof change.team === 'string' && !room.teams.some((team) => team.id === change.team))
    return wrongAt('The team is not known yet.', '/team', 'no_team');
  const hours = change.hours ? keepHours(work, `member:${id}`, change.hours) : done(change.hours);
  if (!hours.ok) return hours;
  const entries = entriesOf(before, change, hours.value, work.now);
  const log = [...member.log, ...entries].toSorted((a, b) => a.at - b.at);
  const name = change.name ?? member.name;
  work.db.update(schema.members).set({ name, log }).where(eq(schema.members.id, id)).run();
  if (change.emailHash !== undefined) {
    const kept = keepEmail(work, id, change.emailHash);
    if (!kept.ok) return kept;
  }
  if (change.active === false) revokeAll(work, id);
  audit(work, who, 'member.changed', id, detailOf(change));
  roomChanged(work, id);
  askAgain(work, id);
  return done(viewOfMember(work, id));
}

/** Only what differs from what holds: saying the same twice leaves one entry. */
function entriesOf(
  before: MemberAt,
  { active, role, side, team, perDay }: Change,
  calendar: string | null | undefined,
  at: number,
): MemberEntry[] {
  const entries: MemberEntry[] = [];
  if (active !== undefined && active !== before.active)
    entries.push({ kind: active ? 'joined' : 'left', at });
  if (role !== undefined && role !== before.role) entries.push({ kind: 'role', at, role });
  if (side !== undefined && side !== before.side) entries.push({ kind: 'side', at, side });
  if (team !== undefined && team !== before.team) entries.push({ kind: 'team', at, team });
  if (perDay !== undefined && perDay !== before.perDay) entries.push({ kind: 'capacity', at, perDay });
  if (calendar !== undefined) entries.push({ kind: 'hours', at, calendar });
  return entries;
}

function isLastAdmin(work: Work, { id, role, active }: MemberAt): boolean {
  if (role !== 'admin' || !active) return false;
  const room = work.ground.room();
  return !room.members.some((other) => {
    const now = memberOf(room, other, work.now);
    return other.id !== id && now.active && now.role === 'admin';
  });
}

/** Their leads' clocks stand on their hours and on whether they are here at all. */
function askAgain(work: Work, memberId: string): void {
  work.db.run(
    sql`insert into clocks (lead_id, due_at) select id, ${work.now} from leads where owner = ${memberId}
        on conflict (lead_id) do update set due_at = min(due_at, excluded.due_at)`,
  );
}

/** Which things changed, and to what where that is a word of ours. */
function detailOf({ name, hours, emailHash, team, perDay, ...words }: Change) {
  const named = { name, hours, emailHash };
  const changed = Object.entries(named).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  return {
    ...Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)),
    ...(team === undefined ? {} : { team: team ?? '' }),
    ...(perDay === undefined ? {} : { perDay: perDay ?? 0 }),
    ...(changed.length === 0 ? {} : { changed: changed.join(' ') }),
  };
}
