/**
 * The real worker killed while it sends a webhook: the message comes again under the same id, and what
 * was taken is not sent twice (CLK7's outbox, at least once).
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { bundleWorker, startWorker, type RunningWorker } from '../support/worker.ts';

const KILLS = Number(process.env['KILLS'] ?? 5);
const SETUP_TOKEN = 'killed-while-sending';
const dir = mkdtempSync(join(tmpdir(), 'combinado-outbox-'));
const over = new AbortController();
afterAll(() => {
  over.abort();
  rmSync(dir, { recursive: true, force: true });
});

interface Came {
  readonly id: string;
  readonly signature: string;
  readonly timestamp: string;
  readonly body: string;
}

/** Remembers what comes; while `silent` it never answers. */
async function openReceiver() {
  const came: Came[] = [];
  const state = { silent: false };
  const server = createServer((request, response: ServerResponse) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const header = (name: string) => String(request.headers[`webhook-${name}`]);
      came.push({ id: header('id'), signature: header('signature'), timestamp: header('timestamp'), body });
      server.emit('came');
      if (!state.silent) response.writeHead(200).end();
    });
  });
  server.listen({ port: 0, host: '127.0.0.1', signal: over.signal });
  await once(server, 'listening');
  over.signal.addEventListener('abort', () => server.closeAllConnections());
  return { came, state, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in` };
}

test(`[CLK7][CLK9] killed ${KILLS} times while sending, every message arrives, under one id`, async () => {
  const receiver = await openReceiver();
  const bundle = bundleWorker();
  const vars = { SETUP_TOKEN, COMBINADO_CLOCK: 'request', COMBINADO_OUTBOUND: 'loopback' };
  const start = () =>
    startWorker({ dir, bundle, vars, reachesPrivate: true, signal: over.signal, log: () => undefined });
  let worker: RunningWorker = await start();
  let [token, now] = [SETUP_TOKEN, Date.now()];
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${worker.origin}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Combinado-Now': String(now),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // oxlint-disable-next-line typescript/no-explicit-any -- the test says what it expects of it
    return (await response.json()) as any;
  };
  const setup = { workspace: 'Killed', language: 'en', admin: { name: 'Ada' } };
  token = (await call('POST', '/v1/setup', setup)).token;
  const subscription = { label: 'Ours', url: receiver.url, events: ['lead.captured'] };
  const { secret } = await call('POST', '/v1/subscriptions', subscription);

  for (let kill = 0; kill < KILLS; kill += 1) {
    receiver.state.silent = true;
    const arrived = once(receiver.server, 'came');
    const cut = call('POST', '/v1/leads', { leads: [{ emails: [`lead${kill}@example.org`] }] }).catch(
      () => 'cut',
    );
    await arrived;
    process.kill(worker.pid, 'SIGKILL');
    await cut;
    await worker.stop();
    worker = await start();
    receiver.state.silent = false;
    // The claim of whoever was killed has run out by then.
    now += HOUR_MS;
    await call('GET', '/v1/me');
  }
  now += 10 * MINUTE_MS;
  await call('GET', '/v1/me');

  const ids = new Map<string, number>();
  for (const { id, body, signature, timestamp } of receiver.came) {
    ids.set(id, (ids.get(id) ?? 0) + 1);
    expect(new Webhook(secret).sign(id, new Date(Number(timestamp) * 1_000), body)).toBe(signature);
  }
  expect(ids.size).toBe(KILLS);
  // Once when it was killed, once when it was taken.
  expect([...ids.values()]).toEqual(Array.from({ length: KILLS }, () => 2));
  const { entries } = await call('GET', '/v1/admin/outbox?limit=200');
  expect(new Set(entries.map(({ state }: { state: string }) => state))).toEqual(new Set(['sent']));
  expect((await call('GET', '/v1/leads')).leads).toHaveLength(KILLS);
  await worker.stop();
});
