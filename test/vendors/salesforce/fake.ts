/**
 * A Salesforce org made of its public contract: OAuth, SOQL with pages, `updated` and `deleted`, collections
 * of rows, limits and the errors that matter. It keeps state and runs wherever `Request` does.
 */
import { API, failed, LOGIN } from './addresses.ts';
import { half, slow, Troubles } from '../trouble.ts';
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
    const path = `${url.pathname}${url.search}`;
    this.requests.push(`${request.method} ${path}`);
    const trouble = this.troubles.take(path);
    if (trouble === 'slow') return slow(request.signal);
    if (trouble === 'broken')
      return failed(503, 'SERVER_UNAVAILABLE', 'Server too busy. Please try again later.');
    if (trouble === 'busy') return failed(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    const response = await this.answer(request, url);
    return trouble === 'half' ? half(response) : response;
  }

  private async answer(request: Request, url: URL): Promise<Response> {
    if (url.origin === LOGIN) return this.access.answer(request, url);
    if (url.origin !== this.site) return failed(404, 'NOT_FOUND', 'The requested resource does not exist');
    if (url.pathname.startsWith('/services/oauth2/')) return this.access.answer(request, url);
    if (!this.access.holds(request.headers.get('Authorization')))
      return failed(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    this.used += 1;
    if (this.used > this.allowed)
      return failed(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
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
