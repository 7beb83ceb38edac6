/**
 * A first agreement: the starter of a business, told where and when its people work, and what the leads
 * closed so far suggest on top. Each suggestion carries the numbers it rests on and can be left out;
 * those that follow are then judged anew. Too few closed leads suggest nothing.
 */
import { criterionParts, type Evidence } from '../../target/evidence.ts';
import { ENOUGH, shareOf } from '../../target/share.ts';
import type { Definitions } from '../definitions.ts';
import { applySuggestions } from './applied.ts';
import { currencyOf } from './countries.ts';
import { groundOf } from './ground.ts';
import { promiseFor } from './promise.ts';
import { isAlike, rulesSeen, type SeenRule } from './rules.ts';
import type { Ground, Suggestion } from './suggestion.ts';
import { groupFor, thresholdFor } from './threshold.ts';
import { volumeFor } from './volume.ts';

export interface Proposal {
  /** Whether the closed leads are enough to suggest anything about criteria. */
  readonly enough: boolean;
  readonly won: number;
  readonly lost: number;
  readonly suggestions: readonly Suggestion[];
  /** What the starter says already, or says the opposite of; nothing follows from them. */
  readonly confirmed: readonly SeenRule[];
  readonly doubted: readonly SeenRule[];
  /** With all suggestions but those left out. */
  readonly definitions: Definitions;
}

/** @param left ids of suggestions that are left out */
export function propose(ground: Ground, left: ReadonlySet<string>): Proposal {
  const { answers, starter, evidence, openMs, people } = ground;
  const { won, lost } = evidence;
  const enough = won >= ENOUGH && lost >= ENOUGH;
  const seen = enough ? rulesSeen(starter, evidence) : [];
  const isNew = ({ given, sign, points }: SeenRule) =>
    given === null && groupFor(starter.scoring, sign, points) >= 0;
  const isKept = ({ id }: { readonly id: string }) => !left.has(id);
  const rules = apartFrom(evidence, seen.filter(isNew), (rule) => isKept({ id: idOf(rule) }));
  const criteria = enough ? partsToDrop(starter, evidence) : [];
  const asked = {
    rules: rules.filter((rule) => isKept({ id: idOf(rule) })),
    dropped: new Set(criteria.filter(isKept).map(({ place }) => place)),
  };
  const threshold = enough ? thresholdFor(starter, evidence, asked) : null;
  const promised = promiseFor(starter, openMs);
  const wanted = volumeFor(evidence, answers.quota, currencyOf(answers.country), people);
  const suggestions: readonly Suggestion[] = [
    ...rules.map((rule) => ({ id: idOf(rule), kind: 'rule' as const, rule })),
    ...criteria,
    ...(threshold ? [{ id: 'threshold', kind: 'threshold' as const, ...threshold }] : []),
    ...(promised ? [{ id: 'promise', kind: 'promise' as const, promised }] : []),
    ...(wanted ? [{ id: 'volume', kind: 'volume' as const, wanted }] : []),
  ];
  const given = seen.filter((rule) => rule.given !== null);
  return {
    enough,
    won,
    lost,
    suggestions,
    confirmed: given.filter((rule) => Math.sign(rule.given ?? 0) === Math.sign(rule.points)),
    doubted: given.filter((rule) => Math.sign(rule.given ?? 0) !== Math.sign(rule.points)),
    definitions: applySuggestions(groundOf(ground), ground, suggestions.filter(isKept)),
  };
}

const idOf = ({ id }: SeenRule) => `rule:${id}`;

/** Points for the same leads are given once: a rule alike to a weightier one waits until that is left out. */
function apartFrom(
  evidence: Evidence,
  rules: readonly SeenRule[],
  isKept: (rule: SeenRule) => boolean,
): readonly SeenRule[] {
  const shown: SeenRule[] = [];
  for (const rule of rules) {
    if (shown.some((other) => isKept(other) && isAlike(evidence, other.sign, rule.sign))) continue;
    shown.push(rule);
  }
  return shown;
}

/** Parts that would have kept most of the won leads out: surely fewer than half met them. */
function partsToDrop(starter: Definitions, { cases, won }: Evidence) {
  return criterionParts(starter).flatMap((_, place) => {
    const hits = cases.reduce((sum, one) => sum + (one.met.includes(place) ? one.won : 0), 0);
    const met = shareOf(hits, won);
    return met.high < 0.5 ? [{ id: `criterion:${place}`, kind: 'criterion' as const, place, met }] : [];
  });
}
