/** What one engagement rule makes of the signals: counting, limit, window and decay (SCO1, SCO2). */
import type { EngagementRule } from '../definitions/scoring.ts';
import type { PredicateContext } from '../predicate/context.ts';
import { compileSignalFilter } from '../predicate/signalCount.ts';
import { DAY_MS } from '../time.ts';
import { faded, fadingOf, hundredths, nextStepAt, type Fading } from './hundredths.ts';

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

/** A rule with its days as ms and its points in hundredths, so that counting only counts. */
export interface CountedRule {
  readonly rule: EngagementRule;
  readonly points: number;
  readonly once: boolean;
  /** At most `times` in any `perMs`; `Infinity` times without a limit. */
  readonly times: number;
  readonly perMs: number;
  readonly fading: Fading | null;
  /** Counts while `now − at < windowMs`; `Infinity` without a window. */
  readonly windowMs: number;
}

export function countedRule(rule: EngagementRule): CountedRule {
  const { limit, decay, withinDays } = rule;
  return {
    rule,
    points: hundredths(rule.points),
    once: rule.count === 'once',
    times: limit?.times ?? Number.POSITIVE_INFINITY,
    perMs: (limit?.perDays ?? 0) * DAY_MS,
    fading: decay === undefined ? null : fadingOf(decay),
    windowMs: withinDays === undefined ? Number.POSITIVE_INFINITY : withinDays * DAY_MS,
  };
}

export function engagementPoints(rule: EngagementRule, { signals, list, now }: PredicateContext): RulePoints {
  const matching = compileSignalFilter(rule.signal, rule.where)(signals, list);
  return pointsOfMatches(
    countedRule(rule),
    matching.map(({ at }) => at),
    now,
  );
}

/** The same of the instants of the signals a rule asks for; ascending. */
export function pointsOfMatches(rule: CountedRule, matches: readonly number[], now: number): RulePoints {
  const { points } = rule;
  const counted = countedOf(rule, matches);
  let left = 0;
  let newest: number | null = null;
  let changesAt = Number.POSITIVE_INFINITY;
  for (const at of counted) {
    const value = leftOf(rule, at, now);
    left += value;
    if (value !== 0) newest = at;
    changesAt = Math.min(changesAt, changeOf(rule, at, now));
  }
  return {
    times: counted.length,
    // `+ 0` turns the minus zero of a negative rule into zero: states are plain JSON (FCT6).
    raw: points * matches.length + 0,
    counted: points * counted.length + 0,
    decayed: left,
    changesAt: Number.isFinite(changesAt) ? changesAt : null,
    newest,
    takesMore: rule.once ? left !== points : isOpen(rule, counted, now),
  };
}

/** What is left at `now` of the points of one signal that counts, in hundredths. */
export function leftOf({ points, fading, windowMs }: CountedRule, at: number, now: number): number {
  if (fading !== null) return faded(points, fading, now - at);
  return now - at < windowMs ? points : 0;
}

/** Whether the limit would count one more at `at`; `counted` is ascending. */
export function isOpen({ times, perMs }: CountedRule, counted: readonly number[], at: number): boolean {
  const inTheWay = counted.length < times ? undefined : counted[counted.length - times];
  return inTheWay === undefined || at - inTheWay >= perMs;
}

/**
 * At most `times` in any `perMs`, oldest first: what counted once keeps counting. `once` counts the
 * newest, so a limit has nothing left to say about it.
 */
function countedOf(rule: CountedRule, matches: readonly number[]): readonly number[] {
  if (rule.once) return matches.slice(-1);
  const counted: number[] = [];
  for (const at of matches) if (isOpen(rule, counted, at)) counted.push(at);
  return counted;
}

/** `Infinity` when time alone changes nothing any more. */
function changeOf({ fading, windowMs }: CountedRule, at: number, now: number): number {
  if (fading !== null) return nextStepAt(fading, at, now) ?? Number.POSITIVE_INFINITY;
  const leavesAt = at + windowMs;
  return now < leavesAt ? leavesAt : Number.POSITIVE_INFINITY;
}
