/** Numbers as a language writes them, and shares with what they are worth (TGT5). */
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { ENOUGH } from '../../../shared/target/share.ts';
import { shortDuration } from '../../../shared/ui/duration.ts';

const percents = new Map<Language, Intl.NumberFormat>();

/** "93.4%" of 0.934; null is a dash. */
export function percent(language: Language, share: number | null): string {
  if (share === null) return '–';
  const known = percents.get(language);
  const format = known ?? new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  if (!known) percents.set(language, format);
  return format.format(share);
}

/** "1 h 20"; a day is never said, for nobody knows how long it is where hours are counted. */
export function duration(ms: number | null): string {
  return ms === null ? '–' : shortDuration(ms, Number.POSITIVE_INFINITY);
}

/** Colour only where there are enough to judge by; `null` target judges nothing. */
export function toneOf(share: number | null, n: number, target: number | null): 'ok' | 'late' | '' {
  if (share === null || target === null || n < ENOUGH) return '';
  return share >= target ? 'ok' : 'late';
}

/** Shares add up by their counts. */
export function sumOf(shares: readonly { readonly hits: number; readonly n: number }[]): {
  readonly hits: number;
  readonly n: number;
  readonly share: number | null;
} {
  const hits = shares.reduce((sum, one) => sum + one.hits, 0);
  const n = shares.reduce((sum, one) => sum + one.n, 0);
  return { hits, n, share: n === 0 ? null : hits / n };
}
