/** One lead of "my day": what is owed there, what the person did today, what may be done on the spot. */
import { type Deed, deedsOf } from '../lead/deeds.ts';
import type { Fact } from '../lead/facts.ts';
import type { LeadState } from '../lead/state.ts';
import type { Channel } from '../lead/vocabulary.ts';
import { messagesFor } from '../messages/catalog.ts';
import { currentHandoff } from './attemptCount.ts';
import { leadName } from './buildCard.ts';
import { buildClock } from './buildClock.ts';
import { buildMay } from './buildMay.ts';
import type { CardClock, CardMay } from './cardView.ts';
import { cardClocks, clocksOfSide, isOwed } from './nearestClock.ts';
import { calendarOf, versionNumbered, type ViewContext } from './viewContext.ts';
import { daysAway, whenShort, type When } from './when.ts';

export interface DayRow {
  readonly leadId: string;
  readonly name: string;
  readonly company: string | null;
  /** The clock that presses most; null when nothing is owed and the row only tells what was done. */
  readonly clock: CardClock | null;
  /** "Call · No answer · today 14:02": the person's newest deed of the current date. */
  readonly done: { readonly text: string; readonly at: number } | null;
  /** Something about this lead still waits on the device. */
  readonly pending: boolean;
  /** The hand-off that an acceptance is owed for, to be accepted on the spot; null where none is. */
  readonly accept: string | null;
  /** Channels the lead refuses. */
  readonly optedOut: readonly (Channel | 'all')[];
  readonly may: Pick<CardMay, 'log' | 'snooze' | 'resume'>;
}

export interface DayRowInput {
  readonly state: LeadState;
  /** Tell how often it was snoozed. */
  readonly facts: readonly Fact[];
  readonly pending: boolean;
}

export function buildDayRow({ state, facts, pending }: DayRowInput, context: ViewContext): DayRow {
  const messages = messagesFor(context.language);
  const version = versionNumbered(context.history, state.version);
  const when: When = { offsets: calendarOf(version)?.offsets ?? [], now: context.now, messages };
  const clock = cardClocks(clocksOfSide(state.clocks, context.viewer.role)).find(isOwed);
  const { company } = state.fields;
  const { log, snooze, resume, answer } = buildMay(state, facts, version, { context, when });
  return {
    leadId: state.leadId,
    name: leadName(state, messages),
    company: typeof company === 'string' && company.trim() !== '' ? company : null,
    clock: clock ? buildClock(clock, state, context) : null,
    done: doneToday(state, context, when),
    pending,
    accept: answer && clock?.kind === 'acceptance' ? (currentHandoff(state)?.id ?? null) : null,
    optedOut: state.optedOut,
    may: { log, snooze, resume },
  };
}

/** Instant of the newest thing `member` did to this lead that stands; null when nothing does. */
export function workedAt(state: LeadState, member: string): number | null {
  const deeds = deedsOf(state, member).map(({ at }) => at);
  return deeds.length > 0 ? Math.max(...deeds) : null;
}

function doneToday(state: LeadState, { viewer }: ViewContext, when: When): DayRow['done'] {
  const newest = deedsOf(state, viewer.memberId)
    .filter(({ at }) => at <= when.now && daysAway(at, when) === 0)
    .toSorted((a, b) => b.at - a.at)[0];
  return newest ? { at: newest.at, text: deedWords(newest, when) } : null;
}

/** "Call · No answer · today 14:02" */
export function deedWords(deed: Deed, when: When): string {
  const { words } = when.messages;
  const what =
    'answer' in deed
      ? words.answers[deed.answer]
      : `${words.channels[deed.channel]} · ${words.outcomes[deed.outcome]}`;
  return `${what} · ${whenShort(deed.at, when)}`;
}
