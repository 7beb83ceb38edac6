/** Orders a person changes: promises within their level, routes by number. */
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../shared/definitions/policy.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import { Policy as PolicySchema } from '../../../shared/definitions/policy.ts';
import { CLOCK_KINDS } from '../../../shared/lead/vocabulary.ts';
import { choicesOf } from '../../../shared/sla/policyChoice.ts';
import { byKind, freshPolicy, movedInLevel } from '../../../worker/console/draft/forms/policies/order.ts';
import { inOrder, numbered } from '../../../worker/console/draft/forms/routes/order.ts';
import { validate } from '../../../shared/definitions/validate.ts';
import * as told from '../../shared/lead/agreement.ts';

function promise(id: string, level: Policy['level'], order: number): Policy {
  const [first] = told.agreement().policies;
  if (!first) throw new Error('no policy');
  const when = level === 'default' ? {} : { when: { segment: 'health' } };
  return { ...first, id, label: id, level, order, ...when };
}

const POLICIES = [
  promise('general', 'default', 1),
  promise('b', 'segment', 7),
  promise('a', 'segment', 7),
  promise('named', 'account', 3),
  promise('c', 'segment', 9),
];

describe('[CLK4] promises of a kind', () => {
  const tried = byKind(POLICIES)[0]?.tried ?? [];

  test('stand in the order the engine tries them', () => {
    const version: Version = told.version(told.agreement({ policies: POLICIES }));
    expect(tried.map(({ policy }) => policy.id)).toEqual(
      choicesOf(version, 'first_response').map(({ policy }) => policy.id),
    );
    expect(tried.map(({ place }) => POLICIES[place]?.id)).toEqual(['named', 'a', 'b', 'c', 'general']);
  });

  test('move among those of their level only, whatever numbers they had', () => {
    expect(movedInLevel(tried, 0, 1)).toBeNull();
    expect(movedInLevel(tried, 1, -1)).toBeNull();
    expect(movedInLevel(tried, 3, 1)).toBeNull();
    const moves = movedInLevel(tried, 2, 1) ?? [];
    const moved = POLICIES.map((policy, place) => {
      const order = moves.find((one) => one.place === place)?.order;
      return order === undefined ? policy : { ...policy, order };
    });
    expect(byKind(moved)[0]?.tried.map(({ policy }) => policy.id)).toEqual([
      'named',
      'a',
      'c',
      'b',
      'general',
    ]);
  });

  test('a new one of any kind is sound, and the last of the general ones', () => {
    for (const kind of CLOCK_KINDS) {
      const among = { policies: POLICIES, calendar: 'office', stage: 'sal' };
      const fresh = freshPolicy(kind, 'fresh', 'Fresh', among);
      expect(PolicySchema.parse(fresh)).toEqual(fresh);
      const definitions = told.agreement({ policies: [...told.agreement().policies, fresh] });
      const judged = validate(definitions, 'en');
      expect(
        judged.ok ? [] : judged.problems.filter(({ pointer }) => pointer.startsWith('/policies')),
      ).toEqual([]);
    }
    const among = { policies: POLICIES, calendar: 'office', stage: 'sal' };
    expect(freshPolicy('first_response', 'fresh', 'Fresh', among).order).toBe(2);
  });
});

describe('[HOF2] routes', () => {
  const route = (id: string, order: number) => ({ id, order, team: 'general' });
  const routes = [route('z', 5), route('b', 2), route('a', 2)];

  test('are asked by number, then by name', () => {
    expect(inOrder(routes).map(({ id }) => id)).toEqual(['a', 'b', 'z']);
  });

  test('moved, they are numbered by where they stand; in order already, they keep their numbers', () => {
    const moved = numbered([route('z', 5), route('a', 2)]);
    expect(moved.map(({ id, order }) => [id, order])).toEqual([
      ['z', 1],
      ['a', 2],
    ]);
    const kept = [route('a', 2), route('z', 5)];
    expect(numbered(kept)).toBe(kept);
  });
});
