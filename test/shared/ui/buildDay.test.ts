import { expect, test } from 'vitest';
import type { ClockState, LeadState } from '../../../shared/lead/state.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import { buildDay } from '../../../shared/ui/buildDay.ts';
import { ACCEPTANCE, at, cadenceOf, clockOf, contextIn, FIRST_RESPONSE, marina, NOW } from './sampleLead.ts';

function cardOf(name: string, clocks: readonly ClockState[], more: Partial<LeadState> = {}) {
  const state = marina('pt-BR', { leadId: name, fields: { name }, clocks, ...more });
  return buildCard({ state, pending: new Set(), toSend: 0, syncedAt: NOW }, contextIn('pt-BR'));
}

test('late first, then what is due today, then the rest; each in the order of its due', () => {
  const late = (hour: number): ClockState => ({ ...FIRST_RESPONSE, status: 'breached', dueAt: at(hour) });
  const day = buildDay(
    [
      cardOf('tomorrow', [ACCEPTANCE]),
      cardOf('paused', [cadenceOf(2, { status: 'paused', dueAt: null })], {
        snoozedUntil: at(9) + 4 * DAY_MS,
      }),
      cardOf('today', [FIRST_RESPONSE]),
      cardOf('sooner', [{ ...FIRST_RESPONSE, dueAt: at(16, 30) }]),
      cardOf('late', [late(14)]),
      cardOf('later still', [late(11)]),
      cardOf('met', [clockOf({ kind: 'first_response', status: 'met', endedAt: at(14) })]),
      cardOf('nothing', []),
    ],
    NOW,
  );
  const names = (items: typeof day.late) => items.map(({ card }) => card.name);
  expect(names(day.late)).toEqual(['later still', 'late']);
  expect(names(day.now)).toEqual(['sooner', 'today']);
  expect(names(day.later)).toEqual(['tomorrow', 'paused']);
  expect(day.today).toBe(4);
});

test('[FCT5] a lead moves to the late ones as its due passes, without being asked for again', () => {
  const cards = [cardOf('today', [FIRST_RESPONSE])];
  expect(buildDay(cards, at(17, 30)).late).toHaveLength(0);
  expect(buildDay(cards, at(17, 30) + 1).late).toHaveLength(1);
});

test('a lead is in the day once, by the clock that presses most', () => {
  const day = buildDay([cardOf('both', [ACCEPTANCE, FIRST_RESPONSE])], NOW);
  expect(day.now.map(({ clock }) => clock.label)).toEqual(['Primeira resposta']);
  expect(day.later).toEqual([]);
});

test('what is at risk is for now even when its due is on a later date', () => {
  // Due an hour after tomorrow's opening, two open hours from now.
  const clock = { ...FIRST_RESPONSE, dueAt: at(10) + DAY_MS, riskAt: at(16) };
  expect(buildDay([cardOf('soon', [clock])], NOW).now).toHaveLength(1);
});
