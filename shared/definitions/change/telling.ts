/** What a sentence about a change needs at hand: both agreements, the language, names and values in words. */
import { WEEKDAYS } from '../calendar.ts';
import type { Language } from '../../lead/vocabulary.ts';
import { type Terms, termsFor } from '../../messages/terms/index.ts';
import { type ChangeWords, changeWords } from '../../messages/changes/index.ts';
import { isPlainObject, ownValue } from '../check/at.ts';
import type { Definitions } from '../definitions.ts';
import { Policy, Target } from '../policy.ts';
import { EngagementRule } from '../scoring.ts';
import { siteName } from '../site.ts';

export interface Telling {
  /** Where names are looked up: the newer agreement, or the older for what is removed. */
  readonly definitions: Definitions;
  readonly language: Language;
  readonly words: ChangeWords;
  readonly catalog: Terms;
}

export function tellingIn(definitions: Definitions, language: Language): Telling {
  return { definitions, language, words: changeWords(language), catalog: termsFor(language) };
}

/** Longest value quoted in a sentence; the pointer leads to the whole of it. */
const LONGEST = 90;
const MOST_NAMED = 5;

export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** "a, b, c and 12 more" */
export function named(values: readonly string[], { words, catalog }: Telling): string {
  const shown = values.slice(0, MOST_NAMED).map(shortened);
  const rest = values.length - shown.length;
  return catalog.format.list(rest > 0 ? [...shown, words.more(rest)] : shown);
}

export function labelIn(
  list: readonly { readonly id: string; readonly label: string }[],
  id: string,
): string {
  return list.find((entry) => entry.id === id)?.label ?? id;
}

/** What a name stands for, by the property that holds it. */
function referred(key: string, id: string, { definitions }: Telling): string | undefined {
  switch (key) {
    case 'calendar':
    case 'workspaceCalendar':
      return definitions.calendars[id]?.label;
    case 'stage':
    case 'acceptedStage':
      return definitions.stages.find((stage) => stage.id === id)?.short;
    case 'signal':
      return labelIn(definitions.signals, id);
    case 'segment':
      return labelIn(definitions.segments, id);
    case 'required':
      return labelIn(definitions.fields, id);
    default:
      return undefined;
  }
}

/** Properties whose values are words of our own lists, not of the people's. */
const LISTED: ReadonlySet<string> = new Set([
  'type',
  'language',
  'owner',
  'enter',
  'party',
  'side',
  'count',
  'pauses',
  'period',
  'meetEvery',
  'reviewEvery',
  'to',
  'do',
  'notify',
]);

/** Any value of an agreement in words; `key` is the property that holds it. */
export function valueWords(key: string, value: unknown, telling: Telling): string {
  const { words, catalog } = telling;
  if (value === undefined || value === null || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? catalog.words.yes : catalog.words.no;
  if (typeof value === 'number') return catalog.format.number(value);
  if (typeof value === 'string') {
    if (key === 'kind') return clockKind(value, catalog);
    if (key === 'answer') return answerWord(value, catalog);
    if (LISTED.has(key)) return words.values[value] ?? value;
    return shortened(referred(key, value, telling) ?? value);
  }
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (key === 'hours' || WEEKDAYS.some((weekday) => weekday === key)) return hoursWords(list, telling);
    return list.length === 0
      ? words.nothing
      : named(
          list.map((one) => valueWords(key, one, telling)),
          telling,
        );
  }
  return objectWords(key, value, telling);
}

function clockKind(kind: string, { words }: Terms): string {
  const known = Policy.shape.kind.safeParse(kind);
  return known.success ? words.clocks[known.data] : kind;
}

function answerWord(answer: string, { words }: Terms): string {
  return answer === 'recycled' || answer === 'disqualified' ? words.answers[answer] : answer;
}

/** "09:00–12:00, 13:00–18:00" */
function hoursWords(periods: readonly unknown[], { words }: Telling): string {
  const said = periods.map((period) => (Array.isArray(period) ? period.join('–') : ''));
  return said.length === 0 ? words.closed : said.join(', ');
}

function objectWords(key: string, value: object, telling: Telling): string {
  const { words, catalog } = telling;
  const target = Target.safeParse(value);
  if (target.success) return catalog.target(target.data);
  if (key === 'limit') {
    const limit = EngagementRule.shape.limit.safeParse(value).data;
    if (limit !== undefined) return words.limit(limit.times, limit.perDays);
  }
  if (key === 'decay') {
    const decay = EngagementRule.shape.decay.safeParse(value).data;
    if (decay !== undefined) return words.decay(decay.losePercent, decay.everyDays);
  }
  if (key === 'repeat') {
    const times = ownValue(value, 'times');
    if (typeof times === 'number') return words.attempts(times, catalog.format.number(times));
  }
  if (key === 'sites') return nameOf(value, siteName(String(ownValue(value, 'id'))));
  if (key === 'warn' || key === 'escalate') return stepWords(value, telling);
  const name = [ownValue(value, 'label'), ownValue(value, 'title'), ownValue(value, 'id')].find(
    (one) => typeof one === 'string',
  );
  return typeof name === 'string' ? shortened(name) : partsWords(value, telling);
}

/** A warning or an escalation: "60% to the owner", "2 business hours late: notify the manager". */
function stepWords(step: object, telling: Telling): string {
  const { words, catalog } = telling;
  const warning = Policy.shape.warn.element.safeParse(step).data;
  if (warning !== undefined) {
    const when =
      'atPercent' in warning
        ? `${catalog.format.number(warning.atPercent)}%`
        : words.beforeEnd(catalog.target(warning.before));
    return words.toWhom(when, words.values[warning.to] ?? warning.to);
  }
  const escalation = Policy.shape.escalate.element.safeParse(step).data;
  if (escalation === undefined) return partsWords(step, telling);
  const { after, do: action } = escalation;
  const done =
    typeof action === 'string'
      ? (words.values[action] ?? action)
      : words.notify(words.values[action.notify] ?? action.notify);
  return `${words.afterEnd(catalog.target(after))}: ${done}`;
}

/** What has no name of its own is told part by part. */
function partsWords(value: object, telling: Telling): string {
  const said = Object.entries(value).map(
    ([key, part]) => `${telling.words.parts[key] ?? key}: ${valueWords(key, part, telling)}`,
  );
  return said.length === 0 ? telling.words.nothing : shortened(said.join(', '));
}

/** The name people gave a thing; a date, a signal or its id where it has none. */
export function nameOf(value: unknown, fallback: string): string {
  if (!isPlainObject(value)) return fallback;
  for (const key of ['short', 'label', 'title']) {
    const name = value[key];
    if (typeof name === 'string' && name !== '') return name;
  }
  return fallback;
}
