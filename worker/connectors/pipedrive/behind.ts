/** Whom an activity is about that names nobody itself: the person of its deal, or of its lead in the inbox. */
import * as z from 'zod';
import type { Answer, Line, Ref } from '../connector.ts';
import { byIds, type Item, site, text } from './api.ts';

/** @returns by the activity's id */
export async function peopleBehind(
  line: Line,
  activities: readonly Item[],
): Promise<Answer<ReadonlyMap<string, readonly Ref[]>>> {
  const open = activities.filter((item) => item['is_deleted'] !== true);
  const ids = (name: string) => open.flatMap((item) => text(item, name) ?? []);
  const deals = await byIds(line, 'deals', ids('deal_id'));
  if (!deals.ok) return deals;
  const leads = await leadPeople(line, ids('lead_id'));
  if (!leads.ok) return leads;
  const ofDeals = new Map(deals.value.map((deal) => [text(deal, 'id'), text(deal, 'person_id')]));
  return {
    ok: true,
    value: new Map(
      open.flatMap((item) => {
        const person = ofDeals.get(text(item, 'deal_id')) ?? leads.value.get(text(item, 'lead_id') ?? '');
        return person ? [[text(item, 'id') ?? '', [{ object: 'person', id: person }]] as const] : [];
      }),
    ),
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const Lead = z.object({ data: z.object({ person_id: z.int().nullish() }) });

/** Leads have not come over to v2, and are asked for one by one. */
async function leadPeople(line: Line, ids: readonly string[]): Promise<Answer<ReadonlyMap<string, string>>> {
  const found = new Map<string, string>();
  for (const id of new Set(ids)) {
    if (!UUID.test(id)) continue;
    const lead = await line.send({ method: 'GET', url: `${site(line)}/api/v1/leads/${id}`, reads: Lead });
    if (!lead.ok && lead.trouble !== 'missing') return lead;
    const person = lead.ok ? lead.value.data.person_id : null;
    if (person != null) found.set(id, String(person));
  }
  return { ok: true, value: found };
}
