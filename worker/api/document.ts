/**
 * The OpenAPI 3.1 document, made while building: what the routes parse, and for each route its
 * sentence, who may call it, what it answers and which problems it may answer instead (ACC6).
 */
import type { Hono } from 'hono';
import type { OpenAPIV3_1 } from 'openapi-types';
import * as z from 'zod';
import { ROLES } from '../../shared/lead/vocabulary.ts';
import { Problem } from '../../shared/protocol/problem.ts';
import type { Route } from '../access.ts';
import type { Env } from '../env.ts';
import { type Parsed, parsedBy } from '../routes/validate.ts';
import { CHAPTERS, chapterOf } from './chapters.ts';
import { curlOf } from './curl.ts';
import { DESCRIBED, type Described } from './described.ts';
import { EXAMPLES, FILE_EXAMPLES, PATH_EXAMPLES } from './examples.ts';
import { GUIDE } from './guide.ts';
import { WORDS } from './parameters.ts';
import { admissionOf, PROBLEMS, problems } from './problems.ts';

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
      description: GUIDE,
    },
    servers: [{ url: '/' }],
    tags: CHAPTERS.map(({ name, description }) => ({ name, description })),
    paths,
    components: {
      schemas,
      responses: PROBLEMS,
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
    example: PATH_EXAMPLES[part] ?? part,
  }));
  const parameters = [...inPath, ...asked(parsed, name, schemas), ...headersOf(route)];
  const requestBody = bodyOf(route, parsed, name, schemas);
  return {
    operationId: name,
    summary: described.summary,
    ...descriptionOf(route, described),
    tags: [chapterOf(path)],
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
        const description = WORDS[field];
        return {
          name: field,
          in: 'query',
          required: required.includes(field),
          ...(description === undefined ? {} : { description }),
          schema: one as object,
        };
      });
    });
}

function bodyOf(
  route: string,
  parsed: readonly Parsed[],
  name: string,
  schemas: Schemas,
): OpenAPIV3_1.RequestBodyObject | undefined {
  const files = FILE_EXAMPLES[route as Route];
  if (files) {
    const kinds = Object.entries(files).map(([type, example]) => [
      type,
      { schema: { type: 'string' as const }, example },
    ]);
    return { required: true, content: Object.fromEntries(kinds) };
  }
  const found = parsed.find(({ target }) => target !== 'query');
  if (found === undefined) return undefined;
  const type = found.target === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  const schema = jsonSchema(found.schema, `${name}Request`, schemas, 'input');
  const example = EXAMPLES[route as Route];
  return { required: true, content: { [type]: { schema, ...(example === undefined ? {} : { example }) } } };
}

/** What goes beside the body: how to write once, over nobody, and how to read only what changed. */
function headersOf(route: string): OpenAPIV3_1.ParameterObject[] {
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    description,
    schema: { type: 'string' as const },
  });
  const isStream = FILE_EXAMPLES[route as Route] !== undefined;
  const isForMembers = Array.isArray(admissionOf(route));
  return [
    ...(isForMembers && !route.startsWith('GET ') && !isStream
      ? [
          header(
            'Idempotency-Key',
            'A UUID: sent again within a day, it is done once and answered as the first time.',
          ),
        ]
      : []),
    ...(/^\w+ \/v1\/definitions\/draft$/.test(route) && !route.startsWith('GET ')
      ? [header('If-Match', 'The `ETag` of the draft as it was read, or `*` for whatever it says.')]
      : []),
    ...(TAGGED.test(route)
      ? [header('If-None-Match', 'An `ETag` of an earlier answer: 304 where it still holds.')]
      : []),
  ];
}
const TAGGED = /^GET \/v1\/(?:definitions\/(?!draft)|lookup\/filter|calendar\/|openapi)/;

/** Who may call it, and how one does. */
function descriptionOf(route: string, { about }: Described): { description?: string } {
  const [method = '', path = ''] = route.split(' ');
  const admission = admissionOf(route);
  const who =
    typeof admission === 'string'
      ? admission === 'session' && 'For pages of this worker, by their cookie.'
      : admission.length === ROLES.length
        ? 'For every member.'
        : `For: ${admission.join(', ')}.`;
  const isTyped = path.startsWith('/v1/') && admission !== 'session' && !path.endsWith('/socket');
  const curl = isTyped ? curlOf({ method, path, open: typeof admission === 'string' }) : undefined;
  const parts = [who || '', about ?? '', curl ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? {} : { description: parts.join('\n\n') };
}

/** `POST /v1/sync/push` is `postSyncPush`. */
function nameOf(route: string): string {
  const [method = '', ...parts] = route.split(/\W+/).filter((part) => part !== 'v1' && part !== '');
  return method.toLowerCase() + parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

function securityOf(route: string): OpenAPIV3_1.SecurityRequirementObject[] {
  const admission = admissionOf(route);
  if (admission === 'open') return [];
  return admission === 'session' ? [{ session: [] }] : [{ token: [] }, { session: [] }];
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
