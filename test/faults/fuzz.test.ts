/**
 * Thousands of requests nobody would send, over HTTP to the real worker (ACC6): whatever comes, the answer
 * comes, it is never a 5xx, and what is wrong is a problem document without a word of the code.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonSchema } from 'json-schema-faker';
import { afterAll, describe, expect, test } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { Problem } from '../../shared/protocol/problem.ts';
import { Chance } from '../golden/chance.ts';
import { request, signIn, type Api } from '../support/api.ts';
import { recordSeeds, seedsOf } from '../support/seedRanges.ts';
import { startWorker, type RunningWorker } from '../support/worker.ts';
import { foundWorkspace } from '../support/workspace.ts';
import { fuzzRequest, type FuzzRequest, type Operation } from './fuzzRequest.ts';

const { from, to } = seedsOf('fuzz', { ordinary: 10_000, long: 200_000 });
/** Sent to one workspace, so that a failure can be told again from its first seed. */
const LOT = 1_000;
const MOST_SHOWN = 10;
const HANGS_MS = 20_000;

/** What signs the asker out or begins anew: sent by a device nobody needs. */
const ENDS = /^DELETE \/v1\/(?:session|devices)|devices\/rotate|^POST \/v1\/restore/;
const STACK = /\n\s+at |\bat \w[\w.]* \(|\.[tj]s:\d|node_modules|SQLITE_|drizzle|D1_/i;

const dir = mkdtempSync(join(tmpdir(), 'combinado-fuzz-'));
const lines: string[] = [];
let worker: RunningWorker | undefined;
let lots = 0;
afterAll(async () => {
  await worker?.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** A setup token opens one workspace: each lot has a worker of its own, in the same process's place. */
async function openLot() {
  lots += 1;
  await worker?.stop();
  const setupToken = `fuzz-${lots}`;
  worker = await startWorker({
    dir: join(dir, String(lots)),
    vars: { SETUP_TOKEN: setupToken, COMBINADO_RATE: '1000000' },
    log: (line) => lines.push(line),
  });
  const { origin } = worker;
  const founding = { origin, setupToken, name: 'Fuzz', language: 'en' as const };
  const { admin, members } = await foundWorkspace({ ...founding, definitions: STARTERS.en });
  const people: Api[] = [admin];
  for (const id of [members.manager, members.marketer, members.ana]) people.push(await signIn(admin, id));
  const spare = await signIn(admin, members.bruno);
  const leads = Array.from({ length: 6 }, (_, index) => ({
    emails: [`fuzz${index}@example.org`],
    fields: { name: `Fuzz ${index}` },
    owner: members.ana,
  }));
  const made = (await request(admin, 'POST /v1/leads', { body: { leads } })) as { results: { id: string }[] };
  const ids = [
    ...made.results.map(({ id }) => id),
    ...Object.values(members),
    'sales',
    'draft',
    '1',
    'today',
  ];
  const hook = (await request(admin, 'POST /v1/hooks', {
    body: { kind: 'form', label: 'Fuzz', mapping: { emails: ['/email'] } },
  })) as { id: string; url: string };
  const proposal = (await request(admin, 'POST /v1/proposals', {
    body: { title: 'Fuzz', about: { kind: 'other' } },
  })) as { id: string };
  const [, , workspace = ''] = new URL(hook.url).pathname.split('/');
  const known = { any: [...ids, hook.id, proposal.id], named: { workspace, hook: hook.id } };
  for (const { id } of made.results.slice(0, 3))
    await request(admin, 'POST /v1/signals', {
      body: { signals: [{ leadId: id, signal: 'demo_requested' }] },
    });
  const document = (await request(admin, 'GET /v1/openapi.json')) as OpenApi;
  return { origin, tokens: people.map(({ token }) => token), spare: spare.token, ids, known, document };
}

interface OpenApi {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: Operation['parameters'];
            readonly requestBody?: {
              readonly content: Readonly<Record<string, { readonly schema?: JsonSchema }>>;
            };
          }
        >
      >
    >
  >;
}

function operationsOf(document: OpenApi): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema ?? (method === 'get' ? undefined : {}),
    })),
  );
}

async function complaintsAbout(
  origin: string,
  { method, path, headers, body, twisted }: FuzzRequest,
): Promise<string[]> {
  const sent = await fetch(`${origin}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined || method === 'GET' || method === 'HEAD' ? {} : { body }),
    signal: AbortSignal.timeout(HANGS_MS),
  });
  const text = await sent.text();
  const complaints: string[] = [];
  if (sent.status >= 500) complaints.push(`answered ${sent.status}: ${text.slice(0, 200)}`);
  if (STACK.test(text) && !/^\/(?:docs|v1\/openapi)/.test(path))
    complaints.push(`told too much: ${text.slice(0, 300)}`);
  const type = sent.headers.get('Content-Type') ?? '';
  if (sent.status >= 400 && !type.startsWith('text/html')) {
    const isProblem = type === 'application/problem+json';
    const problem = isProblem && method !== 'HEAD' ? Problem.safeParse(JSON.parse(text)) : undefined;
    if (method === 'HEAD' ? !isProblem : problem?.data?.status !== sent.status)
      complaints.push(`${sent.status} is no problem document: ${type}`);
  }
  if (!twisted) statuses.set(sent.status, (statuses.get(sent.status) ?? 0) + 1);
  return complaints;
}
const statuses = new Map<number, number>();

describe('[ACC6] whatever is sent', () => {
  for (let first = from; first <= to; first += LOT) {
    const last = Math.min(first + LOT - 1, to);
    test(`requests ${first} to ${last} are answered, never with a 5xx or a stack`, async () => {
      const { origin, tokens, spare, known, document } = await openLot();
      const operations = operationsOf(document);
      const complaints: string[] = [];
      for (let seed = first; seed <= last && complaints.length < MOST_SHOWN; seed += 1) {
        const chance = new Chance(seed);
        const operation = chance.of(operations);
        const made = fuzzRequest(operation, tokens, known, chance);
        const ends = ENDS.test(`${made.method} ${made.path}`);
        const sent = ends
          ? { ...made, headers: { ...made.headers, Authorization: `Bearer ${spare}` } }
          : made;
        const found = await complaintsAbout(origin, sent).catch((error: Error) => [
          `no answer: ${error.message}`,
        ]);
        const what = `${made.method} ${made.path.slice(0, 200)} ${new TextDecoder().decode(made.body).slice(0, 300)}`;
        complaints.push(...found.map((complaint) => `seed ${seed}: ${what}\n  ${complaint}`));
      }
      expect(
        [...complaints, ...lines.splice(0).filter((line) => /unexpected|uncaught/i.test(line))].join('\n'),
      ).toBe('');
      recordSeeds('fuzz', { from: first, to: last });
    }, 1_200_000);
  }

  test('[PRI4] seed 630 of the first run: a workspace that erased a lead goes on answering', async () => {
    const { origin, tokens, ids } = await openLot();
    const admin = { origin, token: tokens[0] ?? '' };
    await request(admin, `DELETE /v1/leads/${ids[0]}`);
    expect(await request(admin, 'GET /v1/me')).toMatchObject({ role: 'admin' });
    await request(admin, `DELETE /v1/leads/${ids[1]}`);
  });

  test.runIf(to - from >= LOT)('most of it gets past the door', () => {
    const good = [...statuses].reduce((sum, [status, n]) => sum + (status < 300 ? n : 0), 0);
    const all = [...statuses.values()].reduce((sum, n) => sum + n, 0);
    expect(good / all).toBeGreaterThan(0.15);
    expect((statuses.get(401) ?? 0) / all).toBeLessThan(0.3);
  });
});
