/** The referee's answer (CLK3, HOF5): contested → decided. */
import type { ClockHandoff } from '../clockInput.ts';
import type { Owed } from '../owed.ts';

export function contestAnswers(handoff: ClockHandoff): readonly Owed[] {
  return handoff.contests.map(({ at, decided }, place) => ({
    id: `${handoff.id}:contest_answer:${place}:1`,
    kind: 'contest_answer',
    handoff: handoff.id,
    step: 1,
    trial: handoff.trial,
    start: at,
    chosenAt: at,
    meeting: () => decided,
    cancelledAt: null,
    byOwner: false,
  }));
}
