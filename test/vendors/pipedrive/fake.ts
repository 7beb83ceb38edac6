/**
 * A Pipedrive company made of its public contract: OAuth with basic authentication, API v2 lists by cursor,
 * fields and webhooks by v1, bursts that are too fast. It keeps state and runs wherever `Request` does.
 */
import { Troubles, type Worded } from '../trouble.ts';
import { PipedriveAccess } from './access.ts';
import { Inbox } from './inbox.ts';
import { Items, type Item, KINDS, type Kind, type Value } from './items.ts';

export const OAUTH = 'https://oauth.pipedrive.com';
const MOST = 500;

interface Hook {
  readonly id: number;
  readonly subscription_url: string;
  readonly event_object: string;
  readonly http_auth_user: string;
  readonly http_auth_password: string;
}

export class Pipedrive {
  readonly site = 'https://acme.pipedrive.com';
  readonly companyId = 7_812_001;
  readonly items: Items;
  readonly troubles = new Troubles();
  readonly access: PipedriveAccess;
  readonly users: Value[] = [];
  readonly fields: {
    key: string;
    name: string;
    field_type: string;
    edit_flag: boolean;
    options?: Value[];
  }[] = [
    { key: 'name', name: 'Name', field_type: 'varchar', edit_flag: false },
    { key: 'org_id', name: 'Organization', field_type: 'org', edit_flag: false },
    { key: 'job_title', name: 'Job title', field_type: 'varchar', edit_flag: false },
  ];
  readonly hooks: Hook[] = [];
  readonly inbox: Inbox;
  readonly requests: string[] = [];
  private counter = 0;

  constructor(now: () => number) {
    this.items = new Items(now);
    this.inbox = new Inbox(now);
    this.access = new PipedriveAccess(now, this.site);
  }

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    if (url.origin === OAUTH) return this.access.answer(request, url);
    return this.troubles.meet(request, inTrouble, () => this.answer(request, url));
  }

  private async answer(request: Request, url: URL): Promise<Response> {
    if (url.origin !== this.site) return failed(404, 'Unknown company');
    if (!this.access.holds(request.headers.get('Authorization'))) return inTrouble('expired');
    const [, version = '', resource = '', id] =
      /^\/api\/(v\d)\/(\w+)(?:\/([\w-]+))?$/.exec(url.pathname) ?? [];
    if (version === 'v1') return this.answerV1(request, url, resource, id);
    const kind = KINDS.find((one) => one === resource);
    if (version !== 'v2' || kind === undefined) return failed(404, 'Unknown method .');
    if (id !== undefined) return this.one(request, kind, Number(id));
    if (request.method === 'GET') return this.list(url, kind);
    const made = this.items.put(kind, undefined, (await request.json()) as Value);
    return Response.json({ success: true, data: made }, { status: 201 });
  }

  private async one(request: Request, kind: Kind, id: number): Promise<Response> {
    const item = this.items.get(kind, id);
    if (!item) return failed(404, 'not found');
    if (request.method === 'GET') return Response.json({ success: true, data: item });
    if (request.method === 'DELETE') {
      this.items.remove(kind, id);
      return Response.json({ success: true, data: { id } });
    }
    return Response.json({ success: true, data: this.items.put(kind, id, (await request.json()) as Value) });
  }

  /** Ordered by what was asked, from behind what the cursor names: what changes meanwhile moves. */
  private list({ searchParams }: URL, kind: Kind): Response {
    const [ids, since, cursor] = ['ids', 'updated_since', 'cursor'].map((name) => searchParams.get(name));
    const by = searchParams.get('sort_by') ?? 'id';
    const limit = Math.min(MOST, Number(searchParams.get('limit') ?? 100));
    const wanted = ids === null || ids === undefined ? undefined : new Set(ids.split(',').map(Number));
    if ((wanted?.size ?? 0) > 100) return failed(400, 'ids: at most 100');
    const keyOf = (item: Item) =>
      `${by === 'update_time' ? item.update_time : ''}#${String(item.id).padStart(12, '0')}`;
    const after = cursor ? atob(cursor) : '';
    const all = this.items
      .all(kind)
      .filter((item) => wanted?.has(item.id) ?? true)
      .filter((item) => !since || item.update_time >= since)
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .filter((item) => keyOf(item) > after);
    const data = all.slice(0, limit);
    const last = data.at(-1);
    const next = all.length > limit && last ? btoa(keyOf(last)) : null;
    return Response.json({ success: true, data, additional_data: { next_cursor: next } });
  }

  private async answerV1(
    request: Request,
    url: URL,
    resource: string,
    id: string | undefined,
  ): Promise<Response> {
    const body = request.method === 'POST' ? ((await request.json()) as Value) : {};
    switch (`${request.method} ${resource}`) {
      case 'GET users':
        if (id !== 'me') return Response.json({ success: true, data: this.users });
        return Response.json({
          success: true,
          data: {
            id: 1,
            name: 'Admin',
            company_id: this.companyId,
            company_name: 'Acme',
            company_domain: 'acme',
          },
        });
      case 'GET leads':
      case 'GET leadLabels':
      case 'DELETE leads':
        return this.inbox.answer(request, url, id);
      case 'GET personFields': {
        const start = Number(url.searchParams.get('start') ?? 0);
        const limit = Number(url.searchParams.get('limit') ?? 100);
        const more = start + limit < this.fields.length;
        return Response.json({
          success: true,
          data: this.fields.slice(start, start + limit),
          additional_data: {
            pagination: { start, limit, more_items_in_collection: more, next_start: start + limit },
          },
        });
      }
      case 'POST personFields': {
        this.counter += 1;
        const field = {
          key: this.counter.toString(16).padStart(40, 'd'),
          name: String(body['name']),
          field_type: String(body['field_type']),
          edit_flag: true,
        };
        this.fields.push(field);
        return Response.json({ success: true, data: field }, { status: 201 });
      }
      case 'GET webhooks':
        return Response.json({ success: true, data: this.hooks });
      case 'POST webhooks':
        this.counter += 1;
        this.hooks.push({ ...(body as Omit<Hook, 'id'>), id: this.counter });
        return Response.json({ success: true, data: { id: this.counter } }, { status: 201 });
      case 'DELETE webhooks':
        this.hooks.splice(0, this.hooks.length, ...this.hooks.filter((hook) => String(hook.id) !== id));
        return Response.json({ success: true });
      default:
        return failed(404, 'Unknown method .');
    }
  }
}

function inTrouble(trouble: Worded): Response {
  switch (trouble) {
    case 'expired':
      return failed(401, 'unauthorized access');
    case 'denied':
      return failed(403, 'Scope and URL mismatch');
    case 'conflict':
      return failed(409, 'Conflict');
    case 'refused':
      return failed(422, 'Unprocessable Entity');
    case 'busy':
      return failed(429, 'Request over limit', { 'Retry-After': '2', 'x-ratelimit-reset': '2' });
    case 'broken':
      return failed(503, 'Service unavailable');
  }
}

function failed(status: number, error: string, headers: Record<string, string> = {}): Response {
  return Response.json({ success: false, error, error_info: '', data: null }, { status, headers });
}
