/** The Web API of a faked organisation, after `/api/data/v9.2/`. */
import type { Dynamics } from './fake.ts';
import { Refused, type Row, shown, type Value, type Values } from './rows.ts';
import { LABELS, TABLES } from './tables.ts';

const DAY = 24 * 60 * 60 * 1_000;
const MOST_ROWS = 5_000;

export async function answerData(org: Dynamics, request: Request, url: URL, rest: string): Promise<Response> {
  if (rest === 'WhoAmI')
    return Response.json({
      OrganizationId: org.organization.id,
      UserId: org.user.id,
      BusinessUnitId: org.organization.id,
    });
  const entity =
    /^EntityDefinitions\(LogicalName='(\w+)'\)\/Attributes(\/Microsoft\.Dynamics\.CRM\.PicklistAttributeMetadata)?$/.exec(
      rest,
    );
  if (entity) return described(org, entity[1] ?? '', entity[2] !== undefined);
  const [, set = '', id] = /^(\w+?)(?:\(([0-9a-f-]{36})\))?$/.exec(rest) ?? [];
  const table = Object.keys(TABLES).find((name) => TABLES[name]?.set === set);
  if (table === undefined)
    throw new Refused(404, '0x8006088a', `Resource not found for the segment '${set}'.`);
  if (id === undefined)
    return request.method === 'POST' ? made(org, request, table) : listed(org, request, url, table);
  if (request.method === 'PATCH') return patched(org, request, table, id);
  const row = org.rows.get(table, id);
  if (!row) throw missing(table, id);
  if (request.method === 'DELETE') {
    org.rows.remove(table, id);
    return new Response(null, { status: 204 });
  }
  return Response.json(shown(org.rows, table, row, columnsOf(org, table, url)));
}

function missing(table: string, id: string): Refused {
  return new Refused(404, '0x80040217', `${table} With Id = ${id} Does Not Exist`);
}

function columnsOf(org: Dynamics, table: string, url: URL): readonly string[] {
  const { columns } = org.rows.tableOf(table);
  const asked = url.searchParams.get('$select')?.split(',') ?? columns;
  const unknown = asked.find((column) => !columns.includes(column));
  if (unknown !== undefined)
    throw new Refused(
      400,
      '0x80060888',
      `Could not find a property named '${unknown}' on type 'Microsoft.Dynamics.CRM.${table}'.`,
    );
  return asked;
}

function listed(org: Dynamics, request: Request, url: URL, table: string): Response {
  const prefer = request.headers.get('Prefer') ?? '';
  const size = Math.min(MOST_ROWS, Number(/odata\.maxpagesize=(\d+)/.exec(prefer)?.[1] ?? MOST_ROWS));
  const token = url.searchParams.get('$deltatoken');
  if (token === null && !prefer.includes('odata.track-changes'))
    return paged(org, url, table, filtered(org, table, url), [], size, undefined);
  for (const option of ['$filter', '$orderby', '$expand', '$top'])
    if (url.searchParams.has(option))
      throw new Refused(
        400,
        '0x80060888',
        `The "${option}" query parameter isn't supported when Change Tracking is enabled.`,
      );
  if (!org.tracked.has(table))
    throw new Refused(400, '0x80040203', `Entity: ${table} isn't enabled for change tracking`);
  const { since, at } = token === null ? { since: 0, at: org.time } : readToken(token);
  if (at < org.time - org.trackingDays * DAY)
    throw new Refused(
      org.expiredStatus,
      '0x80040203',
      'Version stamp associated with the client has expired. Please perform a full sync.',
    );
  const rows = org.rows.all(table).filter(({ version }) => version > since);
  const gone = token === null ? [] : org.rows.goneSince(table, since);
  // Where the first page was asked for is where the next delta begins: later changes come twice, never not.
  const begun = url.searchParams.get('begun') ?? `${org.rows.version}!${new Date(org.time).toISOString()}`;
  return paged(org, url, table, rows, gone, size, begun);
}

function readToken(token: string): { since: number; at: number } {
  const [since = '', at = ''] = token.split('!');
  if (!/^\d+$/.test(since) || Number.isNaN(Date.parse(at)))
    throw new Refused(400, '0x80060888', 'Invalid delta token.');
  return { since: Number(since), at: Date.parse(at) };
}

function paged(
  org: Dynamics,
  url: URL,
  table: string,
  rows: readonly Row[],
  gone: readonly string[],
  size: number,
  begun: string | undefined,
): Response {
  const columns = columnsOf(org, table, url);
  const { set } = org.rows.tableOf(table);
  const context = `${org.site}/api/data/v9.2/$metadata#${set}`;
  // Pages go on after a row, not at a place: what changes meanwhile moves to the end.
  const after = Number(url.searchParams.get('$skiptoken') ?? 0);
  const left = rows.filter(({ version }) => version > after);
  const page = left.slice(0, size);
  const last = page.at(-1);
  const more = left.length > size && last !== undefined;
  const link = (name: string, value: string, also?: string) => {
    const next = new URL(url);
    for (const part of ['$skiptoken', '$deltatoken', 'begun']) next.searchParams.delete(part);
    const kept = url.searchParams.get('$deltatoken');
    if (name === '$skiptoken' && kept !== null) next.searchParams.set('$deltatoken', kept);
    if (also !== undefined) next.searchParams.set('begun', also);
    next.searchParams.set(name, value);
    return next.href;
  };
  return Response.json(
    {
      '@odata.context': begun === undefined ? context : `${context}/$delta`,
      ...(more ? { '@odata.nextLink': link('$skiptoken', String(last.version), begun) } : {}),
      ...(!more && begun !== undefined ? { '@odata.deltaLink': link('$deltatoken', begun) } : {}),
      value: [
        ...page.map((row) => shown(org.rows, table, row, columns)),
        ...(more ? [] : gone).map((id) => ({
          '@odata.context': `${context}/$deletedEntity`,
          id,
          reason: 'deleted',
        })),
      ],
    },
    { headers: begun === undefined ? {} : { 'Preference-Applied': 'odata.track-changes' } },
  );
}

/** `a eq x or a eq y`, or `modifiedon ge …`, and nothing else. */
function filtered(org: Dynamics, table: string, url: URL): Row[] {
  const filter = url.searchParams.get('$filter');
  const rows = org.rows.all(table);
  if (filter === null) return rows;
  const since = /^modifiedon ge (\S+)$/.exec(filter)?.[1];
  if (since !== undefined)
    return rows.filter(({ values }) => Date.parse(String(values['modifiedon'])) >= Date.parse(since));
  const terms = filter.split(' or ').map((term) => {
    const [, column = '', value = ''] = /^\(?(\w+) eq ('[^']*'|[\w-]+)\)?$/.exec(term.trim()) ?? [];
    if (!org.rows.tableOf(table).columns.includes(column))
      throw new Refused(400, '0x80060888', `Syntax error in filter: ${term}`);
    return [column, value.replace(/^'|'$/g, '')] as const;
  });
  return rows.filter(({ values }) =>
    terms.some(([column, value]) => String(values[column] ?? null) === value),
  );
}

async function made(org: Dynamics, request: Request, table: string): Promise<Response> {
  const row = org.rows.put(table, org.rows.newId(), await bodyOf(request), org.user.id);
  return new Response(null, { status: 204, headers: { 'OData-EntityId': idUrl(org, table, row.id) } });
}

/** Makes or changes, but only the one with `If-Match: *` or `If-None-Match: *`, or of one version. */
async function patched(org: Dynamics, request: Request, table: string, id: string): Promise<Response> {
  const before = org.rows.get(table, id);
  const [match, none] = [request.headers.get('If-Match'), request.headers.get('If-None-Match')];
  if (none === '*' && before)
    throw new Refused(412, '0x80040237', 'A record with matching key values already exists.');
  if (match !== null && !before) throw missing(table, id);
  if (match !== null && match !== '*' && match !== `W/"${before?.version ?? 0}"`)
    throw new Refused(
      412,
      '0x80060882',
      "The version of the existing record doesn't match the RowVersion property provided.",
    );
  const body = await bodyOf(request);
  // A new activity is open, whatever it says.
  if (!before && body['statecode'] !== undefined && body['statecode'] !== 0)
    throw new Refused(
      400,
      '0x80040203',
      `${String(body['statuscode'])} is not a valid status code for state code Open`,
    );
  org.rows.put(table, id, body, org.user.id);
  return new Response(null, { status: 204, headers: { 'OData-EntityId': idUrl(org, table, id) } });
}

const idUrl = (org: Dynamics, table: string, id: string): string =>
  `${org.site}/api/data/v9.2/${org.rows.tableOf(table).set}(${id})`;

async function bodyOf(request: Request): Promise<Values> {
  return (await request.json()) as Record<string, Value>;
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^_/, 'Lookup'],
  [/^(?:donot|is|merged)/, 'Boolean'],
  [/(?:on|start|end|date)$/, 'DateTime'],
  [/^(?:revenue|budgetamount|estimatedvalue|actualvalue)$/, 'Money'],
  [/^(?:numberofemployees|combinado_score)$/, 'Integer'],
  [/sourcecode$|industrycode$/, 'Picklist'],
];

function described(org: Dynamics, table: string, picklists: boolean): Response {
  const { columns } = org.rows.tableOf(table);
  const typeOf = (column: string) => TYPES.find(([shape]) => shape.test(column))?.[1] ?? 'String';
  const label = (text: string) => ({ UserLocalizedLabel: { Label: text, LanguageCode: 1_033 } });
  const wanted = columns.filter((column) => !picklists || typeOf(column) === 'Picklist');
  return Response.json({
    value: wanted.map((column) => ({
      LogicalName: column.replace(/^_(\w+)_value$/, '$1'),
      AttributeType: typeOf(column),
      IsValidForRead: true,
      IsValidForUpdate: !column.endsWith('on'),
      DisplayName: label(column.replace(/\d+$/, '')),
      ...(picklists
        ? {
            OptionSet: {
              Options: Object.entries(LABELS[column] ?? {}).map(([value, text]) => ({
                Value: Number(value),
                Label: label(text),
              })),
            },
          }
        : {}),
    })),
  });
}
