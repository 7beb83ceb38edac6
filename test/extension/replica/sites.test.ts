// @vitest-environment node
/** Where the overlay may run: nowhere at first, then exactly where the person said. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBroadcast } from '../../../extension/replica/broadcast.ts';
import { openSites } from '../../../extension/replica/sites.ts';
import { createTabs } from '../../../extension/replica/tabs.ts';
import { SITES } from '../../../extension/sites/index.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let granted: string[];
let registered: { id: string; matches?: string[]; allFrames?: boolean; persistAcrossSessions?: boolean }[];
let injected: number[];
let told: { tab: number; push: unknown }[];

beforeEach(() => {
  fakeBrowser.reset();
  granted = [];
  registered = [];
  injected = [];
  told = [];
  fakeBrowser.permissions.getAll = (async () => ({ origins: granted })) as never;
  fakeBrowser.scripting = {
    getRegisteredContentScripts: async () => registered,
    registerContentScripts: async (scripts: typeof registered) => void registered.push(...scripts),
    updateContentScripts: async (scripts: typeof registered) => void (registered = scripts),
    unregisterContentScripts: async () => void (registered = []),
    executeScript: async ({ target }: { target: { tabId: number } }) => void injected.push(target.tabId),
  } as never;
  fakeBrowser.tabs.query = (async () => [{ id: 7 }, { id: 8 }]) as never;
  fakeBrowser.tabs.sendMessage = (async (tab: number, push: unknown) =>
    void told.push({ tab, push })) as never;
});

test('[PRI2] it starts with access to no site', async () => {
  const sites = await openSites();
  await sites.reconcile();
  expect(registered).toEqual([]);
  expect(sites.granted('https://mail.google.com/mail/u/0/')).toBe(false);
  expect(sites.list('en', false).some((site) => site.granted)).toBe(false);
});

test('[PRI2] a site given is registered in all its frames and put into open pages; nothing else is', async () => {
  const sites = await openSites();
  granted = ['https://mail.google.com/*'];
  const { came } = await sites.reconcile();
  await sites.inject(came);
  expect(registered).toMatchObject([
    { matches: ['https://mail.google.com/*'], allFrames: true, persistAcrossSessions: true },
  ]);
  expect(injected).toEqual([7, 8]);
  expect(sites.granted('https://mail.google.com/mail/u/0/#inbox')).toBe(true);
  expect(sites.granted('https://calendar.google.com/')).toBe(false);
});

test('[PRI2] each can be taken back alone, and only its pages are told to take everything off', async () => {
  granted = ['https://crm.example.com/*', 'https://mail.google.com/*'];
  const sites = await openSites();
  await sites.reconcile();
  const tabs = createTabs();
  await tabs.see(1, 'https://mail.google.com');
  await tabs.see(2, 'https://crm.example.com');
  granted = ['https://crm.example.com/*'];
  const { left } = await sites.reconcile();
  expect(left).toEqual(['https://mail.google.com/*']);
  expect(registered).toMatchObject([{ matches: ['https://crm.example.com/*'] }]);
  const gone = await tabs.seenAt((origin) => !sites.granted(`${origin}/`));
  await createBroadcast(() => sites.patterns()).off('site_off', gone);
  expect(told).toEqual([{ tab: 1, push: { push: 'off', body: { why: 'site_off' } } }]);
});

test('[PRI2] with the last site taken back nothing stays registered', async () => {
  granted = ['https://mail.google.com/*'];
  const sites = await openSites();
  await sites.reconcile();
  granted = [];
  await sites.reconcile();
  expect(registered).toEqual([]);
});

test('[PRI2] the list gives each site a reason and whole origins; the sample only beside a local worker', async () => {
  granted = ['https://mail.google.com/*', 'https://roundcube.example.com/*'];
  const sites = await openSites();
  const list = sites.list('en', false);
  expect(list.find(({ id }) => id === 'gmail')).toMatchObject({
    granted: true,
    origins: ['https://mail.google.com/*'],
  });
  expect(list.at(-1)).toMatchObject({ name: 'roundcube.example.com', granted: true });
  expect(
    list.every(({ why, origins }) => why.length > 20 && origins.every((origin) => origin.endsWith('/*'))),
  ).toBe(true);
  expect(list.map(({ id }) => id)).not.toContain('sample');
  expect(sites.list('en', true).map(({ id }) => id)).toContain('sample');
});

test('[PRI2] hosts the agreement or the company names are offered with a reason of their own, and not given', async () => {
  granted = ['https://*.shop.example/*', 'https://mine.example/*'];
  const sites = await openSites();
  const wanted = [
    { host: 'crm.ours.example', name: 'Our CRM' },
    { host: 'a.shop.example', name: 'Shop' },
    { host: 'mail.google.com', name: 'Gmail again' },
  ];
  const list = sites.list('en', false, wanted);
  const of = (name: string) => list.filter((site) => site.name === name);
  expect(of('Our CRM')).toMatchObject([{ granted: false, origins: ['https://crm.ours.example/*'] }]);
  expect(of('Our CRM')[0]?.why).toContain('Named by your team');
  expect(of('Shop')).toMatchObject([{ granted: true }]);
  expect(of('Gmail again')).toEqual([]);
  expect(of('mine.example')).toMatchObject([{ granted: true }]);
});

test('[PRI2] one address of a site that has several can be taken back alone', async () => {
  granted = ['https://outlook.office.com/*'];
  const list = (await openSites()).list('en', false);
  expect(list.find(({ id }) => id === 'outlook')).toMatchObject({ granted: false });
  expect(list.at(-1)).toMatchObject({ name: 'outlook.office.com', origins: granted, granted: true });
});

test.each(['en', 'pt-BR', 'es'] as const)(
  '[PRI2] every site is offered with one plain reason (%s)',
  async (language) => {
    const list = (await openSites()).list(language, true);
    expect(list.map(({ id }) => id).toSorted()).toEqual(SITES.map(({ id }) => id).toSorted());
    for (const { id, why } of list) expect(why, id).toMatch(/^\p{Lu}.{20,200}\.$/u);
    // What a company hosts itself has an address only they know.
    expect(list.filter(({ origins }) => origins.length === 0).map(({ id }) => id)).toEqual([
      'roundcube',
      'tryton',
    ]);
  },
);

test('[PRI2] personal numbers stand in a messenger: its notice says so, and it is asked for by itself', async () => {
  const list = (await openSites()).list('en', false);
  const alone = list.filter((site) => site.alone);
  expect(alone.map(({ id }) => id)).toEqual(['whatsapp']);
  expect(alone[0]?.why).toMatch(/Personal numbers .* on this device only/);
});
