/** RD Station CRM's API v2 as we ask it: lists in pages, filtered by RDQL, times in UTC to the second. */
import * as z from 'zod';
import type { Answer, Line } from '../connector.ts';

export const API = 'https://api.rd.services/crm/v2';
export const PAGE = 100;

export const Item = z.record(z.string(), z.unknown());
export type Item = z.infer<typeof Item>;

const Items = z.object({
  data: z.array(Item),
  links: z.object({ next: z.string().nullish(), last: z.string().nullish() }).nullish(),
});
export interface Items {
  readonly items: readonly Item[];
  readonly hasNext: boolean;
  /** Number of the last page. */
  readonly last: number;
}

export async function list(
  line: Line,
  kind: string,
  { filter, sort, page = 1 }: { filter?: string; sort?: string; page?: number },
): Promise<Answer<Items>> {
  const answer = await line.send({
    method: 'GET',
    url: `${API}/${kind}`,
    query: {
      'page[number]': String(page),
      'page[size]': String(PAGE),
      ...(filter === undefined ? {} : { filter }),
      ...(sort === undefined ? {} : { [`sort[${sort}]`]: 'asc' }),
    },
    reads: Items,
  });
  if (!answer.ok) return answer;
  const { data, links } = answer.value;
  const last = URL.canParse(links?.last ?? '')
    ? new URL(links?.last ?? '').searchParams.get('page[number]')
    : null;
  return { ok: true, value: { items: data, hasNext: Boolean(links?.next), last: Number(last ?? 1) || 1 } };
}

export const ID = /^[0-9a-f]{24,28}$/i;

/** Those of them that are there; one by one where their filter does not take ids. */
export async function byIds(
  line: Line,
  kind: string,
  ids: readonly string[],
): Promise<Answer<readonly Item[]>> {
  const wanted = Array.from(new Set(ids)).filter((id) => ID.test(id));
  const items: Item[] = [];
  for (let at = 0; at < wanted.length; at += PAGE) {
    const some = wanted.slice(at, at + PAGE);
    const page = some.length > 1 ? await list(line, kind, { filter: `id:(${some.join(',')})` }) : undefined;
    if (page?.ok) items.push(...page.value.items);
    else if (page && page.trouble !== 'invalid') return page;
    else {
      const single = await oneByOne(line, kind, some);
      if (!single.ok) return single;
      items.push(...single.value);
    }
  }
  return { ok: true, value: items };
}

async function oneByOne(line: Line, kind: string, ids: readonly string[]): Promise<Answer<readonly Item[]>> {
  const items: Item[] = [];
  for (const id of ids) {
    const one = await line.send({
      method: 'GET',
      url: `${API}/${kind}/${id}`,
      reads: z.object({ data: Item }),
    });
    if (one.ok) items.push(one.value.data);
    else if (one.trouble !== 'missing') return one;
  }
  return { ok: true, value: items };
}

export function text(item: Item, name: string): string | null {
  const value = item[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function instant(item: Item, name: string): number | null {
  const at = Date.parse(text(item, name) ?? '');
  return Number.isNaN(at) ? null : at;
}

/** In a filter: `"2026-03-02 15:00:00"`. */
export function filterTime(at: number): string {
  return `"${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}"`;
}

export function texts(item: Item, name: string): readonly string[] {
  const value = item[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

const Field = z.object({
  name: z.string(),
  slug: z.string(),
  type: z.string().nullish(),
  options: z.array(z.string()).nullish(),
});
export type Field = z.infer<typeof Field>;

/** What a company added to contacts. */
export async function customFields(line: Line): Promise<Answer<readonly Field[]>> {
  const fields: Field[] = [];
  for (let page = 1; ; page += 1) {
    const some = await list(line, 'custom_fields', { filter: 'entity:contact', page });
    if (!some.ok) return some;
    for (const item of some.value.items) {
      const field = Field.safeParse(item);
      if (field.success) fields.push(field.data);
    }
    if (!some.value.hasNext) return { ok: true, value: fields };
  }
}
