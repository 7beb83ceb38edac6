/** Closed periods as they are stored, by what they close (CAL7). */
import type { DeclaredClosure } from '../../../shared/calendar/closure.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

export type ClosureRow = typeof schema.closures.$inferSelect;

export function closureRows(work: Work): readonly ClosureRow[] {
  return work.db.select().from(schema.closures).orderBy(schema.closures.n).all();
}

/** Those of one calendar of the agreement, oldest first. */
export function closuresOf(work: Work, calendar: string): readonly DeclaredClosure[] {
  return closureRows(work)
    .filter(({ calendars }) => calendars === null || calendars.includes(calendar))
    .flatMap(declared);
}

/** As the engine knows them; one withdrawn before it began closes nothing. */
export function declared({ declaredAt, startAt, endAt }: ClosureRow): readonly DeclaredClosure[] {
  return endAt > startAt ? [{ declaredAt, start: startAt, end: endAt }] : [];
}
