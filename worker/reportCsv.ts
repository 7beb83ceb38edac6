/** Rows of a report as CSV that a spreadsheet opens without running anything in it. */
import { stringify } from 'csv-stringify/sync';

type Named = Readonly<Record<string, unknown>>;

/** What an entry of a list inside a row is called by, so that it becomes a column of its own. */
const NAMES = ['stage', 'source', 'metric', 'upToMs', 'on'] as const;

export function csvOf(rows: readonly Named[]): string {
  const flat = rows.map((row) => Object.fromEntries(columnsOf(row, '')));
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  return stringify(flat, {
    header: true,
    columns,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: String },
  });
}

/** `kept.share`, `stages.mql.reached`: one column for each number. */
function columnsOf(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const parts = Array.isArray(value)
    ? value.map((entry, place): [string, unknown] => named(entry, place))
    : Object.entries(value);
  return parts.flatMap(([name, part]) => columnsOf(part, path === '' ? name : `${path}.${name}`));
}

function named(entry: unknown, place: number): [string, unknown] {
  if (typeof entry !== 'object' || entry === null) return [String(place), entry];
  const own: Named = { ...entry };
  const by = NAMES.find((name) => Object.hasOwn(own, name));
  if (by === undefined) return [String(place), own];
  const { [by]: name, ...rest } = own;
  return [name === null ? 'none' : String(name), rest];
}
