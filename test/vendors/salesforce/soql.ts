/**
 * As much of SOQL as integrations use: `SELECT a, B.c FROM Object [WHERE x = 'y' AND z >= 2026-…Z]
 * [ORDER BY f [DESC]] [LIMIT n]`. What it does not understand is refused as malformed, so that a test
 * fails where a real org might answer otherwise.
 */
import { Refused, type Records, type Row, type Value } from './records.ts';

export interface Query {
  readonly fields: readonly string[];
  readonly object: string;
  readonly where: readonly Condition[];
  readonly orderBy: { readonly field: string; readonly descending: boolean } | undefined;
  readonly limit: number;
}
interface Condition {
  readonly field: string;
  readonly sign: string;
  readonly wanted: Value | readonly Value[];
}

const SHAPE =
  /^SELECT\s+([\w.,\s]+?)\s+FROM\s+(\w+)(?:\s+WHERE\s+([\s\S]+?))?(?:\s+ORDER\s+BY\s+(\w+)(?:\s+(ASC|DESC))?)?(?:\s+LIMIT\s+(\d+))?\s*$/i;
const TEXT = String.raw`'(?:\\.|[^'\\])*'`;
const LITERAL = String.raw`(?:${TEXT}|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)|-?\d+(?:\.\d+)?|true|false|null)`;
const CONDITION = new RegExp(
  String.raw`^\s*(\w+)\s*(=|!=|<=|>=|<|>|IN)\s*(${LITERAL}|\(\s*${TEXT}(?:\s*,\s*${TEXT})*\s*\))\s*(AND\s+|$)`,
  'i',
);

export function parse(text: string): Query {
  const parts = SHAPE.exec(text.trim());
  if (!parts) throw malformed(text);
  const [, fields = '', object = '', where = '', by, direction, limit] = parts;
  return {
    fields: fields.split(',').map((field) => field.trim()),
    object,
    where: conditions(where),
    orderBy: by === undefined ? undefined : { field: by, descending: direction?.toUpperCase() === 'DESC' },
    limit: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
  };
}

function conditions(text: string): Condition[] {
  const found: Condition[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    const parts = CONDITION.exec(rest);
    if (!parts) throw malformed(rest);
    const [whole, field = '', sign = '', literal = '', more = ''] = parts;
    found.push({ field, sign: sign.toUpperCase(), wanted: valueOf(literal) });
    rest = rest.slice(whole.length);
    if (more.trim() !== '' && rest.trim() === '') throw malformed(text);
  }
  return found;
}

function valueOf(literal: string): Value | readonly Value[] {
  if (literal.startsWith('('))
    return Array.from(literal.matchAll(new RegExp(TEXT, 'g')), ([text]) => unquoted(text));
  if (literal.startsWith("'")) return unquoted(literal);
  if (/^(?:true|false)$/i.test(literal)) return literal.toLowerCase() === 'true';
  if (/^null$/i.test(literal)) return null;
  return /T/.test(literal) ? literal : Number(literal);
}

const unquoted = (text: string): string => text.slice(1, -1).replaceAll(/\\(.)/g, '$1');

/**
 * Rows in full, in order; `shaped` cuts them to what was asked.
 * @param withDeleted as `queryAll` does: rows in the bin, too
 */
export function run(records: Records, query: Query, withDeleted = false): Row[] {
  const { object, where, orderBy, limit } = query;
  const { fields, parents } = records.kindOf(object);
  for (const field of [
    ...query.fields,
    ...where.map((one) => one.field),
    ...(orderBy ? [orderBy.field] : []),
  ]) {
    const [parent = '', own] = field.split('.');
    if (own === undefined ? !fields.includes(field) : parents[parent] === undefined)
      throw new Refused('INVALID_FIELD', `No such column '${field}' on entity '${object}'.`);
  }
  const rows = [...records.all(object), ...(withDeleted ? records.binned(object) : [])].filter((row) =>
    where.every((condition) => holds(row, condition)),
  );
  if (orderBy) {
    const { field, descending } = orderBy;
    rows.sort((a, b) => (descending ? -1 : 1) * order(a[field] ?? null, b[field] ?? null));
  }
  return rows.slice(0, limit);
}

export function shaped(
  records: Records,
  { fields, object }: Pick<Query, 'fields' | 'object'>,
  row: Row,
  base: string,
) {
  const { parents } = records.kindOf(object);
  const shown: Record<string, unknown> = {
    attributes: { type: object, url: `${base}/sobjects/${object}/${row.Id}` },
  };
  for (const field of fields) {
    const [parent = '', own] = field.split('.');
    const link = parents[parent];
    if (own === undefined || !link) {
      shown[field] = row[field] ?? null;
      continue;
    }
    const [key, of] = link;
    const found = records.get(of, String(row[key] ?? ''));
    const before = shown[parent];
    shown[parent] = found
      ? {
          attributes: { type: of, url: `${base}/sobjects/${of}/${found.Id}` },
          ...(typeof before === 'object' ? before : {}),
          [own]: found[own] ?? null,
        }
      : null;
  }
  return shown;
}

function holds(row: Row, { field, sign, wanted }: Condition): boolean {
  const value = row[field] ?? null;
  if (Array.isArray(wanted)) return wanted.includes(value);
  const by = order(value, wanted as Value);
  if (sign === '=') return by === 0;
  if (sign === '!=') return by !== 0;
  if (value === null || wanted === null) return false;
  if (sign === '<') return by < 0;
  if (sign === '<=') return by <= 0;
  return sign === '>' ? by > 0 : by >= 0;
}

const INSTANT = /^\d{4}-\d\d-\d\dT/;

function order(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string' && INSTANT.test(a) && INSTANT.test(b))
    return Date.parse(a) - Date.parse(b);
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function malformed(text: string): Refused {
  return new Refused('MALFORMED_QUERY', `unexpected token: '${text.slice(0, 40)}'`);
}
