// @vitest-environment node
/** Beside mail: chats logged by a click, materials counted, mails planned, taken back, seen twice. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';
import type { Sending } from '../../../extension/messages.ts';
import { readSettings, writeSettings } from '../../../extension/replica/settings.ts';
import { agreement, at, fact, version } from '../../shared/lead/agreement.ts';
import { handedOver, NOW, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let setting: Setting;
const PHONE = '+5511987654321';
const PERSONA = {
  id: 'boss',
  label: 'Director',
  when: { field: 'name', known: true } as const,
  words: ['A full calendar'],
  materials: [{ id: 'guide', title: 'Guide', link: 'https://ours.example/guide' }],
};

beforeEach(async () => {
  const changed = {
    ...fact('lead.changed', at('2026-03-02', '09:30'), { addPhones: [PHONE] }),
    leadId: 'lead-0',
  };
  setting = await setUp(
    new Map([
      ['lead-0', [...handedOver('lead-0', p(0)), changed]],
      ['lead-1', handedOver('lead-1', p(1))],
    ]),
    [version({ ...agreement(), personas: [PERSONA] })],
  );
  await writeSettings({ ...(await readSettings()), logSent: true });
});
afterEach(() => setting.close());

const p = (n: number) => `p${n}@clinic.example`;
const SEND = '019d4dd9-9b80-7345-a27c-4846d44ad70b';
const OTHER = '019d4dd9-9b80-7345-a27c-4846d44ad70c';
const sync = () => setting.replica.sync.request();
const sending = (send: string, to: readonly string[], more: Partial<Sending> = {}): Sending => ({
  send,
  draft: { to, cc: [], bcc: [], answering: [] },
  at: Date.now(),
  chosen: false,
  ...more,
});
const standing = async (lead: string) => {
  await sync();
  const facts = setting.worker.leads.get(lead) ?? [];
  const withdrawn = new Set(
    facts.flatMap((one) => (one.kind === 'attempt.withdrawn' ? one.body.attempt : [])),
  );
  return setting.worker.attemptsOf(lead).filter(({ id }) => !withdrawn.has(id));
};

describe('[ATT5] a mail that goes out later', () => {
  const planned = (text: string) => sending(SEND, [p(0)], { later: { text, language: 'en' } });

  test('counts at its hour, said so, and can be undone', async () => {
    const reply = await setting.page('page.sent', planned('Tomorrow Mar 3, 8:00 AM'));
    const hour = new Date(2026, 2, 3, 8).getTime();
    expect(await standing('lead-0')).toMatchObject([{ at: hour, body: { scheduled: true } }]);
    expect(reply?.toast?.text).toMatch(/^Counts tomorrow at .*p0@clinic\.example$/);
    expect(await setting.page('page.undo', { toast: SEND })).toEqual({ done: true });
    expect(await standing('lead-0')).toEqual([]);
  });

  test('whose hour cannot be read is not counted, and the person is told', async () => {
    const reply = await setting.page('page.sent', planned('Pick date & time'));
    expect(reply?.toast).toMatchObject({ undoLabel: null, text: expect.stringContaining('log it once') });
    expect(await standing('lead-0')).toEqual([]);
  });
});

describe('[ATT1] the webmail’s own undo', () => {
  test('withdraws what was logged, also when our ten seconds are over', async () => {
    await setting.page('page.sent', sending(SEND, [p(0)]));
    vi.setSystemTime(NOW + 25 * SECOND_MS);
    await setting.page('page.unsent', { send: SEND });
    expect(await standing('lead-0')).toEqual([]);
    const again = await setting.page('page.people', { people: [{ email: p(0) }] });
    expect(again?.chips).toMatchObject([{ clock: { status: 'running' } }]);
  });

  test('of another tab, or much later, withdraws nothing', async () => {
    await setting.page('page.sent', sending(SEND, [p(0)]));
    await setting.page('page.unsent', { send: SEND }, 2);
    vi.setSystemTime(NOW + 5 * MINUTE_MS);
    await setting.page('page.unsent', { send: SEND });
    expect(await standing('lead-0')).toHaveLength(1);
  });
});

describe('[ATT7] one mail that two tabs saw', () => {
  test('to the same lead at once is one attempt', async () => {
    await Promise.all([
      setting.page('page.sent', sending(SEND, [p(0)]), 1),
      setting.page('page.sent', sending(OTHER, [p(0)]), 2),
    ]);
    expect(await standing('lead-0')).toHaveLength(1);
  });

  test('to another lead it counts for that one alone', async () => {
    await setting.page('page.sent', sending(SEND, [p(0)]), 1);
    await setting.page('page.sent', sending(OTHER, [p(0), p(1)]), 2);
    expect(await standing('lead-0')).toHaveLength(1);
    expect(await standing('lead-1')).toHaveLength(1);
  });

  test('but two mails are two: from one tab, or minutes apart', async () => {
    await setting.page('page.sent', sending(SEND, [p(0)]), 1);
    await setting.page('page.sent', sending(OTHER, [p(0)]), 1);
    vi.setSystemTime(NOW + 3 * MINUTE_MS);
    await setting.page('page.sent', sending('019d4dd9-9b80-7345-a27c-4846d44ad70d', [p(0)]), 2);
    await sync();
    expect(setting.worker.attemptsOf('lead-0')).toHaveLength(3);
  });

  test('taken back in one tab, sent anew in the other', async () => {
    await setting.page('page.sent', sending(SEND, [p(0)]), 1);
    await setting.page('page.unsent', { send: SEND }, 1);
    await setting.page('page.sent', sending(OTHER, [p(0)]), 2);
    expect(await standing('lead-0')).toHaveLength(1);
  });
});

describe('a chat', () => {
  const strip = async (phone = PHONE, tab = 1) =>
    (await setting.page('page.chat', { person: { phone } }, tab))?.strip;

  test('[OVR3] with a lead says what is due; with a stranger nothing', async () => {
    expect(await strip()).toMatchObject({ text: expect.stringMatching(/^First response is due today/) });
    expect(await strip('+551140028922')).toBeNull();
  });

  test.each([
    ['sent', { channel: 'whatsapp', outcome: 'sent', evidence: 'clicked' }],
    ['no_answer', { channel: 'whatsapp', outcome: 'no_answer', evidence: 'clicked' }],
  ] as const)('[ATT1] “%s” is an attempt, clicked, that can be undone', async (did, body) => {
    const key = (await strip())?.key ?? '';
    const reply = await setting.page('page.log', { key, did });
    expect(await standing('lead-0')).toMatchObject([{ body }]);
    expect(reply?.toast?.text).toContain(PHONE);
    expect(await setting.page('page.undo', { toast: reply?.toast?.id ?? '' })).toEqual({ done: true });
    expect(await standing('lead-0')).toEqual([]);
  });

  test('[ATT10] “they replied” is their reply, not an attempt of ours', async () => {
    const key = (await strip())?.key ?? '';
    await setting.page('page.log', { key, did: 'replied' });
    expect(await standing('lead-0')).toEqual([]);
    const kinds = setting.worker.leads.get('lead-0')?.map(({ kind }) => kind);
    expect(kinds).toContain('reply.received');
  });

  test('[HOF6] with somebody who refused it: a warning, and only their own word can be noted', async () => {
    const out = { ...fact('lead.optedOut', NOW - 1_000, { channel: 'whatsapp' }), leadId: 'lead-0' };
    setting.worker.put('lead-0', [...(setting.worker.leads.get('lead-0') ?? []), out]);
    await sync();
    const view = await strip();
    expect(view).toMatchObject({ tone: 'stop', buttons: [{ id: 'replied' }] });
    const key = view?.key ?? '';
    expect(await setting.page('page.log', { key, did: 'sent' })).toEqual({ toast: null });
    expect(await standing('lead-0')).toEqual([]);
  });

  test('[OVR2] only for a lead whose strip this tab was shown', async () => {
    const key = (await strip())?.key ?? '';
    expect(await setting.page('page.log', { key, did: 'sent' }, 2)).toEqual({ toast: null });
    expect(await standing('lead-0')).toEqual([]);
  });

  test('[OVR2] nothing personal is in it', async () => {
    expect(JSON.stringify(await strip())).not.toMatch(/Ana|clinic/);
  });
});

describe('[DEF7] a persona’s material', () => {
  const offers = async () => {
    const draft = { to: [p(0)], cc: [], bcc: [], answering: [] };
    return (await setting.page('page.compose', { draft }))?.strip?.offers;
  };
  const uses = async () => {
    await sync();
    return (setting.worker.leads.get('lead-0') ?? []).filter(({ kind }) => kind === 'material.used');
  };

  test('offered in the strip is counted when it was copied', async () => {
    const shown = await offers();
    expect(shown?.items.map(({ material }) => material)).toEqual([null, 'guide']);
    await setting.page('page.used', { key: shown?.key ?? '', material: 'guide' });
    expect(await uses()).toMatchObject([{ body: { persona: 'boss', material: 'guide' } }]);
  });

  test('the agreement does not know, or of another tab’s lead, is not', async () => {
    const key = (await offers())?.key ?? '';
    await setting.page('page.used', { key, material: 'poem' });
    await setting.page('page.used', { key, material: 'guide' }, 2);
    expect(await uses()).toEqual([]);
  });
});
