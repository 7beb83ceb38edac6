/** Which version was in force when, and until when the workspace was in trial (DEF3, TRI1). */
import type { History, Version } from '../definitions/version.ts';
import type { CompiledCalendar } from '../time.ts';

/** The version in force at an instant; before the first took effect, the first. */
export function versionAt(history: History, at: number): Version {
  let [version] = history;
  for (const later of history) if (later.effectiveAt <= at) version = later;
  // The worker publishes version 1 at setup and sends no lead without one.
  if (version === undefined) throw new Error('a lead cannot be folded without any version');
  return version;
}

export function versionOf(history: History, number: number): Version | undefined {
  return history.find(({ version }) => version === number);
}

/** The hours rules without a policy count in (CAL3): no version is published without them. */
export function workspaceCalendarOf({ calendars, definitions }: Version): CompiledCalendar {
  const calendar = calendars[definitions.workspaceCalendar];
  if (calendar === undefined) throw new Error('a version carries its workspace calendar');
  return calendar;
}

/** Instant at which the next version takes effect; null = none is scheduled. */
export function nextVersionAt(history: History, now: number): number | null {
  return history.find(({ effectiveAt }) => effectiveAt > now)?.effectiveAt ?? null;
}

export function isTrialAt(history: History, at: number): boolean {
  return !versionAt(history, at).signed;
}

/**
 * Instant at which the first signed version of this history took effect. Unsigned versions can be
 * published only before it, so whatever version began unsigned ends its trial here. Null = not yet.
 */
export function trialEndsAt(history: History): number | null {
  return history.find(({ signed }) => signed)?.effectiveAt ?? null;
}
