/** Which signals a leaf or a scoring rule counts, and when the count shrinks by time alone. */
import { DAY_MS } from '../time.ts';
import type { PredicateContext, SeenSignal } from './context.ts';
import type { PropertyTest } from './predicate.ts';
import { compileValueTest } from './valueTest.ts';

type Lists = PredicateContext['list'];
export type SignalFilter = (signals: readonly SeenSignal[], list: Lists) => readonly SeenSignal[];

const NONE: readonly SeenSignal[] = [];

/** Same signal, every property test met; an unknown property does not match. */
export function compileSignalFilter(signal: string, where?: readonly PropertyTest[]): SignalFilter {
  const holds = compileHolds(where);
  return (signals, list) => {
    let found: SeenSignal[] | undefined;
    for (const seen of signals) {
      if (seen.signal !== signal || (holds !== null && !holds(seen, list))) continue;
      if (found === undefined) found = [seen];
      else found.push(seen);
    }
    return found ?? NONE;
  };
}

/** Whether a signal of the right name has the properties asked for; null when none are. */
export function compileHolds(
  where: readonly PropertyTest[] = [],
): ((seen: SeenSignal, list: Lists) => boolean) | null {
  if (where.length === 0) return null;
  const tests = where.map((test) => ({ property: test.property, holds: compileValueTest(test) }));
  return ({ properties }, list) =>
    tests.every(({ property, holds }) => holds(properties[property], list) === 'met');
}

/** Counts while `now − at < days × 24 h` (SCO2). */
export function isWithin(at: number, days: number | undefined, now: number): boolean {
  return days === undefined || now - at < days * DAY_MS;
}

/** First instant at which a signal of `at` is out of the window. */
export function leavesWindowAt(at: number, days: number): number {
  return at + days * DAY_MS;
}
