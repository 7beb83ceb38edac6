/** The brief where there is little to say. */
import { expect, test } from 'vitest';
import { briefOf } from '../../../shared/handoff/brief.ts';
import { stateOf } from '../../../shared/lead/fold.ts';
import {
  agreement,
  at,
  captured,
  everyPolicy,
  fact,
  live,
  read,
  signal,
  version,
} from '../lead/agreement.ts';

const BEGIN = at('2026-03-02', '10:00');
const history = [version(agreement({ policies: everyPolicy() }))];

function briefAt(told: Parameters<typeof live>[0], now: number) {
  const lead = read(live(told, now, { history }), now, { history });
  return briefOf(stateOf(lead), lead);
}

test('[HOF1] a lead never handed off has no brief', () => {
  expect(briefAt([captured(BEGIN)], BEGIN)).toBeNull();
});

test('[HOF1] what a person decided names no evidence, and an unknown persona is none', () => {
  const set = fact('stage.set', BEGIN + 1, { stage: 'mql' }, { actor: 'mia', observer: 'hand' });
  expect(briefAt([captured(BEGIN), set], BEGIN + 2)).toMatchObject({
    why: { cause: 'person', evidence: null },
    persona: null,
  });
});

test('[HOF1] the next step is the promise of sales that falls due first, late or not', () => {
  const told = [captured(BEGIN), signal('demo', BEGIN + 1)];
  expect(briefAt(told, BEGIN + 2)?.next?.kind).toBe('first_response');
  expect(briefAt(told, at('2026-03-03', '11:00'))?.next?.kind).toBe('first_response');
});
