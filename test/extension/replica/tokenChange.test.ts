// @vitest-environment node
/** The token changes daily; no loss on the way, here or there, signs anybody out. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { readSession } from '../../../extension/replica/session.ts';
import { TOKEN } from './fakeWorker.ts';
import { NOW, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let setting: Setting;
beforeEach(async () => {
  setting = await setUp();
});
afterEach(() => setting.close());

const sync = () => setting.replica.sync.request();
const changes = () => setting.worker.requests.filter(({ path }) => path === '/v1/devices/rotate').length;
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const token = async () => (await readSession())?.token;

describe('[ACC4] the token of this device', () => {
  test('changes once a day, after a sync', async () => {
    await sync();
    later(DAY_MS - 1);
    await sync();
    expect(changes()).toBe(0);
    later(1);
    await sync();
    expect(changes()).toBe(1);
    const next = await token();
    expect(next).not.toBe(TOKEN);
    later(HOUR_MS);
    await sync();
    expect(changes()).toBe(1);
    expect(setting.worker.requests.at(-1)?.authorization).toBe(`Bearer ${next}`);
    expect(setting.worker.tokens).toEqual([next]);
  });

  test('stays as it is when the answer is lost, as often as that happens', async () => {
    later(DAY_MS);
    const store = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
    for (let lost = 1; lost <= 3; lost += 1) {
      // The worker has acted; the browser is killed before the answer is on the disk.
      fakeBrowser.storage.local.set = (items) =>
        'session' in items ? Promise.reject(new DOMException('killed')) : store(items);
      await sync();
      fakeBrowser.storage.local.set = store;
      await setting.restart();
      expect(await token()).toBe(TOKEN);
      expect(changes()).toBe(lost);
      await setting.replica.sync.quiet();
    }
    await sync();
    expect(await token()).not.toBe(TOKEN);
    await sync();
    expect(setting.worker.revoked).toBe(false);
    expect(setting.replica.sync.failure()).toBeNull();
  });

  test('is on the disk before it is used: a stop between the two loses nothing', async () => {
    later(DAY_MS);
    await sync();
    const next = await token();
    await setting.restart();
    await sync();
    expect(await token()).toBe(next);
    expect(setting.worker.revoked).toBe(false);
  });

  test('is not brought back by a change that was under way when the person signed out', async () => {
    later(DAY_MS);
    const worker = fetch;
    let leaving: Promise<unknown> | undefined;
    vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
      const answer = await worker(input, init);
      if (input.endsWith('/v1/devices/rotate')) {
        leaving = setting.panel('panel.disconnect', {});
        await vi.waitUntil(async () => (await token()) === undefined);
      }
      return answer;
    });
    await sync();
    await leaving;
    expect(await token()).toBeUndefined();
  });

  test('of a device signed in before tokens changed is changed at its next sync', async () => {
    const held = await readSession();
    await fakeBrowser.storage.local.set({ session: { ...held, tokenAt: undefined } });
    await sync();
    expect(changes()).toBe(1);
  });

  test('is asked for once a day of a worker that does not know how', async () => {
    const worker = fetch;
    vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
      const answer = await worker(input, init);
      if (!input.endsWith('/v1/devices/rotate')) return answer;
      const problem = { type: 'urn:combinado:problem:not-found', title: 'Not found', status: 404 };
      return Response.json(problem, { status: 404 });
    });
    later(DAY_MS);
    await sync();
    await sync();
    expect(changes()).toBe(1);
    expect(await token()).toBe(TOKEN);
  });

  test('[SYN6] goes back to the one before in a workspace restored to yesterday', async () => {
    later(DAY_MS);
    await sync();
    await sync();
    expect(await token()).not.toBe(TOKEN);
    setting.worker.tokens = [TOKEN];
    setting.worker.spent.clear();
    await sync();
    expect(setting.replica.sync.failure()).toBeNull();
    expect(await token()).toBe(TOKEN);
  });

  test('revoked, it signs out, whatever was before', async () => {
    later(DAY_MS);
    await sync();
    await sync();
    setting.worker.revoked = true;
    await sync();
    await vi.waitFor(async () => expect(await readSession()).toBeUndefined());
  });
});

test('[ACC4] the instant the token was handed out is kept with it', async () => {
  expect((await readSession())?.tokenAt).toBe(NOW);
});
