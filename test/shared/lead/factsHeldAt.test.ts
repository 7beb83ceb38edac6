import { expect, test } from 'vitest';
import { factsHeldAt } from '../../../shared/lead/factsHeldAt.ts';
import type { Fact } from '../../../shared/lead/facts.ts';

/** As far as it is looked at. */
const told = (id: string, leadId: string, at: number, kind = 'signal.seen', absorbed?: string) =>
  ({ id, leadId, at, kind, body: { absorbed } }) as unknown as Fact;
const own = told('own', 'a', 1);
const brought = told('brought', 'b', 2);
const further = told('further', 'c', 3);
const heldAt = (facts: readonly Fact[], at: number) => factsHeldAt(facts, 'a', at).map(({ id }) => id);

test('[IDN3] before a merge what another lead brought was not its own, after it is, and not once it is undone', () => {
  expect(heldAt([own], 9)).toEqual(['own']);
  const chain = [
    own,
    brought,
    further,
    told('m1', 'b', 10, 'lead.merged', 'c'),
    told('m2', 'a', 20, 'lead.merged', 'b'),
  ];
  expect(heldAt(chain, 9)).toEqual(['own', 'm2']);
  expect(heldAt(chain, 15)).toEqual(['own', 'm2']);
  expect(heldAt(chain, 20)).toEqual(['own', 'brought', 'further', 'm1', 'm2']);
  const undone = [...chain, told('u', 'a', 30, 'lead.unmerged', 'b')];
  expect(heldAt(undone, 29)).toContain('further');
  expect(heldAt(undone, 30)).toEqual(['own', 'm2', 'u']);
});
