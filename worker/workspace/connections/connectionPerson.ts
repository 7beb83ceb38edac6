/**
 * A person of another system as a lead of ours, by the mapping: what they say newly, in our fields, and what
 * of it cannot be taken. One odd value holds up no person.
 */
import type { Scalar } from '../../../shared/lead/facts.ts';
import { identityKeys, normalizeEmail } from '../../../shared/lead/identity.ts';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { LeadUpsert } from '../../../shared/protocol/api.ts';
import type { ConnectionMapping, Vendor } from '../../../shared/protocol/connections.ts';
import type { PlainReason } from '../../../shared/protocol/reason.ts';
import type { Person, Ref } from '../../connectors/connector.ts';
import { faultAt } from '../../reasons.ts';
import type { Fault } from '../agreement/calendarErrors.ts';
import { news, recordsOf, type Said } from './connectionRecords.ts';
import { leadsByKeys } from '../leads/identity.ts';
import { fieldFault } from '../leads/leadFields.ts';
import { holderOf } from '../leads/merged.ts';
import { countryOf } from '../leads/countryOf.ts';
import { parsePhone } from '../leads/phone.ts';
import type { Work } from '../work.ts';

export interface Linked {
  readonly id: string;
  readonly vendor: Vendor;
  readonly connectedAt: number | null;
}

export interface MappedPerson {
  readonly lead: LeadUpsert;
  /** The lead it is; undefined where nobody holds any of its keys. */
  readonly into: string | undefined;
  /** Fields emptied over there. */
  readonly emptied: readonly string[];
  /** Stage their word means, where it is news. */
  readonly stage: string | null;
  readonly optOut: { readonly added: readonly string[]; readonly taken: readonly string[] };
  readonly said: Said;
  /** Something that is ours to keep is otherwise over there now. */
  readonly undoesOurs: boolean;
  readonly faults: readonly Fault[];
}

/** Of what is no field of theirs, in `said`. */
export const OWNER = '#owner';
const OPT_OUT = '#optOut';
const KEYS = '#keys';
const COMPANY = '#company';

/** What the record says now, on top of what it said before. */
export function saidBy(
  { values, owner, optedOut, emails, phones, company }: Person,
  before: Said | undefined,
): Said {
  return {
    ...before,
    ...values,
    [OWNER]: owner,
    [KEYS]: [...emails, ...phones].join(' '),
    ...(company === undefined ? {} : { [COMPANY]: company && company.id }),
    ...(optedOut === null ? {} : { [OPT_OUT]: optedOut.toSorted().join(' ') }),
  };
}

export function mapPerson(
  work: Work,
  connection: Linked,
  mapping: ConnectionMapping,
  person: Person,
): MappedPerson {
  const record = recordsOf(work, connection.id, person.ref)[0];
  const before = record?.said;
  const told = news(person.values, before);
  const records = [person.ref, ...(person.also ?? []), ...(person.company ? [person.company] : [])];
  const externalIds = records.map((ref) => external(connection.vendor, ref));
  const { emails, phones, odd } = addresses(work, person);
  const into = record
    ? holderOf(work, record.leadId)
    : [
        ...identityOnce({ externalIds }),
        ...emails.flatMap((email) => identityOnce({ emails: [email] })),
        ...phones.flatMap((phone) => identityOnce({ phones: [phone] })),
      ][0];
  const { fields, emptied, faults } = fieldsOf(work, mapping, told, into === undefined);
  const owner = ownerOf(work, mapping, person, before);
  const isOld = connection.connectedAt !== null && person.createdAt < connection.connectedAt;
  const source = stringOf(fields['source']);
  const campaign = stringOf(fields['campaign']);
  const { source: _, campaign: __, ...rest } = fields;
  const optedOut = person.optedOut === null ? null : person.optedOut.toSorted().join(' ');
  return {
    lead: {
      emails,
      phones,
      externalIds,
      fields: rest,
      ...(source === undefined ? {} : { source }),
      ...(campaign === undefined ? {} : { campaign }),
      ...(person.createdAt > 0 ? { at: person.createdAt } : {}),
      ...(owner === undefined ? {} : { owner }),
      ...(isOld && record === undefined ? { backlog: true } : {}),
    },
    into,
    emptied: into === undefined ? [] : emptied,
    stage: stageOf(mapping, told),
    optOut: optOutOf(optedOut, before?.[OPT_OUT]),
    said: saidBy(person, before),
    undoesOurs:
      into !== undefined &&
      (mapping.fields.some(({ theirs, keeper }) => keeper === 'ours' && Object.hasOwn(told, theirs)) ||
        (mapping.owner === 'ours' && before?.[OWNER] !== person.owner)),
    faults: [...odd, ...faults],
  };

  function identityOnce(keys: Partial<Parameters<typeof identityKeys>[0]>): readonly string[] {
    return leadsByKeys(work, identityKeys({ emails: [], phones: [], externalIds: [], ...keys }));
  }
}

function external(vendor: Vendor, { object, id }: Ref) {
  return { system: vendor, object, id };
}

/** What people type into a CRM: an address that is none is left out rather than in the way, and told. */
function addresses(work: Work, { emails: mails, phones: numbers, values }: Person) {
  const country = countryOf(work, values['country']);
  const odd: Fault[] = [];
  const taken = (
    all: readonly string[],
    [name, left]: readonly [string, PlainReason],
    read: (text: string) => string | null | undefined,
  ) => {
    const good = all.map((text) => read(text) ?? undefined);
    for (const [index, one] of good.entries()) {
      // By its place, never as it is written: a letter holds nothing about a person.
      const nth = all.length > 1 ? ` ${index + 1}` : '';
      if (one === undefined) odd.push(faultAt(`/${name}${nth}`, left));
    }
    return [...new Set(good.flatMap((one) => one ?? []))].slice(0, 50);
  };
  return {
    emails: taken(mails, ['e-mail', 'email_left_out'], normalizeEmail),
    phones: taken(numbers, ['phone number', 'phone_left_out'], (text) => parsePhone(text, country)),
    odd,
  };
}

/** Of what they told, what is to be said here: by our fields, with what cannot be taken. */
export function fieldsOf(
  work: Work,
  mapping: ConnectionMapping,
  told: Readonly<Record<string, Scalar | null>>,
  isNew: boolean,
) {
  const { definitions } = work.ground.inForce(work.now);
  const fields: Record<string, Scalar> = {};
  const emptied: string[] = [];
  const faults: Fault[] = [];
  for (const { ours, theirs, keeper, words = {} } of mapping.fields) {
    // What is ours to keep comes from there once, with the lead itself.
    if (!Object.hasOwn(told, theirs) || (keeper === 'ours' && !isNew)) continue;
    const value = told[theirs] ?? null;
    if (value === null) {
      if (keeper === 'theirs') emptied.push(ours);
      continue;
    }
    const type = definitions.fields.find(({ id }) => id === ours)?.type ?? 'text';
    const typed = asType(type, Object.hasOwn(words, String(value)) ? (words[String(value)] ?? value) : value);
    const fault = fieldFault(definitions, ours, typed);
    if (fault === undefined) fields[ours] = typed;
    else faults.push(faultAt(`/${theirs}`, fault));
  }
  return { fields, emptied, faults };
}

/** Many systems say everything in text. */
function asType(type: string, value: Scalar): Scalar {
  const text = String(value).trim().slice(0, 2_000);
  if (type === 'text' || type === 'choice') return text;
  if (type === 'number' && text !== '' && Number.isFinite(Number(text))) return Number(text);
  if (type === 'boolean' && /^(?:true|yes|1)$/i.test(text)) return true;
  if (type === 'boolean' && /^(?:false|no|0)$/i.test(text)) return false;
  if (type === 'date' && /^\d{4}-\d\d-\d\dT/.test(text)) return text.slice(0, 10);
  return value;
}

/** Undefined: says nothing, nothing new, or somebody who is nobody here. */
function ownerOf(
  work: Work,
  mapping: ConnectionMapping,
  { owner }: Person,
  before: Said | undefined,
): string | undefined {
  if (mapping.owner !== 'theirs' || owner === null || before?.[OWNER] === owner) return undefined;
  const member = mapping.people[owner] ?? undefined;
  return member !== undefined && memberAt(work.ground.room(), member, work.now)?.active ? member : undefined;
}

function stageOf({ stageFrom }: ConnectionMapping, told: Said): string | null {
  const word = stageFrom === null ? null : (told[stageFrom.theirs] ?? null);
  return word === null ? null : (stageFrom?.words[String(word)] ?? null);
}

function optOutOf(now: string | null, before: Scalar | null | undefined) {
  if (now === null) return { added: [], taken: [] };
  const [is, was] = [now, String(before ?? '')].map((text) => text.split(' ').filter(Boolean));
  return {
    added: (is ?? []).filter((channel) => !was?.includes(channel)),
    taken: (was ?? []).filter((channel) => !is?.includes(channel)),
  };
}

function stringOf(value: Scalar | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : String(value).slice(0, 200);
}
