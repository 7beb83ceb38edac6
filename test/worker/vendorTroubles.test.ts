/**
 * Each vendor × each trouble, while it is read and while it is written: what went wrong is told by its kind, and
 * once it is over nothing was lost and nothing is there twice. No answer within ten seconds is no answer.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Granted, Trouble as Refusal, Write, Written } from '../../worker/connectors/connector.ts';
import { TROUBLES, type Trouble } from '../vendors/trouble.ts';
import { giveAccess, lineOf, Mirror, speakingTo, type VendorWorld } from '../vendors/roundTrip.ts';
import { WORLDS } from '../vendors/worlds.ts';
import { MONDAY } from './api.ts';

/** What each is to us; access that has run out is renewed, and nobody is told. */
const MEANS: Readonly<Record<Trouble, Refusal['trouble'] | 'none'>> = {
  expired: 'none',
  denied: 'forbidden',
  conflict: 'conflict',
  refused: 'invalid',
  busy: 'limited',
  broken: 'unavailable',
  slow: 'unavailable',
  half: 'unavailable',
};

describe.each(WORLDS)('$name', ({ make }) => {
  let world: VendorWorld = make(MONDAY);
  let granted: Granted;
  speakingTo(() => world);
  beforeEach(async () => {
    world = make(MONDAY);
    granted = await giveAccess(world);
    // Ten seconds of waiting for an answer go by at once.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const line = () => lineOf(world, granted);
  const patiently = async <T>(work: Promise<T>): Promise<T> => {
    for (;;) {
      const waited = vi.advanceTimersByTimeAsync(10_000).then(() => undefined);
      const done = await Promise.race([work.then((value) => ({ value })), waited]);
      if (done !== undefined) return done.value;
    }
  };

  test.each(TROUBLES)('%s while it is read', async (trouble) => {
    const ids = [0, 1, 2].map((n) => world.addPerson(n));
    world.clock.now += 60 * 60_000;
    granted = await giveAccess(world);
    const { connector, peopleStream, mapping } = world;
    world.troubles.plan(trouble);
    const page = await patiently(connector.read(line(), peopleStream, null, mapping));
    expect(world.troubles.made[trouble]).toBe(1);
    const met = page.ok ? 'none' : page.trouble;
    expect(isHealed('read', trouble) ? ['none', MEANS[trouble]] : [MEANS[trouble]]).toContain(met);
    const mirror = new Mirror(world);
    expect(await mirror.sync(line())).toBeUndefined();
    expect(Array.from(mirror.people.values(), ({ ref }) => ref.id).toSorted()).toEqual(ids.toSorted());
  });

  test.each(TROUBLES)('%s while it is written', async (trouble) => {
    const ids = [0, 1].map((n) => world.addPerson(n));
    const { connector, peopleStream, mapping } = world;
    const found = await connector.readThese(line(), peopleStream, ids, mapping);
    const people = found.ok ? found.value.flatMap(({ kind, ref }) => (kind === 'person' ? [ref] : [])) : [];
    expect(people).toHaveLength(2);
    const values = { [connector.writesTo.stage]: 'Qualified', [connector.writesTo.score]: 40 };
    const writes = people.flatMap((person, n): Write[] => [
      { kind: 'values', person, values },
      ...(connector.noAttempts
        ? []
        : [
            {
              kind: 'attempt',
              id: `attempt-${n}`,
              person,
              channel: 'call',
              outcome: 'connected',
              at: world.clock.now,
              by: null,
              title: 'Attempt',
            } as const,
          ]),
    ]);
    const write = async (some: readonly Write[]): Promise<readonly Written[]> => {
      const answer = await patiently(connector.write(line(), some));
      return answer.ok ? answer.value : some.map(() => answer);
    };
    world.troubles.plan(trouble, 1, /^(?:POST|PUT|PATCH) /);
    const first = await write(writes);
    expect(world.troubles.made[trouble]).toBe(1);
    const troubles = new Set(first.map((one) => (one.ok ? 'none' : one.trouble)));
    const isMet = isHealed('written', trouble) || troubles.has(MEANS[trouble]);
    expect([isMet, [...troubles].filter((one) => one !== 'none' && one !== MEANS[trouble])]).toEqual([
      true,
      [],
    ]);
    world.clock.now += 60_000;
    const left = writes.filter((_, index) => first[index]?.ok !== true);
    const second = left.length === 0 ? [] : await write(left);
    expect(second.filter(({ ok }) => !ok)).toEqual([]);
    const attempts = connector.noAttempts ? [] : ['attempt-0', 'attempt-1'];
    expect(world.written().toSorted()).toEqual(attempts);
    for (const id of ids) expect(world.stageOf(id)).toBe('Qualified');
  });

  /** What may be mended by asking once more, in another way. */
  function isHealed(when: 'read' | 'written', trouble: Trouble): boolean {
    return trouble === 'expired' || HEALED[`${world.connector.vendor} ${when}`]?.includes(trouble) === true;
  }
});

const HEALED: Readonly<Record<string, readonly Trouble[]>> = {
  // A batch that is refused whole is sent in halves.
  'hubspot written': ['denied', 'conflict', 'refused'],
  // A question that is refused is asked with the columns there are.
  'salesforce read': ['refused'],
  'dynamics read': ['refused'],
};
