/** Rows of a Dataverse organisation by its Web API, at a pinned version, with what their annotations say. */
import { UUID } from '../uuid.ts';
import * as z from 'zod';
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { Answer, Line } from '../connector.ts';

const API = '/api/data/v9.2';
export const PAGE = 500;
const ANNOTATED = 'odata.include-annotations="*"';

export const Row = z.record(z.string(), z.unknown());
export type Row = z.infer<typeof Row>;

const Rows = z.object({
  value: z.array(Row),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
export interface RowsPage {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly delta: string | null;
}

/** Table → its set and key. */
export const TABLES = {
  lead: { set: 'leads', key: 'leadid' },
  contact: { set: 'contacts', key: 'contactid' },
  opportunity: { set: 'opportunities', key: 'opportunityid' },
  phonecall: { set: 'phonecalls', key: 'activityid' },
  email: { set: 'emails', key: 'activityid' },
  appointment: { set: 'appointments', key: 'activityid' },
  task: { set: 'tasks', key: 'activityid' },
  letter: { set: 'letters', key: 'activityid' },
  fax: { set: 'faxes', key: 'activityid' },
  socialactivity: { set: 'socialactivities', key: 'activityid' },
} as const;
export type Table = keyof typeof TABLES;

/** What a mapping may name. */
export const COLUMN = /^[a-z_][a-z0-9_]{0,99}$/;

export function address(line: Line, rest: string): string {
  return `${line.account?.site ?? siteOf(line)}${API}/${rest}`;
}

export function siteOf({ settings }: Pick<Line, 'settings'>): string {
  return `https://${settings['organization'] ?? ''}`;
}

export function rowAddress(line: Line, table: Table, id: string): string {
  return address(line, `${TABLES[table].set}(${id})`);
}

/** All of a table, and a link for what changes after. A table whose changes are not tracked is `invalid`. */
export async function trackedRows(
  line: Line,
  table: Table,
  columns: readonly string[],
): Promise<Answer<RowsPage>> {
  const ask = (some: readonly string[]) =>
    pageAt(line, address(line, TABLES[table].set), true, { $select: some.join(',') });
  return withKnown(line, table, columns, ask);
}

/** A link they gave us, as it was. */
export function linkedRows(line: Line, link: string, tracked = true): Promise<Answer<RowsPage>> {
  return pageAt(line, link, tracked);
}

/** What changed since, oldest first, of a table whose changes are not tracked; what was deleted nobody says. */
export async function changedRows(
  line: Line,
  table: Table,
  columns: readonly string[],
  since: number,
): Promise<Answer<RowsPage>> {
  const ask = (some: readonly string[]) =>
    pageAt(line, address(line, TABLES[table].set), false, {
      $select: some.join(','),
      $filter: `modifiedon ge ${new Date(since).toISOString()}`,
      $orderby: 'modifiedon asc',
    });
  return withKnown(line, table, columns, ask);
}

/** @param by column → the values of it that are wanted */
export async function rowsWith(
  line: Line,
  table: Table,
  columns: readonly string[],
  by: string,
  ids: readonly string[],
): Promise<Answer<readonly Row[]>> {
  const wanted = Array.from(new Set(ids.filter((id) => UUID.test(id))));
  const rows: Row[] = [];
  for (let at = 0; at < wanted.length; at += IDS_AT_ONCE) {
    const $filter = wanted
      .slice(at, at + IDS_AT_ONCE)
      .map((id) => `${by} eq ${id}`)
      .join(' or ');
    const page = await withKnown(line, table, columns, (some) =>
      pageAt(line, address(line, TABLES[table].set), false, { $select: some.join(','), $filter }),
    );
    if (!page.ok) return page;
    rows.push(...page.value.rows);
  }
  return { ok: true, value: rows };
}

/** So many conditions stay far below their longest address. */
const IDS_AT_ONCE = 50;

/** A column somebody took away fails the whole question: then with those there are. */
async function withKnown(
  line: Line,
  table: Table,
  columns: readonly string[],
  ask: (some: readonly string[]) => Promise<Answer<RowsPage>>,
): Promise<Answer<RowsPage>> {
  const first = await ask(columns);
  if (first.ok || first.trouble !== 'invalid') return first;
  const known = await attributesOf(line, table);
  if (!known.ok) return first;
  const names = new Set(known.value.map(({ LogicalName }) => LogicalName));
  const there = columns.filter((column) => names.has(column.replace(/^_(\w+)_value$/, '$1')));
  return there.length === columns.length || there.length === 0 ? first : ask(there);
}

async function pageAt(
  line: Line,
  url: string,
  tracked: boolean,
  query?: Readonly<Record<string, string>>,
): Promise<Answer<RowsPage>> {
  const prefer = `${tracked ? 'odata.track-changes,' : ''}odata.maxpagesize=${PAGE},${ANNOTATED}`;
  const page = await line.send({
    method: 'GET',
    url,
    headers: { Prefer: prefer, 'OData-Version': '4.0', 'OData-MaxVersion': '4.0' },
    reads: Rows,
    ...(query ? { query } : {}),
  });
  if (!page.ok) return page;
  const { value, '@odata.nextLink': next = null, '@odata.deltaLink': delta = null } = page.value;
  return { ok: true, value: { rows: value, next, delta } };
}

const Label = z.object({ UserLocalizedLabel: z.object({ Label: z.string() }).nullish() }).nullish();
const Attribute = z.object({
  LogicalName: z.string(),
  AttributeType: z.string().nullish(),
  IsValidForRead: z.boolean().nullish(),
  IsValidForUpdate: z.boolean().nullish(),
  DisplayName: Label,
});
export type Attribute = z.infer<typeof Attribute>;

export async function attributesOf(line: Line, table: Table): Promise<Answer<readonly Attribute[]>> {
  const found = await line.send({
    method: 'GET',
    url: address(line, `EntityDefinitions(LogicalName='${table}')/Attributes`),
    query: { $select: 'LogicalName,AttributeType,IsValidForRead,IsValidForUpdate,DisplayName' },
    reads: z.object({ value: z.array(Attribute) }),
  });
  return found.ok ? { ok: true, value: found.value.value } : found;
}

const Picklist = z.object({
  LogicalName: z.string(),
  OptionSet: z.object({ Options: z.array(z.object({ Label })) }).nullish(),
});

/** Column → the words of its list. */
export async function picklistsOf(
  line: Line,
  table: Table,
): Promise<Answer<ReadonlyMap<string, readonly string[]>>> {
  const kind = 'Microsoft.Dynamics.CRM.PicklistAttributeMetadata';
  const found = await line.send({
    method: 'GET',
    url: address(line, `EntityDefinitions(LogicalName='${table}')/Attributes/${kind}`),
    query: { $select: 'LogicalName', $expand: 'OptionSet($select=Options)' },
    reads: z.object({ value: z.array(Picklist) }),
  });
  if (!found.ok) return found;
  return {
    ok: true,
    value: new Map(
      found.value.value.map(({ LogicalName, OptionSet }) => [
        LogicalName,
        (OptionSet?.Options ?? []).flatMap((option) => labelOf(option.Label) ?? []),
      ]),
    ),
  };
}

export function labelOf(label: z.infer<typeof Label>): string | undefined {
  return label?.UserLocalizedLabel?.Label;
}

export function text(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
}

/** Epoch ms. */
export function instant(row: Row, column: string): number | null {
  const at = Date.parse(text(row, column) ?? '');
  return Number.isNaN(at) ? null : at;
}

/** The word of a code, the name of what is looked up; the value itself where it is neither. */
export function shownValue(row: Row, column: string): Scalar | null {
  const value = row[column];
  if (typeof value === 'number' || column.startsWith('_')) {
    const isCode =
      /code$|^_/.test(column) ||
      typeof row[`${column}@Microsoft.Dynamics.CRM.lookuplogicalname`] === 'string';
    if (isCode) return label(row, column) ?? (typeof value === 'number' ? value : null);
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

export function label(row: Row, column: string): string | null {
  return text(row, `${column}@OData.Community.Display.V1.FormattedValue`);
}

/** Logical name of what a lookup points to. */
export function target(row: Row, column: string): string | null {
  return text(row, `${column}@Microsoft.Dynamics.CRM.lookuplogicalname`);
}

/** A user; teams are nobody. */
export function userIn(row: Row, column: string): string | null {
  return target(row, column) === 'team' ? null : text(row, column);
}

/** Set when a row of a change page is one that was deleted. */
export function deletedId(row: Row): string | null {
  return String(row['@odata.context'] ?? '').endsWith('/$deletedEntity') ? text(row, 'id') : null;
}
