/**
 * Rows of a Salesforce org by SOQL, at a pinned version of its API. A field somebody may not see fails the
 * whole query there, so a refused query is asked again with the fields the org says it has.
 */
import * as z from 'zod';
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { Answer, Line } from '../connector.ts';

export const API = '/services/data/v62.0';
/** Rows of a page; 2,000 wide ones would be more than is read at once. */
const PAGE = 500;

export const Row = z.record(z.string(), z.unknown());
export type Row = z.infer<typeof Row>;

const Rows = z.object({ done: z.boolean(), nextRecordsUrl: z.string().optional(), records: z.array(Row) });
export interface RowsPage {
  readonly rows: readonly Row[];
  /** Path of the next page; null after the last. */
  readonly next: string | null;
}

/** What a mapping may name: a field, or one of the record above it. */
export const FIELD = /^[A-Za-z]\w{0,79}(?:\.[A-Za-z]\w{0,79})?$/;

export function site(line: Line): string {
  return line.account?.site ?? '';
}

/** @param rest after the object: `WHERE … ORDER BY …` */
export async function select(
  line: Line,
  object: string,
  fields: readonly string[],
  rest: string,
  resource: 'query' | 'queryAll' = 'query',
): Promise<Answer<RowsPage>> {
  const ask = (names: readonly string[]) =>
    pageAt(line, `${API}/${resource}`, { q: `SELECT ${names.join(', ')} FROM ${object} ${rest}` });
  const first = await ask(fields);
  if (first.ok || first.trouble !== 'invalid') return first;
  const known = await fieldsOf(line, object);
  if (!known.ok) return first;
  const names = new Set(known.value.map(({ name }) => name));
  // Fields of a record above it cannot be told from here: at fault or not, they are left out.
  const visible = fields.filter((field) => names.has(field));
  return visible.length === fields.length || visible.length === 0 ? first : ask(visible);
}

/** @param path as the page before said */
export function nextRows(line: Line, path: string): Promise<Answer<RowsPage>> {
  return pageAt(line, path);
}

async function pageAt(
  line: Line,
  path: string,
  query?: Readonly<Record<string, string>>,
): Promise<Answer<RowsPage>> {
  const page = await line.send({
    method: 'GET',
    url: `${site(line)}${path}`,
    headers: { 'Sforce-Query-Options': `batchSize=${PAGE}` },
    reads: Rows,
    ...(query ? { query } : {}),
  });
  if (!page.ok) return page;
  const { records, done, nextRecordsUrl } = page.value;
  return { ok: true, value: { rows: records, next: done ? null : (nextRecordsUrl ?? null) } };
}

const Field = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  updateable: z.boolean(),
  picklistValues: z.array(z.object({ value: z.string(), label: z.string().nullable() })).optional(),
});
export type Field = z.infer<typeof Field>;

/** Those whoever gave access may see. */
export async function fieldsOf(line: Line, object: string): Promise<Answer<readonly Field[]>> {
  const described = await line.send({
    method: 'GET',
    url: `${site(line)}${API}/sobjects/${object}/describe`,
    reads: z.object({ fields: z.array(Field) }),
  });
  return described.ok ? { ok: true, value: described.value.fields } : described;
}

/** For `IN`: ids of the platform only, so that nothing of a hint ever becomes a query. */
export function inList(ids: readonly string[]): string {
  return `(${ids
    .filter((id) => ID.test(id))
    .map(quoted)
    .join(',')})`;
}

export const ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

export function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}

/** As SOQL writes an instant. */
export function instantLiteral(at: number): string {
  return new Date(at).toISOString();
}

export function text(row: Row, field: string): string | null {
  const value = valueOf(row, field);
  return value === null || value === '' ? null : String(value);
}

/** A user (005); queues are nobody. */
export function userIn(row: Row, field: string): string | null {
  const id = text(row, field);
  return id?.startsWith('005') ? id : null;
}

/** Epoch ms of what the API writes as `2026-05-08T21:20:00.000+0000`. */
export function instant(row: Row, field: string): number | null {
  const at = Date.parse((text(row, field) ?? '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? null : at;
}

/** One value, also of the record above (`Account.Name`). */
export function valueOf(row: Row, field: string): Scalar | null {
  const [own = '', above] = field.split('.');
  const value = row[own];
  if (above !== undefined) {
    const parent = Row.safeParse(value);
    return parent.success ? valueOf(parent.data, above) : null;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
