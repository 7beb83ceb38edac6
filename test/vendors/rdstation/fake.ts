/**
 * An RD Station CRM account made of its public contract: OAuth whose refresh tokens are good once, API v2 with
 * pages, RDQL filters, 10,000 rows at most of any list, and 120 requests a minute.
 */
import { Grants } from '../grants.ts';
import { Troubles, type Worded } from '../trouble.ts';
import { holds } from './rdql.ts';

export type Value = Record<string, unknown>;
export type Item = Value & { readonly id: string; readonly created_at: string; readonly updated_at: string };

const API = 'https://api.rd.services/crm/v2/';
const TOKEN = 'https://api.rd.services/oauth2/token';
const KINDS = ['contacts', 'organizations', 'deals', 'tasks', 'users', 'lost_reasons', 'custom_fields'];
const MOST_LISTED = 10_000;
const LIVES_MS = 7_200_000;

export class RdStation {
  readonly access: Grants;
  readonly troubles = new Troubles();
  readonly requests: string[] = [];
  /** Whether lists can be filtered by id. */
  takesIds = true;
  private readonly now: () => number;
  private readonly tables = new Map<string, Map<string, Item>>(KINDS.map((kind) => [kind, new Map()]));
  private counter = 0;

  constructor(now: () => number) {
    this.now = now;
    this.access = new Grants(now, { clientId: 'rd-client', clientSecret: 'rd-secret' }, LIVES_MS);
  }

  put(kind: string, id: string | undefined, values: Value): Item {
    const before = id === undefined ? undefined : this.get(kind, id);
    this.counter += 1;
    const stamp = new Date(this.now()).toISOString();
    const custom = {
      ...(before?.['custom_fields'] as Value | undefined),
      ...(values['custom_fields'] as Value | undefined),
    };
    const slug =
      kind === 'custom_fields' ? { slug: String(values['name']).toLowerCase().replaceAll(' ', '_') } : {};
    const item: Item = {
      ...before,
      ...slug,
      ...values,
      ...(kind === 'contacts' ? { custom_fields: custom } : {}),
      id: before?.id ?? `65087856${this.counter.toString(16).padStart(16, '0')}`,
      created_at: before?.created_at ?? stamp,
      updated_at: stamp,
    };
    this.tables.get(kind)?.set(item.id, item);
    return item;
  }

  remove(kind: string, id: string): boolean {
    return this.tables.get(kind)?.delete(id) ?? false;
  }

  get(kind: string, id: string): Item | undefined {
    return this.tables.get(kind)?.get(id);
  }

  all(kind: string): Item[] {
    return Array.from(this.tables.get(kind)?.values() ?? []);
  }

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    if (request.url === TOKEN) return this.token(request);
    return this.troubles.meet(request, inTrouble, () => this.answer(request, url));
  }

  private async token(request: Request): Promise<Response> {
    const form = new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()));
    if (!this.access.isApp(form.get('client_id'), form.get('client_secret')))
      return Response.json({ error: 'invalid_client' }, { status: 401 });
    const given =
      form.get('grant_type') === 'authorization_code'
        ? await this.access.byCode(form.get('code'), { redirectUri: form.get('redirect_uri') })
        : this.access.byRefresh(form.get('refresh_token'), true);
    if (given === undefined) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    const { access: access_token, refresh: refresh_token } = given;
    return Response.json({
      access_token,
      refresh_token,
      expires_in: LIVES_MS / 1_000,
      token_type: 'Bearer',
    });
  }

  private async answer(request: Request, url: URL): Promise<Response> {
    if (!this.access.holds(request.headers.get('Authorization'))) return inTrouble('expired');
    if (!request.url.startsWith(API)) return failed(404, 'Not Found');
    const [kind = '', id] = url.pathname.slice('/crm/v2/'.length).split('/');
    if (!KINDS.includes(kind)) return failed(404, 'Not Found');
    if (id === undefined) return request.method === 'POST' ? this.made(request, kind) : this.list(url, kind);
    const item = this.get(kind, id);
    if (!item) return failed(404, 'Not Found');
    if (request.method === 'DELETE') {
      this.remove(kind, id);
      return new Response(null, { status: 204 });
    }
    if (request.method === 'GET') return Response.json({ data: item });
    return Response.json({ data: this.put(kind, id, await dataOf(request)) });
  }

  private async made(request: Request, kind: string): Promise<Response> {
    const data = await dataOf(request);
    const open = kind === 'tasks' ? { status: 'open' } : kind === 'deals' ? { status: 'ongoing' } : {};
    return Response.json({ data: this.put(kind, undefined, { ...data, ...open }) }, { status: 201 });
  }

  private list(url: URL, kind: string): Response {
    const filter = url.searchParams.get('filter') ?? '';
    if (!this.takesIds && /\bid:/.test(filter)) return failed(400, 'id is not filterable');
    const [number, size] = ['number', 'size'].map((name) =>
      Number(url.searchParams.get(`page[${name}]`) ?? 0),
    );
    const [page, most] = [number || 1, size || 20];
    const by = Array.from(url.searchParams.keys())
      .find((key) => key.startsWith('sort['))
      ?.slice(5, -1);
    const found = this.all(kind).filter((item) => holds(filter, item));
    if (by !== undefined)
      found.sort((a, b) => (String(a[by]) < String(b[by]) ? -1 : String(a[by]) > String(b[by]) ? 1 : 0));
    const listed = found.slice(0, MOST_LISTED);
    const pages = Math.max(1, Math.ceil(listed.length / most));
    const link = (to: number) => {
      const other = new URL(url);
      other.searchParams.set('page[number]', String(to));
      return other.href;
    };
    return Response.json({
      data: listed.slice((page - 1) * most, page * most),
      links: {
        first: link(1),
        self: link(page),
        last: link(pages),
        ...(page < pages ? { next: link(page + 1) } : {}),
      },
    });
  }
}

async function dataOf(request: Request): Promise<Value> {
  return ((await request.json()) as { data: Value }).data;
}

function inTrouble(trouble: Worded): Response {
  switch (trouble) {
    case 'expired':
      return failed(401, 'Unauthorized');
    case 'denied':
      return failed(403, 'Forbidden');
    case 'conflict':
      return failed(409, 'Conflict');
    case 'refused':
      return failed(422, 'Unprocessable Entity');
    case 'busy':
      return failed(429, 'Too Many Requests', { 'Retry-After': '20' });
    case 'broken':
      return failed(500, 'Internal Server Error');
  }
}

function failed(status: number, detail: string, headers: Record<string, string> = {}): Response {
  return Response.json({ errors: [{ detail }] }, { status, headers });
}
