/** Arithmetic of points: integers in hundredths, so that every runtime gets the same bytes (FCT6). */
import type { EngagementRule } from '../definitions/scoring.ts';
import { DAY_MS } from '../time.ts';

export function hundredths(points: number): number {
  return points * 100;
}

/** Half away from zero (SCO3). */
export function wholePoints(value: number): number {
  if (value >= 0) return Math.floor((value + 50) / 100);
  // `+ 0` turns minus zero into zero: states are plain JSON (FCT6).
  return -Math.floor((50 - value) / 100) + 0;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Bounds in whole points. */
export function clamp(value: number, bounds: Bounds): number {
  return within(value, boundsOf(bounds));
}

/** The same in hundredths. */
export function boundsOf({ min, max }: Bounds): Bounds {
  return { min: hundredths(min), max: hundredths(max) };
}

/** Bounds in hundredths. */
export function within(value: number, { min, max }: Bounds): number {
  return Math.min(Math.max(value, min), max);
}

type Decay = NonNullable<EngagementRule['decay']>;

/** Millionths of the original lost per step: keeps `33.3` percent an integer. */
const WHOLE = 1_000_000;

/** A decay in the units it is counted in. */
export interface Fading {
  readonly stepMs: number;
  /** Millionths of the original. */
  readonly lostPerStep: number;
}

export function fadingOf({ losePercent, everyDays }: Decay): Fading {
  return {
    stepMs: everyDays * DAY_MS,
    lostPerStep: Math.max(1, Math.round(losePercent * (WHOLE / 100))),
  };
}

/** What is left of `value` hundredths after `ageMs` (SCO2); truncated toward zero. */
export function faded(value: number, fading: Fading, ageMs: number): number {
  const left = WHOLE - fading.lostPerStep * stepsIn(fading, ageMs);
  return left <= 0 ? 0 : Math.trunc((value * left) / WHOLE);
}

/** Instant of the next step that takes something; null once nothing is left. */
export function nextStepAt(fading: Fading, at: number, now: number): number | null {
  const steps = stepsIn(fading, now - at);
  if (fading.lostPerStep * steps >= WHOLE) return null;
  return at + (steps + 1) * fading.stepMs;
}

function stepsIn({ stepMs }: Fading, ageMs: number): number {
  return Math.max(0, Math.floor(ageMs / stepMs));
}
