/** One real try counts once, and only genuine ones count. */
import { describe, expect, test } from 'vitest';
import type { Fact, FactHead } from '../../../shared/lead/facts.ts';
import { at, attempt, captured, fact, live, ROOM, member, signal, stateAfter } from './agreement.ts';

const NOON = at('2026-03-02', '12:00');
const minute = (n: number) => NOON + n * 60_000;
const attemptsOf = (...facts: readonly Fact[]) =>
  stateAfter([captured(at('2026-03-02')), ...facts], at('2026-03-03')).attempts;
const seenBy = (observer: FactHead['observer'], made: Fact, actor = made.actor): Fact => ({
  ...made,
  observer,
  actor,
});

describe('folding', () => {
  const page = seenBy(
    'page',
    attempt(minute(0), 'bruno', { channel: 'email', outcome: 'sent', evidence: 'observed' }),
  );

  test('[ATT7] several observers within five minutes are one try, with the earliest time and the richest outcome', () => {
    const click = attempt(minute(-2), 'bruno', { channel: 'email', outcome: 'replied' });
    const crm = seenBy(
      'integration',
      attempt(minute(2), 'hubspot', { channel: 'email', outcome: 'sent', evidence: 'integration' }),
    );
    const [one, ...others] = attemptsOf(page, crm, click);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      id: click.id,
      factIds: [click.id, page.id, crm.id],
      at: minute(-2),
      by: 'bruno',
      outcome: 'replied',
      evidence: 'observed',
      genuine: true,
    });
  });

  test.each([
    ['more than five minutes apart', attempt(minute(5) + 1, 'bruno', { channel: 'email' })],
    ['on another channel', attempt(minute(1), 'bruno', { channel: 'call' })],
    ['by the same observer', seenBy('page', attempt(minute(1), 'bruno', { channel: 'email' }))],
    ['by somebody else', attempt(minute(1), 'carla', { channel: 'email' })],
  ])('[ATT7] two tries %s are two', (_, other) => {
    expect(attemptsOf(page, other)).toHaveLength(2);
  });

  test('[ATT7] exactly five minutes apart is one', () => {
    expect(attemptsOf(page, attempt(minute(5), 'bruno', { channel: 'email' }))).toHaveLength(1);
  });

  test('[ATT7] the same message is one try however far apart it was seen; another message is another', () => {
    const hashed = (when: number, messageHash: string, observer: FactHead['observer']) =>
      seenBy(observer, attempt(when, 'bruno', { channel: 'email', messageHash }));
    expect(attemptsOf(hashed(minute(0), 'a', 'page'), hashed(minute(90), 'a', 'integration'))).toHaveLength(
      1,
    );
    expect(attemptsOf(hashed(minute(0), 'a', 'page'), hashed(minute(1), 'b', 'integration'))).toHaveLength(2);
  });

  test('[ATT8] keeps the strongest evidence', () => {
    const declared = attempt(minute(0), 'bruno', { evidence: 'declared' });
    expect(attemptsOf(declared)).toMatchObject([{ evidence: 'declared' }]);
    const crm = seenBy('integration', attempt(minute(1), 'hubspot', { evidence: 'integration' }));
    expect(attemptsOf(declared, crm)).toMatchObject([{ evidence: 'integration', by: 'bruno' }]);
  });
});

describe('genuine', () => {
  test.each([
    ['by sales', attempt(NOON, 'bruno'), true],
    ['by sales, whatever the outcome', attempt(NOON, 'bruno', { outcome: 'bounced' }), true],
    ['by marketing', attempt(NOON, 'mia'), false],
    ['by nobody known', attempt(NOON, 'stranger'), false],
    ['automatic', attempt(NOON, 'bruno', { automatic: true }), false],
  ])('[ATT4][ATT9] %s', (_, made, genuine) => {
    expect(attemptsOf(made)).toMatchObject([{ genuine }]);
  });

  test('[ATT9] one withdrawn or refused is not, and neither is any of its sightings', () => {
    const made = attempt(NOON, 'bruno');
    const crm = seenBy('integration', attempt(minute(1), 'hubspot'));
    const withdrawn = fact('attempt.withdrawn', minute(2), { attempt: crm.id });
    expect(attemptsOf(made, crm, withdrawn)).toMatchObject([{ withdrawn: true, genuine: false }]);
    const refused = fact('attempt.refused', minute(2), { attempt: made.id });
    expect(attemptsOf(made, refused)).toMatchObject([{ refused: true, genuine: false }]);
  });

  test('[ATT9] is judged by the side its maker was on that day', () => {
    const moved = member('bruno', 'sales', 'general', [{ kind: 'side', at: NOON + 1, side: 'marketing' }]);
    const room = { ...ROOM, members: [moved] };
    const facts = [captured(at('2026-03-02')), attempt(NOON, 'bruno'), attempt(minute(60), 'bruno')];
    expect(stateAfter(facts, at('2026-03-03'), { room }).attempts.map(({ genuine }) => genuine)).toEqual([
      true,
      false,
    ]);
  });

  test('[ATT9] made while nobody active owns the lead, it assigns the lead to its maker', () => {
    const room = { ...ROOM, members: [member('carla', 'sales', 'elsewhere')] };
    const facts = live([captured(NOON), signal('demo', NOON), attempt(minute(10), 'carla')], minute(20), {
      room,
    });
    const state = stateAfter(facts, minute(20), { room });
    expect(state.owner).toEqual({ id: 'carla', since: minute(10) });
    expect(state.clocks).toMatchObject([{ status: 'met', tookMs: 0 }]);
    expect(state.handoffs[0]?.answer).toBeNull();
  });
});

test('[ATT5] a scheduled send counts from its hour, unless withdrawn before', () => {
  const sends = { ...attempt(minute(120), 'bruno', { channel: 'email', scheduled: true }), recordedAt: NOON };
  const facts = [captured(at('2026-03-02')), sends];
  expect(stateAfter(facts, minute(60))).toMatchObject({ attempts: [], validUntil: minute(120) });
  expect(stateAfter(facts, minute(120)).attempts).toMatchObject([{ genuine: true, at: minute(120) }]);
  const withdrawn = fact('attempt.withdrawn', minute(30), { attempt: sends.id });
  expect(stateAfter([...facts, withdrawn], minute(120)).attempts).toMatchObject([{ genuine: false }]);
});

test('[ATT10] out of office is no reply', () => {
  const reply = fact('reply.received', NOON, { channel: 'email' });
  const away = fact('reply.received', minute(5), { channel: 'email', outOfOffice: true });
  expect(stateAfter([captured(NOON), reply, away], minute(6)).lastReplyAt).toBe(NOON);
});
