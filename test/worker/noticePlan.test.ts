/** When a member is told what: laws over many days of a person's notices (CLK7). */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../shared/calendar/compile.ts';
import { isOpen, localDateOf } from '../../shared/sla/openTime.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { planNotices, type Pending } from '../../worker/workspace/notices/noticePlan.ts';

const BEGIN = Date.parse('2026-03-02T00:00:00Z');
const at = (said: string) => Date.parse(`2026-03-${said}:00Z`);
const WEEK: [string, string][] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const hours = compileCalendar(
  'own',
  { label: '', zone: 'UTC', week: { mon: WEEK, tue: WEEK, wed: WEEK, thu: WEEK, fri: WEEK }, holidays: [] },
  BEGIN - 30 * DAY_MS,
  BEGIN + 60 * DAY_MS,
  1,
);

interface Told {
  readonly at: number;
  readonly ids: readonly string[];
}

interface Life {
  readonly digestsOnly?: boolean;
  /** `[from, until)`. */
  readonly away?: readonly [number, number];
  /** Further instants at which somebody looks. */
  readonly looks?: readonly number[];
}

/** As a worker would: looks when something happens and when it said it would look again. */
function lived(happens: readonly Pending[], { digestsOnly = false, away, looks = [] }: Life = {}): Told[] {
  const told: Told[] = [];
  let waiting: Pending[] = [];
  const ahead = [...happens].toSorted((a, b) => a.at - b.at);
  const further = [...looks].toSorted((a, b) => a - b);
  let lookAt: number | null = null;
  for (let turn = 0; turn < 10_000; turn += 1) {
    const now = Math.min(ahead[0]?.at ?? Infinity, lookAt ?? Infinity, further[0] ?? Infinity);
    if (now === Infinity) return told;
    while (ahead[0]?.at === now) waiting.push(...ahead.splice(0, 1));
    while (further[0] === now) further.shift();
    const awayUntil = away && away[0] <= now && now < away[1] ? away[1] : null;
    const interruptions = told.map((one) => one.at);
    const plan = planNotices(waiting, { hours, awayUntil, digestsOnly, interruptions }, now);
    told.push(...plan.alone.map((id) => ({ at: now, ids: [id] })));
    if (plan.together.length > 0) told.push({ at: now, ids: plan.together });
    const gone = new Set([...plan.alone, ...plan.together]);
    waiting = waiting.filter(({ id }) => !gone.has(id));
    lookAt = waiting.length > 0 ? plan.lookAt : null;
    expect(lookAt ?? Infinity).toBeGreaterThan(now);
  }
  throw new Error('never done');
}

function many(...instants: number[]): Pending[] {
  return instants.map((instant, index) => ({ id: `n${index}`, at: instant }));
}

describe('[CLK7] recipients hours', () => {
  test('in open hours at once, else at the next opening', () => {
    expect(lived(many(at('02T10:00')))).toEqual([{ at: at('02T10:00'), ids: ['n0'] }]);
    expect(lived(many(at('02T12:30')))[0]?.at).toBe(at('02T13:00'));
    expect(lived(many(at('06T18:00')))[0]?.at).toBe(at('09T09:00'));
  });

  test('an absence is waited for, and then the next opening', () => {
    const away = [at('02T00:00'), at('04T20:00')] as const;
    expect(lived(many(at('02T10:00')), { away })[0]?.at).toBe(at('05T09:00'));
  });

  test('five come singly, the sixth and seventh in ten minutes together', () => {
    const minutes = [0, 1, 2, 3, 4, 5, 6].map((minute) => at('02T10:00') + minute * MINUTE_MS);
    const told = lived(many(...minutes));
    expect(told.slice(0, 5).map(({ ids }) => ids)).toEqual([['n0'], ['n1'], ['n2'], ['n3'], ['n4']]);
    expect(told.slice(5)).toEqual([{ at: at('02T10:11'), ids: ['n5', 'n6'] }]);
  });

  test('what waited for the morning comes as one digest', () => {
    const told = lived(many(...Array.from({ length: 12 }, (_, index) => at('02T20:00') + index)));
    expect(told).toEqual([
      { at: at('03T09:00'), ids: Array.from({ length: 12 }, (_, index) => `n${index}`) },
    ]);
  });

  test('after seven the rest of the day comes an hour before it closes', () => {
    const hourly = Array.from({ length: 9 }, (_, index) => at('02T09:00') + index * 20 * MINUTE_MS);
    const told = lived(many(...hourly));
    expect(told.length).toBe(8);
    expect(told.at(-1)).toEqual({ at: at('02T17:00'), ids: ['n7', 'n8'] });
    const late = lived(many(...hourly, at('02T17:30')));
    expect(late.at(-1)).toEqual({ at: at('03T09:00'), ids: ['n9'] });
  });

  test('managers get digests at the opening and half-way through the day', () => {
    const told = lived(many(at('02T07:00'), at('02T08:00'), at('02T09:30'), at('02T11:00'), at('02T17:00')), {
      digestsOnly: true,
    });
    expect(told).toEqual([
      { at: at('02T09:00'), ids: ['n0', 'n1'] },
      { at: at('02T14:00'), ids: ['n2', 'n3'] },
      { at: at('03T09:00'), ids: ['n4'] },
    ]);
  });
});

const instant = fc.integer({ min: 0, max: 9 * 24 * 60 }).map((minute) => BEGIN + minute * MINUTE_MS);
/** Crowded: most things happen around a few instants. */
const happenings = fc
  .array(fc.tuple(instant, fc.array(fc.integer({ min: 0, max: 900_000 }), { maxLength: 14 })), {
    maxLength: 12,
  })
  .map((crowds) => many(...crowds.flatMap(([start, more]) => more.map((offset) => start + offset))));
const away = fc.option(
  fc.tuple(instant, fc.integer({ min: 1, max: 60 })).map(([from, h]) => [from, from + h * HOUR_MS] as const),
  { nil: undefined },
);
const life = fc.record({ digestsOnly: fc.boolean(), away });

describe('[CLK7] laws of delivery', () => {
  const holds = (law: (happens: readonly Pending[], how: Life, told: readonly Told[]) => void) =>
    fc.assert(
      fc.property(happenings, life, (happens, { away: absence, digestsOnly }) => {
        const how = { digestsOnly, ...(absence ? { away: absence } : {}) };
        law(happens, how, lived(happens, how));
      }),
      { numRuns: 300, seed: 20_261_122 },
    );

  test('everything is told exactly once, in open hours, in somebody’s presence, never before it happened', () => {
    holds((happens, { away: absence }, told) => {
      expect(told.flatMap(({ ids }) => ids).toSorted()).toEqual(happens.map(({ id }) => id).toSorted());
      const happened = new Map(happens.map((one) => [one.id, one.at]));
      for (const one of told) {
        expect(isOpen(hours, one.at)).toBe(true);
        const [from, until] = absence ?? [Infinity, Infinity];
        expect(one.at < from || one.at >= until).toBe(true);
        for (const id of one.ids) expect(happened.get(id)).toBeLessThanOrEqual(one.at);
      }
    });
  });

  test('at most eight interruptions a day, and five in ten minutes but for a digest', () => {
    holds((_, { digestsOnly }, told) => {
      const perDay = new Map<string, number>();
      for (const one of told) {
        const on = localDateOf(hours, one.at);
        perDay.set(on, (perDay.get(on) ?? 0) + 1);
        const window = told.filter((other) => other.at > one.at - 10 * MINUTE_MS && other.at <= one.at);
        expect(window.length).toBeLessThanOrEqual(5);
      }
      expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(digestsOnly ? 2 : 8);
    });
  });

  test('looking more often, or seven times at once, changes nothing', () => {
    fc.assert(
      fc.property(happenings, life, fc.array(instant, { maxLength: 40 }), (happens, one, looks) => {
        const how = { digestsOnly: one.digestsOnly, ...(one.away ? { away: one.away } : {}) };
        expect(lived(happens, { ...how, looks })).toEqual(lived(happens, how));
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
  });
});
