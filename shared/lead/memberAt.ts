/** A member as of an instant, read from the dated log. */
import { derived } from '../derived.ts';
import type { Room, RoomMember } from './room.ts';
import type { CompiledCalendar } from '../time.ts';
import type { Role, Side } from './vocabulary.ts';

export interface MemberAt {
  readonly id: string;
  readonly name: string;
  /** Joined and not left. */
  readonly active: boolean;
  /** End of the absence that holds; null while present. */
  readonly awayUntil: number | null;
  readonly role: Role | null;
  readonly side: Side;
  readonly team: string | null;
  /** Key of `Room.calendars`: own hours, else the team's; null = the policy's own hours. */
  readonly hours: string | null;
  /** New hand-offs per open day; null = no limit. */
  readonly perDay: number | null;
}

/** Null when nobody of that id is in the log: an integration, the system, or a stranger. */
export function memberAt(room: Room, id: string | null, at: number): MemberAt | null {
  const member = id === null ? undefined : membersOf(room).get(id);
  return member === undefined ? null : memberOf(room, member, at);
}

/** Own hours, else the team's, else `otherwise`: whose hours somebody is counted in (CAL8). */
export function hoursOf(
  { hours }: MemberAt,
  { calendars }: Room,
  otherwise: CompiledCalendar,
): CompiledCalendar {
  return (hours === null ? undefined : calendars[hours]) ?? otherwise;
}

/** Asked for every attempt of every lead: found by id, not by walking the whole room. */
const membersOf = derived(
  ({ members }: Room): ReadonlyMap<string, RoomMember> =>
    new Map(members.map((member) => [member.id, member])),
);

export function memberOf(room: Room, { id, name, log }: RoomMember, at: number): MemberAt {
  let active = false;
  let awayUntil: number | null = null;
  let role: Role | null = null;
  let side: Side | null = null;
  let team: string | null = null;
  let hours: string | null = null;
  let perDay: number | null = null;
  for (const entry of log) {
    if (entry.at > at) continue;
    if (entry.kind === 'joined' || entry.kind === 'left') active = entry.kind === 'joined';
    if (entry.kind === 'role') ({ role } = entry);
    if (entry.kind === 'side') ({ side } = entry);
    if (entry.kind === 'team') ({ team } = entry);
    if (entry.kind === 'hours') hours = entry.calendar;
    if (entry.kind === 'capacity') ({ perDay } = entry);
    if (entry.kind === 'away' && entry.until > at)
      awayUntil = Math.max(awayUntil ?? entry.until, entry.until);
  }
  hours ??= room.teams.find((one) => one.id === team)?.calendar ?? null;
  return { id, name, active, awayUntil, role, side: side ?? sideOfRole(role), team, hours, perDay };
}

/** Earliest instant after `now` at which somebody's entry begins or an absence ends; null = never. */
export function roomChangesAt(room: Room, now: number): number | null {
  let found: number | null = null;
  for (const { log } of room.members) {
    for (const entry of log) {
      for (const at of entry.kind === 'away' ? [entry.at, entry.until] : [entry.at]) {
        if (at > now && (found === null || at < found)) found = at;
      }
    }
  }
  return found;
}

/** Whoever never stated a side stands where their role works. */
function sideOfRole(role: Role | null): Side {
  if (role === 'sdr') return 'sales';
  return role === 'marketer' ? 'marketing' : 'neutral';
}
