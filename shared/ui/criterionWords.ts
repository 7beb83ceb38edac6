/** A criterion's leaves in words: what is wanted, and what was seen (PRD4). */
import type { Definitions } from '../definitions/definitions.ts';
import type { Scalar } from '../lead/facts.ts';
import type { Explained, ExplainedLeaf } from '../predicate/explain.ts';
import { OPERATORS, type Leaf, type Operator } from '../predicate/predicate.ts';
import { fieldLabel, valueWords } from './fieldWords.ts';
import { whenShort, type When } from './when.ts';

export interface Wording {
  readonly definitions: Definitions;
  readonly when: When;
}

/** The author's own label where a group has one, else built from what is wanted. */
export function wantedWords(node: Explained, wording: Wording): string {
  const { criterion, format } = wording.when.messages;
  if (node.label !== null) return node.label;
  if (node.kind === 'leaf') return leafWords(node.leaf, wording);
  const children = node.children.map((child) => wantedWords(child, wording));
  if (node.kind === 'not') return criterion.not(children.join(''));
  return node.kind === 'all' ? format.list(children) : format.choice(children);
}

function leafWords(leaf: Leaf, { definitions, when }: Wording): string {
  const { criterion, words } = when.messages;
  if ('field' in leaf)
    return testWords(fieldLabel(leaf.field, definitions, when.messages), leaf, leaf.field, definitions, when);
  if ('emailDomain' in leaf) return testWords(criterion.emailDomain, leaf, 'emailDomain', definitions, when);
  if ('signal' in leaf) {
    const label = labelIn(definitions.signals, leaf.signal);
    const within = leaf.withinDays === undefined ? '' : ` ${criterion.withinDays(leaf.withinDays)}`;
    return `${criterion.signal(label, leaf.times ?? 1)}${within}`;
  }
  if ('score' in leaf) return testWords(criterion.score, leaf, 'score', definitions, when);
  if ('fit' in leaf) return testWords(criterion.fit, leaf, 'fit', definitions, when);
  if ('engagement' in leaf) return testWords(criterion.engagement, leaf, 'engagement', definitions, when);
  if ('segment' in leaf) return `${criterion.segment}: ${labelIn(definitions.segments, leaf.segment)}`;
  if ('persona' in leaf) return `${criterion.persona}: ${labelIn(definitions.personas, leaf.persona)}`;
  if ('product' in leaf) return `${criterion.product}: ${leaf.product}`;
  if ('stageIs' in leaf) return `${criterion.stageIs}: ${labelIn(definitions.stages, leaf.stageIs)}`;
  if ('stageWas' in leaf) return `${criterion.stageWas}: ${labelIn(definitions.stages, leaf.stageWas)}`;
  if ('attempts' in leaf) {
    const parts = [
      leaf.channel === undefined ? null : words.channels[leaf.channel],
      leaf.outcome === undefined ? null : words.outcomes[leaf.outcome],
    ].filter((part) => part !== null);
    return criterion.attempts(parts.join(' · ') || criterion.anyAttempt, leaf.times);
  }
  const { account } = leaf;
  const what =
    'persona' in account
      ? labelIn(definitions.personas, account.persona)
      : labelIn(definitions.stages, account.stage);
  return criterion.account(what, account.atLeast);
}

type Test = { readonly [K in Operator]?: unknown };

function testWords(
  label: string,
  test: Test,
  field: string,
  definitions: Definitions,
  { messages }: When,
): string {
  const { criterion, format } = messages;
  const operator = OPERATORS.find((name) => test[name] !== undefined) ?? 'known';
  const wanted = test[operator];
  if (operator === 'known' && wanted === false) return criterion.not(label);
  const one = (value: unknown) => (isScalar(value) ? valueWords(field, value, definitions, messages) : '');
  const said = () => {
    if (operator === 'inList') return definitions.lists[String(wanted)]?.label ?? String(wanted);
    if (!Array.isArray(wanted)) return one(wanted);
    return operator === 'between'
      ? criterion.range(one(wanted[0]), one(wanted[1]))
      : format.choice(wanted.map(one));
  };
  return criterion.field[operator](label, said());
}

/** The value a leaf saw; counted things by the newest of them. */
export function seenWords({ leaf, seen, counted, newest }: ExplainedLeaf, wording: Wording): string {
  const { definitions, when } = wording;
  const { words, format } = when.messages;
  if (counted !== null) return counted === 0 || newest === null ? words.none : whenShort(newest, when);
  if (seen === null) return words.unknown;
  if ('field' in leaf && isScalar(seen)) return valueWords(leaf.field, seen, definitions, when.messages);
  if ('segment' in leaf) return labelIn(definitions.segments, String(seen));
  if ('persona' in leaf) return labelIn(definitions.personas, String(seen));
  if ('stageIs' in leaf) return labelIn(definitions.stages, String(seen));
  if (typeof seen === 'object')
    return format.list('stageWas' in leaf ? seen.map((id) => labelIn(definitions.stages, id)) : seen);
  return typeof seen === 'number' ? format.number(seen) : String(seen);
}

function labelIn(named: readonly { readonly id: string; readonly label: string }[], wanted: string): string {
  return named.find(({ id }) => id === wanted)?.label ?? wanted;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
