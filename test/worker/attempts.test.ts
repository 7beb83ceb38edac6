import { describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, askForDemo, MONDAY, openTeam } from './api.ts';
import { attempt, attemptsOf, factsOf } from './attempt.ts';
import { Device } from './outbox.ts';

describe('[ATT5] device clocks', () => {
  const cases = [
    ['ahead of the worker', { at: MONDAY + DAY_MS }, MONDAY + HOUR_MS],
    ['before what the device was last told', { at: MONDAY - DAY_MS, knownAt: MONDAY }, MONDAY + 1],
    ['between the two', { at: MONDAY + MINUTE_MS, knownAt: MONDAY }, MONDAY + MINUTE_MS],
    ['told a time that never was', { at: MONDAY, knownAt: MONDAY + DAY_MS }, MONDAY + HOUR_MS],
    ['offline for days', { at: MONDAY - 3 * DAY_MS, knownAt: MONDAY - 4 * DAY_MS }, MONDAY - 3 * DAY_MS],
  ] as const;
  test.each(cases)('%s', async (_, stated, kept) => {
    const team = await openTeam(MONDAY - 5 * DAY_MS);
    const leadId = await addLead(team.admin, { owner: team.sdr.id, now: MONDAY - 5 * DAY_MS });
    const device = new Device(team.sdr.token);
    const result = await device.give('attempt.log', attempt(leadId), stated, MONDAY + HOUR_MS);
    expect(result).toMatchObject({ result: 'applied' });
    expect(await attemptsOf(team.admin, leadId)).toMatchObject([{ at: kept, recordedAt: MONDAY + HOUR_MS }]);
  });

  test('a scheduled send may lie ahead', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const body = {
      ...attempt(leadId),
      channel: 'email',
      outcome: 'sent',
      evidence: 'observed',
      scheduled: true,
    };
    await new Device(team.sdr.token).give('attempt.log', body, { at: MONDAY + 3 * HOUR_MS });
    expect(await attemptsOf(team.admin, leadId)).toMatchObject([{ at: MONDAY + 3 * HOUR_MS }]);
  });
});

describe('[ATT6] a stated earlier time', () => {
  const declared = (leadId: string) => ({ ...attempt(leadId), evidence: 'declared' });

  test('counts back to the start of the same open day, not before the hand-off', async () => {
    const team = await openTeam(MONDAY - DAY_MS * 4);
    const owner = team.sdr.id;
    const old = await addLead(team.admin, { owner, now: MONDAY - 4 * DAY_MS });
    await askForDemo(team.admin, old, MONDAY - 3 * DAY_MS);
    const fresh = await addLead(team.admin, { owner, now: MONDAY });
    await askForDemo(team.admin, fresh, MONDAY + HOUR_MS);
    const now = MONDAY + 2 * HOUR_MS;
    const device = new Device(team.sdr.token);
    const state = (leadId: string, at: number) => device.give('attempt.log', declared(leadId), { at }, now);
    // 00:00 of that Monday in New York.
    const midnight = Date.parse('2026-03-02T05:00:00Z');
    expect(await state(old, midnight)).toMatchObject({ result: 'applied' });
    expect(await state(old, midnight - 1)).toMatchObject({ code: 'too_early', pointer: '/at' });
    expect(await state(fresh, MONDAY + HOUR_MS)).toMatchObject({ result: 'applied' });
    expect(await state(fresh, MONDAY + HOUR_MS - 1)).toMatchObject({ code: 'too_early' });
  });

  test('never lies ahead', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    await new Device(team.sdr.token).give('attempt.log', declared(leadId), { at: MONDAY + DAY_MS });
    expect(await attemptsOf(team.admin, leadId)).toMatchObject([{ at: MONDAY }]);
  });
});

test('[HOF6] logging after an opt-out is refused, a mail seen sent is kept', async () => {
  const team = await openTeam();
  const leadId = await addLead(team.admin, { owner: team.sdr.id });
  const device = new Device(team.sdr.token);
  await device.give('lead.optOut', { leadId, channel: 'email' }, {}, MONDAY + MINUTE_MS);
  const mail = { leadId, channel: 'email', outcome: 'sent' };
  const log = (evidence: string, at: number) =>
    device.give('attempt.log', { ...mail, evidence }, { at }, MONDAY + HOUR_MS);
  expect(await log('clicked', MONDAY + 2 * MINUTE_MS)).toMatchObject({ code: 'opted_out' });
  expect(await log('clicked', MONDAY)).toMatchObject({ result: 'applied' });
  expect(await log('observed', MONDAY + 2 * MINUTE_MS)).toMatchObject({ result: 'applied' });
});

test('[ATT1] an attempt is withdrawn by whoever made it', async () => {
  const team = await openTeam();
  const leadId = await addLead(team.admin, { owner: team.colleague.id });
  const sam = new Device(team.sdr.token);
  const made = sam.command('attempt.log', attempt(leadId), { id: uuidv7() });
  await sam.push([made]);
  const byBruno = new Device(team.colleague.token);
  const withdrawal = { leadId, attempt: made.id };
  expect(await byBruno.give('attempt.withdraw', withdrawal)).toMatchObject({ code: 'forbidden' });
  expect(await sam.give('attempt.withdraw', withdrawal)).toMatchObject({ result: 'applied' });
});

test('[OVR7] capturing an address somebody holds already is a conflict that names the lead', async () => {
  const team = await openTeam();
  const emails = ['twice@example.org'];
  const held = await addLead(team.admin, { emails });
  const device = new Device(team.sdr.token);
  const capture = { leadId: uuidv7(), emails: [' Twice@EXAMPLE.org '] };
  expect(await device.give('lead.capture', capture)).toMatchObject({ code: 'conflict', theirs: held });
  const other = { leadId: uuidv7(), emails: ['New@Example.org'], phones: ['+55 (11) 98765-4321'] };
  expect(await device.give('lead.capture', other)).toMatchObject({ result: 'applied' });
  const [captured] = await factsOf(team.admin, other.leadId);
  expect(captured?.body).toMatchObject({ emails: ['new@example.org'], phones: ['+5511987654321'] });
});
