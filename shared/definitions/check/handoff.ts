/** Answers sales can give, and a minimum of attempts that can be reached (HOF3, HOF4). */
import { CHANNELS } from '../../lead/vocabulary.ts';
import { type At, child, descend, items, numberOf } from './at.ts';
import type { Tell } from './problem.ts';

export function checkHandoff(root: At, tell: Tell): void {
  const reasons = descend(root, 'handoff', 'reasons');
  // Both ways back ask for a reason (HOF3): without one nobody could take them.
  for (const answer of ['recycled', 'disqualified'] as const) {
    const given = items(reasons).some((reason) => child(reason, 'answer').value === answer);
    if (Array.isArray(reasons.value) && !given) tell(reasons.pointer, { code: 'no_reason', answer });
  }
  checkMinimum(root, tell);
}

function checkMinimum(root: At, tell: Tell): void {
  const minimum = descend(root, 'handoff', 'unreachable');
  const of = (key: string) => numberOf(child(minimum, key));
  const attempts = of('attempts');
  const dates = of('dates');
  const window = of('withinDays');
  const channels = of('channels');
  if (dates !== undefined && window !== undefined && dates > window)
    tell(child(minimum, 'dates').pointer, { code: 'dates_beyond_window' });
  if (channels !== undefined && channels > CHANNELS.length)
    tell(child(minimum, 'channels').pointer, { code: 'channels_beyond', max: CHANNELS.length });
  if (attempts === undefined) return;
  for (const key of ['dates', 'channels', 'notDeclared']) {
    if ((of(key) ?? 0) > attempts)
      tell(child(minimum, key).pointer, { code: 'minimum_above_attempts', attempts });
  }
  for (const policy of items(child(root, 'policies'))) {
    const times = numberOf(descend(policy, 'repeat', 'times'));
    if (child(policy, 'kind').value !== 'cadence' || times === undefined || times >= attempts) continue;
    tell(descend(policy, 'repeat', 'times').pointer, { code: 'cadence_below_minimum', times, attempts });
  }
}
