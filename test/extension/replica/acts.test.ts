// @vitest-environment node
/** What a person does from card, popup and options beside logging and answering: each the right command, or a sentence. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ACTS, type Act } from '../../../extension/messages.ts';
import { buildDay } from '../../../shared/ui/buildDay.ts';
import { handedOver, openCard, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let setting: Setting;
beforeEach(async () => {
  setting = await setUp(
    new Map([
      ['lead-1', handedOver()],
      ['lead-2', handedOver('lead-2', 'jose@acao.example')],
    ]),
  );
});
afterEach(() => setting.close());

const act = (asked: Act) => setting.panel('panel.do', { leadId: 'lead-1', act: asked });
const commands = async () => {
  await setting.replica.sync.request();
  return setting.worker.pushes.flatMap((push) => push.commands);
};

describe('acts on a lead', () => {
  test.each<[Act, RegExp]>([
    [{ kind: 'reply.log', body: { channel: 'whatsapp' } }, /Reply noted \(WhatsApp\): Ana/],
    [{ kind: 'lead.optOut', body: { channel: 'all' } }, /no contact at all: Ana/],
    [{ kind: 'lead.optOut', body: { channel: 'call' } }, /Opted out of call: Ana/i],
    [{ kind: 'lead.optIn', body: { channel: 'all', basis: 'asked' } }, /contacted again: Ana/],
    [{ kind: 'owner.assign', body: { owner: null } }, /Back to the pool: Ana/],
    [{ kind: 'nurture.start', body: {} }, /Nurturing started: Ana/],
  ])('%j', async (asked, said) => {
    expect(await act(asked)).toMatchObject({ done: true, toast: { text: expect.stringMatching(said) } });
    expect(await commands()).toMatchObject([{ kind: asked.kind, body: { leadId: 'lead-1', ...asked.body } }]);
  });

  test('[SYN1] those that change a state say which one the person saw, the rest do not', async () => {
    await act({ kind: 'stage.set', body: { stage: 'lead' } });
    await act({ kind: 'lead.resume', body: {} });
    const [stage, resume] = await commands();
    expect(stage).toMatchObject({ kind: 'stage.set', baseRevision: 1 });
    expect(resume).not.toHaveProperty('baseRevision');
  });

  test.each<[string, Act]>([
    [
      'a snooze for a reason nobody agreed',
      { kind: 'lead.snooze', body: { untilOn: '2026-03-05', reason: 'mood' } },
    ],
    [
      'a contest of what was not returned',
      { kind: 'handoff.contest', body: { handoff: 'x', evidence: 'y' } },
    ],
    ['an owner who is not there', { kind: 'owner.assign', body: { owner: 'nobody' } }],
  ])('[HOF3] %s is refused at once, with a sentence, and nothing is queued', async (_, asked) => {
    expect(await act(asked)).toMatchObject({ done: false, why: expect.stringMatching(/\.$/) });
    expect(await commands()).toEqual([]);
  });

  test('[OVR2] a card frame acts on its own lead alone', async () => {
    await openCard(setting);
    const asked = { act: { kind: 'lead.resume', body: {} } } as const;
    expect(await setting.card('panel.do', { leadId: 'lead-2', ...asked })).toBeUndefined();
    expect(await setting.card('panel.do', { leadId: 'lead-1', ...asked })).toMatchObject({ done: true });
    expect(await setting.card('panel.colleagues', { leadId: 'lead-2' })).toBeUndefined();
    expect(await setting.card('panel.search', { text: 'ana' })).toBeUndefined();
    expect(await setting.card('panel.diagnostics', {})).toBeUndefined();
  });

  test('[OVR2] what is no act is refused', async () => {
    const forged = { kind: 'lead.capture', body: { emails: ['a@b.co'] } };
    expect(await act(forged as unknown as Act)).toBeUndefined();
    expect(ACTS).not.toContain('lead.capture');
  });
});

describe('the desk', () => {
  test('a lead is found by any part of its name, company or address, accents or not', async () => {
    const found = async (text: string) =>
      (await setting.panel('panel.search', { text }))?.found.map(({ leadId }) => leadId);
    expect(await found('ANA clin')).toContain('lead-1');
    expect(await found('jose@acao')).toEqual(['lead-2']);
    expect(await found('nobody')).toEqual([]);
    expect(await found('  ')).toEqual([]);
  });

  test('the queue is whom the day shows, in its order; whoever was answered comes after those due today', async () => {
    const queue = () => setting.panel('panel.queue', {});
    const day = async () => {
      const rows = (await setting.panel('panel.day', {}))?.rows ?? [];
      return buildDay(rows, setting.replica.clock.now());
    };
    const before = await queue();
    expect(before).toMatchObject({ leads: expect.arrayContaining(['lead-1', 'lead-2']), today: 2 });
    expect((await day()).now.map(({ leadId }) => leadId)).toEqual(before?.leads);
    const [first, second] = before?.leads ?? [];
    if (first === undefined) throw new Error('nobody is in the queue');
    await setting.panel('panel.log', { leadId: first, channel: 'call', outcome: 'no_answer' });
    const after = await queue();
    expect({ first: after?.leads[0], today: after?.today }).toEqual({ first: second, today: 1 });
  });

  test('[PRI5] diagnostics hold no personal data', async () => {
    fakeBrowser.runtime.getManifest = (() => ({ version: '0.1.0' })) as never;
    await setting.panel('panel.log', { leadId: 'lead-1', channel: 'call', outcome: 'connected' });
    const { text } = (await setting.panel('panel.diagnostics', {})) ?? { text: '' };
    expect(JSON.parse(text)).toMatchObject({
      signedIn: true,
      leads: 2,
      outbox: { pending: expect.any(Number) },
    });
    for (const personal of ['Ana', 'ana@', 'Clinic', 'lead-1', 'bruno', 'w1', 'secret', 'combinado.test'])
      expect(text).not.toContain(personal);
  });

  test('[PRI5] what is recorded needs the workspace, and says so without it', async () => {
    setting.worker.offline = true;
    expect(await setting.panel('panel.recorded', { whole: false })).toMatchObject({
      recorded: null,
      problem: expect.any(String),
    });
  });

  test('[TGT7] a proposal waits for nothing on the device', async () => {
    setting.worker.offline = true;
    const asked = { title: 'Less', about: { kind: 'lead', id: 'lead-1' }, leadId: 'lead-1' } as const;
    expect(await setting.panel('panel.propose', asked)).toMatchObject({ done: false });
    setting.worker.offline = false;
    expect(await commands()).toEqual([]);
  });

  test('a choice outlives a stopped service worker, and an older one is completed', async () => {
    await fakeBrowser.storage.local.set({ settings: { logSent: true } });
    await setting.restart();
    await setting.panel('panel.settings', { change: { language: 'pt-BR' } });
    await setting.restart();
    expect(await setting.panel('panel.settings', {})).toEqual({
      logSent: true,
      density: 'full',
      language: 'pt-BR',
      notify: false,
      notifyNames: false,
      quiet: null,
    });
    expect(setting.replica.language).toBe('pt-BR');
  });
});
