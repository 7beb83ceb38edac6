/** Suggestions written into an agreement: rules, criteria, points, the promise, the goal. */
import { reservedLabel } from '../../messages/reservedFields.ts';
import type { Predicate } from '../../predicate/predicate.ts';
import { isScorePart } from '../../target/evidence.ts';
import { RESERVED } from '../../target/trait.ts';
import type { Definitions } from '../definitions.ts';
import type { Ground, Suggestion } from './suggestion.ts';
import { predicateOf, type SeenRule, type Sign } from './rules.ts';
import { groupFor } from './threshold.ts';

export function applySuggestions(
  base: Definitions,
  ground: Ground,
  suggestions: readonly Suggestion[],
): Definitions {
  let definitions = base;
  const dropped = new Set<number>();
  for (const one of suggestions) {
    switch (one.kind) {
      case 'rule':
        definitions = withRule(definitions, ground, one.rule);
        break;
      case 'criterion':
        dropped.add(one.place);
        break;
      case 'threshold':
        definitions = withCriterion(definitions, (parts) =>
          parts.map((part) => (isScorePart(part) ? asking(part, one.best.points) : part)),
        );
        break;
      case 'promise': {
        const { policy: id, target } = one.promised;
        const policies = definitions.policies.map((policy) =>
          policy.id === id ? { ...policy, target } : policy,
        );
        definitions = { ...definitions, policies };
        break;
      }
      case 'volume':
        definitions = withVolume(definitions, ground, one.wanted);
        break;
    }
  }
  return withCriterion(definitions, (parts) => {
    let place = -1;
    return parts.filter((part) => {
      if (isScorePart(part)) return true;
      place += 1;
      return !dropped.has(place);
    });
  });
}

function withVolume(
  definitions: Definitions,
  { answers: { marketing } }: Ground,
  { target, quotas }: Extract<Suggestion, { kind: 'volume' }>['wanted'],
): Definitions {
  const goal: Definitions['goals'][number] = {
    id: 'mqls-month',
    side: 'marketing',
    metric: 'mqls',
    target,
    period: 'month',
    ...(marketing === '' ? {} : { accountable: marketing }),
  };
  return { ...definitions, quotas, goals: [...definitions.goals, goal] };
}

/** Of the hand-off stage, where it is a list of parts that all hold. */
function withCriterion(
  definitions: Definitions,
  change: (parts: readonly Predicate[]) => readonly Predicate[],
): Definitions {
  const stages = definitions.stages.map((stage) => {
    const { criteria } = stage;
    if (stage.id !== definitions.handoff.stage || criteria === undefined || !('all' in criteria))
      return stage;
    return { ...stage, criteria: { ...criteria, all: [...change(criteria.all)] } };
  });
  return { ...definitions, stages };
}

function asking(part: Predicate, points: number): Predicate {
  if ('score' in part) return { score: true, atLeast: points };
  return 'all' in part ? { ...part, all: part.all.map((one) => asking(one, points)) } : part;
}

/** A behaviour counts once, and for as long as closed leads were looked back on. */
const WITHIN_DAYS = 90;

function withRule(definitions: Definitions, ground: Ground, { id, sign, points }: SeenRule): Definitions {
  const known = withNamed(definitions, ground, sign);
  const label = labelOf(known, sign);
  const own = `seen-${id}`;
  const place = groupFor(known.scoring, sign, points);
  const groups = known.scoring.groups.map((group, index) => {
    if (index !== place) return group;
    if (group.kind === 'fit')
      return sign.kind === 'signal'
        ? group
        : { ...group, rules: [...group.rules, { id: own, label, points, when: predicateOf(sign) }] };
    if (sign.kind !== 'signal') return group;
    const rule = {
      id: own,
      label,
      points,
      signal: sign.signal,
      count: 'once' as const,
      withinDays: WITHIN_DAYS,
    };
    return { ...group, rules: [...group.rules, rule] };
  });
  return { ...known, scoring: { ...known.scoring, groups } };
}

/** What the leads were gathered under may name fields and signals that this business has not. */
function withNamed(definitions: Definitions, { current }: Ground, sign: Sign): Definitions {
  if (sign.kind === 'signal') {
    const other = current.signals.find(({ id }) => id === sign.signal);
    const isKnown = definitions.signals.some(({ id }) => id === sign.signal);
    return isKnown || !other ? definitions : { ...definitions, signals: [...definitions.signals, other] };
  }
  if (sign.kind === 'freeMail') return definitions;
  const other = current.fields.find(({ id }) => id === sign.field);
  const isKnown =
    definitions.fields.some(({ id }) => id === sign.field) || RESERVED.some((id) => id === sign.field);
  return isKnown || !other ? definitions : { ...definitions, fields: [...definitions.fields, other] };
}

/** In words every language has: names the agreement gave, and a number. */
export function labelOf(definitions: Definitions, sign: Sign): string {
  switch (sign.kind) {
    case 'freeMail':
      return definitions.lists['freeMail']?.label ?? sign.kind;
    case 'signal':
      return definitions.signals.find(({ id }) => id === sign.signal)?.label ?? sign.signal;
    case 'atLeast':
      return `${fieldLabel(definitions, sign.field)} ≥ ${sign.from}`.slice(0, 200);
    case 'in': {
      const field = definitions.fields.find(({ id }) => id === sign.field);
      const values = sign.values.map(
        (value) => field?.choices?.find(({ id }) => id === value)?.label ?? String(value),
      );
      return `${fieldLabel(definitions, sign.field)}: ${values.join(', ')}`.slice(0, 200);
    }
  }
}

function fieldLabel({ fields, language }: Definitions, id: string): string {
  return fields.find((one) => one.id === id)?.label ?? reservedLabel(id, language) ?? id;
}
