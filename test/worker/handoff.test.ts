import { expect, test } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam } from './api.ts';
import { Device } from './outbox.ts';

const { reasons } = STARTERS.en.handoff;
const reasonFor = (answer: string, unreachable = false) =>
  reasons.find((one) => one.answer === answer && (one.unreachable === true) === unreachable)?.id;

async function handedOff() {
  const team = await openTeam();
  const leadId = await addLead(team.admin, { owner: team.sdr.id, phones: ['+12125550123'] });
  await askForDemo(team.admin, leadId);
  const read = async (now = MONDAY) => json('GET', `/v1/leads/${leadId}`, { token: team.admin, now });
  const { state } = await read();
  const handoff: string = state.handoffs[0].id;
  const sam = new Device(team.sdr.token);
  const answer = async (body: object, now = MONDAY + HOUR_MS) =>
    sam.give(
      'handoff.answer',
      { leadId, handoff, ...body },
      { baseRevision: (await read(now)).revision },
      now,
    );
  return { ...team, leadId, handoff, read, sam, answer };
}

test('[HOF3] a return needs a reason of the agreement for just that answer', async () => {
  const { answer, read } = await handedOff();
  expect(await answer({ answer: 'recycled' })).toMatchObject({ code: 'malformed', pointer: '/body/reason' });
  const wrong = { answer: 'recycled', reason: reasonFor('disqualified') };
  expect(await answer(wrong)).toMatchObject({ code: 'malformed', pointer: '/body/reason' });
  expect(await answer({ answer: 'recycled', reason: reasonFor('recycled') })).toMatchObject({
    result: 'applied',
  });
  const { state } = await read(MONDAY + 2 * HOUR_MS);
  expect(state.handoffs[0]).toMatchObject({ answer: { answer: 'recycled' }, closed: { how: 'answered' } });
});

test('[HOF3] a hand-off is answered once; who comes second is shown the answer', async () => {
  const { answer } = await handedOff();
  expect(await answer({ answer: 'accepted' })).toMatchObject({ result: 'applied' });
  expect(await answer({ answer: 'accepted' })).toMatchObject({
    code: 'conflict',
    theirs: { answer: 'accepted' },
  });
});

test('[HOF4] unreachable waits for the agreed minimum and says what is owed', async () => {
  const { answer, sam, leadId } = await handedOff();
  const unreachable = { answer: 'recycled', reason: reasonFor('recycled', true) };
  expect(await answer(unreachable)).toMatchObject({ code: 'not_yet', theirs: { attempts: 5, dates: 5 } });
  for (let day = 0; day < 5; day += 1) {
    const channel = day % 2 ? 'call' : 'email';
    const body = { leadId, channel, outcome: 'no_answer', evidence: 'clicked' };
    await sam.give('attempt.log', body, {}, MONDAY + HOUR_MS + day * DAY_MS);
  }
  expect(await answer(unreachable, MONDAY + 5 * DAY_MS)).toMatchObject({ result: 'applied' });
});

test('[HOF5] marketing contests a return within the agreed open days, once', async () => {
  for (const [days, expected] of [
    [2, { result: 'applied' }],
    [9, { result: 'rejected', code: 'too_late' }],
  ] as const) {
    const { answer, marketer, leadId, handoff } = await handedOff();
    const mia = new Device(marketer.token);
    const contest = (now: number) =>
      mia.give('handoff.contest', { leadId, handoff, evidence: 'they asked for a demo' }, {}, now);
    expect(await contest(MONDAY)).toMatchObject({ code: 'conflict' });
    await answer({ answer: 'disqualified', reason: reasonFor('disqualified') });
    expect(await contest(MONDAY + HOUR_MS + days * DAY_MS)).toMatchObject(expected);
  }
});

test('[CLK5] a lead is snoozed twice per hand-off, ten open days at most, for an agreed reason', async () => {
  const { sam, leadId } = await handedOff();
  const reason = STARTERS.en.handoff.snooze.reasons[0]?.id ?? '';
  const snooze = (untilOn: string, hour: number, why = reason) =>
    sam.give('lead.snooze', { leadId, untilOn, reason: why }, {}, MONDAY + hour * HOUR_MS);
  expect(await snooze('2026-03-04', 1, 'tired')).toMatchObject({
    code: 'malformed',
    pointer: '/body/reason',
  });
  expect(await snooze('2026-04-20', 1)).toMatchObject({ code: 'malformed', pointer: '/body/untilOn' });
  expect(await snooze('2026-02-27', 1)).toMatchObject({ code: 'malformed', pointer: '/body/untilOn' });
  expect(await snooze('2026-03-04', 1)).toMatchObject({ result: 'applied' });
  expect(await snooze('2026-03-05', 2)).toMatchObject({ result: 'applied' });
  expect(await snooze('2026-03-06', 3)).toMatchObject({ code: 'conflict' });
});
