/** RD Station Marketing's contacts as people, and their conversions as what they did. */
import { UUID } from '../uuid.ts';
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Answer, Change, Line, Person, Told } from '../connector.ts';
import {
  contactOf,
  type Event,
  EVENTS,
  eventsOf,
  funnelOf,
  instant,
  Item,
  type Listed,
  text,
} from './api.ts';

/** What the company is called they tell only with a conversion. */
export const COMPANY = 'company_name';
/** Of the funnel, each of which is a request more. */
export const FUNNEL = ['lifecycle_stage', 'opportunity', 'fit', 'interest', 'contact_owner_email'] as const;

const PHONES = ['mobile_phone', 'personal_phone', 'phone'];
/** Of where a conversion came from; nothing else of it is kept. */
const TRAFFIC = ['traffic_source', 'traffic_medium', 'traffic_campaign', 'traffic_value'];

export type Wanted = Omit<Listed, 'convertedAt'> & {
  /** Whether there may be conversions we were not told of. */
  readonly converted: boolean;
};

/** The person, and what they did of late; `missing` when they are not there any more. */
export async function changesOf(
  line: Line,
  { id, createdAt, converted }: Wanted,
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  const contact = await contactOf(line, id);
  if (!contact.ok) return contact;
  const fields = fieldsOf(mapping);
  const found = fields.some(isOfFunnel) ? await funnelOf(line, id) : undefined;
  // Looked at too often today, it says nothing rather than hold up who it is about.
  if (found?.ok === false && !found.ofOne) return found;
  const funnel = found?.ok ? found.value : undefined;
  const kinds = Object.keys(mapping.signals ?? {});
  const events = new Map<string, readonly Event[]>();
  for (const kind of new Set([...(fields.includes(COMPANY) ? ['CONVERSION'] : []), ...kinds])) {
    if (!converted) continue;
    const some = await eventsOf(line, id, kind);
    if (!some.ok) return some;
    events.set(kind, some.value);
  }
  const conversions = events.get('CONVERSION');
  const person = personOf(
    { id, createdAt: createdAt ?? firstOf(conversions) },
    contact.value,
    { ...funnel, ...(conversions === undefined ? {} : { [COMPANY]: companyOf(conversions) }) },
    fields.filter(
      (field) => (field === COMPANY ? conversions : isOfFunnel(field) ? funnel : field) !== undefined,
    ),
    line.now,
  );
  const told = kinds.flatMap((kind) => (events.get(kind) ?? []).flatMap((event) => toldOf(id, kind, event)));
  return { ok: true, value: [person, ...told] };
}

function fieldsOf({ fields, stageFrom }: ConnectionMapping): readonly string[] {
  return [...new Set([...fields.map(({ theirs }) => theirs), ...(stageFrom ? [stageFrom.theirs] : [])])];
}

function isOfFunnel(field: string): boolean {
  return FUNNEL.some((one) => one === field);
}

/** Somebody who has been there for long has more than one page of them. */
function firstOf(events: readonly Event[] = []): number | null {
  return events.length < EVENTS ? instant(events.at(-1)?.event_timestamp) : 0;
}

function companyOf(events: readonly Event[]): string | null {
  for (const { payload } of events) {
    const company = payload ? text(payload, COMPANY) : null;
    if (company !== null) return company;
  }
  return null;
}

function personOf(
  { id, createdAt }: { id: string; createdAt: number | null },
  contact: Item,
  more: Item,
  fields: readonly string[],
  now: number,
): Person {
  const all: Item = { ...contact, ...more };
  return {
    kind: 'person',
    ref: { object: 'contact', id },
    // One that was told of before it stands in a list was made just now.
    createdAt: instant(contact['created_at']) ?? createdAt ?? now,
    changedAt: now,
    emails: [text(contact, 'email') ?? []].flat(),
    phones: [...new Set(PHONES.flatMap((name) => text(contact, name) ?? []))],
    values: Object.fromEntries(fields.map((field) => [field, scalarOf(all[field])])),
    owner: null,
    optedOut: optedOut(contact['legal_bases']),
  };
}

/** Several choices are one text. */
function scalarOf(value: unknown): Scalar | null {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join(', ');
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Legal bases (LGPD): consent to messages that was declined or taken back. */
function optedOut(bases: unknown): Person['optedOut'] {
  if (!Array.isArray(bases)) return null;
  const communications = bases.flatMap((one: unknown): Item[] => {
    const base = Item.safeParse(one).data;
    return base && text(base, 'category') === 'communications' ? [base] : [];
  });
  if (communications.length === 0) return null;
  return communications.some((base) => text(base, 'status') === 'declined') ? ['email'] : [];
}

/** They have no id of their own: who, what and when is one. */
function toldOf(id: string, event: string, { event_identifier, event_timestamp, payload }: Event): Told[] {
  const at = instant(event_timestamp);
  if (at === null) return [];
  const named = event_identifier ?? '';
  const traffic = TRAFFIC.flatMap((name) => {
    const value = payload ? text(payload, name) : null;
    return value === null ? [] : [[name, value] as const];
  });
  const [source, campaign] = ['traffic_source', 'traffic_campaign'].map((name) =>
    payload ? text(payload, name) : null,
  );
  return [
    {
      kind: 'told',
      ref: { object: 'event', id: `${id}:${event}:${at}:${named}`.slice(0, 300) },
      people: [{ object: 'contact', id }],
      event,
      at,
      properties: { ...(named === '' ? {} : { identifier: named }), ...Object.fromEntries(traffic) },
      ...(source ? { source } : {}),
      ...(campaign ? { campaign } : {}),
    },
  ];
}

export function isContact(id: string): boolean {
  return UUID.test(id);
}
