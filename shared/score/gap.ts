/** How far a score is from what is wanted, and which single rule could close the gap (PRD5). */
import type { Scoring } from '../definitions/scoring.ts';
import type { LeadContext } from '../lead/context.ts';
import type { Score } from '../lead/state.ts';
import { evaluate } from '../predicate/evaluate.ts';
import { engagementPoints } from './engagementRule.ts';
import { clamp, hundredths, wholePoints } from './hundredths.ts';

export interface ClosingRule {
  readonly id: string;
  readonly label: string;
  /** Whole points the shown number would gain. */
  readonly gains: number;
  /** The rule waits for a value nobody has given yet. */
  readonly unknown: boolean;
}

export interface ScoreGap {
  readonly have: number;
  readonly want: number;
  /** Rules that would do it alone: those that wait for a value first, then in the agreement's order. */
  readonly rules: readonly ClosingRule[];
}

type Kind = 'score' | 'fit' | 'engagement';
type Group = Scoring['groups'][number];

/** Null when nothing is missing, or the leaf sets only an upper bound. */
export function scoreGap(kind: Kind, want: number | undefined, context: LeadContext): ScoreGap | null {
  const { score } = context.scored();
  const have = shownOf(kind, score);
  if (want === undefined || have >= want) return null;
  const { scoring } = context.definitions;
  const closing = scoring.groups.flatMap((group) =>
    candidates(group, context).flatMap(({ id, label, gain, unknown }) => {
      const shown = shownWith(kind, scoring, score, group.id, gain);
      return shown >= want ? [{ id, label, gains: shown - have, unknown }] : [];
    }),
  );
  return { have, want, rules: closing.toSorted((a, b) => Number(b.unknown) - Number(a.unknown)) };
}

function shownOf(kind: Kind, { shown, fit, engagement }: Score): number {
  return { score: shown, fit, engagement }[kind];
}

interface Candidate {
  readonly id: string;
  readonly label: string;
  /** Hundredths its group's sum would gain. */
  readonly gain: number;
  readonly unknown: boolean;
}

/** Fit rules not met yet, and one more of each signal that would count today. */
function candidates(group: Group, context: LeadContext): readonly Candidate[] {
  if (group.kind === 'fit') {
    return group.rules
      .map((rule) => ({ ...rule, verdict: evaluate(rule.when, context) }))
      .filter(({ verdict }) => verdict !== 'met')
      .map(({ id, label, points, verdict }) => {
        return { id, label, gain: hundredths(points), unknown: verdict === 'unknown' };
      });
  }
  return group.rules
    .map((rule) => ({ ...rule, ...engagementPoints(rule, context) }))
    .filter(({ takesMore }) => takesMore)
    .map(({ id, label, points, count, decayed }) => {
      return { id, label, gain: hundredths(points) - (count === 'once' ? decayed : 0), unknown: false };
    });
}

/** The number as it would show with `gain` more in one group, through both clamps (SCO3). */
function shownWith(kind: Kind, scoring: Scoring, { groups }: Score, grown: string, gain: number): number {
  let sum = 0;
  for (const group of scoring.groups) {
    if (kind !== 'score' && group.kind !== kind) continue;
    const before = groups.find(({ id }) => id === group.id)?.sum ?? 0;
    sum += clamp(before + (group.id === grown ? gain : 0), group);
  }
  return wholePoints(kind === 'score' ? clamp(sum, scoring) : sum);
}
