/**
 * An RD Station Marketing account made of its public contract: OAuth whose refresh tokens stay good, contacts
 * one by one, lists only by segmentation, conversions ten to a page, custom fields that have to exist, webhooks,
 * and one contact changed no more than 24 times a day.
 */
import { Grants } from '../grants.ts';
import { Troubles, type Worded } from '../trouble.ts';

export type Value = Record<string, unknown>;
interface Contact {
  readonly uuid: string;
  readonly createdAt: number;
  fields: Value;
  funnel: Value;
  readonly events: { type: string; identifier: string; at: number; payload: Value }[];
}
interface Webhook extends Value {
  readonly uuid: string;
}

const API = 'https://api.rd.services';
const MOST_LISTED = 125;
const STANDARD = ['name', 'email', 'job_title', 'bio', 'website', 'city', 'state', 'country', 'mobile_phone'];
const DAY_MS = 86_400_000;
const MOST_OF_ONE = 24;

export class RdMarketing {
  readonly access: Grants;
  readonly troubles = new Troubles();
  readonly requests: string[] = [];
  readonly contacts = new Map<string, Contact>();
  readonly webhooks = new Map<string, Webhook>();
  readonly fields = new Map<string, Value>();
  installed = true;
  /** Requests that were too many of one contact: changes, or looks at its funnel. */
  tooMany = 0;
  private readonly ofOne = new Map<string, number[]>();
  private readonly now: () => number;
  private readonly account: number;
  private counter = 0;

  constructor(now: () => number, account = 1) {
    this.now = now;
    const app = { clientId: 'rdm-client', clientSecret: 'rdm-secret' };
    this.access = new Grants(now, app, DAY_MS, `${account}-`);
    this.account = account;
    for (const id of STANDARD) this.define(id, 'STRING', id);
  }

  define(api_identifier: string, data_type: string, name: string, options: readonly string[] = []): void {
    const words = { default: name, 'pt-BR': name };
    const valid_options = options.map((value) => ({ value, label: { 'pt-BR': value } }));
    const rules = options.length > 0 ? { valid_options } : {};
    this.fields.set(api_identifier, {
      uuid: this.uuid(),
      api_identifier,
      custom_field: api_identifier.startsWith('cf_'),
      data_type,
      name: words,
      label: words,
      presentation_type: 'TEXT_INPUT',
      validation_rules: rules,
    });
  }

  add(fields: Value): string {
    const uuid = this.uuid();
    const funnel = { lifecycle_stage: 'Lead', opportunity: false, contact_owner_email: null };
    this.contacts.set(uuid, { uuid, createdAt: this.now(), fields, funnel, events: [] });
    return uuid;
  }

  change(uuid: string, fields: Value): void {
    const contact = this.contacts.get(uuid);
    if (contact) contact.fields = { ...contact.fields, ...fields };
  }

  convert(uuid: string, identifier: string, payload: Value = {}, type = 'CONVERSION'): void {
    const contact = this.contacts.get(uuid);
    contact?.events.push({ type, identifier, at: this.now(), payload });
    if (contact && type === 'OPPORTUNITY') contact.funnel = { ...contact.funnel, opportunity: true };
  }

  /** As it is posted to whoever asked for it. */
  told(uuid: string): Value {
    const contact = this.contacts.get(uuid);
    const last = contact?.events.at(-1);
    return {
      event_type: last?.type === 'OPPORTUNITY' ? 'WEBHOOK.MARKED_OPPORTUNITY' : 'WEBHOOK.CONVERTED',
      entity_type: 'CONTACT',
      event_identifier: last?.identifier ?? 'landing-page',
      timestamp: iso(this.now()),
      event_timestamp: iso(last?.at ?? this.now()),
      contact: { uuid, ...contact?.fields, funnel: contact?.funnel },
    };
  }

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    if (url.pathname === '/auth/token') return this.token(url, await request.text());
    return this.troubles.meet(request, inTrouble, () => this.answer(request, url));
  }

  private async token(url: URL, body: string): Promise<Response> {
    const { client_id = '', client_secret = '', code = '', refresh_token = '' } = parsed(body);
    if (!this.access.isApp(client_id, client_secret)) return inTrouble('expired');
    const isCode = url.searchParams.get('token_by') === 'code';
    const given = isCode ? await this.access.byCode(code, {}) : this.access.byRefresh(refresh_token);
    if (given === undefined) return failed(401, isCode ? 'EXPIRED_CODE_GRANT' : 'UNAUTHORIZED');
    const { access: access_token, refresh } = given;
    return Response.json({ access_token, refresh_token: refresh, expires_in: DAY_MS / 1_000 });
  }

  private async answer(request: Request, url: URL): Promise<Response> {
    if (!request.url.startsWith(API) || !this.access.holds(request.headers.get('Authorization')))
      return inTrouble('expired');
    const { method } = request;
    const { pathname } = url;
    if (pathname === '/marketing/account_info') return Response.json({ name: 'Clínica Sol' });
    if (pathname === '/marketing/tracking_code')
      return Response.json({ path: `https://cdn.example/loader-scripts/${this.account}-loader.js` });
    if (pathname === '/auth/revoke') {
      this.access.revoke();
      this.installed = false;
      return Response.json({});
    }
    if (pathname === '/platform/contacts/fields') return this.ofFields(request, method);
    if (pathname.startsWith('/integrations/webhooks')) return this.ofWebhooks(request, pathname);
    if (pathname.startsWith('/platform/segmentations')) return this.ofSegmentations(url);
    return this.ofContacts(request, url);
  }

  private async ofFields(request: Request, method: string): Promise<Response> {
    if (method === 'GET') return Response.json({ fields: [...this.fields.values()] });
    const made = (await request.json()) as Value;
    const id = String(made['api_identifier']);
    if (!/^cf_[a-z0-9_]{1,61}$/.test(id)) return failed(422, 'INVALID_FORMAT');
    if (this.fields.has(id)) return failed(409, 'RESOURCE_ALREADY_EXISTS');
    this.fields.set(id, { ...made, uuid: this.uuid(), custom_field: true });
    return Response.json(this.fields.get(id));
  }

  private async ofWebhooks(request: Request, pathname: string): Promise<Response> {
    const uuid = pathname.split('/')[3] ?? '';
    if (request.method === 'GET') return Response.json({ webhooks: [...this.webhooks.values()] });
    if (request.method === 'DELETE')
      return this.webhooks.delete(uuid)
        ? new Response(null, { status: 204 })
        : failed(404, 'RESOURCE_NOT_FOUND');
    const made = (await request.json()) as Value;
    if (made['entity_type'] !== 'CONTACT' || !String(made['url']).startsWith('https://'))
      return failed(422, 'INVALID');
    const webhook = { ...made, uuid: this.uuid() };
    this.webhooks.set(webhook.uuid, webhook);
    return Response.json(webhook);
  }

  private ofSegmentations(url: URL): Response {
    const id = url.pathname.split('/')[3];
    if (id === undefined)
      return Response.json({
        segmentations: [
          { id: 4, name: 'Clientes (estágio no funil)', standard: true, process_status: 'processed' },
          { id: 7, name: 'Todos os contatos antigos', standard: null, process_status: 'processed' },
          { id: 1, name: 'Todos os contatos da base de Leads', standard: true, process_status: 'processed' },
        ],
      });
    if (id !== '1') return failed(404, 'RESOURCE_NOT_FOUND');
    const [page, size] = ['page', 'page_size'].map((name) => Number(url.searchParams.get(name) ?? 0));
    const [number, most] = [page || 1, size || 25];
    if (most > MOST_LISTED) return failed(400, 'INVALID_PAGE_SIZE');
    const all = [...this.contacts.values()];
    const some = all.slice((number - 1) * most, number * most);
    const contacts = some.map(({ uuid, fields, createdAt, events }) => ({
      uuid,
      name: fields['name'],
      email: fields['email'],
      last_conversion_date: events.length > 0 ? iso(Math.max(...events.map(({ at }) => at))) : null,
      created_at: iso(createdAt),
      links: [
        { rel: 'SELF', href: `${API}/platform/contacts/${uuid}`, media: 'application/json', type: 'GET' },
      ],
    }));
    const headers = { 'pagination-total-rows': String(all.length), 'pagination-page': String(number) };
    return Response.json({ contacts }, { headers });
  }

  private async ofContacts(request: Request, url: URL): Promise<Response> {
    const way = /^\/platform\/contacts\/(?:uuid:)?([0-9a-f-]{36})(\/events|\/funnels\/default)?$/.exec(
      url.pathname,
    );
    const contact = this.contacts.get(way?.[1] ?? '');
    if (!contact) return failed(404, 'RESOURCE_NOT_FOUND');
    if (way?.[2] === '/funnels/default')
      return this.limited(`funnel of ${contact.uuid}`) ?? Response.json(contact.funnel);
    if (way?.[2] === '/events') {
      const type = url.searchParams.get('event_type');
      if (type !== 'CONVERSION' && type !== 'OPPORTUNITY') return failed(400, 'INVALID_EVENT_TYPE');
      const some = contact.events
        .filter((event) => event.type === type)
        .toReversed()
        .slice(0, 10);
      return Response.json(
        some.map(({ identifier, at, payload }) => ({
          event_type: type,
          event_family: 'CDP',
          event_identifier: identifier,
          event_timestamp: iso(at),
          payload,
        })),
      );
    }
    if (request.method === 'DELETE') {
      this.contacts.delete(contact.uuid);
      return new Response(null, { status: 204 });
    }
    if (request.method === 'PATCH') {
      const limited = this.limited(contact.uuid);
      if (limited) return limited;
      const fields = (await request.json()) as Value;
      const unknown = Object.keys(fields).find((name) => !this.fields.has(name));
      if (unknown !== undefined) return failed(422, 'INVALID_FIELDS');
      this.change(contact.uuid, fields);
    }
    return Response.json({ uuid: contact.uuid, ...contact.fields });
  }

  /** Somebody else's change of a contact counts as well. */
  use(uuid: string): void {
    this.limited(uuid);
  }

  /** 24 of one contact in 24 hours, wherever they begin; what was turned down is counted by them, too. */
  private limited(key: string): Response | undefined {
    const now = this.now();
    const times = (this.ofOne.get(key) ?? []).filter((at) => at > now - DAY_MS);
    this.ofOne.set(key, [...times, now]);
    if (times.length < MOST_OF_ONE) return undefined;
    this.tooMany += 1;
    return Response.json(
      {
        error: `'lead_limiter' rate limit exceeded for 86400 second(s) period for key '${key}'`,
        max: MOST_OF_ONE,
        usage: times.length + 1,
        remaining_time: (times[0] ?? now) + DAY_MS - now,
      },
      { status: 429 },
    );
  }

  private uuid(): string {
    this.counter += 1;
    return `c2f3d2b3-7250-4d27-97f4-${this.counter.toString(16).padStart(12, '0')}`;
  }
}

/** With the hour of where it is, as they write it. */
function iso(at: number): string {
  return new Date(at - 3 * 3_600_000).toISOString().replace('Z', '-03:00');
}

function parsed(body: string): Record<string, string> {
  try {
    return JSON.parse(body) as Record<string, string>;
  } catch {
    return {};
  }
}

function inTrouble(trouble: Worded): Response {
  switch (trouble) {
    case 'expired':
      return failed(401, 'UNAUTHORIZED', { 'WWW-Authenticate': 'Bearer error="expired_token"' });
    case 'denied':
      return failed(403, 'FORBIDDEN');
    case 'conflict':
      return failed(409, 'CONFLICT');
    case 'refused':
      return failed(422, 'INVALID_FIELDS');
    case 'busy':
      return failed(429, 'TOO_MANY_REQUESTS', { 'Retry-After': '20' });
    case 'broken':
      return failed(500, 'INTERNAL_SERVER_ERROR');
  }
}

function failed(status: number, error_type: string, headers: Record<string, string> = {}): Response {
  return Response.json({ errors: { error_type, error_message: error_type } }, { status, headers });
}
