// @vitest-environment node
/** Getting to the head without being told, being told, and not hammering a workspace that is down. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';
import { createLine } from '../../../extension/replica/socket.ts';
import { wake } from '../../../extension/replica/wake.ts';
import { SESSION } from './fakeWorker.ts';
import { handedOver, MAIL_SITE, NOW, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let setting: Setting;
let inFront: string | undefined;
beforeEach(async () => {
  setting = await setUp();
  inFront = `${MAIL_SITE}/inbox`;
  fakeBrowser.tabs.query = (async () => [{ id: 1, url: inFront }]) as never;
});
afterEach(() => setting.close());

const pulls = () => setting.worker.requests.filter(({ path }) => path === '/v1/sync/pull').length;

describe('the alarm', () => {
  test('[SYN5] pulls for a page in front that is 30 seconds old, with no poke', async () => {
    setting.worker.put('lead-2', handedOver('lead-2', 'two@clinic.example'));
    vi.setSystemTime(NOW + 30 * SECOND_MS);
    await wake(setting.replica, 'chrome-extension://own/');
    const reply = await setting.page('page.people', { people: [{ email: 'two@clinic.example' }] });
    expect(reply?.chips).toMatchObject([{ stage: 'MQL' }]);
  });

  test('[SYN5] leaves the worker alone while nobody looks, until five minutes have gone', async () => {
    inFront = undefined;
    const before = pulls();
    vi.setSystemTime(NOW + MINUTE_MS);
    await wake(setting.replica, 'chrome-extension://own/');
    expect(pulls()).toBe(before);
    vi.setSystemTime(NOW + 6 * MINUTE_MS);
    await wake(setting.replica, 'chrome-extension://own/');
    expect(pulls()).toBe(before + 1);
  });

  test('[ATT2] pushes what is still to be sent, whoever looks', async () => {
    inFront = undefined;
    setting.worker.offline = true;
    await setting.panel('panel.log', { leadId: 'lead-1', channel: 'call', outcome: 'no_answer' });
    await setting.restart();
    setting.worker.offline = false;
    await wake(setting.replica, 'chrome-extension://own/');
    expect(setting.worker.attemptsOf('lead-1')).toHaveLength(1);
  });

  test('[FCT5] a state whose time is up is folded again, and pages are told', async () => {
    await setting.page('page.people', { people: [{ email: 'ana@clinic.example' }] });
    expect(setting.replica.states.expired(NOW)).toBe(false);
    const changed = vi.spyOn(setting.replica.broadcast, 'changed');
    setting.worker.offline = true;
    vi.setSystemTime(NOW + 5 * 60 * MINUTE_MS);
    await wake(setting.replica, 'chrome-extension://own/');
    expect(changed).toHaveBeenCalled();
    const reply = await setting.page('page.people', { people: [{ email: 'ana@clinic.example' }] });
    expect(reply?.chips).toMatchObject([{ clock: { status: 'breached' } }]);
  });
});

describe('backing off', () => {
  test('[ATT5] a clock set back while waiting after a failure keeps nothing on the device', async () => {
    setting.worker.offline = true;
    await setting.replica.sync.request();
    vi.setSystemTime(NOW - 3_652 * DAY_MS);
    setting.worker.offline = false;
    const asked = setting.worker.requests.length;
    await setting.replica.sync.request();
    expect(setting.worker.requests.length).toBeGreaterThan(asked);
  });

  test('[SYN5] after a failure it waits before it asks again, unless there is reason to hurry', async () => {
    setting.worker.offline = true;
    await setting.replica.sync.request();
    expect(setting.replica.sync.failure()).toEqual({ kind: 'unreachable' });
    const before = setting.worker.requests.length;
    await setting.replica.sync.request();
    expect(setting.worker.requests).toHaveLength(before);
    setting.replica.sync.hurry();
    setting.worker.offline = false;
    await setting.replica.sync.request();
    expect(setting.replica.sync.failure()).toBeNull();
  });

  test('[PRI3] signing out in the middle of a pull leaves nothing of it behind', async () => {
    for (let n = 2; n < 9; n += 1)
      setting.worker.put(`lead-${n}`, handedOver(`lead-${n}`, `p${n}@clinic.example`));
    setting.worker.leadsPerPage = 1;
    const pulling = setting.replica.sync.request();
    await setting.panel('panel.disconnect', {});
    await pulling;
    expect(await setting.replica.database.count('leads')).toBe(0);
    expect(await setting.replica.database.count('copy')).toBe(0);
  });
});

describe('the line', () => {
  class FakeSocket extends EventTarget {
    static readonly OPEN = 1;
    static readonly all: FakeSocket[] = [];
    readonly readyState = FakeSocket.OPEN;
    readonly url: string;
    constructor(url: string) {
      super();
      this.url = url;
      FakeSocket.all.push(this);
    }
    send() {}
    close() {
      this.dispatchEvent(new Event('close'));
    }
  }

  test('[SYN5] a poke asks for a pull and anything else does not; the token stays out of the address', async () => {
    vi.stubGlobal('WebSocket', FakeSocket);
    const ending = new AbortController();
    const poked = vi.fn<() => void>();
    const line = createLine({ session: async () => SESSION, onPoke: poked, signal: ending.signal });
    line.want();
    line.want();
    await vi.waitFor(() => expect(FakeSocket.all).toHaveLength(1));
    const [socket] = FakeSocket.all;
    expect(socket?.url).toBe('wss://combinado.test/v1/sync/socket?ticket=t');
    socket?.dispatchEvent(new Event('open'));
    expect(poked).toHaveBeenCalledTimes(1);
    for (const data of ['pong', '{}', 'nonsense', '{"head":"x"}'])
      socket?.dispatchEvent(new MessageEvent('message', { data }));
    expect(poked).toHaveBeenCalledTimes(1);
    socket?.dispatchEvent(new MessageEvent('message', { data: '{"head":12}' }));
    expect(poked).toHaveBeenCalledTimes(2);
    ending.abort();
  });

  test('[SYN5] a lost line is not taken up again at once', async () => {
    vi.stubGlobal('WebSocket', FakeSocket);
    FakeSocket.all.length = 0;
    const ending = new AbortController();
    const line = createLine({ session: async () => SESSION, onPoke: () => {}, signal: ending.signal });
    line.want();
    await vi.waitFor(() => expect(FakeSocket.all).toHaveLength(1));
    FakeSocket.all[0]?.close();
    line.want();
    vi.setSystemTime(NOW + 5 * MINUTE_MS);
    line.want();
    await vi.waitFor(() => expect(FakeSocket.all).toHaveLength(2));
    ending.abort();
  });
});

describe('a wrong device clock', () => {
  test('[ATT5] what ticks on the page is given in the device’s own time', async () => {
    const right = await setting.page('page.people', { people: [{ email: 'ana@clinic.example' }] });
    const dueAt = right?.chips[0]?.clock?.dueAt ?? 0;
    // The device is two hours slow: by its own clock the same moment comes two hours earlier.
    setting.worker.aheadMs = 2 * 60 * MINUTE_MS;
    vi.setSystemTime(NOW - setting.worker.aheadMs + SECOND_MS);
    await setting.replica.sync.request();
    const slow = await setting.page('page.people', { people: [{ email: 'ana@clinic.example' }] });
    expect(slow?.chips[0]?.clock?.dueAt).toBe(dueAt - setting.worker.aheadMs);
  });
});
