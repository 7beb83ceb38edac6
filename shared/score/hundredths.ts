/** Arithmetic of points: integers in hundredths, so that every runtime gets the same bytes (FCT6). */
import type { EngagementRule } from '../definitions/scoring.ts';
import { DAY_MS } from '../time.ts';

export function hundredths(points: number): number {
  return points * 100;
}

/** Half away from zero (SCO3). */
export function wholePoints(value: number): number {
  const whole = Math.floor((Math.abs(value) + 50) / 100);
  return value < 0 && whole !== 0 ? -whole : whole;
}

/** Bounds in whole points. */
export function clamp(value: number, { min, max }: { readonly min: number; readonly max: number }): number {
  return Math.min(Math.max(value, hundredths(min)), hundredths(max));
}

type Decay = NonNullable<EngagementRule['decay']>;

/** Millionths of the original lost per step: keeps `33.3` percent an integer. */
const WHOLE = 1_000_000;

/** What is left of `value` hundredths after the steps since `at` (SCO2); truncated toward zero. */
export function decayed(value: number, decay: Decay, at: number, now: number): number {
  const left = WHOLE - lostPerStep(decay) * stepsSince(decay, at, now);
  return left <= 0 ? 0 : Math.trunc((value * left) / WHOLE);
}

/** Instant of the next step that takes something; null once nothing is left. */
export function nextDecayAt(decay: Decay, at: number, now: number): number | null {
  const steps = stepsSince(decay, at, now);
  if (lostPerStep(decay) * steps >= WHOLE) return null;
  return at + (steps + 1) * decay.everyDays * DAY_MS;
}

function lostPerStep(decay: Decay): number {
  return Math.max(1, Math.round(decay.losePercent * (WHOLE / 100)));
}

function stepsSince({ everyDays }: Decay, at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / (everyDays * DAY_MS)));
}
