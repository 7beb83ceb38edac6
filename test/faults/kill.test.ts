/**
 * The real worker killed in the middle of its work, again and again (SYN3): what it acknowledged is
 * there afterwards, once. The client is a device as the protocol has it: it keeps a command until it
 * is acknowledged, and pushes it again under the same number and id.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import type { Fact } from '../../shared/lead/facts.ts';
import type { PullResponse, PushResponse } from '../../shared/protocol/sync.ts';
import { bundleWorker, startWorker, type RunningWorker } from '../support/worker.ts';

const KILLS = Number(process.env['KILLS'] ?? (process.env['LONG'] === undefined ? 25 : 200));
const SETUP_TOKEN = 'killed-in-the-middle';
const LEADS = 5;

const dir = mkdtempSync(join(tmpdir(), 'combinado-kill-'));
const over = new AbortController();
afterAll(() => {
  over.abort();
  rmSync(dir, { recursive: true, force: true });
});

/** The worker answered, and said no: never part of this story. */
class RefusedError extends Error {}

/** The same sequence of instants for the same seed, so that a failing run can be told again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

test(
  `[SYN3] killing the worker ${KILLS} times loses no acknowledged attempt and doubles none`,
  async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const chance = random(seed);
    const bundle = bundleWorker();
    const start = (port = 0) =>
      startWorker({ dir, port, bundle, vars: { SETUP_TOKEN }, signal: over.signal, log: () => undefined });
    let worker: RunningWorker = await start();
    const port = Number(new URL(worker.origin).port);

    let token = SETUP_TOKEN;
    /** Undefined when the worker went away before it answered. */
    const call = async <T>(method: string, path: string, body?: unknown): Promise<T | undefined> => {
      try {
        const response = await fetch(`${worker.origin}${path}`, {
          method,
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(20_000),
        });
        if (!response.ok) throw new RefusedError(await response.text());
        return await (response.json() as Promise<T>);
      } catch (error) {
        if (error instanceof RefusedError) throw error;
        return undefined;
      }
    };

    const setup = { workspace: 'Killed', language: 'en', admin: { name: 'Ada' } };
    token = (await call<{ token: string }>('POST', '/v1/setup', setup))?.token ?? '';
    const wanted = Array.from({ length: LEADS }, (_, index) => ({ emails: [`lead${index}@example.org`] }));
    const made = await call<{ results: { id: string }[] }>('POST', '/v1/leads', { leads: wanted });
    const leadIds = made?.results.map(({ id }) => id) ?? [];
    expect(leadIds).toHaveLength(LEADS);
    const epoch = (await call<PullResponse>('GET', '/v1/sync/pull'))?.epoch ?? '';

    const clientId = uuidv7();
    interface Waiting {
      readonly n: number;
      readonly id: string;
      readonly kind: 'attempt.log';
      readonly body: object;
      readonly at: number;
    }
    let outbox: Waiting[] = [];
    let numbered = 0;
    const acknowledged = new Set<string>();
    let cut = 0;
    const log = (count: number) => {
      for (let index = 0; index < count; index += 1) {
        numbered += 1;
        const leadId = leadIds[Math.floor(chance() * LEADS)] ?? '';
        const body = { leadId, channel: 'other', outcome: 'no_answer', evidence: 'clicked' };
        outbox.push({ n: numbered, id: uuidv7(), kind: 'attempt.log', body, at: Date.now() });
      }
    };

    const working = new AbortController();
    const pushing = (async () => {
      while (!working.signal.aborted || outbox.length > 0) {
        if (!working.signal.aborted) log(1 + Math.floor(chance() * 5));
        const commands = outbox.slice(0, 20);
        const pushed = await call<PushResponse>('POST', '/v1/sync/push', { epoch, clientId, commands });
        if (pushed === undefined) {
          cut += 1;
          await wait(20);
          continue;
        }
        expect(pushed.outcome).toBe('ok');
        if (pushed.outcome !== 'ok') return;
        for (const { id, result } of pushed.results) {
          expect(result).toBe('applied');
          acknowledged.add(id);
        }
        outbox = outbox.filter(({ id }) => !acknowledged.has(id));
      }
    })();

    for (let kill = 0; kill < KILLS; kill += 1) {
      await wait(20 + chance() * 400);
      process.kill(worker.pid, 'SIGKILL');
      await worker.stop();
      worker = await start(port);
    }
    await wait(200);
    working.abort();
    await pushing;

    const stored: string[] = [];
    for (const leadId of leadIds) {
      const { facts } = (await call<{ facts: Fact[] }>('GET', `/v1/leads/${leadId}/facts`)) ?? { facts: [] };
      stored.push(...facts.filter(({ kind }) => kind === 'attempt.made').map(({ id }) => id));
    }
    // Or nothing was killed in the middle of anything.
    expect(cut).toBeGreaterThan(KILLS / 5);
    expect({ seed, acknowledged: acknowledged.size }).toEqual({ seed, acknowledged: numbered });
    expect({ seed, stored: new Set(stored).size }).toEqual({ seed, stored: stored.length });
    expect({ seed, stored: new Set(stored) }).toEqual({ seed, stored: acknowledged });
    const refolded = await call<{ checked: number; differing: string[] }>('GET', '/v1/admin/refold');
    expect(refolded).toEqual({ checked: LEADS, differing: [] });
    await worker.stop();
  },
  60_000 + KILLS * 5_000,
);
