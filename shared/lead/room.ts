/**
 * The people around a lead: a dated log per member, so that any past instant can be asked who was
 * there, on which side, with which hours (FCT1's `room`).
 */
import type { CompiledCalendar } from '../time.ts';
import type { Role, Side } from './vocabulary.ts';

/** Instants are epoch ms; each entry holds from `at` until the next of its kind. */
export type MemberEntry =
  | { readonly kind: 'joined'; readonly at: number }
  | { readonly kind: 'left'; readonly at: number }
  | { readonly kind: 'role'; readonly at: number; readonly role: Role }
  | { readonly kind: 'side'; readonly at: number; readonly side: Side }
  | { readonly kind: 'team'; readonly at: number; readonly team: string | null }
  /** Key of `Room.calendars`; `null` means the policy's own hours. */
  | { readonly kind: 'hours'; readonly at: number; readonly calendar: string | null }
  | {
      readonly kind: 'away';
      readonly at: number;
      readonly until: number;
      readonly reason?: string | undefined;
    }
  /** New hand-offs per open day; `null` means no limit. */
  | { readonly kind: 'capacity'; readonly at: number; readonly perDay: number | null };

export interface RoomMember {
  readonly id: string;
  readonly name: string;
  /** Ascending by `at`. */
  readonly log: readonly MemberEntry[];
}

export interface Team {
  readonly id: string;
  readonly label: string;
  readonly side: Side;
  readonly manager: string | null;
  readonly calendar: string | null;
}

export interface Room {
  readonly members: readonly RoomMember[];
  readonly teams: readonly Team[];
  /** Members' and teams' own hours, compiled. */
  readonly calendars: Readonly<Record<string, CompiledCalendar>>;
}

/** What routing needs beside the room, read in the same transaction as `decide` (HOF2). */
export interface Routing {
  /** Hand-offs already given to each member on the current local date. */
  readonly todayCounts: Readonly<Record<string, number>>;
  /** Member who got the last lead of each team: round robin goes on after them. */
  readonly lastRouted: Readonly<Record<string, string>>;
}
