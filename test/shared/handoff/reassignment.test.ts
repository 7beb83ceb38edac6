/** What an escalation does to the owner (CLK7, CLK10). */
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../shared/definitions/policy.ts';
import { nextDueAt } from '../../../shared/lead/nextDue.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { fold } from '../../../shared/lead/fold.ts';
import type { Room } from '../../../shared/lead/room.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import {
  agreement,
  at,
  captured,
  fact,
  LEAD,
  live,
  ROOM,
  settle,
  signal,
  version,
} from '../lead/agreement.ts';

const BEGIN = at('2026-03-02', '10:00');
/** Promised within 4 open hours, escalated one later. */
const DUE = BEGIN + 1 + 4 * HOUR_MS;
const ESCALATED = DUE + HOUR_MS;

function historyWith(action: Policy['escalate'][number]['do'], more: Policy['escalate'] = []) {
  const policy: Policy = {
    id: 'first',
    label: 'First response',
    kind: 'first_response',
    party: 'sales',
    level: 'default',
    order: 1,
    target: { businessHours: 4 },
    calendar: 'office',
    warn: [],
    escalate: [{ after: { businessHours: 1 }, do: action }, ...more],
  };
  return [version(agreement({ policies: [policy] }))];
}

const TOLD = [captured(BEGIN), signal('demo', BEGIN + 1)];

/** As a worker would record it whose alarm came at the breach and at the escalation. */
function lived(history: ReturnType<typeof historyWith>, now: number, room: Room = ROOM, told = TOLD) {
  const facts = live(told, now, { history, room }, [DUE + 1, ESCALATED]);
  return { facts, state: fold(facts, history, room, now) };
}

function ownersIn(facts: readonly Fact[]) {
  return facts.flatMap(({ kind, body }) =>
    kind === 'owner.routed' || kind === 'owner.assigned' ? [body.owner] : [],
  );
}

describe('[CLK7][CLK10] reassign', () => {
  const history = historyWith('reassign');

  test('gives the lead to the next in turn, once, and never back', () => {
    const { facts, state } = lived(history, ESCALATED);
    expect(ownersIn(facts)).toEqual(['bruno', 'carla']);
    expect(state.owner?.id).toBe('carla');
    const again = live(facts, ESCALATED + 9 * HOUR_MS, { history });
    expect(ownersIn(again)).toEqual(['bruno', 'carla']);
  });

  test("the lead's clock goes on; the new owner has a leg with time of their own", () => {
    const { state } = lived(history, ESCALATED);
    const clock = state.clocks.find(({ kind }) => kind === 'first_response');
    expect(clock).toMatchObject({ status: 'breached', dueAt: DUE });
    expect(clock?.legs.map(({ owner }) => owner)).toEqual(['bruno', 'carla']);
    expect(clock?.legs[1]?.dueAt).toBeGreaterThan(ESCALATED);
  });

  test('with nobody else to take it, it stays where it is', () => {
    const alone = { ...ROOM, members: ROOM.members.filter(({ id }) => id !== 'carla') };
    const { facts, state } = lived(history, ESCALATED, alone);
    expect(ownersIn(facts)).toEqual(['bruno']);
    expect(state.owner?.id).toBe('bruno');
    // Somebody who comes later does not get it for a step long past.
    expect(ownersIn(settle(facts, ESCALATED + HOUR_MS, { history }))).toEqual(['bruno']);
  });

  test('a clock met in time takes nothing away', () => {
    const attempt = fact(
      'attempt.made',
      DUE,
      { channel: 'call', outcome: 'connected', evidence: 'clicked' },
      { actor: 'bruno', observer: 'hand' },
    );
    expect(ownersIn(lived(history, ESCALATED, ROOM, [...TOLD, attempt]).facts)).toEqual(['bruno']);
  });

  test('a late report afterwards corrects the breach and leaves the new owner (ATT3)', () => {
    const { facts } = lived(history, ESCALATED);
    const late = fact(
      'attempt.made',
      DUE - HOUR_MS,
      { channel: 'call', outcome: 'no_answer', evidence: 'clicked' },
      { actor: 'bruno', observer: 'hand', recordedAt: ESCALATED + 1 },
    );
    const after = live([...facts, late], ESCALATED + 1, { history });
    const state = fold(after, history, ROOM, ESCALATED + 1);
    expect(state.owner?.id).toBe('carla');
    expect(after.map(({ kind }) => kind)).toContain('clock.corrected');
  });

  test('two steps due in one instant give the lead away once', () => {
    const twice = historyWith('reassign', [{ after: { businessHours: 2 }, do: 'reassign' }]);
    const missed = at('2026-03-03', '12:00');
    const facts = live(live(TOLD, BEGIN + 1, { history: twice }), missed, { history: twice });
    expect(ownersIn(facts)).toEqual(['bruno', 'carla']);
  });
});

describe('[CLK7] return_to_pool', () => {
  const history = historyWith('return_to_pool');

  test('leaves the lead without an owner until somebody takes it', () => {
    const { facts, state } = lived(history, ESCALATED);
    expect(ownersIn(facts)).toEqual(['bruno', null]);
    expect(state.owner).toBeNull();
    const later = at('2026-03-04', '10:00');
    expect(ownersIn(live(facts, later, { history }))).toEqual(['bruno', null]);
    const taken = fact('owner.assigned', later, { owner: 'carla' }, { actor: 'carla', observer: 'hand' });
    const after = live([...facts, taken], later, { history });
    expect(fold(after, history, ROOM, later).owner?.id).toBe('carla');
  });

  test('[CLK9] nothing wakes for it while it waits', () => {
    const { facts, state } = lived(history, ESCALATED);
    expect(nextDueAt(state, facts, history, ROOM, ESCALATED)).toBeNull();
  });

  test('the next hand-off finds an owner again', () => {
    const { facts } = lived(history, ESCALATED);
    const next = at('2026-03-09', '10:00');
    const answered = fact(
      'handoff.answered',
      ESCALATED + 5,
      { handoff: `h:${LEAD}:1`, answer: 'recycled', reason: 'not_now', toStage: 'lead' },
      { actor: 'carla', observer: 'hand' },
    );
    const all = live(live([...facts, answered], ESCALATED + 5, { history }), ESCALATED + 5, { history });
    const again = live([...all, signal('demo', next)], next, { history });
    expect(fold(again, history, ROOM, next).owner?.id).not.toBeUndefined();
    expect(ownersIn(again).at(-1)).not.toBeNull();
  });
});
