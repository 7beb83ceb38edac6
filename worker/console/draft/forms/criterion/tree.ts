/**
 * A criterion as a form shows it: groups of lines, each of which may be turned round ("not"). What is
 * read from a criterion and written back is the same criterion, key by key.
 */
import { type Leaf, MAX_DEPTH, type Predicate } from '../../../../../shared/predicate/predicate.ts';

/** A group inside one this deep would be refused. */
export const DEEPEST_GROUP = MAX_DEPTH - 1;

export type How = 'all' | 'any';

export type Node =
  | { readonly kind: 'line'; readonly leaf: Leaf }
  | {
      readonly kind: 'group';
      readonly how: How;
      readonly label: string | undefined;
      readonly nodes: readonly Predicate[];
    }
  | { readonly kind: 'not'; readonly label: string | undefined; readonly inner: Predicate };

export function nodeOf(predicate: Predicate): Node {
  if ('all' in predicate) return { kind: 'group', how: 'all', label: predicate.label, nodes: predicate.all };
  if ('any' in predicate) return { kind: 'group', how: 'any', label: predicate.label, nodes: predicate.any };
  if ('not' in predicate) return { kind: 'not', label: predicate.label, inner: predicate.not };
  return { kind: 'line', leaf: predicate };
}

export function predicateOf(node: Node): Predicate {
  switch (node.kind) {
    case 'line':
      return node.leaf;
    case 'not':
      return { not: node.inner, ...labelled(node.label) };
    default: {
      const nodes = [...node.nodes];
      const label = labelled(node.label);
      return node.how === 'all' ? { all: nodes, ...label } : { any: nodes, ...label };
    }
  }
}

function labelled(label: string | undefined): { readonly label?: string } {
  return label === undefined ? {} : { label };
}

export function isNot(predicate: Predicate): boolean {
  return 'not' in predicate;
}

/** Turned round, and round again the same as before. */
export function turned(predicate: Predicate): Predicate {
  return 'not' in predicate && predicate.label === undefined ? predicate.not : { not: predicate };
}

/** One more line: in the group if it is one of that kind, else in a new group with what was there. */
export function joined(predicate: Predicate, how: How, more: Predicate): Predicate {
  const node = nodeOf(predicate);
  if (node.kind === 'group' && node.how === how)
    return predicateOf({ ...node, nodes: [...node.nodes, more] });
  return predicateOf({ kind: 'group', how, label: undefined, nodes: [predicate, more] });
}

/** Without one of a group's: undefined when nothing is left of it. */
export function without(predicate: Predicate, place: number): Predicate | undefined {
  const node = nodeOf(predicate);
  if (node.kind !== 'group') return undefined;
  const nodes = node.nodes.toSpliced(place, 1);
  return nodes.length === 0 ? undefined : predicateOf({ ...node, nodes });
}

/** Another place in its group; the same where there is none. */
export function moved(predicate: Predicate, from: number, to: number): Predicate {
  const node = nodeOf(predicate);
  const inner = node.kind === 'group' ? node.nodes[from] : undefined;
  if (node.kind !== 'group' || inner === undefined || to < 0 || to >= node.nodes.length) return predicate;
  return predicateOf({ ...node, nodes: node.nodes.toSpliced(from, 1).toSpliced(to, 0, inner) });
}
