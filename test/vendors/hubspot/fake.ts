/**
 * A HubSpot account made of the public contract: OAuth, the CRM's objects, associations, properties and
 * owners, its limits and the errors that matter. It keeps state and runs wherever `Request` does.
 */
import { Troubles, type Worded } from '../trouble.ts';
import { Access, expired } from './access.ts';
import { failed, json, limited } from './answers.ts';
import { answerAssociations, answerObjects } from './objects.ts';
import { Records, type Defined, type Kept, type Properties } from './records.ts';

const SECOND_MS = 1_000;

export interface Owner {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly archived: boolean;
}

export class HubSpot {
  readonly records: Records;
  readonly troubles = new Troubles();
  readonly access: Access;
  readonly owners: Owner[] = [];
  readonly requests: string[] = [];
  /** Requests in ten seconds, searches in one, requests a day. */
  limits = { burst: Infinity, search: Infinity, daily: Infinity };
  /** Objects the app's scopes do not reach. */
  readonly closed = new Set<string>();
  private readonly times: { readonly at: number; readonly search: boolean }[] = [];
  private readonly now: () => number;

  constructor(now: () => number, app: { clientId: string; clientSecret: string }, portalId = 62_515) {
    this.now = now;
    this.records = new Records(now);
    this.access = new Access(now, app, portalId);
    for (const [name, label, type] of [
      ['company', 'Company name', 'string'],
      ['country', 'Country', 'string'],
      ['jobtitle', 'Job title', 'string'],
      ['numemployees', 'Employees', 'number'],
      ['hs_lead_status', 'Lead status', 'enumeration'],
      ['lifecyclestage', 'Lifecycle stage', 'enumeration'],
    ] as const)
      this.records.define('contacts', {
        name,
        label,
        type,
        fieldType: 'text',
        groupName: 'contactinformation',
      });
    this.records.define('leads', {
      name: 'hs_pipeline_stage',
      label: 'Pipeline stage',
      type: 'enumeration',
      fieldType: 'select',
      groupName: 'leadinformation',
      options: [
        { value: 'new-stage-id', label: 'New' },
        { value: 'qualified-stage-id', label: 'Qualified' },
      ],
    });
  }

  addOwner(firstName: string, lastName: string, email: string): string {
    const id = String(1_001 + this.owners.length);
    this.owners.push({ id, firstName, lastName, email, archived: false });
    return id;
  }

  addContact(properties: Properties): Kept {
    return this.records.create('contacts', properties);
  }

  /** @param kind as in `/crm/v3/objects/<kind>` */
  addActivity(kind: string, properties: Properties, contact: Kept): Kept {
    const made = this.records.create(kind, properties);
    this.records.link(made, contact);
    return made;
  }

  /** Beside a contact, which it must have. */
  addLead(contact: Kept, properties: Properties): Kept {
    return this.addActivity('leads', { hs_lead_name: 'A lead', ...properties }, contact);
  }

  knows(authorization: string | null, form: string): boolean {
    return this.access.knows(authorization, form);
  }

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    return this.troubles.meet(request, inTrouble, () => this.answer(request, url));
  }

  private async answer(request: Request, url: URL): Promise<Response> {
    const isApi = url.hostname === 'api.hubapi.com';
    if (!isApi) return failed(404, 'OBJECT_NOT_FOUND', 'There is nothing here');
    const access = await this.access.answer(request, url);
    if (access) return access;
    if (!this.access.holds(request.headers.get('Authorization'))) return expired();
    const tooMany = this.tooMany(url);
    if (tooMany) return tooMany;
    const object = /^\/crm\/v3\/(?:objects|properties)\/(\w+)/.exec(url.pathname)?.[1] ?? '';
    if (this.closed.has(object)) return inTrouble('denied');
    return (
      (await answerObjects(this.records, request, url)) ??
      (await answerAssociations(this.records, request, url)) ??
      (await this.properties(request, url)) ??
      this.listOwners(url) ??
      failed(404, 'OBJECT_NOT_FOUND', `Unable to find ${request.method} ${url.pathname}`)
    );
  }

  private tooMany(url: URL): Response | undefined {
    const at = this.now();
    const search = url.pathname.endsWith('/search');
    const since = (ms: number) => this.times.filter((one) => one.at > at - ms);
    const { burst, search: searches, daily } = this.limits;
    if (this.times.length >= daily) return limited('DAILY', {});
    if (since(10 * SECOND_MS).length >= burst)
      return limited('TEN_SECONDLY_ROLLING', { 'Retry-After': '10' });
    if (search && since(SECOND_MS).filter((one) => one.search).length >= searches)
      return limited('SECONDLY', { 'Retry-After': '1' });
    this.times.push({ at, search });
    return undefined;
  }

  private async properties(request: Request, url: URL): Promise<Response | undefined> {
    const way = /^\/crm\/v3\/properties\/(\w+)(\/groups)?$/.exec(url.pathname);
    const object = way?.[1] ?? '';
    const [known, groups] = [this.records.properties.get(object), this.records.groups.get(object)];
    if (!known || !groups) return undefined;
    if (request.method === 'GET')
      return json({
        results: [...known.values()].map((property) => ({
          ...property,
          hidden: false,
          calculated: false,
          modificationMetadata: { readOnlyValue: false },
        })),
      });
    const made = (await request.json()) as Defined;
    const isGroup = way?.[2] !== undefined;
    if (isGroup ? groups.has(made.name) : known.has(made.name))
      return failed(409, 'OBJECT_ALREADY_EXISTS', `A property named '${made.name}' already exists.`);
    if (isGroup) groups.add(made.name);
    else if (!groups.has(made.groupName))
      return failed(400, 'PROPERTY_GROUP_NOT_FOUND', `group ${made.groupName} does not exist`);
    else this.records.define(object, made);
    return json(made, 201);
  }

  private listOwners(url: URL): Response | undefined {
    if (url.pathname !== '/crm/v3/owners') return undefined;
    const [limit, after] = [url.searchParams.get('limit'), url.searchParams.get('after')].map((text) =>
      Number(text ?? 0),
    );
    const from = after ?? 0;
    const page = this.owners.slice(from, from + (limit || 100));
    const next =
      from + page.length < this.owners.length
        ? { paging: { next: { after: String(from + page.length) } } }
        : {};
    return json({ results: page, ...next });
  }
}

function inTrouble(trouble: Worded): Response {
  switch (trouble) {
    case 'expired':
      return expired();
    case 'denied':
      return failed(
        403,
        'MISSING_SCOPES',
        'This app hasn’t been granted all required scopes to make this call.',
      );
    case 'conflict':
      return failed(409, 'CONFLICT', 'The record was changed by somebody else.');
    case 'refused':
      return failed(400, 'VALIDATION_ERROR', 'Property values were not valid.');
    case 'busy':
      return limited('TEN_SECONDLY_ROLLING', { 'Retry-After': '10' });
    case 'broken':
      return failed(502, 'INTERNAL_ERROR', 'Bad gateway');
  }
}
