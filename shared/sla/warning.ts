/** When a clock's warnings and escalations fall, in its target's kind of time (CLK7). */
import type { Policy } from '../definitions/policy.ts';
import type { CompiledCalendar } from '../time.ts';
import { beforeAt, dueAt, subtractTime, targetMsBetween } from './target.ts';

type Warning = Policy['warn'][number];

/**
 * Instant of one warning for a clock begun at `startedAt` and due at `due`, never before its start.
 * `atPercent` keeps its distance to the deadline when pauses or a new policy move that.
 */
export function warningAt(
  warning: Warning,
  policy: Policy,
  calendar: CompiledCalendar,
  startedAt: number,
  due: number,
): number {
  if ('before' in warning) return Math.max(startedAt, beforeAt(calendar, due, warning.before) ?? startedAt);
  const first = dueAt(calendar, startedAt, policy.target) ?? due;
  const wholeMs = targetMsBetween(calendar, policy.target, startedAt, first);
  const leftMs = wholeMs - Math.round((wholeMs * warning.atPercent) / 100);
  return Math.max(startedAt, subtractTime(calendar, policy.target, due, leftMs) ?? startedAt);
}

/** Instant of the first warning; null when the policy has none. */
export function riskFrom(
  policy: Policy,
  calendar: CompiledCalendar,
  startedAt: number,
  due: number,
): number | null {
  let first: number | null = null;
  for (const warning of policy.warn) {
    const at = warningAt(warning, policy, calendar, startedAt, due);
    first = first === null ? at : Math.min(first, at);
  }
  return first;
}
