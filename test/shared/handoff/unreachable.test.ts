/** The agreed minimum before a lead may be called unreachable. */
import { describe, expect, test } from 'vitest';
import { owedBeforeUnreachable } from '../../../shared/handoff/unreachable.ts';
import {
  agreement,
  at,
  attempt,
  captured,
  fact,
  HISTORY,
  live,
  signal,
  stateAfter,
} from '../lead/agreement.ts';

const START = at('2026-03-02', '09:00');
const calendar = HISTORY[0]?.calendars['office'];

/** Attempts as `[date, channel, outcome?, evidence?]`, at noon. */
type Try = readonly [
  on: string,
  channel: 'call' | 'email',
  outcome?: 'no_answer' | 'bounced' | 'wrong_person',
  evidence?: 'clicked' | 'declared',
];

function owed(tries: readonly Try[], nowOn: string, time = '15:00') {
  const now = at(nowOn, time);
  const facts = [
    captured(START, { phones: ['+14155550100'] }),
    signal('demo', START),
    ...tries.map(([on, channel, outcome = 'no_answer', evidence = 'clicked'], index) =>
      attempt(at(on, `12:0${index}`), 'bruno', { channel, outcome, evidence }),
    ),
    fact('owner.assigned', START, { owner: 'bruno' }),
  ];
  const { attempts, handoffs } = stateAfter(live(facts, now), now);
  if (calendar === undefined) throw new Error('the agreement has office hours');
  return owedBeforeUnreachable({
    attempts,
    calendar,
    now,
    channels: ['call', 'email'],
    minimum: agreement().handoff.unreachable,
    openedAt: handoffs[0]?.openedAt ?? START,
  });
}

const week: readonly Try[] = [
  ['2026-03-02', 'call'],
  ['2026-03-03', 'email'],
  ['2026-03-04', 'call'],
  ['2026-03-05', 'call'],
];

describe('[HOF4] unreachable', () => {
  test('is allowed once the minimum is complete', () => {
    expect(owed([...week, ['2026-03-06', 'email']], '2026-03-06')).toEqual({
      allowed: 'minimum',
      attempts: 0,
      dates: 0,
      channels: 0,
      notDeclared: 0,
      nextOn: null,
      completeOn: null,
    });
  });

  test('until then says what is owed and when it can be done', () => {
    expect(owed(week, '2026-03-05')).toMatchObject({
      allowed: null,
      attempts: 1,
      dates: 1,
      nextOn: '2026-03-06',
      completeOn: '2026-03-06',
    });
    expect(owed([], '2026-03-06')).toMatchObject({
      attempts: 5,
      dates: 5,
      channels: 2,
      notDeclared: 2,
      nextOn: '2026-03-06',
      completeOn: '2026-03-12',
    });
  });

  test('counts local dates, channels and what is not merely declared', () => {
    const oneDay: readonly Try[] = [0, 1, 2, 3, 4].map(() => ['2026-03-02', 'call'] as const);
    expect(owed(oneDay, '2026-03-02')).toMatchObject({
      attempts: 0,
      dates: 4,
      channels: 1,
      nextOn: '2026-03-03',
    });
    const declared = week.map(([on, channel]): Try => [on, channel, 'no_answer', 'declared']);
    expect(owed([...declared, ['2026-03-06', 'email']], '2026-03-06')).toMatchObject({
      attempts: 0,
      notDeclared: 1,
      completeOn: '2026-03-06',
    });
  });

  test('forgets attempts older than the agreed days', () => {
    expect(owed(week, '2026-04-20')).toMatchObject({ attempts: 5, dates: 5 });
  });

  test('does not count what could not be answered', () => {
    const bounced: readonly Try[] = [...week, ['2026-03-06', 'email', 'bounced']];
    expect(owed(bounced, '2026-03-06')).toMatchObject({ allowed: null, attempts: 1 });
  });

  test('is allowed at once when every known channel ended bounced or wrong person', () => {
    expect(owed([['2026-03-02', 'email', 'bounced']], '2026-03-02').allowed).toBeNull();
    const both: readonly Try[] = [
      ['2026-03-02', 'email', 'bounced'],
      ['2026-03-02', 'call', 'wrong_person'],
    ];
    expect(owed(both, '2026-03-02')).toMatchObject({ allowed: 'no_channel', attempts: 5, completeOn: null });
  });
});
