// @vitest-environment node
/** What a device lives through: nothing queued is lost, nothing counts twice, and what is shown is true (ATT2, SYN7). */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openDatabase } from '../../../extension/replica/database.ts';
import { createKeeper, unopenedAnswer } from '../../../extension/replica/keeper.ts';
import { rowsOf } from '../../../extension/replica/outbox.ts';
import { openPeople } from '../../../extension/replica/people.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { HISTORY } from '../../shared/lead/agreement.ts';
import { MEMBER } from './fakeWorker.ts';
import { handedOver, NOW, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

/** As the first version made them. */
function firstStores(database: IDBDatabase): IDBObjectStore {
  database.createObjectStore('leads', { keyPath: 'id' });
  database.createObjectStore('keys', { keyPath: 'key' });
  database.createObjectStore('versions', { keyPath: 'version' });
  database.createObjectStore('copy');
  database.createObjectStore('clients', { keyPath: 'member' });
  database.createObjectStore('sends', { keyPath: 'send' }).createIndex('at', 'at');
  const outbox = database.createObjectStore('outbox', { keyPath: 'id' });
  outbox.createIndex('member', ['member', 'n']);
  outbox.createIndex('lead', 'leadId');
  return outbox;
}

let setting: Setting;
beforeEach(async () => {
  setting = await setUp();
});
afterEach(() => setting.close());

const sync = () => {
  setting.replica.sync.hurry();
  return setting.replica.sync.request();
};
const call = { leadId: 'lead-1', channel: 'call', outcome: 'no_answer' } as const;
const log = () => setting.panel('panel.log', call);
const attempts = () => setting.worker.attemptsOf('lead-1');
const connection = () => setting.panel('panel.connection', {});
const queued = async () =>
  Object.keys(await fakeBrowser.storage.local.get(null)).filter((name) => name.startsWith('queued:'));
const broken = () => {
  throw new DOMException('no space', 'QuotaExceededError');
};

describe('[ATT2] days offline', () => {
  test('ten days of work, the service worker stopped every day: all of it arrives, in order, once', async () => {
    setting.worker.offline = true;
    for (let day = 0; day < 10; day += 1) {
      vi.setSystemTime(NOW + day * DAY_MS);
      await log();
      await setting.restart();
    }
    await sync();
    expect(await connection()).toMatchObject({
      pending: 10,
      oldestPendingAt: NOW,
      problem: expect.any(String),
    });
    setting.worker.offline = false;
    await sync();
    await sync();
    expect(attempts().map(({ at }) => at)).toEqual(
      Array.from({ length: 10 }, (_, day) => NOW + day * DAY_MS),
    );
    expect(await connection()).toMatchObject({ pending: 0, problem: null });
    expect(await queued()).toEqual([]);
  });
});

describe('[ATT2] storage that fails', () => {
  test('a full disk: nothing is said to be saved, and with room again it is', async () => {
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(broken);
    const answer = await log();
    add.mockRestore();
    expect(answer).toMatchObject({ done: false, why: expect.stringContaining('space') });
    expect(await rowsOf(setting.replica.database, MEMBER)).toEqual([]);
    expect(await queued()).toEqual([]);
    expect(await log()).toMatchObject({ done: true });
    await sync();
    expect(attempts()).toHaveLength(1);
  });

  test('a second place that is full loses nothing of the first', async () => {
    const set = fakeBrowser.storage.local.set;
    fakeBrowser.storage.local.set = (async () => broken()) as never;
    expect(await log()).toMatchObject({ done: true });
    fakeBrowser.storage.local.set = set;
    await sync();
    expect(attempts()).toHaveLength(1);
  });

  test('a database that is gone: what was queued comes back and arrives, the copy is pulled anew', async () => {
    setting.worker.offline = true;
    await log();
    vi.setSystemTime(NOW + MINUTE_MS);
    await setting.panel('panel.set', { leadId: 'lead-1', field: 'budget', value: 5 });
    vi.stubGlobal('indexedDB', new IDBFactory());
    await setting.restart();
    expect(await connection()).toMatchObject({ pending: 2, oldestPendingAt: NOW });
    setting.worker.offline = false;
    await sync();
    expect(setting.worker.pushes.flatMap((push) => push.commands).map(({ kind, n }) => [kind, n])).toEqual([
      ['attempt.log', 1],
      ['lead.set', 2],
    ]);
    expect(await setting.panel('panel.hello', { leadId: 'lead-1' })).toMatchObject({ card: { name: 'Ana' } });
  });

  test('gone after the workspace took it and before it said so: it is still there once', async () => {
    setting.worker.deaf = true;
    await log();
    await sync();
    expect(attempts()).toHaveLength(1);
    setting.worker.deaf = false;
    vi.stubGlobal('indexedDB', new IDBFactory());
    await setting.restart();
    await sync();
    expect(attempts()).toHaveLength(1);
    expect(await connection()).toMatchObject({ pending: 0 });
  });

  test('a database that cannot be opened any more is begun afresh', async () => {
    setting.worker.offline = true;
    await log();
    const open = IDBFactory.prototype.open;
    let refusals = 0;
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...asked) {
      if (refusals < 3) {
        refusals += 1;
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      }
      return open.apply(this, asked);
    });
    await setting.restart();
    vi.restoreAllMocks();
    expect(refusals).toBe(3);
    expect(await connection()).toMatchObject({ pending: 1 });
    setting.worker.offline = false;
    await sync();
    expect(attempts()).toHaveLength(1);
  });

  test('one that a newer version of the extension left is used as it is', async () => {
    setting.worker.offline = true;
    await log();
    setting.replica.database.close();
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('combinado', 9);
      request.addEventListener('success', () => resolve(request.result));
    });
    newer.close();
    await setting.restart();
    expect(await connection()).toMatchObject({ pending: 1 });
  });

  test('an upgrade from the first version keeps what was queued', async () => {
    const factory = new IDBFactory();
    vi.stubGlobal('indexedDB', factory);
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = factory.open('combinado', 1);
      request.addEventListener('upgradeneeded', () => {
        const outbox = firstStores(request.result);
        outbox.add({ id: 'a', member: MEMBER, n: 1, leadId: 'lead-1', state: 'pending' });
      });
      request.addEventListener('success', () => resolve(request.result));
    });
    old.close();
    const database = await openDatabase();
    expect(await rowsOf(database, MEMBER)).toMatchObject([{ id: 'a', state: 'pending' }]);
    expect([...database.objectStoreNames]).toEqual(expect.arrayContaining(['sealed', 'notices', 'filter']));
    database.close();
  });

  test('[IDN4] an upgrade from the second version says of every lead which company it is of', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    const company = { system: 'hubspot', object: 'company', id: '51' };
    const ofCompany = (leadId: string, email: string) =>
      handedOver(leadId, email).map((one) =>
        one.kind === 'lead.captured' ? { ...one, body: { ...one.body, externalIds: [company] } } : one,
      );
    const leads = [
      ['ana', ofCompany('ana', 'ana@gmail.com')],
      ['rui', ofCompany('rui', 'rui@gmail.com')],
      ['zoe', ofCompany('zoe', 'zoe@elsewhere.example')],
      ['leo', handedOver('leo', 'leo@gmail.com')],
    ] as const;
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('combinado', 2);
      request.addEventListener('upgradeneeded', () => {
        const outbox = firstStores(request.result);
        outbox.add({ id: 'a', member: MEMBER, n: 1, leadId: 'ana', state: 'pending' });
        for (const name of ['notices', 'told', 'filter', 'seals', 'sealed'])
          request.result.createObjectStore(name);
        const { transaction } = request;
        transaction?.objectStore('versions').add(HISTORY.at(-1));
        for (const [id, facts] of leads)
          transaction?.objectStore('leads').add({ id, revision: 1, facts, keys: [`email:${id}`] });
      });
      request.addEventListener('success', () => resolve(request.result));
    });
    old.close();
    const database = await openDatabase();
    expect(await rowsOf(database, MEMBER)).toMatchObject([{ id: 'a', state: 'pending' }]);
    const people = await openPeople(database);
    expect(people.ofAccount('id:hubspot/company/51')).toEqual(['ana', 'rui']);
    expect(people.ofAccount('domain:elsewhere.example')).toEqual(['zoe']);
    expect((await database.get('leads', 'leo'))?.keys).toEqual(['email:leo']);
    expect((await database.get('leads', 'ana'))?.keys).toContain('email:ana');
    database.close();
  });

  test('while nothing can be opened it says so, and tries again when next asked', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(broken);
    fakeBrowser.permissions.getAll = (async () => ({ origins: [] })) as never;
    fakeBrowser.scripting.getRegisteredContentScripts = (async () => []) as never;
    const keeper = createKeeper(() => undefined);
    await expect(keeper.ready()).rejects.toThrow('no space');
    expect(unopenedAnswer({ type: 'panel.connection', ask: {} })).toMatchObject({
      message: expect.stringContaining('could not store'),
    });
    expect(unopenedAnswer({ type: 'page.people', ask: { people: [] } })).toBeUndefined();
    open.mockRestore();
    const { replica } = await keeper.ready();
    replica.database.close();
  });
});

describe('[ATT5] a clock that is wrong by years', () => {
  test.each([
    ['ahead', 4_000 * DAY_MS],
    ['behind', -4_000 * DAY_MS],
  ])('%s: what was done offline arrives with a time that can be, and nothing is lost', async (_, wrong) => {
    setting.worker.offline = true;
    vi.setSystemTime(NOW + wrong);
    setting.worker.aheadMs = -wrong;
    expect(await log()).toMatchObject({ done: true });
    await setting.restart();
    setting.worker.offline = false;
    await sync();
    expect(attempts()).toHaveLength(1);
    expect(await connection()).toMatchObject({ state: 'signed_in', pending: 0, problem: null });
    // From the next contact on it is right, whatever the device says.
    vi.setSystemTime(NOW + wrong + HOUR_MS);
    await log();
    await sync();
    const second = setting.worker.pushes.flatMap((push) => push.commands).at(-1);
    expect(second?.at).toBe(NOW + HOUR_MS);
  });
});

describe('[SYN8] a worker of another age', () => {
  test('one that no longer speaks with us: it is said, nothing is lost, and it goes on once both are up to date', async () => {
    setting.worker.foreign = true;
    await log();
    await sync();
    expect(await connection()).toMatchObject({
      state: 'signed_in',
      pending: 1,
      problem: expect.stringContaining('Update the extension'),
    });
    setting.worker.foreign = false;
    await sync();
    expect(attempts()).toHaveLength(1);
    expect(await connection()).toMatchObject({ pending: 0, problem: null });
  });

  test('an older one, without what came later, is worked with all the same', async () => {
    for (const path of ['/v1/me/seal', '/v1/lookup/filter', '/v1/notices']) setting.worker.missing.add(path);
    await setting.replica.database.clear('seals');
    await setting.replica.database.clear('filter');
    await log();
    await sync();
    expect(attempts()).toHaveLength(1);
    expect(await connection()).toMatchObject({ pending: 0, problem: null });
    expect(await setting.panel('panel.notices', {})).toMatchObject({ notices: [], whole: false });
  });
});

describe('[ATT2] one click told twice', () => {
  const gesture = '019d4dd9-9b80-7345-a27c-4846d44ad70b';

  test('is recorded once, and answered the second time as the first', async () => {
    const first = await setting.panel('panel.log', { ...call, gesture });
    await setting.restart();
    expect(await setting.panel('panel.log', { ...call, gesture })).toEqual(first);
    await sync();
    expect(attempts()).toHaveLength(1);
  });

  test('is not judged by what it changed itself', async () => {
    const nobodys = handedOver('lead-2', 'free@clinic.example').filter(
      ({ kind }) => !kind.startsWith('owner.'),
    );
    setting.worker.put('lead-2', nobodys);
    await sync();
    const first = await setting.panel('panel.take', { leadId: 'lead-2', gesture });
    expect(first).toMatchObject({ done: true });
    expect(await setting.panel('panel.take', { leadId: 'lead-2', gesture })).toEqual(first);
    expect(await setting.panel('panel.take', { leadId: 'lead-2' })).toMatchObject({ done: false });
  });

  test('an answer to a hand-off reaches the workspace without it', async () => {
    const handoff = handedOver().find(({ kind }) => kind === 'handoff.opened')?.id ?? '';
    await setting.panel('panel.answer', { leadId: 'lead-1', handoff, answer: 'accepted', gesture });
    await sync();
    const [command] = setting.worker.pushes.flatMap((push) => push.commands);
    expect(command?.body).toEqual({ leadId: 'lead-1', handoff, answer: 'accepted' });
  });
});
