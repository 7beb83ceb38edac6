/**
 * Which policy a clock runs by (CLK4): account before segment before default, then `order`, then id;
 * a criterion that is unknown does not match.
 */
import { derived } from '../derived.ts';
import type { Policy } from '../definitions/policy.ts';
import type { Version } from '../definitions/version.ts';
import type { ClockState } from '../lead/state.ts';
import type { ClockKind } from '../lead/vocabulary.ts';
import type { Predicate } from '../predicate/predicate.ts';
import { compareText } from '../predicate/text.ts';
import type { CompiledCalendar } from '../time.ts';
import type { ClockInput } from './clockInput.ts';

/** A policy with the version and compiled calendar it counts in. */
export interface Choice {
  readonly policy: Policy;
  readonly version: Version;
  readonly calendar: CompiledCalendar;
  /** How the state of a clock names it. */
  readonly named: ClockState['policy'];
}

export type NoChoice = 'no_policy' | 'unknown';

const LEVELS = { account: 0, segment: 1, default: 2 } as const;
const NONE: readonly never[] = [];

/** A version's policies of one kind in the order they are tried, ready to be chosen; those without hours never are. */
export function choicesOf(version: Version, kind: ClockKind): readonly Choice[] {
  return choicesByKind(version).get(kind) ?? NONE;
}

/** The criteria among them: what may choose another policy once a field they need is known. */
export function criteriaOf(version: Version, kind: ClockKind): readonly Predicate[] {
  return criteriaByKind(version).get(kind) ?? NONE;
}

/** @param stage the stage timed, for `stage_time` only; else undefined */
export function choosePolicy(
  input: Pick<ClockInput, 'verdict'>,
  version: Version,
  kind: ClockKind,
  at: number,
  stage?: string,
): Choice | NoChoice {
  let none: NoChoice = 'no_policy';
  for (const choice of choicesOf(version, kind)) {
    const { when, stage: timed } = choice.policy;
    if (timed !== stage) continue;
    const verdict = when ? input.verdict(when, at, version) : 'met';
    if (verdict === 'met') return choice;
    if (verdict === 'unknown') none = 'unknown';
  }
  return none;
}

const choicesByKind = derived((version: Version): ReadonlyMap<ClockKind, readonly Choice[]> => {
  const kinds = new Map<ClockKind, Choice[]>();
  const sorted = version.definitions.policies.toSorted(
    (a, b) => LEVELS[a.level] - LEVELS[b.level] || a.order - b.order || compareText(a.id, b.id),
  );
  for (const policy of sorted) {
    const calendar = version.calendars[policy.calendar];
    if (calendar === undefined) continue;
    const { id, label, level, target } = policy;
    const named = { id, label, level, version: version.version, target, calendar: policy.calendar };
    const choice = { policy, version, calendar, named };
    const others = kinds.get(policy.kind);
    if (others) others.push(choice);
    else kinds.set(policy.kind, [choice]);
  }
  return kinds;
});

const criteriaByKind = derived((version: Version): ReadonlyMap<ClockKind, readonly Predicate[]> => {
  const criteria = [...choicesByKind(version)].map(
    ([kind, choices]) => [kind, choices.flatMap(({ policy }) => policy.when ?? [])] as const,
  );
  return new Map(criteria);
});
