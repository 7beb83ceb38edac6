/** A member's day beside the lists: numbers to call, and what they did since midnight. */
import { expect, test } from 'vitest';
import type { DayResponse } from '../../shared/protocol/day.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam } from './api.ts';
import { Device } from './outbox.ts';

test('[ACC2] one’s own leads with their numbers, and what one did today, the newest first', async () => {
  const { admin, sdr, colleague } = await openTeam();
  const owing = async (owner: string, phone: string) => {
    const id = await addLead(admin, { owner, phones: [phone], fields: { name: phone.slice(-4) } });
    await askForDemo(admin, id);
    return id;
  };
  const first = await owing(sdr.id, '+5511988881234');
  const second = await owing(sdr.id, '+14155550123');
  const refuses = await owing(sdr.id, '+14155550124');
  const theirs = await owing(colleague.id, '+14155550125');
  const device = new Device(sdr.token);
  await device.give('lead.optOut', { leadId: refuses, channel: 'call' });
  const day = (now: number, token = sdr.token): Promise<DayResponse> =>
    json('GET', '/v1/me/day', { token, now });
  expect(await day(MONDAY)).toEqual({
    phones: { [first]: ['+5511988881234'], [second]: ['+14155550123'] },
    done: [],
  });

  const call = { channel: 'call', outcome: 'no_answer', evidence: 'clicked' };
  const later = MONDAY + HOUR_MS;
  await device.give('attempt.log', { ...call, leadId: first }, {}, MONDAY);
  await device.give('attempt.log', { ...call, leadId: second, outcome: 'connected' }, {}, later);
  const { state } = await json('GET', `/v1/leads/${first}`, { token: sdr.token, now: later });
  const handoff = state.handoffs[0].id;
  const body = { answer: 'accepted' };
  const now = later + HOUR_MS;
  await json('POST', `/v1/handoffs/${handoff}/answer`, { token: sdr.token, body, now });
  const { done } = await day(now);
  expect(done).toEqual([
    { leadId: first, name: '1234', company: null, at: now, deed: { answer: 'accepted' } },
    {
      leadId: second,
      name: '0123',
      company: null,
      at: later,
      deed: { channel: 'call', outcome: 'connected' },
    },
  ]);

  // What was taken back is not done; what is no longer one's own is not told; tomorrow is another day.
  const made = (await json('GET', `/v1/leads/${second}`, { token: sdr.token, now })).state.attempts[0].id;
  await json('POST', `/v1/attempts/${made}/withdraw`, { token: sdr.token, body: {}, now });
  expect((await day(now)).done.map(({ leadId }) => leadId)).toEqual([first]);
  await json('POST', `/v1/leads/${first}/owner`, { token: admin, body: { owner: colleague.id }, now });
  expect(await day(now)).toMatchObject({ done: [] });
  expect((await day(now)).phones[first]).toBeUndefined();
  expect(Object.keys((await day(now, colleague.token)).phones).toSorted()).toEqual(
    [first, theirs].toSorted(),
  );
  expect((await day(now + DAY_MS)).done).toEqual([]);
});
