/**
 * RD Station Marketing takes 24 changes of one contact in 24 hours, from whomever they come: however often somebody
 * changes here, no window of a day holds more, and what is newest is there in the end.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { RUNS } from '../support/runs.ts';
import { rdmarketingWorld } from '../vendors/rdmarketing/world.ts';
import { json, MONDAY } from './api.ts';
import { answeringWorlds, connectWorld } from './connectedWorld.ts';

answeringWorlds();

/** Two contacts whose company is ours to keep; every change of it here is to be written there. */
async function connect() {
  const world = rdmarketingWorld(MONDAY);
  const people: string[] = [];
  const connected = await connectWorld(
    world,
    () => void people.push(world.addPerson(0), world.addPerson(1)),
    (mapping) => ({ ...mapping, fields: mapping.fields.map((pair) => ({ ...pair, keeper: 'ours' })) }),
  );
  const { team, live } = connected;
  const change = (who: number, company: string) =>
    json('POST', '/v1/leads', {
      token: team.admin,
      now: world.clock.now,
      body: { leads: [{ emails: [`person${who}@example.test`], fields: { company } }] },
    });
  await live(10 * MINUTE_MS, 4);
  const patches = (who: number) =>
    world.org.requests.filter((one) => one.startsWith(`PATCH /platform/contacts/uuid:${people[who]}`)).length;
  return { world, people, live, change, patches };
}

const changes = fc.array(
  fc.record({
    who: fc.constantFrom(0, 0, 0, 1),
    after: fc.constantFrom(1_000, 1_000, 30_000, 5 * MINUTE_MS, 50 * MINUTE_MS, 5 * HOUR_MS),
  }),
  { minLength: 40, maxLength: 110, size: 'max' },
);

describe('RD Station Marketing', () => {
  test('no day holds more than 24 changes of one contact, and the newest is there', async () => {
    const law = fc.asyncProperty(changes, async (story) => {
      const { world, people, live, change } = await connect();
      const last = ['', ''];
      for (const [n, { who, after }] of story.entries()) {
        await live(after);
        last[who] = `Newest ${n}`;
        await change(who, last[who]);
      }
      // Its next turn is never further away than the day's share of one.
      const view = await live(3 * HOUR_MS, 4);
      expect(world.org.tooMany).toBe(0);
      expect(view).toMatchObject({ waiting: 0, dead: 0, letters: 0, problem: null });
      const kept = people.map((id, who) => (last[who] === '' ? '' : world.companyOf(id)));
      expect(kept).toEqual(last);
    });
    const found = await fc.check(law, { numRuns: Math.max(2, Math.ceil(RUNS / 300)), endOnFailure: true });
    expect(found.failed, fc.defaultReportMessage(found)).toBe(false);
  }, 600_000);

  test('a hundred changes in an hour are a handful of writes; the first are there at once', async () => {
    const { world, people, live, change, patches } = await connect();
    const before = patches(0);
    await change(0, 'First');
    await live(1_000);
    expect(world.companyOf(people[0] ?? '')).toBe('First');
    for (let n = 0; n < 100; n += 1) {
      await change(0, `Change ${n}`);
      await live(36_000);
    }
    expect(patches(0) - before).toBeLessThanOrEqual(7);
    expect(await live(2 * HOUR_MS, 2)).toMatchObject({ waiting: 0 });
    expect(world.companyOf(people[0] ?? '')).toBe('Change 99');
  });

  test('used up by somebody else, that contact waits and no other does', async () => {
    const { world, people, live, change } = await connect();
    for (let n = 0; n < 24; n += 1) world.org.use(people[0] ?? '');
    world.org.tooMany = 0;
    await change(0, 'Later');
    await change(1, 'At once');
    const view = await live(1_000);
    expect(world.org.tooMany).toBe(1);
    expect(world.companyOf(people[1] ?? '')).toBe('At once');
    expect(view).toMatchObject({ problem: null, state: 'running', dead: 0, waiting: 1 });
    // Changed again it does not ask again, which would be counted, too.
    await change(0, 'Later still');
    await live(2 * HOUR_MS, 4);
    expect(world.org.tooMany).toBe(1);
    expect(await live(2 * DAY_MS, 24)).toMatchObject({ waiting: 0, dead: 0, problem: null });
    expect(world.companyOf(people[0] ?? '')).toBe('Later still');
  });
});
