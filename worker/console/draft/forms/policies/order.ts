/** The order in which promises of a kind are tried (CLK4), and how a person changes it. */
import type { Policy } from '../../../../../shared/definitions/policy.ts';
import { CLOCK_KINDS, type ClockKind, type Side } from '../../../../../shared/lead/vocabulary.ts';

export const LEVELS = ['account', 'segment', 'default'] as const satisfies readonly Policy['level'][];

/** A policy and its place in the agreement's list. */
export interface Placed {
  readonly policy: Policy;
  readonly place: number;
}

/** Kinds there is a promise of, each with its promises as the engine tries them. */
export function byKind(
  policies: readonly Policy[],
): readonly { readonly kind: ClockKind; readonly tried: readonly Placed[] }[] {
  const placed = policies.map((policy, place) => ({ policy, place }));
  return CLOCK_KINDS.map((kind) => ({
    kind,
    tried: placed
      .filter(({ policy }) => policy.kind === kind)
      .toSorted(
        ({ policy: a }, { policy: b }) =>
          LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.order - b.order || (a.id < b.id ? -1 : 1),
      ),
  })).filter(({ tried }) => tried.length > 0);
}

/**
 * What to write so that the promise at `from` of those tried goes one up (−1) or down (1) within its
 * level; null at its ends. Numbers of a level then count from one.
 */
export function movedInLevel(
  tried: readonly Placed[],
  from: number,
  by: -1 | 1,
): readonly { readonly place: number; readonly order: number }[] | null {
  const [moved, other] = [tried[from], tried[from + by]];
  if (!moved || !other || moved.policy.level !== other.policy.level) return null;
  const level = tried.filter(({ policy }) => policy.level === moved.policy.level);
  const at = level.indexOf(moved);
  const next = level.with(at, other).with(at + by, moved);
  return next.flatMap(({ policy, place }, index) =>
    policy.order === index + 1 ? [] : [{ place, order: index + 1 }],
  );
}

const PARTIES: Partial<Record<ClockKind, Side>> = {
  return_to_nurture: 'marketing',
  brief_completion: 'marketing',
  contest_answer: 'neutral',
};

/** A plain promise of a kind, last of the general ones. */
export function freshPolicy(
  kind: ClockKind,
  id: string,
  label: string,
  among: { readonly policies: readonly Policy[]; readonly calendar: string; readonly stage: string },
): Policy {
  const same = among.policies.filter((one) => one.kind === kind && one.level === 'default');
  return {
    id,
    label,
    kind,
    party: PARTIES[kind] ?? 'sales',
    level: 'default',
    order: Math.max(0, ...same.map(({ order }) => order)) + 1,
    target: { businessHours: 8 },
    calendar: among.calendar,
    ...(kind === 'cadence' ? { repeat: { times: 5 } } : {}),
    ...(kind === 'stage_time' ? { stage: among.stage } : {}),
    warn: [{ atPercent: 75, to: 'owner' }],
    escalate: [],
  };
}
