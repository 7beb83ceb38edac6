/** The inbox of leads of a faked Pipedrive company, by API v1: listed by place, what is archived is not in it. */
import { secondOf, type Value } from './items.ts';

export type Lead = Value & { readonly id: string; readonly add_time: string; readonly update_time: string };

const MOST = 500;

export class Inbox {
  readonly labels: Value[] = [];
  /** The access given does not reach it. */
  closed = false;
  private readonly now: () => number;
  private readonly leads = new Map<string, Lead>();
  private counter = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  put(id: string | undefined, values: Value): Lead {
    this.counter += 1;
    const before = this.leads.get(id ?? '');
    const stamp = secondOf(this.now());
    const lead: Lead = {
      title: 'Lead',
      person_id: null,
      organization_id: null,
      owner_id: 1,
      label_ids: [],
      is_archived: false,
      ...before,
      ...values,
      id: id ?? before?.id ?? `00000000-0000-4000-8000-${String(this.counter).padStart(12, '0')}`,
      add_time: before?.add_time ?? stamp,
      update_time: stamp,
    };
    this.leads.set(lead.id, lead);
    return lead;
  }

  remove(id: string): void {
    this.leads.delete(id);
  }

  ids(): string[] {
    return Array.from(this.leads.keys());
  }

  answer(request: Request, { pathname, searchParams }: URL, id: string | undefined): Response {
    if (this.closed) return failed(403, 'Scope and URL mismatch');
    if (pathname.endsWith('/leadLabels')) return Response.json({ success: true, data: this.labels });
    if (request.method === 'DELETE') this.remove(id ?? '');
    if (id === undefined) return this.list(searchParams);
    const lead = this.leads.get(id);
    return lead ? Response.json({ success: true, data: lead }) : failed(404, 'Lead not found');
  }

  private list(asked: URLSearchParams): Response {
    const [start, limit] = [Number(asked.get('start') ?? 0), Number(asked.get('limit') ?? 100)];
    const [by = 'add_time'] = (asked.get('sort') ?? 'add_time ASC').split(' ');
    const keyOf = (lead: Lead) => `${by === 'update_time' ? lead.update_time : lead.add_time} ${lead.id}`;
    const since = asked.get('updated_since') ?? '';
    const all = Array.from(this.leads.values())
      .filter((lead) => lead['is_archived'] !== true && lead.update_time >= since)
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const end = start + Math.min(limit, MOST);
    const more = end < all.length;
    const pagination = { start, limit, more_items_in_collection: more, ...(more ? { next_start: end } : {}) };
    return Response.json({ success: true, data: all.slice(start, end), additional_data: { pagination } });
  }
}

function failed(status: number, error: string): Response {
  return Response.json({ success: false, error, error_info: '', data: null }, { status });
}
