/**
 * A Salesforce org made of its public contract: OAuth, SOQL with pages, `updated` and `deleted`, collections
 * of rows, limits and the errors that matter. It keeps state and runs wherever `Request` does.
 */
import { API, failed, LOGIN } from './addresses.ts';
import { Troubles, type Worded } from '../trouble.ts';
import { answerData } from './data.ts';
import { SalesforceAccess } from './access.ts';
import { dateTime, Records, Refused, type Row, type Value } from './records.ts';

export class Salesforce {
  readonly site = 'https://acme-org.my.salesforce.com';
  readonly records: Records;
  readonly troubles = new Troubles();
  readonly access: SalesforceAccess;
  readonly organization: Row;
  /** Whose rights the connected app has. */
  readonly user: Row;
  /** Requests since the last midnight, as `Sforce-Limit-Info` tells. */
  used = 0;
  allowed = 1_000_000;
  /** Rows of a page, 200 to 2,000. */
  pageRows = 2_000;
  /** So many next writes meet a row another transaction holds. */
  locks = 0;
  /** Duplicate rule on e-mail: what is made twice is refused. */
  refusesDuplicates = true;
  /** A transaction under way since then holds `latestDateCovered` back. */
  longTransactionSince: number | null = null;
  readonly cursors = new Map<string, readonly unknown[]>();
  readonly requests: string[] = [];
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
    this.records = new Records(now);
    this.organization = this.records.insert('Organization', { Name: 'Acme', IsSandbox: false }, '');
    this.user = this.addUser('Integration', 'integration@acme.test');
    this.access = new SalesforceAccess(now, this.site, this.organization.Id, this.user.Id);
  }

  get time(): number {
    return this.now();
  }

  addUser(name: string, email: string): Row {
    return this.records.insert(
      'User',
      { Name: name, Email: email, Username: email, IsActive: true, UserType: 'Standard' },
      '',
    );
  }

  /** As somebody in the org would, not the integration. */
  add(object: string, values: Readonly<Record<string, Value>>, by?: string): Row {
    return this.records.insert(object, values, by ?? this.user.Id);
  }

  change(object: string, id: string, values: Readonly<Record<string, Value>>, by = 'person'): Row {
    return this.records.update(object, id, values, by);
  }

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    return this.troubles.meet(request, inTrouble, () => this.answer(request, url));
  }

  private async answer(request: Request, url: URL): Promise<Response> {
    if (url.origin === LOGIN) return this.access.answer(request, url);
    if (url.origin !== this.site) return failed(404, 'NOT_FOUND', 'The requested resource does not exist');
    if (url.pathname.startsWith('/services/oauth2/')) return this.access.answer(request, url);
    if (!this.access.holds(request.headers.get('Authorization'))) return inTrouble('expired');
    this.used += 1;
    if (this.used > this.allowed) return inTrouble('busy');
    if (!url.pathname.startsWith(`${API}/`))
      return failed(404, 'NOT_FOUND', 'The requested resource does not exist');
    try {
      const response = await answerData(this, request, url);
      response.headers.set('Sforce-Limit-Info', `api-usage=${this.used}/${this.allowed}`);
      return response;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return failed(error.code === 'NOT_FOUND' ? 404 : 400, error.code, error.message, error.fields);
    }
  }

  /** How far `updated` and `deleted` vouch for what they say. */
  covered(end: number): string {
    return dateTime(Math.min(end, this.longTransactionSince ?? end));
  }
}

/** It has no 429 for requests: what is over the day's limit is refused as if it were not allowed. */
function inTrouble(trouble: Worded): Response {
  switch (trouble) {
    case 'expired':
      return failed(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    case 'denied':
      return failed(403, 'INSUFFICIENT_ACCESS', 'insufficient access rights on object id');
    case 'conflict':
      return failed(409, 'CONFLICT', 'The request could not be completed due to a conflict.');
    case 'refused':
      return failed(400, 'MALFORMED_QUERY', 'unexpected token');
    case 'busy':
      return failed(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    case 'broken':
      return failed(503, 'SERVER_UNAVAILABLE', 'Server too busy. Please try again later.');
  }
}
