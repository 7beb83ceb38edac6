/** "My day": the leads that owe something, in the order in which it is owed, and those done today. */
import type { DayRow } from './buildDayRow.ts';
import type { CardClock } from './cardView.ts';
import { clockFaceAt } from './face.ts';

export const DAY_GROUPS = ['late', 'now', 'later', 'paused', 'done'] as const;
export type DayGroup = (typeof DAY_GROUPS)[number];

/** What a row is sorted by; whoever shows it knows the rest of it. */
export type DayEntry = Pick<DayRow, 'name' | 'done'> & {
  readonly clock: Pick<CardClock, 'face' | 'due'> | null;
};

export type DayView<Row = DayRow> = Readonly<Record<DayGroup, readonly Row[]>> & {
  /** Due on the current local date or before it, or at risk already. */
  readonly today: number;
};

/**
 * `now` in epoch ms. What the person worked on today and what is not due today any more is done; a
 * lead stands in one group alone.
 */
export function buildDay<Row extends DayEntry>(rows: readonly Row[], now: number): DayView<Row> {
  const groups = new Map<DayGroup, Row[]>(DAY_GROUPS.map((group) => [group, []]));
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

function groupOf({ clock, done }: DayEntry, now: number): DayGroup | null {
  const owed = clock ? owedAs(clock, now) : null;
  if (done && owed !== 'late' && owed !== 'now') return 'done';
  return owed;
}

function owedAs({ face, due }: Pick<CardClock, 'face' | 'due'>, now: number): DayGroup | null {
  if (face.status === 'paused') return 'paused';
  if (face.status !== 'running' && face.status !== 'breached') return null;
  const { tone } = clockFaceAt(face, now);
  if (tone === 'late') return 'late';
  const today = due === null && face.dueAt !== null;
  return today || tone === 'risk' ? 'now' : 'later';
}

/** Paused ones have no due: by name. */
function byDue(a: DayEntry, b: DayEntry): number {
  const due = ({ clock }: DayEntry) => clock?.face.dueAt ?? Number.MAX_SAFE_INTEGER;
  return due(a) - due(b) || (a.name < b.name ? -1 : 1);
}
