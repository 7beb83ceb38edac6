/** A criterion in words, and what a change of one asks for from now on. */
import { inSentence } from '../../messages/format.ts';
import { reservedLabel } from '../../messages/reservedFields.ts';
import {
  type Leaf,
  OPERATORS,
  type Operator,
  Predicate,
  type PropertyTest,
} from '../../predicate/predicate.ts';
import type { Scalar } from '../../lead/facts.ts';
import { ownValue } from '../check/at.ts';
import type { Step } from './change.ts';
import { labelIn, named, shortened, type Telling } from './telling.ts';

/** "pontuação ≥ 60", "Setor: na lista Setores ideais e não Persona: Quem decide" */
export function criterionWords(predicate: Predicate, telling: Telling): string {
  const { criterion, format } = telling.catalog;
  if ('label' in predicate && predicate.label !== undefined) return predicate.label;
  if ('all' in predicate) return format.list(predicate.all.map((one) => criterionWords(one, telling)));
  if ('any' in predicate) return format.choice(predicate.any.map((one) => criterionWords(one, telling)));
  if ('not' in predicate) return inSentence(criterion.not(criterionWords(predicate.not, telling)));
  return leafWords(predicate, telling);
}

/** Of two leaves that differ only in what they want: "pontuação ≥ 50→60". */
function changedLeafWords(before: Leaf, after: Leaf, telling: Telling): string | undefined {
  const subject = subjectOf(after, telling);
  const operator = operatorOf(after);
  if (subject === undefined || operator === undefined || operator === 'known') return undefined;
  if (subjectOf(before, telling) !== subject || operatorOf(before) !== operator) return undefined;
  const [old, wanted] = [wantedWords(before, operator, telling), wantedWords(after, operator, telling)];
  const arrow = /\s/.test(old + wanted) ? ' → ' : '→';
  return testWords(subject, operator, `${old}${arrow}${wanted}`, telling);
}

/** What `thing` asks for now; `path` leads to the criterion, or to the list of a group, that changed. */
export function criterionSentence(
  thing: string,
  before: unknown,
  after: unknown,
  telling: Telling,
  path: readonly Step[],
): string {
  const { words } = telling;
  // Alternatives are accepted, conditions asked for.
  const group = Array.isArray(before) || Array.isArray(after) ? path.at(-1) : path.at(-2);
  const isChoice = group === 'any';
  if (Array.isArray(before) && Array.isArray(after))
    return listSentence(thing, before, after, telling, isChoice);
  const [old, now] = [Predicate.safeParse(before).data, Predicate.safeParse(after).data];
  const inGroup = group === 'all' || group === 'any';
  if (inGroup && (old === undefined || now === undefined))
    return listSentence(thing, before ? [before] : [], after ? [after] : [], telling, isChoice);
  if (now === undefined) return words.asksNothing(thing);
  if (old === undefined) return words.asks(thing, criterionWords(now, telling));
  const changed = isLeaf(old) && isLeaf(now) ? changedLeafWords(old, now, telling) : undefined;
  if (changed !== undefined) return words.asks(thing, changed);
  const [wanted, wantedBefore] = [criterionWords(now, telling), criterionWords(old, telling)];
  return wanted === wantedBefore ? words.rewritten(thing) : words.asksInstead(thing, wanted, wantedBefore);
}

/** Entries of a group came or went. */
function listSentence(
  thing: string,
  before: readonly unknown[],
  after: readonly unknown[],
  telling: Telling,
  isChoice: boolean,
): string {
  const { words } = telling;
  const missingFrom = (list: readonly unknown[], others: readonly unknown[]) => {
    const known = new Set(others.map((one) => JSON.stringify(one)));
    const gone = list.filter((one) => !known.has(JSON.stringify(one)));
    return gone.flatMap((one) => Predicate.safeParse(one).data ?? []);
  };
  const come = missingFrom(after, before).map((one) => criterionWords(one, telling));
  const gone = missingFrom(before, after).map((one) => criterionWords(one, telling));
  if (come.length > 0 && gone.length > 0)
    return words.asksInstead(thing, named(come, telling), named(gone, telling));
  if (come.length > 0) return (isChoice ? words.acceptsAlso : words.asksAlso)(thing, named(come, telling));
  return (isChoice ? words.acceptsNoMore : words.asksNoMore)(thing, named(gone, telling));
}

function isLeaf(predicate: Predicate): predicate is Leaf {
  return !('all' in predicate || 'any' in predicate || 'not' in predicate);
}

function leafWords(leaf: Leaf, telling: Telling): string {
  const { definitions, catalog } = telling;
  const { criterion } = catalog;
  const subject = subjectOf(leaf, telling);
  const operator = operatorOf(leaf);
  if (subject !== undefined && operator !== undefined)
    return testWords(subject, operator, wantedWords(leaf, operator, telling), telling);
  if ('signal' in leaf) {
    const within = leaf.withinDays === undefined ? '' : ` ${criterion.withinDays(leaf.withinDays)}`;
    const where = leaf.where?.map((test) => propertyWords(test, telling)) ?? [];
    const only = where.length === 0 ? '' : ` (${catalog.format.list(where)})`;
    return `${criterion.signal(labelIn(definitions.signals, leaf.signal), leaf.times ?? 1)}${within}${only}`;
  }
  if ('attempts' in leaf) {
    const channel = leaf.channel === undefined ? [] : [catalog.words.channels[leaf.channel]];
    const outcome = leaf.outcome === undefined ? [] : [catalog.words.outcomes[leaf.outcome]];
    return criterion.attempts([...channel, ...outcome].join(' · ') || criterion.anyAttempt, leaf.times);
  }
  if (!('account' in leaf)) return '';
  const { account } = leaf;
  const what =
    'persona' in account
      ? labelIn(definitions.personas, account.persona)
      : labelIn(definitions.stages, account.stage);
  return inSentence(criterion.account(what, account.atLeast));
}

/** Properties have no names but their own: "page: starts with “/pricing”". */
function propertyWords(test: PropertyTest, telling: Telling): string {
  const operator = OPERATORS.find((name) => test[name] !== undefined) ?? 'known';
  return testWords(test.property, operator, valuesWords(operator, test[operator], [], telling), telling);
}

/** What a leaf tests, when it is one value against another. */
function subjectOf(leaf: Leaf, { definitions, catalog, language }: Telling): string | undefined {
  const { criterion } = catalog;
  if ('field' in leaf) {
    const own = definitions.fields.find(({ id }) => id === leaf.field)?.label;
    return own ?? reservedLabel(leaf.field, language) ?? leaf.field;
  }
  if ('emailDomain' in leaf) return inSentence(criterion.emailDomain);
  for (const key of [
    'score',
    'fit',
    'engagement',
    'segment',
    'persona',
    'product',
    'stageIs',
    'stageWas',
  ] as const)
    if (key in leaf) return inSentence(criterion[key]);
  return undefined;
}

function operatorOf(leaf: Leaf): Operator | undefined {
  if ('segment' in leaf || 'persona' in leaf || 'product' in leaf) return 'is';
  if ('stageIs' in leaf || 'stageWas' in leaf) return 'is';
  return OPERATORS.find((operator) => wantedOf(leaf, operator) !== undefined);
}

/** Looked up by name, because each kind of leaf has operators of its own. */
function wantedOf(leaf: Leaf, operator: Operator): unknown {
  return ownValue(leaf, operator);
}

function wantedWords(leaf: Leaf, operator: Operator, telling: Telling): string {
  const { definitions } = telling;
  if ('segment' in leaf) return labelIn(definitions.segments, leaf.segment);
  if ('persona' in leaf) return labelIn(definitions.personas, leaf.persona);
  if ('product' in leaf) return leaf.product;
  if ('stageIs' in leaf) return labelIn(definitions.stages, leaf.stageIs);
  if ('stageWas' in leaf) return labelIn(definitions.stages, leaf.stageWas);
  const field = 'field' in leaf ? leaf.field : undefined;
  const choices = definitions.fields.find(({ id }) => id === field)?.choices ?? [];
  return valuesWords(operator, wantedOf(leaf, operator), choices, telling);
}

function valuesWords(operator: Operator, wanted: unknown, choices: Choices, telling: Telling): string {
  const { definitions, catalog } = telling;
  if (operator === 'inList') return definitions.lists[String(wanted)]?.label ?? String(wanted);
  const one = (value: unknown) => (isScalar(value) ? scalarWords(value, choices, telling) : '');
  if (!Array.isArray(wanted)) return one(wanted);
  const all: readonly unknown[] = wanted;
  if (operator === 'between') return catalog.criterion.range(one(all[0]), one(all[1]));
  return catalog.format.choice(all.map(one));
}

type Choices = readonly { readonly id: string; readonly label: string }[];

function scalarWords(value: Scalar, choices: Choices, { catalog }: Telling): string {
  if (typeof value === 'boolean') return value ? catalog.words.yes : catalog.words.no;
  if (typeof value === 'number') return catalog.format.number(value);
  return shortened(labelIn(choices, value));
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Signs where there are signs for it: they read the same in every language. */
function testWords(subject: string, operator: Operator, wanted: string, { catalog }: Telling): string {
  const { criterion } = catalog;
  if (operator === 'atLeast') return `${subject} ≥ ${wanted}`;
  if (operator === 'atMost') return `${subject} ≤ ${wanted}`;
  if (operator === 'known' && wanted === catalog.words.no) return inSentence(criterion.not(subject));
  return criterion.field[operator](subject, wanted);
}
