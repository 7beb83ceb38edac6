import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy, Target } from '../../../shared/definitions/policy.ts';
import type { ClockInput } from '../../../shared/sla/clockInput.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import { calendarOf, weekOf } from '../calendar/zones.ts';
import { attempt, clock, entry, handoff, member, nov, policy, room, story, version } from './story.ts';

const numRuns = process.env['LONG'] ? 5_000 : 150;
const START = nov('2 9:00');

/** A minute within three weeks of the hand-off. */
const minute = fc.integer({ min: 0, max: 21 * 1_440 }).map((after) => START + after * MINUTE_MS);
const target: fc.Arbitrary<Target> = fc.oneof(
  fc.integer({ min: 5, max: 3_000 }).map((businessMinutes) => ({ businessMinutes })),
  fc.integer({ min: 5, max: 3_000 }).map((minutes) => ({ minutes })),
  fc.integer({ min: 1, max: 5 }).map((businessDays) => ({ businessDays })),
);
const spans = fc
  .array(fc.tuple(minute, fc.integer({ min: 1, max: 4 * 1_440 })), { maxLength: 3 })
  .map((pairs) =>
    pairs.toSorted(([a], [b]) => a - b).map(([from, lasts]) => ({ from, to: from + lasts * MINUTE_MS })),
  );
const KINDS = [
  'assignment',
  'first_response',
  'acceptance',
  'cadence',
  'reply',
  'stage_time',
  'return_to_nurture',
  'brief_completion',
  'contest_answer',
] as const;

const policies: fc.Arbitrary<Policy[]> = fc
  .tuple(
    ...KINDS.map(() =>
      fc.record({ target, pausable: fc.boolean(), percent: fc.integer({ min: 1, max: 99 }) }),
    ),
  )
  .map((all) =>
    all.map(({ target: own, pausable, percent }, place) =>
      policy(KINDS[place] ?? 'reply', {
        target: own,
        pauses: pausable ? ['snooze'] : [],
        warn: [{ atPercent: percent, to: 'owner' }],
        repeat: { times: 4 },
        ...(KINDS[place] === 'stage_time' ? { stage: 'mql' } : {}),
      }),
    ),
  );

/** Everything that may happen to a hand-off in three weeks, as instants; `at` cuts what is not yet known. */
const happenings = fc.record({
  policies,
  others: policies,
  publishedAt: minute,
  running: fc.boolean(),
  ownerAt: minute,
  otherOwnerAt: minute,
  leftAt: fc.option(minute),
  attempts: fc.array(minute, { maxLength: 6 }),
  replies: fc.array(minute, { maxLength: 4 }),
  spans,
  answeredAt: fc.option(minute),
  learntAt: minute,
  briefAt: minute,
  sqlAt: fc.option(minute),
});
type Happenings = typeof happenings extends fc.Arbitrary<infer T> ? T : never;

/** The story as known at `now`: what comes later is not in it yet, except what the room plans. */
function toldAt(all: Happenings, now: number): ClockInput {
  const known = <T extends { readonly at: number }>(list: readonly T[]) =>
    list.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
  const answers = known(
    all.answeredAt === null
      ? []
      : [
          {
            factId: 'f',
            answer: 'recycled',
            at: all.answeredAt,
            since: all.answeredAt,
            by: 'bruno',
          } as const,
        ],
  );
  const closed = answers[0] ? ({ at: answers[0].at, how: 'answered' } as const) : null;
  const opened = known([handoffAt(answers, closed)]);
  const bruno = all.leftAt === null ? member('bruno') : member('bruno', { kind: 'left', at: all.leftAt });
  const choices = { leads: 'stay', clocks: all.running ? 'running' : 'new' } as const;
  const parts = {
    version: 2,
    policies: all.others,
    effectiveAt: all.publishedAt,
    choices,
    required: ['budget'],
  };
  return story([], {
    now,
    history: [version({ policies: all.policies, required: ['budget'] }), version(parts)],
    room: room({ members: [bruno, member('carla')] }),
    owners: known([
      { at: all.ownerAt, owner: 'bruno', factId: 'o1' },
      { at: all.otherOwnerAt, owner: 'carla', factId: 'o2' },
    ]),
    handoffs: opened,
    entries: known([entry('mql', START), ...(all.sqlAt === null ? [] : [entry('sql', all.sqlAt, 'mql')])]),
    attempts: known(all.attempts.map((at, place) => attempt(at, { id: `a${place}` }))),
    replies: known(all.replies.map((at, place) => ({ factId: `r${place}`, at, outOfOffice: false }))),
    snoozes: all.spans.filter(({ from }) => from <= now),
    known: { budget: all.briefAt <= now ? [{ from: all.briefAt, to: null }] : [] },
  });
}
function handoffAt(
  answers: ClockInput['handoffs'][number]['answers'],
  closed: ClockInput['handoffs'][number]['closed'],
) {
  return { ...handoff(START, { answers, closed }), at: START };
}

/** Every instant at which something happens in the story. */
function instantsOf(all: Happenings): number[] {
  const { publishedAt, ownerAt, otherOwnerAt, leftAt, attempts, replies, answeredAt, briefAt, sqlAt } = all;
  const single = [publishedAt, ownerAt, otherOwnerAt, leftAt, answeredAt, briefAt, sqlAt];
  const starts = all.spans.map(({ from }) => from);
  return [...single, ...attempts, ...replies, ...starts].filter((at) => at !== null);
}

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
        const wrong = foldClocks(toldAt(all, now)).clocks.filter(({ status, dueAt, endedAt }) => {
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
      fc.property(target, spans, minute, (own, snoozes, now) => {
        const promise = policy('first_response', { target: own, pauses: ['snooze'] });
        const begun = snoozes.filter(({ from }) => from <= now);
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
        const at = all.publishedAt;
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
