/**
 * Who was the lead's active owner and when: the owner named by the facts, as long as the member log
 * says they belonged to the workspace. Being away does not end ownership (CLK10).
 */
import { memberAt } from '../lead/memberAt.ts';
import type { Room, RoomMember } from '../lead/room.ts';
import { type CompiledCalendar, earlier } from '../time.ts';
import type { OwnerChange } from './clockInput.ts';

/** `[from, to)`; `to` is null while it lasts. */
export interface Ownership {
  readonly owner: string;
  readonly from: number;
  readonly to: number | null;
  /** Fact that named the owner. */
  readonly factId: string;
}

/**
 * Active ownerships up to `now`, ascending, neighbours of one owner joined. `changesAt` is the next
 * instant at which the member log alone changes the last of them; null = never.
 */
export function ownershipsOf(
  owners: readonly OwnerChange[],
  room: Room,
  now: number,
): { readonly spans: readonly Ownership[]; readonly changesAt: number | null } {
  const spans: Ownership[] = [];
  let changesAt: number | null = null;
  for (const [place, { owner, at, factId }] of owners.entries()) {
    const next = owners[place + 1]?.at ?? null;
    const member = owner === null ? undefined : room.members.find(({ id }) => id === owner);
    if (owner === null || !member || next === at) continue;
    for (const stay of staysOf(member)) {
      const from = Math.max(at, stay.from);
      const to = earlier(next, stay.to);
      if (to !== null && to <= from) continue;
      for (const edge of [from, to]) {
        if (edge !== null && edge > now) changesAt = earlier(changesAt, edge);
      }
      if (from > now) continue;
      const ended = to !== null && to > now ? null : to;
      const previous = spans.at(-1);
      if (previous?.owner === owner && previous.to === from)
        spans[spans.length - 1] = { ...previous, to: ended };
      else spans.push({ owner, from, to: ended, factId });
    }
  }
  return { spans, changesAt };
}

/** The first instant from `from` on with an active owner; null when there has been none. */
export function firstOwned(spans: readonly Ownership[], from: number): { at: number; factId: string } | null {
  const span = spans.find(({ to }) => to === null || to > from);
  return span ? { at: Math.max(from, span.from), factId: span.factId } : null;
}

/** A member's own hours at an instant, else their team's, compiled; null means those of the policy (CAL8). */
export function ownHours(room: Room, memberId: string, at: number): CompiledCalendar | null {
  const calendar = memberAt(room, memberId, at)?.hours ?? null;
  return calendar === null ? null : (room.calendars[calendar] ?? null);
}

/** From joining to leaving, as often as they came. */
function staysOf({ log }: RoomMember): readonly { readonly from: number; readonly to: number | null }[] {
  const stays: { from: number; to: number | null }[] = [];
  for (const { kind, at } of log) {
    const last = stays.at(-1);
    if (kind === 'joined' && (!last || last.to !== null)) stays.push({ from: at, to: null });
    if (kind === 'left' && last?.to === null) last.to = at;
  }
  return stays;
}
