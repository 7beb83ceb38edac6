/**
 * The OpenAPI 3.1 document, made while building: what the routes parse, and for each route its
 * sentence, who may call it, what it answers and which problems it may answer instead (ACC6).
 */
import type { Hono } from 'hono';
import type { OpenAPIV3_1 } from 'openapi-types';
import * as z from 'zod';
import { PROBLEM_TYPES, Problem } from '../../shared/protocol/problem.ts';
import { ROUTES, type Admission } from '../access.ts';
import type { Env } from '../env.ts';
import { type Parsed, parsedBy } from '../routes/validate.ts';
import { DESCRIBED, type Described } from './described.ts';

type Schemas = Record<string, OpenAPIV3_1.SchemaObject>;
type Responses = Record<string, OpenAPIV3_1.ResponseObject>;

export function openApiDocument(app: Hono<{ Bindings: Env }>): OpenAPIV3_1.Document {
  const schemas: Schemas = { Problem: jsonSchema(Problem, 'Problem', {}) };
  const paths: OpenAPIV3_1.PathsObject = {};
  for (const [route, parsed] of routesOf(app)) {
    const described = describedOf(route);
    if (!described) continue;
    const [method = '', path = ''] = route.split(' ');
    const place = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[place] = {
      ...paths[place],
      [method.toLowerCase()]: operationOf(route, described, parsed, schemas),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Combinado',
      version: '1',
      description:
        'The agreement between marketing and sales. Errors are problem documents (RFC 9457), lists go on by opaque cursors, instants are milliseconds since 1970.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas,
      responses: { Problem: problem('What was wrong, and what to do about it.') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A device token: `cmb_…`.' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-combinado', description: 'A page of ours.' },
      },
    },
  };
}

/** Every route with all it parses, in the order of the app. */
function routesOf(app: Hono<{ Bindings: Env }>): ReadonlyMap<string, readonly Parsed[]> {
  const routes = new Map<string, Parsed[]>();
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue;
    const route = `${method} ${path}`;
    const known = routes.get(route) ?? [];
    routes.set(route, known);
    const parsed = parsedBy(handler);
    if (parsed !== undefined) known.push(parsed);
  }
  return routes;
}

function describedOf(route: string): Described | undefined {
  return Object.hasOwn(DESCRIBED, route) ? DESCRIBED[route as keyof typeof DESCRIBED] : undefined;
}

function operationOf(
  route: string,
  described: Described,
  parsed: readonly Parsed[],
  schemas: Schemas,
): OpenAPIV3_1.OperationObject {
  const [, path = ''] = route.split(' ');
  const name = nameOf(route);
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, part = '']) => ({
    name: part,
    in: 'path',
    required: true,
    schema: { type: 'string' as const },
  }));
  const parameters = [...inPath, ...asked(parsed, name, schemas)];
  const requestBody = bodyOf(parsed, name, schemas);
  return {
    operationId: name,
    summary: described.summary,
    tags: [tagOf(path)],
    security: securityOf(route),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: { ...answers(name, described, schemas), ...problems(route, path) },
  };
}

/** Each field of a query is a parameter. */
function asked(parsed: readonly Parsed[], name: string, schemas: Schemas): OpenAPIV3_1.ParameterObject[] {
  return parsed
    .filter(({ target }) => target === 'query')
    .flatMap(({ schema }) => {
      const { properties = {}, required = [] } = jsonSchema(schema, `${name}Query`, schemas, 'input');
      return Object.entries(properties).map(([field, one]) => {
        return { name: field, in: 'query', required: required.includes(field), schema: one as object };
      });
    });
}

function bodyOf(
  parsed: readonly Parsed[],
  name: string,
  schemas: Schemas,
): OpenAPIV3_1.RequestBodyObject | undefined {
  const found = parsed.find(({ target }) => target !== 'query');
  if (found === undefined) return undefined;
  const type = found.target === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  const schema = jsonSchema(found.schema, `${name}Request`, schemas, 'input');
  return { required: true, content: { [type]: { schema } } };
}

/** `POST /v1/sync/push` is `postSyncPush`. */
function nameOf(route: string): string {
  const [method = '', ...parts] = route.split(/\W+/).filter((part) => part !== 'v1' && part !== '');
  return method.toLowerCase() + parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

const WORKER = new Set([
  '',
  'console',
  'healthz',
  'docs',
  'openapi.json',
  'admin',
  'audit',
  'jobs',
  'export',
  'restore',
]);
const SIGNING_IN = new Set('setup recover join authorize token pair oidc invites session devices'.split(' '));

/** By resource; what opens the door and what keeps the house are one chapter each. */
function tagOf(path: string): string {
  const first = path.split('/').find((part) => part !== '' && part !== 'v1') ?? '';
  if (SIGNING_IN.has(first)) return 'signing in';
  return WORKER.has(first) ? 'operation' : first;
}

function securityOf(route: string): OpenAPIV3_1.SecurityRequirementObject[] {
  const admission = admissionOf(route);
  if (admission === 'open') return [];
  return admission === 'session' ? [{ session: [] }] : [{ token: [] }, { session: [] }];
}

function admissionOf(route: string): Admission {
  return Object.hasOwn(ROUTES, route) ? ROUTES[route as keyof typeof ROUTES] : 'open';
}

function answers(
  name: string,
  { status = 200, answer, media = [], summary }: Described,
  schemas: Schemas,
): Responses {
  const content: Record<string, OpenAPIV3_1.MediaTypeObject> = {};
  if (answer) {
    schemas[name] = jsonSchema(answer, name, schemas);
    content['application/json'] = { schema: { $ref: `#/components/schemas/${name}` } };
  }
  for (const type of media) content[type] = { schema: { type: 'string' } };
  const body = Object.keys(content).length > 0 ? { content } : {};
  return { [status]: { description: summary, ...body } };
}

/** What may come instead, by what the route is: anything but these is a fault of ours. */
function problems(route: string, path: string): Responses {
  const kinds = new Set<keyof typeof PROBLEM_TYPES>(['bad-request', 'too-many-requests']);
  if (admissionOf(route) !== 'open') kinds.add('no-token').add('forbidden');
  else if (Object.hasOwn(ROUTES, route)) kinds.add('bad-token');
  if (path.includes(':')) kinds.add('not-found');
  if (!route.startsWith('GET '))
    kinds.add('conflict').add('too-large').add('unsupported-media-type').add('invalid-body');
  else kinds.add('invalid-body');
  if (route.startsWith('PUT ')) kinds.add('precondition-failed');
  const problemRef = { $ref: '#/components/responses/Problem' } as unknown as OpenAPIV3_1.ResponseObject;
  return Object.fromEntries([...kinds].map((kind) => [String(PROBLEM_TYPES[kind]), problemRef]));
}

function problem(description: string): OpenAPIV3_1.ResponseObject {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

/** What a schema refers to inside itself becomes a component beside it. */
function jsonSchema(
  schema: z.ZodType,
  name: string,
  schemas: Schemas,
  io: 'input' | 'output' = 'output',
): OpenAPIV3_1.SchemaObject {
  const whole = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  const text = JSON.stringify(whole)
    .replaceAll('"#/$defs/', `"#/components/schemas/${name}_`)
    .replaceAll('"$ref":"#"', `"$ref":"#/components/schemas/${name}"`);
  const {
    $schema: _,
    $defs = {},
    ...own
  } = JSON.parse(text) as Record<string, unknown> & { $defs?: Schemas };
  for (const [part, one] of Object.entries($defs)) schemas[`${name}_${part}`] = one;
  return own as OpenAPIV3_1.SchemaObject;
}
