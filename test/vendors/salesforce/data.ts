/** The data resources of a faked Salesforce org, under `/services/data/vXX.X/`. */
import { API, failed } from './addresses.ts';
import type { Salesforce } from './fake.ts';
import { dateTime, Refused, type Value } from './records.ts';
import { parse, run, shaped } from './soql.ts';
import { answerCollections } from './collections.ts';

const MOST_DAYS_BACK = 30 * 24 * 60 * 60 * 1_000;
const MINUTE = 60_000;
const READ_ONLY_TYPES = new Set(['reference', 'id']);

export async function answerData(org: Salesforce, request: Request, url: URL): Promise<Response> {
  const rest = url.pathname.slice(API.length + 1);
  const [resource = '', object = '', id = ''] = rest.split('/');
  if (resource === 'query' || resource === 'queryAll') return query(org, url, object, batchOf(org, request));
  if (resource === 'limits')
    return Response.json({ DailyApiRequests: { Max: org.allowed, Remaining: org.allowed - org.used } });
  if (resource === 'composite') return answerCollections(org, request, url);
  if (resource !== 'sobjects') throw new Refused('NOT_FOUND', 'The requested resource does not exist');
  org.records.kindOf(object);
  if (id === 'updated') return replication(org, object, url, 'updated');
  if (id === 'deleted') return replication(org, object, url, 'deleted');
  if (id === 'describe') return describe(org, object);
  return single(org, request, object, id);
}

/** Theirs is the last word: what is asked for is a wish between 200 and 2,000. */
function batchOf(org: Salesforce, request: Request): number {
  const asked = /batchSize=(\d+)/.exec(request.headers.get('Sforce-Query-Options') ?? '')?.[1];
  return Math.min(org.pageRows, Math.max(200, Number(asked ?? org.pageRows)));
}

function query(org: Salesforce, url: URL, locator: string, size: number): Response {
  if (locator === '') {
    const asked = parse(url.searchParams.get('q') ?? '');
    const all = url.pathname.endsWith('/queryAll');
    const rows = run(org.records, asked, all).map((row) => shaped(org.records, asked, row, API));
    return page(org, rows, 0, size, `01g${rows.length}x${org.requests.length}`);
  }
  const [, name = '', from = ''] = /^(\w+)-(\d+)$/.exec(locator) ?? [];
  const rows = org.cursors.get(name);
  if (!rows) throw new Refused('INVALID_QUERY_LOCATOR', 'invalid query locator');
  return page(org, rows, Number(from), size, name);
}

function page(org: Salesforce, rows: readonly unknown[], from: number, size: number, name: string): Response {
  const until = from + size;
  const done = until >= rows.length;
  if (!done) org.cursors.set(name, rows);
  return Response.json({
    totalSize: rows.length,
    done,
    ...(done ? {} : { nextRecordsUrl: `${API}/query/${name}-${until}` }),
    records: rows.slice(from, until),
  });
}

/** Seconds are dropped from both ends; at most 30 days back. */
function replication(org: Salesforce, object: string, url: URL, what: 'updated' | 'deleted'): Response {
  const [start, end] = ['start', 'end'].map((name) => {
    const at = Date.parse(url.searchParams.get(name) ?? '');
    if (Number.isNaN(at)) throw new Refused('INVALID_REPLICATION_DATE', `${name} is not a valid date`);
    return Math.floor(at / MINUTE) * MINUTE;
  });
  if (start === undefined || end === undefined || start >= end)
    throw new Refused('INVALID_REPLICATION_DATE', 'startDate must chronologically precede the endDate');
  if (start < org.time - MOST_DAYS_BACK - MINUTE)
    throw new Refused('INVALID_REPLICATION_DATE', 'startDate before org replication enabled date');
  const latestDateCovered = org.covered(end);
  if (what === 'updated')
    return Response.json({
      ids: org.records.updatedBetween(object, start, end).map(({ Id }) => Id),
      latestDateCovered,
    });
  return Response.json({
    deletedRecords: org.records
      .deletedBetween(object, start, end)
      .map(({ id, at }) => ({ id, deletedDate: dateTime(at) })),
    earliestDateAvailable: dateTime(org.time - MOST_DAYS_BACK),
    latestDateCovered,
  });
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^Id$/, 'id'],
  [/Id$/, 'reference'],
  [/^(?:Is|Has|Do)[A-Z]/, 'boolean'],
  [/(?:DateTime|Date|Modstamp)$/, 'datetime'],
  [/^(?:Amount|AnnualRevenue|NumberOfEmployees|Combinado_Score__c)$/, 'double'],
  [/^Email$/, 'email'],
  [/Phone$/, 'phone'],
  [/^(?:LeadSource|Status|Rating|Industry)$/, 'picklist'],
];

function describe(org: Salesforce, object: string): Response {
  const { fields, readOnly } = org.records.kindOf(object);
  return Response.json({
    name: object,
    fields: fields.map((name) => {
      const type = TYPES.find(([shape]) => shape.test(name))?.[1] ?? 'string';
      const picklistValues = name === 'LeadSource' ? [{ value: 'Web', label: 'Web', active: true }] : [];
      const updateable = !readOnly.includes(name) && !READ_ONLY_TYPES.has(type);
      return { name, label: name.replace(/__c$/, '').replaceAll('_', ' '), type, updateable, picklistValues };
    }),
  });
}

async function single(org: Salesforce, request: Request, object: string, id: string): Promise<Response> {
  const { records, user } = org;
  if (request.method === 'DELETE') {
    if (!records.get(object, id)) return failed(404, 'ENTITY_IS_DELETED', 'entity is deleted');
    records.remove(object, id);
    return new Response(null, { status: 204 });
  }
  if (request.method === 'GET') {
    const row = records.get(object, id);
    if (!row)
      return failed(404, 'NOT_FOUND', 'Provided external ID field does not exist or is not accessible');
    const { fields } = records.kindOf(object);
    return Response.json(shaped(records, { fields, object }, row, API));
  }
  const values = (await request.json()) as Record<string, Value>;
  if (request.method === 'POST') {
    const made = records.insert(object, values, user.Id);
    return Response.json({ id: made.Id, success: true, errors: [] }, { status: 201 });
  }
  if (!records.get(object, id)) return failed(404, 'NOT_FOUND', 'The requested resource does not exist');
  records.update(object, id, values, user.Id);
  return new Response(null, { status: 204 });
}
