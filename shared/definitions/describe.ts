/**
 * A change as a person would tell it (DEF2): "MQL passa a pedir pontuação ≥ 50→60", and where it is:
 * "Etapas › MQL › critérios". Frequent changes have sentences of their own; any other has a plain one.
 */
import type { Language } from '../lead/vocabulary.ts';
import { WEEKDAYS } from './calendar.ts';
import { type Change, type Step, valueAt } from './change/change.ts';
import { criterionSentence } from './change/criterion.ts';
import { addedSentence, entryName, movedSentence, weekdayWord } from './change/entry.ts';
import { collectionAt, ownerOf, whereWords } from './change/place.ts';
import { nameOf, named, type Telling, tellingIn, valueWords } from './change/telling.ts';
import type { Definitions } from './definitions.ts';

export interface Description {
  readonly kind: Change['kind'];
  readonly sentence: string;
  /** Trail of titles to the place, outermost first, joined by " › ". */
  readonly where: string;
}

/** Somebody the agreement knows by id, and whoever reads of a change by name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** @param change one of `diff(a, b)`; @param people who may be in it, as signers, owners or referee */
export function describe(
  change: Change,
  a: Definitions,
  b: Definitions,
  language: Language,
  people: readonly Named[] = [],
): Description {
  const telling = tellingIn(change.kind === 'removed' ? a : b, language);
  const byName = (text: string) => people.reduce((said, { id, name }) => said.replaceAll(id, name), text);
  return {
    kind: change.kind,
    sentence: byName(sentenceOf(change, telling)),
    where: byName(whereWords(change, telling)),
  };
}

const CRITERIA: ReadonlySet<Step> = new Set(['when', 'criteria']);

function sentenceOf(change: Change, telling: Telling): string {
  const { path } = change;
  if (change.kind === 'moved') return sentenceOfMove(change, telling);
  const before = change.kind === 'added' ? undefined : change.before;
  const after = change.kind === 'removed' ? undefined : change.after;
  const criterion = path.findIndex((step) => CRITERIA.has(step));
  if (criterion >= 0 && path.at(-1) !== 'label') {
    const thing = ownerOf(path.slice(0, criterion), telling)?.name ?? '';
    return criterionSentence(thing, before, after, telling, path);
  }
  const collection = collectionAt(path.slice(0, -1));
  const key = String(path.at(-1));
  if (collection === 'week')
    return capital(`${weekdayWord(key, telling)}: ${values(key, before, after, telling)}`);
  if (collection !== undefined && change.kind === 'added')
    return addedSentence(collection, key, after, telling);
  if (collection !== undefined && change.kind === 'removed') {
    const { one } = telling.words.nouns[collection];
    return telling.words.removed(one, entryName(collection, key, before, telling));
  }
  return sentenceOfPart(path, before, after, telling);
}

function sentenceOfMove(change: Change & { kind: 'moved' }, telling: Telling): string {
  const { words, definitions } = telling;
  const collection = collectionAt(change.path);
  const list = valueAt(definitions, change.path);
  const last = String(change.path.at(-1) ?? '');
  const what = collection === undefined ? (words.parts[last] ?? last) : words.nouns[collection].many;
  // The order of an object's keys means nothing to anyone.
  if (!Array.isArray(list))
    return words.rewritten(ownerOf(change.path, telling)?.name ?? capital(what || words.places.general));
  const nameOfKey = (key: string) => nameOf(valueAt(definitions, [...change.path, key]), key);
  return capital(movedSentence(what, change.before, change.after, nameOfKey, telling));
}

/** One property of a thing, or of the agreement itself. */
function sentenceOfPart(path: readonly Step[], before: unknown, after: unknown, telling: Telling): string {
  const { words } = telling;
  const owner = ownerOf(path, telling);
  const key = String(path.at(-1));
  if (key === 'label' && typeof before === 'string' && typeof after === 'string')
    return words.renamed(before, after);
  const thing = owner === undefined ? undefined : thingWords(owner, path, telling);
  const said = saidOf(key, before, after, telling);
  return thing === undefined ? capital(said.named) : `${thing}: ${said.own ?? said.named}`;
}

function thingWords(
  { name, depth, collection }: NonNullable<ReturnType<typeof ownerOf>>,
  path: readonly Step[],
  telling: Telling,
): string {
  const { one } = telling.words.nouns[collection];
  const key = String(path[depth - 1]);
  if (collection === 'bands') return `${one} ${key}`;
  if (!NAMELESS.has(collection)) return name;
  return `${one} ${entryName(collection, key, valueAt(telling.definitions, path.slice(0, depth)), telling)}`;
}

/** Their entries have ids, dates or numbers, and no name to begin a sentence with. */
const NAMELESS: ReadonlySet<string> = new Set(['routes', 'goals', 'rates', 'quotas', 'signers', 'holidays']);

/** `own`: a way of saying it that needs no name of the property. */
function saidOf(
  key: string,
  before: unknown,
  after: unknown,
  telling: Telling,
): { readonly named: string; readonly own?: string } {
  const { words } = telling;
  const part = words.parts[key] ?? key;
  if (Array.isArray(before) && Array.isArray(after) && isTexts(before) && isTexts(after)) {
    const listed = comings(key, before, after, telling);
    return { named: `${part}: ${listed}`, own: key === 'values' ? listed : `${part}: ${listed}` };
  }
  const both = values(key, before, after, telling);
  if (key === 'points' && typeof after === 'number') return { named: both, own: words.points(after, both) };
  if (SPEAK_FOR_THEMSELVES.has(key)) return { named: both, own: both };
  return { named: `${part}: ${both}` };
}

const SPEAK_FOR_THEMSELVES: ReadonlySet<string> = new Set(['target', 'limit', 'decay', 'repeat']);

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function values(key: string, before: unknown, after: unknown, telling: Telling): string {
  const absent = absentAs(key, before ?? after);
  // What was nothing before needs no arrow.
  if (before === undefined && absent === undefined) return valueWords(key, after, telling);
  const [old, now] = [before ?? absent, after ?? absent].map((value) => valueWords(key, value, telling));
  return /\s/.test(`${old}${now}`) ? `${old} → ${now}` : `${old}→${now}`;
}

/** Left out, a yes-or-no means no, and a weekday closed. */
function absentAs(key: string, value: unknown): unknown {
  if (typeof value === 'boolean') return false;
  return WEEKDAYS.some((weekday) => weekday === key) ? [] : undefined;
}

function isTexts(list: readonly unknown[]): list is readonly string[] {
  return list.every((one) => typeof one === 'string');
}

/** What a list of values gains and loses. */
function comings(key: string, before: readonly string[], after: readonly string[], telling: Telling): string {
  const { words } = telling;
  const [older, newer] = [new Set(before), new Set(after)];
  const say = (list: readonly string[]) =>
    named(
      list.map((one) => valueWords(key, one, telling)),
      telling,
    );
  const come = after.filter((one) => !older.has(one));
  const gone = before.filter((one) => !newer.has(one));
  const parts = [
    ...(come.length > 0 ? [words.comes(say(come))] : []),
    ...(gone.length > 0 ? [words.goes(say(gone))] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : words.newOrder('', say(after)).replace(/^: /, '');
}
