/** Requests no faster than a vendor's limits: in no window, wherever it begins, and whatever is restarted meanwhile. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RUNS } from '../support/runs.ts';
import { Pace, type KeptPace, type Limit } from '../../worker/connectors/pace.ts';

const LIMITS: readonly Limit[] = [
  { most: 110, perMs: 10_000 },
  { most: 5, perMs: 1_000, of: /\/search$/ },
];

/** A clock that goes by when it is waited for. */
function timed(clock: { now: number }) {
  return {
    now: () => clock.now,
    wait: async (ms: number) => {
      clock.now += ms;
    },
  };
}

describe('pace', () => {
  test('no window is overfull, however requests come and whenever the object is restarted', async () => {
    const request = fc.record({
      path: fc.constantFrom('/crm/v3/objects/contacts/search', '/crm/v4/associations'),
      after: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat(3_000)),
      restart: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 400, size: 'max' }), async (requests) => {
        const clock = { now: 1_700_000_000_000 };
        let kept: KeptPace | null = null;
        const keep = (one: KeptPace) => {
          kept = JSON.parse(JSON.stringify(one)) as KeptPace;
        };
        const open = () =>
          new Pace({ limits: LIMITS, kept, timer: timed(clock), patienceMs: Infinity, keep });
        let pace = open();
        const sent: { at: number; path: string }[] = [];
        for (const { path, after, restart } of requests) {
          clock.now += after;
          if (restart) pace = open();
          expect(await pace.turn(path)).toBe(0);
          sent.push({ at: clock.now, path });
        }
        for (const { most, perMs, of = /./ } of LIMITS) {
          const times = sent.filter(({ path }) => of.test(path)).map(({ at }) => at);
          for (const [index, at] of times.entries())
            expect(times.slice(index).filter((other) => other < at + perMs).length).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('a few go at once, and in the long run two thirds of what is allowed', async () => {
    const clock = { now: 0 };
    const limits = [{ most: 120, perMs: 60_000 }];
    const pace = new Pace({ limits, kept: null, timer: timed(clock), patienceMs: Infinity });
    for (let n = 0; n < 30; n += 1) await pace.turn('/');
    expect(clock.now).toBe(0);
    for (let n = 0; n < 810; n += 1) await pace.turn('/');
    expect(clock.now).toBeLessThanOrEqual(10 * 60_000 + 100);
  });

  test('what would take longer than there is patience says how long, and sends nothing', async () => {
    const clock = { now: 0 };
    const limits = [{ most: 4, perMs: 60_000 }];
    const pace = new Pace({ limits, kept: null, timer: timed(clock), patienceMs: 1_000 });
    expect(await pace.turn('/')).toBe(0);
    const before = pace.kept;
    const wait = await pace.turn('/');
    expect(wait).toBeGreaterThan(1_000);
    expect(pace.kept).toEqual(before);
    clock.now += wait;
    expect(await pace.turn('/')).toBe(0);
  });

  test('told to wait, it waits, and knows so after a restart', async () => {
    const clock = { now: 0 };
    const pace = new Pace({ limits: LIMITS, kept: null, timer: timed(clock) });
    pace.hold(20_000);
    const again = new Pace({ limits: LIMITS, kept: pace.kept, timer: timed(clock) });
    expect(await again.turn('/')).toBe(20_000);
    clock.now = 20_000;
    expect(await again.turn('/')).toBe(0);
  });
});
