/**
 * Criteria are checked node by node (PRD1), because a union's own complaint ("invalid input") helps
 * nobody, and because depth and size have to be known before anything recurses.
 */
import { type Leaf, Leaf as LeafSchema, MAX_DEPTH, MAX_NODES } from '../../predicate/predicate.ts';
import { type At, child, descend, isPlainObject, items, placesOf, withStand } from './at.ts';
import { checkLeaf, type LeafPlace } from './leaf.ts';
import type { Names } from './names.ts';
import type { Tell } from './problem.ts';
import { tellIssues } from './shape.ts';

/** Where criteria stand, and what is already decided when they are asked. */
export const PLACES: readonly (readonly [readonly string[], LeafPlace['decides']])[] = [
  [['segments', '*', 'when'], 'segment'],
  [['personas', '*', 'when'], 'persona'],
  [['scoring', 'groups', '*', 'rules', '*', 'when'], 'score'],
  [['exclusions', '*', 'when'], null],
  [['stages', '*', 'criteria'], null],
  [['routes', '*', 'when'], null],
  [['policies', '*', 'when'], null],
];

/** Stands for a criterion where the rest of the document is checked by its schema. */
const STAND: Leaf = { score: true, atLeast: 0 };
const GROUPS = ['all', 'any', 'not'] as const;
type Option = (typeof LeafSchema.options)[number];

const LEAVES: ReadonlyMap<string, Option> = new Map(
  LeafSchema.options.map((option) => [Object.keys(option.shape)[0] ?? '', option]),
);
const LEAF_KEYS = [...new Set(LeafSchema.options.flatMap((option) => Object.keys(option.shape)))];
const KINDS = [...LEAVES.keys(), ...GROUPS];

/** The document with every criterion replaced by a harmless one, safe to give to a recursive schema. */
export function withoutCriteria(value: unknown): unknown {
  return PLACES.reduce((rest, [pattern]) => withStand(rest, pattern, STAND), value);
}

export function checkCriteria(root: At, names: Names, tell: Tell): void {
  for (const [pattern, decides] of PLACES)
    for (const at of placesOf(root, pattern))
      checkNode(at, 1, { names, decides, root }, { left: MAX_NODES }, tell);
}

interface Budget {
  left: number;
}

function checkNode(at: At, depth: number, place: LeafPlace, budget: Budget, tell: Tell): void {
  budget.left -= 1;
  if (budget.left === -1) tell(at.pointer, { code: 'too_many_nodes', max: MAX_NODES });
  if (budget.left < 0) return;
  if (depth > MAX_DEPTH) return tell(at.pointer, { code: 'too_deep', max: MAX_DEPTH });
  if (!isPlainObject(at.value)) return tell(at.pointer, { code: 'wrong_type', expected: ['object'] });
  const keys = Object.keys(at.value);
  const kinds = keys.filter((key) => KINDS.includes(key));
  const [kind] = kinds;
  if (kind === undefined) return tellNoKind(at, keys, tell);
  if (kinds.length > 1) return tell(at.pointer, { code: 'choose_one', keys: kinds });
  const option = LEAVES.get(kind);
  if (option === undefined) return checkGroup(at, kind, keys, depth, place, budget, tell);
  const parsed = option.safeParse(at.value);
  if (!parsed.success) tellIssues(at, option, parsed.error.issues, tell);
  budget.left -= items(child(at, 'where')).length;
  checkLeaf(at, kind, place, tell);
}

function checkGroup(
  at: At,
  kind: string,
  keys: readonly string[],
  depth: number,
  place: LeafPlace,
  budget: Budget,
  tell: Tell,
): void {
  for (const key of keys)
    if (key !== kind && key !== 'label')
      tell(descend(at, key).pointer, { code: 'unknown_key', key }, { given: key, among: ['label'] });
  const label = child(at, 'label');
  if (label.value !== undefined && typeof label.value !== 'string')
    tell(label.pointer, { code: 'wrong_type', expected: ['text'] });
  else if (typeof label.value === 'string' && label.value.length > 200)
    tell(label.pointer, { code: 'text_too_long', max: 200 });
  const inside = child(at, kind);
  if (kind === 'not') return checkNode(inside, depth + 1, place, budget, tell);
  if (!Array.isArray(inside.value)) return tell(inside.pointer, { code: 'wrong_type', expected: ['list'] });
  if (inside.value.length === 0) return tell(inside.pointer, { code: 'too_few', min: 1 });
  // A list longer than what may be left is cut: its first node beyond is the one told.
  for (const node of items({ ...inside, value: inside.value.slice(0, MAX_NODES + 1) }))
    checkNode(node, depth + 1, place, budget, tell);
}

function tellNoKind(at: At, keys: readonly string[], tell: Tell): void {
  const strange = keys.filter((key) => key !== 'label' && !LEAF_KEYS.includes(key));
  if (strange.length === 0) return tell(at.pointer, { code: 'choose_one', keys: KINDS });
  for (const key of strange)
    tell(
      descend(at, key).pointer,
      { code: 'unknown_key', key },
      { given: key, among: [...KINDS, ...LEAF_KEYS] },
    );
}
