/**
 * The English starter's scoring and automatic stages written out as one function, the way a developer
 * would who had only this agreement: nothing general, nothing explained. It compares text as the
 * rules ask (folded), which is most of what a rule costs.
 */
import { DAY_MS } from '../../shared/time.ts';
import { foldText } from '../../shared/predicate/text.ts';
import type { PlainLead, PlainSignal } from './leads.ts';

export interface Outcome {
  readonly score: number;
  readonly stage: string;
}

const ICP = new Set(['health', 'education', 'retail', 'software', 'logistics', 'finance']);
const DECIDERS = new Set(['manager', 'director', 'chief']);

export function byHand({ fields, signals }: PlainLead, now: number): Outcome {
  const { seniority, employees, industry, name, company } = fields;
  const rank = typeof seniority === 'string' ? foldText(seniority) : '';
  const size = employees === undefined ? Number.NaN : Number(employees);
  const points = fitPoints(rank, size, typeof industry === 'string' ? foldText(industry) : '');
  const score = Math.floor((clamp(points + engagementHundredths(signals, now), 0, 10_000) + 50) / 100);
  let stage = 'visitor';
  if (hasText(name) || hasText(company) || signals.some(({ signal }) => signal === 'form_submitted')) {
    stage = 'lead';
  }
  if (score >= 50 && size >= 10 && DECIDERS.has(rank)) stage = 'mql';
  return { score, stage };
}

function fitPoints(rank: string, size: number, industry: string): number {
  let points = 0;
  if (rank === 'chief') points += 18;
  if (rank === 'director') points += 15;
  if (rank === 'manager') points += 8;
  if (size >= 50 && size <= 200) points += 12;
  if (size >= 201) points += 15;
  if (ICP.has(industry)) points += 5;
  return clamp(points, 0, 50) * 100;
}

/** Both engagement groups after their clamps, in hundredths. */
export function engagementHundredths(signals: readonly PlainSignal[], now: number): number {
  let interest = 0;
  for (const id of INTEREST) interest += signalHundredths(id, signals, now);
  const doubts = signalHundredths('careers_viewed', signals, now);
  return clamp(interest, 0, 6_000) + clamp(doubts, -2_000, 0);
}

export const INTEREST = [
  'demo_requested',
  'trial_started',
  'pricing_viewed',
  'form_submitted',
  'content_downloaded',
  'webinar_attended',
  'email_clicked',
] as const;

/** What the one rule about a signal gives, in hundredths. */
export function signalHundredths(id: string, signals: readonly PlainSignal[], now: number): number {
  switch (id) {
    case 'demo_requested':
      return newest(id, signals, now, 60) ? 3_000 : 0;
    case 'trial_started':
      return newest(id, signals, now, 60) ? 2_500 : 0;
    case 'form_submitted': {
      const at = newestAt(id, signals);
      return at === undefined ? 0 : faded(1_000, now - at, 60);
    }
    case 'pricing_viewed':
      return each(id, signals, 3, 7, (at) => faded(600, now - at, 30));
    case 'content_downloaded':
      return each(id, signals, 2, 30, (at) => faded(800, now - at, 30));
    case 'webinar_attended':
      return each(id, signals, 2, 90, (at) => faded(1_200, now - at, 45));
    case 'email_clicked':
      return each(id, signals, 3, 7, (at) => (now - at < 30 * DAY_MS ? 300 : 0));
    case 'careers_viewed':
      return each(id, signals, 1, 7, (at) => (now - at < 60 * DAY_MS ? -300 : 0));
    default:
      return 0;
  }
}

export function newestAt(id: string, signals: readonly PlainSignal[]): number | undefined {
  for (let place = signals.length - 1; place >= 0; place -= 1) {
    if (signals[place]?.signal === id) return signals[place]?.at;
  }
  return undefined;
}

function newest(id: string, signals: readonly PlainSignal[], now: number, days: number): boolean {
  const at = newestAt(id, signals);
  return at !== undefined && now - at < days * DAY_MS;
}

/** Half lost every `days`; everything gone after two steps. */
function faded(points: number, ageMs: number, days: number): number {
  const steps = Math.floor(ageMs / (days * DAY_MS));
  return steps >= 2 ? 0 : Math.trunc((points * (2 - steps)) / 2);
}

function each(
  id: string,
  signals: readonly PlainSignal[],
  times: number,
  perDays: number,
  value: (at: number) => number,
): number {
  let sum = 0;
  eachCounted(id, signals, times, perDays, (at) => {
    sum += value(at);
  });
  return sum;
}

/** Calls back with each that counts under the limit, oldest first. */
export function eachCounted(
  id: string,
  signals: readonly PlainSignal[],
  times: number,
  perDays: number,
  take: (at: number) => void,
): void {
  const counted: number[] = [];
  for (const { signal, at } of signals) {
    if (signal !== id) continue;
    const earlier = counted.length < times ? undefined : counted[counted.length - times];
    if (earlier !== undefined && at - earlier < perDays * DAY_MS) continue;
    counted.push(at);
    take(at);
  }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

function hasText(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'string' || value.trim() !== '');
}
