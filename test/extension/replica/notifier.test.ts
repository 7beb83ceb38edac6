// @vitest-environment node
/** Notices of the system: each once, at a time to be told, several as one, nobody's name unless chosen. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { attend } from '../../../extension/replica/attention.ts';
import { answerNotification, openNotified } from '../../../extension/replica/answerNotification.ts';
import { isQuiet } from '../../../extension/replica/notifier.ts';
import type { Notice } from '../../../shared/protocol/notices.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { at } from '../../shared/lead/agreement.ts';
import { NOW, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly buttons?: readonly { readonly title: string }[];
}

let setting: Setting;
let shown: Shown[];
let standing: Set<string>;
/** Firefox refuses what names buttons. */
let buttons: boolean;

beforeEach(async () => {
  setting = await setUp();
  shown = [];
  standing = new Set();
  buttons = true;
  fakeBrowser.permissions.contains = (async () => true) as never;
  fakeBrowser.notifications.create = (async (id: string, options: Omit<Shown, 'id'>) => {
    if (!buttons && options.buttons) throw new Error('Type error for parameter options');
    shown.push({ id, ...options });
    standing.add(id);
    return id;
  }) as never;
  fakeBrowser.notifications.clear = (async (id: string) => standing.delete(id)) as never;
  fakeBrowser.notifications.getAll = (async () =>
    Object.fromEntries([...standing].map((id) => [id, {}]))) as never;
  await setting.panel('panel.settings', { change: { notify: true } });
});
afterEach(() => setting.close());

function notice(id: string, more: Partial<Notice> = {}): Notice {
  return {
    id,
    kind: 'clock_warning',
    leadId: 'lead-1',
    data: { clock: 'first_response', dueAt: NOW + HOUR_MS },
    text: 'in the workspace’s words',
    createdAt: NOW,
    deliveredAt: NOW,
    digest: null,
    readAt: null,
    ...more,
  };
}
async function told(...notices: Notice[]): Promise<void> {
  setting.worker.notices = notices;
  await setting.replica.sync.request();
  await attend(setting.replica);
}
const ids = () => shown.map(({ id }) => id);

describe('[CLK7] a notice of the system', () => {
  test('says what happened and names nobody', async () => {
    await told(notice('n1'));
    expect(shown).toMatchObject([
      { id: 'n1', title: 'Combinado', message: expect.stringContaining('First response is due') },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/Ana|Clinic|ana@/);
  });

  test('names the lead for whoever chose so, in the language they chose', async () => {
    await setting.panel('panel.settings', { change: { notifyNames: true, language: 'pt-BR' } });
    await told(notice('n1'));
    expect(shown).toMatchObject([{ title: 'Ana', message: expect.stringContaining('prazo') }]);
  });

  test('is shown once: pulled again, the service worker stopped, looked at by two at once', async () => {
    await told(notice('n1'));
    await setting.replica.sync.request();
    await Promise.all([attend(setting.replica), attend(setting.replica)]);
    await setting.restart();
    await setting.replica.sync.request();
    await attend(setting.replica);
    standing.clear();
    await attend(setting.replica);
    expect(ids()).toEqual(['n1']);
  });

  test('cut off before it showed, it is shown after all', async () => {
    const create = fakeBrowser.notifications.create;
    fakeBrowser.notifications.create = (() => new Promise(() => {})) as never;
    setting.worker.notices = [notice('n1')];
    await setting.replica.sync.request();
    void attend(setting.replica);
    await vi.waitFor(async () => expect(await setting.replica.database.get('told', 'n1')).toBeTruthy());
    fakeBrowser.notifications.create = create;
    vi.setSystemTime(NOW + 2 * MINUTE_MS);
    await setting.restart();
    await attend(setting.replica);
    expect(ids()).toEqual(['n1']);
  });

  test.each([
    ['clock_escalation', { clock: 'reply', dueAt: NOW }],
    ['lead_assigned', { why: 'routed' }],
    ['reply_received', { channel: 'email' }],
    ['nobody_takes', { clock: 'reply', dueAt: NOW }],
  ] as [string, Notice['data']][])('%s is told', async (kind, data) => {
    await told(notice('n1', { kind, data }));
    expect(shown).toHaveLength(1);
    expect(shown[0]?.message).not.toBe('in the workspace’s words');
  });

  test('what is no interruption, or of a kind that is new, waits in the list', async () => {
    await told(
      notice('n1', { kind: 'handoff_answered', data: {} }),
      notice('n2', { kind: 'from_the_future' }),
    );
    expect(shown).toEqual([]);
    const list = await setting.panel('panel.notices', {});
    expect(list?.notices).toHaveLength(2);
  });

  test('more than a handful are one; those told together by the workspace, too', async () => {
    await told(...['a', 'b', 'c', 'd', 'e'].map((id) => notice(id)));
    expect(shown).toMatchObject([{ title: '5 notices', message: '5 due soon' }]);
    shown = [];
    await told(notice('f', { digest: 'x' }), notice('g', { digest: 'x' }), notice('h'));
    expect(shown.map(({ title }) => title).toSorted()).toEqual(['2 notices', 'Combinado']);
    shown = [];
    await told(...['i', 'j', 'k', 'l'].map((id) => notice(id, { digest: 'y' })), notice('m'));
    expect(shown).toMatchObject([{ title: '5 notices' }]);
  });

  test('several as one say what they are about, and name nobody', async () => {
    await setting.panel('panel.settings', { change: { notifyNames: true } });
    await told(
      notice('a', { digest: 'x' }),
      notice('b', { digest: 'x', kind: 'clock_escalation' }),
      notice('c', { digest: 'x', kind: 'lead_assigned', data: { why: 'routed' } }),
      notice('d', { digest: 'x', kind: 'lead_assigned', data: { why: 'routed' } }),
      notice('e', { digest: 'x', kind: 'reply_received', data: { channel: 'email' } }),
    );
    expect(shown).toMatchObject([
      {
        title: '5 notices',
        message: '1 promise late · 1 due soon · 2 leads handed to you · 1 reply',
      },
    ]);
  });

  test('[CAL8] waits for the end of an absence', async () => {
    const absence = { kind: 'away' as const, at: NOW - HOUR_MS, until: NOW + HOUR_MS };
    setting.worker.room = {
      ...setting.worker.room,
      members: setting.worker.room.members.map((member) => ({ ...member, log: [...member.log, absence] })),
    };
    await told(notice('n1'));
    expect(shown).toEqual([]);
    vi.setSystemTime(NOW + HOUR_MS);
    await attend(setting.replica);
    expect(ids()).toEqual(['n1']);
  });

  test('waits for the person’s own hours', async () => {
    vi.setSystemTime(at('2026-03-02', '22:00'));
    await told(notice('n1'));
    expect(shown).toEqual([]);
    vi.setSystemTime(at('2026-03-03', '09:30'));
    await attend(setting.replica);
    expect(ids()).toEqual(['n1']);
  });

  test('waits for the end of quiet hours', async () => {
    const clock = (hours: number) => {
      const day = new Date(Date.now() + hours * HOUR_MS);
      return `${String(day.getHours()).padStart(2, '0')}:${String(day.getMinutes()).padStart(2, '0')}`;
    };
    await setting.panel('panel.settings', { change: { quiet: { from: clock(-1), to: clock(1) } } });
    await told(notice('n1'));
    expect(shown).toEqual([]);
    vi.setSystemTime(NOW + HOUR_MS);
    await attend(setting.replica);
    expect(ids()).toEqual(['n1']);
  });

  test('nothing without the person’s yes, or the browser’s', async () => {
    await setting.panel('panel.settings', { change: { notify: false } });
    await told(notice('n1'));
    await setting.panel('panel.settings', { change: { notify: true } });
    fakeBrowser.permissions.contains = (async () => false) as never;
    await attend(setting.replica);
    expect(shown).toEqual([]);
  });

  test('read on another device, it is not told here any more', async () => {
    vi.setSystemTime(at('2026-03-02', '22:00'));
    await told(notice('n1'));
    await told();
    vi.setSystemTime(at('2026-03-03', '09:30'));
    await attend(setting.replica);
    expect(shown).toEqual([]);
  });
});

describe('[CLK7] what is settled', () => {
  const call = () => setting.panel('panel.log', { leadId: 'lead-1', channel: 'call', outcome: 'connected' });

  test('before it could be shown is not shown', async () => {
    vi.setSystemTime(at('2026-03-02', '22:00'));
    await told(notice('n1'), notice('n2', { kind: 'clock_escalation' }));
    vi.setSystemTime(at('2026-03-03', '09:30'));
    await call();
    await attend(setting.replica);
    expect(shown).toEqual([]);
  });

  test('goes from the desktop, by one’s own call or read on another device', async () => {
    await told(notice('n1'), notice('n2', { kind: 'reply_received', data: { channel: 'email' } }));
    expect([...standing]).toEqual(['n2', 'n1']);
    await call();
    await attend(setting.replica);
    expect([...standing]).toEqual(['n2']);
    await told(notice('n1'));
    expect([...standing]).toEqual([]);
  });

  test('several as one stay while one of them is open', async () => {
    const reply = { kind: 'reply_received', data: { channel: 'email' } } as const;
    await told(notice('a', { digest: 'x' }), notice('b', { digest: 'x', ...reply }));
    await call();
    await attend(setting.replica);
    expect(standing.size).toBe(1);
    await told(notice('a', { digest: 'x' }));
    expect(standing.size).toBe(0);
  });

  test('is no reminder any more', async () => {
    await told(notice('n1'));
    await answerNotification(setting.replica, 'n1', 1);
    await call();
    vi.setSystemTime(NOW + 31 * MINUTE_MS);
    await attend(setting.replica);
    expect(ids()).toEqual(['n1']);
  });
});

describe('[CLK7] its answer', () => {
  test('a click opens the lead, and it is read; put off after that, it is told once more', async () => {
    await told(notice('n1'));
    expect(await answerNotification(setting.replica, 'n1')).toEqual({
      page: '/sidepanel.html',
      leadId: 'lead-1',
      hash: 'n1',
    });
    await vi.waitFor(() => expect(setting.worker.notices).toEqual([]));
    await setting.replica.sync.request();
    expect(await setting.panel('panel.remind', { ids: ['n1'] })).toEqual({
      at: expect.closeTo(NOW + 30 * MINUTE_MS, -4),
    });
    vi.setSystemTime(NOW + 31 * MINUTE_MS);
    await attend(setting.replica);
    await attend(setting.replica);
    expect(ids()).toEqual(['n1', 'n1']);
    expect([...standing]).toEqual(['n1']);
    expect(await answerNotification(setting.replica, 'n1')).toMatchObject({ leadId: 'lead-1' });
  });

  test('[PRI3] of what was put off nothing is left once nobody is signed in', async () => {
    await told(notice('n1'));
    await answerNotification(setting.replica, 'n1');
    await setting.panel('panel.disconnect', {});
    await attend(setting.replica);
    expect(JSON.stringify(await setting.replica.database.getAll('told'))).not.toContain('lead-1');
    expect(await setting.panel('panel.remind', { ids: ['n1', 'unknown'] })).toEqual({ at: null });
  });

  test('several as one open their list; put off, they alone come back', async () => {
    const other = notice('c', { kind: 'reply_received', data: { channel: 'email' } });
    await told(notice('a', { digest: 'x' }), notice('b', { digest: 'x' }), other);
    const batch = ids().find((id) => id.startsWith('batch:')) ?? '';
    expect(await answerNotification(setting.replica, batch)).toEqual({
      page: '/popup.html',
      leadId: null,
      hash: 'notices',
    });
    await answerNotification(setting.replica, batch, 1);
    vi.setSystemTime(NOW + 31 * MINUTE_MS);
    shown = [];
    await attend(setting.replica);
    expect(shown.map(({ title }) => title)).toEqual(['2 notices']);
  });

  test('it opens in a tab of ours that is there already, or in a new one, in front', async () => {
    fakeBrowser.runtime.getContexts = (async () => []) as never;
    const focused = vi.spyOn(fakeBrowser.windows, 'update');
    const opens = { page: '/sidepanel.html', leadId: 'lead-1', hash: 'n1' } as const;
    const urls = async () => (await fakeBrowser.tabs.query({})).map(({ url }) => url);
    const before = (await urls()).length;
    await openNotified(setting.replica, opens);
    expect(await urls()).toContain(fakeBrowser.runtime.getURL('/sidepanel.html#n1'));
    await openNotified(setting.replica, { ...opens, hash: 'n2' });
    expect(await urls()).toContain(fakeBrowser.runtime.getURL('/sidepanel.html#n2'));
    expect(await urls()).toHaveLength(before + 1);
    expect(focused).toHaveBeenCalledTimes(2);
  });

  test('with the panel open beside a page, it opens there', async () => {
    fakeBrowser.runtime.getContexts = (async () => [{ windowId: 7 }]) as never;
    const focused = vi.spyOn(fakeBrowser.windows, 'update');
    const before = (await fakeBrowser.tabs.query({})).length;
    await openNotified(setting.replica, { page: '/sidepanel.html', leadId: 'lead-1', hash: 'n1' });
    expect(focused).toHaveBeenLastCalledWith(7, { focused: true });
    expect(await fakeBrowser.tabs.query({})).toHaveLength(before);
    expect(await setting.panel('panel.pin', {})).toMatchObject({ leadId: 'lead-1' });
  });

  test('the other button tells again in half an hour, once', async () => {
    await told(notice('n1'));
    expect(await answerNotification(setting.replica, 'n1', 1)).toBeNull();
    vi.setSystemTime(NOW + 29 * MINUTE_MS);
    await attend(setting.replica);
    expect(ids()).toEqual(['n1']);
    vi.setSystemTime(NOW + 31 * MINUTE_MS);
    await attend(setting.replica);
    await attend(setting.replica);
    expect(ids()).toEqual(['n1', 'n1']);
  });

  test('where there are no buttons, it is shown without', async () => {
    buttons = false;
    await told(notice('n1'));
    expect(shown).toHaveLength(1);
    expect(shown[0]?.buttons).toBeUndefined();
  });
});

describe('quiet hours', () => {
  const on = (hours: number, minutes: number) => new Date(2026, 2, 2, hours, minutes).getTime();
  const night = { quiet: { from: '22:00', to: '07:00' } };
  const lunch = { quiet: { from: '12:00', to: '13:00' } };
  test.each([
    [night, on(22, 0), true],
    [night, on(3, 0), true],
    [night, on(7, 0), false],
    [night, on(21, 59), false],
    [lunch, on(12, 0), true],
    [lunch, on(12, 59), true],
    [lunch, on(13, 0), false],
    [{ quiet: null }, on(3, 0), false],
  ])('%j at %d: %s', (settings, instant, quiet) => {
    expect(isQuiet(settings, instant)).toBe(quiet);
  });
});
