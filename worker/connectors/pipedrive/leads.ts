/**
 * Pipedrive's inbox of leads: a lead stands beside a person or an organisation and says who is on it and what
 * it is about. Here it is the person it is about, under its own owner; one that names an organisation alone comes
 * in by its own number and gets the addresses once a person is put to it. Its fields are named with `lead.` before.
 * https://developers.pipedrive.com/docs/api/v1/Leads (no v2 lists them; archived ones are worked on no more)
 */
import * as z from 'zod';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Answer, Change, Json, Line, Page, Person, TheirField } from '../connector.ts';
import { byIds, instant, Item, secondOf, site, text } from './api.ts';
import { isLeadId } from './leadId.ts';
import { fieldsWanted, ORGANIZATION, personsIn, scalarOf } from './records.ts';

const PREFIX = 'lead.';
const PAGE = 100;

const Leads = z.object({
  data: z.array(Item).nullable(),
  additional_data: z
    .object({ pagination: z.object({ more_items_in_collection: z.boolean().optional() }).nullish() })
    .nullish(),
});

/** `begun`, `since`: as of what is listed by a cursor; `start`: how many were read, `last`: which one the last was. */
const Cursor = z.object({
  begun: z.int().nullable(),
  since: z.int().nullable(),
  start: z.int(),
  last: z.string().nullable(),
});

/**
 * Listed by place: whatever leaves the inbox meanwhile moves the others up. So each page begins with the last lead
 * of the one before, and where that is another by now, a page earlier.
 * @param overlapMs how far a change may be seen late
 */
export async function readLeads(
  line: Line,
  cursor: Json,
  mapping: ConnectionMapping,
  overlapMs: number,
): Promise<Answer<Page>> {
  const kept = Cursor.safeParse(cursor).data ?? { begun: null, since: null, start: 0, last: null };
  const begun = kept.begun ?? line.now;
  const page = await line.send({
    method: 'GET',
    url: `${site(line)}/api/v1/leads`,
    query: {
      start: String(kept.start),
      limit: String(PAGE),
      ...(kept.since === null
        ? { sort: 'add_time ASC' }
        : { sort: 'update_time ASC', updated_since: secondOf(kept.since) }),
    },
    reads: Leads,
  });
  if (!page.ok) return page;
  const items = page.value.data ?? [];
  if (kept.last !== null && items.every((item) => text(item, 'id') !== kept.last)) {
    const start = Math.max(0, kept.start - PAGE);
    const back = { ...kept, begun, start, last: start === 0 ? null : kept.last };
    return { ok: true, value: { changes: [], cursor: back, more: true } };
  }
  const changes = await peopleOfLeads(line, items, mapping);
  if (!changes.ok) return changes;
  const more = page.value.additional_data?.pagination?.more_items_in_collection === true && items.length > 1;
  const last = items.at(-1);
  const next = more
    ? { begun, since: kept.since, start: kept.start + items.length - 1, last: last ? text(last, 'id') : null }
    : { begun: null, since: begun - overlapMs, start: 0, last: null };
  return { ok: true, value: { changes: changes.value, cursor: next, more } };
}

const Lead = z.object({ data: Item });

/** Asked for one by one. One that is not there any more is worked on no more; the person still is there. */
export async function readSomeLeads(
  line: Line,
  ids: readonly string[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  const items: Item[] = [];
  for (const id of new Set(ids.filter(isLeadId))) {
    const lead = await line.send({ method: 'GET', url: `${site(line)}/api/v1/leads/${id}`, reads: Lead });
    if (!lead.ok && lead.trouble !== 'missing') return lead;
    if (lead.ok) items.push(lead.value.data);
  }
  return peopleOfLeads(line, items, mapping);
}

async function peopleOfLeads(
  line: Line,
  leads: readonly Item[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  const open = leads.filter((lead) => lead['is_archived'] !== true);
  const found = await byIds(
    line,
    'persons',
    open.flatMap((lead) => text(lead, 'person_id') ?? []),
  );
  if (!found.ok) return found;
  const people = await personsIn(line, found.value, mapping);
  if (!people.ok) return people;
  const byId = new Map(
    people.value.flatMap((one) => (one.kind === 'person' ? [[one.ref.id, one] as const] : [])),
  );
  const companies = await byIds(
    line,
    'organizations',
    open.flatMap((lead) => (text(lead, 'person_id') === null ? (text(lead, 'organization_id') ?? []) : [])),
  );
  if (!companies.ok) return companies;
  const names = new Map(companies.value.map((one) => [text(one, 'id'), text(one, 'name')]));
  const fields = fieldsWanted(mapping);
  return { ok: true, value: open.flatMap((lead) => personOfLead(lead, fields, byId, names) ?? []) };
}

function personOfLead(
  lead: Item,
  fields: readonly string[],
  people: ReadonlyMap<string, Person>,
  names: ReadonlyMap<string | null, string | null>,
): Person | undefined {
  const [id, about, organization] = ['id', 'person_id', 'organization_id'].map((name) => text(lead, name));
  const person = people.get(about ?? '');
  if (id === undefined || id === null || (about !== null && person === undefined)) return undefined;
  const own = fields
    .filter((field) => field.startsWith(PREFIX))
    .map((field) => [field, valueOf(lead[field.slice(PREFIX.length)])] as const);
  const company = person === undefined ? (names.get(organization ?? null) ?? null) : null;
  return {
    kind: 'person',
    ref: { object: 'lead', id },
    ...(person === undefined ? {} : { also: [person.ref] }),
    createdAt: instant(lead, 'add_time') ?? person?.createdAt ?? 0,
    changedAt: instant(lead, 'update_time') ?? person?.changedAt ?? 0,
    emails: person?.emails ?? [],
    phones: person?.phones ?? [],
    // What is said of the person is read with the person.
    values: {
      ...Object.fromEntries(own),
      ...(company !== null && fields.includes(ORGANIZATION) ? { [ORGANIZATION]: company } : {}),
    },
    owner: text(lead, 'owner_id'),
    optedOut: null,
    ...(organization == null ? {} : { company: { object: 'organization', id: organization } }),
  };
}

/** Money has an amount; of labels the first is said. */
function valueOf(value: unknown) {
  if (Array.isArray(value)) return scalarOf(value[0]);
  return scalarOf(Item.safeParse(value).data?.['amount'] ?? value);
}

const Labels = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })).nullable() });

/** None where the access given does not reach the inbox. */
export async function leadFields(line: Line): Promise<Answer<readonly TheirField[]>> {
  const found = await line.send({ method: 'GET', url: `${site(line)}/api/v1/leadLabels`, reads: Labels });
  if (!found.ok) return found.trouble === 'forbidden' ? { ok: true, value: [] } : found;
  const options = (found.value.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const field = (id: string, label: string, type: TheirField['type']) =>
    ({ id: `${PREFIX}${id}`, label: `Lead: ${label}`, type, writable: false }) as const;
  return {
    ok: true,
    value: [
      field('title', 'Title', 'text'),
      { ...field('label_ids', 'Label', 'choice'), options },
      field('source_name', 'Source', 'text'),
      field('value', 'Value', 'number'),
      field('expected_close_date', 'Expected close', 'date'),
    ],
  };
}
