/** A lead that is only imagined: when its clocks begin, whose it is, and which conditions it meets. */
import type { Definitions } from '../../../../../shared/definitions/definitions.ts';
import { all, any, not } from '../../../../../shared/predicate/kleene.ts';
import type { Leaf, Predicate, Verdict } from '../../../../../shared/predicate/predicate.ts';
import type { CompiledCalendar } from '../../../../../shared/time.ts';

export interface Imagined {
  /** Epoch ms. */
  readonly at: number;
  /** Its owner's own hours, compiled; null = those of the policy. */
  readonly hours: CompiledCalendar | null;
  /** Segment id; null = none. */
  readonly segment: string | null;
  /** By `keyOf` a condition; one not named is not met. */
  readonly conditions: Readonly<Record<string, Verdict>>;
}

export function keyOf(leaf: Leaf): string {
  return JSON.stringify(leaf);
}

export function verdictFor(predicate: Predicate, lead: Imagined): Verdict {
  const judges = (list: readonly Predicate[]) => list.map((one) => (of: Imagined) => verdictFor(one, of));
  if ('all' in predicate) return all(judges(predicate.all), lead);
  if ('any' in predicate) return any(judges(predicate.any), lead);
  if ('not' in predicate) return not(verdictFor(predicate.not, lead));
  if ('segment' in predicate) return predicate.segment === lead.segment ? 'met' : 'unmet';
  return lead.conditions[keyOf(predicate)] ?? 'unmet';
}

/** Conditions any policy of these agreements asks about, once each, but for the segment. */
export function conditionsOf(agreements: readonly Pick<Definitions, 'policies'>[]): readonly Leaf[] {
  const found = new Map<string, Leaf>();
  for (const { when } of agreements.flatMap(({ policies }) => policies)) {
    for (const leaf of when ? leavesOf(when) : []) {
      if (!('segment' in leaf)) found.set(keyOf(leaf), leaf);
    }
  }
  return [...found.values()];
}

function leavesOf(predicate: Predicate): readonly Leaf[] {
  if ('all' in predicate) return predicate.all.flatMap(leavesOf);
  if ('any' in predicate) return predicate.any.flatMap(leavesOf);
  return 'not' in predicate ? leavesOf(predicate.not) : [predicate];
}
