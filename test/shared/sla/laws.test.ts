import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { calendarOf, weekOf } from '../calendar/zones.ts';
import { happenings, instantsOf, minute, snoozes, target, toldAt } from './happenings.ts';
import { clock, handoff, policy, story, version } from './story.ts';
import { patience, RUNS } from '../../support/runs.ts';

vi.setConfig(patience);

const numRuns = RUNS;

describe('laws of clocks', () => {
  test('[FCT5] nothing changes before validUntil while nothing happens', () => {
    fc.assert(
      fc.property(happenings, minute, fc.double({ min: 0, max: 1, noNaN: true }), (all, now, share) => {
        const first = foldClocks(toldAt(all, now));
        const nextFact = Math.min(...instantsOf(all).filter((at) => at > now), now + 30 * DAY_MS);
        const until = Math.min(first.validUntil ?? Infinity, nextFact);
        const later = Math.floor(now + (until - 1 - now) * share);
        expect(foldClocks(toldAt(all, later))).toEqual(first);
        expect(foldClocks(toldAt(all, until - 1))).toEqual(first);
      }),
      { numRuns },
    );
  });

  test('[FCT6] the same story gives the same bytes', () => {
    fc.assert(
      fc.property(happenings, minute, (all, now) => {
        const once = JSON.stringify(foldClocks(toldAt(all, now)));
        expect(JSON.stringify(foldClocks(toldAt(structuredClone(all), now)))).toBe(once);
      }),
      { numRuns },
    );
  });

  test('[CLK9] ids are unique within a lead and stay while the story goes on', () => {
    fc.assert(
      fc.property(happenings, minute, minute, (all, one, two) => {
        const [now, later] = one < two ? [one, two] : [two, one];
        const ids = (at: number) => foldClocks(toldAt(all, at)).clocks.map(({ id }) => id);
        expect(new Set(ids(now)).size).toBe(ids(now).length);
        expect(ids(later)).toEqual(expect.arrayContaining(ids(now)));
      }),
      { numRuns },
    );
  });

  test('[CLK6] met means at or before its deadline, met late after, breached past it', () => {
    fc.assert(
      fc.property(happenings, minute, (all, now) => {
        const wrong = foldClocks(toldAt(all, now)).clocks.filter(({ status, dueAt, endedAt, trial }) => {
          // Nothing begun in trial is ever late (TRI1).
          if (trial) return status === 'breached' || status === 'met_late';
          const at = endedAt ?? now;
          if (status === 'met') return dueAt !== null && at > dueAt;
          if (status === 'met_late' || status === 'breached') return dueAt === null || at <= dueAt;
          return status === 'running' && dueAt !== null && now > dueAt;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('[CLK5] a pause never brings a deadline nearer', () => {
    fc.assert(
      fc.property(target, snoozes, minute, (own, planned, now) => {
        const promise = policy('first_response', { target: own, pauses: ['snooze'] });
        const begun = planned.filter(({ from }) => from <= now);
        const without = clock(story([promise], { now }), 'first_response').dueAt ?? 0;
        const paused = clock(story([promise], { now, snoozes: begun }), 'first_response');
        expect(paused.dueAt ?? Infinity).toBeGreaterThanOrEqual(without);
      }),
      { numRuns },
    );
  });

  test("[CLK10] no leg is due before the lead's clock", () => {
    fc.assert(
      fc.property(happenings, minute, (all, now) => {
        const nearer = foldClocks(toldAt(all, now)).clocks.flatMap(({ dueAt, legs }) =>
          legs.filter((leg) => dueAt !== null && leg.dueAt !== null && leg.dueAt < dueAt),
        );
        expect(nearer).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('[CLK8] publishing makes nothing late that was not late before', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const at = all.moments.publishedAt;
        const statuses = (now: number) => foldClocks(toldAt(all, now)).clocks;
        const lateBefore = statuses(at - 1).filter(
          ({ status, dueAt }) => status === 'breached' || dueAt === at - 1,
        );
        const late = statuses(at).filter(({ status }) => status === 'breached');
        expect(lateBefore.map(({ id }) => id)).toEqual(expect.arrayContaining(late.map(({ id }) => id)));
      }),
      { numRuns },
    );
  });
});

describe('in other zones', () => {
  test('[CLK3] [CAL6] a first response over the weekend New York changes its clocks', () => {
    const york = calendarOf('America/New_York', weekOf([['09:00', '17:00']]));
    const told = story([], {
      now: Date.UTC(2026, 9, 30, 21),
      history: [version({ policies: [policy('first_response', { calendar: 'york' })], calendars: { york } })],
      owners: [{ at: Date.UTC(2026, 9, 30, 19), owner: 'bruno', factId: 'o' }],
      handoffs: [handoff(Date.UTC(2026, 9, 30, 19))],
    });
    // Friday 15:00 there + 4 h = Monday 11:00, an hour further from UTC than on Friday.
    expect(clock(told, 'first_response').dueAt).toBe(Date.UTC(2026, 10, 2, 16));
  });
});
