/** "My day": the leads that owe something, in the order in which it is owed, and those done today. */
import type { DayRow } from './buildDayRow.ts';
import type { CardClock } from './cardView.ts';
import { clockFaceAt } from './face.ts';

export const DAY_GROUPS = ['late', 'now', 'later', 'paused', 'done'] as const;
export type DayGroup = (typeof DAY_GROUPS)[number];

export type DayView = Readonly<Record<DayGroup, readonly DayRow[]>> & {
  /** Due on the current local date or before it, or at risk already. */
  readonly today: number;
};

/**
 * `now` in epoch ms. What the person worked on today and what is not due today any more is done; a
 * lead stands in one group alone.
 */
export function buildDay(rows: readonly DayRow[], now: number): DayView {
  const groups = new Map<DayGroup, DayRow[]>(DAY_GROUPS.map((group) => [group, []]));
  for (const row of rows) {
    const group = groupOf(row, now);
    if (group) groups.get(group)?.push(row);
  }
  const of = (group: DayGroup) => (groups.get(group) ?? []).toSorted(byDue);
  const late = of('late');
  const due = of('now');
  return {
    late,
    now: due,
    later: of('later'),
    paused: of('paused'),
    done: of('done').toSorted((a, b) => (b.done?.at ?? 0) - (a.done?.at ?? 0)),
    today: late.length + due.length,
  };
}

function groupOf({ clock, done }: DayRow, now: number): DayGroup | null {
  const owed = clock ? owedAs(clock, now) : null;
  if (done && owed !== 'late' && owed !== 'now') return 'done';
  return owed;
}

function owedAs({ face, due }: CardClock, now: number): DayGroup | null {
  if (face.status === 'paused') return 'paused';
  if (face.status !== 'running' && face.status !== 'breached') return null;
  const { tone } = clockFaceAt(face, now);
  if (tone === 'late') return 'late';
  const today = due === null && face.dueAt !== null;
  return today || tone === 'risk' ? 'now' : 'later';
}

/** Paused ones have no due: by name. */
function byDue(a: DayRow, b: DayRow): number {
  const due = ({ clock }: DayRow) => clock?.face.dueAt ?? Number.MAX_SAFE_INTEGER;
  return due(a) - due(b) || (a.name < b.name ? -1 : 1);
}
