/**
 * Two sides that both go on working, in any order, with repeated hints and a vendor in trouble: in the end a
 * field is what its keeper says, every try is on each side once, nobody was merged, and then nothing moves.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Keeper } from '../../shared/protocol/connections.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { RUNS } from '../support/runs.ts';
import { dynamicsWorld } from '../vendors/dynamics/world.ts';
import { hubspotWorld } from '../vendors/hubspot/world.ts';
import { pipedriveWorld } from '../vendors/pipedrive/world.ts';
import { rdstationWorld } from '../vendors/rdstation/world.ts';
import type { VendorWorld } from '../vendors/roundTrip.ts';
import { salesforceWorld } from '../vendors/salesforce/world.ts';
import { json, MONDAY } from './api.ts';
import { answeringWorlds, connectWorld, type ConnectedWorld } from './connectedWorld.ts';

answeringWorlds();

const PEOPLE = 3;

interface Kind {
  readonly name: string;
  readonly make: () => VendorWorld;
  /** A company is a record of its own with Pipedrive, so its name is always theirs. */
  readonly keepers: readonly Keeper[];
}
const KINDS: readonly Kind[] = [
  { name: 'hubspot', make: hubspotWorld, keepers: ['theirs', 'ours'] },
  { name: 'salesforce', make: () => salesforceWorld(MONDAY), keepers: ['theirs', 'ours'] },
  { name: 'dynamics', make: () => dynamicsWorld(MONDAY), keepers: ['theirs', 'ours'] },
  { name: 'pipedrive', make: () => pipedriveWorld(MONDAY), keepers: ['theirs'] },
  { name: 'rdstation', make: () => rdstationWorld(MONDAY), keepers: ['theirs', 'ours'] },
];

type Step =
  | { readonly step: 'rename there' | 'rename here' | 'call there' | 'try here'; readonly who: number }
  | { readonly step: 'newcomer' }
  | { readonly step: 'trouble'; readonly trouble: 'busy' | 'broken' | 'half' }
  | { readonly step: 'later'; readonly ms: number };

const who = fc.nat({ max: PEOPLE - 1 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ step: fc.constant('rename there' as const), who }) },
    { weight: 3, arbitrary: fc.record({ step: fc.constant('rename here' as const), who }) },
    { weight: 2, arbitrary: fc.record({ step: fc.constant('call there' as const), who }) },
    { weight: 2, arbitrary: fc.record({ step: fc.constant('try here' as const), who }) },
    { weight: 1, arbitrary: fc.constant({ step: 'newcomer' } as const) },
    {
      weight: 1,
      arbitrary: fc.record({
        step: fc.constant('trouble' as const),
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
  { minLength: 4, maxLength: 14 },
);

/** Long enough for whatever waits, also behind a vendor that was in trouble. */
async function comeToRest({ live }: ConnectedWorld) {
  await live(30 * MINUTE_MS, 6);
  await live(3 * 60 * MINUTE_MS, 6);
  return live(30 * MINUTE_MS, 4);
}

describe.each(KINDS)('$name', ({ make, keepers }) => {
  test.each(keepers)(
    'whatever happens in whatever order, %s stands',
    { timeout: 600_000 },
    async (keeper) => {
      const law = fc.asyncProperty(steps, async (story) => {
        const { view, later } = await told(make(), keeper, story);
        // And then it is quiet: what was written never comes back.
        const { created, changed, attempts, written } = view.counts;
        expect(later.counts).toMatchObject({ created, changed, attempts, written });
      });
      const found = await fc.check(law, { numRuns: Math.max(2, Math.ceil(RUNS / 500)), endOnFailure: true });
      expect(found.failed, fc.defaultReportMessage(found)).toBe(false);
    },
  );
});

async function told(world: VendorWorld, keeper: Keeper, story: readonly Step[]) {
  const people: string[] = [];
  let named = 0;
  const add = () => people.push(world.addPerson(people.length));
  const connected = await connectWorld(
    world,
    () => {
      for (let n = 0; n < PEOPLE; n += 1) add();
    },
    (mapping) => ({ ...mapping, fields: mapping.fields.map((pair) => ({ ...pair, keeper })) }),
  );
  const { team, live } = connected;
  const ask = (method: string, path: string, body?: unknown) =>
    json(method, path, { token: team.admin, now: world.clock.now, ...(body === undefined ? {} : { body }) });
  const emailOf = (n: number) => `person${n}@example.test`;
  const leadOf = async (n: number): Promise<string> => {
    const { results } = await ask('POST', '/v1/leads', { leads: [{ emails: [emailOf(n)] }] });
    return results[0].id;
  };
  await live();
  let tries = 0;
  let calls = 0;
  for (const one of story) {
    world.clock.now += 1_000;
    if (one.step === 'newcomer') add();
    else if (one.step === 'trouble') world.troubles.plan(one.trouble, 2);
    else if (one.step === 'later') await live(one.ms);
    else if (one.step === 'rename there') world.renamePerson(people[one.who] ?? '', `There ${(named += 1)}`);
    else if (one.step === 'rename here')
      await ask('POST', '/v1/leads', {
        leads: [{ emails: [emailOf(one.who)], fields: { company: `Here ${(named += 1)}` } }],
      });
    else if (one.step === 'call there') {
      world.addCall(people[one.who] ?? '', world.clock.now);
      calls += 1;
    } else {
      await ask('POST', `/v1/leads/${await leadOf(one.who)}/attempts`, {
        // Not a call, which with one of theirs at the same minute would be one (ATT7).
        channel: 'email',
        outcome: 'sent',
        evidence: 'clicked',
      });
      tries += 1;
    }
  }
  const view = await comeToRest(connected);
  expect(view).toMatchObject({ letters: 0, dead: 0, waiting: 0, problem: null, state: 'running' });

  // Nobody lost, nobody doubled.
  const { leads } = await ask('GET', '/v1/leads?limit=50');
  expect(leads).toHaveLength(people.length);
  expect(view.counts).toMatchObject({ attempts: calls });
  expect(world.written()).toHaveLength(tries);
  expect(new Set(world.written()).size).toBe(tries);
  let known = 0;
  for (const [n, person] of people.entries()) {
    const { state } = await ask('GET', `/v1/leads/${await leadOf(n)}`);
    known += state.attempts.filter(({ withdrawn }: { withdrawn: boolean }) => !withdrawn).length;
    expect(state.fields.company).toBe(world.companyOf(person));
  }
  expect(known).toBe(calls + tries);
  return { view, later: await live(6 * 60 * MINUTE_MS, 8) };
}
