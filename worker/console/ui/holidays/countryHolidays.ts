/**
 * Holidays of a country and its parts, by `date-holidays` (code ISC, data CC BY-SA 3.0: the form says
 * whose they are). 260 kB gzip, so this file is loaded only when somebody asks for a country, and what
 * is ticked is written into the agreement as plain dates: neither worker nor engine needs it.
 */
// oxlint-disable-next-line typescript/triple-slash-reference -- tests read this file by a project of their own
/// <reference path="./dateHolidaysData.d.ts" />
import Holidays from 'date-holidays';
import { data } from 'date-holidays/data';
import type { Language } from '../../../../shared/lead/vocabulary.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/time.ts';
import type { OfferedDay, Place } from './offeredDay.ts';

export interface Named {
  readonly id: string;
  readonly label: string;
}

type Rule = ReturnType<Holidays['getHolidays']>[number];

/** What the library calls its kinds, by what they mean to whoever opens an office. */
const KINDS: Readonly<Record<Rule['type'], OfferedDay['kind']>> = {
  public: 'public',
  bank: 'optional',
  optional: 'optional',
  observance: 'other',
  school: 'other',
};

/** Every country there are holidays for, by name. */
export function countries(language: Language): readonly Named[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return sorted(Object.keys(new Holidays().getCountries()), (id) => names.of(id) ?? id, language);
}

/** The country a zone lies in, where there is only one. */
export function countryOfZone(zone: string): string | null {
  const found = Object.entries(data.holidays).filter(([, { zones }]) => zones?.includes(zone));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

/** Its states, provinces or autonomous communities; none where all have the same days. */
export function statesOf(country: string, language: Language): readonly Named[] {
  const names: Readonly<Record<string, string>> = new Holidays().getStates(country, language) ?? {};
  return sorted(Object.keys(names), (id) => names[id] ?? id, language);
}

/** Parts of a state with days of their own. */
export function regionsOf(country: string, state: string, language: Language): readonly Named[] {
  const names: Readonly<Record<string, string>> = new Holidays().getRegions(country, state, language) ?? {};
  return sorted(Object.keys(names), (id) => names[id] ?? id, language);
}

/** Days of a place from one date up to another, both `YYYY-MM-DD` and included; one per date, the strictest. */
export function daysIn(place: Place, from: string, to: string, language: Language): readonly OfferedDay[] {
  const years = range(Number(from.slice(0, 4)), Number(to.slice(0, 4)));
  const byDate = new Map<string, OfferedDay>();
  for (const rule of years.flatMap((year) => rulesOf(place, year, language))) {
    for (const day of datesOf(rule)) {
      const known = byDate.get(day.on);
      if (day.on >= from && day.on <= to && (!known || isStricter(day, known))) byDate.set(day.on, day);
    }
  }
  return [...byDate.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/**
 * The library lets a state's rule of old years stand for the country's of today (20 November in São
 * Paulo): what holds in the whole country holds there too, unless the state takes it back.
 */
function rulesOf({ country, state, region }: Place, year: number, language: Language): readonly Rule[] {
  const own = new Holidays(country, state ?? '', region ?? '').getHolidays(year, language);
  if (state === null) return own;
  const among = data.holidays[country]?.states?.[state];
  const places = [among, region === null ? undefined : among?.regions?.[region]];
  const dates = new Set(own.map(({ date }) => date));
  const whole = new Holidays(country).getHolidays(year, language).filter(({ date, rule }) => {
    return !dates.has(date) && places.some((one) => one?.days?.[rule] instanceof Object);
  });
  return [...own, ...whole];
}

/** A rule's dates: several for one of some days, hours for one that takes half a day. */
function datesOf(rule: Rule): readonly OfferedDay[] {
  const [on = '', time = '00:00', evening] = rule.date.split(' ');
  const midnight = Date.parse(`${on}T00:00:00Z`);
  const start = midnight + Number(time.slice(0, 2)) * HOUR_MS;
  const whole = rule.end.getTime() - rule.start.getTime();
  const days = Math.round(whole / DAY_MS);
  // A day of 23 or 25 hours is a day; one that begins on the evening before is that of the morning after.
  const isWhole = time.startsWith('00:00') && Math.abs(whole - days * DAY_MS) <= HOUR_MS && days > 0;
  const end = isWhole ? midnight + days * DAY_MS : start + whole - (evening === undefined ? 0 : 6 * HOUR_MS);
  const found: OfferedDay[] = [];
  for (let day = midnight; day < end; day += DAY_MS) {
    const closedFrom = Math.max(start, day) - day;
    const closedUntil = Math.min(end, day + DAY_MS) - day;
    found.push({
      on: new Date(day).toISOString().slice(0, 10),
      label: rule.name,
      kind: KINDS[rule.type],
      isMoved: rule.substitute === true,
      closed: closedUntil - closedFrom >= DAY_MS ? null : [timeOf(closedFrom), timeOf(closedUntil)],
    });
  }
  return found;
}

const ORDER: readonly OfferedDay['kind'][] = ['public', 'optional', 'other'];

function isStricter(a: OfferedDay, b: OfferedDay): boolean {
  const [first, second] = [ORDER.indexOf(a.kind), ORDER.indexOf(b.kind)];
  return first < second || (first === second && a.closed === null && b.closed !== null);
}

/** `HH:MM`, `24:00` at the end of a day. */
function timeOf(ms: number): string {
  const minutes = Math.round(ms / (HOUR_MS / 60));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function sorted(ids: readonly string[], nameOf: (id: string) => string, language: Language): Named[] {
  const { compare } = new Intl.Collator(language);
  return ids.map((id) => ({ id, label: nameOf(id) })).toSorted((a, b) => compare(a.label, b.label));
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
