/** Asking the worker: what is repeated, under which key, and what a problem comes to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { request } from '../../worker/console/api/request.ts';

type Reply = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };
interface Heard {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
}

let replies: Reply[] = [];
let heard: Heard[] = [];
const server = createServer((incoming: IncomingMessage, response: ServerResponse) => {
  const { method, url, headers } = incoming;
  heard.push({ method, url, headers });
  const { status, body, headers: sent } = replies.shift() ?? { status: 500 };
  response.writeHead(status, sent);
  response.end(body === undefined ? '' : JSON.stringify(body));
});

beforeEach(async () => {
  [replies, heard] = [[], []];
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubGlobal('location', new URL(origin));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await new Promise((closed) => server.close(closed));
});

const Thing = z.object({ name: z.string() });
const soon = { 'Retry-After': '0' };

describe('a read', () => {
  test('asks with what is set, and parses what it hears', async () => {
    replies = [{ status: 200, body: { name: 'one', more: 1 }, headers: { ETag: '"x"' } }];
    const answer = await request(Thing, 'GET /v1/thing', { query: { a: 'b c', none: null, n: 2 } });
    expect(answer).toEqual({ ok: true, value: { name: 'one' }, etag: '"x"' });
    expect(heard[0]?.url).toBe('/v1/thing?a=b+c&n=2');
    expect(heard[0]?.headers['combinado-protocol']).toMatch(/^\d+$/);
  });

  test('is tried again when the worker stumbles or asks for a moment', async () => {
    replies = [
      { status: 503, headers: soon },
      { status: 429, headers: soon },
      { status: 200, body: { name: 'one' } },
    ];
    expect(await request(Thing, 'GET /v1/thing')).toMatchObject({ ok: true });
    expect(heard).toHaveLength(3);
  });

  test('is asked for until long counting is done, and tells how far it is', async () => {
    replies = [
      { status: 202, body: { state: 'running', done: 400, total: 1_000 }, headers: soon },
      { status: 202, body: { state: 'running', done: 800, total: 1_000 }, headers: soon },
      { status: 200, body: { name: 'one' } },
    ];
    const told: number[] = [];
    const onProgress = (done: number, total: number) => told.push(done / total);
    expect(await request(Thing, 'GET /v1/thing', { onProgress })).toMatchObject({ ok: true });
    expect(told).toEqual([0.4, 0.8]);
  });

  test('of something else than was agreed is a fault, not a guess', async () => {
    replies = [{ status: 200, body: { title: 'one' } }];
    expect(await request(Thing, 'GET /v1/thing')).toMatchObject({ failure: { kind: 'broken' } });
  });

  test('nobody waits for any more ends', async () => {
    const leaving = new AbortController();
    leaving.abort();
    await expect(request(Thing, 'GET /v1/thing', { signal: leaving.signal })).rejects.toThrow('aborted');
  });
});

describe('a write', () => {
  test('without a key is sent once', async () => {
    replies = [{ status: 503, headers: soon }];
    const answer = await request(Thing, 'POST /v1/thing', { body: {} });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'broken' } });
    expect(heard).toHaveLength(1);
  });

  test('under a key is tried again under the same', async () => {
    replies = [
      { status: 500, headers: soon },
      { status: 201, body: { name: 'one' } },
    ];
    expect(await request(Thing, 'POST /v1/thing', { body: {}, key: 'k-1' })).toMatchObject({ ok: true });
    expect(heard.map(({ headers }) => headers['idempotency-key'])).toEqual(['k-1', 'k-1']);
  });

  test('[ACC6] that is turned down says which field is to blame', async () => {
    const problem = {
      type: 'urn:combinado:problem:invalid-body',
      title: 'The content is not as expected',
      status: 422,
      detail: 'See `errors`.',
      errors: [
        { pointer: '/name', detail: 'too short', reason: { code: 'empty' } },
        { pointer: '/shoe', detail: 'no shoe of ours', reason: { code: 'of_a_newer_worker' } },
      ],
    };
    replies = [{ status: 422, body: problem }];
    vi.stubGlobal('document', { documentElement: { lang: 'pt-BR' } });
    const answer = await request(Thing, 'POST /v1/thing', { body: { name: '' } });
    // What has a code is said in the page's language, by the catalogue; what we do not know, as it came.
    const fields = { '/name': 'Isto não pode ficar vazio.', '/shoe': 'no shoe of ours' };
    expect(answer).toMatchObject({ failure: { kind: 'invalid', said: null, fields } });
  });

  test('refused as a whole says why in the page’s language, where that has a code', async () => {
    const problem = { type: 'urn:combinado:problem:conflict', title: 'Not now', status: 409 };
    const reason = { code: 'imports_running', n: 3 };
    const answered = async (lang: string, body: object) => {
      vi.stubGlobal('document', { documentElement: { lang } });
      replies = [{ status: 409, body }];
      return await request(Thing, 'POST /v1/thing');
    };
    expect(await answered('es', { ...problem, reason })).toMatchObject({
      failure: { said: '3 archivos están entrando; espera a que termine uno o cancélalo.' },
    });
    expect(await answered('es', problem)).toMatchObject({ failure: { kind: 'conflict', said: null } });
  });

  test.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [412, 'conflict'],
    [400, 'invalid'],
  ])('answered %i is %s', async (status, kind) => {
    replies = [{ status, body: {} }];
    expect(await request(Thing, 'PUT /v1/thing', { body: {} })).toMatchObject({ failure: { kind } });
  });
});
