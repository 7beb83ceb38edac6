/** An entry that comes, goes or moves: what it is called, and what it does. */
import { WEEKDAYS } from '../calendar.ts';
import { Definitions } from '../definitions.ts';
import { Policy } from '../policy.ts';
import { EngagementRule, FitRule } from '../scoring.ts';
import { siteName } from '../site.ts';
import type { Collection } from '../../messages/changes/index.ts';
import { goalWords } from '../../messages/goals/index.ts';
import { isMetric, METRICS } from '../../target/metrics.ts';
import { isPlainObject } from '../check/at.ts';
import { criterionWords } from './criterion.ts';
import { labelIn, nameOf, type Telling, valueWords } from './telling.ts';

/** The entry's name, quoted, in "Motivo “Outro” deixa de existir". */
export function entryName(collection: Collection, key: string, value: unknown, telling: Telling): string {
  if (collection === 'holidays') return holidayWords(key, value, telling);
  if (collection === 'week') return weekdayWord(key, telling);
  if (collection === 'quotas') return `“${labelIn(telling.definitions.segments, key)}”`;
  if (collection === 'signers' || collection === 'rates') return key;
  if (collection === 'goals') return goalName(key, value, telling);
  return `“${nameOf(value, collection === 'sites' ? siteName(key) : key)}”`;
}

export function addedSentence(collection: Collection, key: string, value: unknown, telling: Telling): string {
  const { words } = telling;
  if (collection === 'rules') return ruleWords(value, telling) ?? key;
  return words.added(words.nouns[collection].fresh, addedWords(collection, key, value, telling));
}

function addedWords(collection: Collection, key: string, value: unknown, telling: Telling): string {
  const name = entryName(collection, key, value, telling);
  switch (collection) {
    case 'policies': {
      const policy = Policy.safeParse(value).data;
      if (policy === undefined) return name;
      const whom = policy.when === undefined ? '' : ` (${criterionWords(policy.when, telling)})`;
      return `${policy.label}${whom}: ${telling.catalog.target(policy.target)}`;
    }
    case 'week':
      return `${name}, ${valueWords('hours', value, telling)}`;
    case 'sites': {
      const off = isPlainObject(value) && value['off'] === true;
      return off ? `${name} (${telling.words.parts['off'] ?? ''})` : name;
    }
    case 'quotas':
      return `${name}: ${valueWords('', isPlainObject(value) ? value['perRepMonth'] : '', telling)} ${telling.definitions.currency}`;
    case 'rates':
      return `${name}: ${valueWords('', isPlainObject(value) ? value['rate'] : '', telling)}`;
    case 'goals':
      return goalSentence(value, telling) ?? name;
    case 'signers':
      return signerWords(value, telling) ?? name;
    case 'reasons': {
      const answer = isPlainObject(value) ? value['answer'] : undefined;
      return answer === undefined ? name : `${name} (${valueWords('answer', answer, telling).toLowerCase()})`;
    }
    default:
      return name;
  }
}

/** "Vaga de emprego visitada tira 10 pontos, no máximo 1 vez por semana" */
function ruleWords(value: unknown, telling: Telling): string | undefined {
  const { words, catalog } = telling;
  const rule = EngagementRule.safeParse(value).data ?? FitRule.safeParse(value).data;
  if (rule === undefined) return undefined;
  const amount = Math.abs(rule.points);
  const points = words.points(amount, catalog.format.number(amount));
  const parts = [`${rule.label} ${rule.points < 0 ? words.takes(points) : words.gives(points)}`];
  if ('signal' in rule) {
    if (rule.limit !== undefined) parts.push(words.limit(rule.limit.times, rule.limit.perDays));
    if (rule.decay !== undefined) parts.push(words.decay(rule.decay.losePercent, rule.decay.everyDays));
    if (rule.withinDays !== undefined) parts.push(words.within(rule.withinDays));
  }
  return parts.join(', ');
}

/** "20 nov 2026, Consciência Negra", with its hours on a half-day. */
function holidayWords(on: string, value: unknown, telling: Telling): string {
  const at = Date.parse(`${on}T00:00:00Z`);
  const date = Number.isNaN(at) ? on : telling.catalog.format.date(at, 0, true);
  const hours = isPlainObject(value) ? value['hours'] : undefined;
  const parts = [date, nameOf(value, '')].filter((part) => part !== '');
  return hours === undefined
    ? parts.join(', ')
    : `${parts.join(', ')}, ${valueWords('hours', hours, telling)}`;
}

export function weekdayWord(key: string, { words }: Telling): string {
  const weekday = WEEKDAYS.find((one) => one === key);
  return weekday === undefined ? key : words.weekdays[weekday];
}

function signerWords(value: unknown, { words }: Telling): string | undefined {
  const signer = Definitions.shape.signers.element.safeParse(value).data;
  return signer === undefined ? undefined : `${signer.member} (${words.values[signer.side] ?? signer.side})`;
}

function goalName(key: string, value: unknown, { language }: Telling): string {
  const metric = isPlainObject(value) ? value['metric'] : undefined;
  const { metrics } = goalWords(language);
  return `“${typeof metric === 'string' && isMetric(metric) ? metrics[metric] : key}”`;
}

/** "Leads entregues: 19 por mês" */
function goalSentence(value: unknown, { language, catalog }: Telling): string | undefined {
  const goal = Definitions.shape.goals.element.safeParse(value).data;
  if (goal === undefined || !isMetric(goal.metric)) return undefined;
  const { metrics, per } = goalWords(language);
  const unit = METRICS[goal.metric] === 'share' ? ' %' : '';
  return `${metrics[goal.metric]}: ${catalog.format.number(goal.target)}${unit} ${per[goal.period]}`;
}

/** One entry that took another place explains the new order, or the whole order is told. */
export function movedSentence(
  what: string,
  before: readonly string[],
  after: readonly string[],
  nameOfKey: (key: string) => string,
  telling: Telling,
): string {
  const { words, catalog } = telling;
  const without = (list: readonly string[], key: string) => list.filter((one) => one !== key).join('\n');
  // Of two neighbours that changed places either explains it; the one now in front is named.
  const alone = after.find((key) => without(before, key) === without(after, key));
  if (alone === undefined) return words.newOrder(what, catalog.format.list(after.map(nameOfKey)));
  const next = after[after.indexOf(alone) + 1];
  return next === undefined
    ? words.movesLast(nameOfKey(alone))
    : words.movesBefore(nameOfKey(alone), nameOfKey(next));
}
