/**
 * What a line of a criterion can be about: one choice among all the agreement knows, so that nothing
 * unknown can be asked for. `field industry`, `signal pricing`, `segment`, `score` …
 */
import type { Decided } from '../../../../../shared/definitions/check/fault.ts';
import type { Definitions } from '../../../../../shared/definitions/definitions.ts';
import type { Field } from '../../../../../shared/definitions/field.ts';
import { RESERVED_FIELDS } from '../../../../../shared/lead/vocabulary.ts';
import type { Leaf } from '../../../../../shared/predicate/predicate.ts';

export const PLAIN = [
  'emailDomain',
  'segment',
  'persona',
  'product',
  'score',
  'fit',
  'engagement',
  'stageIs',
  'stageWas',
  'attempts',
  'account',
] as const;
export type PlainSubject = (typeof PLAIN)[number];
export type Subject = PlainSubject | `field ${string}` | `signal ${string}`;

export function subjectOf(leaf: Leaf): Subject {
  if ('field' in leaf) return `field ${leaf.field}`;
  if ('signal' in leaf) return `signal ${leaf.signal}`;
  return PLAIN.find((name) => name in leaf) ?? 'score';
}

/** Each is decided knowing only those before it (PRD1). */
const ORDER: readonly Decided[] = ['segment', 'persona', 'score'];

/** What may be asked where `decides` is what the criterion helps to decide; null asks for anything. */
export function mayAsk(subject: PlainSubject, decides: Decided | null): boolean {
  const asks = subject === 'fit' || subject === 'engagement' ? 'score' : subject;
  const known = ORDER.findIndex((name) => name === asks);
  return decides === null || known < 0 || known < ORDER.indexOf(decides);
}

/** Nothing is offered that could name nothing. */
export function isThere(subject: PlainSubject, definitions: Definitions): boolean {
  if (subject === 'segment') return definitions.segments.length > 0;
  if (subject === 'persona') return definitions.personas.length > 0;
  if (subject === 'product') return productsOf(definitions).length > 0;
  return true;
}

export function productsOf(definitions: Definitions): NonNullable<Field['choices']> {
  return fieldsOf(definitions).find(({ id }) => id === 'product')?.choices ?? [];
}

export interface KnownField extends Pick<Field, 'id' | 'type' | 'choices'> {
  /** Undefined for what every workspace has and this one gave no name. */
  readonly label: string | undefined;
}

/** The agreement's own fields, then those every workspace has. */
export function fieldsOf({ fields }: Definitions): readonly KnownField[] {
  const reserved = RESERVED_FIELDS.filter((id) => !fields.some((field) => field.id === id));
  return [...fields, ...reserved.map((id): KnownField => ({ id, label: undefined, type: 'text' }))];
}

export function typeOf(field: string, definitions: Definitions): Field['type'] {
  return fieldsOf(definitions).find(({ id }) => id === field)?.type ?? 'text';
}

/** The simplest line about it that may be published as it stands, where there is one. */
export function freshLeaf(subject: Subject, definitions: Definitions): Leaf {
  const [kind, ...rest] = subject.split(' ');
  const name = rest.join(' ');
  if (kind === 'field') return freshTest(name, definitions);
  if (kind === 'signal') return { signal: name };
  const { segments, personas, stages, lists } = definitions;
  const stage = stages[0]?.id ?? '';
  switch (subject) {
    case 'emailDomain':
      return { emailDomain: true, inList: Object.keys(lists)[0] ?? '' };
    case 'segment':
      return { segment: segments[0]?.id ?? '' };
    case 'persona':
      return { persona: personas[0]?.id ?? '' };
    case 'product':
      return { product: productsOf(definitions)[0]?.id ?? '' };
    case 'fit':
      return { fit: true, atLeast: 1 };
    case 'engagement':
      return { engagement: true, atLeast: 1 };
    case 'stageIs':
      return { stageIs: stage };
    case 'stageWas':
      return { stageWas: stage };
    case 'attempts':
      return { attempts: true, times: 1 };
    case 'account':
      return { account: personas[0] ? { persona: personas[0].id, atLeast: 1 } : { stage, atLeast: 1 } };
    default:
      return { score: true, atLeast: 1 };
  }
}

function freshTest(field: string, definitions: Definitions): Leaf {
  const known = fieldsOf(definitions).find(({ id }) => id === field);
  const choice = known?.choices?.[0]?.id;
  if (known?.type === 'choice' && choice !== undefined) return { field, is: choice };
  if (known?.type === 'boolean') return { field, is: true };
  if (known?.type === 'number') return { field, atLeast: 1 };
  return { field, known: true };
}
