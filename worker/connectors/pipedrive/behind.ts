/** Whom an activity is about that names nobody itself: the person of its deal, or of its lead in the inbox. */
import * as z from 'zod';
import type { Answer, Line, Ref } from '../connector.ts';
import { byIds, type Item, site, text } from './api.ts';
import { isLeadId } from './leadId.ts';

/** @param withLeads a lead that names nobody stands for itself. @returns by the activity's id */
export async function peopleBehind(
  line: Line,
  activities: readonly Item[],
  withLeads: boolean,
): Promise<Answer<ReadonlyMap<string, readonly Ref[]>>> {
  const open = activities.filter((item) => item['is_deleted'] !== true);
  const ids = (name: string) => open.flatMap((item) => text(item, name) ?? []);
  const deals = await byIds(line, 'deals', ids('deal_id'));
  if (!deals.ok) return deals;
  const leads = await leadPeople(line, ids('lead_id'), withLeads);
  if (!leads.ok) return leads;
  const ofDeals = new Map(
    deals.value.flatMap((deal) => {
      const person = text(deal, 'person_id');
      return person === null ? [] : [[text(deal, 'id'), { object: 'person', id: person }] as const];
    }),
  );
  return {
    ok: true,
    value: new Map(
      open.flatMap((item) => {
        const about = ofDeals.get(text(item, 'deal_id')) ?? leads.value.get(text(item, 'lead_id') ?? '');
        return about ? [[text(item, 'id') ?? '', [about]] as const] : [];
      }),
    ),
  };
}

const Lead = z.object({ data: z.object({ person_id: z.int().nullish() }) });

/** Leads have not come over to v2, and are asked for one by one. */
async function leadPeople(
  line: Line,
  ids: readonly string[],
  withLeads: boolean,
): Promise<Answer<ReadonlyMap<string, Ref>>> {
  const found = new Map<string, Ref>();
  for (const id of new Set(ids)) {
    if (!isLeadId(id)) continue;
    const lead = await line.send({ method: 'GET', url: `${site(line)}/api/v1/leads/${id}`, reads: Lead });
    if (!lead.ok && lead.trouble !== 'missing') return lead;
    if (!lead.ok) continue;
    const { person_id: person } = lead.value.data;
    if (person != null) found.set(id, { object: 'person', id: String(person) });
    else if (withLeads) found.set(id, { object: 'lead', id });
  }
  return { ok: true, value: found };
}
