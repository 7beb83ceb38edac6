/** The main job through the pure engine: capture, signals, stage, hand-off, owner, attempt, clock met. */
import { expect, test } from 'vitest';
import { at, attempt, captured, live, signal, stateAfter } from './agreement.ts';

const fields = { name: 'Ana', company: 'Clinic', employees: 120, industry: 'health' };

test('[FCT1][STG2][HOF1][HOF2] a lead that qualifies by score is handed over, routed and worked', () => {
  const facts = live(
    [
      captured(at('2026-03-02', '09:00'), { fields, source: 'google' }),
      signal('pricing', at('2026-03-02', '10:00')),
      attempt(at('2026-03-02', '11:00'), 'dora'),
    ],
    at('2026-03-02', '12:00'),
  );
  const state = stateAfter(facts, at('2026-03-02', '12:00'));
  expect(state.stage).toMatchObject({ id: 'mql', since: at('2026-03-02', '10:00') });
  expect(state.entries.map(({ stage, cause, from }) => [stage, cause, from])).toEqual([
    ['lead', 'criteria', null],
    ['mql', 'criteria', 'lead'],
  ]);
  expect(state.handoffs).toHaveLength(1);
  expect(state.handoffs[0]).toMatchObject({ stage: 'mql', source: 'google', answer: null, closed: null });
  expect(state.owner).toEqual({ id: 'dora', since: at('2026-03-02', '10:00') });
  expect(state.attempts).toMatchObject([{ by: 'dora', genuine: true }]);
  expect(state.clocks).toMatchObject([
    { kind: 'first_response', status: 'met', dueAt: at('2026-03-02', '14:00') },
  ]);
});

test('[STG3] a fast-track signal enters its stage at once whatever the score', () => {
  const facts = live(
    [captured(at('2026-03-02', '09:00')), signal('demo', at('2026-03-02', '10:00'))],
    at('2026-03-02', '10:00'),
  );
  const state = stateAfter(facts, at('2026-03-02', '10:00'));
  expect(state.entries).toMatchObject([{ stage: 'mql', cause: 'fast_track', evidence: 'demo' }]);
  expect(state.owner?.id).toBe('bruno');
});
