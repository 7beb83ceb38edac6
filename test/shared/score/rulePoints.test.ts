/** What one engagement rule says of itself: counted, left, newest, and whether one more would count. */
import { expect, test } from 'vitest';
import { EngagementRule } from '../../../shared/definitions/scoring.ts';
import { engagementPoints } from '../../../shared/score/engagementRule.ts';
import { scoreOf } from '../../../shared/score/score.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { agreement, at, captured, fact, read, signal } from '../lead/agreement.ts';

const START = at('2026-03-02', '09:00');
const day = (n: number) => START + n * DAY_MS;

function points(parts: object, days: readonly number[], now: number) {
  const rule = EngagementRule.parse({
    id: 'r',
    label: 'R',
    points: 10,
    signal: 'demo',
    count: 'each',
    ...parts,
  });
  const facts = [captured(START), ...days.map((n) => signal('demo', day(n)))];
  return engagementPoints(rule, read(facts, day(now)).context);
}

test('[SCO1] nothing seen is nothing, plainly', () => {
  expect(points({ points: -10 }, [], 1)).toEqual({
    times: 0,
    raw: 0,
    counted: 0,
    decayed: 0,
    changesAt: null,
    newest: null,
    takesMore: true,
  });
  expect(Object.is(points({ points: -10 }, [], 1).raw, -0)).toBe(false);
});

test('[SCO1] a limit takes more again once the oldest that fills it is out of its days', () => {
  const limit = { times: 2, perDays: 5 };
  expect(points({ limit }, [0, 1], 4).takesMore).toBe(false);
  expect(points({ limit }, [0, 1], 5).takesMore).toBe(true);
  expect(points({ limit }, [0, 1, 2, 3], 4)).toMatchObject({
    times: 2,
    raw: 4_000,
    counted: 2_000,
    newest: day(1),
  });
  expect(points({}, [0, 1], 4)).toMatchObject({ takesMore: true, times: 2, changesAt: null });
});

test('[SCO1] once takes more only where the newest has lost something', () => {
  const once = { count: 'once', decay: { losePercent: 50, everyDays: 2 } };
  expect(points(once, [0, 3], 4)).toMatchObject({
    takesMore: false,
    times: 1,
    decayed: 1_000,
    newest: day(3),
  });
  expect(points(once, [0, 3], 5)).toMatchObject({ takesMore: true, decayed: 500 });
  expect(points({ count: 'once' }, [0], 50).takesMore).toBe(false);
});

test('[FCT5][STG4] the newest that still gives points is the evidence, and time moves the first that fades', () => {
  const fading = { decay: { losePercent: 100, everyDays: 4 } };
  expect(points(fading, [0, 2], 3)).toMatchObject({ newest: day(2), changesAt: day(4) });
  expect(points(fading, [0, 2], 5)).toMatchObject({ newest: day(2), changesAt: day(6) });
  expect(points(fading, [0, 2], 6)).toMatchObject({ newest: null, changesAt: null });
  expect(points({ withinDays: 4 }, [0, 2], 3)).toMatchObject({ newest: day(2), changesAt: day(4) });
  expect(points({ withinDays: 4 }, [0, 2], 4)).toMatchObject({ decayed: 1_000, changesAt: day(6) });
});

test('[STG4] a score is as new as the newest thing that gave it points, fit or engagement', () => {
  const { scoring } = agreement();
  const of = (...facts: Parameters<typeof read>[0]) =>
    scoreOf(scoring, read(facts, day(40)).context).evidenceAt;
  const sized = fact('lead.changed', day(3), { fields: { employees: 60 } });
  expect(of(captured(START))).toBeNull();
  expect(of(captured(START), sized)).toBe(day(3));
  expect(of(captured(START), sized, signal('pricing', day(9)))).toBe(day(9));
  expect(of(captured(START), signal('pricing', day(1)), sized)).toBe(day(3));
  // A page visit that has faded away proves nothing any more.
  expect(of(captured(START), signal('careers', day(2)))).toBeNull();
});

test('[FCT5] a score changes when the first of its rules does', () => {
  const { scoring } = agreement();
  const at = (now: number) =>
    scoreOf(
      scoring,
      read([captured(START), signal('pricing', day(0)), signal('careers', day(1))], day(now)).context,
    ).changesAt;
  expect(at(5)).toBe(day(30));
  expect(at(30)).toBe(day(31));
  expect(at(31)).toBe(day(60));
  expect(at(60)).toBeNull();
});

test('[SCO5] a band begins at its bound, and the last one takes everything below', () => {
  const { scoring } = agreement();
  const fit = [
    { id: 'A', atLeast: 20, label: 'a' },
    { id: 'B', atLeast: 10, label: 'b' },
    { id: 'D', atLeast: 5, label: 'd' },
  ] as const;
  const bandOf = (employees: number) => {
    const by = { ...scoring, bands: { fit: [...fit], engagement: [] } };
    const facts = [captured(START, { fields: { employees } })];
    return scoreOf(by, read(facts, START).context).score.fitBand;
  };
  expect([bandOf(50), bandOf(49)]).toEqual(['A', 'D']);
});
