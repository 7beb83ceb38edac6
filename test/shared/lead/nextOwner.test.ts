/** When the worker must look again at a lead because of people: who leaves, who comes back, what a day brings. */
import { expect, test } from 'vitest';
import { nextDueAt } from '../../../shared/lead/nextDue.ts';
import { fold } from '../../../shared/lead/fold.ts';
import { stateAt } from '../../../shared/lead/stateAt.ts';
import type { Room } from '../../../shared/lead/room.ts';
import { agreement, at, captured, fact, live, member, signal, version } from './agreement.ts';

const BEGIN = at('2026-03-02', '10:00');
const history = [version(agreement({ policies: [] }))];
const TEAMS: Room['teams'] = [
  { id: 'general', label: 'General', side: 'sales', manager: null, calendar: null },
];
const told = [captured(BEGIN), signal('demo', BEGIN + 1)];

function nextOf(room: Room, now = BEGIN + 2, facts = told) {
  const all = live(facts, now, { history, room });
  return nextDueAt(fold(all, history, room, now), all, history, room, now);
}

test('[CLK9] an owner whose leaving is known gives their leads back that instant', () => {
  const leaves = at('2026-03-04', '12:00');
  const bruno = member('bruno', 'sales', 'general', [{ kind: 'left', at: leaves }]);
  expect(nextOf({ members: [bruno], teams: TEAMS, calendars: {} })).toBe(leaves);
  const stays = member('bruno', 'sales', 'general');
  expect(nextOf({ members: [stays], teams: TEAMS, calendars: {} })).toBeNull();
});

test('[CLK9][HOF2] with nobody to take it, the next opening or the end of an absence is looked at', () => {
  const back = at('2026-03-02', '15:00');
  const away = member('bruno', 'sales', 'general', [{ kind: 'away', at: BEGIN - 1, until: back }]);
  expect(nextOf({ members: [away], teams: TEAMS, calendars: {} })).toBe(back);
  expect(nextOf({ members: [], teams: TEAMS, calendars: {} })).toBe(at('2026-03-03', '09:00'));
  const evening = at('2026-03-02', '20:00');
  const late = [captured(evening), signal('demo', evening + 1)];
  expect(nextOf({ members: [], teams: TEAMS, calendars: {} }, evening + 2, late)).toBe(
    at('2026-03-03', '09:00'),
  );
});

test('[CLK9] a disqualified lead waits for no criteria', () => {
  const room = { members: [member('bruno', 'sales', 'general')], teams: TEAMS, calendars: {} };
  const by = { actor: 'bruno', observer: 'hand' } as const;
  const answer = fact('handoff.answered', BEGIN + 5, { handoff: 'h:lead-1:1', answer: 'disqualified' }, by);
  expect(nextOf(room, BEGIN + 6, [...told, answer])).toBeNull();
});

test('[STG5] before the first publish the first agreement stands in', () => {
  const early = version(agreement(), { publishedAt: BEGIN + 60_000 });
  const room = { members: [], teams: TEAMS, calendars: {} };
  expect(stateAt(told, [early], room, BEGIN + 2, 'then').stage.id).toBe('visitor');
});
