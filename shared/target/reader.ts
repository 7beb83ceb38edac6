/** Who may see figures of a person (TGT5): that person, and a manager of their side. Team figures are for all. */
import { memberAt } from '../lead/memberAt.ts';
import type { Room } from '../lead/room.ts';

export function mayReadPerson(room: Room, reader: string, person: string, now: number): boolean {
  const own = memberAt(room, reader, now);
  if (own === null || !own.active) return false;
  if (reader === person) return true;
  return own.role === 'manager' && own.side === memberAt(room, person, now)?.side;
}

/** Rows of a report without those of people the reader may not see; nobody's own row stays. */
export function rowsFor<R extends { readonly by: string; readonly of: string | null }>(
  rows: readonly R[],
  room: Room,
  reader: string,
  now: number,
): readonly R[] {
  return rows.filter(
    ({ by, of }) =>
      (by !== 'person' && by !== 'owner') || of === null || mayReadPerson(room, reader, of, now),
  );
}
