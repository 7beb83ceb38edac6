/** How many of the agreed attempts are made: one per local date, delivered and by sales (CLK3, ATT9). */
import type { Attempt, HandoffState, LeadState } from '../lead/state.ts';
import { UNDELIVERED } from '../lead/vocabulary.ts';
import { localDateOf } from '../sla/openTime.ts';
import { calendarOf, versionNumbered, type ViewContext } from './viewContext.ts';

export interface AttemptCount {
  readonly made: number;
  readonly agreed: number;
  /** Whether one more attempt at `now` would be a further step: no other of this local date counts yet. */
  readonly openToday: boolean;
}

export function currentHandoff(state: LeadState): HandoffState | null {
  return state.handoffs.at(-1) ?? null;
}

export function countAttempts(state: LeadState, context: ViewContext): AttemptCount {
  const version = versionNumbered(context.history, state.version);
  const handoff = currentHandoff(state);
  const cadence = state.clocks.find(({ kind, handoff: of }) => kind === 'cadence' && of === handoff?.id);
  const policy = version?.definitions.policies.find(({ kind }) => kind === 'cadence');
  const agreed =
    cadence?.of ?? policy?.repeat?.times ?? version?.definitions.handoff.unreachable.attempts ?? 0;
  const calendar = calendarOf(version, cadence?.policy.calendar ?? policy?.calendar);
  if (!handoff || !calendar) return { made: 0, agreed, openToday: true };

  const dates = new Set(
    state.attempts
      .filter((attempt) => attempt.at >= handoff.openedAt && isStep(attempt))
      .map(({ at }) => localDateOf(calendar, at)),
  );
  return {
    made: Math.min(dates.size, agreed),
    agreed,
    openToday: !dates.has(localDateOf(calendar, context.now)),
  };
}

function isStep({ genuine, outcome, afterOptOut }: Attempt): boolean {
  return genuine && !afterOptOut && !UNDELIVERED.includes(outcome);
}
