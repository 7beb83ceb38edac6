import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import { addLead, json, MONDAY, openTeam } from './api.ts';
import { attempt, attemptsOf } from './attempt.ts';
import { Device } from './outbox.ts';

describe('[SYN1] pushing', () => {
  test('a replay gives the first result and does nothing', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const batch = [
      device.command('attempt.log', attempt(leadId)),
      device.command('attempt.log', attempt('unknown')),
      device.command('attempt.log', attempt(leadId)),
    ];
    const first = await device.push(batch);
    const again = await device.push(batch, MONDAY + HOUR_MS);
    expect(first).toMatchObject({
      outcome: 'ok',
      lastN: 3,
      results: [{ result: 'applied' }, { result: 'rejected', code: 'not_found' }, { result: 'applied' }],
    });
    expect(again).toEqual({ ...first, serverTime: MONDAY + HOUR_MS });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(2);
  });

  test('a batch that overlaps what is known goes on after it', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const [one, two, three] = [1, 2, 3].map(() => device.command('attempt.log', attempt(leadId)));
    if (!one || !two || !three) throw new Error('three were made');
    await device.push([one, two]);
    expect(await device.push([two, three])).toMatchObject({ outcome: 'ok', lastN: 3 });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(3);
  });

  test.each([
    ['ahead of the next number', [2]],
    ['inside the batch', [1, 3]],
    ['back inside the batch', [1, 1]],
  ])('a gap %s applies nothing', async (_, numbers) => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const batch = numbers.map((n) => ({ ...device.command('attempt.log', attempt(leadId)), n }));
    expect(await device.push(batch)).toMatchObject({ outcome: 'gap', lastN: 0 });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(0);
  });

  test('another body under a known number is a fork and applies nothing', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const first = device.command('attempt.log', attempt(leadId));
    await device.push([first]);
    const next = device.command('attempt.log', attempt(leadId));
    const forked = await device.push([
      { ...first, body: { ...attempt(leadId), outcome: 'connected' } },
      next,
    ]);
    expect(forked).toMatchObject({ outcome: 'forked', lastN: 1 });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(1);
  });

  test('another body under a known id is a fork, under the same body a duplicate', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const first = device.command('attempt.log', attempt(leadId));
    await device.push([first]);
    const cloned = new Device(team.sdr.token);
    const changed = { ...first, body: { ...attempt(leadId), outcome: 'connected' } };
    expect(await cloned.push([changed])).toMatchObject({ outcome: 'forked', lastN: 0 });
    expect(await cloned.push([first])).toMatchObject({ results: [{ result: 'duplicate' }], lastN: 1 });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(1);
  });

  test("somebody else's client is a fork", async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin);
    const sam = new Device(team.sdr.token);
    await sam.give('attempt.log', attempt(leadId));
    const bruno = new Device(team.colleague.token);
    bruno.clientId = sam.clientId;
    expect(await bruno.push([bruno.command('attempt.log', attempt(leadId))])).toMatchObject({
      outcome: 'forked',
    });
  });

  test('the order of keys in a body does not make it another', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const first = device.command('attempt.log', attempt(leadId));
    await device.push([first]);
    const body = Object.fromEntries(Object.entries(attempt(leadId)).toReversed());
    expect(await device.push([{ ...first, body }])).toMatchObject({ results: [{ result: 'applied' }] });
  });

  test('in another epoch nothing is applied and the epoch is said', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const { epoch } = await device.pull();
    device.epoch = 'before the restore';
    const pushed = await device.push([device.command('attempt.log', attempt(leadId))]);
    expect(pushed).toMatchObject({ outcome: 'epoch', epoch });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(0);
  });

  test('a state change made on a stale revision is a conflict that shows both values', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const seen = (await new Device(team.sdr.token).pullAll()).flatMap(({ leads }) => leads);
    const baseRevision = seen.find(({ id }) => id === leadId)?.revision ?? 0;
    const sam = new Device(team.sdr.token);
    const max = new Device(team.manager.token);
    const budget = (value: number) => ({ leadId, field: 'budget', value });
    expect(await max.give('lead.set', budget(10), { baseRevision })).toMatchObject({ result: 'applied' });
    expect(await sam.give('lead.set', budget(20), { baseRevision })).toMatchObject({
      result: 'rejected',
      code: 'conflict',
      theirs: 10,
    });
    // Another field of the same lead is another thing.
    const need = { leadId, field: 'need', value: 'faster replies' };
    expect(await sam.give('lead.set', need, { baseRevision })).toMatchObject({ result: 'applied' });
  });

  test('signals and attempts never make a state change stale', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const seen = (await device.pullAll()).flatMap(({ leads }) => leads);
    const baseRevision = seen.find(({ id }) => id === leadId)?.revision ?? 0;
    const careers = { signals: [{ leadId, signal: 'careers_viewed' }] };
    await json('POST', '/v1/signals', { token: team.admin, body: careers });
    await device.give('attempt.log', attempt(leadId));
    const owner = { leadId, owner: team.colleague.id };
    expect(await new Device(team.manager.token).give('owner.assign', owner, { baseRevision })).toMatchObject({
      result: 'applied',
    });
  });

  test("two changes of one thing made offline by one device are no conflict, a colleague's in between is", async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const seen = (await device.pullAll()).flatMap(({ leads }) => leads);
    const baseRevision = seen.find(({ id }) => id === leadId)?.revision ?? 0;
    const budget = (value: number) =>
      device.command('lead.set', { leadId, field: 'budget', value }, { baseRevision });
    expect(await device.push([budget(10), budget(20)])).toMatchObject({
      results: [{ result: 'applied' }, { result: 'applied' }],
    });
    const theirs = { leadId, field: 'budget', value: 99 };
    await new Device(team.manager.token).give('lead.set', theirs, { baseRevision: 1_000_000 });
    expect(await device.push([budget(30)])).toMatchObject({ results: [{ code: 'conflict', theirs: 99 }] });
  });

  test('a state change without a revision is malformed', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const result = await new Device(team.sdr.token).give('stage.release', { leadId });
    expect(result).toMatchObject({ code: 'malformed', pointer: '/baseRevision' });
  });
});

test('[SYN2] a rejected command is kept and blocks nothing', async () => {
  const team = await openTeam();
  const leadId = await addLead(team.admin, { owner: team.sdr.id });
  const device = new Device(team.sdr.token);
  const batch = [
    device.command('attempt.log', { leadId, channel: 'pigeon' }),
    device.command('attempt.explode', { leadId }),
    device.command('attempt.log', 'not even an object'),
    device.command('attempt.log', attempt(leadId)),
  ];
  const pushed = await device.push(batch);
  expect(pushed).toMatchObject({
    results: [
      { code: 'malformed', pointer: '/body/channel' },
      { code: 'unknown_kind', pointer: '/kind' },
      { code: 'malformed' },
      { result: 'applied' },
    ],
    lastN: 4,
  });
  expect(await device.push(batch)).toEqual(pushed);
});
