/** Who gets a lead. */
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import { route } from '../../../shared/handoff/route.ts';
import type { Room, RoomMember, Routing } from '../../../shared/lead/room.ts';
import {
  agreement,
  at,
  captured,
  fact,
  HISTORY,
  live,
  member,
  read,
  ROOM,
  ROUTING,
  signal,
  stateAfter,
} from '../lead/agreement.ts';

const NOW = at('2026-03-02', '10:00');
const calendars = {
  early: compileCalendar(
    'early',
    { label: '', zone: 'UTC', week: { mon: [['07:00', '11:00']], tue: [['07:00', '11:00']] }, holidays: [] },
    at('2026-01-01'),
    at('2027-01-01'),
    1,
  ),
};
const office = HISTORY[0]?.calendars['office'];

function routed(room: Partial<Room> = {}, routing: Routing = ROUTING, now = NOW, neededMs = 4 * 3_600_000) {
  const { context } = read([captured(NOW, { fields: { industry: 'retail' } })], now);
  if (office === undefined) throw new Error('the agreement has office hours');
  return (
    route({ context, room: { ...ROOM, calendars, ...room }, routing, calendar: office, neededMs, now })
      ?.owner ?? null
  );
}
const team = (...members: readonly ReturnType<typeof member>[]) => ({ members });

describe('[HOF2] a lead without an active owner', () => {
  test('goes by the first route that matches, in order', () => {
    const { context } = read([captured(NOW, { fields: { industry: 'health' } })], NOW);
    if (office === undefined) throw new Error('the agreement has office hours');
    const found = route({ context, room: ROOM, routing: ROUTING, calendar: office, neededMs: 0, now: NOW });
    expect(found).toEqual({ owner: 'dora', route: 'health', team: 'clinics' });
    expect(routed()).toBe('bruno');
  });

  test('goes to the one person its route names, in no turn of the team; to the team while they cannot', () => {
    const named = (room: Partial<Room> = {}, routing: Routing = ROUTING) => {
      const routes = [{ id: 'one', order: 0, member: 'dora', team: 'general' }, ...agreement().routes];
      const { context } = read([captured(NOW, { fields: { industry: 'retail' } })], NOW);
      if (office === undefined) throw new Error('the agreement has office hours');
      return route({
        context: { ...context, definitions: { ...context.definitions, routes } },
        room: { ...ROOM, ...room },
        routing,
        calendar: office,
        neededMs: 0,
        now: NOW,
      });
    };
    expect(named()).toEqual({ owner: 'dora', route: 'one', team: null });
    const without = (log: RoomMember['log']) =>
      ROOM.members.map((one) => (one.id === 'dora' ? { ...one, log: [...one.log, ...log] } : one));
    const away = without([{ kind: 'away', at: NOW - 1, until: NOW + 1 }]);
    expect(named({ members: away })).toEqual({ owner: 'bruno', route: 'one', team: 'general' });
    const left = without([{ kind: 'left', at: NOW - 1 }]);
    expect(named({ members: left })?.owner).toBe('bruno');
    const full = without([{ kind: 'capacity', at: NOW - 1, perDay: 2 }]);
    expect(named({ members: full }, { todayCounts: { dora: 1 }, lastRouted: {} })?.owner).toBe('dora');
    expect(named({ members: full }, { todayCounts: { dora: 2 }, lastRouted: {} })?.owner).toBe('bruno');
  });

  test('goes round the team, from whoever got the last one', () => {
    expect(routed({}, { todayCounts: {}, lastRouted: { general: 'bruno' } })).toBe('carla');
    expect(routed({}, { todayCounts: {}, lastRouted: { general: 'carla' } })).toBe('bruno');
    expect(routed({}, { todayCounts: {}, lastRouted: { general: 'gone' } })).toBe('bruno');
  });

  test.each([
    ['who left', [{ kind: 'left', at: NOW - 1 }]],
    ['who is away', [{ kind: 'away', at: NOW - 1, until: NOW + 1 }]],
    ['who moved to another team', [{ kind: 'team', at: NOW - 1, team: 'clinics' }]],
  ] as const)('passes over somebody %s', (_, log) => {
    expect(routed(team(member('bruno', 'sales', 'general', log), member('carla', 'sales', 'general')))).toBe(
      'carla',
    );
  });

  test('passes over a day that is full', () => {
    const full = member('bruno', 'sales', 'general', [{ kind: 'capacity', at: at('2026-01-01'), perDay: 3 }]);
    const room = team(full, member('carla', 'sales', 'general'));
    expect(routed(room, { todayCounts: { bruno: 3 }, lastRouted: {} })).toBe('carla');
    expect(routed(room, { todayCounts: { bruno: 2 }, lastRouted: {} })).toBe('bruno');
  });

  test('goes first to hours that still cover the first response today, else to whoever opens next', () => {
    const morning = member('bruno', 'sales', 'general', [
      { kind: 'hours', at: at('2026-01-01'), calendar: 'early' },
    ]);
    const room = team(morning, member('carla', 'sales', 'general'));
    expect(routed(room)).toBe('carla');
    expect(routed(room, ROUTING, NOW, 3_600_000)).toBe('bruno');
    expect(routed(room, ROUTING, at('2026-03-02', '20:00'))).toBe('bruno');
  });

  test('stays unassigned while nobody can take it, and is routed when somebody can', () => {
    expect(routed(team())).toBeNull();
    const back = at('2026-03-03', '09:00');
    const room: Room = {
      ...ROOM,
      members: [member('bruno', 'sales', 'general', [{ kind: 'away', at: at('2026-01-01'), until: back }])],
    };
    const facts = [captured(NOW), signal('demo', NOW)];
    expect(stateAfter(live(facts, back - 1, { room }), back - 1, { room }).owner).toBeNull();
    expect(stateAfter(live(facts, back, { room }), back, { room }).owner).toEqual({
      id: 'bruno',
      since: back,
    });
  });

  test('keeps an active owner it has, and replaces one who left', () => {
    const assigned = fact('owner.assigned', NOW, { owner: 'carla' });
    const facts = [captured(NOW), assigned, signal('demo', NOW)];
    expect(stateAfter(live(facts, NOW), NOW).owner?.id).toBe('carla');
    const left = at('2026-03-04', '12:00');
    const members = [
      ...ROOM.members.filter(({ id }) => id !== 'carla'),
      member('carla', 'sales', 'general', [{ kind: 'left', at: left }]),
    ];
    const room = { ...ROOM, members };
    expect(stateAfter(live(facts, left, { room }), left, { room }).owner).toEqual({
      id: 'bruno',
      since: left,
    });
  });

  test('matches no route when none is agreed for it', () => {
    const definitions = agreement({ routes: [] });
    const history = HISTORY.map((version) => ({ ...version, definitions }));
    expect(
      stateAfter(live([captured(NOW), signal('demo', NOW)], NOW, { history }), NOW, { history }).owner,
    ).toBeNull();
  });
});
