/**
 * RD Station CRM's contacts, tasks and deals as ours. Whose a contact is stands in the deal; a task belongs to a
 * deal as well, and is what was done about the deal's contacts.
 */
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { Channel, Outcome } from '../../../shared/lead/vocabulary.ts';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Activity, Answer, Change, Deal, Line, Person, Ref } from '../connector.ts';
import { byIds, instant, Item, list, text, texts } from './api.ts';

export const KINDS = { contacts: 'contact', tasks: 'task', deals: 'deal' } as const;
export type Kind = keyof typeof KINDS;

/** What the company is called stands in the company. */
export const ORGANIZATION = 'organization_id';

export async function changesIn(
  line: Line,
  kind: Kind,
  items: readonly Item[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  if (kind === 'tasks') return tasksOf(line, items);
  if (kind === 'deals') return dealsOf(line, items);
  const fields = Array.from(
    new Set([
      ...mapping.fields.map(({ theirs }) => theirs),
      ...(mapping.stageFrom ? [mapping.stageFrom.theirs] : []),
    ]),
  );
  const names = fields.includes(ORGANIZATION) ? await namesOf(line, items) : undefined;
  if (names?.ok === false) return names;
  return { ok: true, value: items.flatMap((item) => personOf(item, fields, names?.value) ?? []) };
}

async function namesOf(
  line: Line,
  items: readonly Item[],
): Promise<Answer<ReadonlyMap<string, string | null>>> {
  const ids = items.flatMap((item) => text(item, ORGANIZATION) ?? []);
  const found = await byIds(line, 'organizations', ids);
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
  const custom = Item.safeParse(item['custom_fields']).data ?? {};
  const organization = text(item, ORGANIZATION);
  const valueOf = (field: string): Scalar | null =>
    field === ORGANIZATION
      ? (names?.get(text(item, ORGANIZATION) ?? '') ?? null)
      : scalarOf(Object.hasOwn(custom, field) ? custom[field] : item[field]);
  return {
    kind: 'person',
    ref: { object: 'contact', id },
    company: organization === null ? null : { object: 'organization', id: organization },
    createdAt: instant(item, 'created_at') ?? 0,
    changedAt: instant(item, 'updated_at') ?? 0,
    emails: within(item['emails'], 'email'),
    phones: within(item['phones'], 'phone'),
    values: Object.fromEntries(fields.map((field) => [field, valueOf(field)])),
    owner: null,
    optedOut: optedOut(item['legal_bases']),
  };
}

/** Several choices are one text. */
function scalarOf(value: unknown): Scalar | null {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join(', ');
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function within(list: unknown, name: string): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown) => {
    const item = Item.safeParse(one).data;
    return item ? (text(item, name) ?? []) : [];
  });
}

/** Legal bases (LGPD): consent to messages that was declined or taken back. */
function optedOut(bases: unknown): Person['optedOut'] {
  if (!Array.isArray(bases)) return null;
  const communications = bases
    .flatMap((one: unknown): Item[] => {
      const item = Item.safeParse(one).data;
      return item ? [item] : [];
    })
    .filter((base) => text(base, 'category') === 'communications');
  if (communications.length === 0) return null;
  return communications.some((base) => text(base, 'status') === 'declined') ? ['email'] : [];
}

/** What we write is known by this in the description. */
export const markOf = (id: string): string => `[combinado:${id}]`;
const MARK = /\[combinado:([^\]\s<>]{1,600})\]/;
export const idOfMark = (description: unknown): string | undefined =>
  typeof description === 'string' ? MARK.exec(description)?.[1] : undefined;

const TOLD: Readonly<Record<string, readonly [Channel, Outcome]>> = {
  // A call nobody said more about was tried, no more.
  call: ['call', 'no_answer'],
  email: ['email', 'sent'],
  whatsapp: ['whatsapp', 'sent'],
  meeting: ['meeting', 'connected'],
  visit: ['meeting', 'connected'],
  lunch: ['meeting', 'connected'],
};

async function tasksOf(line: Line, items: readonly Item[]): Promise<Answer<readonly Activity[]>> {
  const done = items.filter((item) => text(item, 'status') === 'completed');
  const deals = await byIds(
    line,
    'deals',
    done.flatMap((item) => text(item, 'deal_id') ?? []),
  );
  if (!deals.ok) return deals;
  const people = new Map(deals.value.map((deal) => [text(deal, 'id'), peopleOf(deal)]));
  return {
    ok: true,
    value: done.flatMap((item): Activity[] => {
      const [id, at] = [text(item, 'id'), instant(item, 'completed_at') ?? instant(item, 'updated_at')];
      const about = people.get(text(item, 'deal_id')) ?? [];
      if (id === null || at === null || about.length === 0) return [];
      const [channel, outcome] = TOLD[text(item, 'type') ?? ''] ?? ['other', 'sent'];
      const ours = idOfMark(item['description']);
      return [
        {
          kind: 'activity',
          ref: { object: 'task', id },
          people: about,
          direction: 'out',
          channel,
          outcome,
          at,
          createdAt: instant(item, 'created_at') ?? at,
          by: texts(item, 'owner_ids')[0] ?? null,
          ...(ours === undefined ? {} : { ours }),
        },
      ];
    }),
  };
}

function peopleOf(deal: Item): readonly Ref[] {
  return texts(deal, 'contact_ids').map((id) => ({ object: 'contact', id }));
}

async function dealsOf(line: Line, items: readonly Item[]): Promise<Answer<readonly Deal[]>> {
  const isLost = (item: Item) => text(item, 'status') === 'lost' && text(item, 'lost_reason_id') !== null;
  const reasons = items.some(isLost) ? await list(line, 'lost_reasons', {}) : undefined;
  if (reasons?.ok === false) return reasons;
  const names = new Map((reasons?.value.items ?? []).map((one) => [text(one, 'id'), text(one, 'name')]));
  return {
    ok: true,
    value: items.flatMap((item): Deal[] => {
      const [id, status] = [text(item, 'id'), text(item, 'status')];
      if (id === null) return [];
      const outcome = status === 'won' || status === 'lost' ? status : 'open';
      const amount = Number(item['total_price'] ?? 0);
      const changedAt = instant(item, 'updated_at') ?? 0;
      return [
        {
          kind: 'deal',
          ref: { object: 'deal', id },
          people: peopleOf(item),
          changedAt,
          createdAt: instant(item, 'created_at') ?? 0,
          amount: Number.isFinite(amount) ? amount : 0,
          currency: null,
          outcome,
          reason: outcome === 'lost' ? (names.get(text(item, 'lost_reason_id')) ?? null) : null,
          closedAt: outcome === 'open' ? null : (instant(item, 'closed_at') ?? changedAt),
        },
      ];
    }),
  };
}
