/** RD Station Marketing: the round trip, and what is its own. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ConnectionMapping } from '../../shared/protocol/connections.ts';
import type { Change, Granted } from '../../worker/connectors/connector.ts';
import { rdmarketing } from '../../worker/connectors/rdmarketing.ts';
import { rdmarketingWorld } from '../vendors/rdmarketing/world.ts';
import { giveAccess, lineOf, Mirror, OWN_SECRET, roundTrip, speakingTo } from '../vendors/roundTrip.ts';
import { oneBitOff, refusals } from '../vendors/oneBitOff.ts';

const NOW = Date.parse('2026-11-16T14:00:00Z');
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

describe('RD Station Marketing, there and back', () => {
  roundTrip(() => rdmarketingWorld(NOW));
});

describe('RD Station Marketing', () => {
  let world = rdmarketingWorld(NOW);
  speakingTo(() => world);
  let granted: Granted;
  let person = '';
  const line = () => lineOf(world, granted);
  const read = async (some: Partial<ConnectionMapping> = {}, id = person): Promise<readonly Change[]> => {
    const answer = await rdmarketing.readThese(line(), 'contacts', [id], { ...world.mapping, ...some });
    if (!answer.ok) throw new Error(answer.detail);
    return answer.value;
  };
  const pair = (theirs: string) => ({ ours: theirs, theirs, keeper: 'theirs' }) as const;

  beforeEach(async () => {
    world = rdmarketingWorld(NOW);
    granted = await giveAccess(world);
    person = world.addPerson(1);
  });

  test('whose account it is, whatever it is called', () => {
    expect(granted.account).toEqual({
      id: 'https://cdn.example/loader-scripts/1-loader.js',
      name: 'Clínica Sol',
    });
  });

  test('a person with fields of every kind, both phones and consent', async () => {
    world.org.define('cf_interesses', 'STRING[]', 'Interesses');
    world.org.change(person, {
      mobile_phone: '+55 11 99000-1000',
      personal_phone: '11 3000-1000',
      cf_interesses: ['Ads', 'SEO'],
      legal_bases: [{ category: 'communications', type: 'consent', status: 'declined' }],
    });
    const fields = ['name', 'cf_interesses', 'lifecycle_stage', 'job_title'].map(pair);
    expect(await read({ fields })).toMatchObject([
      {
        kind: 'person',
        emails: ['person1@example.test'],
        phones: ['+55 11 99000-1000', '11 3000-1000'],
        values: { name: 'Person 1', cf_interesses: 'Ads, SEO', lifecycle_stage: 'Lead', job_title: null },
        optedOut: ['email'],
      },
    ]);
  });

  test('the company is what the newest conversion that names one says; without any it says nothing', async () => {
    const fields = [pair('company_name')];
    world.org.convert(person, 'ebook', { company_name: 'Acme' });
    world.clock.now += HOUR;
    world.org.convert(person, 'webinar', { email: 'person1@example.test' });
    expect(await read({ fields })).toMatchObject([{ values: { company_name: 'Acme' } }]);
    expect(await read({ fields }, world.addPerson(2))).toMatchObject([{ values: { company_name: null } }]);
  });

  test('conversions and opportunities are told with their own time, where they came from and nothing more', async () => {
    world.org.convert(person, 'ebook', {
      email: 'person1@example.test',
      cf_empresa: 'secret',
      traffic_source: 'google',
      traffic_campaign: 'brand',
    });
    world.clock.now += HOUR;
    world.org.convert(person, '', {}, 'OPPORTUNITY');
    const [, conversion, opportunity] = await read({ signals: { CONVERSION: 'a', OPPORTUNITY: 'b' } });
    expect(conversion).toEqual({
      kind: 'told',
      ref: { object: 'event', id: `${person}:CONVERSION:${NOW}:ebook` },
      people: [{ object: 'contact', id: person }],
      event: 'CONVERSION',
      at: NOW,
      properties: { identifier: 'ebook', traffic_source: 'google', traffic_campaign: 'brand' },
      source: 'google',
      campaign: 'brand',
    });
    expect(opportunity).toMatchObject({ event: 'OPPORTUNITY', at: NOW + HOUR, properties: {} });
    expect(await read({ signals: { CONVERSION: 'a' } })).toHaveLength(2);
    expect(await read()).toHaveLength(1);
  });

  test('one the webhook told of before it was listed was made with its first conversion', async () => {
    world.org.convert(person, 'ebook');
    world.clock.now += 2 * HOUR;
    world.org.convert(person, 'webinar');
    expect(await read({ signals: { CONVERSION: 'a' } })).toMatchObject([{ createdAt: NOW }, {}, {}]);
  });

  test('between two days only who converted, or is new, is read again', async () => {
    const others = Array.from({ length: 200 }, (_, n) => world.addPerson(n + 10));
    const mirror = new Mirror(world);
    world.clock.now += HOUR;
    expect(await mirror.sync(line())).toBeUndefined();
    world.clock.now += HOUR;
    world.org.convert(others[7] ?? '', 'ebook');
    world.renamePerson(others[7] ?? '', 'Converted');
    world.renamePerson(others[8] ?? '', 'Quietly changed');
    const late = world.addPerson(300);
    world.org.requests.length = 0;
    expect(await mirror.sync(line())).toBeUndefined();
    const companyOf = (id = '') => mirror.people.get(`contact/${id}`)?.values['cf_empresa'];
    expect(companyOf(others[7])).toBe('Converted');
    expect(companyOf(late)).toBe('Company 300');
    expect(companyOf(others[8])).toBe('Company 18');
    // Two pages of the list, and the two.
    expect(world.org.requests).toHaveLength(4);
    world.clock.now += DAY;
    expect(await mirror.sync(line())).toBeUndefined();
    expect(companyOf(others[8])).toBe('Quietly changed');
  });

  test('prepared twice, fields and webhooks are there once; removed, only ours are gone', async () => {
    for (const id of ['cf_combinado_stage', 'cf_combinado_score']) world.org.fields.delete(id);
    const foreign = { uuid: 'f', event_type: 'WEBHOOK.CONVERTED', url: 'https://other.example/?code=1' };
    world.org.webhooks.set('f', foreign);
    const hook = { url: 'https://combinado.example/connections/w/c', own: OWN_SECRET };
    for (let times = 0; times < 2; times += 1)
      expect(await rdmarketing.prepare(line(), world.mapping, hook)).toEqual({ ok: true, value: null });
    expect([...world.org.fields.keys()].filter((id) => id.includes('combinado'))).toEqual([
      'cf_combinado_stage',
      'cf_combinado_score',
    ]);
    expect([...world.org.webhooks.values()].map(({ event_type, url }) => [event_type, url])).toEqual([
      ['WEBHOOK.CONVERTED', 'https://other.example/?code=1'],
      ['WEBHOOK.CONVERTED', `${hook.url}?code=${OWN_SECRET}`],
      ['WEBHOOK.MARKED_OPPORTUNITY', `${hook.url}?code=${OWN_SECRET}`],
    ]);
    expect(await rdmarketing.remove(line(), granted.tokens, OWN_SECRET)).toEqual({ ok: true, value: null });
    expect([...world.org.webhooks.keys()]).toEqual(['f']);
    expect(world.org.installed).toBe(false);
  });

  test('what may be mapped: their fields and those an account added, but not ours', async () => {
    world.org.define('cf_porte', 'STRING', 'Porte', ['Pequena', 'Grande']);
    const described = await rdmarketing.describe(line());
    const fields = described.ok ? described.value.fields : [];
    expect(fields.map(({ id }) => id)).not.toContain('cf_combinado_stage');
    expect(fields).toContainEqual({
      id: 'cf_porte',
      label: 'Porte',
      type: 'choice',
      writable: true,
      options: [
        { value: 'Pequena', label: 'Pequena' },
        { value: 'Grande', label: 'Grande' },
      ],
    });
    expect(fields.find(({ id }) => id === 'company_name')).toMatchObject({ writable: false });
  });

  test('a field nobody made there is refused for one and holds up no other', async () => {
    const other = world.addPerson(2);
    const values = (id: string, field: string) =>
      ({ kind: 'values', person: { object: 'contact', id }, values: { [field]: 'x' } }) as const;
    const answer = await rdmarketing.write(line(), [
      values(person, 'cf_nobody'),
      values(other, 'cf_empresa'),
    ]);
    expect(answer).toMatchObject({ ok: true, value: [{ ok: false, trouble: 'invalid' }, { ok: true }] });
    expect(world.companyOf(other)).toBe('x');
  });

  test('a contact whose funnel was looked at 24 times today is read without it, and so is the next', async () => {
    const other = world.addPerson(2);
    const fields = ['name', 'lifecycle_stage'].map(pair);
    for (let times = 0; times < 24; times += 1)
      expect(await read({ fields })).toMatchObject([{ values: { lifecycle_stage: 'Lead' } }]);
    // What it does not say now is not empty.
    expect(await read({ fields })).toMatchObject([{ values: { name: 'Person 1' } }]);
    expect((await read({ fields }))[0]).not.toHaveProperty('values.lifecycle_stage');
    expect(await read({ fields }, other)).toMatchObject([{ values: { lifecycle_stage: 'Lead' } }]);
  });

  test('a webhook says whom to look at; the same event is known again, another is not', () => {
    world.org.convert(person, 'ebook');
    const of = (body: object) =>
      rdmarketing.hints({ method: 'POST', url: '', header: () => null, body: JSON.stringify(body) });
    const told = world.org.told(person);
    expect(of(told)).toMatchObject([{ stream: 'contacts', id: person }]);
    expect(of(told)).toEqual(of({ ...told, timestamp: 'later' }));
    expect(of({ ...told, event_identifier: 'webinar' })).not.toEqual(of(told));
    expect(of({ ...told, event_type: 'WEBHOOK.SOMETHING' })).toEqual([]);
    expect(of({ ...told, contact: { uuid: '../fields' } })).toEqual([]);
  });

  test('10,000 one-bit changes of the code in the address are refused', async () => {
    const delivery = world.tell(person, OWN_SECRET);
    const address = delivery.url.slice(0, -OWN_SECRET.length);
    const isTaken = (n: number) => {
      const changed = { ...delivery, url: address + oneBitOff(OWN_SECRET, n) };
      return rdmarketing.verify(changed, { app: 'x', own: OWN_SECRET }, NOW);
    };
    expect(await refusals(10_000, isTaken)).toBe(10_000);
  });
});
