/**
 * What a first agreement is proposed from: twelve answers at most, each with a sensible beginning. What
 * only some would know (criteria, promises, targets) is proposed from the leads instead.
 */
import { WEEKDAYS, type Calendar, type Weekday } from '../calendar.ts';
import { BUSINESSES, type Business } from '../business.ts';
import type { Country } from './countries.ts';

/** Which days the team that answers leads works. */
export const WORKING_DAYS = {
  weekdays: 5,
  saturdays: 6,
  everyDay: 7,
} as const;
export type WorkingDays = keyof typeof WORKING_DAYS;

/** An hour in which nobody answers, or none. */
export const PAUSES = ['none', '12:00', '12:30', '13:00', '14:00'] as const;
export type Pause = (typeof PAUSES)[number];

export interface Answers {
  readonly business: Business;
  readonly country: Country;
  /** IANA. */
  readonly zone: string;
  readonly days: WorkingDays;
  /** Local `HH:MM`; a closing not after the opening is a night shift. */
  readonly opens: string;
  readonly closes: string;
  readonly pause: Pause;
  /** Team that gets the leads; '' = the starter's, made if there is none. */
  readonly team: string;
  /** Member ids of those who sign for each side, and of the referee; '' = nobody yet. */
  readonly sales: string;
  readonly marketing: string;
  readonly referee: string;
  /** What each of the team sells a month, in the country's currency; null = not said. */
  readonly quota: number | null;
}

/** In the order they are asked. */
export const QUESTIONS = [
  'business',
  'country',
  'zone',
  'days',
  'opens',
  'closes',
  'pause',
  'team',
  'sales',
  'marketing',
  'referee',
  'quota',
] as const satisfies readonly (keyof Answers)[];
export type Question = (typeof QUESTIONS)[number];

export const isBusiness = (text: string): text is Business => BUSINESSES.some((one) => one === text);

type Hours = NonNullable<Calendar['week'][Weekday]>;

/** The week they describe (CAL1). A pause outside the hours, or in a night shift, is none. */
export function weekOf({ days, opens, closes, pause }: Answers): Calendar['week'] {
  const hours = hoursOf(opens, closes, pause);
  return Object.fromEntries(WEEKDAYS.slice(0, WORKING_DAYS[days]).map((day) => [day, hours]));
}

function hoursOf(opens: string, closes: string, pause: Pause): Hours {
  const until = pause === 'none' ? '' : hourAfter(pause);
  const fits = pause !== 'none' && opens < pause && until < closes;
  if (!fits) return [[opens, closes]];
  return [
    [opens, pause],
    [until, closes],
  ];
}

function hourAfter(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${String(Number(hour) + 1).padStart(2, '0')}:${minute}`;
}
