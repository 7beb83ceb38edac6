/**
 * A Dataverse organisation (Dynamics 365 Sales) made of its public contract: client credentials, the Web API
 * v9.2 with change tracking and pages, conditional writes, service protection. It keeps state and runs
 * wherever `Request` does.
 */
import { Grants } from '../grants.ts';
import { Troubles, type Worded } from '../trouble.ts';
import { answerBatch } from './batch.ts';
import { answerData } from './data.ts';
import { Refused, type Row, Rows, type Values } from './rows.ts';

export const LOGIN = 'https://login.microsoftonline.com';
const API = '/api/data/v9.2';
const TOKEN_SECONDS = 3_599;

export class Dynamics {
  readonly site = 'https://acme.crm4.dynamics.com';
  readonly tenant = '6f0c0b2e-5b7d-4f35-9f1c-3f6a0f1d2c3b';
  readonly access: Grants;
  readonly rows: Rows;
  readonly troubles = new Troubles();
  readonly user: Row;
  readonly organization: Row;
  /** Days a delta token is good for: `ExpireChangeTrackingInDays`. */
  trackingDays = 7;
  /** What an older one is answered with: both have been seen. */
  expiredStatus: 400 | 410 = 410;
  /** Tables whose changes are tracked; the others refuse to. */
  readonly tracked = new Set(
    'lead contact opportunity phonecall email appointment task letter fax'.split(' '),
  );
  readonly requests: string[] = [];
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
    const app = { clientId: '51f81489-12ee-4a9e-aaae-a2591f45987d', clientSecret: 'dyn~secret' };
    this.access = new Grants(now, app, TOKEN_SECONDS * 1_000, 'eyJ0.');
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

  /** The secret is deleted in the directory. */
  revoke(): void {
    this.access.revoke();
    this.access.allowed = false;
  }

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    if (url.origin === LOGIN) return this.token(request, url);
    return this.troubles.meet(request, inTrouble, () => this.answer(request, url));
  }

  /** One request of a batch, with the access of the whole. */
  async part(request: Request, said: string): Promise<Response> {
    const trouble = this.troubles.take(said);
    return trouble === undefined || trouble === 'slow' || trouble === 'half'
      ? this.answer(request, new URL(request.url))
      : inTrouble(trouble);
  }

  private async answer(request: Request, url: URL): Promise<Response> {
    if (!this.access.holds(request.headers.get('Authorization'))) return inTrouble('expired');
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
    if (form.get('client_id') !== this.access.app.clientId)
      return denied(
        400,
        'unauthorized_client',
        700_016,
        'AADSTS700016: Application was not found in the directory.',
      );
    if (!this.access.isApp(form.get('client_id'), form.get('client_secret')))
      return denied(401, 'invalid_client', 7_000_215, 'AADSTS7000215: Invalid client secret provided.');
    if (form.get('grant_type') !== 'client_credentials' || form.get('scope') !== `${this.site}/.default`)
      return denied(400, 'invalid_scope', 70_011, 'AADSTS70011: The provided value for scope is not valid.');
    return Response.json({
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
      ext_expires_in: TOKEN_SECONDS,
      access_token: this.access.session(),
    });
  }
}

function inTrouble(trouble: Worded): Response {
  switch (trouble) {
    case 'expired':
      return new Response('', { status: 401 });
    case 'denied':
      return failed(403, '0x80040220', 'Principal user is missing privilege.');
    case 'conflict':
      return failed(412, '0x80060882', 'The version of the existing record does not match.');
    case 'refused':
      return failed(400, '0x80048d19', 'The request cannot be read.');
    case 'busy':
      return failed(
        429,
        '0x80072322',
        'Number of requests exceeded the limit of 6000 over time window of 300 seconds.',
        { 'Retry-After': '35', 'x-ms-ratelimit-burst-remaining-xrm-requests': '0' },
      );
    case 'broken':
      return failed(503, '0x80044150', 'Generic SQL error.');
  }
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
