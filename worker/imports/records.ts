/** Records of a file of CSV, one piece at a time, each with the line it begins on; what cannot be read is named. */
import { parse } from 'csv-parse/sync';
import { MOST_COLUMNS, type RowFault } from '../../shared/protocol/imports.ts';
import type { Reason } from '../../shared/protocol/reason.ts';
import { rowFault } from './rowFault.ts';
import { Cutter, type Piece } from './cut.ts';

export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Lot {
  readonly records: readonly CsvRecord[];
  readonly faults: readonly RowFault[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The one that the first line has most of, outside quotes. */
export function delimiterOf(start: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const letter of start) {
    if (letter === '"') quoted = !quoted;
    if (quoted) continue;
    if (letter === '\n' || letter === '\r') break;
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return DELIMITERS.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? ',';
}

/** In lots of some hundreds, never the whole file. @param delimiter as guessed if left out */
export async function* csvRecords(
  text: AsyncIterable<string>,
  delimiter?: string,
): AsyncGenerator<Lot & { readonly delimiter: string }> {
  let cutter: Cutter | undefined;
  let used = delimiter ?? ',';
  for await (const chunk of text) {
    if (cutter === undefined) {
      used = delimiter ?? delimiterOf(chunk);
      cutter = new Cutter(used);
    }
    for (const piece of cutter.push(chunk)) yield { delimiter: used, ...read(piece, used) };
    const faults = cutter.faults.splice(0);
    if (faults.length > 0) yield { delimiter: used, records: [], faults };
  }
  if (cutter === undefined) return;
  for (const piece of cutter.end()) yield { delimiter: used, ...read(piece, used) };
  yield { delimiter: used, records: [], faults: cutter.faults.splice(0) };
}

function read(piece: Piece, delimiter: string): Lot {
  const faults: RowFault[] = [];
  const parsed = parse(piece.text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    info: true,
    on_skip: (error) => {
      const line = piece.line + (Number(error?.['lines']) || 1) - 1;
      faults.push(rowFault(line, '', 'row_unreadable'));
      return undefined;
    },
    // The library's types do not know what `info: true` answers.
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const records = parsed.flatMap(({ record, info }): CsvRecord[] => {
    const within = record.reduce((sum, cell) => sum + cell.split(/\r\n|\n|\r/).length - 1, 0);
    const line = piece.line + info.lines - 1 - within;
    if (record.every((cell) => cell.trim() === '')) return [];
    const fault = faultOf(record);
    if (fault === undefined) return [{ line, cells: record }];
    faults.push(rowFault(line, '', fault));
    return [];
  });
  return { records, faults };
}

function faultOf(cells: readonly string[]): Reason | undefined {
  if (cells.length > MOST_COLUMNS) return { code: 'too_many_columns', n: MOST_COLUMNS };
  return cells.some((cell) => cell.includes('\0')) ? { code: 'not_text' } : undefined;
}
