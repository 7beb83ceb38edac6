/**
 * Pipedrive's persons, activities and deals as ours. What was done about a lead of the inbox (`leads.ts`) was done
 * about the person it names.
 */
import type { Channel, Outcome } from '../../../shared/lead/vocabulary.ts';
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Activity, Answer, Change, Deal, Line, Person, Ref } from '../connector.ts';
import { byIds, instant, Item, text } from './api.ts';
import { peopleBehind } from './behind.ts';

export const KINDS = { persons: 'person', activities: 'activity', deals: 'deal' } as const;
export type Kind = keyof typeof KINDS;

/** What the organisation is called stands in the organisation. */
export const ORGANIZATION = 'org_id';

export async function changesIn(
  line: Line,
  kind: Kind,
  items: readonly Item[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  if (kind === 'activities') {
    const others = await peopleBehind(
      line,
      items.filter((item) => peopleOf(item).length === 0),
      mapping.read.leads === true,
    );
    if (!others.ok) return others;
    return { ok: true, value: items.flatMap((item) => activitiesOf(item, line.now, others.value)) };
  }
  if (kind === 'deals') return { ok: true, value: items.flatMap((item) => dealOf(item) ?? []) };
  return personsIn(line, items, mapping);
}

export function fieldsWanted({ fields, stageFrom }: ConnectionMapping): readonly string[] {
  return [...fields.map(({ theirs }) => theirs), ...(stageFrom === null ? [] : [stageFrom.theirs])];
}

export async function personsIn(
  line: Line,
  items: readonly Item[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  const fields = fieldsWanted(mapping).filter((field) => !field.startsWith('lead.'));
  const names = fields.includes(ORGANIZATION) ? await organizations(line, items) : undefined;
  if (names?.ok === false) return names;
  return { ok: true, value: items.flatMap((item) => personOf(item, fields, names?.value) ?? []) };
}

async function organizations(
  line: Line,
  items: readonly Item[],
): Promise<Answer<ReadonlyMap<string, string | null>>> {
  const found = await byIds(
    line,
    'organizations',
    items.flatMap((item) => text(item, ORGANIZATION) ?? []),
  );
  return found.ok
    ? { ok: true, value: new Map(found.value.map((one) => [text(one, 'id') ?? '', text(one, 'name')])) }
    : found;
}

function personOf(
  item: Item,
  fields: readonly string[],
  names: ReadonlyMap<string, string | null> | undefined,
): Change | undefined {
  const id = text(item, 'id');
  if (id === null) return undefined;
  const ref = { object: 'person', id };
  if (item['is_deleted'] === true) return { kind: 'gone', ref, why: 'deleted' };
  const custom = Item.safeParse(item['custom_fields']).data ?? {};
  const organization = text(item, ORGANIZATION);
  const valueOf = (field: string): Scalar | null => {
    if (field === ORGANIZATION) return names?.get(text(item, ORGANIZATION) ?? '') ?? null;
    return scalarOf(Object.hasOwn(custom, field) ? custom[field] : item[field]);
  };
  return {
    kind: 'person',
    ref,
    company: organization === null ? null : { object: 'organization', id: organization },
    createdAt: instant(item, 'add_time') ?? 0,
    changedAt: instant(item, 'update_time') ?? 0,
    emails: addresses(item['emails']),
    phones: addresses(item['phones']),
    values: Object.fromEntries(fields.map((field) => [field, valueOf(field)])),
    owner: text(item, 'owner_id'),
    optedOut: optedOut(item['marketing_status']),
  };
}

/** Money and places are objects with a value of their own. */
export function scalarOf(value: unknown): Scalar | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const inner = Item.safeParse(value).data?.['value'];
  return inner === undefined ? null : scalarOf(inner);
}

/** The first one first. */
function addresses(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return [];
  const items = list.flatMap((one: unknown): Item[] => {
    const item = Item.safeParse(one).data;
    return item ? [item] : [];
  });
  const sorted = items.toSorted((a, b) => Number(b['primary'] === true) - Number(a['primary'] === true));
  return sorted.flatMap((one) => text(one, 'value') ?? []);
}

function optedOut(status: unknown): Person['optedOut'] {
  return typeof status === 'string' ? (status === 'unsubscribed' ? ['email'] : []) : null;
}

/** What we write is known by this in the note. */
export const markOf = (id: string): string => `[combinado:${id}]`;
const MARK = /\[combinado:([^\]\s<>]{1,600})\]/;
export const idOfMark = (note: unknown): string | undefined =>
  typeof note === 'string' ? MARK.exec(note)?.[1] : undefined;

/** By their keys of types; a company adds its own. */
const CHANNELS: readonly (readonly [RegExp, Channel, Outcome])[] = [
  [/call|phone|liga|llama/i, 'call', 'no_answer'],
  [/whats/i, 'whatsapp', 'sent'],
  [/mail/i, 'email', 'sent'],
  [/linkedin/i, 'linkedin', 'sent'],
  [/sms/i, 'sms', 'sent'],
  [/meet|lunch|visit|demo|reuni|almo/i, 'meeting', 'connected'],
];

function activitiesOf(
  item: Item,
  now: number,
  others: ReadonlyMap<string, readonly Ref[]>,
): readonly Change[] {
  const [id, type] = [text(item, 'id'), text(item, 'type') ?? ''];
  if (id === null) return [];
  const ref = { object: 'activity', id };
  if (item['is_deleted'] === true) return [{ kind: 'gone', ref, why: 'deleted' }];
  const own = peopleOf(item);
  const people = own.length > 0 ? own : (others.get(id) ?? []);
  if (people.length === 0) return [];
  const [, channel, outcome] = CHANNELS.find(([shape]) => shape.test(type)) ?? [/./, 'other', 'sent'];
  const createdAt = instant(item, 'add_time') ?? now;
  const ours = idOfMark(item['note']);
  const head = {
    kind: 'activity',
    people,
    direction: 'out',
    channel,
    createdAt,
    by: text(item, 'owner_id'),
    ...(ours === undefined ? {} : { ours }),
  } as const satisfies Partial<Activity>;
  const done = item['done'] === true;
  const due = dueAt(item);
  const isBooked = channel === 'meeting' && due !== null && createdAt < due;
  const booked = { ...head, ref, outcome: 'meeting_booked', at: createdAt } as const;
  const at = doneAt(item, due, createdAt);
  const held = { ...head, ref: isBooked ? { object: 'activity held', id } : ref, outcome, at } as const;
  return [...(isBooked ? [booked] : []), ...(done ? [held] : [])];
}

/** Date and time are said apart, in UTC. */
function dueAt(item: Item): number | null {
  const [on, at] = [text(item, 'due_date'), text(item, 'due_time')];
  if (on === null || at === null) return null;
  const due = Date.parse(`${on}T${at.slice(0, 5)}:00Z`);
  return Number.isNaN(due) ? null : due;
}

/** When it was ticked off; but what was written down after its own hour says itself when it was. */
function doneAt(item: Item, due: number | null, createdAt: number): number {
  const ticked = instant(item, 'marked_as_done_time') ?? instant(item, 'update_time') ?? createdAt;
  return due !== null && due <= createdAt ? due : ticked;
}

function peopleOf(item: Item): readonly Ref[] {
  const several = Array.isArray(item['participants']) ? item['participants'] : [];
  const ids = several.flatMap((one: unknown) => {
    const participant = Item.safeParse(one).data;
    return participant ? (text(participant, 'person_id') ?? []) : [];
  });
  const all = new Set([...(text(item, 'person_id') === null ? [] : [text(item, 'person_id') ?? '']), ...ids]);
  return Array.from(all, (id) => ({ object: 'person', id }));
}

function dealOf(item: Item): Change | undefined {
  const [id, person, status] = [text(item, 'id'), text(item, 'person_id'), text(item, 'status')];
  if (id === null) return undefined;
  const ref = { object: 'deal', id };
  if (item['is_deleted'] === true || status === 'deleted') return { kind: 'gone', ref, why: 'deleted' };
  const outcome: Deal['outcome'] = status === 'won' || status === 'lost' ? status : 'open';
  const amount = Number(item['value'] ?? 0);
  const closedAt = instant(item, `${outcome}_time`) ?? instant(item, 'close_time');
  return {
    kind: 'deal',
    ref,
    people: person === null ? [] : [{ object: 'person', id: person }],
    changedAt: instant(item, 'update_time') ?? 0,
    createdAt: instant(item, 'add_time') ?? 0,
    amount: Number.isFinite(amount) ? amount : 0,
    currency: text(item, 'currency'),
    outcome,
    reason: outcome === 'lost' ? text(item, 'lost_reason') : null,
    closedAt: outcome === 'open' ? null : closedAt,
  };
}
