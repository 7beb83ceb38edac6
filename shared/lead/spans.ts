/** Stretches of time during which something held, built from the instants at which it turned. */
import type { Span } from '../sla/clockInput.ts';

/** Appends a turn; turning to what already holds changes nothing. */
export function turned(spans: readonly Span[], at: number, holds: boolean): readonly Span[] {
  const last = spans.at(-1);
  const held = last !== undefined && last.to === null;
  if (held === holds) return spans;
  if (!held) return [...spans, { from: at, to: null }];
  return [...spans.slice(0, -1), { from: last.from, to: at }];
}

/** Whether any span holds at an instant. */
export function holdsAt(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => from <= at && (to === null || at < to));
}

/** Since when the last span has held; null when nothing holds any more. */
export function holdsSince(spans: readonly Span[]): number | null {
  const last = spans.at(-1);
  return last !== undefined && last.to === null ? last.from : null;
}
