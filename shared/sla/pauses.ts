/**
 * Pauses (CLK5): a deadline moves later by the time spent paused, in the kind of time its target
 * counts, and only for what the policy lists.
 */
import type { Span } from './clockInput.ts';
import type { Choice } from './policyChoice.ts';
import { addTime, targetMsBetween } from './target.ts';

export interface PausedDue {
  /** After all pauses begun before `upTo`; while one lasts, moved by what has passed of it. */
  readonly due: number;
  /** Pauses that moved it, `to` null for one that lasts at `upTo`. */
  readonly pauses: readonly Span[];
  /** Time left at the pause that lasts at `upTo`, in the target's kind of time; null when none does. */
  readonly leftMs: number | null;
  /** When that pause ends as planned; null when none lasts or no end is known. */
  readonly resumesAt: number | null;
  readonly moves: readonly { readonly at: number; readonly cause: 'pause'; readonly dueAt: number }[];
}

const NONE: readonly never[] = [];
const UNPAUSED = { pauses: NONE, leftMs: null, resumesAt: null, moves: NONE } as const;

/** What can pause this choice's clocks. */
export function pausesOf(choice: Choice, snoozes: readonly Span[]): readonly Span[] {
  return choice.policy.pauses?.includes('snooze') ? snoozes : NONE;
}

/**
 * Moves `due` (epoch ms, `Infinity` when beyond the compiled range) by the pauses inside
 * `[from, upTo)`. A pause begun after the deadline passed moves nothing.
 */
export function applyPauses(
  choice: Choice,
  due: number,
  from: number,
  upTo: number,
  snoozes: readonly Span[],
): PausedDue {
  const listed = pausesOf(choice, snoozes);
  if (listed.length === 0) return { due, ...UNPAUSED };
  const { calendar, policy } = choice;
  const pauses: Span[] = [];
  const moves: { at: number; cause: 'pause'; dueAt: number }[] = [];
  let moved = due;
  let after = from;
  for (const snooze of listed) {
    const start = Math.max(snooze.from, after);
    const end = snooze.to ?? Number.POSITIVE_INFINITY;
    if (start > upTo || start > moved) break;
    if (end <= start) continue;
    const pausedMs = targetMsBetween(calendar, policy.target, start, Math.min(end, upTo));
    const before = moved;
    if (Number.isFinite(moved)) {
      moved = addTime(calendar, policy.target, moved, pausedMs) ?? Number.POSITIVE_INFINITY;
    }
    if (end > upTo) {
      pauses.push({ from: start, to: null });
      const leftMs = Number.isFinite(before) ? targetMsBetween(calendar, policy.target, start, before) : null;
      return { due: moved, pauses, leftMs, resumesAt: snooze.to, moves };
    }
    pauses.push({ from: start, to: end });
    if (moved !== before && Number.isFinite(moved)) moves.push({ at: end, cause: 'pause', dueAt: moved });
    after = end;
  }
  return { due: moved, pauses, leftMs: null, resumesAt: null, moves };
}
