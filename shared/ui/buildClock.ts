/** One clock as a line of the card: its face, when it is due, and why exactly then (CLK4, DEF5). */
import type { ClockState, LeadState } from '../lead/state.ts';
import { cardWords } from '../messages/card/index.ts';
import { messagesFor, type Catalog } from '../messages/catalog.ts';
import { openMsBetween } from '../sla/openTime.ts';
import { HOUR_MS, MINUTE_MS } from '../time.ts';
import { buildFace, calendarOfClock } from './buildFace.ts';
import type { CardClock } from './cardView.ts';
import { openDayMs, shortDuration } from './duration.ts';
import { isOfOtherSide } from './nearestClock.ts';
import { firstName, memberName, versionNumbered, type ViewContext } from './viewContext.ts';
import { daysAway, whenLong, whenShort, type When } from './when.ts';

export function buildClock(clock: ClockState, state: LeadState, context: ViewContext): CardClock {
  const messages = messagesFor(context.language);
  const offsets = calendarOfClock(clock, context)?.offsets ?? [];
  const when: When = { offsets, now: context.now, messages };
  const face = buildFace(clock, state, context);
  const later = clock.status === 'running' && clock.dueAt !== null && daysAway(clock.dueAt, when) > 0;
  return {
    id: clock.id,
    label: clockLabel(clock, messages),
    face,
    due: later && clock.dueAt !== null ? whenShort(clock.dueAt, when) : null,
    standing: standing(clock, state, when),
    why: [reason(clock, state, context, messages), ...legWords(clock, state, context, when)].join(' · '),
    owedBy: owedByOther(clock, context),
    targetMs: targetMs(clock, context),
  };
}

/** What the clock is called on every face: its kind, a cadence's step, or the policy's own name. */
export function clockLabel(clock: ClockState, messages: Catalog): string {
  if (clock.kind === 'cadence') return messages.card.attempt(clock.step, clock.of);
  if (clock.kind === 'stage_time') return clock.policy.label;
  return messages.words.clocks[clock.kind];
}

function standing(clock: ClockState, state: LeadState, when: When): string {
  const { card } = when.messages;
  const { status, dueAt, endedAt, leftMs } = clock;
  if (status === 'waiting') return state.owner ? card.waitsFor.start : card.waitsFor.owner;
  if (status === 'paused') {
    const left = leftMs === null ? '' : card.left(shortDuration(leftMs, openDayMs(null)));
    const until = state.snoozedUntil === null ? '' : card.pausedUntil(whenShort(state.snoozedUntil, when));
    return [left, until].filter(Boolean).join(' · ');
  }
  if ((status === 'met' || status === 'met_late') && endedAt !== null)
    return card.metAt(whenShort(endedAt, when));
  if (dueAt === null) return '';
  if (status === 'breached' || when.now > dueAt) return card.wasDue(whenLong(dueAt, when));
  return card.due(whenLong(dueAt, when));
}

/**
 * "4 business hours: segment Health › default" where one level beat another, else "1 business day
 * since the hand-off"; with the version when it is not the one in force.
 */
function reason(clock: ClockState, state: LeadState, context: ViewContext, messages: Catalog): string {
  const { card, words } = messages;
  const definitions = versionNumbered(context.history, clock.policy.version)?.definitions;
  const levels = new Set(
    definitions?.policies.filter(({ kind }) => kind === clock.kind).map(({ level }) => level),
  );
  const segment = definitions?.segments.find(({ id }) => id === state.segment)?.label;
  const wordsOf = {
    account: words.levels.account,
    segment: segment === undefined ? clock.policy.label : words.levels.segment(segment),
    default: words.levels.default,
  };
  const order = ['account', 'segment', 'default'] as const;
  const path = order.slice(order.indexOf(clock.policy.level)).filter((level) => levels.has(level));
  const target = messages.target(clock.policy.target);
  const why =
    path.length > 1
      ? `${target}: ${path.map((level) => wordsOf[level]).join(' › ')}`
      : `${target} ${card.since[begunBy(clock)]}`;
  const { moved } = cardWords(messages.language);
  const causes = [...new Set(clock.moves.map(({ cause }) => moved[cause]))];
  const from = clock.policy.version === state.version ? [] : [`v${clock.policy.version}`];
  return [why, ...from, ...causes].join(' · ');
}

/** Whose own time ends at another hour than the lead's: after a change of owner, or by their own hours (CLK10). */
function legWords(
  { status, legs, dueAt }: ClockState,
  { owner }: LeadState,
  { room, language }: ViewContext,
  when: When,
): string[] {
  const leg = legs.at(-1);
  if ((status !== 'running' && status !== 'breached') || leg?.to !== null) return [];
  if (leg.owner !== owner?.id || leg.dueAt === null || leg.dueAt === dueAt) return [];
  return [cardWords(language).leg(firstName(memberName(room, leg.owner)), whenShort(leg.dueAt, when))];
}

function owedByOther({ party }: ClockState, { viewer, language }: ViewContext): string | null {
  if (party === 'neutral' || !isOfOtherSide(party, viewer.role)) return null;
  const { owedBy, sides } = cardWords(language);
  return owedBy(sides[party]);
}

/** Before there is an attempt the first step counts from the hand-off, like the first response. */
function begunBy({ kind, step }: ClockState): ClockState['kind'] {
  return kind === 'cadence' && step === 1 ? 'first_response' : kind;
}

/** The whole target in its own kind of time, ms; a number of business days by what they hold. */
function targetMs(clock: ClockState, context: ViewContext): number | null {
  const { target } = clock.policy;
  if ('minutes' in target) return target.minutes * MINUTE_MS;
  if ('hours' in target) return target.hours * HOUR_MS;
  if ('businessMinutes' in target) return target.businessMinutes * MINUTE_MS;
  if ('businessHours' in target) return target.businessHours * HOUR_MS;
  const calendar = calendarOfClock(clock, context);
  if (!calendar || clock.startedAt === null || clock.dueAt === null) return null;
  return openMsBetween(calendar, clock.startedAt, clock.dueAt) || null;
}
