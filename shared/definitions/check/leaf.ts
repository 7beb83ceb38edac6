/** What one leaf of a criterion asks for: names that exist, decided before, of a type it can be asked (PRD1). */
import { type At, child, descend, items, numberOf } from './at.ts';
import type { Decided } from './fault.ts';
import { checkFieldTest } from './fieldTest.ts';
import type { Names } from './names.ts';
import type { Tell } from './problem.ts';
import { checkPropertyTests, tellUnknown, tellUnknownChoice } from './references.ts';

export interface LeafPlace {
  readonly names: Names;
  /** What the criterion helps to decide; null once everything is decided. */
  readonly decides: Decided | null;
  readonly root: At;
}

/** Each is decided knowing only those before it. */
const ORDER: readonly Decided[] = ['segment', 'persona', 'score'];

export function checkLeaf(at: At, kind: string, place: LeafPlace, tell: Tell): void {
  const { names } = place;
  switch (kind) {
    case 'field':
      return checkFieldTest(at, names, tell);
    case 'emailDomain':
      if (child(at, 'in').value === undefined && child(at, 'inList').value === undefined)
        tell(at.pointer, { code: 'choose_one', keys: ['in', 'inList'] });
      return tellUnknown(child(at, 'inList'), 'list', names, tell);
    case 'signal':
      tellUnknown(child(at, 'signal'), 'signal', names, tell);
      return checkPropertyTests(child(at, 'where'), names, tell);
    case 'score':
    case 'fit':
    case 'engagement':
      tellTooEarly(at, 'score', place, tell);
      return tellOutOfReach(at, kind, place.root, tell);
    case 'segment':
    case 'persona':
      tellTooEarly(at, kind, place, tell);
      return tellUnknown(child(at, kind), kind, names, tell);
    case 'product': {
      const choices = names.fields.get('product')?.choices;
      return choices ? tellUnknownChoice(child(at, 'product'), choices, tell) : undefined;
    }
    case 'stageIs':
    case 'stageWas':
      return tellUnknown(child(at, kind), 'stage', names, tell);
    case 'account':
      tellUnknown(descend(at, 'account', 'persona'), 'persona', names, tell);
      return tellUnknown(descend(at, 'account', 'stage'), 'stage', names, tell);
    default:
  }
}

/** A segment that asks for the score, which asks for the segment, would never be decided. */
function tellTooEarly(at: At, asks: Decided, { decides }: LeafPlace, tell: Tell): void {
  if (decides !== null && ORDER.indexOf(asks) >= ORDER.indexOf(decides))
    tell(at.pointer, { code: 'decided_later', place: decides, asks });
}

type Points = 'score' | 'fit' | 'engagement';

/** Bounds beyond what the scoring can reach say nothing: always or never. */
function tellOutOfReach(at: At, kind: Points, root: At, tell: Tell): void {
  const reach = reachOf(kind, root);
  if (reach === null) return;
  const atLeast = numberOf(child(at, 'atLeast'));
  const atMost = numberOf(child(at, 'atMost'));
  const never = (key: string, limit: number) => tell(descend(at, key).pointer, { code: 'never_met', limit });
  const always = (key: string, limit: number) =>
    tell(descend(at, key).pointer, { code: 'always_met', limit });
  if (atLeast !== undefined && atLeast > reach.max) never('atLeast', reach.max);
  if (atLeast !== undefined && atLeast <= reach.min) always('atLeast', reach.min);
  if (atMost !== undefined && atMost < reach.min) never('atMost', reach.min);
  if (atMost !== undefined && atMost >= reach.max) always('atMost', reach.max);
}

/** The total's own limits, or what the groups of that kind may add up to; null while they are not numbers. */
function reachOf(kind: Points, root: At): { readonly min: number; readonly max: number } | null {
  const groups = items(descend(root, 'scoring', 'groups')).filter(
    (group) => child(group, 'kind').value === kind,
  );
  const limits = kind === 'score' ? [child(root, 'scoring')] : groups;
  let reach = { min: 0, max: 0 };
  for (const limit of limits) {
    const min = numberOf(child(limit, 'min'));
    const max = numberOf(child(limit, 'max'));
    if (min === undefined || max === undefined) return null;
    reach = { min: reach.min + min, max: reach.max + max };
  }
  return limits.length === 0 ? null : reach;
}
