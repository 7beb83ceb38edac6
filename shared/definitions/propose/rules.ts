/** Scoring rules closed leads speak for: values of fields and behaviours that won leads have and lost ones lack. */
import type { Scalar } from '../../lead/facts.ts';
import type { Leaf, Predicate } from '../../predicate/predicate.ts';
import { foldValue } from '../../predicate/valueTest.ts';
import type { Case, Evidence } from '../../target/evidence.ts';
import { FREE_MAIL, type Trait } from '../../target/trait.ts';
import type { Definitions } from '../definitions.ts';
import { type Worth, worthOf } from './worth.ts';

/** What a rule looks at. */
export type Sign =
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly Scalar[] }
  | { readonly kind: 'atLeast'; readonly field: string; readonly from: number }
  | { readonly kind: 'freeMail' }
  | { readonly kind: 'signal'; readonly signal: string };

export interface SeenRule extends Worth {
  /** Stays the same whatever else is proposed. */
  readonly id: string;
  readonly sign: Sign;
  /** Points the starter gives for it already; null = none. */
  readonly given: number | null;
}

/** More are not read, and would crowd out what the starter knows. */
const MOST = 8;

/** Ticks and answers are worked out anew with every key; what leads say stays the same. */
const known = new WeakMap<Evidence, { readonly starter: Definitions; readonly rules: readonly SeenRule[] }>();

/** Those that weigh most first. */
export function rulesSeen(starter: Definitions, evidence: Evidence): readonly SeenRule[] {
  const before = known.get(evidence);
  if (before?.starter === starter) return before.rules;
  const rules = rulesIn(starter, evidence);
  known.set(evidence, { starter, rules });
  return rules;
}

function rulesIn(starter: Definitions, evidence: Evidence): readonly SeenRule[] {
  const seen = [...ofFields(evidence), ...ofMail(evidence), ...ofSignals(evidence)];
  return seen
    .map((rule): SeenRule => ({ ...rule, given: givenFor(starter, evidence, rule.sign) }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

type Found = Omit<SeenRule, 'given'>;

function* ofFields(evidence: Evidence): Generator<Found> {
  const fields = new Set(evidence.traits.flatMap((trait) => ('field' in trait ? [trait.field] : [])));
  for (const field of fields) {
    const places = placesOf(evidence, (trait) => trait.kind === 'known' && trait.field === field);
    const isKnown = hasAny(evidence, places);
    yield* ofValues(evidence, field, isKnown);
    const from = bestStep(evidence, field, isKnown);
    if (from) yield from;
  }
}

/**
 * Values that win alike become one rule, judged again as a whole. Those that lose are told only where
 * none wins: points for the ones set the others back as far.
 */
function* ofValues(evidence: Evidence, field: string, isKnown: (one: Case) => boolean): Generator<Found> {
  const alone = evidence.traits.flatMap((trait, place) => {
    if (trait.kind !== 'is' || trait.field !== field) return [];
    const worth = worthOf(evidence, hasAny(evidence, new Set([place])), isKnown);
    return worth === null ? [] : [{ place, value: trait.value, isBetter: worth.points > 0 }];
  });
  for (const isBetter of [true, false]) {
    const alike = alone.filter((one) => one.isBetter === isBetter);
    if (alike.length === 0) continue;
    const worth = worthOf(evidence, hasAny(evidence, new Set(alike.map(({ place }) => place))), isKnown);
    if (worth === null) continue;
    const values = alike.map(({ value }) => value);
    yield { id: `${field}:${isBetter ? 'wins' : 'loses'}`, sign: { kind: 'in', field, values }, ...worth };
    return;
  }
}

/** The step that tells most; only where more is better, since few agreements ask for less. */
function bestStep(evidence: Evidence, field: string, isKnown: (one: Case) => boolean): Found | null {
  const steps = evidence.traits.flatMap((trait) =>
    trait.kind === 'step' && trait.field === field ? [trait.from] : [],
  );
  let best: Found | null = null;
  for (const from of steps) {
    const has = hasAny(
      evidence,
      placesOf(evidence, (trait) => trait.kind === 'step' && trait.field === field && trait.from >= from),
    );
    const worth = worthOf(evidence, has, isKnown);
    if (worth === null || worth.points < 0 || (best && worth.points <= best.points)) continue;
    best = { id: `${field}:atLeast`, sign: { kind: 'atLeast', field, from }, ...worth };
  }
  return best;
}

function* ofMail(evidence: Evidence): Generator<Found> {
  const worth = worthOf(
    evidence,
    hasAny(
      evidence,
      placesOf(evidence, ({ kind }) => kind === 'freeMail'),
    ),
  );
  if (worth) yield { id: 'freeMail', sign: { kind: 'freeMail' }, ...worth };
}

function* ofSignals(evidence: Evidence): Generator<Found> {
  for (const [place, trait] of evidence.traits.entries()) {
    if (trait.kind !== 'signal') continue;
    const worth = worthOf(evidence, hasAny(evidence, new Set([place])));
    if (worth)
      yield { id: `signal:${trait.signal}`, sign: { kind: 'signal', signal: trait.signal }, ...worth };
  }
}

/** Of leads with either sign, how many have both: near 1 the two say the same of the same leads. */
const ALIKE = 0.8;

export function isAlike(evidence: Evidence, a: Sign, b: Sign): boolean {
  const [hasA, hasB] = [hasSign(evidence, a), hasSign(evidence, b)];
  let [both, either] = [0, 0];
  for (const one of evidence.cases) {
    const n = one.won + one.lost;
    if (hasA(one) || hasB(one)) either += n;
    if (hasA(one) && hasB(one)) both += n;
  }
  return either > 0 && both / either >= ALIKE;
}

function placesOf({ traits }: Evidence, isOne: (trait: Trait) => boolean): ReadonlySet<number> {
  return new Set(traits.flatMap((trait, place) => (isOne(trait) ? [place] : [])));
}

/** Cases by trait: asked for every trait, and there may be thousands of cases. */
const byTrait = new WeakMap<Evidence, readonly (readonly Case[])[]>();

function casesOf(evidence: Evidence): readonly (readonly Case[])[] {
  const known = byTrait.get(evidence);
  if (known !== undefined) return known;
  const found = evidence.traits.map((): Case[] => []);
  for (const one of evidence.cases) for (const place of one.has) found[place]?.push(one);
  byTrait.set(evidence, found);
  return found;
}

function hasAny(evidence: Evidence, places: ReadonlySet<number>): (one: Case) => boolean {
  const cases = casesOf(evidence);
  const having = new Set([...places].flatMap((place) => cases[place] ?? []));
  return (one) => having.has(one);
}

/** Whether a case has what a rule looks at. */
export function hasSign(evidence: Evidence, sign: Sign): (one: Case) => boolean {
  return hasAny(
    evidence,
    placesOf(evidence, (trait) => isOf(sign, trait)),
  );
}

function isOf(sign: Sign, trait: Trait): boolean {
  switch (sign.kind) {
    case 'in':
      return trait.kind === 'is' && trait.field === sign.field && sign.values.includes(trait.value);
    case 'atLeast':
      return trait.kind === 'step' && trait.field === sign.field && trait.from >= sign.from;
    case 'freeMail':
      return trait.kind === 'freeMail';
    case 'signal':
      return trait.kind === 'signal' && trait.signal === sign.signal;
  }
}

export function predicateOf(sign: Exclude<Sign, { kind: 'signal' }>): Predicate {
  switch (sign.kind) {
    case 'in': {
      const [only, ...others] = sign.values;
      if (only !== undefined && others.length === 0) return { field: sign.field, is: only };
      return { field: sign.field, in: [...sign.values] };
    }
    case 'atLeast':
      return { field: sign.field, atLeast: sign.from };
    case 'freeMail':
      return { emailDomain: true, inList: FREE_MAIL };
  }
}

/** The most the starter gives for any of it, or takes. */
function givenFor(starter: Definitions, evidence: Evidence, sign: Sign): number | null {
  const points: number[] = [];
  for (const group of starter.scoring.groups) {
    if (group.kind === 'engagement') {
      for (const rule of group.rules)
        if (sign.kind === 'signal' && rule.signal === sign.signal) points.push(rule.points);
    } else {
      for (const rule of group.rules)
        if (isAbout(starter, evidence, rule.when, sign)) points.push(rule.points);
    }
  }
  return points.length === 0 ? null : Math.max(...points);
}

/** A rule that gives as much to values that do not win tells nothing of those that do. */
function isAbout(starter: Definitions, { traits }: Evidence, when: Predicate, sign: Sign): boolean {
  if (!('field' in when)) {
    return 'emailDomain' in when && sign.kind === 'freeMail' && when.inList === FREE_MAIL;
  }
  if (sign.kind === 'in' && when.field === sign.field) {
    const wanted = new Set(wantedBy(starter, when).map(foldValue));
    const seen = traits.flatMap((trait) =>
      trait.kind === 'is' && trait.field === sign.field && wanted.has(foldValue(trait.value))
        ? [trait.value]
        : [],
    );
    return seen.length > 0 && seen.every((value) => sign.values.includes(value));
  }
  const from = when.atLeast ?? when.between?.[0];
  return sign.kind === 'atLeast' && when.field === sign.field && from !== undefined;
}

function wantedBy({ lists }: Definitions, when: Extract<Leaf, { field: string }>): readonly Scalar[] {
  if (when.is !== undefined) return [when.is];
  return when.in ?? (when.inList === undefined ? [] : (lists[when.inList]?.values ?? []));
}
