// @vitest-environment node
/** Commands up and rows down between a device and a workspace that misbehave in every agreed way. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import { clientOf } from '../../../extension/replica/numbering.ts';
import { prune, record, rejectedOf, rowsOf, type NewCommand } from '../../../extension/replica/outbox.ts';
import { copyFor } from '../../../extension/replica/pull.ts';
import { readSession } from '../../../extension/replica/session.ts';
import { MEMBER } from './fakeWorker.ts';
import { handedOver, NOW, openCard, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let setting: Setting;
beforeEach(async () => {
  setting = await setUp();
});
afterEach(() => setting.close());

const call = { leadId: 'lead-1', channel: 'call', outcome: 'no_answer' } as const;
const log = () => setting.panel('panel.log', call);
const sync = () => setting.replica.sync.request();
const attempts = () => setting.worker.attemptsOf('lead-1');

describe('push', () => {
  test('[ATT2] an attempt is on the disk before it is called logged, and survives a stopped service worker', async () => {
    setting.worker.offline = true;
    expect(await log()).toMatchObject({ done: true });
    await setting.restart();
    setting.worker.offline = false;
    await sync();
    expect(attempts()).toHaveLength(1);
    const [row] = await rowsOf(setting.replica.database, MEMBER);
    expect(attempts()[0]?.id).toBe(row?.id);
  });

  test('[SYN3] the transaction that records is a strict one', async () => {
    const opened = vi.spyOn(setting.replica.database, 'transaction');
    await log();
    const writes = opened.mock.calls.filter(([stores]) => Array.isArray(stores) && stores.includes('outbox'));
    expect(writes.map(([, mode, options]) => [mode, options])).toContainEqual([
      'readwrite',
      { durability: 'strict' },
    ]);
  });

  test('[ATT2] days offline lose nothing and double nothing', async () => {
    setting.worker.offline = true;
    for (let day = 0; day < 4; day += 1) {
      await log();
      vi.setSystemTime(NOW + (day + 1) * DAY_MS);
      await setting.restart();
    }
    setting.worker.offline = false;
    await sync();
    expect(attempts().map(({ at }) => at)).toEqual([0, 1, 2, 3].map((day) => NOW + day * DAY_MS));
  });

  test('[SYN1] an answer lost on the way is asked again and doubles nothing', async () => {
    setting.worker.deaf = true;
    await log();
    await vi.waitFor(() => expect(attempts()).toHaveLength(1));
    await setting.restart();
    setting.worker.deaf = false;
    await sync();
    expect(attempts()).toHaveLength(1);
    expect(await rowsOf(setting.replica.database, MEMBER)).toMatchObject([{ state: 'acknowledged' }]);
  });

  test('[SYN1] n is gapless from 1', async () => {
    setting.worker.offline = true;
    await Promise.all([log(), log(), log()]);
    setting.worker.offline = false;
    await setting.restart();
    await sync();
    expect(setting.worker.pushes.at(-1)?.commands.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  test('[SYN1] after a gap everything past lastN is pushed again', async () => {
    await log();
    await sync();
    await log();
    await sync();
    const { clientId } = await clientOf(setting.replica.database, MEMBER);
    setting.worker.forget(clientId, 0);
    setting.worker.put('lead-1', handedOver());
    await log();
    await sync();
    expect(attempts()).toHaveLength(3);
    expect((await clientOf(setting.replica.database, MEMBER)).clientId).toBe(clientId);
  });

  test('[SYN1] a fork takes a new client id and keeps the ids of what is pending', async () => {
    await log();
    await sync();
    const before = await clientOf(setting.replica.database, MEMBER);
    // Another device with a copy of this profile used the same number.
    await setting.replica.database.put('clients', { ...before, lastN: 0 });
    setting.worker.offline = true;
    await log();
    const pending = (await rowsOf(setting.replica.database, MEMBER)).find(({ state }) => state === 'pending');
    setting.worker.offline = false;
    await setting.restart();
    await sync();
    const after = await clientOf(setting.replica.database, MEMBER);
    expect(after.clientId).not.toBe(before.clientId);
    expect(setting.worker.pushes.at(-1)).toMatchObject({
      clientId: after.clientId,
      commands: [{ n: 1, id: pending?.id }],
    });
    expect(attempts()).toHaveLength(2);
  });

  test('[SYN6] after a restore the copy is pulled afresh and 30 days of commands come again, once', async () => {
    await log();
    await sync();
    vi.setSystemTime(NOW + MINUTE_MS);
    await log();
    await sync();
    const { clientId } = await clientOf(setting.replica.database, MEMBER);
    setting.worker.restore(new Map([['lead-1', handedOver()]]));
    await sync();
    expect(attempts().map(({ at }) => at)).toEqual([NOW, NOW + MINUTE_MS]);
    expect((await clientOf(setting.replica.database, MEMBER)).clientId).not.toBe(clientId);
    expect((await copyFor(setting.replica.database, MEMBER))?.epoch).toBe('e2');
    // Each says in which epoch it was acknowledged, also after a second restore.
    expect(setting.worker.pushes.at(-1)?.commands.map(({ ackedIn }) => ackedIn)).toEqual(['e1', 'e1']);
    setting.worker.restore(new Map([['lead-1', handedOver()]]));
    await sync();
    expect(setting.worker.pushes.at(-1)?.commands.map(({ ackedIn }) => ackedIn)).toEqual(['e1', 'e1']);
  });

  test('[PRI4] of somebody erased the device keeps nothing it has pushed', async () => {
    await log();
    await sync();
    expect(await rowsOf(setting.replica.database, MEMBER)).toHaveLength(1);
    setting.worker.erase('lead-1');
    await sync();
    expect(await rowsOf(setting.replica.database, MEMBER)).toEqual([]);
    expect(await setting.replica.database.getAll('leads')).toEqual([]);
  });

  test('[SYN6] what is older than 30 days is not pushed again', async () => {
    await log();
    await sync();
    vi.setSystemTime(NOW + 31 * DAY_MS);
    setting.worker.restore(new Map([['lead-1', handedOver()]]));
    await sync();
    expect(attempts()).toHaveLength(0);
  });

  test('[SYN2] a rejected command is kept and shown, and the next one goes through', async () => {
    setting.worker.reject = (kind) => (kind === 'lead.set' ? 'conflict' : undefined);
    await setting.panel('panel.set', { leadId: 'lead-1', field: 'budget', value: 5 });
    await log();
    await sync();
    expect(attempts()).toHaveLength(1);
    expect(await rejectedOf(setting.replica.database, MEMBER)).toMatchObject([
      { kind: 'lead.set', rejection: { code: 'conflict' } },
    ]);
    expect(await setting.panel('panel.connection', {})).toMatchObject({ pending: 0, rejected: 1 });
  });

  test('[SYN2] read by the person it is shown nowhere, kept 30 days, and nothing else goes with it', async () => {
    setting.worker.reject = (kind) => (kind === 'lead.set' ? 'conflict' : undefined);
    await setting.panel('panel.set', { leadId: 'lead-1', field: 'budget', value: 5 });
    await log();
    await sync();
    const ids = (await setting.panel('panel.unsettled', {}))?.refused.map(({ id }) => id) ?? [];
    expect(ids).toHaveLength(1);
    expect(await setting.panel('panel.readRefused', { ids: [...ids, 'none-of-ours'] })).toEqual({
      done: true,
    });
    expect(await setting.panel('panel.unsettled', {})).toEqual({ waiting: [], refused: [] });
    expect(await setting.panel('panel.connection', {})).toMatchObject({ pending: 0, rejected: 0 });
    expect((await setting.replica.states.of('lead-1', NOW))?.rejected).toEqual([]);
    expect(await setting.panel('panel.readRefused', { ids })).toEqual({ done: false });
    const kinds = async () => (await rowsOf(setting.replica.database, MEMBER)).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['lead.set', 'attempt.log']);
    await prune(setting.replica.database, MEMBER, NOW + 31 * DAY_MS);
    expect(await kinds()).toEqual(['attempt.log']);
  });

  test('[SYN2] a command of a newer extension stays in the outbox and hides no lead', async () => {
    const { database, states } = setting.replica;
    const command = { kind: 'no.such', body: { leadId: 'lead-1' }, at: NOW };
    await record(database, MEMBER, [command as unknown as NewCommand]);
    states.forgetAll();
    expect((await states.of('lead-1', NOW))?.pending).toHaveLength(1);
  });

  test('[SYN1] a state change says which revision it saw, an append does not', async () => {
    await setting.panel('panel.set', { leadId: 'lead-1', field: 'budget', value: 5 });
    await log();
    await sync();
    const commands = setting.worker.pushes.flatMap((push) => push.commands);
    expect(commands).toMatchObject([{ kind: 'lead.set', baseRevision: 1 }, { kind: 'attempt.log' }]);
    expect(commands[1]).not.toHaveProperty('baseRevision');
  });

  test('[ATT5] what is done on a device with a wrong clock carries the worker’s time', async () => {
    setting.worker.aheadMs = 3 * 60 * MINUTE_MS;
    await sync();
    await log();
    await sync();
    const [command] = setting.worker.pushes.at(-1)?.commands ?? [];
    expect(command).toMatchObject({
      at: NOW + setting.worker.aheadMs,
      knownAt: NOW + setting.worker.aheadMs,
    });
  });
});

describe('pull', () => {
  test('[SYN4] pages are taken to the head, and a page cut off is asked for again', async () => {
    for (let n = 0; n < 7; n += 1)
      setting.worker.put(`lead-${n}`, handedOver(`lead-${n}`, `p${n}@clinic.example`));
    setting.worker.leadsPerPage = 2;
    await sync();
    const people = Array.from({ length: 7 }, (_, n) => ({ email: `p${n}@clinic.example` }));
    const reply = await setting.page('page.people', { people });
    expect(reply?.chips.map((chip) => chip?.stage)).toEqual(Array.from({ length: 7 }, () => 'MQL'));
  });

  test('[SYN4] rows and cursor are one transaction: a page that cannot be stored leaves both as they were', async () => {
    const { database } = setting.replica;
    const before = await copyFor(database, MEMBER);
    setting.worker.put('lead-2', handedOver('lead-2', 'two@clinic.example'));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      throw new DOMException(this.name, 'QuotaExceededError');
    });
    await sync();
    put.mockRestore();
    expect(setting.replica.sync.failure()).toEqual({ kind: 'storage' });
    expect((await copyFor(database, MEMBER))?.cursor).toBe(before?.cursor);
    expect(await database.get('leads', 'lead-2')).toBeUndefined();
  });

  test('[SYN4] a lead that left the view is forgotten', async () => {
    setting.worker.remove('lead-1');
    await sync();
    const reply = await setting.page('page.people', { people: [{ email: 'ana@clinic.example' }] });
    expect(reply?.chips).toEqual([null]);
  });

  test('[SYN5] a chip is right after a restart of the service worker, with no poke and no network', async () => {
    setting.worker.offline = true;
    await setting.restart();
    const reply = await setting.page('page.people', { people: [{ email: 'ANA@clinic.example ' }] });
    expect(reply?.chips).toMatchObject([{ stage: 'MQL', clock: { status: 'running' } }]);
  });
});

describe('what is shown meanwhile', () => {
  test('[SYN7] a pending attempt meets the clock on the device, and its number is visible', async () => {
    setting.worker.offline = true;
    await log();
    const hello = await openCard(setting);
    expect(hello?.card).toMatchObject({ pending: 1 });
    expect(hello?.card?.clocks.map(({ face }) => face.status)).toContain('met');
    expect(hello?.card?.attempts.history).toMatchObject([{ pending: true }]);
    expect(await setting.panel('panel.connection', {})).toMatchObject({ pending: 1, oldestPendingAt: NOW });
  });

  test('[SYN7] once acknowledged it is shown once', async () => {
    await log();
    await sync();
    const hello = await openCard(setting);
    expect(hello?.card?.attempts.history).toMatchObject([{ pending: false }]);
  });

  test('[FCT7] the device never decides: a signal it cannot act on changes no stage', async () => {
    setting.worker.reject = () => 'forbidden';
    await setting.panel('panel.answer', { leadId: 'lead-1', handoff: 'none', answer: 'accepted' });
    await sync();
    const hello = await openCard(setting);
    expect(hello?.card?.stages.find(({ state }) => state === 'now')?.id).toBe('mql');
  });
});

describe('signing out', () => {
  test('[ATT2] signing out empties the copy and keeps what is to be sent for the same member', async () => {
    setting.worker.offline = true;
    await log();
    await setting.panel('panel.disconnect', {});
    expect(await setting.page('page.people', { people: [{ email: 'ana@clinic.example' }] })).toEqual({
      chips: [null],
    });
    expect(await setting.replica.database.count('leads')).toBe(0);
    expect(await setting.panel('panel.connection', {})).toMatchObject({ state: 'signed_out', waiting: 1 });
  });

  test('[ACC4] a token the worker no longer knows signs out, and says so with a next step', async () => {
    setting.worker.offline = true;
    await log();
    setting.worker.offline = false;
    setting.worker.revoked = true;
    await setting.restart();
    await sync();
    expect(await readSession()).toBeUndefined();
    expect(await setting.panel('panel.connection', {})).toMatchObject({
      state: 'signed_out',
      message: expect.stringContaining('connect again'),
      waiting: 1,
    });
  });

  test('[ACC1] the token travels in the header and never in an address', async () => {
    await log();
    await sync();
    expect(
      setting.worker.requests.every(({ authorization }) => authorization?.startsWith('Bearer cmb_')),
    ).toBe(true);
    expect(setting.worker.requests.map(({ path }) => path).join()).not.toContain('secret');
  });
});
