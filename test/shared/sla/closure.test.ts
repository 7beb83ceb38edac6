import { describe, expect, test } from 'vitest';
import { checkClosure, type DeclaredClosure, withClosures } from '../../../shared/calendar/closure.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import { clockFacts } from '../../../shared/sla/clockFacts.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { dueAt } from '../../../shared/sla/target.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { calendarOf, compiled, weekOf } from '../calendar/zones.ts';
import { attempt, clock, nov, policy, story, version } from './story.ts';

const office = compiled(calendarOf('UTC'), '2026-11-02');
const powerCut = { declaredAt: nov('2 12:30'), start: nov('2 11:00'), end: nov('2 15:00') };

function closed(one: Version, closures: readonly DeclaredClosure[]): Version {
  const entries = Object.entries(one.calendars).map(([id, calendar]) => [
    id,
    withClosures(calendar, closures, 2),
  ]);
  return { ...one, calendars: Object.fromEntries(entries) };
}

describe('closed periods declared afterwards', () => {
  const promise = [policy('first_response')];
  const history = [closed(version({ policies: promise }), [powerCut])];

  test('[CAL7] running clocks move by the open time taken away', () => {
    expect(clock(story([], { now: nov('2 16:00'), history }), 'first_response')).toMatchObject({
      status: 'running',
      dueAt: nov('2 17:00'),
    });
  });

  test('[CAL7] a breach inside it is corrected: it never was one', () => {
    const before = story(promise, { now: nov('2 14:00') });
    const receipts = clockFacts({
      leadId: 'l',
      ...foldClocks(before),
      history: before.history,
      facts: [],
      now: before.now,
    });
    expect(receipts.map(({ kind }) => kind)).toEqual(['clock.breached']);
    const attempts = [attempt(nov('2 16:00'), { id: 'a' })];
    const after = story([], { now: nov('2 16:30'), history, attempts });
    expect(clock(after, 'first_response').status).toBe('met');
    const corrected = clockFacts({
      leadId: 'l',
      ...foldClocks(after),
      history,
      facts: receipts,
      now: after.now,
    });
    expect(corrected).toMatchObject([{ kind: 'clock.corrected', body: { attempt: 'a' } }]);
  });

  test('[CAL7] [CAL5] a closed period elsewhere leaves a date target at its closing; one that takes the last dates leaves none', () => {
    const day = { businessDays: 1 };
    const shortDay = [
      { on: '2026-11-04', label: 'Short', hours: [['09:00', '12:00']] as [string, string][] },
    ];
    const calendar = compiled(calendarOf('UTC', weekOf([['09:00', '17:00']]), shortDay), '2026-11-02');
    expect(dueAt(withClosures(calendar, [powerCut], 2), nov('3 15:00'), day)).toBe(nov('4 12:00'));
    const lastEnd = office.periods.at(-1)?.end ?? 0;
    const gone = { declaredAt: 0, start: lastEnd - 8 * HOUR_MS, end: lastEnd };
    const before = lastEnd - DAY_MS - HOUR_MS;
    expect(dueAt(office, before, day)).toBe(lastEnd - HOUR_MS);
    expect(dueAt(withClosures(office, [gone], 2), before, day)).toBeNull();
  });

  test('[CAL7] takes out what lies inside and keeps both sides', () => {
    const monday = withClosures(office, [powerCut], 2).periods.filter(({ on }) => on === '2026-11-02');
    expect(monday).toEqual([
      { start: nov('2 9:00'), end: nov('2 11:00'), on: '2026-11-02' },
      { start: nov('2 15:00'), end: nov('2 17:00'), on: '2026-11-02' },
    ]);
    const { declaredAt } = powerCut;
    const days = [{ declaredAt, start: nov('2 8:00'), end: nov('3 18:00') }];
    expect(withClosures(office, days, 3)).toMatchObject({ generation: 3 });
    const backwards = [{ declaredAt, start: nov('2 17:00'), end: nov('2 9:00') }];
    expect(withClosures(office, backwards, 2)).toEqual({ ...office, generation: 2, closures: [] });
  });

  test('[CAL7] today or within the past five open days', () => {
    const check = (said: string, now: string) =>
      checkClosure(office, { start: nov(said), end: nov(said) + 1 }, nov(now));
    expect(check('2 11:00', '2 10:00')).toBeNull();
    expect(check('2 11:00', '9 10:00')).toBeNull();
    expect(check('2 11:00', '10 10:00')).toBe('too_long_ago');
    expect(check('3 9:00', '2 10:00')).toBe('not_begun');
    expect(checkClosure(office, { start: 1, end: 1 }, 1)).toBe('empty');
  });
});
