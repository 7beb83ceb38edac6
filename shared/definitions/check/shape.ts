/** The schema's complaints turned into faults a person can act on: one per real mistake (DEF1). */
import type * as z from 'zod';
import { OPERATORS } from '../../predicate/predicate.ts';
import { type At, descend, isPlainObject } from './at.ts';
import type { Fault, ValueKind } from './fault.ts';
import type { Tell } from './problem.ts';
import { knownKeys, knownValues, leadingKeys, schemasAt } from './schemaAt.ts';

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'yesNo',
  array: 'list',
  tuple: 'list',
  object: 'object',
  record: 'object',
};

/** Tells what `schema` found wrong with the document at `at`. */
export function tellIssues(at: At, schema: Schema, issues: readonly Issue[], tell: Tell): void {
  for (const issue of issues) {
    const hidden = issue.code === 'custom' && issues.some((other) => isUnknownKeyAt(other, issue.path));
    if (!hidden) tellIssue(descend(at, ...issue.path), schemasAt(schema, issue.path), issue, tell);
  }
}

/** A misspelt operator is also a missing one; once is enough. */
function isUnknownKeyAt(issue: Issue, path: readonly PropertyKey[]): boolean {
  return issue.code === 'unrecognized_keys' && issue.path.join('/') === path.join('/');
}

function tellIssue(at: At, schemas: readonly Schema[], issue: Issue, tell: Tell): void {
  const { pointer } = at;
  if (at.value === undefined && issue.code !== 'unrecognized_keys' && issue.code !== 'invalid_key') {
    tell(pointer, { code: 'missing', key: String(issue.path.at(-1) ?? '') });
    return;
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      tellUnknownKeys(at, issue.keys, knownKeys(schemas), tell);
      return;
    case 'invalid_value':
      tellWrongValue(at, issue.values.map(String), tell);
      return;
    case 'invalid_union':
      tellUnion(at, schemas, issue, tell);
      return;
    default:
      tell(pointer, faultOf(issue, schemas));
  }
}

function tellUnknownKeys(at: At, keys: readonly string[], known: readonly string[], tell: Tell): void {
  const free = known.filter((key) => !isPlainObject(at.value) || !Object.hasOwn(at.value, key));
  for (const key of keys)
    tell(descend(at, key).pointer, { code: 'unknown_key', key }, { given: key, among: free });
}

function tellWrongValue(at: At, choices: readonly string[], tell: Tell): void {
  if (choices.length === 1 && choices[0] === 'true')
    tell(at.pointer, { code: 'wrong_type', expected: ['true'] });
  else tell(at.pointer, { code: 'not_one_of', choices }, { given: String(at.value), among: choices });
}

/**
 * Of a union's options none fits. Keys no option has are named; keys of two options are a choice to
 * make; else the option that came nearest tells its own faults.
 */
function tellUnion(at: At, schemas: readonly Schema[], issue: Issue & { code: 'invalid_union' }, tell: Tell) {
  const values = knownValues(schemas);
  if (!isPlainObject(at.value)) {
    if (values.length > 0 && typeof at.value === 'string') return tellWrongValue(at, values, tell);
    return tellScalar(at, schemas, issue.errors, tell);
  }
  const known = knownKeys(schemas);
  const unknown = Object.keys(at.value).filter((key) => !known.includes(key));
  if (unknown.length > 0) return tellUnknownKeys(at, unknown, known, tell);
  const possible = issue.errors.filter((errors) => !errors.some((error) => isUnknownKeyAt(error, [])));
  const nearest = possible.toSorted((a, b) => a.length - b.length)[0];
  const isOpen =
    possible.length > 1 && possible.every((errors) => errors.some((error) => isAbsent(at, error)));
  if (nearest === undefined || isOpen)
    return tell(at.pointer, { code: 'choose_one', keys: leadingKeys(schemas) });
  for (const error of nearest) tellIssue(descend(at, ...error.path), schemas, error, tell);
}

function isAbsent(at: At, issue: Issue): boolean {
  return issue.path.length > 0 && descend(at, ...issue.path).value === undefined;
}

function tellScalar(
  at: At,
  schemas: readonly Schema[],
  options: readonly (readonly Issue[])[],
  tell: Tell,
): void {
  const issues = options.flat();
  const beyondType = issues.find(({ code }) => code !== 'invalid_type' && code !== 'invalid_union');
  if (beyondType !== undefined) return tell(at.pointer, faultOf(beyondType, schemas));
  const expected = issues.flatMap((issue) => (issue.code === 'invalid_type' ? kindOf(issue.expected) : []));
  tell(
    at.pointer,
    expected.length > 0 ? { code: 'wrong_type', expected: [...new Set(expected)] } : NOT_ALLOWED,
  );
}

const NOT_ALLOWED = { code: 'not_allowed' } as const;

function kindOf(expected: string): readonly ValueKind[] {
  const kind = KINDS[expected];
  return kind === undefined ? [] : [kind];
}

function faultOf(issue: Issue, schemas: readonly Schema[]): Fault {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = kindOf(issue.expected);
      return expected.length > 0 ? { code: 'wrong_type', expected } : NOT_ALLOWED;
    }
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive ?? true, issue.exact ?? false);
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive ?? true, issue.exact ?? false);
    case 'invalid_format':
      return badFormat(issue.format, issue.pattern);
    case 'invalid_key':
      return issue.issues[0] === undefined ? NOT_ALLOWED : faultOf(issue.issues[0], []);
    case 'custom':
      return chooseOne(knownKeys(schemas));
    default:
      return NOT_ALLOWED;
  }
}

function tooBig(origin: string, max: number, inclusive: boolean, exact: boolean): Fault {
  if (origin === 'string')
    return exact ? { code: 'text_length', length: max } : { code: 'text_too_long', max };
  return origin === 'array' ? { code: 'too_many', max } : { code: 'number_too_big', max, inclusive };
}

function tooSmall(origin: string, min: number, inclusive: boolean, exact: boolean): Fault {
  if (origin === 'string') return exact ? { code: 'text_length', length: min } : { code: 'text_empty' };
  return origin === 'array' ? { code: 'too_few', min } : { code: 'number_too_small', min, inclusive };
}

function badFormat(format: string, pattern: string | undefined): Fault {
  if (format === 'date') return { code: 'bad_date' };
  if (format === 'url') return { code: 'bad_link' };
  return { code: pattern?.includes('24:00') ? 'bad_time' : 'bad_field_id' };
}

/** The refinements of the schema, told apart by the keys of what they refine. */
function chooseOne(known: readonly string[]): Fault {
  if (known.includes('decay')) return { code: 'exclude_each_other', keys: ['withinDays', 'decay'] };
  return { code: 'choose_one', keys: known.includes('contains') ? OPERATORS : ['atLeast', 'atMost'] };
}
