/**
 * When a member is told what (CLK7), from nothing but instants: in their own hours; past five in ten
 * minutes as a digest; eight interruptions a day at most, the last of them the day's digest. Whoever
 * manages gets digests only: when their day opens, and half-way through it.
 */
import {
  addOpenMs,
  localDateOf,
  nextOpening,
  openMsBetween,
  subtractOpenMs,
} from '../../../shared/sla/openTime.ts';
import { HOUR_MS, MINUTE_MS, type CompiledCalendar } from '../../../shared/time.ts';

export const MOST_A_DAY = 8;
export const MOST_AT_ONCE = 5;
export const WINDOW_MS = 10 * MINUTE_MS;
/** Open time before a day's last closing at which the day's digest comes. */
const DIGEST_BEFORE_CLOSING_MS = HOUR_MS;

export interface Pending {
  readonly id: string;
  /** When it happened, epoch ms. */
  readonly at: number;
}

export interface Recipient {
  /** Own hours, else the workspace's. */
  readonly hours: CompiledCalendar;
  /** End of the absence that holds; null while present. */
  readonly awayUntil: number | null;
  readonly digestsOnly: boolean;
  /** Instants at which they were interrupted today and yesterday; a digest is one. */
  readonly interruptions: readonly number[];
}

export interface Plan {
  /** Ids to be told now, each by itself. */
  readonly alone: readonly string[];
  /** Ids to be told now as one digest. */
  readonly together: readonly string[];
  /** When to look again at what is left; null when nothing is. */
  readonly lookAt: number | null;
}

const NOTHING: Plan = { alone: [], together: [], lookAt: null };

/** @param pending what has not been told yet, oldest first */
export function planNotices(pending: readonly Pending[], recipient: Recipient, now: number): Plan {
  const [oldest] = pending;
  if (oldest === undefined) return NOTHING;
  const { hours, awayUntil } = recipient;
  const present = Math.max(now, awayUntil ?? now);
  const opening = nextOpening(hours, present);
  // Beyond what is known of their hours, late is better than never.
  if (opening === null) return present > now ? later(present) : tell(pending);
  if (opening > now) return later(opening);
  return recipient.digestsOnly
    ? atSlots(pending, oldest, recipient, now)
    : asTheyCome(pending, recipient, now);
}

function asTheyCome(pending: readonly Pending[], { hours, interruptions }: Recipient, now: number): Plan {
  const today = localDateOf(hours, now);
  const soFar = interruptions.filter((at) => localDateOf(hours, at) === today).length;
  const day = dayOf(hours, today);
  if (soFar >= MOST_A_DAY) return later(nextOpening(hours, day.closes) ?? day.closes);
  const recent = interruptions.filter((at) => at > now - WINDOW_MS).toSorted((a, b) => a - b);
  if (soFar === MOST_A_DAY - 1) {
    const [first] = recent;
    if (now < day.digestAt) return later(day.digestAt);
    return first !== undefined && recent.length >= MOST_AT_ONCE ? later(first + WINDOW_MS) : tell(pending);
  }
  const left = MOST_A_DAY - 1 - soFar;
  if (pending.length <= MOST_AT_ONCE - recent.length && pending.length <= left) {
    // What the window held back comes as one, however few.
    const held = recent.length > 0 && pending.some(({ at }) => at < now);
    return held ? tell(pending) : { alone: pending.map(({ id }) => id), together: [], lookAt: null };
  }
  if (recent.length === 0) return tell(pending);
  // Few enough fit singly once the first of the last ones are ten minutes old; else when all are.
  const fits = pending.length <= Math.min(MOST_AT_ONCE, left);
  const leaving = fits ? recent[recent.length + pending.length - MOST_AT_ONCE - 1] : recent.at(-1);
  return later((leaving ?? now) + WINDOW_MS);
}

function atSlots(
  pending: readonly Pending[],
  oldest: Pending,
  { hours, interruptions }: Recipient,
  now: number,
): Plan {
  const { opens, middle, closes } = dayOf(hours, localDateOf(hours, now));
  const slots = [opens, middle];
  const isFree = (slot: number) => slot <= now && !interruptions.some((at) => at >= slot);
  if (slots.some((slot) => slot >= oldest.at && isFree(slot))) return tell(pending);
  const next = slots.find((slot) => slot > now) ?? nextOpening(hours, closes);
  return later(next ?? now + WINDOW_MS);
}

interface Day {
  readonly opens: number;
  /** Open again once half of its open time is over. */
  readonly middle: number;
  readonly digestAt: number;
  readonly closes: number;
}

function dayOf(hours: CompiledCalendar, on: string): Day {
  const periods = hours.periods.filter((period) => period.on === on);
  const opens = periods[0]?.start ?? hours.from;
  const closes = periods.at(-1)?.end ?? hours.to;
  const half = Math.floor(openMsBetween(hours, opens, closes) / 2);
  const middle = addOpenMs(hours, opens, half) ?? opens;
  const digestAt = subtractOpenMs(hours, closes, DIGEST_BEFORE_CLOSING_MS) ?? opens;
  return {
    opens,
    middle: nextOpening(hours, middle) ?? middle,
    digestAt: Math.max(opens, digestAt),
    closes,
  };
}

const later = (lookAt: number): Plan => ({ ...NOTHING, lookAt });

/** A digest of one is no digest. */
function tell(pending: readonly Pending[]): Plan {
  const ids = pending.map(({ id }) => id);
  return ids.length === 1 ? { ...NOTHING, alone: ids } : { ...NOTHING, together: ids };
}
