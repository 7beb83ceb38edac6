/**
 * A Dataverse organisation (Dynamics 365 Sales) made of its public contract: client credentials, the Web API
 * v9.2 with change tracking and pages, conditional writes, service protection. It keeps state and runs
 * wherever `Request` does.
 */
import { half, slow, type Trouble, Troubles } from '../trouble.ts';
import { answerBatch } from './batch.ts';
import { answerData } from './data.ts';
import { Refused, type Row, Rows, type Values } from './rows.ts';

export const LOGIN = 'https://login.microsoftonline.com';
const API = '/api/data/v9.2';
const TOKEN_SECONDS = 3_599;

export class Dynamics {
  readonly site = 'https://acme.crm4.dynamics.com';
  readonly tenant = '6f0c0b2e-5b7d-4f35-9f1c-3f6a0f1d2c3b';
  readonly clientId = '51f81489-12ee-4a9e-aaae-a2591f45987d';
  readonly clientSecret = 'dyn~secret';
  readonly rows: Rows;
  readonly troubles = new Troubles();
  readonly user: Row;
  readonly organization: Row;
  /** Days a delta token is good for: `ExpireChangeTrackingInDays`. */
  trackingDays = 7;
  /** What an older one is answered with: both have been seen. */
  expiredStatus: 400 | 410 = 410;
  /** Tables whose changes are tracked; the others refuse to. */
  readonly tracked = new Set('lead contact opportunity phonecall email appointment task'.split(' '));
  readonly requests: string[] = [];
  private readonly now: () => number;
  private readonly tokens = new Map<string, number>();
  private isAllowed = true;
  private counter = 0;

  constructor(now: () => number) {
    this.now = now;
    this.rows = new Rows(now);
    this.organization = this.rows.put('organization', this.rows.newId(), { name: 'Acme' }, '');
    this.user = this.addUser('# Combinado', '', 4);
  }

  get time(): number {
    return this.now();
  }

  addUser(fullname: string, internalemailaddress: string, accessmode = 0): Row {
    const values = { fullname, internalemailaddress, isdisabled: false, accessmode };
    return this.rows.put('systemuser', this.rows.newId(), values, '');
  }

  /** As somebody there would, not the integration. */
  add(table: string, values: Values, by?: string): Row {
    return this.rows.put(table, this.rows.newId(), values, by ?? this.user.id);
  }

  change(table: string, id: string, values: Values): Row {
    return this.rows.put(table, id, values, this.user.id);
  }

  expire(): void {
    this.tokens.clear();
  }

  /** The secret is deleted in the directory. */
  revoke(): void {
    this.tokens.clear();
    this.isAllowed = false;
  }

  allow(): void {
    this.isAllowed = true;
  }

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    if (url.origin === LOGIN) return this.token(request, url);
    const trouble = this.troubles.take(`${url.pathname}${url.search}`);
    if (trouble === 'slow') return slow(request.signal);
    if (trouble === 'broken' || trouble === 'busy') return inTrouble(trouble);
    const response = await this.answer(request, url);
    return trouble === 'half' ? half(response) : response;
  }

  /** One request of a batch, with the access of the whole. */
  async part(request: Request, said: string): Promise<Response> {
    const trouble = this.troubles.take(said);
    if (trouble !== undefined) return inTrouble(trouble);
    return this.answer(request, new URL(request.url));
  }

  private async answer(request: Request, url: URL): Promise<Response> {
    const until = this.tokens.get(request.headers.get('Authorization')?.replace(/^Bearer /, '') ?? '');
    if (until === undefined || until <= this.now()) return new Response('', { status: 401 });
    if (url.origin !== this.site || !url.pathname.startsWith(`${API}/`))
      return failed(404, '0x8006088a', 'Resource not found.');
    try {
      if (url.pathname === `${API}/$batch`) return await answerBatch(this, request);
      return await answerData(this, request, url, url.pathname.slice(API.length + 1));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return failed(error.status, error.code, error.message);
    }
  }

  private async token(request: Request, { pathname }: URL): Promise<Response> {
    const form = new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()));
    if (pathname !== `/${this.tenant}/oauth2/v2.0/token` || request.method !== 'POST')
      return denied(400, 'invalid_request', 90_002, 'AADSTS90002: Tenant not found.');
    if (form.get('client_id') !== this.clientId)
      return denied(
        400,
        'unauthorized_client',
        700_016,
        'AADSTS700016: Application was not found in the directory.',
      );
    if (form.get('client_secret') !== this.clientSecret || !this.isAllowed)
      return denied(401, 'invalid_client', 7_000_215, 'AADSTS7000215: Invalid client secret provided.');
    if (form.get('grant_type') !== 'client_credentials' || form.get('scope') !== `${this.site}/.default`)
      return denied(400, 'invalid_scope', 70_011, 'AADSTS70011: The provided value for scope is not valid.');
    this.counter += 1;
    const access = `eyJ0.${this.counter}.${this.now()}`;
    this.tokens.set(access, this.now() + TOKEN_SECONDS * 1_000);
    return Response.json({
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
      ext_expires_in: TOKEN_SECONDS,
      access_token: access,
    });
  }
}

function inTrouble(trouble: Trouble): Response {
  if (trouble !== 'busy') return failed(503, '0x80044150', 'Generic SQL error.');
  const said = 'Number of requests exceeded the limit of 6000 over time window of 300 seconds.';
  return failed(429, '0x80072322', said, {
    'Retry-After': '35',
    'x-ms-ratelimit-burst-remaining-xrm-requests': '0',
  });
}

function failed(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error: { code, message } }, { status, headers });
}

function denied(status: number, error: string, code: number, error_description: string): Response {
  return Response.json({ error, error_description, error_codes: [code] }, { status });
}
