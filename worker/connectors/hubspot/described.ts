/** What there is in a HubSpot account to map: fields of contacts, and the owners who work there. */
import * as z from 'zod';
import type { Answer, Described, Line, TheirField } from '../connector.ts';
import { API } from './api.ts';
import { leadField } from './leads.ts';

export async function describe(line: Line): Promise<Answer<Described>> {
  const fields = await line.send({
    method: 'GET',
    url: `${API}/crm/v3/properties/contacts`,
    reads: Properties,
  });
  if (!fields.ok) return fields;
  const leads = await line.send({
    method: 'GET',
    url: `${API}/crm/v3/properties/leads`,
    reads: Properties,
  });
  // Not in every account's plan.
  if (!leads.ok && !['forbidden', 'missing', 'invalid'].includes(leads.trouble)) return leads;
  const people = await ownersOf(line);
  if (!people.ok) return people;
  const name: TheirField = { id: 'name', label: 'First and last name', type: 'text', writable: false };
  const shown = fields.value.results.filter(({ hidden }) => hidden !== true).map(fieldOf);
  const ofLeads = (leads.ok ? leads.value.results : [])
    .filter(({ hidden }) => hidden !== true)
    .map((property): TheirField => {
      const field = fieldOf(property);
      return { ...field, id: leadField(field.id), label: `Lead: ${field.label}`, writable: false };
    });
  return { ok: true, value: { fields: [name, ...shown, ...ofLeads], people: people.value } };
}

const Properties = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      hidden: z.boolean().optional(),
      calculated: z.boolean().optional(),
      options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
      modificationMetadata: z.object({ readOnlyValue: z.boolean() }).optional(),
    }),
  ),
});

const TYPES: Readonly<Record<string, TheirField['type']>> = {
  number: 'number',
  bool: 'boolean',
  date: 'date',
  datetime: 'date',
  enumeration: 'choice',
};

function fieldOf(property: z.infer<typeof Properties>['results'][number]): TheirField {
  const { name, label, type, options = [], calculated, modificationMetadata } = property;
  const writable = calculated !== true && modificationMetadata?.readOnlyValue !== true;
  const listed = options.length > 0 ? { options } : {};
  return { id: name, label, type: TYPES[type] ?? 'text', writable, ...listed };
}

const Owners = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      email: z.string().nullish(),
      firstName: z.string().nullish(),
      lastName: z.string().nullish(),
      archived: z.boolean().optional(),
    }),
  ),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).optional(),
});

async function ownersOf(line: Line): Promise<Answer<Described['people']>> {
  const people: Described['people'][number][] = [];
  let after: string | undefined;
  do {
    const query = { limit: '500', ...(after === undefined ? {} : { after }) };
    const page = await line.send({ method: 'GET', url: `${API}/crm/v3/owners`, query, reads: Owners });
    if (!page.ok) return page;
    for (const { id, email = null, firstName, lastName, archived } of page.value.results) {
      const name = [firstName, lastName].filter(Boolean).join(' ') || email || id;
      people.push({ ref: id, name, email, active: archived !== true });
    }
    after = page.value.paging?.next?.after;
  } while (after !== undefined);
  return { ok: true, value: people };
}
