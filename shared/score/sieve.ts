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

/** By the name of the signal. */
export type Sieve = ReadonlyMap<string, readonly Asking[]>;

export function compileSieve(rules: readonly (readonly [rule: EngagementRule, group: number])[]): Sieve {
  const sieve = new Map<string, Asking[]>();
  for (const [place, [rule, group]] of rules.entries()) {
    const asking = { rule: countedRule(rule), place, group, holds: compileHolds(rule.where) };
    const others = sieve.get(rule.signal);
    if (others === undefined) sieve.set(rule.signal, [asking]);
    else others.push(asking);
  }
  return sieve;
}

/** Instants of the signals each rule asks for, ascending, by its place; undefined where there is none. */
export function matchesOf(
  sieve: Sieve,
  { signals, list }: PredicateContext,
): readonly (readonly number[] | undefined)[] {
  const matches: number[][] = [];
  for (const seen of signals) {
    const asking = sieve.get(seen.signal);
    if (asking === undefined) continue;
    for (const { place, holds } of asking) {
      if (!holds(seen, list)) continue;
      const known = matches[place];
      if (known === undefined) matches[place] = [seen.at];
      else known.push(seen.at);
    }
  }
  return matches;
}

/** Adds what is left of the points of every rule, in hundredths, to the sum of its group. */
export function addLeft(sieve: Sieve, { signals, list, now }: PredicateContext, sums: number[]): void {
  const counted: number[][] = [];
  for (const seen of signals) {
    const asking = sieve.get(seen.signal);
    if (asking === undefined) continue;
    for (const { rule, place, group, holds } of asking) {
      if (!holds(seen, list)) continue;
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
