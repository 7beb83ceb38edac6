/** `/crm/v3/objects` and `/crm/v4/associations`: search, batches, archive, upsert by a unique property. */
import { failed, json } from './answers.ts';
import type { Kept, Properties, Records } from './records.ts';

interface Filter {
  readonly propertyName: string;
  readonly operator: string;
  readonly value: string;
}
interface SearchBody {
  readonly filterGroups: readonly { readonly filters: readonly Filter[] }[];
  readonly sorts: readonly { readonly propertyName: string; readonly direction: string }[];
  readonly properties: readonly string[];
  readonly limit: number;
  readonly after?: string;
}
interface Input {
  readonly id: string;
  readonly idProperty?: string;
  readonly properties?: Properties;
}

const MOST_FOUND = 10_000;
const MOST_IN_A_BATCH = 100;

export async function answerObjects(
  records: Records,
  request: Request,
  url: URL,
): Promise<Response | undefined> {
  const [, , version, , object = '', second = '', third = ''] = url.pathname.split('/');
  if (version !== 'v3' || !url.pathname.startsWith('/crm/v3/objects/')) return undefined;
  if (!records.isObject(object)) return failed(404, 'OBJECT_NOT_FOUND', 'Unable to infer object type');
  const body = request.method === 'POST' ? ((await request.json()) as never) : undefined;
  if (request.method === 'POST' && second === 'search') return search(records, object, body as never);
  if (request.method === 'POST' && second === 'gdpr-delete') {
    const record = records.get(object, (body as unknown as { objectId: string }).objectId);
    if (record) records.archive(record, true);
    return new Response(null, { status: 204 });
  }
  if (request.method === 'POST' && second === 'batch') {
    const { inputs, properties = [] } = body as unknown as {
      inputs: readonly Input[];
      properties?: readonly string[];
    };
    if (inputs.length > MOST_IN_A_BATCH)
      return failed(400, 'VALIDATION_ERROR', `The maximum number of inputs is ${MOST_IN_A_BATCH}`);
    return batch(records, object, third, inputs, properties);
  }
  if (request.method === 'DELETE') {
    const record = records.get(object, second);
    if (record) records.archive(record);
    return new Response(null, { status: 204 });
  }
  if (request.method === 'GET' && url.searchParams.get('archived') === 'true')
    return archived(records, object, url);
  return undefined;
}

function search(records: Records, object: string, body: SearchBody): Response {
  const { filterGroups, sorts, properties, limit, after = '0' } = body;
  const from = Number(after);
  if (limit > 200 || from + limit > MOST_FOUND)
    return failed(400, 'VALIDATION_ERROR', `No more than ${MOST_FOUND} results are found by one search`);
  const found = records
    .indexed(object)
    .filter((one) => filterGroups.some(({ filters }) => filters.every((filter) => holds(one, filter))));
  const sort = sorts[0];
  if (sort)
    found.sort((a, b) => compare(a, b, sort.propertyName) * (sort.direction === 'DESCENDING' ? -1 : 1));
  const page = found.slice(from, from + limit);
  const next = from + limit < found.length ? { paging: { next: { after: String(from + limit) } } } : {};
  return json({ total: found.length, results: page.map((one) => shown(one, properties)), ...next });
}

function holds(record: Kept, { propertyName, operator, value }: Filter): boolean {
  const is = numberOf(record.properties[propertyName] ?? null);
  if (is === null) return false;
  if (operator === 'GT') return is > Number(value);
  if (operator === 'GTE') return is >= Number(value);
  return operator === 'EQ' && is === Number(value);
}

function compare(a: Kept, b: Kept, property: string): number {
  return (numberOf(a.properties[property] ?? null) ?? 0) - (numberOf(b.properties[property] ?? null) ?? 0);
}

function numberOf(value: string | null): number | null {
  if (value === null) return null;
  return /^\d+$/.test(value) ? Number(value) : Date.parse(value);
}

/** Only what was asked for, and what is always told. */
function shown(record: Kept, wanted: readonly string[]) {
  const properties: Properties = { hs_object_id: record.id };
  for (const name of wanted) properties[name] = record.properties[name] ?? null;
  return {
    id: record.id,
    properties,
    createdAt: new Date(record.createdAt).toISOString(),
    updatedAt: new Date(record.updatedAt).toISOString(),
    archived: record.archivedAt !== null,
  };
}

function batch(
  records: Records,
  object: string,
  what: string,
  inputs: readonly Input[],
  properties: readonly string[],
): Response {
  const ids = new Set(inputs.map(({ id }) => id));
  if (ids.size < inputs.length) return failed(400, 'VALIDATION_ERROR', 'Duplicate IDs found in batch input');
  const found = inputs.map((input) => ({ input, record: records.get(object, input.id) }));
  const missing = found.filter(({ record }) => record === undefined).map(({ input }) => input.id);
  const there = found.flatMap(({ input, record }) => (record ? [{ input, record }] : []));
  if (what === 'read')
    return several(
      there.map(({ record }) => shown(record, properties)),
      missing,
    );
  if (what === 'update') {
    for (const { input } of there) {
      const wrong = unknownProperty(records, object, input.properties ?? {});
      if (wrong !== undefined) return wrong;
    }
    for (const { input, record } of there) records.update(record, input.properties ?? {});
    return several(
      there.map(({ record }) => shown(record, [])),
      missing,
    );
  }
  if (what === 'upsert') {
    for (const { properties: values = {} } of inputs) {
      const wrong = unknownProperty(records, object, values);
      if (wrong !== undefined) return wrong;
    }
    return several(
      inputs.map((input) => upserted(records, object, input)),
      [],
    );
  }
  return failed(404, 'OBJECT_NOT_FOUND', 'There is no such batch');
}

function upserted(records: Records, object: string, { id, idProperty = '', properties = {} }: Input) {
  const known = records.byUnique(object, idProperty, id);
  if (known) records.update(known, properties);
  const record = known ?? records.create(object, { ...properties, [idProperty]: id });
  return { ...shown(record, [idProperty, ...Object.keys(properties)]), new: known === undefined };
}

/** Ours have to be defined before they are written. */
function unknownProperty(records: Records, object: string, values: Properties): Response | undefined {
  const wrong = Object.keys(values).find(
    (name) => name.startsWith('combinado_') && !records.properties.get(object)?.has(name),
  );
  return wrong === undefined
    ? undefined
    : failed(400, 'VALIDATION_ERROR', `Property values were not valid: "${wrong}" does not exist`);
}

function several(results: readonly unknown[], missing: readonly string[]): Response {
  if (missing.length === 0) return json({ status: 'COMPLETE', results });
  const errors = [
    {
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      message: 'Could not get some objects, they may be deleted or not exist.',
      context: { ids: missing },
    },
  ];
  return json({ status: 'COMPLETE', results, numErrors: 1, errors }, 207);
}

function archived(records: Records, object: string, url: URL): Response {
  const limit = Number(url.searchParams.get('limit') ?? 10);
  const after = Number(url.searchParams.get('after') ?? 0);
  const all = records.archived(object).toSorted((a, b) => Number(a.id) - Number(b.id));
  const rest = all.filter(({ id }) => Number(id) > after);
  const page = rest.slice(0, limit);
  const next = rest.length > limit ? { paging: { next: { after: page.at(-1)?.id } } } : {};
  return json({ results: page.map((one) => shown(one, [])), ...next });
}

interface Pair {
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}

export async function answerAssociations(
  records: Records,
  request: Request,
  url: URL,
): Promise<Response | undefined> {
  const way = /^\/crm\/v4\/associations\/(\w+)\/(\w+)\/batch\/(read|associate\/default)$/.exec(url.pathname);
  if (!way || request.method !== 'POST') return undefined;
  const [, from = '', to = '', what] = way;
  if (what === 'read') {
    const { inputs } = (await request.json()) as { inputs: readonly { id: string }[] };
    const all = inputs.map(({ id }) => ({ id, to: records.linked(from, id, to) }));
    const results = all
      .filter((one) => one.to.length > 0)
      .map((one) => ({
        from: { id: one.id },
        to: one.to.map((id) => ({
          toObjectId: Number(id),
          associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 194, label: null }],
        })),
      }));
    const missing = all.filter((one) => one.to.length === 0).map(({ id }) => id);
    return several(results, missing);
  }
  const { inputs } = (await request.json()) as { inputs: readonly Pair[] };
  const missing: string[] = [];
  for (const pair of inputs) {
    const [one, other] = [records.get(from, pair.from.id), records.get(to, pair.to.id)];
    if (one && other) records.link(one, other);
    else missing.push(pair.to.id);
  }
  return several(
    inputs.map((pair) => ({ ...pair, associationSpec: { associationTypeId: 194 } })),
    missing,
  );
}
