/**
 * Two systems connected to one workspace, both with the same people, and three sides that all go on working, in any
 * order and with either in trouble: in the end a field is on every side what its keeper says, every try is in both
 * once, whoever made it, nobody is doubled or merged, and then nothing moves.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Keeper, Vendor } from '../../shared/protocol/connections.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { RUNS } from '../support/runs.ts';
import type { VendorWorld } from '../vendors/roundTrip.ts';
import { WORLDS } from '../vendors/worlds.ts';
import { json, MONDAY } from './api.ts';
import { answeringWorlds, connectWorld, type ConnectedWorld } from './connectedWorld.ts';

answeringWorlds();

const PEOPLE = 2;

/** Whose company's name it is: of the first system or the workspace's own. The other system is told. */
const PAIRS: readonly { first: Vendor; second: Vendor; keeper: Keeper }[] = [
  { first: 'pipedrive', second: 'hubspot', keeper: 'theirs' },
  { first: 'hubspot', second: 'salesforce', keeper: 'theirs' },
  { first: 'dynamics', second: 'rdstation', keeper: 'theirs' },
  { first: 'hubspot', second: 'dynamics', keeper: 'ours' },
];

type Side = 'first' | 'second';
type Of<K extends string, More> = K extends string ? Readonly<{ step: K } & More> : never;
type Step =
  | Of<'rename' | 'call', { side: Side; who: number }>
  | Of<'rename here' | 'try here', { who: number }>
  | Of<'newcomer' | 'access runs out', { side: Side }>
  | Of<'trouble', { side: Side; trouble: 'busy' | 'broken' | 'half' }>
  | Of<'later', { ms: number }>;

const who = fc.nat({ max: PEOPLE - 1 });
const side = fc.constantFrom('first' as const, 'second' as const);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ step: fc.constant('rename' as const), side, who }) },
    { weight: 2, arbitrary: fc.record({ step: fc.constant('rename here' as const), who }) },
    { weight: 3, arbitrary: fc.record({ step: fc.constant('call' as const), side, who }) },
    { weight: 2, arbitrary: fc.record({ step: fc.constant('try here' as const), who }) },
    { weight: 1, arbitrary: fc.record({ step: fc.constant('newcomer' as const), side }) },
    { weight: 1, arbitrary: fc.record({ step: fc.constant('access runs out' as const), side }) },
    {
      weight: 1,
      arbitrary: fc.record({
        step: fc.constant('trouble' as const),
        side,
        trouble: fc.constantFrom('busy', 'broken', 'half'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        step: fc.constant('later' as const),
        ms: fc.constantFrom(1_000, 20_000, 3 * MINUTE_MS, 20 * MINUTE_MS),
      }),
    },
  ),
  { minLength: 5, maxLength: 14 },
);

describe.each(PAIRS)('$first and $second, $keeper', ({ first, second, keeper }) => {
  test(
    'whatever happens in whatever order, all three agree and come to rest',
    { timeout: 600_000 },
    async () => {
      const law = fc.asyncProperty(steps, async (story) => {
        const both = await connectBoth(first, second, keeper);
        const rested = await told(both, story);
        const later = await both.live(6 * HOUR_MS, 8);
        for (const [index, { counts }] of rested.entries()) {
          const { created, changed, attempts, written } = counts;
          expect(later[index]?.counts).toMatchObject({ created, changed, attempts, written });
        }
      });
      const found = await fc.check(law, { numRuns: Math.ceil(RUNS / 500), endOnFailure: true });
      expect(found.failed, fc.defaultReportMessage(found)).toBe(false);
    },
  );
});

interface Both {
  readonly sides: Readonly<Record<Side, ConnectedWorld>>;
  /** Ids over there, by the person's number. */
  readonly people: Readonly<Record<Side, Map<number, string>>>;
  /** Lives on, for both the same. */
  readonly live: (ms: number, steps?: number) => Promise<readonly { counts: Record<string, number> }[]>;
  readonly pass: (ms: number) => void;
}

async function connectBoth(first: Vendor, second: Vendor, keeper: Keeper): Promise<Both> {
  const people = { first: new Map<number, string>(), second: new Map<number, string>() };
  const fill = (of: Side) => (world: VendorWorld) => {
    for (let n = 0; n < PEOPLE; n += 1) people[of].set(n, world.addPerson(n));
  };
  const kept = (by: Keeper) => (mapping: VendorWorld['mapping']) => ({
    ...mapping,
    owner: null,
    fields: mapping.fields.filter(({ ours }) => ours === 'company').map((pair) => ({ ...pair, keeper: by })),
  });
  const one = await connectWorld(worldOf(first), fill('first'), kept(keeper));
  // What one of them says is here before the other is asked.
  await one.live(20 * MINUTE_MS, 4);
  const world = worldOf(second);
  world.clock.now = one.world.clock.now;
  const other = await connectWorld(world, fill('second'), kept('ours'), one);
  const clocks = [one.world.clock, other.world.clock];
  const pass = (ms: number) => {
    const now = Math.max(...clocks.map((clock) => clock.now)) + ms;
    for (const clock of clocks) clock.now = now;
  };
  const live = async (ms: number, count = 1) => {
    for (let step = 0; step < count; step += 1) {
      pass(ms / count);
      await one.live(0);
    }
    return [await one.live(0), await other.live(0)];
  };
  await live(20 * MINUTE_MS, 4);
  return { sides: { first: one, second: other }, people, live, pass };
}

function worldOf(vendor: Vendor): VendorWorld {
  const found = WORLDS.find(({ name }) => name === vendor);
  if (!found) throw new Error(`there is no ${vendor}`);
  return found.make(MONDAY);
}

async function told({ sides, people, live, pass }: Both, story: readonly Step[]) {
  const { team } = sides.first;
  const ask = (method: string, path: string, body?: unknown) =>
    json(method, path, {
      token: team.admin,
      now: sides.first.world.clock.now,
      ...(body === undefined ? {} : { body }),
    });
  const upsert = (n: number, more: object = {}) =>
    ask('POST', '/v1/leads', { leads: [{ emails: [`person${n}@example.test`], ...more }] });
  const leadOf = async (n: number): Promise<string> => (await upsert(n)).results[0].id;
  let [named, everybody] = [0, PEOPLE];
  const calls = { first: 0, second: 0 };
  let tries = 0;
  for (const one of story) {
    pass(1_000);
    if (one.step === 'later') await live(one.ms);
    else if (one.step === 'trouble') sides[one.side].world.troubles.plan(one.trouble, 2);
    else if (one.step === 'access runs out') sides[one.side].world.expire();
    else if (one.step === 'newcomer') {
      people[one.side].set(everybody, sides[one.side].world.addPerson(everybody));
      everybody += 1;
    } else if (one.step === 'rename')
      sides[one.side].world.renamePerson(people[one.side].get(one.who) ?? '', `There ${(named += 1)}`);
    else if (one.step === 'rename here')
      await upsert(one.who, { fields: { company: `Here ${(named += 1)}` } });
    else if (one.step === 'call') {
      // Two calls of the same hour are one, whoever saw them (ATT7).
      await live(HOUR_MS, 4);
      sides[one.side].world.addCall(people[one.side].get(one.who) ?? '', sides.first.world.clock.now);
      calls[one.side] += 1;
    } else {
      const attempt = { channel: 'email', outcome: 'sent', evidence: 'clicked' };
      await ask('POST', `/v1/leads/${await leadOf(one.who)}/attempts`, attempt);
      tries += 1;
      pass(HOUR_MS);
    }
  }
  await live(30 * MINUTE_MS, 6);
  await live(3 * HOUR_MS, 6);
  const views = await live(HOUR_MS, 4);
  for (const view of views)
    expect(view).toMatchObject({ letters: 0, dead: 0, waiting: 0, problem: null, state: 'running' });

  // Nobody lost, nobody doubled: who is in both is one lead.
  const { leads } = await ask('GET', '/v1/leads?limit=50');
  expect(leads).toHaveLength(everybody);
  expect(await ask('GET', '/v1/leads/duplicates')).toMatchObject({ duplicates: [] });
  expect(views.map(({ counts }) => counts['attempts'])).toEqual([calls.first, calls.second]);
  // Each is told of the other's calls and of ours, once.
  for (const [of, other] of [
    ['first', 'second'],
    ['second', 'first'],
  ] as const) {
    const written = sides[of].world.written();
    expect(written).toHaveLength(tries + calls[other]);
    expect(new Set(written).size).toBe(written.length);
  }
  let known = 0;
  for (let n = 0; n < everybody; n += 1) {
    const { state } = await ask('GET', `/v1/leads/${await leadOf(n)}`);
    known += state.attempts.filter(({ withdrawn }: { withdrawn: boolean }) => !withdrawn).length;
    const companies = (['first', 'second'] as const).flatMap((of) => {
      const id = people[of].get(n);
      return id === undefined ? [] : [sides[of].world.companyOf(id)];
    });
    expect(companies).toEqual(companies.map(() => state.fields.company));
  }
  expect(known).toBe(calls.first + calls.second + tries);
  return views;
}
