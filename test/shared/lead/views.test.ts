/** How far each part of an agreement may look, so that no definition can chase its own tail. */
import { expect, test } from 'vitest';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { explain } from '../../../shared/predicate/explain.ts';
import { changesAt, evaluate, evidenceAt } from '../../../shared/predicate/evaluate.ts';
import type { Predicate } from '../../../shared/predicate/predicate.ts';
import { agreement, at, captured, read, signal, version } from './agreement.ts';

const { scoring } = agreement();
const NOW = at('2026-03-02', '12:00');
const FACTS = [
  captured(at('2026-03-02', '09:00'), { fields: { name: 'Ana', employees: 80 } }),
  signal('pricing', at('2026-03-02', '10:00')),
];

function seen(changes: Partial<Definitions>) {
  return read(FACTS, NOW, { history: [version(agreement(changes))] }).context;
}

const fitting = (when: Predicate): Partial<Definitions> => ({
  scoring: {
    ...scoring,
    groups: [
      {
        id: 'self',
        label: 'Self',
        kind: 'fit',
        min: 0,
        max: 100,
        rules: [{ id: 'self', label: 'Looks at itself', points: 5, when }],
      },
    ],
  },
});

test('[SCO3] a scoring rule that looks at the score finds none, and neither turns with it', () => {
  for (const score of [{ score: true, atLeast: 0 }, { not: { score: true, atLeast: 1 } }] as const) {
    const context = seen(fitting(score));
    expect(context.score()).toEqual({ score: 0, fit: 0, engagement: 0 });
    expect(context.scored().score.shown).toBe(0);
    expect(context.scored().changesAt).toBeNull();
  }
});

test('[SCO3] a scoring rule sees segment and persona, and counts as they do', () => {
  expect(seen(fitting({ not: { segment: 'large' } })).score()?.fit).toBe(5);
  expect(seen(fitting({ not: { persona: 'decider' } })).score()?.fit).toBe(0);
});

test('[PRD2] a segment that looks at segments, and a persona that looks at personas, stay unknown', () => {
  const segment = { id: 'tail', label: 'Tail', when: { segment: 'health' } };
  const persona = {
    id: 'tail',
    label: 'Tail',
    when: { any: [{ persona: 'tail' }, { score: true, atLeast: 0 }] },
  };
  const context = seen({ segments: [segment], personas: [persona] as Definitions['personas'] });
  expect(context.segment('tail')).toBe('unknown');
  expect(context.persona('tail')).toBe('unknown');
  expect(context.own('segment')).toBeNull();
  expect(context.groupsChangeAt()).toBeNull();
});

test('[STG4] a group nobody defined has no evidence and is not met', () => {
  const context = seen({});
  expect(evidenceAt({ segment: 'nowhere' }, context)).toBeNull();
  expect(evaluate({ segment: 'nowhere' }, context)).toBe('unmet');
  expect(changesAt({ segment: 'nowhere' }, context)).toBeNull();
});

test('[PRD4] an explanation of a persona says which one the lead is of', () => {
  const context = seen({
    personas: [{ id: 'big', label: 'Big', when: { field: 'employees', atLeast: 50 } }],
  });
  expect(explain({ persona: 'big' }, context)).toMatchObject({ seen: 'big', verdict: 'met' });
});
