/** The periods a review looks back on, by how often the agreement reviews itself; each by name in the address. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { PackWords } from '../../../shared/messages/consoleReview/words.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { dateOfDay, dayOfDate } from '../../../shared/sla/localTime.ts';

type Every = Definitions['reviewEvery'];

export interface Period {
  /** `2026-Q4`, `2026-11` or `2026`. */
  readonly name: string;
  /** Local dates, both included. */
  readonly from: string;
  readonly to: string;
}

const MONTHS: Readonly<Record<Every, number>> = { month: 1, quarter: 3, year: 12 };

/** Months since the year 0. */
function monthOf(on: string): number {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1;
}

function firstOf(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

function periodFrom(month: number, length: number): Period {
  const from = firstOf(month);
  const year = from.slice(0, 4);
  const name = length === 12 ? year : length === 3 ? `${year}-Q${(month % 12) / 3 + 1}` : from.slice(0, 7);
  return { name, from, to: dateOfDay(dayOfDate(firstOf(month + length)) - 1) };
}

/** Newest first, from the one that holds today back to the one that holds the first day, twelve at most. */
export function periodsFor(every: Every, firstOn: string, today: string): readonly Period[] {
  const length = MONTHS[every];
  const begin = (on: string) => monthOf(on) - (monthOf(on) % length);
  const last = begin(today);
  const count = Math.min(12, Math.max(1, (last - begin(firstOn)) / length + 1));
  return Array.from({ length: count }, (_, back) => periodFrom(last - back * length, length));
}

/** Of any of the three kinds, so that a link stays good when the agreement reviews itself otherwise. */
export function periodNamed(name: string | null): Period | null {
  const found = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(name ?? '');
  if (!found) return null;
  const [, year = '', quarter, month] = found;
  const start = Number(year) * 12;
  if (quarter !== undefined) return periodFrom(start + (Number(quarter) - 1) * 3, 3);
  if (month !== undefined) return periodFrom(start + Number(month) - 1, 1);
  return periodFrom(start, 12);
}

export function periodWords({ name, from }: Period, said: PackWords, language: Language): string {
  const [year = '', rest] = name.split('-');
  if (rest === undefined) return year;
  if (rest.startsWith('Q')) return said.quarter(Number(rest.slice(1)), Number(year));
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(from),
  );
}
