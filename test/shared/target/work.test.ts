/** Sales' promise (TGT2): what is worked, missed, in progress, or in no denominator. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import { countedHandoffs } from '../../../shared/target/handoffs.ts';
import { inCell, leadsBehind, type ReportLead, runReport } from '../../../shared/target/report.ts';
import { workOf } from '../../../shared/target/work.ts';
import { workedReport } from '../../../shared/target/worked.ts';
import { agreement, at, attempt, everyPolicy, fact, version } from '../lead/agreement.ts';
import { answer, handedOff, leadOf, scopeAt, type World } from './leads.ts';

const MONDAY = at('2026-03-02', '09:00');
/** Nobody tries: the first step is due Wednesday 4, the fifth four times two business days later. */
const RUN_OUT = at('2026-03-16', '09:00');
const later = at('2026-05-01');

function workAt(now: number, facts: readonly Fact[], world: World = {}): ReturnType<typeof workOf> | 'none' {
  const lead = leadOf('lead-1', facts, now, world);
  const [handoff] = countedHandoffs(lead);
  return handoff === undefined ? 'none' : workOf(lead, handoff, scopeAt(now, world));
}

describe('a hand-off', () => {
  const call = attempt(at('2026-03-02', '10:00'), 'bruno');
  const talked = attempt(at('2026-03-03', '10:00'), 'bruno', { outcome: 'connected' });

  test('[TGT2] is worked by a first response and a conversation', () => {
    expect(workAt(later, [...handedOff(MONDAY), call, talked])).toEqual({ status: 'worked', at: talked.at });
  });

  test('[TGT2] one attempt alone is no work, but is in progress until the last step agreed is due', () => {
    // Step 2 runs from the attempt on Monday 10:00: Wednesday 4, and three more.
    expect(workAt(at('2026-03-03'), [...handedOff(MONDAY), call])).toEqual({
      status: 'in_progress',
      until: at('2026-03-12', '10:00'),
    });
    expect(workAt(later, [...handedOff(MONDAY), call])).toEqual({
      status: 'missed',
      at: at('2026-03-12', '10:00'),
    });
  });

  test('[TGT2] untouched it is in progress until its last cadence step would be due, then missed', () => {
    expect(workAt(RUN_OUT, handedOff(MONDAY))).toEqual({ status: 'in_progress', until: RUN_OUT });
    expect(workAt(RUN_OUT + 1, handedOff(MONDAY))).toEqual({ status: 'missed', at: RUN_OUT });
  });

  test('[TGT2] a first response that was late counts as well', () => {
    const late = attempt(at('2026-04-20', '10:00'), 'bruno', { outcome: 'connected' });
    expect(workAt(later, [...handedOff(MONDAY), late])).toEqual({ status: 'worked', at: late.at });
  });

  test('[TGT2] all attempts agreed are work, on the day of the last', () => {
    const tries = [2, 3, 4, 5, 6].map((day) => attempt(at(`2026-03-0${day}`, '10:00'), 'bruno'));
    expect(workAt(later, [...handedOff(MONDAY), ...tries])).toEqual({
      status: 'worked',
      at: at('2026-03-06', '10:00'),
    });
    expect(workAt(later, [...handedOff(MONDAY), ...tries.slice(1)])).toMatchObject({ status: 'missed' });
  });

  test('[TGT2] an answer needs a first response to be work', () => {
    const accepted = answer('lead-1', at('2026-03-02', '12:00'), { answer: 'accepted' });
    expect(workAt(later, [...handedOff(MONDAY), accepted])).toMatchObject({ status: 'missed' });
    expect(workAt(later, [...handedOff(MONDAY), call, accepted])).toEqual({
      status: 'worked',
      at: accepted.at,
    });
  });

  test('[TGT2] what the lead wrote is a conversation, an out-of-office answer is not', () => {
    const reply = (outOfOffice: boolean) =>
      fact('reply.received', at('2026-03-03', '15:00'), { channel: 'email', outOfOffice });
    expect(workAt(later, [...handedOff(MONDAY), call, reply(false)])).toMatchObject({ status: 'worked' });
    expect(workAt(later, [...handedOff(MONDAY), call, reply(true)])).toMatchObject({ status: 'missed' });
  });

  test('[TGT2] automatic mail and marketing’s own tries are no first response', () => {
    const machine = attempt(call.at, 'bruno', { automatic: true, outcome: 'replied' });
    const mia = attempt(call.at, 'mia', { outcome: 'connected' });
    expect(workAt(later, [...handedOff(MONDAY), machine, mia])).toMatchObject({ status: 'missed' });
  });

  test('[TGT2] without a cadence its time is the agreed open days from the hand-off', () => {
    const policies = everyPolicy().filter(({ kind }) => kind !== 'cadence');
    const world = { history: [version(agreement({ policies }))] };
    const until = at('2026-03-16', '09:00');
    expect(workAt(until, handedOff(MONDAY), world)).toEqual({ status: 'in_progress', until });
    expect(workAt(until + 1, handedOff(MONDAY), world)).toEqual({ status: 'missed', at: until });
    // With no promise at all, the first genuine attempt is the first response.
    const none = { history: [version(agreement({ policies: [] }))] };
    expect(workAt(later, [...handedOff(MONDAY), call, talked], none)).toMatchObject({ status: 'worked' });
    expect(workAt(later, [...handedOff(MONDAY)], none)).toMatchObject({ status: 'missed' });
  });

  test('[TGT2] while snoozed its time does not run out', () => {
    const snoozed = fact('lead.snoozed', at('2026-03-03', '09:00'), {
      untilOn: '2026-03-13',
      reason: 'vacation',
    });
    expect(workAt(at('2026-03-12'), [...handedOff(MONDAY), call, snoozed])).toEqual({
      status: 'in_progress',
      until: null,
    });
  });

  test('[TGT2][HOF3] taken back, or opted out before any response, it is in no denominator', () => {
    const back = fact('stage.set', at('2026-03-03'), { stage: 'lead' }, { actor: 'mia', observer: 'hand' });
    expect(workAt(later, [...handedOff(MONDAY), back])).toBeNull();
    const out = fact('lead.optedOut', at('2026-03-03'), { channel: 'all' });
    expect(workAt(later, [...handedOff(MONDAY), out])).toBeNull();
    expect(workAt(later, [...handedOff(MONDAY), call, out])).toEqual({ status: 'worked', at: out.at });
  });

  test('[TGT2][HOF1] opened already accepted, or in trial, it is not counted', () => {
    const beyond = fact('stage.set', MONDAY, { stage: 'sql' }, { actor: 'bruno', observer: 'hand' });
    expect(workAt(later, [...handedOff(MONDAY - 1).slice(0, 1), beyond])).toBe('none');
    const trial = { history: [version(agreement({ policies: everyPolicy() }), { signed: false })] };
    expect(workAt(later, handedOff(MONDAY), trial)).toBe('none');
  });

  test('[TGT2][HOF5] reopened by the referee it is judged from the decision on', () => {
    const told = [
      ...handedOff(MONDAY),
      call,
      answer('lead-1', at('2026-03-03', '10:00'), { answer: 'recycled', reason: 'not_now' }),
      fact('handoff.contested', at('2026-03-04', '10:00'), { handoff: 'h:lead-1:1', evidence: 'see' }),
      fact('handoff.decided', at('2026-03-05', '10:00'), { handoff: 'h:lead-1:1', outcome: 'overturned' }),
    ];
    expect(workAt(at('2026-03-04'), told.slice(0, 4))).toEqual({
      status: 'worked',
      at: at('2026-03-03', '10:00'),
    });
    expect(workAt(later, told)).toMatchObject({ status: 'missed' });
  });
});

test('[TGT2][TGT4] the share says its denominator, what is in progress, and which leads are behind it', () => {
  const now = at('2026-03-20');
  const call = (when: number, outcome: 'connected' | 'no_answer') => attempt(when, 'bruno', { outcome });
  const leads: readonly ReportLead[] = [
    leadOf('a', [...handedOff(MONDAY, { source: 'ads' }), call(MONDAY + 60_000, 'connected')], now),
    leadOf('b', handedOff(MONDAY, { source: 'ads' }), now),
    leadOf('c', handedOff(at('2026-03-19', '10:00'), { source: 'event' }), now),
    leadOf('d', handedOff(at('2026-02-02', '10:00')), now),
  ];
  const report = workedReport(scopeAt(now));
  const rows = runReport(report, leads);
  const row = (by: string, of: string | null) => rows.find((one) => one.by === by && one.of === of);
  expect(row('all', null)).toMatchObject({
    worked: { hits: 1, n: 2, share: 0.5, colour: false },
    inProgress: 1,
  });
  expect(row('source', 'ads')).toMatchObject({ worked: { hits: 1, n: 2 }, inProgress: 0 });
  expect(row('source', 'event')).toMatchObject({ worked: { n: 0, share: null }, inProgress: 1 });
  expect(row('owner', 'bruno')).toMatchObject({ worked: { hits: 1, n: 2 } });
  const missed = inCell(['decided', 'all', null], false);
  expect([...leadsBehind(report, leads, missed)]).toEqual(['b']);
  expect([...leadsBehind(report, leads, inCell(['in progress', 'all', null]))]).toEqual(['c']);
});
