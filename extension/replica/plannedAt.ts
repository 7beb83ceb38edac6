/**
 * The day and hour a webmail writes beside a planned mail, "Nov 23, 8:00 AM", "amanhã, 08:00", in the
 * language its page states. Read here and nowhere kept; what is not understood is `undefined`, never a guess.
 */
import { DAY_MS } from '../../shared/time.ts';

/** Webmails plan no further ahead than this. */
const FURTHEST_MS = 366 * DAY_MS;

/** @param now in the person's own zone, which is the one webmails write in. @returns epoch ms after `now`. */
export function plannedAt(text: string, language: string, now: Date): number | undefined {
  const words = plain(text);
  const time = timeIn(words);
  if (!time) return undefined;
  const names = namesIn(language, now);
  const day = dayIn(words.replace(time.written, ' '), names, now);
  if (!day) return undefined;
  const at = new Date(day.year, day.month, day.day, time.hour, time.minute).getTime();
  return at > now.getTime() && at - now.getTime() < FURTHEST_MS ? at : undefined;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
}

const TIMES = [
  /\b(?<hour>\d{1,2})[:h](?<minute>\d{2})\b(?:\s?(?<half>[ap])\.?\s?m\b\.?)?/,
  /\b(?<hour>\d{1,2})(?:\.(?<minute>\d{2}))?\s?(?<half>[ap])\.?\s?m\b\.?/,
  /\b(?<hour>\d{1,2})\s?(?:h|uhr)\b/,
  /\b(?<hour>\d{1,2})\.(?<minute>\d{2})(?!\.?\d)(?:\s?uhr)?\b/,
];

function timeIn(words: string) {
  for (const pattern of TIMES) {
    const found = pattern.exec(words);
    if (!found?.groups) continue;
    const { hour: written = '', minute = '0', half } = found.groups;
    const hour = half === undefined ? Number(written) : (Number(written) % 12) + (half === 'p' ? 12 : 0);
    const sound = hour < 24 && Number(minute) < 60 && (half === undefined || Number(written) <= 12);
    return sound ? { hour, minute: Number(minute), written: found[0] } : undefined;
  }
  return undefined;
}

interface Names {
  /** Every spelling of each month, longest first. */
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly (readonly string[])[];
  readonly today: string;
  readonly tomorrow: string;
  readonly monthFirst: boolean;
}

function namesIn(language: string, now: Date): Names {
  const known = Intl.DateTimeFormat.supportedLocalesOf(valid(language))[0] ?? 'en';
  const spelt = (at: Date, options: readonly Intl.DateTimeFormatOptions[]) =>
    [...new Set(options.map((each) => bare(new Intl.DateTimeFormat(known, each).format(at))))].toSorted(
      (a, b) => b.length - a.length,
    );
  const relative = new Intl.RelativeTimeFormat(known, { numeric: 'auto' });
  const order = new Intl.DateTimeFormat(known).formatToParts(now).map(({ type }) => type);
  return {
    months: Array.from({ length: 12 }, (_, month) =>
      // With a day beside it some languages decline the name.
      spelt(new Date(2026, month, 15), [{ month: 'long' }, { month: 'short' }]).concat(
        spelt(new Date(2026, month, 15), [{ month: 'long', day: 'numeric' }]).map((text) =>
          text.replace(/[\d.]|\bde\b/g, '').trim(),
        ),
      ),
    ),
    weekdays: Array.from({ length: 7 }, (_, day) =>
      spelt(new Date(2026, 0, 4 + day), [{ weekday: 'long' }, { weekday: 'short' }]),
    ),
    today: plain(relative.format(0, 'day')),
    tomorrow: plain(relative.format(1, 'day')),
    monthFirst: order.indexOf('month') < order.indexOf('day'),
  };
}

function bare(name: string): string {
  return plain(name).replace(/\.$/, '');
}

function valid(language: string): string[] {
  try {
    return Intl.getCanonicalLocales(language);
  } catch {
    return [];
  }
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function dayIn(words: string, names: Names, now: Date): Day | undefined {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(words);
  if (iso) return sound(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const year = /\b(20\d{2})\b/.exec(words)?.[1];
  const rest = words.replace(/\b20\d{2}\b/, ' ');
  const named = namedDay(rest, names);
  const numbered = named ?? numberedDay(rest, names.monthFirst);
  if (numbered) return year ? sound(Number(year), numbered.month, numbered.day) : coming(numbered, now);
  if (/\d/.test(rest)) return undefined;
  if (holds(rest, names.tomorrow)) return after(now, 1);
  if (holds(rest, names.today)) return after(now, 0);
  const weekday = names.weekdays.findIndex((spellings) => spellings.some((name) => holds(rest, name)));
  return weekday < 0 ? undefined : after(now, ((weekday - now.getDay() + 6) % 7) + 1);
}

function namedDay(words: string, { months }: Names): Omit<Day, 'year'> | undefined {
  for (const [month, spellings] of months.entries())
    for (const name of spellings) {
      const found =
        new RegExp(`\\b(\\d{1,2})\\b\\.?\\s?(?:de |of |ב)?${escaped(name)}(?![\\p{L}])`, 'u').exec(words) ??
        new RegExp(`(?<![\\p{L}])${escaped(name)}\\.?,?\\s?(\\d{1,2})\\b`, 'u').exec(words);
      if (found) return { month, day: Number(found[1]) };
    }
  return undefined;
}

function numberedDay(words: string, monthFirst: boolean): Omit<Day, 'year'> | undefined {
  const found = /\b(\d{1,2})[/.-](\d{1,2})\b/.exec(words);
  if (!found) return undefined;
  const [first, second] = [Number(found[1]), Number(found[2])];
  return monthFirst ? { month: first - 1, day: second } : { month: second - 1, day: first };
}

function holds(words: string, name: string): boolean {
  return new RegExp(`(?<![\\p{L}])${escaped(name)}(?![\\p{L}])`, 'u').test(words);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** This year's, or next year's once it is over. */
function coming({ month, day }: Omit<Day, 'year'>, now: Date): Day | undefined {
  const over = month < now.getMonth() || (month === now.getMonth() && day < now.getDate());
  return sound(now.getFullYear() + (over ? 1 : 0), month, day);
}

function after(now: Date, days: number): Day {
  const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  return { year: at.getFullYear(), month: at.getMonth(), day: at.getDate() };
}

/** No 31 April. */
function sound(year: number, month: number, day: number): Day | undefined {
  const at = new Date(year, month, day);
  return at.getMonth() === month && at.getDate() === day ? { year, month, day } : undefined;
}
