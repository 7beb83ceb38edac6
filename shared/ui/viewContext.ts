/** What every builder of a view needs beside the lead itself. Pure data: `now` comes in, nothing is looked up. */
import type { History, Version } from '../definitions/version.ts';
import type { Room } from '../lead/room.ts';
import type { LeadState } from '../lead/state.ts';
import type { Language, Role } from '../lead/vocabulary.ts';
import type { CompiledCalendar } from '../time.ts';

export interface ViewContext {
  /** Every version the leads shown need, ascending by `effectiveAt`. */
  readonly history: History;
  readonly room: Room;
  readonly language: Language;
  /** Epoch ms, corrected with the learnt server offset (ATT5). */
  readonly now: number;
  readonly viewer: { readonly memberId: string; readonly role: Role };
}

/** The version with this number, else the newest one known; undefined before any was pulled. */
export function versionNumbered(history: History, version: number): Version | undefined {
  return history.find((known) => known.version === version) ?? history.at(-1);
}

/** The calendar `id` of a version, else its workspace calendar (CAL3). */
export function calendarOf(version: Version | undefined, id?: string): CompiledCalendar | undefined {
  if (!version) return undefined;
  const workspace = version.calendars[version.definitions.workspaceCalendar];
  return (id === undefined ? undefined : version.calendars[id]) ?? workspace;
}

/** A member's name as the room knows it; the id of someone it does not know. */
export function memberName(room: Room, id: string): string {
  return room.members.find((member) => member.id === id)?.name ?? id;
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** True when only the owner's name may be shown: a colleague's lead to an sdr (ACC3). */
export function isColleagues(state: LeadState, { viewer }: ViewContext): boolean {
  return viewer.role === 'sdr' && state.owner !== null && state.owner.id !== viewer.memberId;
}
