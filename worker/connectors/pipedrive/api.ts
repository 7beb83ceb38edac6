/** Pipedrive's API as we ask it: lists by cursor (v2), and what has not come over from v1. */
import * as z from 'zod';
import type { Answer, Line } from '../connector.ts';

export const Item = z.record(z.string(), z.unknown());
export type Item = z.infer<typeof Item>;

const Items = z.object({
  data: z.array(Item).nullable(),
  additional_data: z.object({ next_cursor: z.string().nullish() }).nullish(),
});
export interface Items {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export const IDS_AT_ONCE = 100;

export async function list(
  line: Line,
  kind: string,
  query: Readonly<Record<string, string>>,
): Promise<Answer<Items>> {
  const page = await line.send({ method: 'GET', url: `${site(line)}/api/v2/${kind}`, query, reads: Items });
  if (!page.ok) return page;
  const { data, additional_data: more } = page.value;
  return { ok: true, value: { items: data ?? [], next: more?.next_cursor ?? null } };
}

/** Those of them that are there. */
export async function byIds(
  line: Line,
  kind: string,
  ids: readonly (number | string)[],
  query: Readonly<Record<string, string>> = {},
): Promise<Answer<readonly Item[]>> {
  const wanted = Array.from(new Set(ids.map(String))).filter((id) => /^\d{1,15}$/.test(id));
  const items: Item[] = [];
  for (let at = 0; at < wanted.length; at += IDS_AT_ONCE) {
    const some = wanted.slice(at, at + IDS_AT_ONCE);
    const page = await list(line, kind, { ...query, ids: some.join(','), limit: String(some.length) });
    if (!page.ok) return page;
    items.push(...page.value.items);
  }
  return { ok: true, value: items };
}

export function site(line: Line): string {
  return line.account?.site ?? '';
}

export function text(item: Item, name: string): string | null {
  const value = item[name];
  return typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : null;
}

export function instant(item: Item, name: string): number | null {
  const at = Date.parse(text(item, name) ?? '');
  return Number.isNaN(at) ? null : at;
}

/** Stated to the second. */
export function secondOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

const Field = z.object({
  key: z.string(),
  name: z.string(),
  field_type: z.string(),
  edit_flag: z.boolean().nullish(),
  options: z.array(z.object({ id: z.union([z.number(), z.string()]), label: z.string() })).nullish(),
});
export type Field = z.infer<typeof Field>;
const Paging = z.object({
  more_items_in_collection: z.boolean().optional(),
  next_start: z.number().optional(),
});
type Paging = z.infer<typeof Paging>;
const Fields = z.object({
  data: z.array(Field).nullable(),
  additional_data: z.object({ pagination: Paging.nullish() }).nullish(),
});

export async function fieldsOf(line: Line): Promise<Answer<readonly Field[]>> {
  const fields: Field[] = [];
  for (let start: number | undefined = 0; start !== undefined;) {
    const page: Answer<z.infer<typeof Fields>> = await line.send({
      method: 'GET',
      url: `${site(line)}/api/v1/personFields`,
      query: { start: String(start), limit: '500' },
      reads: Fields,
    });
    if (!page.ok) return page;
    fields.push(...(page.value.data ?? []));
    const { more_items_in_collection: more = false, next_start: next }: Paging =
      page.value.additional_data?.pagination ?? {};
    start = more ? next : undefined;
  }
  return { ok: true, value: fields };
}
