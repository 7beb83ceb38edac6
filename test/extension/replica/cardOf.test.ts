// @vitest-environment node
/** The card as the background builds it: the account from the copy, history by the page, strangers added. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { handedOver, openCard, setUp, type Setting } from './setting.ts';

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
