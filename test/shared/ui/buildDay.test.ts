import { expect, test } from 'vitest';
import type { ClockState, LeadState } from '../../../shared/lead/state.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { buildDay } from '../../../shared/ui/buildDay.ts';
import { buildDayRow } from '../../../shared/ui/buildDayRow.ts';
import {
  ACCEPTANCE,
  at,
  attemptOf,
  cadenceOf,
  clockOf,
  contextIn,
  FIRST_RESPONSE,
  marina,
  marinasFacts,
  NOW,
} from './sampleLead.ts';

function rowOf(name: string, clocks: readonly ClockState[], more: Partial<LeadState> = {}) {
  const state = marina('pt-BR', { leadId: name, fields: { name }, clocks, ...more });
  return buildDayRow({ state, facts: marinasFacts(), pending: false }, contextIn('pt-BR'));
}

test('late first, then what is due today, then the rest; each in the order of its due', () => {
  const late = (hour: number): ClockState => ({ ...FIRST_RESPONSE, status: 'breached', dueAt: at(hour) });
  const day = buildDay(
    [
      rowOf('tomorrow', [ACCEPTANCE]),
      rowOf('paused', [cadenceOf(2, { status: 'paused', dueAt: null })], {
        snoozedUntil: at(9) + 4 * DAY_MS,
      }),
      rowOf('today', [FIRST_RESPONSE]),
      rowOf('sooner', [{ ...FIRST_RESPONSE, dueAt: at(16, 30) }]),
      rowOf('late', [late(14)]),
      rowOf('later still', [late(11)]),
      rowOf('met', [clockOf({ kind: 'first_response', status: 'met', endedAt: at(14) })]),
      rowOf('nothing', []),
    ],
    NOW,
  );
  const names = (items: typeof day.late) => items.map(({ name }) => name);
  expect(names(day.late)).toEqual(['later still', 'late']);
  expect(names(day.now)).toEqual(['sooner', 'today']);
  expect(names(day.later)).toEqual(['tomorrow']);
  expect(names(day.paused)).toEqual(['paused']);
  expect(day.today).toBe(4);
});

test('[FCT5] a lead moves to the late ones as its due passes, without being asked for again', () => {
  const cards = [rowOf('today', [FIRST_RESPONSE])];
  expect(buildDay(cards, at(17, 30)).late).toHaveLength(0);
  expect(buildDay(cards, at(17, 30) + 1).late).toHaveLength(1);
});

test('a lead is in the day once, by the clock that presses most', () => {
  const day = buildDay([rowOf('both', [ACCEPTANCE, FIRST_RESPONSE])], NOW);
  expect(day.now.map(({ clock }) => clock?.label)).toEqual(['Primeira resposta']);
  expect(day.later).toEqual([]);
});

test('what is at risk is for now even when its due is on a later date', () => {
  // Due an hour after tomorrow's opening, two open hours from now.
  const clock = { ...FIRST_RESPONSE, dueAt: at(10) + DAY_MS, riskAt: at(16) };
  expect(buildDay([rowOf('soon', [clock])], NOW).now).toHaveLength(1);
});

test('what the person did today is done, unless the lead is due today again', () => {
  const attempts = [attemptOf('a1', at(14), { outcome: 'left_message' })];
  const day = buildDay(
    [
      rowOf('tomorrow', [ACCEPTANCE], { attempts }),
      rowOf('nothing left', [], { attempts: [attemptOf('a0', at(13))] }),
      rowOf('due again', [FIRST_RESPONSE], { attempts }),
      rowOf('yesterday', [], { attempts: [attemptOf('a2', at(14) - DAY_MS)] }),
      rowOf('a colleague', [], { attempts: [attemptOf('a3', at(14), { by: 'bruno' })] }),
      rowOf('withdrawn', [], { attempts: [attemptOf('a4', at(14), { withdrawn: true })] }),
    ],
    NOW,
  );
  expect(day.done.map(({ name }) => name)).toEqual(['tomorrow', 'nothing left']);
  expect(day.done[0]?.done?.text).toBe('Ligação · Deixou recado · hoje 14:00');
  expect(day.now.map(({ name }) => name)).toEqual(['due again']);
});
