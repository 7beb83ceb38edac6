/** Until when the score of `byHand` holds: the first instant at which a counted signal fades or leaves its window. */
import { DAY_MS } from '../../shared/time.ts';
import { eachCounted, newestAt } from './byHand.ts';
import type { PlainSignal } from './leads.ts';

export function scoreUntil(signals: readonly PlainSignal[], now: number): number {
  let until = Number.POSITIVE_INFINITY;
  const fades = (days: number) => (at: number) => {
    const steps = Math.floor((now - at) / (days * DAY_MS));
    if (steps < 2) until = Math.min(until, at + (steps + 1) * days * DAY_MS);
  };
  const leaves = (days: number) => (at: number) => {
    if (now - at < days * DAY_MS) until = Math.min(until, at + days * DAY_MS);
  };
  for (const id of ['demo_requested', 'trial_started']) {
    const at = newestAt(id, signals);
    if (at !== undefined) leaves(60)(at);
  }
  const form = newestAt('form_submitted', signals);
  if (form !== undefined) fades(60)(form);
  eachCounted('pricing_viewed', signals, 3, 7, fades(30));
  eachCounted('content_downloaded', signals, 2, 30, fades(30));
  eachCounted('webinar_attended', signals, 2, 90, fades(45));
  eachCounted('email_clicked', signals, 3, 7, leaves(30));
  eachCounted('careers_viewed', signals, 1, 7, leaves(60));
  return until;
}
