/** A moved deadline names the closed period that moved it (CAL7), among everything else that did. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type DeclaredClosure, withClosures } from '../../../shared/calendar/closure.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import type { ClockInput } from '../../../shared/sla/clockInput.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { roomKnownAt } from '../../../shared/sla/closures.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { type Happenings, happenings, minute, toldAt } from './happenings.ts';
import { attempt, clock, clocks, handoff, nov, policy, room, story, version } from './story.ts';

vi.setConfig(patience);
const many = { numRuns: RUNS };

function closing(input: ClockInput, ...closures: readonly DeclaredClosure[]): ClockInput {
  const closed = ({ calendars, ...one }: Version): Version => ({
    ...one,
    calendars: Object.fromEntries(
      Object.entries(calendars).map(([id, calendar]) => [id, withClosures(calendar, closures, 2)]),
    ),
  });
  return { ...input, history: input.history.map(closed) };
}

const cut = (declared: string, start: string, end: string): DeclaredClosure => ({
  declaredAt: nov(declared),
  start: nov(start),
  end: nov(end),
});
const powerCut = cut('2 12:30', '2 11:00', '2 15:00');
const promise = [policy('first_response')];
const movesOf = (input: ClockInput) =>
  clock(input, 'first_response').moves.map(({ at, cause, dueAt }) => [cause, at, dueAt]);

describe('a closed period', () => {
  test('[CAL7] is why a deadline moved, when it was declared, to where it is now', () => {
    expect(movesOf(closing(story(promise, { now: nov('2 16:00') }), powerCut))).toEqual([
      ['closure', nov('2 12:30'), nov('2 17:00')],
    ]);
  });

  test('[CAL7] declared before the start, outside the time that counts or of nobody’s hours moves nothing', () => {
    const input = story(promise, { now: nov('2 16:00') });
    expect(movesOf(closing(input, cut('1 12:00', '2 11:00', '2 15:00')))).toEqual([]);
    expect(movesOf(closing(input, cut('2 9:00', '2 11:00', '2 15:00')))).toEqual([]);
    expect(movesOf(closing(input, cut('2 9:01', '2 11:00', '2 15:00')))).toHaveLength(1);
    expect(movesOf(closing(input, cut('2 12:30', '2 13:00', '2 15:00')))).toEqual([]);
    expect(movesOf(closing(input, cut('2 12:30', '2 12:59', '2 15:00')))).toHaveLength(1);
    expect(movesOf(closing(input, cut('2 12:30', '1 9:00', '2 9:00')))).toEqual([]);
    const wall = story([policy('first_response', { target: { hours: 4 } })]);
    expect(movesOf(closing(wall, powerCut))).toEqual([]);
    expect(movesOf(closing({ ...input, owners: [] }, powerCut))).toEqual([]);
  });

  test('[CAL7][CAL4] that takes the rest of the day makes a due date wait for the next opening', () => {
    const tomorrow = [policy('first_response', { target: { businessDays: 1 } })];
    const input = story(tomorrow, { now: nov('3 16:00'), handoffs: [handoff(nov('2 14:00'))] });
    const rest = closing(input, cut('3 15:00', '3 9:30', '3 17:00'));
    expect(clock(input, 'first_response').dueAt).toBe(nov('3 14:00'));
    expect(clock(rest, 'first_response')).toMatchObject({ status: 'running', dueAt: nov('4 9:00') });
    const noon = closing(input, cut('3 15:00', '3 12:00', '3 14:30'));
    expect(clock(noon, 'first_response').dueAt).toBe(nov('3 14:30'));
    const untouched = closing(input, cut('3 15:00', '3 15:00', '3 17:00'));
    expect(clock(untouched, 'first_response').dueAt).toBe(nov('3 14:00'));
    const gone = closing(input, cut('3 15:00', '3 9:00', '3 17:00'));
    expect(clock(gone, 'first_response').dueAt).toBe(nov('4 14:00'));
  });

  test('[CAL7] moves what was answered too late by then, and says so', () => {
    const attempts = [attempt(nov('2 14:00'))];
    const input = story(promise, { now: nov('4 9:00'), attempts });
    expect(clock(input, 'first_response').status).toBe('met_late');
    const corrected = closing(input, cut('3 10:00', '2 11:00', '2 15:00'));
    expect(clock(corrected, 'first_response')).toMatchObject({ status: 'met', dueAt: nov('2 17:00') });
    expect(movesOf(corrected)).toEqual([['closure', nov('3 10:00'), nov('2 17:00')]]);
  });

  test('[CAL7] one after another are named each', () => {
    const again = cut('2 16:30', '2 16:00', '2 17:00');
    expect(movesOf(closing(story(promise, { now: nov('2 16:45') }), powerCut, again))).toEqual([
      ['closure', nov('2 12:30'), nov('2 17:00')],
      ['closure', nov('2 16:30'), nov('3 10:00')],
    ]);
  });

  test('[CAL7][CLK5] stands in line with the pauses, each as it was seen', () => {
    const paused = [policy('first_response', { pauses: ['snooze'] })];
    const snoozes = [{ from: nov('2 10:00'), to: nov('2 11:00') }];
    const input = story(paused, { now: nov('2 16:00'), snoozes });
    expect(movesOf(closing(input, powerCut))).toEqual([
      ['pause', nov('2 11:00'), nov('2 14:00')],
      ['closure', nov('2 12:30'), nov('3 10:00')],
    ]);
    const later = [{ from: nov('2 15:30'), to: nov('2 15:45') }];
    expect(movesOf(closing({ ...input, snoozes: later }, powerCut))).toEqual([
      ['closure', nov('2 12:30'), nov('2 17:00')],
      ['pause', nov('2 15:45'), nov('3 9:15')],
    ]);
  });

  test('[CLK5][CLK8] a pause that was over before a new version is still among what moved it', () => {
    const paused = policy('first_response', { pauses: ['snooze'] });
    const next = version({
      version: 2,
      policies: [{ ...paused, target: { businessHours: 6 } }],
      effectiveAt: nov('2 12:00'),
      choices: { leads: 'stay', clocks: 'running' },
    });
    const snoozes = [{ from: nov('2 10:00'), to: nov('2 11:00') }];
    const history = [version({ policies: [paused] }), next];
    expect(movesOf(story([], { now: nov('2 12:30'), history, snoozes }))).toEqual([
      ['pause', nov('2 11:00'), nov('2 14:00')],
      ['published', nov('2 12:00'), nov('2 16:00')],
    ]);
  });

  test('[CAL7][CLK8] stands in line with a new version', () => {
    const [general = policy('first_response')] = promise;
    const next = version({
      version: 2,
      policies: [{ ...general, target: { businessHours: 6 } }],
      effectiveAt: nov('2 12:00'),
      choices: { leads: 'stay', clocks: 'running' },
    });
    const input = story([], { now: nov('2 16:00'), history: [version({ policies: promise }), next] });
    expect(movesOf(closing(input, powerCut))).toEqual([
      ['published', nov('2 12:00'), nov('2 15:00')],
      ['closure', nov('2 12:30'), nov('3 11:00')],
    ]);
  });

  test('[CAL7][CLK3] moves the step of a cadence that runs, by the choice it carries', () => {
    const rhythm = [policy('cadence', { repeat: { times: 3 } })];
    const attempts = [attempt(nov('2 10:00'))];
    const input = closing(story(rhythm, { now: nov('2 16:00'), attempts }), powerCut);
    expect(clocks(input, 'cadence').map(({ moves }) => moves)).toEqual([
      [{ at: nov('2 12:30'), cause: 'closure', dueAt: nov('2 17:00') }],
      [{ at: nov('2 12:30'), cause: 'closure', dueAt: nov('3 10:00') }],
    ]);
  });
});

test('[STG5][CAL7] the past is told by the hours of its day, the team’s own too', () => {
  const [first] = closing(story(promise), powerCut).history;
  if (first === undefined) throw new Error('the story has a version');
  const hours = { ...room(), calendars: first.calendars };
  const plain = version({ policies: promise }).calendars['office'];
  const at = (when: string) => roomKnownAt(hours, nov(when)).calendars['office']?.periods;
  expect(at('2 12:29')).toEqual(plain?.periods);
  expect(at('2 12:30')).toEqual(first.calendars['office']?.periods);
  expect(roomKnownAt(hours, nov('2 12:30'))).toBe(hours);
});

describe('of any story', () => {
  const closure = fc
    .tuple(minute, minute, fc.integer({ min: 1, max: 3_000 }))
    .map(([declaredAt, start, lasts]) => ({ declaredAt, start, end: start + lasts * MINUTE_MS }));
  const awake = (all: Happenings): Happenings => ({ ...all, snoozes: [] });

  test('[CAL7][CLK8] the last move is where the deadline is, closures or not', () => {
    fc.assert(
      fc.property(happenings, minute, closure, closure, (all, now, one, other) => {
        const wrong = foldClocks(closing(toldAt(awake(all), now), one, other)).clocks.filter(
          ({ moves, dueAt }) => moves.length > 0 && dueAt !== null && moves.at(-1)?.dueAt !== dueAt,
        );
        expect(wrong).toEqual([]);
      }),
      many,
    );
  });

  test('[CAL7] moves come in their order, and a deadline is moved only for a reason', () => {
    fc.assert(
      fc.property(happenings, minute, closure, closure, (all, now, one, other) => {
        for (const { moves } of foldClocks(closing(toldAt(all, now), one, other)).clocks) {
          expect(moves.map(({ at }) => at)).toEqual(moves.map(({ at }) => at).toSorted((a, b) => a - b));
        }
        const input = toldAt(awake(all), now);
        const before = new Map(foldClocks(input).clocks.map((state) => [state.id, state]));
        const after = foldClocks(closing(input, one, other)).clocks;
        // A choice made after a closure already knew it, and is the reason then.
        const unexplained = after.filter(({ id, policy: own, dueAt, startedAt, moves }) => {
          const plain = before.get(id);
          const late = [one, other].every(({ declaredAt }) => declaredAt > (startedAt ?? Infinity));
          if (plain === undefined || plain.startedAt !== startedAt || !late) return false;
          if (plain.policy.id !== own.id || plain.policy.version !== own.version) return false;
          return dueAt !== plain.dueAt && dueAt !== null && moves.length === 0;
        });
        expect(unexplained).toEqual([]);
      }),
      many,
    );
  });
});
