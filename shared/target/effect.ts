/**
 * What a version of the agreement changed (TGT4): the kept metrics over equal windows before and after
 * it took effect, each window judged only by what had happened by its own end.
 */
import type { Interval } from '../time.ts';
import { DAY_MS } from '../time.ts';
import { type Metric, metricEvents, METRICS } from './metrics.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { type Share, shareOf } from './share.ts';
import { cellOf, type Cell, type Mark } from './table.ts';

export interface MetricInWindow {
  readonly n: number;
  /** Hits of n with their interval; null for counts and money. */
  readonly share: Share | null;
  /** Hundredths of the reporting currency; null for counts and shares. */
  readonly cents: number | null;
  readonly withoutRate: number;
}

export interface EffectRow {
  readonly metric: Metric;
  readonly before: MetricInWindow;
  readonly after: MetricInWindow;
  /** True when the two shares' intervals do not touch: more than chance. Null for counts and money. */
  readonly apart: boolean | null;
}

export type EffectWindows =
  | { readonly ok: true; readonly before: Interval; readonly after: Interval }
  /** No such version; it is the first; it has not taken effect yet. */
  | { readonly ok: false; readonly why: 'unknown' | 'first' | 'not_yet' };

/**
 * As long as the version has been in force and at most as long as the one before it was, up to
 * `mostDays` × 24 h; a later version ends its window.
 */
export function effectWindows(
  { history, now }: Pick<Scope, 'history' | 'now'>,
  version: number,
  mostDays = 90,
): EffectWindows {
  const place = history.findIndex((one) => one.version === version);
  const [previous, own, next] = [history[place - 1], history[place], history[place + 1]];
  if (own === undefined) return { ok: false, why: 'unknown' };
  if (previous === undefined) return { ok: false, why: 'first' };
  const at = own.effectiveAt;
  const length = Math.min(
    now - at,
    (next?.effectiveAt ?? Infinity) - at,
    at - previous.effectiveAt,
    mostDays * DAY_MS,
  );
  if (length <= 0) return { ok: false, why: 'not_yet' };
  return { ok: true, before: { start: at - length, end: at }, after: { start: at, end: at + length } };
}

const NAMES = Object.keys(METRICS).filter((name): name is Metric => Object.hasOwn(METRICS, name));

/** `windows` as `effectWindows` gave them; the scope's own window is not looked at. */
export function effectReport(
  scope: Scope,
  windows: { readonly before: Interval; readonly after: Interval },
): Report<readonly EffectRow[]> {
  return {
    *marks(lead): Generator<Mark> {
      for (const metric of NAMES) {
        for (const side of ['before', 'after'] as const) {
          const stretch = windows[side];
          for (const { at, hit, cents } of metricEvents(metric, lead, scope, stretch.end)) {
            if (!isIn(stretch, at)) continue;
            const isCounted = METRICS[metric] === 'money' ? cents !== null : hit;
            yield { row: [metric, side], hit: isCounted, amount: cents ?? 0 };
          }
        }
      }
    },
    read: (table) =>
      NAMES.map((metric): EffectRow => {
        const before = inWindow(metric, cellOf(table, [metric, 'before']));
        const after = inWindow(metric, cellOf(table, [metric, 'after']));
        return { metric, before, after, apart: areApart(before.share, after.share) };
      }),
  };
}

function inWindow(metric: Metric, { n, hits, sum }: Cell): MetricInWindow {
  const kind = METRICS[metric];
  return {
    n,
    share: kind === 'share' ? shareOf(hits, n) : null,
    cents: kind === 'money' ? sum : null,
    withoutRate: kind === 'money' ? n - hits : 0,
  };
}

function areApart(a: Share | null, b: Share | null): boolean | null {
  if (a === null || b === null) return null;
  return a.high < b.low || b.high < a.low;
}
