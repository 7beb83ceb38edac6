// @vitest-environment node
/** The toolbar's number: what is due today, coloured by the worst of it, and said in words. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { attend } from '../../../extension/replica/attention.ts';
import { badgeOf } from '../../../extension/replica/badge.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { buildDay } from '../../../shared/ui/buildDay.ts';
import { at, captured, HISTORY, live, signal } from '../../shared/lead/agreement.ts';
import { handedOver, NOW, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const TRIAL = HISTORY.map((version) => ({ ...version, signed: false }));
const two = (history = HISTORY) =>
  new Map([
    ['lead-1', handedOver('lead-1', 'ana@clinic.example', history)],
    ['lead-2', handedOver('lead-2', 'two@clinic.example', history)],
  ]);

let setting: Setting;
beforeEach(async () => {
  setting = await setUp(two());
});
afterEach(() => setting.close());

const log = (leadId: string) => setting.panel('panel.log', { leadId, channel: 'call', outcome: 'connected' });

describe('[OVR1] the badge', () => {
  test('counts what is due today; late is its colour and its words', async () => {
    const before = await badgeOf(setting.replica);
    expect(before).toMatchObject({ text: '2', title: 'Combinado: 2 due today' });
    vi.setSystemTime(NOW + 6 * HOUR_MS);
    const late = await badgeOf(setting.replica);
    expect(late).toMatchObject({ text: '2', title: 'Combinado: 2 due today, 2 late' });
    expect(late.colour).not.toBe(before.colour);
  });

  test('goes down with what is done, and is empty when nothing is due', async () => {
    await log('lead-1');
    expect(await badgeOf(setting.replica)).toMatchObject({ text: '1' });
    await log('lead-2');
    const { text, title } = await badgeOf(setting.replica);
    expect({ text, title }).toEqual({ text: '', title: 'Combinado: nothing due today' });
  });

  test('is drawn when something changes, in the person’s language, and goes with whoever signs out', async () => {
    const text = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    const title = vi.spyOn(fakeBrowser.action, 'setTitle');
    await setting.panel('panel.settings', { change: { language: 'es' } });
    await attend(setting.replica);
    expect(text).toHaveBeenLastCalledWith({ text: '2' });
    expect(title).toHaveBeenLastCalledWith({ title: 'Combinado: 2 para hoy' });
    await setting.panel('panel.disconnect', {});
    await attend(setting.replica);
    expect(text).toHaveBeenLastCalledWith({ text: '' });
    expect(title).toHaveBeenLastCalledWith({ title: 'Combinado: sin conexión' });
  });
});

describe('[OVR1] the badge and the day count the same leads', () => {
  /** Handed over late enough that four business hours end on Tuesday. */
  const handedAt = (leadId: string, time: string) =>
    live(
      [
        captured(at('2026-03-02', '09:00'), { emails: [`${leadId}@clinic.example`] }),
        signal('demo', at('2026-03-02', time)),
      ],
      at('2026-03-02', time),
    ).map((fact) => ({ ...fact, id: `${leadId}:${fact.id}`, leadId }));
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  // In Kiritimati it is Tuesday long before the agreement's office closes on Monday.
  test.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'])('on a device in %s', async (device) => {
    await setting.close();
    process.env['TZ'] = device;
    const leads = ['10:00', '15:00', '17:30'].map((time, index) => {
      const leadId = `lead-${index + 1}`;
      return [leadId, handedAt(leadId, time)] as const;
    });
    setting = await setUp(new Map(leads));
    const seen: string[] = [];
    for (const time of ['2026-03-02 16:40', '2026-03-02 18:30', '2026-03-03 09:10', '2026-03-03 12:00']) {
      const [on = '', clock = ''] = time.split(' ');
      vi.setSystemTime(at(on, clock));
      const rows = (await setting.panel('panel.day', {}))?.rows ?? [];
      const { today } = buildDay(rows, Date.now());
      expect(await badgeOf(setting.replica), time).toMatchObject({ text: String(today) });
      expect((await setting.panel('panel.queue', {}))?.today, time).toBe(today);
      seen.push(`${today}`);
    }
    // Late; then with it the one whose warning has come though it is due tomorrow; then all.
    expect(seen).toEqual(['1', '2', '3', '3']);
  });
});

describe('[TRI1] in a workspace on trial', () => {
  beforeEach(async () => {
    await setting.close();
    setting = await setUp(two(TRIAL), TRIAL);
  });

  test('the number helps and nothing is red, however late it would be', async () => {
    const before = await badgeOf(setting.replica);
    vi.setSystemTime(NOW + 6 * HOUR_MS);
    const late = await badgeOf(setting.replica);
    expect(late).toEqual(before);
    expect(late).toMatchObject({ text: '2', title: 'Combinado, trial: 2 today' });
  });

  test('the chip and the day say so, too', async () => {
    vi.setSystemTime(NOW + 6 * HOUR_MS);
    const reply = await setting.page('page.people', { people: [{ email: 'ana@clinic.example' }] });
    expect(reply?.chips[0]?.clock?.status).not.toBe('breached');
    const day = await setting.panel('panel.day', {});
    expect(day).toMatchObject({ trial: true });
    expect(day?.rows).toHaveLength(2);
    const hello = await setting.panel('panel.hello', { leadId: 'lead-1' });
    expect(hello?.card?.clocks.map(({ face }) => face.status)).not.toContain('breached');
  });
});
