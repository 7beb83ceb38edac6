/**
 * The agreed minimum before a lead may be called unreachable (HOF4): what is still owed, and the
 * first date on which it could be complete.
 */
import type { Handoff } from '../definitions/handoff.ts';
import type { Attempt } from '../lead/state.ts';
import { type Channel, UNDELIVERED } from '../lead/vocabulary.ts';
import { localDateOf } from '../sla/openTime.ts';
import { openDatesAhead } from './openDates.ts';
import { type CompiledCalendar, DAY_MS } from '../time.ts';

type Minimum = Handoff['unreachable'];

export interface UnreachableOwed {
  /** `minimum` = enough was tried; `no_channel` = every known channel ended bounced or wrong person. */
  readonly allowed: 'minimum' | 'no_channel' | null;
  /** Still to be done; all 0 once allowed by the minimum. */
  readonly attempts: number;
  readonly dates: number;
  readonly channels: number;
  readonly notDeclared: number;
  /** `YYYY-MM-DD` of the next attempt that would count on a new date; null when no new date is owed. */
  readonly nextOn: string | null;
  /** First date on which the minimum could be complete; null once allowed. */
  readonly completeOn: string | null;
}

export interface UnreachableInput {
  readonly attempts: readonly Attempt[];
  readonly openedAt: number;
  readonly minimum: Minimum;
  /** The workspace calendar: whose local dates count. */
  readonly calendar: CompiledCalendar;
  /** Channels the lead is known by. */
  readonly channels: readonly Channel[];
  readonly now: number;
}

export function owedBeforeUnreachable(input: UnreachableInput): UnreachableOwed {
  const { attempts, openedAt, minimum, calendar, now } = input;
  const made = attempts.filter(({ at, genuine }) => genuine && at >= openedAt && at <= now);
  // A mail that bounced and a call to a stranger could not be answered: they are no try to reach.
  const tries = made.filter(({ outcome }) => !UNDELIVERED.includes(outcome));
  const enough = tries.some(({ at }) => isComplete(owedIn(tries, at, minimum, calendar)));
  const owed = enough ? NOTHING : owedIn(tries, now, minimum, calendar);
  const allowed = enough ? 'minimum' : allDead(made, input.channels) ? 'no_channel' : null;
  const today = localDateOf(calendar, now);
  const usedToday = tries.some(({ at }) => localDateOf(calendar, at) === today);
  const days = Math.max(owed.dates, usedToday ? 0 : 1);
  const ahead = openDatesAhead(calendar, now, usedToday, days);
  return {
    allowed,
    ...owed,
    nextOn: allowed === null && owed.dates > 0 ? (ahead[0] ?? null) : null,
    completeOn: allowed === null ? (owed.dates > 0 ? (ahead[owed.dates - 1] ?? null) : today) : null,
  };
}

interface Owed {
  readonly attempts: number;
  readonly dates: number;
  readonly channels: number;
  readonly notDeclared: number;
}
const NOTHING: Owed = { attempts: 0, dates: 0, channels: 0, notDeclared: 0 };

/** What the agreed days up to `end` leave owed. */
function owedIn(tries: readonly Attempt[], end: number, minimum: Minimum, calendar: CompiledCalendar): Owed {
  const within = tries.filter(({ at }) => at <= end && end - at < minimum.withinDays * DAY_MS);
  return {
    attempts: left(minimum.attempts, within.length),
    dates: left(minimum.dates, new Set(within.map(({ at }) => localDateOf(calendar, at))).size),
    channels: left(minimum.channels, new Set(within.map(({ channel }) => channel)).size),
    notDeclared: left(minimum.notDeclared, within.filter(({ evidence }) => evidence !== 'declared').length),
  };
}

function left(wanted: number, have: number): number {
  return Math.max(0, wanted - have);
}

function isComplete({ attempts, dates, channels, notDeclared }: Owed): boolean {
  return attempts + dates + channels + notDeclared === 0;
}

/** One number serves calls, WhatsApp and SMS: when it is wrong it is wrong for all three. */
const ROUTES: readonly (readonly Channel[])[] = [['email'], ['call', 'whatsapp', 'sms'], ['linkedin']];

function allDead(made: readonly Attempt[], known: readonly Channel[]): boolean {
  const routes = ROUTES.filter((route) => route.some((channel) => known.includes(channel)));
  return (
    routes.length > 0 &&
    routes.every((route) => {
      const last = made.findLast(({ channel }) => route.includes(channel));
      return last !== undefined && UNDELIVERED.includes(last.outcome);
    })
  );
}
