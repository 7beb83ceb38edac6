import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam } from './api.ts';
import { Device } from './outbox.ts';

test('[ATT3] an attempt pushed by a device meets the clock the demo request started', async () => {
  const team = await openTeam();
  const leadId = await addLead(team.marketer.token, { owner: team.sdr.id });
  await askForDemo(team.marketer.token, leadId, MONDAY + MINUTE_MS);

  const before = await json('GET', `/v1/leads/${leadId}`, { token: team.sdr.token, now: MONDAY + HOUR_MS });
  const clockOf = (state: { clocks: { kind: string; status: string }[] }) =>
    state.clocks.find(({ kind }) => kind === 'first_response')?.status;
  expect(before.state.stage.id).toBe('mql');
  expect(clockOf(before.state)).toBe('running');

  const device = new Device(team.sdr.token);
  const result = await device.give(
    'attempt.log',
    { leadId, channel: 'call', outcome: 'no_answer', evidence: 'clicked' },
    {},
    MONDAY + HOUR_MS,
  );
  expect(result).toMatchObject({ result: 'applied' });
  const after = await json('GET', `/v1/leads/${leadId}`, { token: team.sdr.token, now: MONDAY + HOUR_MS });
  expect(clockOf(after.state)).toBe('met');
});
