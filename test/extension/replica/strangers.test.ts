// @vitest-environment node
/** Whose lead a strange address is, asked by hash and only where the filter says it may be one. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MINUTE_MS } from '../../../shared/time.ts';
import { addressHash, OTHER } from './fakeWorker.ts';
import { NOW, openCard, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const CARLA = {
  leadId: 'lead-9',
  stage: 'mql',
  owner: { id: 'carla', name: 'Carla Souza' },
  touched: { at: NOW - MINUTE_MS, by: { id: 'carla', name: 'Carla Souza' } },
};
const HERS = 'hers@clinic.example';
const STRANGERS = Array.from({ length: 40 }, (_, n) => ({ email: `stranger${n}@elsewhere.example` }));

let setting: Setting;
beforeEach(async () => {
  setting = await setUp();
  setting.worker.colleagues.set(HERS, CARLA);
  await refreshed();
});
afterEach(() => setting.close());

/** The filter is asked for again once it is old. */
async function refreshed(): Promise<void> {
  vi.setSystemTime(Date.now() + 11 * MINUTE_MS);
  await setting.replica.sync.request();
}
const chips = async (people: readonly { email: string }[]) =>
  (await setting.page('page.people', { people: [...people] }))?.chips;
const chipOf = async (email: string) => (await chips([{ email }]))?.[0];
const answered = (times = 1) => vi.waitFor(() => expect(setting.worker.lookups).toHaveLength(times));
const known = (email = HERS) =>
  vi.waitFor(async () => expect(await chipOf(email)).toBeTruthy(), { timeout: 3_000 });
const bodies = () => JSON.stringify(setting.worker.requests.map(({ path }) => path));

describe('[ACC3] a colleague’s lead', () => {
  test('chips as stage and first name, and nothing else of the lead', async () => {
    expect(await chipOf(HERS)).toBeNull();
    await known();
    const chip = await chipOf(` ${HERS.toUpperCase()}`);
    expect(chip).toMatchObject({
      stage: 'MQL',
      score: null,
      clock: null,
      note: expect.stringContaining('Carla'),
    });
    expect(JSON.stringify(chip)).not.toMatch(/lead-9|Souza|hers@/);
  });

  test('its card says whose it is and when they last spoke, and a try may be logged on it', async () => {
    await known();
    const hello = await openCard(setting, HERS);
    expect(hello).toMatchObject({ card: null, foreign: { owner: 'Carla', touch: { who: 'Carla' } } });
    const call = { leadId: 'lead-9', channel: 'call', outcome: 'connected' } as const;
    expect(await setting.card('panel.log', call)).toMatchObject({ done: true });
    await setting.replica.sync.request();
    const sent = setting.worker.pushes.flatMap((push) => push.commands);
    expect(sent).toMatchObject([{ kind: 'attempt.log', body: { leadId: 'lead-9' } }]);
  });

  test('nothing may be logged on a lead this device was told nothing of', async () => {
    const call = { leadId: 'lead-77', channel: 'call', outcome: 'connected' } as const;
    expect(await setting.panel('panel.log', call)).toMatchObject({ done: false });
  });

  test('is told again after ten minutes, and shown meanwhile as it was', async () => {
    await known();
    setting.worker.colleagues.set(HERS, { ...CARLA, stage: 'sql' });
    expect((await chipOf(HERS))?.stage).toBe('MQL');
    expect(setting.worker.lookups).toHaveLength(1);
    vi.setSystemTime(Date.now() + 11 * MINUTE_MS);
    expect((await chipOf(HERS))?.stage).toBe('MQL');
    await answered(2);
    await vi.waitFor(async () => expect((await chipOf(HERS))?.stage).toBe('SQL'));
  });

  test('a stopped service worker asks nothing twice', async () => {
    await known();
    await setting.restart();
    expect(await chipOf(HERS)).toBeTruthy();
    expect(setting.worker.lookups).toHaveLength(1);
  });

  test('goes with whoever signs out', async () => {
    await known();
    await setting.panel('panel.disconnect', {});
    await setting.replica.begin(OTHER);
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('Carla');
  });
});

describe('[PRI1] strange addresses', () => {
  test('what the filter does not know is never asked about', async () => {
    await chips([...STRANGERS, { email: HERS }]);
    await answered();
    await chips(STRANGERS);
    const asked = new Set(setting.worker.lookups.flat());
    const passed = STRANGERS.filter(({ email }) => asked.has(addressHash(email)));
    expect(asked).toContain(addressHash(HERS));
    // One in 256 strangers may pass; of forty hardly one does.
    expect(passed.length).toBeLessThan(3);
  });

  test('they travel as keyed hashes in a body, several at once', async () => {
    const many = Array.from({ length: 60 }, (_, n) => `theirs${n}@clinic.example`);
    for (const [n, email] of many.entries())
      setting.worker.colleagues.set(email, { ...CARLA, leadId: `l${n}` });
    await refreshed();
    await chips(many.map((email) => ({ email })));
    await answered(2);
    expect(setting.worker.lookups.map((lot) => lot.length)).toEqual([50, 10]);
    expect(bodies()).not.toMatch(/theirs|clinic\.example/);
  });

  test('own leads are never asked about', async () => {
    await chips([{ email: 'ana@clinic.example' }, { email: HERS }]);
    await answered();
    expect(setting.worker.lookups).toEqual([[addressHash(HERS)]]);
  });

  test('a phone or a record that is not here is nobody’s to ask about', async () => {
    const record = { system: 'hubspot', object: 'contact', id: '77' };
    const people = [{ phone: '+5511999998888' }, { record }, { email: HERS }];
    const reply = await setting.page('page.people', { people });
    expect(reply?.chips).toEqual([null, null, null]);
    await answered();
    expect(setting.worker.lookups).toEqual([[addressHash(HERS)]]);
  });

  test('the filter is fetched again only when it changed', async () => {
    const fetched = () => setting.worker.requests.filter(({ path }) => path === '/v1/lookup/filter').length;
    const before = await setting.replica.database.get('filter', 'filter');
    await refreshed();
    const after = await setting.replica.database.get('filter', 'filter');
    expect(fetched()).toBe(3);
    expect(after?.tag).toBe(before?.tag);
    expect(after?.at).toBeGreaterThan(before?.at ?? 0);
  });

  test('offline nothing is asked again and again', async () => {
    setting.worker.offline = true;
    await chipOf(HERS);
    const asked = () => setting.worker.requests.filter(({ path }) => path === '/v1/lookup').length;
    await vi.waitFor(() => expect(asked()).toBe(1));
    for (let n = 0; n < 5; n += 1) await chipOf(HERS);
    expect(asked()).toBe(1);
  });
});

describe('[OVR1] how much a chip says', () => {
  test('its clock only: no score, no stage, and its name is still whole', async () => {
    await setting.panel('panel.settings', { change: { density: 'clock' } });
    const chip = await chipOf('ana@clinic.example');
    expect(chip).toMatchObject({ score: null, stage: '', clock: { status: 'running' } });
    expect(chip?.label).toContain('MQL');
  });

  test('only what is due today', async () => {
    await setting.panel('panel.settings', { change: { density: 'today' } });
    expect(await chipOf('ana@clinic.example')).toBeTruthy();
    await setting.panel('panel.log', { leadId: 'lead-1', channel: 'call', outcome: 'no_answer' });
    expect(await chipOf('ana@clinic.example')).toBeNull();
    await setting.panel('panel.settings', { change: { density: 'full' } });
    expect(await chipOf('ana@clinic.example')).toMatchObject({ stage: 'MQL' });
  });
});
