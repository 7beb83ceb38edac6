/**
 * Numbers, plurals, times and dates of one language through Intl. Instants come with the offset of
 * the calendar they belong to (CAL3), so no zone is ever looked up and every reader sees the same hour.
 */
import type { Language } from '../lead/vocabulary.ts';

/** Words by plural category; the categories a language lacks fall back to `other`. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

export interface Format {
  readonly language: Language;
  /** `120000` as the language groups it. */
  readonly number: (value: number) => string;
  /** The language's decimal sign. */
  readonly decimal: string;
  /** `+12` or `−3` with a real minus sign. */
  readonly signed: (value: number) => string;
  /** The form of `n`, with `#` replaced by the number. */
  readonly plural: (n: number, forms: Forms) => string;
  /** "a, b and c" */
  readonly list: (items: readonly string[]) => string;
  /** "a, b or c" */
  readonly choice: (items: readonly string[]) => string;
  /** "17:30" at epoch ms `at` where local time = instant + `offsetMs`. */
  readonly time: (at: number, offsetMs: number) => string;
  /** "Mon", without a dot. */
  readonly weekday: (at: number, offsetMs: number) => string;
  /** "12 Nov"; with the year when `withYear`. */
  readonly date: (at: number, offsetMs: number, withYear?: boolean) => string;
}

export function formatOf(language: Language): Format {
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const choice = new Intl.ListFormat(language, { type: 'disjunction' });
  // Local instants are shifted by their own offset and then read as UTC.
  const part = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return (at: number, offsetMs: number) => format.format(at + offsetMs).replaceAll('.', '');
  };
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = part({ weekday: 'short' });
  const day = part({ day: 'numeric' });
  const month = part({ month: 'short' });
  const year = part({ year: 'numeric' });
  return {
    language,
    decimal: number.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.',
    number: (value) => number.format(value),
    signed: (value) => `${value < 0 ? '−' : '+'}${number.format(Math.abs(value))}`,
    plural: (n, forms) =>
      (rules.select(n) === 'one' ? forms.one : forms.other).replace('#', number.format(n)),
    list: (items) => list.format(items),
    choice: (items) => choice.format(items),
    time,
    weekday,
    date: (at, offsetMs, withYear = false) => {
      const short = `${day(at, offsetMs)} ${month(at, offsetMs)}`;
      return withYear ? `${short} ${year(at, offsetMs)}` : short;
    },
  };
}

const BRANDS: ReadonlySet<string> = new Set(['WhatsApp', 'LinkedIn', 'SMS']);

/** A button's word inside a sentence: small first letter; brands and words in capitals stay. */
export function inSentence(word: string): string {
  if (BRANDS.has(word) || /^\p{Lu}{2}/u.test(word)) return word;
  return word.charAt(0).toLowerCase() + word.slice(1);
}
