/** A goal's numbers as they are read, each in the unit of its metric. */
import type { Language } from '../../../shared/lead/vocabulary.ts';
import type { Format } from '../../../shared/messages/format.ts';
import type { GoalResult } from '../../../shared/target/goals.ts';
import { percent } from '../ui/numbers.ts';

export interface Speech {
  readonly language: Language;
  readonly format: Format;
  /** Hundredths of the reporting currency. */
  readonly money: (cents: number) => string;
}

type Kept = Exclude<GoalResult, { kind: 'unknown_metric' }>;

export function saidActual(goal: Kept, { language, format, money }: Speech): string {
  if (goal.kind === 'share') return percent(language, goal.actual.share);
  return goal.kind === 'money' ? money(goal.actual) : format.number(goal.actual);
}

export function saidTarget({ kind, target }: GoalResult, { language, format, money }: Speech): string {
  if (kind === 'share') return percent(language, target / 100);
  return kind === 'money' ? money(target * 100) : format.number(target);
}

/** 0–1 of the target; null where there is nothing to say. */
export function doneOf(goal: GoalResult): number | null {
  if (goal.kind === 'unknown_metric' || goal.target <= 0) return null;
  if (goal.kind === 'share') return goal.actual.share;
  return goal.actual / (goal.kind === 'money' ? goal.target * 100 : goal.target);
}
