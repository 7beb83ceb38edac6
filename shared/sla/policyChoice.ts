/**
 * Which policy a clock runs by (CLK4): account before segment before default, then `order`, then id;
 * a criterion that is unknown does not match.
 */
import { derived } from '../derived.ts';
import type { Policy } from '../definitions/policy.ts';
import type { Version } from '../definitions/version.ts';
import type { ClockKind } from '../lead/vocabulary.ts';
import { compareText } from '../predicate/text.ts';
import type { CompiledCalendar } from '../time.ts';
import type { ClockInput } from './clockInput.ts';

/** A policy with the version and compiled calendar it counts in. */
export interface Choice {
  readonly policy: Policy;
  readonly version: Version;
  readonly calendar: CompiledCalendar;
}

export type NoChoice = 'no_policy' | 'unknown';

const LEVELS = { account: 0, segment: 1, default: 2 } as const;
const NONE: readonly Policy[] = [];
const byKind = derived(({ definitions }: Version) => inOrder(definitions.policies));

/** A version's policies of one kind in the order they are tried. */
export function policiesOf(version: Version, kind: ClockKind): readonly Policy[] {
  return byKind(version).get(kind) ?? NONE;
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
  for (const policy of policiesOf(version, kind)) {
    const calendar = version.calendars[policy.calendar];
    if (!calendar || policy.stage !== stage) continue;
    const verdict = policy.when ? input.verdict(policy.when, at, version) : 'met';
    if (verdict === 'met') return { policy, version, calendar };
    if (verdict === 'unknown') none = 'unknown';
  }
  return none;
}

function inOrder(policies: readonly Policy[]): ReadonlyMap<ClockKind, readonly Policy[]> {
  const kinds = new Map<ClockKind, Policy[]>();
  const sorted = policies.toSorted(
    (a, b) => LEVELS[a.level] - LEVELS[b.level] || a.order - b.order || compareText(a.id, b.id),
  );
  for (const policy of sorted) {
    const others = kinds.get(policy.kind);
    if (others) others.push(policy);
    else kinds.set(policy.kind, [policy]);
  }
  return kinds;
}
