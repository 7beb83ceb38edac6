/**
 * Reading HubSpot's objects: all of them once by their ids, which no change moves, then what changed since,
 * with a little overlap, because search finds a change only after a while. Search ends at 10,000, so no
 * page is asked for by its place: the next one begins where the last one ended.
 */
import * as z from 'zod';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Answer, Change, Gone, Json, Line, Page, Ref } from '../connector.ts';
import { API } from './api.ts';
import { isLeadField, nameOfLeadField, peopleOfLeads } from './leads.ts';
import { changesOf, HubspotRecord, type HubspotObject, instant, OBJECTS, PROPERTIES } from './records.ts';

const PAGE = 100;
/** How far search, and their clock or ours, may be behind. */
const OVERLAP_MS = 3 * MINUTE_MS;
/** The list of what was archived cannot be asked for what is new in it. */
const ARCHIVED_EVERY_MS = 15 * MINUTE_MS;

const Found = z.object({ results: z.array(HubspotRecord) });

/** `from`: when the first reading began; `id`: how far it got; afterwards `since`, and `after` in a crowd of one instant. */
const Cursor = z.union([
  z.object({ from: z.int(), id: z.string() }),
  z.object({ since: z.int(), after: z.string().optional() }),
]);
type Cursor = z.infer<typeof Cursor>;

export async function readObjects(
  line: Line,
  kind: HubspotObject,
  cursor: Json,
  mapping: ConnectionMapping,
): Promise<Answer<Page>> {
  const at: Cursor = Cursor.safeParse(cursor).data ?? { from: line.now, id: '0' };
  const { changed } = OBJECTS[kind];
  const isFirst = 'from' in at;
  const by = isFirst ? 'hs_object_id' : changed;
  const filter = isFirst
    ? { propertyName: by, operator: 'GT', value: at.id }
    : { propertyName: by, operator: 'GTE', value: String(at.since) };
  const found = await line.send({
    method: 'POST',
    url: `${API}/crm/v3/objects/${kind}/search`,
    json: {
      filterGroups: [{ filters: [filter] }],
      sorts: [{ propertyName: by, direction: 'ASCENDING' }],
      properties: propertiesOf(kind, mapping),
      limit: PAGE,
      ...(!isFirst && at.after !== undefined ? { after: at.after } : {}),
    },
    reads: Found,
  });
  if (!found.ok) return found;
  const { results } = found.value;
  const changes = await asChanges(line, kind, results, mapping);
  if (!changes.ok) return changes;
  const next = isFirst ? afterFirst(at, results) : afterChanges(line.now, at, results, changed);
  return { ok: true, value: { changes: changes.value, cursor: next, more: results.length === PAGE } };
}

function afterFirst(at: { from: number; id: string }, results: readonly HubspotRecord[]): Json {
  const last = results.at(-1);
  return results.length < PAGE || !last ? { since: at.from - OVERLAP_MS } : { from: at.from, id: last.id };
}

/** Read to the end, it goes on a little before now, not before the last change: a crowd of them is read once. */
function afterChanges(
  now: number,
  at: { since: number; after?: string | undefined },
  results: readonly HubspotRecord[],
  changed: string,
): Json {
  const last = instant(results.at(-1)?.properties[changed]) ?? at.since;
  if (results.length < PAGE) return { since: Math.max(at.since, now - OVERLAP_MS) };
  if (last > at.since) return { since: last };
  return { since: at.since, after: String(Number(at.after ?? 0) + PAGE) };
}

export async function readSome(
  line: Line,
  kind: HubspotObject,
  ids: readonly string[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  const found = await line.send({
    method: 'POST',
    url: `${API}/crm/v3/objects/${kind}/batch/read`,
    json: { inputs: ids.map((id) => ({ id })), properties: propertiesOf(kind, mapping) },
    reads: Found,
  });
  if (!found.ok) return found;
  const { results } = found.value;
  const changes = await asChanges(line, kind, results, mapping);
  if (!changes.ok) return changes;
  const there = new Set(results.map(({ id }) => id));
  // A lead that was deleted is no longer worked on; the person is still there.
  const missing = kind === 'leads' ? [] : ids.filter((id) => !there.has(id));
  const gone = missing.map((id) => goneOf(kind, id));
  return { ok: true, value: [...changes.value, ...gone] };
}

const Archived = z.object({
  results: z.array(z.object({ id: z.string() })),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).optional(),
});
const ArchivedCursor = z.object({ after: z.string().nullable(), doneAt: z.int().nullable() });

/** Contacts that were deleted without a webhook saying so. */
export async function readArchived(line: Line, cursor: Json): Promise<Answer<Page>> {
  const at = ArchivedCursor.safeParse(cursor).data ?? { after: null, doneAt: null };
  if (at.after === null && at.doneAt !== null && line.now < at.doneAt + ARCHIVED_EVERY_MS)
    return { ok: true, value: { changes: [], cursor: at, more: false } };
  const found = await line.send({
    method: 'GET',
    url: `${API}/crm/v3/objects/contacts`,
    query: { archived: 'true', limit: String(PAGE), ...(at.after === null ? {} : { after: at.after }) },
    reads: Archived,
  });
  if (!found.ok) return found;
  const after = found.value.paging?.next?.after ?? null;
  const changes = found.value.results.map(({ id }) => goneOf('contacts', id));
  const next = { after, doneAt: after === null ? line.now : at.doneAt };
  return { ok: true, value: { changes, cursor: next, more: after !== null } };
}

function goneOf(kind: HubspotObject, id: string): Gone {
  return { kind: 'gone', ref: { object: OBJECTS[kind].object, id }, why: 'deleted' };
}

/** What the mapping names, beside what is always asked for. */
function propertiesOf(kind: HubspotObject, mapping: ConnectionMapping): readonly string[] {
  const wanted = wantedOf(mapping);
  const own = wanted.filter((field) => !isLeadField(field));
  const ofLeads = wanted.filter(isLeadField).map(nameOfLeadField);
  const more = kind === 'contacts' ? own : kind === 'leads' ? ofLeads : [];
  return [...new Set([...PROPERTIES[kind], ...more])];
}

function wantedOf({ fields, stageFrom }: ConnectionMapping): readonly string[] {
  return [...fields.map(({ theirs }) => theirs), ...(stageFrom === null ? [] : [stageFrom.theirs])];
}

async function asChanges(
  line: Line,
  kind: HubspotObject,
  records: readonly HubspotRecord[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  const people = kind === 'contacts' ? new Map<string, Ref[]>() : await contactsOf(line, kind, records);
  if (!(people instanceof Map)) return people;
  const wanted = wantedOf(mapping);
  if (kind === 'leads') return peopleOfLeads(line, records, people, wanted);
  const own = wanted.filter((field) => !isLeadField(field));
  return {
    ok: true,
    value: records.flatMap((record) => changesOf(kind, record, people.get(record.id) ?? [], own)),
  };
}

const Linked = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: z.string() }),
      to: z.array(z.object({ toObjectId: z.union([z.string(), z.number()]) })),
    }),
  ),
});

/** Those without a contact are answered as errors beside the others (207), which says no more than that. */
async function contactsOf(line: Line, kind: HubspotObject, records: readonly HubspotRecord[]) {
  const people = new Map<string, Ref[]>();
  if (records.length === 0) return people;
  const found = await line.send({
    method: 'POST',
    url: `${API}/crm/v4/associations/${kind}/contacts/batch/read`,
    json: { inputs: records.map(({ id }) => ({ id })) },
    reads: Linked,
  });
  if (!found.ok) return found;
  for (const { from, to } of found.value.results)
    people.set(
      from.id,
      to.map(({ toObjectId }) => ({ object: 'contact', id: String(toObjectId) })),
    );
  return people;
}
