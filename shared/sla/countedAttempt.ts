/**
 * Whether an attempt counts for a policy's clocks (ATT6, ATT9): genuine, and if its time was only
 * declared, as far back as the policy takes a person's word.
 */
import type { Attempt } from '../lead/state.ts';
import { DAY_MS } from '../time.ts';
import { localDateOf } from './openTime.ts';
import type { Choice } from './policyChoice.ts';

export function counts(attempt: Attempt, { policy, calendar }: Choice): boolean {
  if (!attempt.genuine) return false;
  if (attempt.evidence !== 'declared') return true;
  const limit = policy.acceptStated ?? true;
  if (limit === false) return false;
  const statedAt = statedAtOf(attempt);
  if (localDateOf(calendar, attempt.at) === localDateOf(calendar, statedAt)) return true;
  return limit !== true && statedAt - attempt.at <= limit.withinDays * DAY_MS;
}

/** The first attempt at or after `from` that counts, if `also` agrees. Attempts ascend by `at`. */
export function firstCounted(
  attempts: readonly Attempt[],
  from: number,
  choice: Choice,
  also: (attempt: Attempt) => boolean = () => true,
): Attempt | null {
  return attempts.find((attempt) => attempt.at >= from && counts(attempt, choice) && also(attempt)) ?? null;
}

/**
 * When the person said so. Ids are UUIDv7 by their observer, which carry that instant: a day spent
 * offline or a second push after a restore does not make a declaration late. Never after the worker
 * stored it, never before what it declares.
 */
function statedAtOf({ id, at, recordedAt }: Attempt): number {
  if (!/^[\da-f]{8}-[\da-f]{4}-7/.test(id)) return recordedAt;
  return Math.max(at, Math.min(recordedAt, Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)));
}
