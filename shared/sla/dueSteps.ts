/**
 * What a clock makes the worker do (CLK7) and when to look again (CLK9): warnings, the breach and
 * escalations, each with a stable id so that it happens at most once per clock and step.
 */
import type { Policy } from '../definitions/policy.ts';
import type { History } from '../definitions/version.ts';
import type { ClockState } from '../lead/state.ts';
import { compareText } from '../predicate/text.ts';
import { dueAt } from './target.ts';
import { warningAt } from './warning.ts';

interface StepHead {
  /** Derived from clock, kind and step; stable across folds. */
  readonly id: string;
  readonly clock: string;
  /** 1-based place in the policy's list; 1 for a breach. */
  readonly step: number;
  /** From when it is due, epoch ms. */
  readonly at: number;
}
export type ClockStep = StepHead &
  (
    | { readonly kind: 'warn'; readonly to: Policy['warn'][number]['to'] }
    | { readonly kind: 'breach'; readonly dueAt: number }
    | { readonly kind: 'escalate'; readonly do: Policy['escalate'][number]['do'] }
  );

/**
 * Steps of one clock as it stands, ascending by instant. While running: what is ahead or due.
 * Breached: the breach and the escalations. Met late or over: only the breach that was. Paused,
 * waiting, met in time, cancelled or in trial: nothing.
 */
export function stepsOfClock(clock: ClockState, history: History): readonly ClockStep[] {
  const { startedAt, dueAt: due, status } = clock;
  if (clock.trial || startedAt === null || due === null) return [];
  const isLate = status === 'breached' || status === 'met_late';
  if (!isLate && status !== 'running') return [];
  const breach: ClockStep = {
    ...headOf(clock, 'breached', 1, due + 1),
    kind: 'breach',
    dueAt: due,
  };
  const version = history.find((one) => one.version === clock.policy.version);
  const policy = version?.definitions.policies.find(({ id }) => id === clock.policy.id);
  const calendar = version?.calendars[clock.policy.calendar];
  if (clock.endedAt !== null || !policy || !calendar) return [breach];

  const escalations = policy.escalate.flatMap((escalation, place): ClockStep[] => {
    const at = dueAt(calendar, due, escalation.after);
    if (at === null) return [];
    return [{ ...headOf(clock, 'escalated', place + 1, at), kind: 'escalate', do: escalation.do }];
  });
  if (isLate) return byInstant([breach, ...escalations]);
  const warnings = policy.warn.flatMap((warning, place): ClockStep[] => {
    const at = warningAt(warning, policy, calendar, startedAt, due);
    return [{ ...headOf(clock, 'warned', place + 1, at), kind: 'warn', to: warning.to }];
  });
  return byInstant([...warnings, breach, ...escalations]);
}

/** Steps due at `now` and not in `done` (step ids), over all clocks, ascending by instant. */
export function dueSteps(
  clocks: readonly ClockState[],
  history: History,
  done: ReadonlySet<string>,
  now: number,
): readonly ClockStep[] {
  return byInstant(clocks.flatMap((clock) => stepsOfClock(clock, history))).filter(
    ({ id, at }) => at <= now && !done.has(id),
  );
}

/**
 * When the worker must look at the clocks again: the earliest step not done, or the end of the
 * snooze that holds one; at or before `now` when something is due already. Null = never.
 */
export function nextDueAt(
  state: { readonly clocks: readonly ClockState[]; readonly snoozedUntil: number | null },
  history: History,
  done: ReadonlySet<string>,
): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (const clock of state.clocks) {
    if (clock.status === 'paused' && state.snoozedUntil !== null) next = Math.min(next, state.snoozedUntil);
    for (const { id, at } of stepsOfClock(clock, history)) {
      if (!done.has(id)) next = Math.min(next, at);
    }
  }
  return Number.isFinite(next) ? next : null;
}

function headOf(clock: ClockState, kind: string, step: number, at: number): StepHead {
  return { id: `${clock.id}:${kind}:${step}`, clock: clock.id, step, at };
}

function byInstant(steps: readonly ClockStep[]): readonly ClockStep[] {
  return steps.toSorted((a, b) => a.at - b.at || compareText(a.id, b.id));
}
