/**
 * What reports add up: each lead leaves marks, marks fall into cells by row. A table is as big as its
 * rows, never as the leads; it is plain JSON, so long work can stop and go on, and two can be merged.
 */
import { compareText } from '../predicate/text.ts';
import { addTime, emptyTimes, mergeTimes, type Times } from './times.ts';

/** Names of a cell: what is counted first, then by whom, where, when. Null = none (no segment, no owner). */
export type Row = readonly (string | null)[];

/** One lead's contribution to one cell. A lead may leave several marks in one cell. */
export interface Mark {
  readonly row: Row;
  /** Whether it counts for the share; left out = it does not. */
  readonly hit?: boolean | undefined;
  /** Whole number added to the cell's sum (hundredths of money, attempts). */
  readonly amount?: number | undefined;
  /** Duration for the cell's quantiles, ms. */
  readonly ms?: number | undefined;
}

export interface Cell {
  readonly row: Row;
  n: number;
  hits: number;
  sum: number;
  times: Times | null;
}

export interface Table {
  readonly cells: Map<string, Cell>;
}

/** Also from cells stored earlier: where slices of long work left off, or counters of erased leads. */
export function tableOf(cells: Iterable<Cell> = []): Table {
  const table: Table = { cells: new Map() };
  for (const cell of cells) addCell(table, cell);
  return table;
}

export function addMark(table: Table, { row, hit = false, amount = 0, ms }: Mark): void {
  const cell = cellAt(table, row);
  cell.n += 1;
  if (hit) cell.hits += 1;
  cell.sum += amount;
  if (ms !== undefined) addTime((cell.times ??= emptyTimes()), ms);
}

/** Adds a cell of another table. */
export function addCell(table: Table, other: Cell): void {
  const cell = cellAt(table, other.row);
  cell.n += other.n;
  cell.hits += other.hits;
  cell.sum += other.sum;
  if (other.times !== null) mergeTimes((cell.times ??= emptyTimes()), other.times);
}

const EMPTY: Omit<Cell, 'row'> = { n: 0, hits: 0, sum: 0, times: null };

/** The cell of exactly this row; an empty one when no lead left a mark there. */
export function cellOf(table: Table, row: Row): Cell {
  return table.cells.get(keyOf(row)) ?? { row, ...EMPTY };
}

/** By what a row of a report is cut, and which of those; null = none of it. */
export interface Cut {
  readonly by: string;
  readonly of: string | null;
}

/** The cuts of the cells that count `what` (all, if left out), each once: a row is `[what, by, of, …]`. */
export function cutsIn(table: Table, what?: string): readonly Cut[] {
  const cuts = new Map<string, Cut>();
  for (const { row } of what === undefined ? cellsOf(table) : cellsOf(table, what)) {
    const [, by, of = null] = row;
    cuts.set(keyOf([String(by), of]), { by: String(by), of });
  }
  return [...cuts.values()];
}

/** Cells whose row begins so, by row in code-unit order with "none" first: the order leads came in is forgotten. */
export function cellsOf(table: Table, ...start: Row): readonly Cell[] {
  return [...table.cells.values()].filter(({ row }) => beginsWith(row, start)).toSorted(byRow);
}

export function beginsWith(row: Row, start: Row): boolean {
  return start.every((name, place) => row[place] === name);
}

function byRow(a: Cell, b: Cell): number {
  for (const [place, name] of a.row.entries()) {
    const other = b.row[place] ?? null;
    if (name === other) continue;
    if (name === null || other === null) return name === null ? -1 : 1;
    return compareText(name, other);
  }
  return a.row.length - b.row.length;
}

function cellAt(table: Table, row: Row): Cell {
  const key = keyOf(row);
  const known = table.cells.get(key);
  if (known !== undefined) return known;
  const cell: Cell = { row, ...EMPTY };
  table.cells.set(key, cell);
  return cell;
}

/** Each name with its length before it, so that no two rows share a key; a quarter of what JSON takes. */
function keyOf(row: Row): string {
  let key = '';
  for (const name of row) key += name === null ? '-' : `${name.length}:${name}`;
  return key;
}
