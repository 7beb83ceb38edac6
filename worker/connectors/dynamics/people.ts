/** Leads and contacts of a Dataverse organisation as people; a contact says which lead it was. */
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Change, Gone, Person } from '../connector.ts';
import { COLUMN, instant, type Row, shownValue, TABLES, target, text, userIn } from './rows.ts';

const ALWAYS = (
  '_ownerid_value createdon modifiedon emailaddress1 emailaddress2 emailaddress3 telephone1 telephone2 mobilephone ' +
  'donotemail donotphone merged _masterid_value'
).split(' ');

/** What a column of leads is called on contacts, where the two differ. */
const ON_CONTACTS: Readonly<Record<string, string>> = { companyname: '_parentcustomerid_value' };

/** The company's record: a contact may also stand under another contact, which is none. */
const COMPANY = { lead: '_parentaccountid_value', contact: '_parentcustomerid_value' } as const;

export type PersonTable = 'lead' | 'contact';

function mapped({ fields, stageFrom }: ConnectionMapping): readonly string[] {
  const names = [...fields.map(({ theirs }) => theirs), ...(stageFrom ? [stageFrom.theirs] : [])];
  return Array.from(new Set(names)).filter((name) => COLUMN.test(name));
}

export function columnOn(table: PersonTable, column: string): string {
  return table === 'contact' ? (ON_CONTACTS[column] ?? column) : column;
}

export function personColumns(table: PersonTable, mapping: ConnectionMapping): readonly string[] {
  const own = [COMPANY[table], ...(table === 'contact' ? ['_originatingleadid_value'] : [])];
  const wanted = mapped(mapping).map((name) => columnOn(table, name));
  return Array.from(new Set([TABLES[table].key, ...ALWAYS, ...own, ...wanted]));
}

export function personOf(table: PersonTable, row: Row, mapping: ConnectionMapping): Change | undefined {
  const id = text(row, TABLES[table].key);
  if (id === null) return undefined;
  const ref = { object: table, id };
  if (row['merged'] === true) return mergedInto(table, ref, row);
  const lead = table === 'contact' ? text(row, '_originatingleadid_value') : null;
  return {
    kind: 'person',
    ref,
    ...(lead === null ? {} : { also: [{ object: 'lead', id: lead }] }),
    ...accountIn(table, row),
    createdAt: instant(row, 'createdon') ?? 0,
    changedAt: instant(row, 'modifiedon') ?? 0,
    emails: several(row, ['emailaddress1', 'emailaddress2', 'emailaddress3']),
    phones: several(row, ['telephone1', 'mobilephone', 'telephone2']),
    values: Object.fromEntries(
      mapped(mapping).flatMap((name) => {
        const column = columnOn(table, name);
        // A column that is not there says nothing, not that it is empty.
        return column in row ? [[name, shownValue(row, column)]] : [];
      }),
    ),
    owner: userIn(row, '_ownerid_value'),
    optedOut: optedOut(row),
  };
}

function mergedInto(table: PersonTable, ref: Gone['ref'], row: Row): Gone {
  const master = text(row, '_masterid_value');
  return master === null
    ? { kind: 'gone', ref, why: 'deleted' }
    : { kind: 'gone', ref, why: 'merged', into: { object: table, id: master } };
}

function accountIn(table: PersonTable, row: Row): Pick<Person, 'company'> {
  const column = COMPANY[table];
  if (!(column in row)) return {};
  const id = text(row, column);
  const kind = target(row, column) ?? 'account';
  return { company: id === null || kind !== 'account' ? null : { object: 'account', id } };
}

function several(row: Row, columns: readonly string[]): readonly string[] {
  return Array.from(new Set(columns.flatMap((column) => text(row, column) ?? [])));
}

function optedOut(row: Row): Person['optedOut'] {
  const [email, call] = [row['donotemail'], row['donotphone']];
  if (typeof email !== 'boolean' && typeof call !== 'boolean') return null;
  return [...(email === true ? (['email'] as const) : []), ...(call === true ? (['call'] as const) : [])];
}
