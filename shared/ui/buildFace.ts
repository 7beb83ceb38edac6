/**
 * One clock as a face that stays true while it ticks: instants, the open periods it needs, words.
 * The face of a chip and of the card's line are the same.
 */
import type { ClockState, LeadState } from '../lead/state.ts';
import { messagesFor, type Catalog } from '../messages/catalog.ts';
import { DAY_MS, type CompiledCalendar } from '../time.ts';
import type { ClockFace } from './chipView.ts';
import { calendarOf, versionNumbered, type ViewContext } from './viewContext.ts';
import { whenShort } from './when.ts';

/** A face is rebuilt long before this much of it has ticked by. */
const AHEAD_MS = 7 * DAY_MS;

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

/** What a face counts in while it ticks from `now` on (epoch ms, as `dueAt`). */
export function openAround(calendar: CompiledCalendar, dueAt: number, now: number): [number, number][] {
  return wholeDates(calendar, Math.min(now, dueAt), Math.max(now + AHEAD_MS, dueAt));
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

/**
 * Open periods of every date that touches `[from, to)`, dates kept whole: what a day is worth is read
 * off them where they tick.
 */
function wholeDates(calendar: CompiledCalendar, from: number, to: number): [number, number][] {
  const { periods } = calendar;
  let first = periods.findIndex(({ end }) => end > from);
  if (first < 0) return [];
  while (first > 0 && periods[first - 1]?.on === periods[first]?.on) first -= 1;
  const found: [number, number][] = [];
  let lastOn = '';
  for (let place = first; place < periods.length; place += 1) {
    const period = periods[place];
    if (!period || (period.start >= to && period.on !== lastOn)) break;
    found.push([period.start, period.end]);
    lastOn = period.on;
  }
  return found;
}
