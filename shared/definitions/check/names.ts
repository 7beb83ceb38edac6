/** Everything an agreement gives a name to, read from a document that may be broken elsewhere. */
import { RESERVED_FIELDS } from '../../lead/vocabulary.ts';
import { Field } from '../field.ts';
import { type At, child, descend, entries, items, ownValue, placesOf, textOf } from './at.ts';
import type { Named } from './fault.ts';
import type { Tell } from './problem.ts';

export interface NamedField {
  readonly type: Field['type'];
  /** Null where any value will do. */
  readonly choices: ReadonlySet<string> | null;
}

export interface Names {
  readonly fields: ReadonlyMap<string, NamedField>;
  readonly lists: ReadonlySet<string>;
  readonly signals: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
  readonly personas: ReadonlySet<string>;
  /** In the order of the funnel. */
  readonly stages: readonly string[];
  readonly calendars: ReadonlySet<string>;
}

export function namesOf(root: At): Names {
  const ids = (key: string) => new Set(items(child(root, key)).flatMap(idOf));
  const keys = (key: string) => new Set(entries(child(root, key)).map(([name]) => name));
  return {
    fields: fieldsOf(root),
    lists: keys('lists'),
    signals: ids('signals'),
    segments: ids('segments'),
    personas: ids('personas'),
    stages: [...ids('stages')],
    calendars: keys('calendars'),
  };
}

function idOf(at: At): readonly string[] {
  const id = textOf(child(at, 'id'));
  return id === undefined ? [] : [id];
}

function fieldsOf(root: At): ReadonlyMap<string, NamedField> {
  const stated = items(child(root, 'fields')).flatMap((field) => {
    const type = Field.shape.type.safeParse(ownValue(field.value, 'type')).data ?? 'text';
    const choices = type === 'choice' ? new Set(items(child(field, 'choices')).flatMap(idOf)) : null;
    return idOf(field).map((id) => [id, { type, choices }] as const);
  });
  const reserved = RESERVED_FIELDS.map((id) => [id, { type: 'text', choices: null } as const] as const);
  return new Map([...reserved, ...stated]);
}

/** Where a name is given, and by which keys two of a kind are told apart. */
const UNIQUE: readonly (readonly [Named, readonly string[], readonly string[]])[] = [
  ['field', ['fields', '*'], ['id']],
  ['signal', ['signals', '*'], ['id']],
  ['segment', ['segments', '*'], ['id']],
  ['persona', ['personas', '*'], ['id']],
  ['exclusion', ['exclusions', '*'], ['id']],
  ['group', ['scoring', 'groups', '*'], ['id']],
  // A rule's points are told by its id alone, so groups share one set of names.
  ['rule', ['scoring', 'groups', '*', 'rules', '*'], ['id']],
  ['band', ['scoring', 'bands', 'fit', '*'], ['id']],
  ['band', ['scoring', 'bands', 'engagement', '*'], ['id']],
  ['stage', ['stages', '*'], ['id']],
  ['reason', ['handoff', 'reasons', '*'], ['id']],
  ['snoozeReason', ['handoff', 'snooze', 'reasons', '*'], ['id']],
  ['route', ['routes', '*'], ['id']],
  ['policy', ['policies', '*'], ['id']],
  ['signer', ['signers', '*'], ['side', 'member']],
  ['source', ['sources', '*'], ['id']],
  ['rate', ['rates', '*'], ['currency', 'on']],
  ['quota', ['quotas', '*'], ['segment']],
  ['goal', ['goals', '*'], ['id']],
  ['site', ['sites', '*'], ['id']],
];
/** Names that only have to be unique beside their neighbours. */
const UNIQUE_WITHIN: readonly (readonly [Named, readonly string[], string])[] = [
  ['choice', ['fields', '*'], 'choices'],
  ['material', ['personas', '*'], 'materials'],
];

export function checkNames(root: At, tell: Tell): void {
  for (const [what, pattern, keys] of UNIQUE) tellDuplicates(what, placesOf(root, pattern), keys, tell);
  for (const [what, pattern, list] of UNIQUE_WITHIN)
    for (const parent of placesOf(root, pattern))
      tellDuplicates(what, items(child(parent, list)), ['id'], tell);
  for (const field of items(child(root, 'fields'))) checkField(field, tell);
  // A record's `__proto__` would be lost on the way through any parser.
  for (const key of ['lists', 'calendars'])
    for (const [name, at] of entries(child(root, key)))
      if (name === '__proto__') tell(at.pointer, { code: 'reserved_key', key: name });
}

function tellDuplicates(what: Named, places: readonly At[], keys: readonly string[], tell: Tell): void {
  const seen = new Set<string>();
  for (const at of places) {
    const parts = keys.flatMap((key) => textOf(child(at, key)) ?? []);
    if (parts.length < keys.length) continue;
    const id = parts.join(' · ');
    if (seen.has(id)) tell(descend(at, keys.at(-1) ?? 'id').pointer, { code: 'duplicate', what, id });
    seen.add(id);
  }
}

function checkField(field: At, tell: Tell): void {
  const [id = ''] = idOf(field);
  const type = textOf(child(field, 'type'));
  // What every workspace has may be given a label and a question, not another type.
  if (RESERVED_FIELDS.some((name) => name === id) && type !== 'text' && type !== 'choice')
    tell(descend(field, 'type').pointer, { code: 'reserved_field', id });
  if (type === 'choice' && items(child(field, 'choices')).length === 0)
    tell(descend(field, 'choices').pointer, { code: 'choices_missing' });
}
