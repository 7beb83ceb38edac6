// @vitest-environment node
/** Mails seen being sent: what counts, once each, and ten seconds to take it back. */
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SECOND_MS } from '../../../shared/time.ts';
import type { Draft } from '../../../extension/messages.ts';
import { writeSettings } from '../../../extension/replica/settings.ts';
import { agreement, at, captured, fact, version } from '../../shared/lead/agreement.ts';
import { handedOver, NOW, openCard, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let setting: Setting;
beforeEach(async () => {
  const leads = Array.from(
    { length: 7 },
    (_, n) => [`lead-${n}`, handedOver(`lead-${n}`, `p${n}@clinic.example`)] as const,
  );
  setting = await setUp(new Map(leads));
  await writeSettings({ logSent: true });
});
afterEach(() => setting.close());

const SEND = '019d4dd9-9b80-7345-a27c-4846d44ad70b';
const sync = () => setting.replica.sync.request();
const p = (n: number) => `p${n}@clinic.example`;
const draft = (parts: Partial<Draft>): Draft => ({ to: [], cc: [], bcc: [], answering: [], ...parts });
const send = (parts: Partial<Draft>, id = SEND) =>
  setting.page('page.sent', { send: id, draft: draft(parts), at: NOW, chosen: false });
async function logged(): Promise<readonly string[]> {
  await sync();
  return [...setting.worker.leads.keys()]
    .filter((lead) => setting.worker.attemptsOf(lead).length > 0)
    .toSorted();
}

describe('what counts', () => {
  const everyone = Array.from({ length: 6 }, (_, n) => p(n));
  test.each<[string, Partial<Draft>, readonly string[]]>([
    ['to a lead counts', { to: [p(0)] }, ['lead-0']],
    ['to two leads counts for both', { to: [p(0), p(1)] }, ['lead-0', 'lead-1']],
    ['a stranger is nobody’s', { to: ['x@stranger.example'] }, []],
    ['in copy does not count', { to: ['x@stranger.example'], cc: [p(0)] }, []],
    [
      'in copy counts when it answers that lead',
      { to: ['x@stranger.example'], cc: [p(0)], answering: [p(0)] },
      ['lead-0'],
    ],
    [
      'in copy does not count when it answers another',
      { to: [p(1)], cc: [p(0)], answering: [p(1)] },
      ['lead-1'],
    ],
    [
      'a reply to all counts for both who wrote',
      { to: [p(0)], cc: [p(1)], answering: [p(1), p(0)] },
      ['lead-0', 'lead-1'],
    ],
    ['in blind copy never counts', { to: ['x@stranger.example'], bcc: [p(0)], answering: [p(0)] }, []],
    ['more than five leads at once count for none', { to: everyone }, []],
    ['the same lead twice counts once', { to: [p(0), 'P0@Clinic.example'] }, ['lead-0']],
  ])('[ATT1] %s', async (_, parts, expected) => {
    const reply = await send(parts);
    expect(await logged()).toEqual(expected);
    expect(reply?.toast === null).toBe(expected.length === 0);
  });

  test('[ATT1] a customer is no lead to pursue', async () => {
    const customer = [
      captured(at('2026-03-01'), { emails: ['c@clinic.example'], fields: { name: 'C' } }),
      fact('stage.set', at('2026-03-01', '10:00'), { stage: 'customer' }),
    ].map((each) => ({ ...each, leadId: 'lead-c', id: `c:${each.id}` }));
    setting.worker.put('lead-c', customer);
    await sync();
    expect((await send({ to: ['c@clinic.example'] }))?.toast).toBeNull();
  });

  test('[ATT1][IDN2] an address of two leads counts for neither', async () => {
    setting.worker.put('lead-9', handedOver('lead-9', p(0)));
    await sync();
    expect((await send({ to: [p(0)] }))?.toast).toBeNull();
  });

  test('[IDN2] a desk’s address counts only once the person picked the lead', async () => {
    await setting.close();
    const roleAddresses = { label: 'Desks', values: ['contact'] };
    const agreed = version(agreement({ lists: { ...agreement().lists, roleAddresses } }));
    setting = await setUp(new Map([['lead-1', handedOver('lead-1', 'contact@clinic.example')]]), [agreed]);
    expect((await send({ to: ['Contact@clinic.example'] }))?.toast).toBeNull();
    const picked = await openCard(setting, 'contact@clinic.example');
    const done = await setting.card('panel.log', {
      leadId: picked?.card?.leadId ?? '',
      channel: 'email',
      outcome: 'sent',
    });
    expect(done).toMatchObject({ done: true });
  });

  test('[ATT1] nothing is logged by itself until the person switches it on', async () => {
    await browser.storage.local.remove('settings');
    expect((await send({ to: [p(0)] }))?.toast).toBeNull();
    expect(await logged()).toEqual([]);
  });

  test('[ATT1] a mail the person chose to count is logged, switched on or not', async () => {
    await writeSettings({ logSent: false });
    const chosen = { send: SEND, draft: draft({ to: [p(0)] }), at: NOW, chosen: true };
    expect((await setting.page('page.sent', chosen))?.toast).toBeTruthy();
    expect(await logged()).toEqual(['lead-0']);
  });

  test('[ATT8] it is an observed mail, at the time it was sent', async () => {
    vi.setSystemTime(NOW + 5 * SECOND_MS);
    await send({ to: [p(0)] });
    await sync();
    expect(setting.worker.attemptsOf('lead-0')).toMatchObject([
      { at: NOW, observer: 'page', body: { channel: 'email', outcome: 'sent', evidence: 'observed' } },
    ]);
  });

  test('[OVR3] the strip speaks for the same leads the sending counts for', async () => {
    const reply = await setting.page('page.compose', { draft: draft({ to: [p(0)], cc: [p(1)] }) });
    expect(reply?.strip?.counts).toHaveLength(1);
    const none = await setting.page('page.compose', { draft: draft({ to: ['x@stranger.example'] }) });
    expect(none).toEqual({ strip: null });
  });

  test('[OVR2] on a page a lead is called what the page calls it', async () => {
    const strip = await setting.page('page.compose', { draft: draft({ to: [p(0), p(1)] }) });
    const sent = await send({ to: [p(0)] });
    expect(`${strip?.strip?.text} ${sent?.toast?.text}`).not.toContain('Ana');
    expect(sent?.toast?.text).toContain(p(0));
  });
});

describe('once each', () => {
  test('[ATT2] told twice, it is logged once', async () => {
    await Promise.all([send({ to: [p(0)] }), send({ to: [p(0)] })]);
    await send({ to: [p(0)] });
    await sync();
    expect(setting.worker.attemptsOf('lead-0')).toHaveLength(1);
  });

  test('[ATT2] told again after the service worker was stopped, it is logged once', async () => {
    setting.worker.offline = true;
    await send({ to: [p(0)] });
    await setting.restart();
    await send({ to: [p(0)] });
    setting.worker.offline = false;
    await setting.restart();
    await sync();
    expect(setting.worker.attemptsOf('lead-0')).toHaveLength(1);
  });

  test('[OVR4] a page that navigates on sending finds its mail and confirms it', async () => {
    const sending = { send: SEND, draft: draft({ to: [p(0)] }), at: NOW, chosen: false };
    await setting.page('page.sending', sending);
    await setting.restart();
    expect(await logged()).toEqual([]);
    const unsettled = await setting.page('page.unsettled', {});
    expect(unsettled?.sends).toEqual([sending]);
    await send({ to: [p(0)] });
    expect(await logged()).toEqual(['lead-0']);
    expect(await setting.page('page.unsettled', {})).toMatchObject({ sends: [], toast: { id: SEND } });
  });

  test('[OVR4] another tab knows nothing of it', async () => {
    await setting.page('page.sending', {
      send: SEND,
      draft: draft({ to: [p(0)] }),
      at: NOW,
      chosen: false,
    });
    expect(await setting.page('page.unsettled', {}, 2)).toMatchObject({ sends: [] });
  });

  test('[ATT1] a mail not sent after all logs nothing', async () => {
    const sending = { send: SEND, draft: draft({ to: [p(0)] }), at: NOW, chosen: true };
    await setting.page('page.sending', sending);
    await setting.page('page.unsent', { send: SEND });
    expect(await setting.page('page.unsettled', {})).toMatchObject({ sends: [] });
    expect(await logged()).toEqual([]);
  });
});

describe('undo', () => {
  test('[ATT1] within ten seconds it is withdrawn, once, and the clock runs again', async () => {
    const reply = await send({ to: [p(0)] });
    expect(reply?.toast?.undoUntil).toBe(NOW + 10 * SECOND_MS);
    expect(await setting.page('page.undo', { toast: SEND })).toEqual({ done: true });
    expect(await setting.page('page.undo', { toast: SEND })).toEqual({ done: false });
    await sync();
    const facts = setting.worker.leads.get('lead-0') ?? [];
    expect(facts.filter(({ kind }) => kind === 'attempt.withdrawn')).toHaveLength(1);
    const chips = await setting.page('page.people', { people: [{ email: p(0) }] });
    expect(chips?.chips).toMatchObject([{ clock: { status: 'running' } }]);
  });

  test('[ATT1] later it stands', async () => {
    await send({ to: [p(0)] });
    vi.setSystemTime(NOW + 20 * SECOND_MS);
    expect(await setting.page('page.undo', { toast: SEND })).toEqual({ done: false });
  });

  test('[ATT1] only where it was shown', async () => {
    await send({ to: [p(0)] });
    expect(await setting.page('page.undo', { toast: SEND }, 2)).toEqual({ done: false });
  });

  test('[ATT1] an attempt logged in the card can be undone there', async () => {
    const done = await setting.panel('panel.log', {
      leadId: 'lead-0',
      channel: 'call',
      outcome: 'no_answer',
    });
    const toast = done?.done ? done.toast.id : '';
    expect(await setting.panel('panel.undo', { toast })).toEqual({ done: true });
  });
});

describe('logging by hand', () => {
  test('[ATT6] an earlier time stated is declared, now is clicked', async () => {
    await setting.panel('panel.log', {
      leadId: 'lead-0',
      channel: 'call',
      outcome: 'connected',
      at: NOW - 20 * 60_000,
    });
    await setting.panel('panel.log', { leadId: 'lead-1', channel: 'call', outcome: 'connected' });
    await sync();
    expect(setting.worker.attemptsOf('lead-0')).toMatchObject([
      { at: NOW - 20 * 60_000, body: { evidence: 'declared' } },
    ]);
    expect(setting.worker.attemptsOf('lead-1')).toMatchObject([{ at: NOW, body: { evidence: 'clicked' } }]);
  });

  test('[HOF6] after an opt-out logging is refused with a reason', async () => {
    const optedOut = { ...fact('lead.optedOut', NOW - 1_000, { channel: 'call' }), leadId: 'lead-0' };
    setting.worker.put('lead-0', [...handedOver('lead-0', p(0)), optedOut]);
    await sync();
    const done = await setting.panel('panel.log', {
      leadId: 'lead-0',
      channel: 'call',
      outcome: 'connected',
    });
    expect(done).toEqual({ done: false, why: expect.stringContaining('no contact') });
  });

  test('[PRD5] a value that does not fit its field is refused before it is recorded', async () => {
    const refused = await setting.panel('panel.set', { leadId: 'lead-0', field: 'budget', value: 'much' });
    expect(refused).toMatchObject({ done: false });
    expect(await setting.panel('panel.set', { leadId: 'lead-0', field: 'budget', value: 90 })).toMatchObject({
      done: true,
    });
  });

  test('[OVR1] the day lists what the person owes, earliest due first, and no colleague’s lead', async () => {
    const later = handedOver('lead-0', p(0)).map((each) => ({ ...each, at: each.at + 30 * 60_000 }));
    setting.worker.put('lead-0', later);
    const carlas = { ...fact('owner.assigned', NOW - 1_000, { owner: 'carla' }), leadId: 'lead-1' };
    setting.worker.put('lead-1', [...handedOver('lead-1', p(1)), carlas]);
    await sync();
    const day = await setting.panel('panel.day', {});
    const ids = day?.rows.map(({ leadId }) => leadId) ?? [];
    expect(ids.at(-1)).toBe('lead-0');
    expect(ids.toSorted()).toEqual(['lead-0', 'lead-2', 'lead-3', 'lead-4', 'lead-5', 'lead-6']);
  });
});
