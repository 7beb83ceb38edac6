/** The points at which a lead is handed over, chosen by which closed leads it would have caught. */
import { type Case, type Evidence, isScorePart } from '../../target/evidence.ts';
import { type Share, shareOf } from '../../target/share.ts';
import type { Predicate } from '../../predicate/predicate.ts';
import type { Definitions } from '../definitions.ts';
import { hasSign, type SeenRule } from './rules.ts';

/** What a number of points would have handed over, of the won and of the lost. */
export interface Caught {
  readonly points: number;
  readonly won: Share;
  readonly lost: Share;
}

const STEP = 5;

/** @param dropped places of parts of the criterion that are not asked for any more */
export interface Asked {
  readonly rules: readonly SeenRule[];
  readonly dropped: ReadonlySet<number>;
}

/** The points a starter asks for; null where its hand-off goes by something else. */
export function pointsAsked({ stages, handoff }: Definitions): number | null {
  const criteria = stages.find(({ id }) => id === handoff.stage)?.criteria;
  if (criteria === undefined || !('all' in criteria)) return null;
  const part = criteria.all.find(isScorePart);
  return part === undefined ? null : scoreIn(part);
}

function scoreIn(part: Predicate): number | null {
  if ('score' in part) return part.atLeast ?? null;
  return 'all' in part && part.all[0] ? scoreIn(part.all[0]) : null;
}

/**
 * The number of points that keeps won and lost apart best: the largest difference between the share of
 * won leads it catches and that of lost ones, the higher number of equals. Null where none tells them
 * apart, or the one the starter has does it as well.
 */
export function thresholdFor(
  starter: Definitions,
  evidence: Evidence,
  asked: Asked,
): { readonly best: Caught; readonly before: Caught } | null {
  const given = pointsAsked(starter);
  if (given === null) return null;
  const { min, max } = starter.scoring;
  const scored = scoresOf(starter, evidence, asked);
  let best = caughtAt(scored, given);
  const before = best;
  for (let points = Math.max(STEP, Math.ceil(min / STEP) * STEP); points <= max; points += STEP) {
    const caught = caughtAt(scored, points);
    const gain = apart(caught) - apart(best);
    if (gain > 0 || (gain === 0 && best !== before && points > best.points)) best = caught;
  }
  if (best === before || best.won.low <= best.lost.high) return null;
  return { best, before };
}

const apart = ({ won, lost }: Caught) => (won.share ?? 0) - (lost.share ?? 0);

interface Scored {
  readonly won: number;
  readonly lost: number;
  /** Null: whatever the score, it would not be handed over; infinite: it would be at any. */
  readonly score: number | null;
}

function scoresOf({ scoring }: Definitions, evidence: Evidence, { rules, dropped }: Asked): Scored[] {
  const added = rules.map(({ sign, points }) => {
    return { has: hasSign(evidence, sign), points, place: groupFor(scoring, sign, points) };
  });
  const parts = Math.max(0, ...evidence.cases.flatMap(({ met }) => met.map((place) => place + 1)));
  const needed = [...Array(parts).keys()].filter((place) => !dropped.has(place));
  return evidence.cases.map((one) => {
    const { won, lost, fast, met, sums } = one;
    if (fast) return { won, lost, score: Infinity };
    if (!needed.every((place) => met.includes(place))) return { won, lost, score: null };
    return { won, lost, score: totalOf(scoring, sums, added, one) };
  });
}

interface Added {
  readonly has: (one: Case) => boolean;
  readonly points: number;
  readonly place: number;
}

/** As SCO3 adds up: groups clamp, then the total. */
function totalOf(
  { groups, min, max }: Definitions['scoring'],
  sums: readonly number[],
  added: readonly Added[],
  one: Case,
): number {
  let total = 0;
  for (const [place, group] of groups.entries()) {
    let sum = sums[place] ?? 0;
    for (const rule of added) if (rule.place === place && rule.has(one)) sum += rule.points;
    total += Math.min(group.max, Math.max(group.min, sum));
  }
  return Math.min(max, Math.max(min, total));
}

/** Where a rule goes: who they are, what they do, or what speaks against them; -1 where there is none. */
export function groupFor(
  { groups }: Definitions['scoring'],
  { kind }: SeenRule['sign'],
  points: number,
): number {
  if (kind !== 'signal') return groups.findIndex((group) => group.kind === 'fit');
  const isFor = (group: { readonly min: number; readonly max: number }) =>
    points > 0 ? group.max > 0 : group.min < 0;
  return groups.findIndex((group) => group.kind === 'engagement' && isFor(group));
}

function caughtAt(scored: readonly Scored[], points: number): Caught {
  const caught = { won: 0, lost: 0 };
  const all = { won: 0, lost: 0 };
  for (const { won, lost, score } of scored) {
    all.won += won;
    all.lost += lost;
    if (score === null || score < points) continue;
    caught.won += won;
    caught.lost += lost;
  }
  return { points, won: shareOf(caught.won, all.won), lost: shareOf(caught.lost, all.lost) };
}
