/**
 * One clock as a face that stays true while it ticks: instants, the open periods it needs, words.
 * The face of a chip and of the card's line are the same.
 */
import type { ClockState, LeadState } from '../lead/state.ts';
import { messagesFor, type Catalog } from '../messages/catalog.ts';
import type { CompiledCalendar } from '../time.ts';
import type { ClockFace } from './chipView.ts';
import { openAround } from './openAround.ts';
import { calendarOf, versionNumbered, type ViewContext } from './viewContext.ts';
import { whenShort } from './when.ts';

export function countsOpenTime(clock: ClockState): boolean {
  return !('minutes' in clock.policy.target || 'hours' in clock.policy.target);
}

/** Calendar the clock was promised on: that of its own version (CLK8). */
export function calendarOfClock(clock: ClockState, { history }: ViewContext): CompiledCalendar | undefined {
  return calendarOf(versionNumbered(history, clock.policy.version), clock.policy.calendar);
}

export function buildFace(clock: ClockState, state: LeadState, context: ViewContext): ClockFace {
  const messages = messagesFor(context.language);
  const calendar = calendarOfClock(clock, context);
  const dueAt = clock.dueAt;
  return {
    kind: clock.kind,
    status: clock.status,
    trial: clock.trial,
    startedAt: clock.startedAt,
    dueAt,
    riskAt: clock.riskAt,
    open:
      countsOpenTime(clock) && calendar && dueAt !== null ? openAround(calendar, dueAt, context.now) : null,
    words: {
      running: clock.trial ? messages.chip.inTrial : messages.chip.running,
      late: messages.chip.late,
      still: stillWords(clock, state, context, messages),
    },
  };
}

function stillWords(clock: ClockState, state: LeadState, context: ViewContext, messages: Catalog): string {
  const { chip } = messages;
  switch (clock.status) {
    case 'met':
      return chip.met;
    case 'met_late':
      return chip.metLate;
    case 'cancelled':
      return chip.cancelled;
    case 'waiting':
      return state.owner ? chip.waiting : chip.unassigned;
    case 'paused': {
      const offsets = calendarOfClock(clock, context)?.offsets ?? [];
      return state.snoozedUntil === null
        ? chip.paused
        : whenShort(state.snoozedUntil, { offsets, now: context.now, messages });
    }
    default:
      return chip.trial;
  }
}
