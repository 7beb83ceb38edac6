/** What the mapping screen shows of a Salesforce org: the fields of its leads, and its users. */
import type { Answer, Described, Line, TheirField } from '../connector.ts';
import { type Field, fieldsOf, nextRows, select, text } from './rows.ts';

export async function described(line: Line): Promise<Answer<Described>> {
  const fields = await fieldsOf(line, 'Lead');
  if (!fields.ok) return fields;
  const people = await usersOf(line);
  return people.ok
    ? { ok: true, value: { fields: fields.value.map(fieldOf), people: people.value } }
    : people;
}

const TYPES: Readonly<Record<string, TheirField['type']>> = {
  boolean: 'boolean',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'date',
  picklist: 'choice',
};

function fieldOf({ name, label, type, updateable, picklistValues = [] }: Field): TheirField {
  const options = picklistValues.map((one) => ({ value: one.value, label: one.label ?? one.value }));
  const listed = options.length > 0 ? { options } : {};
  return { id: name, label, type: TYPES[type] ?? 'text', writable: updateable, ...listed };
}

async function usersOf(line: Line): Promise<Answer<Described['people']>> {
  const fields = ['Id', 'Name', 'Email', 'IsActive'];
  const people: Described['people'][number][] = [];
  let page = await select(line, 'User', fields, "WHERE UserType = 'Standard'");
  for (;;) {
    if (!page.ok) return page;
    for (const row of page.value.rows) {
      const ref = text(row, 'Id');
      if (ref === null) continue;
      const email = text(row, 'Email');
      people.push({ ref, name: text(row, 'Name') ?? email ?? ref, email, active: row['IsActive'] === true });
    }
    if (page.value.next === null) return { ok: true, value: people };
    page = await nextRows(line, page.value.next);
  }
}
