/**
 * Reading RD Station CRM: all by when it was made, then by when it was changed, each page asked for from the
 * second the last one ended in, because their lists end at 10,000 and move while they are read. More in one
 * second than fit on a page are read from the last page to the first, so that what leaves moves nothing past us.
 */
import * as z from 'zod';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import { MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';
import type { Answer, Change, Json, Line, Page } from '../connector.ts';
import { byIds, filterTime, instant, list, PAGE, text } from './api.ts';
import { changesIn, type Kind, KINDS } from './records.ts';

const OVERLAP_MS = 2 * MINUTE_MS;

/** `crowd`: the page to be read of more than a page of one second; 0: not known how many there are. */
const Cursor = z.object({
  by: z.enum(['created_at', 'updated_at']),
  begun: z.int(),
  since: z.int(),
  crowd: z.int().nullable(),
});
type Cursor = z.infer<typeof Cursor>;

export async function readPage(
  line: Line,
  stream: string,
  kept: Json,
  mapping: ConnectionMapping,
): Promise<Answer<Page>> {
  if (!isKind(stream)) return { ok: true, value: { changes: [], cursor: kept, more: false } };
  const from: Cursor = Cursor.safeParse(kept).data ?? { by: 'created_at', begun: 0, since: 0, crowd: null };
  const cursor = { ...from, begun: from.begun || line.now };
  const found =
    cursor.crowd === null
      ? await onwards(line, stream, cursor)
      : await crowd(line, stream, cursor, cursor.crowd);
  if (!found.ok) return found;
  const { items, next, more } = found.value;
  const changes = await changesIn(line, stream, items, mapping);
  return changes.ok ? { ok: true, value: { changes: changes.value, cursor: next, more } } : changes;
}

type Step = Answer<{ items: Parameters<typeof changesIn>[2]; next: Cursor; more: boolean }>;

async function onwards(line: Line, kind: Kind, cursor: Cursor): Promise<Step> {
  const { by, since, begun } = cursor;
  const page = await list(line, kind, { sort: by, filter: `${by}:>=${filterTime(since)}` });
  if (!page.ok) return page;
  const { items } = page.value;
  if (items.length < PAGE) {
    const next: Cursor = { by: 'updated_at', begun: 0, since: begun - OVERLAP_MS, crowd: null };
    return { ok: true, value: { items, next, more: false } };
  }
  const last = items.at(-1);
  const reached = secondOf((last && instant(last, by)) ?? since);
  const next = reached > secondOf(since) ? { ...cursor, since: reached } : { ...cursor, crowd: 0 };
  return { ok: true, value: { items, next, more: true } };
}

async function crowd(line: Line, kind: Kind, cursor: Cursor, number: number): Promise<Step> {
  const { by, since } = cursor;
  const from = secondOf(since);
  const filter = `${by}:>=${filterTime(from)} and ${by}:<${filterTime(from + SECOND_MS)}`;
  const page = await list(line, kind, { sort: by, filter, page: Math.max(number, 1) });
  if (!page.ok) return page;
  const { items, last } = page.value;
  const left = number === 0 ? last : number - 1;
  const next = left < 1 ? { ...cursor, since: from + SECOND_MS, crowd: null } : { ...cursor, crowd: left };
  return { ok: true, value: { items, next, more: true } };
}

function secondOf(at: number): number {
  return Math.floor(at / SECOND_MS) * SECOND_MS;
}

export async function readSome(
  line: Line,
  stream: string,
  ids: readonly string[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  if (!isKind(stream)) return { ok: true, value: [] };
  const items = await byIds(line, stream, ids);
  if (!items.ok) return items;
  const changes = await changesIn(line, stream, items.value, mapping);
  if (!changes.ok) return changes;
  const there = new Set(items.value.map((item) => text(item, 'id')));
  const gone = ids
    .filter((id) => !there.has(id))
    .map((id): Change => ({ kind: 'gone', ref: { object: KINDS[stream], id }, why: 'deleted' }));
  return { ok: true, value: [...changes.value, ...gone] };
}

function isKind(stream: string): stream is Kind {
  return Object.hasOwn(KINDS, stream);
}
