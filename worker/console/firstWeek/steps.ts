/** How far each step is, out of what the workspace tells: the first that is not done is the one to do now. */
import type { StepId } from '../../../shared/messages/firstWeek/words.ts';
import type { FirstWeekResponse } from '../../../shared/protocol/firstWeek.ts';

export type Standing = 'done' | 'now' | 'waiting';

export const STEPS: readonly StepId[] = ['audit', 'trial', 'preview', 'sign', 'activate'];

/** Signed and published: whatever came before it is done, though it was skipped. */
export function standings(week: FirstWeekResponse): Readonly<Record<StepId, Standing>> {
  const { draft } = week;
  const isOver = !week.trial || week.trialEndsAt !== null;
  const isDone: Readonly<Record<StepId, boolean>> = {
    audit: isOver || week.leads > 0,
    trial: isOver || (draft !== null && !draft.same),
    preview: isOver || week.previewed !== null,
    sign: isOver || draft?.complete === true,
    activate: isOver,
  };
  const now = STEPS.find((step) => !isDone[step]);
  const standing = (step: StepId): Standing => (isDone[step] ? 'done' : step === now ? 'now' : 'waiting');
  return {
    audit: standing('audit'),
    trial: standing('trial'),
    preview: standing('preview'),
    sign: standing('sign'),
    activate: standing('activate'),
  };
}
