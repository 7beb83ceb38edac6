/** What holds for routing and for the agreed minimum of tries, whoever tried and how often. */
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { route } from '../../../shared/handoff/route.ts';
import { owedBeforeUnreachable } from '../../../shared/handoff/unreachable.ts';
import type { Routing } from '../../../shared/lead/room.ts';
import type { Attempt } from '../../../shared/lead/state.ts';
import { CHANNELS, EVIDENCE, OUTCOMES } from '../../../shared/lead/vocabulary.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { agreement, at, captured, member, read, ROOM, version } from '../lead/agreement.ts';
import { attempt } from '../sla/story.ts';

vi.setConfig(patience);
const many = { numRuns: RUNS };

const OPENED = at('2026-03-02', '09:00');
const NOW = OPENED + 20 * DAY_MS;
const { handoff } = agreement();
const office = version(agreement()).calendars['office'];
if (office === undefined) throw new Error('the agreement has office hours');
const calendar = office;

const tried: fc.Arbitrary<Attempt> = fc
  .tuple(
    fc.nat(20 * 24),
    fc.constantFrom(...CHANNELS),
    fc.constantFrom(...OUTCOMES),
    fc.constantFrom(...EVIDENCE),
    fc.boolean(),
  )
  .map(([hour, channel, outcome, evidence, genuine]) =>
    attempt(OPENED + hour * HOUR_MS, { channel, outcome, evidence, genuine }),
  );
const tries = fc.array(tried, { maxLength: 9 }).map((some) => some.toSorted((a, b) => a.at - b.at));
const owed = (attempts: readonly Attempt[], now = NOW) =>
  owedBeforeUnreachable({
    attempts,
    openedAt: OPENED,
    minimum: handoff.unreachable,
    calendar,
    channels: ['email', 'call'],
    now,
  });
const parts = ({ attempts, dates, channels, notDeclared }: ReturnType<typeof owed>) => [
  attempts,
  dates,
  channels,
  notDeclared,
];

test('[HOF4] one more try never raises what is owed', () => {
  fc.assert(
    fc.property(tries, tried, (some, another) => {
      const before = parts(owed(some));
      const after = parts(owed([...some, another].toSorted((a, b) => a.at - b.at)));
      expect(after.filter((left, place) => left > (before[place] ?? 0))).toEqual([]);
    }),
    many,
  );
});

test('[HOF4] what is owed is owed until it is done, and nothing is owed once it is', () => {
  fc.assert(
    fc.property(tries, (some) => {
      const { allowed, completeOn, nextOn, ...left } = owed(some);
      const rest = left.attempts + left.dates + left.channels + left.notDeclared;
      expect(rest === 0).toBe(allowed === 'minimum');
      expect(completeOn === null).toBe(allowed !== null);
      expect(nextOn === null || (completeOn ?? '') >= nextOn).toBe(true);
    }),
    many,
  );
});

test('[HOF4][ATT9] tries that are not genuine, or were made before the hand-off, count for nothing', () => {
  fc.assert(
    fc.property(tries, tried, fc.boolean(), (some, another, early) => {
      const idle = early ? { ...another, at: another.at - 30 * DAY_MS } : { ...another, genuine: false };
      expect(owed([...some, idle].toSorted((a, b) => a.at - b.at))).toEqual(owed(some));
    }),
    many,
  );
});

const { context } = read([captured(OPENED, { fields: { industry: 'retail' } })], OPENED);
const named = fc.uniqueArray(fc.constantFrom<string>('ana', 'bia', 'caio', 'davi', 'eva'), { minLength: 1 });

test('[HOF2] gives everybody of a team who is there as many leads, give or take one', () => {
  fc.assert(
    fc.property(named, fc.integer({ min: 1, max: 14 }), (ids, leads) => {
      const room = { ...ROOM, members: ids.map((id) => member(id, 'sales', 'general')) };
      const counts = new Map(ids.map((id) => [id, 0]));
      let last: string | undefined;
      for (let lead = 0; lead < leads; lead += 1) {
        const lastRouted: Routing['lastRouted'] = last === undefined ? {} : { general: last };
        const routing = { todayCounts: {}, lastRouted };
        last = route({ context, room, routing, calendar, neededMs: 0, now: OPENED })?.owner;
        counts.set(last ?? '', (counts.get(last ?? '') ?? 0) + 1);
      }
      const given = [...counts.values()];
      expect(Math.max(...given) - Math.min(...given)).toBeLessThanOrEqual(1);
      expect(counts.size).toBe(ids.length);
    }),
    many,
  );
});

test('[HOF2] gives nobody more than they take a day, and nothing to who is away or gone', () => {
  const state = fc.record({
    perDay: fc.option(fc.integer({ min: 0, max: 3 })),
    today: fc.integer({ min: 0, max: 4 }),
    away: fc.boolean(),
    left: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 4 }), (states) => {
      const members = states.map(({ perDay, away, left }, place) =>
        member(`m${place}`, 'sales', 'general', [
          { kind: 'capacity', at: OPENED - 1, perDay },
          ...(away ? [{ kind: 'away', at: OPENED - 1, until: OPENED + 1 } as const] : []),
          ...(left ? [{ kind: 'left', at: OPENED - 1 } as const] : []),
        ]),
      );
      const todayCounts = Object.fromEntries(states.map(({ today }, place) => [`m${place}`, today]));
      const routing = { todayCounts, lastRouted: {} };
      const owner = route({
        context,
        room: { ...ROOM, members },
        routing,
        calendar,
        neededMs: 0,
        now: OPENED,
      })?.owner;
      const free = states.flatMap(({ perDay, today, away, left }, place) =>
        !away && !left && (perDay === null || today < perDay) ? [`m${place}`] : [],
      );
      expect(free.length === 0 ? [undefined] : free).toContain(owner);
    }),
    many,
  );
});
