/**
 * Reading a Pipedrive company: all of a kind by its ids, which no change moves, then what changed since, with a
 * minute's overlap. Nothing tells afterwards what was deleted; a webhook does, and reading it again shows it.
 */
import * as z from 'zod';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Answer, Change, Json, Line, Page } from '../connector.ts';
import { byIds, list, secondOf, text } from './api.ts';
import { readLeads, readSomeLeads } from './leads.ts';
import { changesIn, type Kind, KINDS } from './records.ts';

const PAGE = '200';
const OVERLAP_MS = MINUTE_MS;
export const LEADS = 'leads';

/** `begun`: when this reading began; `since`: what it asks for, all of it when null; `next`: how far it got. */
const Cursor = z.object({
  begun: z.int().nullable(),
  since: z.int().nullable(),
  next: z.string().nullable(),
});

export async function readPage(
  line: Line,
  stream: string,
  cursor: Json,
  mapping: ConnectionMapping,
): Promise<Answer<Page>> {
  if (stream === LEADS) return readLeads(line, cursor, mapping, OVERLAP_MS);
  if (!isKind(stream)) return { ok: true, value: { changes: [], cursor, more: false } };
  const kept = Cursor.safeParse(cursor).data ?? { begun: null, since: null, next: null };
  const begun = kept.begun ?? line.now;
  const page = await list(line, stream, {
    limit: PAGE,
    sort_direction: 'asc',
    ...MORE[stream],
    ...(kept.since === null
      ? { sort_by: 'id' }
      : { sort_by: 'update_time', updated_since: secondOf(kept.since) }),
    ...(kept.next === null ? {} : { cursor: kept.next }),
  });
  // A cursor they no longer know: from where this reading began.
  if (!page.ok && kept.next !== null && page.trouble === 'invalid')
    return { ok: true, value: { changes: [], cursor: { ...kept, next: null }, more: true } };
  if (!page.ok) return page;
  const { items, next } = page.value;
  const changes = await changesIn(line, stream, items, mapping);
  if (!changes.ok) return changes;
  const on =
    next === null ? { begun: null, since: begun - OVERLAP_MS, next } : { begun, since: kept.since, next };
  return { ok: true, value: { changes: changes.value, cursor: on, more: next !== null } };
}

/** What is left out unless asked for. */
const MORE: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  persons: { include_fields: 'marketing_status' },
  activities: {},
  deals: {},
};

export async function readSome(
  line: Line,
  stream: string,
  ids: readonly string[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  if (stream === LEADS) return readSomeLeads(line, ids, mapping);
  if (!isKind(stream)) return { ok: true, value: [] };
  const items = await byIds(line, stream, ids, MORE[stream]);
  if (!items.ok) return items;
  const changes = await changesIn(line, stream, items.value, mapping);
  if (!changes.ok) return changes;
  const there = new Set(items.value.map((item) => text(item, 'id')));
  const objects = stream === 'activities' ? ['activity', 'activity held'] : [KINDS[stream]];
  const gone = ids
    .filter((id) => !there.has(id))
    .flatMap((id) =>
      objects.map((object): Change => ({ kind: 'gone', ref: { object, id }, why: 'deleted' })),
    );
  return { ok: true, value: [...changes.value, ...gone] };
}

function isKind(stream: string): stream is Kind {
  return Object.hasOwn(KINDS, stream);
}
