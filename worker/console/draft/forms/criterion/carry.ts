/**
 * A line or group of a criterion carried to another group: to its end, or into a new group where it
 * stands. Places are pointers within the criterion, as a form gives them.
 */
import { MAX_DEPTH, type Predicate } from '../../../../../shared/predicate/predicate.ts';
import { isUnder, stepsOf, valueOf, withValue } from '../pointer.ts';
import { nodeOf, predicateOf } from './tree.ts';

export interface Place {
  /** Of the group itself, within the criterion; empty for the whole of it. */
  readonly pointer: string;
  /** Of the list of what is in it. */
  readonly list: string;
  readonly group: Predicate;
}

/** Every group of it, outermost first. */
export function groupsOf(predicate: Predicate, pointer = ''): readonly Place[] {
  const node = nodeOf(predicate);
  if (node.kind === 'line') return [];
  if (node.kind === 'not') return groupsOf(node.inner, `${pointer}/not`);
  const list = `${pointer}/${node.how}`;
  const inner = node.nodes.flatMap((one, place) => groupsOf(one, `${list}/${place}`));
  return [{ pointer, list, group: predicate }, ...inner];
}

/** Where what stands at `from` may go: not where it is, not into itself, and no deeper than is allowed. */
export function placesFor(whole: Predicate, from: string): readonly Place[] {
  const carried = predicateAt(whole, from);
  if (carried === undefined) return [];
  return groupsOf(whole).filter(
    ({ list }) =>
      list !== listOf(from) && !isUnder(list, from) && depthOf(list) + heightOf(carried) <= MAX_DEPTH,
  );
}

export interface Carried {
  readonly whole: Predicate;
  /** Where it stands now. */
  readonly pointer: string;
}

/** Null where it cannot go. */
export function carry(whole: Predicate, from: string, list: string): Carried | null {
  const carried = predicateAt(whole, from);
  const place = placesFor(whole, from).find((one) => one.list === list);
  if (carried === undefined || place === undefined) return null;
  // Another object, by which it is found again where it came to.
  const moved = { ...carried };
  const there: unknown = valueOf(whole, list);
  const added = withValue(whole, list, [...(Array.isArray(there) ? there : []), moved]);
  return foundIn(dropped(added, from), moved);
}

/** With a new group around it: any in all, all in any. Null where that would be too deep. */
export function surrounded(whole: Predicate, from: string): Carried | null {
  const carried = predicateAt(whole, from);
  if (carried === undefined || from === '') return null;
  if (depthOf(listOf(from)) + 1 + heightOf(carried) > MAX_DEPTH) return null;
  const moved = { ...carried };
  const how = listOf(from).endsWith('/all') ? 'any' : 'all';
  const group = predicateOf({ kind: 'group', how, label: undefined, nodes: [moved] });
  return foundIn(withValue(whole, from, group), moved);
}

/** What would be left of a group nothing is in goes with it. */
function dropped(whole: unknown, from: string): unknown {
  const list = listOf(from);
  const all: unknown = valueOf(whole, list);
  if (!Array.isArray(all)) return whole;
  const left = all.toSpliced(Number(stepsOf(from).at(-1)), 1);
  if (left.length > 0) return withValue(whole, list, left);
  const owner = listOf(list).replace(/(?:\/not)+$/, '');
  return owner === '' ? whole : dropped(whole, owner);
}

function foundIn(whole: unknown, moved: Predicate): Carried | null {
  // What was put together out of a criterion is one.
  const next = whole as Predicate;
  const pointer = pointerIn(next, moved, '');
  return pointer === null ? null : { whole: next, pointer };
}

function pointerIn(predicate: Predicate, wanted: Predicate, pointer: string): string | null {
  if (predicate === wanted) return pointer;
  const node = nodeOf(predicate);
  if (node.kind === 'line') return null;
  if (node.kind === 'not') return pointerIn(node.inner, wanted, `${pointer}/not`);
  for (const [place, one] of node.nodes.entries()) {
    const found = pointerIn(one, wanted, `${pointer}/${node.how}/${place}`);
    if (found !== null) return found;
  }
  return null;
}

function predicateAt(whole: Predicate, pointer: string): Predicate | undefined {
  return pointer === '' ? whole : (valueOf(whole, pointer) as Predicate | undefined);
}

/** Of the last step's list; of a list, the group it is of. */
function listOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** Groups and turns above what is in the list, the whole counting one. */
function depthOf(list: string): number {
  return stepsOf(list).filter((step) => step === 'all' || step === 'any' || step === 'not').length;
}

/** One for a line. */
function heightOf(predicate: Predicate): number {
  const node = nodeOf(predicate);
  if (node.kind === 'line') return 1;
  if (node.kind === 'not') return 1 + heightOf(node.inner);
  return 1 + Math.max(0, ...node.nodes.map(heightOf));
}
