/** A member as of an instant, read from the dated log. */
import type { MemberEntry, Room, RoomMember } from './room.ts';
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

const members = new WeakMap<Room, ReadonlyMap<string, RoomMember>>();

/** Asked for every attempt of every lead: found by id, not by walking the whole room. */
function membersOf(room: Room): ReadonlyMap<string, RoomMember> {
  const known = members.get(room);
  if (known !== undefined) return known;
  const byId = new Map(room.members.map((member) => [member.id, member]));
  members.set(room, byId);
  return byId;
}

export function memberOf(room: Room, member: RoomMember, at: number): MemberAt {
  const log = member.log.filter((entry) => entry.at <= at);
  const role = newest(log, 'role')?.role ?? null;
  const team = newest(log, 'team')?.team ?? null;
  const teamHours = room.teams.find(({ id }) => id === team)?.calendar ?? null;
  const away = log.filter((entry) => entry.kind === 'away').filter(({ until }) => until > at);
  const presence = log.findLast(({ kind }) => kind === 'joined' || kind === 'left');
  return {
    id: member.id,
    name: member.name,
    active: presence?.kind === 'joined',
    awayUntil: away.length === 0 ? null : Math.max(...away.map(({ until }) => until)),
    role,
    side: newest(log, 'side')?.side ?? sideOfRole(role),
    team,
    hours: newest(log, 'hours')?.calendar ?? teamHours,
    perDay: newest(log, 'capacity')?.perDay ?? null,
  };
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

type EntryOf<K extends MemberEntry['kind']> = Extract<MemberEntry, { kind: K }>;

function newest<K extends MemberEntry['kind']>(log: readonly MemberEntry[], kind: K): EntryOf<K> | undefined {
  return log.findLast((entry): entry is EntryOf<K> => entry.kind === kind);
}

/** Whoever never stated a side stands where their role works. */
function sideOfRole(role: Role | null): Side {
  if (role === 'sdr') return 'sales';
  return role === 'marketer' ? 'marketing' : 'neutral';
}
