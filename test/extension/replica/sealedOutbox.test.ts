// @vitest-environment node
/** What somebody signed out with: unreadable here, untouched by whoever is next, sent once they are back. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rowsOf } from '../../../extension/replica/outbox.ts';
import { readSession } from '../../../extension/replica/session.ts';
import { wake } from '../../../extension/replica/wake.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { MEMBER, OTHER, SESSION } from './fakeWorker.ts';
import { NOW, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let setting: Setting;
beforeEach(async () => {
  setting = await setUp();
});
afterEach(() => setting.close());

const sync = () => setting.replica.sync.request();
async function doThings(): Promise<void> {
  setting.worker.offline = true;
  const call = { leadId: 'lead-1', channel: 'call', outcome: 'connected' } as const;
  await setting.panel('panel.log', call);
  const reply = { kind: 'reply.log', body: { channel: 'email' } } as const;
  await setting.panel('panel.do', { leadId: 'lead-1', act: reply });
  await setting.panel('panel.set', { leadId: 'lead-1', field: 'budget', value: 777_123 });
}
/** Everything this extension has on the device, in every store, as one text. */
async function disk(): Promise<string> {
  const { database } = setting.replica;
  const stores = await Promise.all([...database.objectStoreNames].map((store) => database.getAll(store)));
  const plain = (_: string, value: unknown) =>
    value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value;
  return JSON.stringify([stores, await fakeBrowser.storage.local.get(null)], plain);
}
const attempts = () => setting.worker.attemptsOf('lead-1');

describe('[PRI3] signed out', () => {
  test('nothing that was done can be read on the device any more, and its number is told', async () => {
    await doThings();
    expect(await disk()).toContain('777123');
    await setting.panel('panel.disconnect', {});
    const left = await disk();
    for (const said of ['777123', 'lead-1', 'reply.log', 'connected', 'Ana', 'ana@'])
      expect(left).not.toContain(said);
    expect(await setting.panel('panel.connection', {})).toMatchObject({ state: 'signed_out', waiting: 3 });
  });

  test('the same member back: all of it is sent, in order, once', async () => {
    await doThings();
    await setting.panel('panel.disconnect', {});
    setting.worker.offline = false;
    await setting.replica.begin(SESSION);
    await sync();
    const commands = setting.worker.pushes.flatMap((push) => push.commands);
    expect(commands.map(({ kind }) => kind)).toEqual(['attempt.log', 'reply.log', 'lead.set']);
    expect(attempts()).toHaveLength(1);
    expect(await setting.replica.database.count('sealed')).toBe(0);
    expect(await setting.panel('panel.connection', {})).toMatchObject({ state: 'signed_in', pending: 0 });
  });

  test('another member neither sees nor sends it, and it outlives their stay', async () => {
    await doThings();
    await setting.panel('panel.disconnect', {});
    setting.worker.offline = false;
    await setting.replica.begin(OTHER);
    await sync();
    expect(setting.worker.pushes).toEqual([]);
    expect(await setting.panel('panel.connection', {})).toMatchObject({ pending: 0, rejected: 0 });
    // The lead is not even theirs.
    expect(await setting.panel('panel.hello', { leadId: 'lead-1' })).toMatchObject({ card: null });
    expect(await disk()).not.toContain('777123');
    await setting.panel('panel.disconnect', {});
    await setting.replica.begin(SESSION);
    await sync();
    expect(attempts()).toHaveLength(1);
  });

  test('what they did meanwhile, before the seal could be opened, is sent beside it', async () => {
    await doThings();
    await setting.panel('panel.disconnect', {});
    await setting.replica.begin(SESSION);
    setting.worker.offline = false;
    vi.setSystemTime(NOW + 60_000);
    setting.replica.sync.hurry();
    await sync();
    await setting.panel('panel.log', { leadId: 'lead-1', channel: 'email', outcome: 'sent' });
    await sync();
    expect(attempts().map(({ body }) => ('channel' in body ? body.channel : null))).toEqual([
      'call',
      'email',
    ]);
    expect(await rowsOf(setting.replica.database, MEMBER)).toHaveLength(4);
  });

  test('stopped between signing out and sealing, the next start seals', async () => {
    await doThings();
    await fakeBrowser.storage.local.remove('session');
    await setting.restart();
    expect(await disk()).not.toContain('777123');
    expect(await setting.replica.database.count('sealed')).toBe(1);
  });

  test('a workspace that never gave a key: it stays as it is, for losing it would be worse', async () => {
    await setting.replica.database.clear('seals');
    await doThings();
    await setting.panel('panel.disconnect', {});
    expect(await rowsOf(setting.replica.database, MEMBER)).toHaveLength(3);
  });

  test('revoked: the same', async () => {
    await doThings();
    setting.worker.offline = false;
    setting.worker.revoked = true;
    setting.replica.sync.hurry();
    await sync();
    expect(await readSession()).toBeUndefined();
    expect(await disk()).not.toContain('777123');
  });
});

describe('[PRI3] two weeks without contact', () => {
  const base = 'chrome-extension://own/';
  test('the copy goes and what waits is sealed; it says why', async () => {
    await doThings();
    vi.setSystemTime(NOW + 15 * DAY_MS);
    await wake(setting.replica, base);
    expect(await setting.replica.database.count('leads')).toBe(0);
    expect(await disk()).not.toContain('777123');
    expect(await setting.panel('panel.connection', {})).toMatchObject({
      state: 'signed_out',
      message: expect.stringContaining('two weeks'),
      waiting: 3,
    });
  });

  test('a day less, and everything is still there', async () => {
    await doThings();
    vi.setSystemTime(NOW + 13 * DAY_MS);
    await wake(setting.replica, base);
    expect(await setting.panel('panel.connection', {})).toMatchObject({ state: 'signed_in', pending: 3 });
  });

  test('a clock that is years ahead forgets nothing while the workspace answers', async () => {
    await doThings();
    setting.worker.offline = false;
    vi.setSystemTime(NOW + 3_000 * DAY_MS);
    setting.replica.sync.hurry();
    await wake(setting.replica, base);
    expect(await setting.panel('panel.connection', {})).toMatchObject({ state: 'signed_in', pending: 0 });
    expect(attempts()).toHaveLength(1);
  });
});
