/**
 * What an agreement would do to live leads (DEF2): each leaves marks for where it would move, which of
 * its deadlines change and by how much, whether it becomes late. Marks add up as those of reports do.
 */
import type { ClockState } from '../lead/state.ts';
import type { Interval } from '../time.ts';
import { expectedMarks } from './expected.ts';
import { cellOf, cellsOf, type Mark, type Row, type Table } from './table.ts';
import type { Tried } from './tried.ts';

/** Marks whose first leads are named, not only counted. */
export const NAMED = ['move', 'shift', 'begun', 'ended', 'late'] as const;

/** Scores fall into so many classes. */
export const SCORE_CLASSES = 20;

export function* previewMarks(before: Tried, after: Tried, window: Interval, width: number): Generator<Mark> {
  const [from, to] = [before.state.stage.id, after.state.stage.id];
  yield { row: ['stage', from, 'before'] };
  yield { row: ['stage', to, 'after'] };
  if (from !== to) yield { row: ['move', from, to] };
  yield { row: ['score', classOf(before.state.score.shown, width), 'before'] };
  yield { row: ['score', classOf(after.state.score.shown, width), 'after'] };
  yield* clockMarks(before.state.clocks, after.state.clocks);
  for (const mark of expectedMarks(before, window)) yield { ...mark, row: [...mark.row, 'before'] };
  for (const mark of expectedMarks(after, window)) yield { ...mark, row: [...mark.row, 'after'] };
}

function classOf(score: number, width: number): string {
  return String(Math.floor(score / width) * width);
}

/** Each lead counts once for each thing that happens to its deadlines, each clock once for its shift. */
function* clockMarks(before: readonly ClockState[], after: readonly ClockState[]): Generator<Mark> {
  const told = new Set<string>();
  const now = new Map(after.map((clock) => [clock.id, clock]));
  const was = new Map(before.map((clock) => [clock.id, clock]));
  for (const clock of before) {
    const other = now.get(clock.id);
    if (!isOpen(clock)) continue;
    if (other === undefined || !isOpen(other)) told.add('ended');
    else if (clock.dueAt !== null && other.dueAt !== null && clock.dueAt !== other.dueAt) {
      const direction = other.dueAt < clock.dueAt ? 'earlier' : 'later';
      told.add(direction);
      yield { row: ['clock', clock.kind, direction], ms: Math.abs(other.dueAt - clock.dueAt) };
    }
  }
  for (const clock of after) {
    const other = was.get(clock.id);
    if (isOpen(clock) && (other === undefined || !isOpen(other))) told.add('begun');
    if (isLate(clock) && !(other !== undefined && isLate(other))) told.add('late');
  }
  for (const what of told) {
    yield { row: what === 'earlier' || what === 'later' ? ['shift', what] : [what] };
  }
}

/** What began in trial is no promise yet (TRI1). */
function isOpen({ status, trial }: ClockState): boolean {
  return !trial && (status === 'running' || status === 'paused' || status === 'breached');
}

function isLate({ status, trial, endedAt }: ClockState): boolean {
  return !trial && status === 'breached' && endedAt === null;
}

/** How many leads a named mark has. */
export function countOf(table: Table, row: Row): number {
  return cellOf(table, row).n;
}

/** Pairs of stages leads move between, those with most leads first. */
export function movesOf(
  table: Table,
): readonly { readonly from: string; readonly to: string; readonly n: number }[] {
  return cellsOf(table, 'move')
    .map(({ row: [, from, to], n }) => ({ from: String(from), to: String(to), n }))
    .toSorted((a, b) => b.n - a.n);
}
