/**
 * What a lead is or did, written so that equal traits are equal text: leads with the same ones are then
 * counted together and nobody in particular is left. Numbers fall on the steps 1, 2, 5, 10, 20, 50…
 */
import type { Definitions } from '../definitions/definitions.ts';
import type { Field } from '../definitions/field.ts';
import type { Scalar } from '../lead/facts.ts';
import type { PredicateContext } from '../predicate/context.ts';
import { foldText } from '../predicate/text.ts';
import { hasValue } from '../predicate/valueTest.ts';

export type Trait =
  | { readonly kind: 'known'; readonly field: string }
  /** Texts folded (PRD3). */
  | { readonly kind: 'is'; readonly field: string; readonly value: Scalar }
  /** A number of at least the step, and less than the next one. */
  | { readonly kind: 'step'; readonly field: string; readonly from: number }
  | { readonly kind: 'freeMail' }
  | { readonly kind: 'signal'; readonly signal: string };

/** Fields every lead may have, whatever the agreement says (FCT3). */
export const RESERVED = ['country', 'state', 'city', 'product', 'source', 'campaign'] as const;
/** Longer texts are remarks, not values. */
const LONGEST = 40;

type Seen = Pick<PredicateContext, 'fields' | 'signals' | 'domains' | 'list'>;

/** @param fields of the agreement; its numbers are counted in steps, its texts as they are */
export function traitsOf(seen: Seen, fields: readonly Field[]): readonly Trait[] {
  const types = new Map<string, Field['type']>([
    ...RESERVED.map((id) => [id, 'text'] as const),
    ...fields.map(({ id, type }) => [id, type] as const),
  ]);
  const traits: Trait[] = [];
  for (const [field, type] of types) {
    const value = seen.fields[field];
    if (field === 'name' || !hasValue(value) || type === 'date') continue;
    const trait = type === 'number' ? stepOf(field, Number(value)) : valueOf(field, value);
    if (trait !== null) traits.push({ kind: 'known', field }, trait);
  }
  const free = seen.list(FREE_MAIL);
  if (free && seen.domains.some((domain) => free.has(domain))) traits.push({ kind: 'freeMail' });
  for (const signal of new Set(seen.signals.map((one) => one.signal)))
    traits.push({ kind: 'signal', signal });
  return traits;
}

/** The list of free-mail domains every starter has. */
export const FREE_MAIL = 'freeMail';

function valueOf(field: string, value: Scalar): Trait | null {
  const folded = typeof value === 'string' ? foldText(value) : value;
  if (typeof folded === 'string' && folded.length > LONGEST) return null;
  return { kind: 'is', field, value: folded };
}

/** Null below 1: there is nothing to tell small numbers apart by. */
function stepOf(field: string, value: number): Trait | null {
  if (!Number.isFinite(value) || value < 1) return null;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [5, 2, 1].find((one) => one * power <= value) ?? 1;
  return { kind: 'step', field, from: step * power };
}

export function nameOfTrait(trait: Trait): string {
  return JSON.stringify(trait);
}

/** Fields and signals a proposal may name: of the agreement that leads were gathered under, and its own. */
export function fieldsOfBoth(a: Definitions, b: Definitions): readonly Field[] {
  const known = new Set(a.fields.map(({ id }) => id));
  return [...a.fields, ...b.fields.filter(({ id }) => !known.has(id))];
}
