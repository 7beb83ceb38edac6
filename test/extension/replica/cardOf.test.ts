// @vitest-environment node
/** The card as the background builds it: the account from the copy, history by the page, strangers added. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ExternalId, Fact } from '../../../shared/lead/facts.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { fact } from '../../shared/lead/agreement.ts';
import { handedOver, NOW, openCard, setUp, type Setting } from './setting.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let setting: Setting;
beforeEach(async () => {
  setting = await setUp(
    new Map([
      ['lead-1', handedOver('lead-1', 'ana@clinic.example')],
      ['lead-2', handedOver('lead-2', 'rui@clinic.example')],
      ['lead-3', handedOver('lead-3', 'zoe@elsewhere.example')],
    ]),
  );
});
afterEach(() => setting.close());

const matesOf = async (leadId: string) => (await cardNow(leadId))?.account?.people.map((mate) => mate.leadId);
const ofCompany = (leadId: string, email: string, company: ExternalId): readonly Fact[] =>
  handedOver(leadId, email).map((one) =>
    one.kind === 'lead.captured' ? { ...one, body: { ...one.body, externalIds: [company] } } : one,
  );

const cardNow = async (leadId: string) => (await setting.panel('panel.hello', { leadId }))?.card;

describe('[IDN4] the account', () => {
  test('is found in the copy by the domain; those not read yet come with the next look', async () => {
    await cardNow('lead-1');
    await vi.waitFor(async () => {
      const account = (await cardNow('lead-1'))?.account;
      expect(account?.people.map(({ leadId }) => leadId)).toEqual(['lead-2']);
    });
    expect((await cardNow('lead-3'))?.account).toBeNull();
  });

  test('is found by the company’s record where no address says which company it is', async () => {
    const company = { system: 'hubspot', object: 'company', id: '51' };
    const clinic = { system: 'hubspot', object: 'company', id: '7' };
    setting.worker.put('ana', ofCompany('ana', 'ana@gmail.com', company));
    setting.worker.put('rui', ofCompany('rui', 'rui@gmail.com', company));
    // Of the same record, but her address says another company: the address decides.
    setting.worker.put('zoe', ofCompany('zoe', 'zoe@elsewhere.example', company));
    // Somebody who moved on: the record said last is where he works.
    const moved = fact('lead.changed', NOW - HOUR_MS, { addExternalIds: [clinic] });
    setting.worker.put('leo', [...ofCompany('leo', 'leo@gmail.com', company), { ...moved, leadId: 'leo' }]);
    await setting.replica.sync.request();
    await cardNow('ana');
    await vi.waitFor(async () => expect(await matesOf('ana')).toEqual(['rui']));
    expect(await matesOf('leo')).toBeUndefined();
    // The frame of one opens the other's card, and no stranger's.
    expect(await setting.replica.people.ofAccount('id:hubspot/company/7')).toEqual(['leo']);
    expect(setting.replica.people.find({ record: company })).toEqual([]);
  });

  test('names what of it a colleague has by stage and owner only, covers its personas, and follows', async () => {
    const other = { id: 'b1', stage: 'lead', owner: 'bruno', persona: null, touched: null } as const;
    setting.worker.others.set('domain:elsewhere.example', [
      { ...other, id: 'c1', owner: 'carla', persona: 'decider', touched: { at: NOW, by: 'carla' } },
      other,
    ]);
    setting.worker.put('lead-3', handedOver('lead-3', 'zoe@elsewhere.example'));
    await setting.replica.sync.request();
    const card = await cardNow('lead-3');
    expect(card?.account?.people).toMatchObject([
      { leadId: 'c1', name: 'carla’s lead', open: false },
      { leadId: 'b1', open: false },
    ]);
    expect(card?.touch).toContain('with carla’s lead · carla');
    expect(card?.account).toMatchObject({ covered: ['Decision maker'], missing: [] });
    // After the service worker was stopped, too.
    await setting.restart();
    expect((await cardNow('lead-3'))?.account?.people).toHaveLength(2);
    setting.worker.others.clear();
    setting.worker.erase('c1');
    await setting.replica.sync.request();
    expect((await cardNow('lead-3'))?.account?.people.map(({ leadId }) => leadId)).toEqual(['b1']);
  });

  test('of a worker of before is what its leads were known by last', async () => {
    setting.worker.tellsAccounts = false;
    setting.worker.put('lead-2', handedOver('lead-2', 'rui@clinic.example'));
    await setting.replica.sync.request();
    expect(setting.replica.people.ofAccount('domain:clinic.example')).toEqual(['lead-1', 'lead-2']);
  });

  test('is in the card that was begun before its frame came, once it was read', async () => {
    const people = await setting.page('page.people', { people: [{ email: 'ana@clinic.example' }] });
    const minted = await setting.page('page.card', { key: people?.chips[0]?.key ?? 'none' });
    await vi.waitFor(() => {
      if (!setting.replica.states.peek('lead-2', setting.replica.clock.now()))
        throw new Error('not read yet');
    });
    const hello = await setting.card('panel.hello', { nonce: minted?.nonce ?? 'none' });
    expect(hello?.card?.account?.people.map(({ leadId }) => leadId)).toEqual(['lead-2']);
  });

  test('[OVR2] opens from the frame of one of its leads, and nobody else does', async () => {
    await openCard(setting);
    expect((await setting.card('panel.hello', { leadId: 'lead-2' }))?.card?.leadId).toBe('lead-2');
    expect(await setting.card('panel.hello', { leadId: 'lead-3' })).toBeUndefined();
    expect(await setting.card('panel.history', { leadId: 'lead-3', shown: 10 })).toBeUndefined();
  });
});

test('history comes as long as it is asked for, with how much there is', async () => {
  const all = await setting.panel('panel.history', { leadId: 'lead-1', shown: 500 });
  const one = await setting.panel('panel.history', { leadId: 'lead-1', shown: 1 });
  expect(all?.lines.length).toBe(all?.total);
  expect(one).toMatchObject({ total: all?.total, lines: [all?.lines[0]] });
});

test('a lead that is not here, or nobody signed in, is told apart', async () => {
  expect(await setting.panel('panel.hello', { leadId: 'gone' })).toMatchObject({
    card: null,
    signedOut: false,
  });
  await setting.panel('panel.disconnect', {});
  expect(await setting.panel('panel.hello', { leadId: 'lead-1' })).toMatchObject({
    card: null,
    signedOut: true,
  });
});

describe('[OVR7] adding a stranger', () => {
  test('is one command with what is known, source outbound by the worker', async () => {
    const done = await setting.panel('panel.capture', { address: ' New@Client.Example ', name: 'Nia' });
    expect(done).toMatchObject({ done: true });
    await setting.replica.sync.request();
    const added = [...setting.worker.leads.values()]
      .flat()
      .filter(({ kind, id }) => kind === 'lead.captured' && !id.startsWith('lead'));
    expect(added.at(-1)?.body).toMatchObject({ emails: ['new@client.example'], fields: { name: 'Nia' } });
  });

  test('who is a lead here already is not added again, and what is no address neither', async () => {
    expect(await setting.panel('panel.capture', { address: 'ana@clinic.example' })).toMatchObject({
      done: false,
    });
    expect(await setting.panel('panel.capture', { address: 'Nia Silva' })).toMatchObject({ done: false });
  });

  test('[OVR2] a frame in somebody’s page cannot', async () => {
    await openCard(setting);
    expect(await setting.card('panel.capture', { address: 'new@client.example' })).toBeUndefined();
  });
});
