// @vitest-environment node
/** What holds for sites on this device: the agreement in force, the person's own, a company's policy (OVR5, PRI2). */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import {
  forgetTaught,
  keepTaught,
  managed,
  taughtSites,
  wantedSites,
} from '../../../extension/replica/siteRules.ts';
import { agreement, version } from '../../shared/lead/agreement.ts';
import { MAIL_SITE, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let setting: Setting;
afterEach(() => setting.close());
const HOST = new URL(MAIL_SITE).hostname;
const agreed = (sites?: Definitions['sites']) => version({ ...agreement(), ...(sites && { sites }) });
const begin = async (sites?: Definitions['sites']) => {
  setting = await setUp(undefined, [agreed(sites)]);
};
const idsHere = async () => (await setting.page('page.site', {}))?.sites.map(({ id }) => id);
const taught = {
  id: 'taught',
  hosts: [HOST],
  views: [{ view: 'list' as const, rows: ['tr'], people: ['a'], address: 'mailto' as const }],
};

beforeEach(() => vi.restoreAllMocks());

test('[OVR5] what the agreement says of a site reaches the page that asks what it is', async () => {
  await begin([{ id: 'ours', hosts: [HOST], off: true }]);
  expect(await idsHere()).toEqual([]);
});

test('[OVR5] without a word about sites a page may be whatever people host themselves', async () => {
  await begin();
  expect(await idsHere()).toContain('generic');
});

test('[OVR5] what the person taught is kept, comes first, and can be forgotten', async () => {
  await begin([{ id: 'ours', hosts: [HOST], off: true }]);
  await keepTaught(taught);
  await keepTaught({ ...taught, label: 'Again' });
  expect(await taughtSites()).toEqual([{ ...taught, label: 'Again' }]);
  expect(await idsHere()).toEqual(['taught']);
  await forgetTaught('taught');
  expect(await idsHere()).toEqual([]);
});

test('[OVR5] what is stored and no longer understood is passed over', async () => {
  await begin();
  await fakeBrowser.storage.local.set({ taughtSites: [{ ...taught, script: 'x' }] });
  expect(await taughtSites()).toEqual([]);
});

test('[PRI2] sites the agreement and the company name are offered, each once, and none is taken', async () => {
  await begin([
    { id: 'roundcube', hosts: ['mail.ours.example'] },
    { id: 'ours', label: 'Our CRM', hosts: ['crm.ours.example'] },
    { id: 'old', hosts: ['old.ours.example'], off: true },
  ]);
  fakeBrowser.storage.managed.get = (async () => ({
    worker: 'https://combinado.ours.example',
    sites: ['crm.ours.example', 'desk.ours.example', 'https://no/host'],
  })) as never;
  expect((await wantedSites(setting.replica)).map(({ host, name }) => [host, name])).toEqual([
    ['mail.ours.example', 'Roundcube (mail.ours.example)'],
    ['crm.ours.example', 'Our CRM (crm.ours.example)'],
    ['desk.ours.example', 'desk.ours.example'],
  ]);
  expect((await managed()).worker).toBe('https://combinado.ours.example');
});

test('[PRI2] a policy that is not there, or nonsense, presets nothing', async () => {
  await begin();
  fakeBrowser.storage.managed.get = (async () => Promise.reject(new Error('no manifest'))) as never;
  expect(await managed()).toEqual({ worker: null, sites: [] });
  fakeBrowser.storage.managed.get = (async () => ({ worker: 7, sites: 'x' })) as never;
  expect(await managed()).toEqual({ worker: null, sites: [] });
});
