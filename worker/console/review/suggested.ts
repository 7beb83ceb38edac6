/**
 * The change a proposal carries, out of one value somebody typed: points of a rule, the length of a
 * promise, a target, a reason's name. Anything else is proposed in words.
 */
import { apply } from '../../../shared/definitions/apply.ts';
import { valueWords, type Telling } from '../../../shared/definitions/change/telling.ts';
import { Definitions } from '../../../shared/definitions/definitions.ts';
import { describe } from '../../../shared/definitions/describe.ts';
import { diff } from '../../../shared/definitions/diff.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import type { ProposedChange } from '../../../shared/protocol/proposals.ts';
import type { Kind } from './about.ts';

export type Suggestion =
  | { readonly kind: 'points' | 'length' | 'goal'; readonly now: string; readonly step: number | 'any' }
  | { readonly kind: 'label'; readonly now: string };

/** What may be suggested in place of what holds; null where words have to do. */
export function suggestionFor(kind: Kind, id: string, telling: Telling): Suggestion | null {
  const { scoring, policies, goals, handoff } = telling.definitions;
  const { format } = telling.catalog;
  switch (kind) {
    case 'rule': {
      const rule = scoring.groups.flatMap(({ rules }) => [...rules]).find((one) => one.id === id);
      return rule ? { kind: 'points', now: format.signed(rule.points), step: 1 } : null;
    }
    case 'policy': {
      const policy = policies.find((one) => one.id === id);
      return policy
        ? { kind: 'length', now: valueWords('target', policy.target, telling), step: 'any' }
        : null;
    }
    case 'goal': {
      const goal = goals.find((one) => one.id === id);
      return goal ? { kind: 'goal', now: format.number(goal.target), step: 'any' } : null;
    }
    case 'reason': {
      const reason = handoff.reasons.find((one) => one.id === id);
      return reason ? { kind: 'label', now: reason.label } : null;
    }
    default:
      return null;
  }
}

/** None for what is empty, no number, or what holds already. */
export function changesFor(
  kind: Kind,
  id: string,
  typed: string,
  definitions: Definitions,
): readonly ProposedChange[] {
  const text = typed.trim();
  const value = Number(text);
  if (text === '' || (kind !== 'reason' && !Number.isFinite(value))) return [];
  const after = withValue(kind, id, text, value, definitions);
  return diff(definitions, after).map((change): ProposedChange => {
    const path = [...change.path];
    return change.kind === 'moved'
      ? { ...change, path, before: [...change.before], after: [...change.after] }
      : { ...change, path };
  });
}

function withValue(
  kind: Kind,
  id: string,
  text: string,
  value: number,
  definitions: Definitions,
): Definitions {
  const { scoring, policies, goals, handoff } = definitions;
  const put = <T extends { readonly id: string }>(list: readonly T[], change: (one: T) => T): T[] =>
    list.map((one) => (one.id === id ? change(one) : one));
  switch (kind) {
    case 'rule': {
      const points = Math.round(value);
      const groups = scoring.groups.map((group) =>
        group.kind === 'fit'
          ? { ...group, rules: put(group.rules, (rule) => ({ ...rule, points })) }
          : { ...group, rules: put(group.rules, (rule) => ({ ...rule, points })) },
      );
      return { ...definitions, scoring: { ...scoring, groups } };
    }
    case 'policy':
      return {
        ...definitions,
        policies: put(policies, (one) => ({ ...one, target: lasting(one.target, value) })),
      };
    case 'goal':
      return { ...definitions, goals: put(goals, (one) => ({ ...one, target: value })) };
    case 'reason':
      return {
        ...definitions,
        handoff: { ...handoff, reasons: put(handoff.reasons, (one) => ({ ...one, label: text })) },
      };
    default:
      return definitions;
  }
}

type Target = Definitions['policies'][number]['target'];

/** So many of the unit it is in. */
function lasting(target: Target, value: number): Target {
  if (value <= 0) return target;
  if ('minutes' in target) return { minutes: value };
  if ('hours' in target) return { hours: value };
  if ('businessMinutes' in target) return { businessMinutes: value };
  if ('businessHours' in target) return { businessHours: value };
  return { businessDays: Math.max(1, Math.round(value)) };
}

/** One sentence a change, whatever became of the agreement since. */
export function changesInWords(
  changes: readonly ProposedChange[],
  definitions: Definitions,
  language: Language,
): readonly string[] {
  const after = Definitions.safeParse(apply(definitions, changes)).data ?? definitions;
  return changes.map((change) => describe(change, definitions, after, language).sentence);
}
