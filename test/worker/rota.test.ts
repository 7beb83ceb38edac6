import { describe, expect, test, vi } from 'vitest';
import type { Env } from '../../worker/env.ts';
import type { Chore } from '../../worker/workspace/jobs/chore.ts';
import { Rota } from '../../worker/workspace/handoff/rota.ts';
import type { Work } from '../../worker/workspace/work.ts';
import { SECOND_MS } from '../../shared/time.ts';

/** As much of a piece of work as whoever takes turns looks at: when it is, and no workspace behind it. */
const workAt = (now: number): Work =>
  ({ now, ground: { forget: () => undefined, workspace: () => undefined } }) as unknown as Work;

/** Due every ten seconds from `first` on; notes the instants it ran at. */
function everyTenSeconds(name: string, first: number, ran: [string, number][]): Chore {
  let at = first;
  return {
    name,
    nextAt: () => at,
    run: ({ now }) => {
      ran.push([name, now]);
      at += 10 * SECOND_MS;
    },
  };
}

describe('[CLK9] whose turn it is', () => {
  test('each due chore has one slice; what is not due waits', () => {
    const ran: [string, number][] = [];
    const rota = new Rota([everyTenSeconds('a', 0, ran), everyTenSeconds('b', 5_000, ran)]);
    expect(rota.run(workAt(1_000))).toBe(true);
    expect(ran).toEqual([['a', 1_000]]);
    expect(rota.nextAt(workAt(1_000))).toBe(5_000);
    expect(rota.run(workAt(2_000))).toBe(false);
  });

  test('lived through, every slice runs at its own instant, in order', () => {
    const ran: [string, number][] = [];
    const rota = new Rota([everyTenSeconds('b', 5_000, ran), everyTenSeconds('a', 0, ran)]);
    rota.liveThrough(workAt(21_000));
    expect(ran).toEqual([
      ['a', 0],
      ['b', 5_000],
      ['a', 10_000],
      ['b', 15_000],
      ['a', 20_000],
    ]);
  });

  test('who is slow to take what leaves holds up nobody: the next turn comes meanwhile, and nothing leaves twice', async () => {
    const ran: [string, number][] = [];
    const taken = Promise.withResolvers<void>();
    let sent = 0;
    const leaving: Chore = {
      name: 'leaving',
      nextAt: () => (sent === 0 || ran.length > 0 ? 0 : null),
      drain: () => {
        sent += 1;
        return taken.promise;
      },
    };
    const rota = new Rota([leaving, everyTenSeconds('a', 0, ran)]);
    const env = {} as Env;
    const drained = rota.drain(workAt(1_000), env);
    rota.run(workAt(1_000));
    expect(ran).toEqual([['a', 1_000]]);
    expect(rota.nextAt(workAt(1_000))).toBe(10_000);
    await rota.drain(workAt(2_000), env);
    expect(sent).toBe(1);
    taken.resolve();
    await drained;
    expect(rota.nextAt(workAt(3_000))).toBe(0);
  });

  test.each([
    ['another table', 'insert into "facts" ("seq") values (?)', 1],
    ['how far the counter got', 'update "workspace" set "head" = "workspace"."head" + ?', 1],
    ['what it read', 'insert into "clocks" ("lead_id", "due_at") values (?, ?)', 2],
    ['what it read, by hand', 'delete from clocks where lead_id = ?', 2],
    ['what other things stand on', 'update "members" set "name" = ?', 2],
    ['nobody knows what', 'with some as (select 1) delete from "clocks"', 2],
  ])('what is next is looked up once, until something it read is written: %s', (_, written, asked) => {
    let times = 0;
    const counting: Chore = {
      name: 'counting',
      nextAt: () => {
        rota.hear('select min("due_at") from "clocks" left join "jobs" on true');
        return (times += 1) * SECOND_MS;
      },
      run: () => undefined,
    };
    const rota = new Rota([counting]);
    expect([rota.nextAt(workAt(0)), rota.nextAt(workAt(0))]).toEqual([SECOND_MS, SECOND_MS]);
    rota.hear(written);
    expect(rota.nextAt(workAt(0))).toBe(asked * SECOND_MS);
  });

  test('a chore that reads no table is asked each time', () => {
    let times = 0;
    const rota = new Rota([{ name: 'counting', nextAt: () => (times += 1), run: () => undefined }]);
    expect([rota.nextAt(workAt(0)), rota.nextAt(workAt(0))]).toEqual([1, 2]);
  });

  test('one that fails holds up no other, waits longer each time, and nobody’s data is in the log', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const ran: [string, number][] = [];
    const poisoned: Chore = {
      name: 'poisoned',
      nextAt: () => 0,
      run: () => {
        throw new Error('maria@example.org could not be written');
      },
    };
    const rota = new Rota([poisoned, everyTenSeconds('good', 0, ran)]);
    const tried: number[] = [];
    for (let now = 0; now < 30 * SECOND_MS; now += SECOND_MS) {
      const before = said.mock.calls.length;
      rota.run(workAt(now));
      if (said.mock.calls.length > before) tried.push(now);
    }
    expect(ran.map(([, at]) => at)).toEqual([0, 10_000, 20_000]);
    expect(tried).toEqual([0, 2_000, 6_000, 14_000]);
    expect(JSON.stringify(said.mock.calls)).not.toContain('maria');
    said.mockRestore();
  });

  test('one whose next instant cannot even be asked holds up no other', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const ran: [string, number][] = [];
    const broken: Chore = {
      name: 'broken',
      nextAt: () => {
        throw new Error('no such table');
      },
    };
    const rota = new Rota([broken, everyTenSeconds('good', 0, ran)]);
    expect(rota.run(workAt(0))).toBe(true);
    expect(ran).toEqual([['good', 0]]);
    said.mockRestore();
  });

  test('what must leave the object leaves after the slices, and a failure there holds up none', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const left: string[] = [];
    const leaving = (name: string, drain: () => Promise<void>): Chore => ({ name, nextAt: () => 0, drain });
    const rota = new Rota([
      leaving('unreachable', () => Promise.reject(new Error('refused'))),
      leaving('reachable', () => Promise.resolve(void left.push('sent'))),
    ]);
    expect(rota.run(workAt(0))).toBe(false);
    expect(left).toEqual([]);
    await rota.drain(workAt(0), {} as Env);
    expect(left).toEqual(['sent']);
    expect(rota.nextAt(workAt(0))).toBe(0);
    said.mockRestore();
  });
});
