/**
 * HubSpot's leads: a record beside a contact that says how far selling is and who does it. Here it is the
 * person it is about, under the stage and owner it has of its own; its fields are named with `lead.` before.
 * https://developers.hubspot.com/docs/api-reference/crm-leads-v3/guide
 */
import * as z from 'zod';
import type { Answer, Change, Line, Ref } from '../connector.ts';
import { API } from './api.ts';
import { changesOf, HubspotRecord, instant, PROPERTIES } from './records.ts';

const PREFIX = 'lead.';

export const leadField = (name: string): string => `${PREFIX}${name}`;
export const isLeadField = (field: string): boolean => field.startsWith(PREFIX);
export const nameOfLeadField = (field: string): string => field.slice(PREFIX.length);

/** @param people the contacts each is about; one without is nobody's */
export async function peopleOfLeads(
  line: Line,
  leads: readonly HubspotRecord[],
  people: ReadonlyMap<string, readonly Ref[]>,
  wanted: readonly string[],
): Promise<Answer<readonly Change[]>> {
  const ids = new Set([...people.values()].flatMap((refs) => refs[0]?.id ?? []));
  if (ids.size === 0) return { ok: true, value: [] };
  const found = await line.send({
    method: 'POST',
    url: `${API}/crm/v3/objects/contacts/batch/read`,
    json: { inputs: [...ids].map((id) => ({ id })), properties: PROPERTIES.contacts },
    reads: z.object({ results: z.array(HubspotRecord) }),
  });
  if (!found.ok) return found;
  const contacts = new Map(found.value.results.map((record) => [record.id, record]));
  return {
    ok: true,
    value: leads.flatMap(({ id, properties: p, createdAt }): readonly Change[] => {
      const about = people.get(id)?.[0];
      const contact = about && contacts.get(about.id);
      const [person] = contact ? changesOf('contacts', contact, [], []) : [];
      if (about === undefined || person?.kind !== 'person') return [];
      return [
        {
          ...person,
          ref: { object: 'lead', id },
          also: [about],
          createdAt: instant(p['hs_createdate']) ?? instant(createdAt) ?? person.createdAt,
          changedAt: instant(p['hs_lastmodifieddate']) ?? person.changedAt,
          values: Object.fromEntries(
            wanted.filter(isLeadField).map((field) => [field, p[nameOfLeadField(field)] || null]),
          ),
          owner: p['hubspot_owner_id'] || null,
          // What they want to hear stands in the contact.
          optedOut: null,
        },
      ];
    }),
  };
}
