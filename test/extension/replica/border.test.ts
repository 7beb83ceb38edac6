// @vitest-environment node
/** Who may ask what: everything that is not exactly allowed is refused, and a refusal says nothing. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readHealth } from '../../../extension/replica/health.ts';
import { rowsOf } from '../../../extension/replica/outbox.ts';
import { MEMBER } from './fakeWorker.ts';
import { handedOver, MAIL_SITE, openCard, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let setting: Setting;
beforeEach(async () => {
  setting = await setUp(
    new Map([
      ['lead-1', handedOver()],
      ['lead-2', handedOver('lead-2', 'two@other.example')],
    ]),
  );
});
afterEach(() => setting.close());

const people = { people: [{ email: 'ana@clinic.example' }] };
const call = { leadId: 'lead-1', channel: 'call', outcome: 'connected' } as const;
const tab = { id: 1 } as never;
const recorded = () => rowsOf(setting.replica.database, MEMBER);

describe('senders', () => {
  const ask = { type: 'page.people', ask: people };
  test.each([
    ['another extension', { id: 'other', tab, url: `${MAIL_SITE}/inbox` }],
    ['a site that was not given', { tab, url: 'https://elsewhere.example/' }],
    ['a page outside any tab', { url: `${MAIL_SITE}/inbox` }],
    ['nobody in particular', { tab }],
    ['a page of ours we do not know', { tab, url: 'chrome-extension://own/other.html' }],
  ])('[OVR2] %s is not answered', async (_, from) => {
    expect(await setting.send(ask, from)).toBeUndefined();
  });

  test('[OVR2] a page cannot ask what panels ask', async () => {
    expect(await setting.page('panel.log', call)).toBeUndefined();
    expect(await setting.page('panel.day', {})).toBeUndefined();
    expect(await recorded()).toEqual([]);
  });

  test('[OVR2] a card frame speaks of its lead only: no day, no sites, no sign-out', async () => {
    await openCard(setting);
    expect(await setting.card('panel.day', {})).toBeUndefined();
    expect(await setting.card('panel.disconnect', {})).toBeUndefined();
    expect(await setting.card('panel.log', { ...call, leadId: 'lead-2' })).toBeUndefined();
    expect(await setting.card('panel.log', call)).toMatchObject({ done: true });
  });
});

describe('messages', () => {
  test.each([
    ['no envelope', 'page.people'],
    ['an unknown type', { type: 'page.everything', ask: {} }],
    ['a type every object has', { type: 'constructor', ask: {} }],
    ['a wrong body', { type: 'page.people', ask: { people: 'all' } }],
    [
      'two keys for one person',
      { type: 'page.people', ask: { people: [{ email: 'a@b.co', phone: '+5511999998888' }] } },
    ],
    [
      'more people than any page shows',
      { type: 'page.people', ask: { people: Array.from({ length: 1_001 }, () => ({ email: 'a@b.co' })) } },
    ],
  ])('[OVR2] %s is refused', async (_, message) => {
    expect(await setting.send(message, { tab, url: `${MAIL_SITE}/inbox` })).toBeUndefined();
  });
});

describe('nonces', () => {
  test('[OVR2] a card shows its lead once for its nonce, and later by its id', async () => {
    const asked = await setting.page('page.people', people);
    const minted = await setting.page('page.card', { key: asked?.chips[0]?.key ?? '' });
    const nonce = minted?.nonce ?? '';
    expect(await setting.card('panel.hello', { nonce })).toMatchObject({ card: { leadId: 'lead-1' } });
    expect(await setting.card('panel.hello', { nonce })).toMatchObject({ card: null });
    expect(await setting.card('panel.hello', { leadId: 'lead-1' })).toMatchObject({
      card: { leadId: 'lead-1' },
    });
  });

  test('[OVR2] a nonce is worth nothing in another tab, and its frame’s right nothing in another frame', async () => {
    const asked = await setting.page('page.people', people);
    const minted = await setting.page('page.card', { key: asked?.chips[0]?.key ?? '' });
    expect(await setting.card('panel.hello', { nonce: minted?.nonce ?? '' }, 2)).toMatchObject({
      card: null,
    });
    await openCard(setting, 'ana@clinic.example', 1, 'f1');
    expect(await setting.card('panel.hello', { leadId: 'lead-1' }, 1, 'f2')).toBeUndefined();
    expect(await setting.card('panel.log', call, 1, 'f2')).toBeUndefined();
  });

  test('[OVR2] a card opens only for a chip this tab was shown', async () => {
    const asked = await setting.page('page.people', people, 1);
    const key = asked?.chips[0]?.key ?? '';
    expect(await setting.page('page.card', { key }, 2)).toBeNull();
    expect(await setting.page('page.card', { key: 'lead-1' }, 1)).toBeNull();
  });

  test('[OVR2] what the page gets names nobody: no name, address or lead id in a chip', async () => {
    const asked = await setting.page('page.people', people);
    const said = JSON.stringify(asked);
    for (const personal of ['Ana', 'ana@', 'Clinic', 'lead-1']) expect(said).not.toContain(personal);
  });

  test('[OVR4] rights outlive a stopped service worker', async () => {
    await openCard(setting);
    await setting.restart();
    expect(await setting.card('panel.log', call)).toMatchObject({ done: true });
  });
});

describe('how the overlay fares on a site', () => {
  test('[OVR5] what only the last resort found is counted, by site and view and nothing else', async () => {
    const found = { site: 'gmail', view: 'list', fallback: true };
    await setting.page('page.health', found);
    await setting.page('page.health', { ...found, subject: 'secret' } as never);
    expect(await readHealth()).toEqual({ 'gmail/list': { fallback: 2, yielded: 0 } });
  });

  test('[OVR4] where it gave way, the toolbar says so', async () => {
    const marked = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    await setting.page('page.health', { site: 'gmail', view: 'list', fallback: false, yielded: true }, 5);
    expect(marked).toHaveBeenCalledWith({ tabId: 5, text: '!' });
    expect(await fakeBrowser.action.getTitle({ tabId: 5 })).toContain('stepped aside');
  });
});

describe('one address, two leads', () => {
  test('[IDN2] the chip says how many, the card asks, and only those offered may be picked', async () => {
    setting.worker.put('lead-3', handedOver('lead-3', 'two@other.example'));
    await setting.replica.sync.request();
    const asked = await setting.page('page.people', { people: [{ email: 'two@other.example' }] });
    expect(asked?.chips).toMatchObject([{ leads: 2, score: null }]);
    const hello = await openCard(setting, 'two@other.example');
    expect(hello).toMatchObject({ card: null, choices: [{ leadId: 'lead-2' }, { leadId: 'lead-3' }] });
    expect(await setting.card('panel.hello', { leadId: 'lead-3' })).toMatchObject({
      card: { leadId: 'lead-3' },
    });
    expect(await setting.card('panel.hello', { leadId: 'lead-1' })).toBeUndefined();
  });
});
