/**
 * Which engagement rules ask for which signal, so that a lead's signals are read once for all of them:
 * a scoring may have hundreds of rules, and a lead few signals.
 */
import type { EngagementRule } from '../definitions/scoring.ts';
import type { PredicateContext } from '../predicate/context.ts';
import { compileHolds } from '../predicate/signalCount.ts';
import { type CountedRule, countedRule, isOpen, leftOf } from './engagementRule.ts';

interface Asking {
  readonly rule: CountedRule;
  /** Among all engagement rules of the scoring. */
  readonly place: number;
  /** Of its group among the engagement groups. */
  readonly group: number;
  readonly holds: ReturnType<typeof compileHolds>;
}

export interface Sieve {
  /** By the name of the signal. */
  readonly asking: ReadonlyMap<string, readonly Asking[]>;
  /** A place for each rule, nothing in it yet. */
  readonly blank: readonly (number[] | undefined)[];
}

export function compileSieve(rules: readonly (readonly [rule: EngagementRule, group: number])[]): Sieve {
  const byName = new Map<string, Asking[]>();
  for (const [place, [rule, group]] of rules.entries()) {
    const asking = { rule: countedRule(rule), place, group, holds: compileHolds(rule.where) };
    const others = byName.get(rule.signal);
    if (others === undefined) byName.set(rule.signal, [asking]);
    else others.push(asking);
  }
  return { asking: byName, blank: rules.map(() => undefined) };
}

/** Instants of the signals each rule asks for, ascending, by its place; undefined where there is none. */
export function matchesOf(
  sieve: Sieve,
  { signals, list }: PredicateContext,
): readonly (readonly number[] | undefined)[] {
  const matches = sieve.blank.slice();
  for (const seen of signals) {
    const asking = sieve.asking.get(seen.signal);
    if (asking === undefined) continue;
    for (const { place, holds } of asking) {
      if (holds !== null && !holds(seen, list)) continue;
      const known = matches[place];
      if (known === undefined) matches[place] = [seen.at];
      else known.push(seen.at);
    }
  }
  return matches;
}

/** Adds what is left of the points of every rule, in hundredths, to the sum of its group. */
export function addLeft(sieve: Sieve, { signals, list, now }: PredicateContext, sums: number[]): void {
  const counted = sieve.blank.slice();
  for (const seen of signals) {
    const asking = sieve.asking.get(seen.signal);
    if (asking === undefined) continue;
    for (const { rule, place, group, holds } of asking) {
      if (holds !== null && !holds(seen, list)) continue;
      const { at } = seen;
      const before = counted[place];
      let gained = leftOf(rule, at, now);
      if (before === undefined) {
        counted[place] = [at];
      } else if (rule.once) {
        // The newest takes the place of the one before.
        gained -= leftOf(rule, before[0] ?? at, now);
        before[0] = at;
      } else if (isOpen(rule, before, at)) {
        before.push(at);
      } else {
        continue;
      }
      sums[group] = (sums[group] ?? 0) + gained;
    }
  }
}
