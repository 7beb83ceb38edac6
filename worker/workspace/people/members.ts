/** Members and teams: a dated log each, because any past instant can be asked who was there (FCT3). */
import { eq } from 'drizzle-orm';
import { memberOf } from '../../../shared/lead/memberAt.ts';
import type { MemberEntry, RoomMember, Team } from '../../../shared/lead/room.ts';
import type { MemberRequest, TeamRequest } from '../../../shared/protocol/api.ts';
import type { MembersResponse, MemberView } from '../../../shared/protocol/people.ts';
import { done, type Outcome } from '../../outcome.ts';
import { audit } from './audit.ts';
import { keepEmail } from './memberEmail.ts';
import { keepHours, statedHours } from './memberHours.ts';
import * as schema from '../schema.ts';
import { orNothing, roomChanged, type Who, type Work } from '../work.ts';
import { wrongAt } from '../../refused.ts';

export function listMembers(work: Work): Outcome<MembersResponse> {
  return done({ members: work.ground.room().members.map((member) => viewOf(work, member)) });
}

/** @throws when nobody has this id. */
export function viewOfMember(work: Work, memberId: string): MemberView {
  const member = work.ground.room().members.find(({ id }) => id === memberId);
  if (!member) throw new Error('no such member');
  return viewOf(work, member);
}

function viewOf(work: Work, member: RoomMember): MemberView {
  const { id, name, role, side, team, active, awayUntil, perDay } = memberOf(
    work.ground.room(),
    member,
    work.now,
  );
  return { id, name, role, side, team, active, awayUntil, perDay, hours: statedHours(work, member) };
}

/** The address itself stays in the route: only its hash comes here. */
type NewMember = Omit<MemberRequest, 'email'> & { readonly emailHash?: string | null };

/** @param id minted by the caller, so that this folder knows no chance */
export function addMember(
  work: Work,
  who: Who | null,
  { id, member }: { id: string; member: NewMember },
): Outcome<{ id: string }> {
  return orNothing(work, () => join(work, who, id, member));
}

function join(work: Work, who: Who | null, id: string, member: NewMember): Outcome<{ id: string }> {
  const { name, side, role, team, hours, perDay, emailHash } = member;
  if (team !== undefined && !work.ground.room().teams.some((one) => one.id === team))
    return wrongAt('The team is not known yet.', '/team', 'no_team');
  const calendar = hours ? keepHours(work, `member:${id}`, hours) : done(undefined);
  if (!calendar.ok) return calendar;
  const email = emailHash ? keepEmail(work, id, emailHash) : done(null);
  if (!email.ok) return email;
  const at = work.now;
  const log: MemberEntry[] = [
    { kind: 'joined', at },
    { kind: 'role', at, role },
    { kind: 'side', at, side },
    ...(team === undefined ? [] : [{ kind: 'team', at, team } as const]),
    ...(calendar.value === undefined ? [] : [{ kind: 'hours', at, calendar: calendar.value } as const]),
    ...(perDay === undefined ? [] : [{ kind: 'capacity', at, perDay } as const]),
  ];
  work.db.insert(schema.members).values({ id, name, log }).run();
  audit(work, who, 'member.added', id, { role, side, ...(team === undefined ? {} : { team }) });
  roomChanged(work, id);
  return done({ id });
}

export function listTeams(work: Work): Outcome<{ teams: readonly Team[] }> {
  return done({ teams: work.ground.room().teams });
}

/** Adds a team or replaces the one of that id; hours left out stay as they are. */
export function putTeam(work: Work, who: Who, team: TeamRequest): Outcome<Team> {
  const { id, label, side, manager = null, hours, members = [] } = team;
  if (manager !== null && !work.ground.room().members.some((member) => member.id === manager))
    return wrongAt('The manager is not known.', '/manager', 'no_member');
  const kept = hours ? keepHours(work, `team:${id}`, hours) : done(hours);
  if (!kept.ok) return kept;
  const row = { id, label, side, manager, calendar: kept.value ?? null };
  work.db
    .insert(schema.teams)
    .values(row)
    .onConflictDoUpdate({
      target: schema.teams.id,
      set: hours === undefined ? { label, side, manager } : row,
    })
    .run();
  audit(work, who, 'team.saved', id, { side, ...(manager === null ? {} : { manager }) });
  roomChanged(work);
  gather(work, who, members, row);
  return done(work.ground.room().teams.find((one) => one.id === id) ?? row);
}

/** Whoever is in no team yet; nobody is taken out of one. */
function gather(work: Work, who: Who, members: readonly string[], team: Pick<Team, 'id' | 'side'>): void {
  const room = work.ground.room();
  const alone = room.members.filter((member) => {
    const { active, side, team: own } = memberOf(room, member, work.now);
    return members.includes(member.id) && active && side === team.side && own === null;
  });
  for (const { id, log } of alone) {
    const joined: MemberEntry = { kind: 'team', at: work.now, team: team.id };
    const next = [...log, joined].toSorted((a, b) => a.at - b.at);
    work.db.update(schema.members).set({ log: next }).where(eq(schema.members.id, id)).run();
    audit(work, who, 'member.changed', id, { team: team.id });
  }
  if (alone.length > 0) roomChanged(work);
}
