/** Two people's changes of one draft brought together, where they do not touch the same thing. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { starterFor } from '../../../shared/definitions/starters.ts';
import { valueOf, withValue } from '../../../worker/console/draft/forms/pointer.ts';
import { merge } from '../../../worker/console/draft/merge.ts';
import { RUNS } from '../../support/runs.ts';

const base = starterFor('saas', 'en');
const change = (...changes: readonly (readonly [string, unknown])[]) =>
  changes.reduce<unknown>((document, [pointer, value]) => withValue(document, pointer, value), base);
const valueIn = (merged: ReturnType<typeof merge>, pointer: string) =>
  merged.ok ? valueOf(merged.value, pointer) : 'clash';

test('[DEF1] changes of different things are both kept', () => {
  const mine = change(['/stages/2/label', 'Ready'], ['/scoring/groups/0/rules/0/points', 7]);
  const theirs = change(['/stages/2/short', 'RDY'], ['/title', 'Agreed']);
  const merged = merge(base, mine, theirs);
  expect(merged.ok && merged.value).toEqual(
    change(
      ['/stages/2/label', 'Ready'],
      ['/scoring/groups/0/rules/0/points', 7],
      ['/stages/2/short', 'RDY'],
      ['/title', 'Agreed'],
    ),
  );
});

test('[DEF1] the same thing changed to two values is for people to decide; to one value it is not', () => {
  expect(merge(base, change(['/title', 'A']), change(['/title', 'B']))).toEqual({ ok: false });
  expect(valueIn(merge(base, change(['/title', 'A']), change(['/title', 'A'])), '/title')).toBe('A');
});

test('an entry moved by one and changed by the other is moved and changed', () => {
  const [first, second, ...rest] = base.segments;
  const mine = change(['/segments', [second, first, ...rest]]);
  const theirs = change(['/segments/0/label', 'Key accounts']);
  const ids = [second?.id, first?.id, ...rest.map(({ id }) => id)];
  const merged = merge(base, mine, theirs);
  expect(valueIn(merged, '/segments')).toEqual(
    ids.map((id) => {
      const segment = base.segments.find((one) => one.id === id);
      return id === first?.id ? { ...segment, label: 'Key accounts' } : segment;
    }),
  );
  expect(merge(base, theirs, mine)).toEqual(merged);
});

test('both add, one removes: all of it happens; removed and changed is a clash', () => {
  const fresh = (id: string) => ({ id, label: id });
  const [gone, ...left] = base.signals;
  const mine = change(['/signals', [...base.signals, fresh('mine')]]);
  const theirs = change(['/signals', [...left, fresh('theirs')]]);
  const ids = valueIn(merge(base, mine, theirs), '/signals');
  expect(ids).toHaveLength(left.length + 2);
  expect(ids).not.toContainEqual(gone);
  expect(ids).toContainEqual(fresh('mine'));
  expect(ids).toContainEqual(fresh('theirs'));
  expect(merge(base, change(['/signals', left]), change(['/signals/0/label', 'Kept']))).toEqual({
    ok: false,
  });
});

test('half a condition of each is nobody’s condition', () => {
  const criterion = { field: 'employees', atLeast: 50 };
  const from = withValue(base, '/stages/2/criteria', criterion);
  const mine = withValue(base, '/stages/2/criteria', { field: 'budget', atLeast: 50 });
  const theirs = withValue(base, '/stages/2/criteria', { field: 'employees', atLeast: 80 });
  expect(merge(from, mine, theirs)).toEqual({ ok: false });
});

test('who changed nothing gets the other’s; whoever is called “mine”', () => {
  const edits = fc.constantFrom(
    ['/title', 'Mine'] as const,
    ['/stages/1/meaning', 'Other'] as const,
    ['/scoring/max', 90] as const,
    ['/lists', {}] as const,
    ['/fields', base.fields.toReversed()] as const,
    ['/exclusions', []] as const,
  );
  fc.assert(
    fc.property(fc.array(edits), fc.array(edits), (own, other) => {
      const [mine, theirs] = [change(...own), change(...other)];
      expect(merge(base, mine, base)).toEqual({ ok: true, value: mine });
      expect(merge(base, base, theirs)).toEqual({ ok: true, value: theirs });
      // Each edit of these touches a place of its own, so that any two of them go together.
      const both = merge(base, mine, theirs);
      expect(both.ok && both.value).toEqual(change(...own, ...other));
      expect(merge(base, theirs, mine)).toEqual(both);
    }),
    { numRuns: Math.min(RUNS, 300) },
  );
});
