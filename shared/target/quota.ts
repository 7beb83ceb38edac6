/**
 * Marketing's volume and what a lead is worth, per segment with a quota (TGT1). Rates are read only off
 * cohorts old enough to have closed: older than nine in ten of the wins took.
 */
import { dealsOf, wonAt } from './deals.ts';
import { deliveredHandoffs, isOutbound } from './handoffs.ts';
import { dateAt, endOfDate } from './period.ts';
import type { Report, ReportLead } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { ENOUGH, type Share, shareOf } from './share.ts';
import { cellsOf, type Mark, type Table } from './table.ts';
import { emptyTimes, mergeTimes, summaryOf, type Times, type TimesSummary } from './times.ts';
import { type NoVolume, type Volume, volumeOf } from './volume.ts';

export interface QuotaRow {
  readonly segment: string;
  /** Hundredths of the reporting currency, per rep and month. */
  readonly quotaCents: number;
  readonly deal: {
    /** Average of the won deals that have a rate; null = none has. */
    readonly averageCents: number | null;
    readonly n: number;
    /** Won deals left out of the average for want of a rate. */
    readonly withoutRate: number;
    readonly colour: boolean;
  };
  /** Hand-off → won; `cohortsFrom` says whose p90 made a cohort old enough. */
  readonly toClose: TimesSummary;
  readonly cohortsFrom: 'segment' | 'workspace';
  /** Won ÷ handed off, over cohorts old enough. */
  readonly closeRate: Share;
  /** Handed off ÷ captured, likewise. */
  readonly qualifyRate: Share;
  /** What one handed-off lead is worth: average deal × close rate, hundredths, with the rate's interval. */
  readonly value: { readonly cents: number; readonly low: number; readonly high: number } | NoVolume;
  /** Whether the volume rests on what was observed, or on what sales agreed to convert. */
  readonly basis: 'observed' | 'agreed';
  readonly volume: Volume | NoVolume;
}

/** Conversions agreed per segment, 0–1, in place of observed ones. */
export type AgreedRates = Readonly<Record<string, number>>;

/** Leads captured, and leads first handed off, in the window; backlog and sales' own leads apart (OVR7). */
export function quotaReport(scope: Scope, agreed: AgreedRates = {}): Report<readonly QuotaRow[]> {
  return {
    *marks(lead): Generator<Mark> {
      const { capturedAt, backlog, segment } = lead.state;
      if (backlog || isOutbound(lead)) return;
      const handedOffAt = deliveredHandoffs(lead)[0]?.draft.openedAt ?? null;
      if (capturedAt !== null && isIn(scope.window, capturedAt)) {
        const ms = handedOffAt === null ? {} : { ms: handedOffAt - capturedAt };
        const on = dateAt(scope.calendar, capturedAt);
        yield { row: ['captured', segment, on], hit: handedOffAt !== null, ...ms };
      }
      if (handedOffAt !== null && isIn(scope.window, handedOffAt)) {
        yield* handedOff(lead, handedOffAt, scope);
      }
    },
    read: (table) =>
      scope.definitions.quotas.map(({ segment, perRepMonth }) =>
        readQuota(table, scope, { segment, quotaCents: Math.round(perRepMonth * 100), agreed }),
      ),
  };
}

function* handedOff(lead: ReportLead, at: number, scope: Scope): Generator<Mark> {
  const { segment } = lead.state;
  const won = wonAt(lead, scope);
  const ms = won === null ? {} : { ms: won - at };
  yield { row: ['handed off', segment, dateAt(scope.calendar, at)], hit: won !== null, ...ms };
  for (const { outcome, cents } of dealsOf(lead, scope)) {
    if (outcome === 'won') yield { row: ['deal', segment], hit: cents !== null, amount: cents ?? 0 };
  }
}

interface Asked {
  readonly segment: string;
  readonly quotaCents: number;
  readonly agreed: AgreedRates;
}

function readQuota(table: Table, scope: Scope, { segment, quotaCents, agreed }: Asked): QuotaRow {
  const close = cohortRate(table, scope, 'handed off', segment);
  const qualify = cohortRate(table, scope, 'captured', segment);
  const deals = cellsOf(table, 'deal', segment)[0];
  const [won, rated, sum] = [deals?.n ?? 0, deals?.hits ?? 0, deals?.sum ?? 0];
  const averageCents = rated === 0 ? null : Math.round(sum / rated);
  const agreedRate = agreed[segment];
  const closeRate = close.rate;
  return {
    segment,
    quotaCents,
    deal: { averageCents, n: rated, withoutRate: won - rated, colour: rated >= ENOUGH },
    toClose: summaryOf(close.own),
    cohortsFrom: close.from,
    closeRate,
    qualifyRate: qualify.rate,
    value: valueOf(averageCents, closeRate),
    basis: agreedRate === undefined ? 'observed' : 'agreed',
    volume: volumeOf({
      quotaCents,
      dealCents: averageCents,
      // An agreed rate is a promise, not a sample: it needs no minimum and has no interval.
      closeRate: agreedRate === undefined ? closeRate : { hits: agreedRate * ENOUGH, n: ENOUGH },
      qualifyRate: qualify.rate,
    }),
  };
}

interface CohortRate {
  readonly rate: Share;
  readonly own: Times;
  readonly from: 'segment' | 'workspace';
}

/** A segment's rate over the dates whose cohort is old enough, by its own p90 if enough is known of it. */
function cohortRate(
  table: Table,
  { calendar, now }: Scope,
  what: 'handed off' | 'captured',
  segment: string,
): CohortRate {
  const own = emptyTimes();
  const all = emptyTimes();
  for (const { row, times } of cellsOf(table, what)) {
    if (times === null) continue;
    mergeTimes(all, times);
    if (row[1] === segment) mergeTimes(own, times);
  }
  const from = own.n >= ENOUGH ? 'segment' : 'workspace';
  const age = summaryOf(from === 'segment' ? own : all).p90 ?? 0;
  let [hits, n] = [0, 0];
  for (const cell of cellsOf(table, what, segment)) {
    // Its last lead is as old as the end of its date.
    if (endOfDate(calendar, String(cell.row[2])) + age > now) continue;
    hits += cell.hits;
    n += cell.n;
  }
  return { rate: shareOf(hits, n), own, from };
}

function valueOf(averageCents: number | null, { n, hits, low, high }: Share): QuotaRow['value'] {
  if (averageCents === null) return { enough: false, why: 'no_deals' };
  if (n < ENOUGH) return { enough: false, why: 'not_enough' };
  const cents = Math.round((averageCents * hits) / n);
  return { cents, low: Math.round(averageCents * low), high: Math.round(averageCents * high) };
}
