/**
 * Marketing's volume and what a lead is worth, per segment (TGT1), those with a quota first. Rates are
 * read only off cohorts old enough to have closed: older than nine in ten of the wins took.
 */
import { dealsOf, wonAt } from './deals.ts';
import { deliveredHandoffs, isOutbound } from './handoffs.ts';
import { dateAt, endOfDate } from './period.ts';
import type { KeptLead } from './keptLead.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { ENOUGH, type Share, shareOf } from './share.ts';
import { cellsOf, type Mark, type Table } from './table.ts';
import { emptyTimes, mergeTimes, summaryOf, type Times, type TimesSummary } from './times.ts';
import { agreedRate, type NoVolume, type Volume, volumeOf } from './volume.ts';

export interface QuotaRow {
  readonly segment: string;
  /** Hundredths of the reporting currency, per rep and month; null = none agreed. */
  readonly quotaCents: number | null;
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
  /** Last date whose cohort is in it; null = none is old enough. The leads behind it are those up to there. */
  readonly closeUntil: string | null;
  /** Handed off ÷ captured, likewise. */
  readonly qualifyRate: Share;
  readonly qualifyUntil: string | null;
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
      quotasOf(scope).map(({ segment, quotaCents }) =>
        readQuota(table, scope, { segment, quotaCents, agreed }),
      ),
  };
}

type Quota = Pick<QuotaRow, 'segment' | 'quotaCents'>;

/** Segments of the agreement, those with a quota first. */
function quotasOf({ definitions: { segments, quotas } }: Scope): readonly Quota[] {
  const agreed = quotas.map(({ segment, perRepMonth }): Quota => {
    return { segment, quotaCents: Math.round(perRepMonth * 100) };
  });
  const known = new Set(quotas.map(({ segment }) => segment));
  const others = segments.filter(({ id }) => !known.has(id));
  return [...agreed, ...others.map(({ id }): Quota => ({ segment: id, quotaCents: null }))];
}

function* handedOff(lead: KeptLead, at: number, scope: Scope): Generator<Mark> {
  const { segment } = lead.state;
  const won = wonAt(lead, scope);
  const ms = won === null ? {} : { ms: won - at };
  yield { row: ['handed off', segment, dateAt(scope.calendar, at)], hit: won !== null, ...ms };
  for (const { outcome, cents } of dealsOf(lead, scope)) {
    if (outcome === 'won') yield { row: ['deal', segment], hit: cents !== null, amount: cents ?? 0 };
  }
}

interface Asked extends Quota {
  readonly agreed: AgreedRates;
}

function readQuota(table: Table, scope: Scope, { segment, quotaCents, agreed }: Asked): QuotaRow {
  const close = cohortRate(table, scope, 'handed off', segment);
  const qualify = cohortRate(table, scope, 'captured', segment);
  const deals = cellsOf(table, 'deal', segment)[0];
  const [won, rated, sum] = [deals?.n ?? 0, deals?.hits ?? 0, deals?.sum ?? 0];
  const averageCents = rated === 0 ? null : Math.round(sum / rated);
  const promised = agreed[segment];
  const closeRate = close.rate;
  return {
    segment,
    quotaCents,
    deal: { averageCents, n: rated, withoutRate: won - rated, colour: rated >= ENOUGH },
    toClose: summaryOf(close.own),
    cohortsFrom: close.from,
    closeRate,
    closeUntil: close.until,
    qualifyRate: qualify.rate,
    qualifyUntil: qualify.until,
    value: valueOf(averageCents, closeRate),
    basis: promised === undefined ? 'observed' : 'agreed',
    volume: volumeOf({
      quotaCents,
      dealCents: averageCents,
      closeRate: promised === undefined ? closeRate : agreedRate(promised),
      qualifyRate: qualify.rate,
    }),
  };
}

interface CohortRate {
  readonly rate: Share;
  /** Last date old enough. */
  readonly until: string | null;
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
  let until: string | null = null;
  for (const cell of cellsOf(table, what, segment)) {
    // Its last lead is as old as the end of its date.
    const on = String(cell.row[2]);
    if (endOfDate(calendar, on) + age > now) continue;
    hits += cell.hits;
    n += cell.n;
    until = on;
  }
  return { rate: shareOf(hits, n), until, own, from };
}

function valueOf(averageCents: number | null, { n, hits, low, high }: Share): QuotaRow['value'] {
  if (averageCents === null) return { enough: false, why: 'no_deals' };
  if (n < ENOUGH) return { enough: false, why: 'not_enough' };
  const cents = Math.round((averageCents * hits) / n);
  return { cents, low: Math.round(averageCents * low), high: Math.round(averageCents * high) };
}
