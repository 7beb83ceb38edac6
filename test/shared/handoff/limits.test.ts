/** What the agreement lets people do with a hand-off, asked before it is done. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { contestUntil, mayContest } from '../../../shared/handoff/contest.ts';
import { maySnooze, snoozesOf } from '../../../shared/handoff/snooze.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { agreement, at, captured, fact, version } from '../lead/agreement.ts';

vi.setConfig(patience);

const VERSION = version(agreement());
const office = VERSION.calendars['office'];
if (office === undefined) throw new Error('the agreement has office hours');
const calendar = office;
const MONDAY = at('2026-03-02', '10:00');

describe('contesting', () => {
  const returned = {
    answer: 'recycled',
    at: MONDAY,
    by: 'bruno',
    reason: 'not_now',
    mark: null,
    returnOn: null,
  } as const;
  const input = { handoff: { answer: returned, contest: null }, withinDays: 3, calendar };

  test('[HOF5] is open for three open days after a return, equal is in time', () => {
    const until = at('2026-03-05', '10:00');
    expect(contestUntil(input)).toBe(until);
    expect(mayContest({ ...input, at: until })).toBeNull();
    expect(mayContest({ ...input, at: until + 1 })).toBe('too_late');
    const friday = { ...returned, at: at('2026-03-06', '10:00') };
    expect(contestUntil({ ...input, handoff: { answer: friday, contest: null } })).toBe(
      at('2026-03-11', '10:00'),
    );
  });

  test('[HOF5] is of a return only, and once', () => {
    const contest = { at: MONDAY, by: 'mia', decided: 'upheld' } as const;
    const ask = (handoff: Partial<Parameters<typeof mayContest>[0]['handoff']>) =>
      mayContest({ ...input, at: MONDAY, handoff: { answer: null, contest: null, ...handoff } });
    expect(ask({})).toBe('not_returned');
    expect(ask({ answer: { ...returned, answer: 'accepted' } })).toBe('not_returned');
    expect(ask({ answer: returned, contest })).toBe('contested');
    expect(contestUntil({ ...input, handoff: { answer: null, contest: null } })).toBeNull();
  });
});

describe('snoozing', () => {
  const until = (untilOn: string, reason = 'vacation') => ({ untilOn, reason });
  const snoozed = (when: number) => fact('lead.snoozed', when, until('2026-03-09'));
  const opened = (when: number, cycle = 1) =>
    fact('handoff.opened', when, {
      handoff: `h:${cycle}`,
      stage: 'mql',
      cause: 'criteria',
      since: when,
      version: 1,
    });

  test('[CLK5] needs a reason of the agreement and a day ahead, ten open days at most', () => {
    const ask = (untilOn: string, reason?: string) => maySnooze(until(untilOn, reason), [], VERSION, MONDAY);
    expect(ask('2026-03-03')).toBeNull();
    expect(ask('2026-03-16')).toBeNull();
    expect(ask('2026-03-17')).toBe('too_long');
    expect(ask('2026-03-02')).toBe('past');
    expect(ask('2031-01-01')).toBe('too_long');
    expect(ask('2026-03-03', 'because')).toBe('unknown_reason');
  });

  test('[CLK5] is possible twice per hand-off', () => {
    const ask = (...facts: Parameters<typeof maySnooze>[1]) =>
      maySnooze(until('2026-03-10'), facts, VERSION, MONDAY + 3 * HOUR_MS);
    const twice = [opened(MONDAY), snoozed(MONDAY + 1), snoozed(MONDAY + HOUR_MS)];
    expect(ask(opened(MONDAY), snoozed(MONDAY + 1))).toBeNull();
    expect(ask(...twice)).toBe('too_often');
    expect(ask(...twice, opened(MONDAY + 2 * HOUR_MS, 2))).toBeNull();
    expect(ask(snoozed(MONDAY - DAY_MS), snoozed(MONDAY - HOUR_MS), opened(MONDAY))).toBeNull();
    // What lies ahead of it is not in its way.
    expect(ask(opened(MONDAY), snoozed(MONDAY + 1), snoozed(MONDAY + DAY_MS))).toBeNull();
  });

  test('[CLK5] what may be asked for is what the clocks then stand still for', () => {
    const step = fc.record({
      hours: fc.integer({ min: 1, max: 90 }),
      days: fc.integer({ min: -1, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        const facts = [captured(MONDAY), opened(MONDAY)];
        let now = MONDAY;
        const wrong = steps.filter(({ hours, days }) => {
          now += hours * HOUR_MS;
          const untilOn = new Date(now + days * DAY_MS).toISOString().slice(0, 10);
          const problem = maySnooze(until(untilOn), facts, VERSION, now);
          const made = fact('lead.snoozed', now, until(untilOn));
          const isPaused = snoozesOf([...facts, made], [VERSION]).some(({ from }) => from === now);
          if (problem === null) facts.push(made);
          // One too long is cut to what was agreed: it still pauses.
          return isPaused !== (problem === null || (problem === 'too_long' && facts.length < 4));
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
