/** A file as it streams in → rows in parts that fit a row of the database, and what was wrong with others. */
import {
  ImportRow,
  type Mapping,
  MOST_ERRORS,
  ROW_CHARACTERS,
  type RowFault,
} from '../../shared/protocol/imports.ts';
import type { DateOrder } from '../../shared/protocol/imports.ts';
import type { Reason } from '../../shared/protocol/reason.ts';
import { issueFault, rowFault } from './rowFault.ts';
import type { ImportGround } from '../workspace/inbox/imports.ts';
import { decode } from './decode.ts';
import { datesOf, guess } from './guess.ts';
import { type CsvRecord, csvRecords, type Lot } from './records.ts';
import { mappingFault, type NumberedRow, type Reading, rowOf } from './rows.ts';

/** Rows of so many characters are stored at once: a slice of the job parses such a part whole. */
const PART_CHARACTERS = 32 * 1024;
/** First rows that columns and dates are told by. */
export const SAMPLE_ROWS = 200;

export interface Part {
  readonly rows: readonly NumberedRow[];
  readonly faults: readonly RowFault[];
}

/** What is wrong with the file itself. */
export class FileFault {
  readonly reason: Reason;
  constructor(reason: Reason) {
    this.reason = reason;
  }
}

export interface CsvOptions {
  readonly charset: string | undefined;
  readonly mapping: Mapping | undefined;
  readonly dates: DateOrder | undefined;
  /** Told once the columns are known. */
  readonly onMapping: (mapping: Mapping) => Promise<void>;
}

export async function* readCsv(
  body: ReadableStream<Uint8Array>,
  { definitions, offsets, language }: ImportGround,
  options: CsvOptions,
): AsyncGenerator<Part | FileFault> {
  const { text } = await decode(body, options.charset);
  let reading: Reading | undefined;
  for await (const { records, faults } of csvRecords(text)) {
    const rows: CsvRecord[] = [...records];
    if (reading === undefined) {
      const names = rows.shift()?.cells.map((name) => name.trim());
      if (names === undefined) continue;
      const sample = rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells);
      const mapping = options.mapping ?? guess(definitions, names, sample).mapping;
      const fault = namesFault(names, mapping, (target) => mappingFault(definitions, target));
      if (fault !== undefined) return yield new FileFault(fault);
      await options.onMapping(mapping);
      const usual = language === 'en' ? null : 'dayFirst';
      reading = { names, mapping, definitions, offsets, dates: options.dates ?? datesOf(sample) ?? usual };
    }
    yield* partsOf(reading, { records: rows, faults });
  }
  if (reading === undefined) yield new FileFault({ code: 'file_empty' });
}

function namesFault(
  names: readonly string[],
  mapping: Mapping,
  faultOf: (target: string) => Reason | undefined,
): Reason | undefined {
  const unknown = Object.keys(mapping).find((name) => !names.includes(name));
  if (unknown !== undefined) return { code: 'no_column', name: unknown };
  if (
    new Set(Object.keys(mapping)).size > 0 &&
    names.some((name, at) => name !== '' && names.indexOf(name) !== at && name in mapping)
  )
    return { code: 'same_names' };
  const targets = Object.values(mapping);
  if (!targets.some((target) => target === 'email' || target === 'phone' || target.startsWith('id:')))
    return { code: 'no_identity_column' };
  return targets.map(faultOf).find((fault) => fault !== undefined);
}

function* partsOf(reading: Reading, { records, faults }: Lot): Generator<Part> {
  const read = records.map((record) => rowOf(reading, record));
  const rows = read.filter((row): row is NumberedRow => 'row' in row);
  const wrong = read.filter((row): row is RowFault => 'detail' in row);
  yield { rows, faults: [...faults, ...wrong] };
}

export async function* readNdjson(
  body: ReadableStream<Uint8Array>,
  charset: string | undefined,
): AsyncGenerator<Part> {
  const { text } = await decode(body, charset);
  let line = 0;
  let rest = '';
  let tooLong = false;
  const rowOfLine = (said: string): NumberedRow | RowFault | undefined => {
    line += 1;
    if (tooLong || said.length > 4 * ROW_CHARACTERS) return rowFault(line, '', 'row_too_long');
    if (said.trim() === '') return undefined;
    let value: unknown;
    try {
      value = JSON.parse(said);
    } catch {
      return rowFault(line, '', 'no_json');
    }
    const row = ImportRow.safeParse(value);
    return row.success ? { line, row: row.data } : issueFault(line, row.error.issues);
  };
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    const read = lines.flatMap((said) => {
      const row = rowOfLine(said);
      tooLong = false;
      return row ?? [];
    });
    if (rest.length > 4 * ROW_CHARACTERS) {
      tooLong = true;
      rest = '';
    }
    yield partOf(read);
  }
  if (rest !== '' || tooLong) yield partOf([rowOfLine(rest) ?? []].flat());
}

function partOf(read: readonly (NumberedRow | RowFault)[]): Part {
  return {
    rows: read.filter((row): row is NumberedRow => 'row' in row),
    faults: read.filter((row): row is RowFault => 'detail' in row),
  };
}

export interface Bundle {
  /** JSON of rows. */
  readonly rows: string;
  readonly count: number;
  readonly faults: readonly RowFault[];
  /** Faults that are only counted. */
  readonly more: number;
}

/** Parts brought together until they are worth a row of the database. */
export async function* bundled(parts: AsyncIterable<Part | FileFault>): AsyncGenerator<Bundle | FileFault> {
  let rows: string[] = [];
  let length = 0;
  let faults: RowFault[] = [];
  let told = 0;
  const bundle = (): Bundle => {
    const kept = faults.slice(0, Math.max(0, MOST_ERRORS - told));
    told += kept.length;
    const whole = {
      rows: `[${rows.join(',')}]`,
      count: rows.length,
      faults: kept,
      more: faults.length - kept.length,
    };
    [rows, length, faults] = [[], 0, []];
    return whole;
  };
  for await (const part of parts) {
    if (part instanceof FileFault) return yield part;
    faults.push(...part.faults);
    for (const row of part.rows) {
      const json = JSON.stringify(row);
      rows.push(json);
      length += json.length;
      if (length >= PART_CHARACTERS) yield bundle();
    }
    if (faults.length >= MOST_ERRORS) yield bundle();
  }
  yield bundle();
}
