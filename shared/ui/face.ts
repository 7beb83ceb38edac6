/**
 * What a clock looks like at one instant: the only thing the page's ticking timer runs. Faces hold
 * instants and words (FCT5), so this needs no engine, no language and no zone.
 */
import type { ClockStatus } from '../lead/vocabulary.ts';
import type { ClockFace, ClockIcon, Face } from './chipView.ts';
import { openBetween, openDayMs, shortDuration } from './duration.ts';

const MINUTE_MS = 60_000;

const STILL: Readonly<Partial<Record<ClockStatus, ClockIcon>>> = {
  met: 'check',
  met_late: 'check',
  paused: 'pause',
};

/** Colour, icon and words of `face` at `now` (epoch ms). Equal to the due is in time (CLK6). */
export function clockFaceAt(face: ClockFace, now: number): Face {
  const { status, trial, dueAt, riskAt, open, words } = face;
  if (dueAt === null || (status !== 'running' && status !== 'breached'))
    return { tone: 'rest', icon: STILL[status] ?? 'none', text: words.still };

  const late = status === 'breached' || now > dueAt;
  // Nothing breaches in trial (TRI1): past its due such a clock only says the word.
  if (late && trial) return { tone: 'rest', icon: 'none', text: words.still };

  // Time left is rounded up and time late is at least a minute, so "0 min" is said at the due alone.
  const ms = late
    ? Math.max(MINUTE_MS, openBetween(open, dueAt, now))
    : Math.ceil(openBetween(open, now, dueAt) / MINUTE_MS) * MINUTE_MS;
  const time = shortDuration(ms, openDayMs(open));
  if (late) return { tone: 'late', icon: 'alert', text: words.late.replace('{t}', time) };

  const risky = riskAt !== null && now >= riskAt;
  const tone = trial ? 'rest' : risky ? 'risk' : 'ok';
  return { tone, icon: 'timer', text: words.running.replace('{t}', time) };
}

/**
 * Until when `face` is drawn as at `now` (epoch ms): at least the next second that could change it, for
 * words hold whole minutes; without end once it is still. Who ticks need not look before.
 */
export function faceHoldsUntil({ status, trial, dueAt, riskAt, open }: ClockFace, now: number): number {
  if (dueAt === null || (status !== 'running' && status !== 'breached')) return Number.POSITIVE_INFINITY;
  const late = status === 'breached' || now > dueAt;
  if (late)
    return trial ? Number.POSITIVE_INFINITY : now + MINUTE_MS - (openBetween(open, dueAt, now) % MINUTE_MS);
  const minute = now + (openBetween(open, now, dueAt) % MINUTE_MS || MINUTE_MS);
  const risk = riskAt !== null && now < riskAt ? riskAt : Number.POSITIVE_INFINITY;
  return Math.min(minute, risk, dueAt + 1);
}
