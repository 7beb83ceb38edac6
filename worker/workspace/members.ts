/** Members and teams: a dated log each, because any past instant can be asked who was there (FCT3). */
import { memberOf } from '../../shared/lead/memberAt.ts';
import type { MemberEntry, Team } from '../../shared/lead/room.ts';
import type { Role, Side } from '../../shared/lead/vocabulary.ts';
import { compileCalendar, compileRange } from '../../shared/calendar/compile.ts';
import type { MemberRequest, TeamRequest } from '../../shared/protocol/api.ts';
import { done, failure, type Outcome } from '../outcome.ts';
import { audit } from './audit.ts';
import { calendarErrors } from './calendarErrors.ts';
import * as schema from './schema.ts';
import { roomChanged, type Who, type Work } from './work.ts';

export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
  readonly side: Side;
  readonly team: string | null;
  readonly active: boolean;
}

export function listMembers(work: Work): Outcome<{ members: readonly MemberView[] }> {
  const room = work.ground.room();
  const members = room.members.map((member) => {
    const { id, name, role, side, team, active } = memberOf(room, member, work.now);
    return { id, name, role, side, team, active };
  });
  return done({ members });
}

/** @param id minted by the caller, so that this folder knows no chance */
export function addMember(
  work: Work,
  who: Who | null,
  { id, member }: { id: string; member: MemberRequest },
): Outcome<{ id: string }> {
  const { name, side, role, team, hours, perDay } = member;
  if (team !== undefined && !work.ground.room().teams.some((one) => one.id === team))
    return failure('invalid-body', 'The team is not known yet.', [
      { pointer: '/team', detail: 'no team has this id; POST /v1/teams first' },
    ]);
  if (hours) {
    const errors = calendarErrors(hours, '/hours', work.now);
    if (errors.length > 0) return failure('invalid-body', 'These hours cannot be kept.', errors);
    const { from, to } = compileRange(work.now);
    const calendar = `member:${id}`;
    const compiled = compileCalendar(calendar, hours, from, to, 1);
    work.db.insert(schema.calendars).values({ id: calendar, compiled }).run();
  }
  const at = work.now;
  const log: MemberEntry[] = [
    { kind: 'joined', at },
    { kind: 'role', at, role },
    { kind: 'side', at, side },
    ...(team === undefined ? [] : [{ kind: 'team', at, team } as const]),
    ...(hours === undefined ? [] : [{ kind: 'hours', at, calendar: `member:${id}` } as const]),
    ...(perDay === undefined ? [] : [{ kind: 'capacity', at, perDay } as const]),
  ];
  work.db.insert(schema.members).values({ id, name, log }).run();
  audit(work, who, 'member.added', id, { role, side, ...(team === undefined ? {} : { team }) });
  roomChanged(work);
  return done({ id });
}

export function listTeams(work: Work): Outcome<{ teams: readonly Team[] }> {
  return done({ teams: work.ground.room().teams });
}

/** Adds a team or replaces the one of that id. */
export function putTeam(work: Work, who: Who, team: TeamRequest): Outcome<Team> {
  const { id, label, side, manager = null } = team;
  if (manager !== null && !work.ground.room().members.some((member) => member.id === manager))
    return failure('invalid-body', 'The manager is not known.', [
      { pointer: '/manager', detail: 'no member has this id' },
    ]);
  const row = { id, label, side, manager, calendar: null };
  work.db
    .insert(schema.teams)
    .values(row)
    .onConflictDoUpdate({ target: schema.teams.id, set: { label, side, manager } })
    .run();
  audit(work, who, 'team.saved', id, { side, ...(manager === null ? {} : { manager }) });
  roomChanged(work);
  return done(work.ground.room().teams.find((one) => one.id === id) ?? row);
}
