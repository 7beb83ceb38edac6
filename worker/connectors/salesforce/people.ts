/** Leads and contacts of a Salesforce org as people. A lead that was converted goes on as its contact. */
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Answer, Change, Line, Person, Ref } from '../connector.ts';
import { FIELD, ID, inList, instant, type Row, select, text, userIn, valueOf } from './rows.ts';

const ALWAYS =
  'Id OwnerId CreatedDate SystemModstamp Email Phone MobilePhone HasOptedOutOfEmail DoNotCall'.split(' ');
const OWN = { Lead: ['IsConverted', 'ConvertedContactId'], Contact: ['AccountId'] } as const;

/** What a field of leads is called on contacts, where the two differ. */
const ON_CONTACTS: Readonly<Record<string, string>> = {
  Company: 'Account.Name',
  Website: 'Account.Website',
  Industry: 'Account.Industry',
  NumberOfEmployees: 'Account.NumberOfEmployees',
  AnnualRevenue: 'Account.AnnualRevenue',
  Country: 'MailingCountry',
  State: 'MailingState',
  City: 'MailingCity',
};

export type PersonObject = keyof typeof OWN;

export function fieldOn(object: PersonObject, field: string): string {
  return object === 'Contact' ? (ON_CONTACTS[field] ?? field) : field;
}

/** Those the mapping reads, by the names of a lead's fields. */
function mapped({ fields, stageFrom }: ConnectionMapping): readonly string[] {
  const names = [...fields.map(({ theirs }) => theirs), ...(stageFrom ? [stageFrom.theirs] : [])];
  return Array.from(new Set(names)).filter((name) => FIELD.test(name));
}

export function personFields(object: PersonObject, mapping: ConnectionMapping): readonly string[] {
  const wanted = mapped(mapping).map((name) => fieldOn(object, name));
  return Array.from(new Set([...ALWAYS, ...OWN[object], ...wanted]));
}

export async function peopleOf(
  line: Line,
  object: PersonObject,
  rows: readonly Row[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  const leads = object === 'Contact' ? await leadsBecome(line, rows) : undefined;
  if (leads?.ok === false) return leads;
  const names = mapped(mapping);
  return {
    ok: true,
    value: rows.flatMap((row) => {
      const id = text(row, 'Id');
      if (id === null) return [];
      const also = object === 'Lead' ? contactOf(row) : (leads?.value.get(id) ?? []);
      return [personOf(object, id, row, names, also)];
    }),
  };
}

function personOf(
  object: PersonObject,
  id: string,
  row: Row,
  names: readonly string[],
  also: readonly Ref[],
): Person {
  const email = text(row, 'Email');
  const phones = ['Phone', 'MobilePhone'].flatMap((field) => text(row, field) ?? []);
  return {
    kind: 'person',
    ref: { object, id },
    ...(also.length > 0 ? { also } : {}),
    ...accountIn(object, row),
    createdAt: instant(row, 'CreatedDate') ?? 0,
    changedAt: instant(row, 'SystemModstamp') ?? 0,
    emails: email === null ? [] : [email],
    phones: Array.from(new Set(phones)),
    values: Object.fromEntries(
      names.flatMap((name) => {
        const field = fieldOn(object, name);
        // A field they may not see says nothing, not that it is empty.
        return (field.split('.')[0] ?? '') in row ? [[name, valueOf(row, field)]] : [];
      }),
    ),
    owner: userIn(row, 'OwnerId'),
    optedOut: optedOut(row),
  };
}

/** A lead names its company in a text of its own; only a contact stands under a record. */
function accountIn(object: PersonObject, row: Row): Pick<Person, 'company'> {
  if (object === 'Lead' || !('AccountId' in row)) return {};
  const id = text(row, 'AccountId');
  return { company: id === null ? null : { object: 'Account', id } };
}

function optedOut(row: Row): Person['optedOut'] {
  const [email, call] = [row['HasOptedOutOfEmail'], row['DoNotCall']];
  if (email === undefined && call === undefined) return null;
  return [...(email === true ? (['email'] as const) : []), ...(call === true ? (['call'] as const) : [])];
}

function contactOf(row: Row): readonly Ref[] {
  const id = text(row, 'ConvertedContactId');
  return id === null ? [] : [{ object: 'Contact', id }];
}

/** The leads these contacts were before. */
async function leadsBecome(
  line: Line,
  rows: readonly Row[],
): Promise<Answer<ReadonlyMap<string, readonly Ref[]>>> {
  const found = new Map<string, Ref[]>();
  const ids = rows.flatMap((row) => text(row, 'Id') ?? []).filter((id) => ID.test(id));
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = ids.slice(at, at + IDS_AT_ONCE);
    const leads = await select(
      line,
      'Lead',
      ['Id', 'ConvertedContactId'],
      `WHERE ConvertedContactId IN ${inList(some)}`,
    );
    // Whoever may not see leads has contacts all the same.
    if (!leads.ok && leads.trouble !== 'invalid') return leads;
    for (const row of leads.ok ? leads.value.rows : []) {
      const [lead, contact] = [text(row, 'Id'), text(row, 'ConvertedContactId')];
      if (lead === null || contact === null) continue;
      found.set(contact, [...(found.get(contact) ?? []), { object: 'Lead', id: lead }]);
    }
  }
  return { ok: true, value: found };
}

const IDS_AT_ONCE = 200;
