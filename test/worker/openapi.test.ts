/** The document an integrator works from: valid, and complete for every route there is. */
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { app } from '../../worker/app.ts';
import { PUBLIC, ROUTES } from '../../worker/access.ts';
import { EXAMPLES } from '../../worker/api/examples.ts';
import { parsedBy } from '../../worker/routes/validate.ts';
import { Problem, PROBLEM_TYPES } from '../../shared/protocol/problem.ts';
import { json, send } from './api.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- a document is looked into by name
type Json = any;

const document: Json = await json('GET', '/v1/openapi.json');
const operations = Object.entries<Json>(document.paths).flatMap(([path, item]) =>
  Object.entries<Json>(item).map(([method, operation]) => {
    const route = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    return { route, operation };
  }),
);
const named = Object.fromEntries(operations.map(({ route, operation }) => [route, operation]));
const all = [...Object.keys(ROUTES), ...PUBLIC];

test('every route the worker has is in it, and no other', () => {
  const served = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(named).toSorted()).toEqual([...new Set(served)].toSorted());
  expect(Object.keys(named).toSorted()).toEqual(all.toSorted());
});

test.each(all)('%s says what it does, who may call it, what it answers', (route) => {
  const operation = named[route];
  expect(operation?.summary, 'give it a line in worker/api/').toMatch(/^[A-Z]/);
  expect(Array.isArray(operation.security)).toBe(true);
  const statuses = Object.keys(operation.responses);
  const good = statuses.find((status) => Number(status) < 400);
  expect(good).toBeDefined();
  const { content } = operation.responses[good ?? ''];
  const empty = ['101', '204', '302'].includes(good ?? '');
  expect(content === undefined).toBe(empty);
  for (const status of statuses.filter((one) => Number(one) >= 400))
    expect(operation.responses[status].$ref).toBe(`#/components/responses/Problem${status}`);
  expect(statuses).toContain('400');
});

/** Parsed by the routes themselves: an example nobody could send is worse than none. */
const parsers: ReadonlyMap<string, z.ZodType> = new Map(
  app.routes.flatMap(({ method, path, handler }) => {
    const parsed = parsedBy(handler);
    return parsed?.target === 'json' ? [[`${method} ${path}`, parsed.schema] as const] : [];
  }),
);
test.each([...parsers.keys()])('%s shows a body that it takes', (route) => {
  const example = EXAMPLES[route as keyof typeof EXAMPLES];
  // Where nothing needs to be said, `{}` is the example; anything else has one in worker/api/examples.ts.
  expect(parsers.get(route)?.safeParse(example ?? {}).error?.issues ?? []).toEqual([]);
  expect(named[route].requestBody.content['application/json'].example).toEqual(example);
});

test('no example is of a route that takes no body', () => {
  expect(Object.keys(EXAMPLES).filter((route) => !parsers.has(route))).toEqual([]);
});

const forMembers = Object.keys(ROUTES).filter((route) => Array.isArray(ROUTES[route as keyof typeof ROUTES]));
test.each(forMembers)('%s says for whom it is, and how one asks', (route) => {
  const { description, tags } = named[route];
  expect(description).toMatch(/^For(?: every member|: )/);
  expect(description).toContain(
    `\`\`\`sh\ncurl ${route.startsWith('GET ') ? '' : `-X ${route.split(' ')[0]} `}'https://`,
  );
  expect(document.tags.map(({ name }: { name: string }) => name)).toContain(tags[0]);
});

test('the guide names every kind of problem, each with its status and what it looks like', () => {
  for (const [kind, status] of Object.entries(PROBLEM_TYPES)) {
    expect(document.info.description).toContain(`| ${status} | \`${kind}\` |`);
    const { content } = document.components.responses[`Problem${status}`];
    expect(Problem.parse(content['application/problem+json'].example).status).toBe(status);
  }
});

test('every reference leads somewhere, and every problem has the one shape', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(0);
  for (const [, kind = '', name = ''] of references)
    expect([kind, name, document.components[kind]?.[name] !== undefined]).toEqual([kind, name, true]);
  const { properties } = document.components.schemas.Problem;
  expect(Object.keys(properties).toSorted()).toEqual(Object.keys(Problem.shape).toSorted());
});

test('/docs is read with files of this worker alone, under a policy that lets nothing else in', async () => {
  const page = await send('GET', '/docs');
  expect(page.headers.get('Content-Type')).toContain('text/html');
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  const text = await page.text();
  const asked = [...text.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map(([, path = '']) => path);
  expect(asked.length).toBeGreaterThan(2);
  for (const path of asked) {
    expect(path).toMatch(/^\/[^/]/);
    const response = await send('GET', path);
    expect([path, response.status]).toEqual([path, 200]);
    expect((await response.text()).length).toBeGreaterThan(100);
  }
  expect((await send('GET', '/docs/index.html')).status).toBe(404);
  expect((await send('GET', '/docs/..%2F..%2Fpackage.json')).status).toBe(404);
});
