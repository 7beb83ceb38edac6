/** What was achieved of each goal in each of its periods (TGT3), counted by hand. */
import { expect, test } from 'vitest';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { achievedReport } from '../../../shared/target/achieved.ts';
import { runReport } from '../../../shared/target/report.ts';
import { at, attempt } from '../lead/agreement.ts';
import { answer, DEFINITIONS, handedOff, leadOf, scopeAt } from './leads.ts';

type Goal = Definitions['goals'][number];

const goal = (id: string, metric: string, target: number, period: Goal['period']): Goal => ({
  id,
  side: 'marketing',
  metric,
  target,
  period,
});

/** Two hand-offs in February, one in March: accepted, given back, accepted. */
const leads = (now: number) =>
  [
    { id: 'a', on: '2026-02-03', said: 'accepted' as const },
    { id: 'b', on: '2026-02-10', said: 'recycled' as const },
    { id: 'c', on: '2026-03-03', said: 'accepted' as const },
  ].map(({ id, on, said }) =>
    leadOf(
      id,
      [
        ...handedOff(at(on, '10:00')),
        attempt(at(on, '11:00'), 'bruno', { outcome: 'connected' }),
        answer(
          id,
          at(on, '12:00'),
          said === 'accepted' ? { answer: said } : { answer: said, reason: 'later' },
        ),
      ].filter((fact) => fact.at <= now),
      now,
    ),
  );

const told = (
  now: number,
  goals: readonly Goal[],
  window = { start: at('2026-01-01'), end: at('2026-04-01') },
) =>
  runReport(
    achievedReport({ ...scopeAt(now), window, definitions: { ...DEFINITIONS, goals: [...goals] } }),
    leads(now),
  );

test('[TGT3] a month at a time: what is over is held against all of its target, what runs against its pace', () => {
  const now = at('2026-03-12', '12:00');
  const months = told(now, [goal('g', 'mqls', 22, 'month')]);
  expect(
    months.map(({ from, to, running, actual, expected, reached }) => [
      from,
      to,
      running,
      actual,
      expected,
      reached,
    ]),
  ).toEqual([
    ['2026-01-01', '2026-01-31', false, 0, 22, false],
    ['2026-02-01', '2026-02-28', false, 2, 22, false],
    // Nine of March's 22 open days are through.
    ['2026-03-01', '2026-03-31', true, 1, 9, false],
  ]);
});

test('[TGT3] a share is judged by its counts, and of nothing by nothing', () => {
  const now = at('2026-04-10', '12:00');
  const quarter = told(now, [
    goal('q', 'acceptance_rate', 66.6, 'quarter'),
    goal('m', 'acceptance_rate', 60, 'month'),
  ]);
  expect(quarter.map(({ goal, from, hits, n, reached }) => [goal, from, hits, n, reached])).toEqual([
    ['q', '2026-01-01', 2, 3, true],
    ['m', '2026-01-01', 0, 0, null],
    ['m', '2026-02-01', 1, 2, false],
    ['m', '2026-03-01', 1, 1, true],
  ]);
  expect(quarter[1]?.actual).toBeNull();
});

test('[TGT3] a week that reaches beyond the window belongs to the next one, unless it runs still', () => {
  const weekly = [goal('w', 'mqls', 1, 'week')];
  const march = { start: at('2026-03-01'), end: at('2026-04-01') };
  const over = told(at('2026-04-20', '12:00'), weekly, march).map(({ from }) => from);
  expect(over).toEqual(['2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23']);
  const running = told(at('2026-03-31', '12:00'), weekly, march);
  expect(running.at(-1)).toMatchObject({ from: '2026-03-30', running: true });
});

test('[TGT3] a metric that is not kept is in no line', () => {
  expect(told(at('2026-03-12', '12:00'), [goal('x', 'smiles', 1, 'month')])).toEqual([]);
});

test('[TGT3] [TRI1] what was over before it had been agreed on from its first day is not held against anybody', () => {
  const now = at('2026-04-10', '12:00');
  const signed = at('2026-02-10', '12:00');
  const scope = {
    ...scopeAt(now),
    window: { start: at('2026-01-01'), end: at('2026-04-01') },
    definitions: { ...DEFINITIONS, goals: [goal('g', 'mqls', 22, 'month')] },
  };
  const history = scope.history.map((one) => ({ ...one, effectiveAt: signed, signed: true }));
  const months = runReport(achievedReport({ ...scope, history }), leads(now));
  expect(months.map(({ from, actual, reached }) => [from, actual, reached])).toEqual([
    ['2026-01-01', 0, null],
    ['2026-02-01', 2, null],
    ['2026-03-01', 1, false],
  ]);
  // Signed at noon of the first day: that month is meant.
  const first = scope.history.map((one) => ({
    ...one,
    effectiveAt: at('2026-02-01', '12:00'),
    signed: true,
  }));
  const since = runReport(achievedReport({ ...scope, history: first }), leads(now));
  expect(since.map(({ reached }) => reached)).toEqual([null, false, false]);
});
