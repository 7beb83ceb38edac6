/** What one engagement rule makes of the signals: counting, limit, window and decay (SCO1, SCO2). */
import type { EngagementRule } from '../definitions/scoring.ts';
import type { PredicateContext, SeenSignal } from '../predicate/context.ts';
import {
  compileHolds,
  compileSignalFilter,
  isWithin,
  leavesWindowAt,
  type SignalFilter,
} from '../predicate/signalCount.ts';
import { DAY_MS, earliest } from '../time.ts';
import { decayed, hundredths, nextDecayAt } from './hundredths.ts';

export interface RulePoints {
  readonly times: number;
  /** Hundredths: every match, those counted, those left after window or decay. */
  readonly raw: number;
  readonly counted: number;
  readonly decayed: number;
  readonly changesAt: number | null;
  /** Newest signal that still gives points. */
  readonly newest: number | null;
  /** Whether one more signal now would count. */
  readonly takesMore: boolean;
}

const filters = new WeakMap<EngagementRule, SignalFilter>();

function filterOf(rule: EngagementRule): SignalFilter {
  const known = filters.get(rule);
  if (known !== undefined) return known;
  const fresh = compileSignalFilter(rule.signal, rule.where);
  filters.set(rule, fresh);
  return fresh;
}

/** What is left of a rule's points, in hundredths: `engagementPoints` without its account of them. */
export function compileLeft(rule: EngagementRule): (context: PredicateContext) => number {
  const { signal, limit } = rule;
  const points = hundredths(rule.points);
  const holds = compileHolds(rule.where);
  if (rule.count === 'once') {
    return ({ signals, list, now }) => {
      for (let place = signals.length - 1; place >= 0; place -= 1) {
        const seen = signals[place];
        if (seen?.signal === signal && holds(seen, list)) return leftOf(rule, points, seen.at, now);
      }
      return 0;
    };
  }
  return ({ signals, list, now }) => {
    let left = 0;
    let counted: SeenSignal[] | undefined;
    for (const seen of signals) {
      if (seen.signal !== signal || !holds(seen, list)) continue;
      if (counted !== undefined && !isOpen(counted, limit, seen.at)) continue;
      if (counted === undefined) counted = [seen];
      else counted.push(seen);
      left += leftOf(rule, points, seen.at, now);
    }
    return left;
  };
}

export function engagementPoints(rule: EngagementRule, context: PredicateContext): RulePoints {
  const { now } = context;
  const matching = filterOf(rule)(context.signals, context.list);
  const counted = countedOf(rule, matching);
  const points = hundredths(rule.points);
  let left = 0;
  let newest: number | null = null;
  const changes: (number | null)[] = [];
  for (const { at } of counted) {
    const value = leftOf(rule, points, at, now);
    left += value;
    if (value !== 0) newest = at;
    changes.push(changeOf(rule, at, now));
  }
  return {
    times: counted.length,
    // `+ 0` turns the minus zero of a negative rule into zero: states are plain JSON (FCT6).
    raw: points * matching.length + 0,
    counted: points * counted.length + 0,
    decayed: left,
    changesAt: earliest(changes),
    newest,
    takesMore: rule.count === 'once' ? left !== points : isOpen(counted, rule.limit, now),
  };
}

/** `once` counts the newest, so a limit (oldest first) has nothing left to say about it. */
function countedOf(rule: EngagementRule, matching: readonly SeenSignal[]): readonly SeenSignal[] {
  if (matching.length === 0) return matching;
  return rule.count === 'once' ? matching.slice(-1) : limited(matching, rule.limit);
}

function leftOf(rule: EngagementRule, points: number, at: number, now: number): number {
  if (rule.decay !== undefined) return decayed(points, rule.decay, at, now);
  return isWithin(at, rule.withinDays, now) ? points : 0;
}

function changeOf(rule: EngagementRule, at: number, now: number): number | null {
  if (rule.decay !== undefined) return nextDecayAt(rule.decay, at, now);
  if (rule.withinDays === undefined || !isWithin(at, rule.withinDays, now)) return null;
  return leavesWindowAt(at, rule.withinDays);
}

type Limit = EngagementRule['limit'];

/** At most `times` in any `perDays` days, oldest first: what counted once keeps counting. */
function limited(signals: readonly SeenSignal[], limit: Limit): readonly SeenSignal[] {
  if (limit === undefined) return signals;
  const counted: SeenSignal[] = [];
  for (const signal of signals) if (isOpen(counted, limit, signal.at)) counted.push(signal);
  return counted;
}

/** Whether the limit would count one more at `at`; `counted` is ascending. */
function isOpen(counted: readonly SeenSignal[], limit: Limit, at: number): boolean {
  if (limit === undefined) return true;
  const nthNewest = counted.at(-limit.times);
  return nthNewest === undefined || at - nthNewest.at >= limit.perDays * DAY_MS;
}
