/** The funnel and the hand-off through it: an order a lead can walk (STG1–STG4, HOF1, HOF3). */
import { type At, child, descend, items, textOf } from './at.ts';
import type { Names } from './names.ts';
import type { Tell } from './problem.ts';

export function checkStages(root: At, { stages }: Names, tell: Tell): void {
  const handoff = descend(root, 'handoff', 'stage');
  const place = stages.indexOf(textOf(handoff) ?? '');
  if (place === 0) tell(handoff.pointer, { code: 'handoff_first' });
  // The last stage opens no hand-off (HOF1).
  if (place > 0 && place === stages.length - 1) tell(handoff.pointer, { code: 'handoff_last' });

  const accepted = descend(root, 'handoff', 'acceptedStage');
  const acceptedPlace = stages.indexOf(textOf(accepted) ?? '');
  if (place >= 0 && acceptedPlace >= 0 && acceptedPlace <= place)
    tell(accepted.pointer, { code: 'accepted_not_after' });
  checkWaysIn(items(child(root, 'stages')), textOf(accepted), tell);
}

function checkWaysIn(stages: readonly At[], accepted: string | undefined, tell: Tell): void {
  stages.forEach((stage, index) => {
    const id = textOf(child(stage, 'id'));
    const automatic = child(stage, 'enter').value === 'automatic';
    if (id === undefined || !automatic) return;
    // Accepting is a person's decision; criteria would do it for them.
    if (id === accepted) tell(child(stage, 'enter').pointer, { code: 'accepted_automatic' });
    const hasWay =
      child(stage, 'criteria').value !== undefined || items(child(stage, 'fastTrack')).length > 0;
    if (index > 0 && !hasWay) tell(child(stage, 'enter').pointer, { code: 'no_way_in', stage: id });
  });
}
