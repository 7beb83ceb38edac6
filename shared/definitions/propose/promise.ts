/** How soon a first response is promised, by how soon leads were answered so far, in the team's own hours. */
import { openMsBetween } from '../../sla/openTime.ts';
import { lengthMs } from '../../sla/target.ts';
import { ENOUGH, type Share, shareOf } from '../../target/share.ts';
import { addTime, emptyTimes, summaryOf } from '../../target/times.ts';
import type { CompiledCalendar } from '../../time.ts';
import type { Definitions } from '../definitions.ts';
import type { Target } from '../policy.ts';

/** What people promise each other: nobody says 37 minutes. */
const USUAL: readonly Target[] = [
  { businessMinutes: 5 },
  { businessMinutes: 10 },
  { businessMinutes: 15 },
  { businessMinutes: 30 },
  { businessHours: 1 },
  { businessHours: 2 },
  { businessHours: 4 },
  { businessHours: 8 },
  { businessHours: 16 },
  { businessHours: 24 },
];

export interface Promised {
  readonly policy: string;
  readonly before: Target;
  readonly target: Target;
  /** Open ms half of them took at most. */
  readonly medianMs: number;
  /** Share that would have been in time. */
  readonly kept: Share;
}

/** The promise everybody gets; those of segments and accounts are shorter, and stay. */
export function firstResponseOf({ policies }: Definitions) {
  return policies.find(({ kind, level }) => kind === 'first_response' && level === 'default');
}

/** @param openMs what first responses took, open ms; null with too few, or where it is what the starter says */
export function promiseFor(starter: Definitions, openMs: readonly number[]): Promised | null {
  const policy = firstResponseOf(starter);
  if (policy === undefined || openMs.length < ENOUGH) return null;
  const times = emptyTimes();
  for (const ms of openMs) addTime(times, ms);
  const medianMs = summaryOf(times).median ?? 0;
  const longest = USUAL.at(-1) ?? policy.target;
  const target = USUAL.find((one) => (lengthMs(one) ?? 0) >= medianMs) ?? longest;
  const length = lengthMs(target) ?? 0;
  if (length === lengthMs(policy.target)) return null;
  const kept = shareOf(openMs.filter((ms) => ms <= length).length, openMs.length);
  return { policy: policy.id, before: policy.target, target, medianMs, kept };
}

/** What each took of the hours that will be agreed. */
export function openMsOf(
  responses: readonly (readonly [from: number, to: number])[],
  calendar: CompiledCalendar,
): readonly number[] {
  return responses.map(([from, to]) => openMsBetween(calendar, from, to));
}
