/** What is kept of a lead says in every report what the lead says folded anew, as long as it holds. */
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readLead, stateOf } from '../../../shared/lead/fold.ts';
import { achievedReport } from '../../../shared/target/achieved.ts';
import { attemptsReport } from '../../../shared/target/attemptsPerLead.ts';
import { capacityReport } from '../../../shared/target/capacity.ts';
import { complianceReport } from '../../../shared/target/compliance.ts';
import { dispositionsReport } from '../../../shared/target/dispositions.ts';
import { effectReport } from '../../../shared/target/effect.ts';
import { funnelReport } from '../../../shared/target/funnel.ts';
import { goalsReport } from '../../../shared/target/goals.ts';
import { type KeptLead, keptLead } from '../../../shared/target/keptLead.ts';
import { leaksReport } from '../../../shared/target/leaks.ts';
import { METRICS, type Metric } from '../../../shared/target/metrics.ts';
import { pacingReport } from '../../../shared/target/pace.ts';
import { dateAt, endOfDate } from '../../../shared/target/period.ts';
import { qualityReport } from '../../../shared/target/quality.ts';
import { quotaReport } from '../../../shared/target/quota.ts';
import { recycledReport } from '../../../shared/target/recycled.ts';
import { type Report, reportLead } from '../../../shared/target/report.ts';
import type { Scope } from '../../../shared/target/scope.ts';
import { speedReport } from '../../../shared/target/speed.ts';
import { todayReport } from '../../../shared/target/today.ts';
import { workedReport } from '../../../shared/target/worked.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { at, live, ROOM, version } from '../lead/agreement.ts';
import { END, story } from '../lead/arbitrary.ts';
import { DEFINITIONS, scopeAt } from './leads.ts';

const METRIC_NAMES = Object.keys(METRICS) as Metric[];
const goals = METRIC_NAMES.map((metric) => ({
  id: metric,
  side: 'sales' as const,
  metric,
  target: 10,
  period: 'month' as const,
}));
const quotas = [{ segment: 'health', perRepMonth: 5_000 }];
const definitions = { ...DEFINITIONS, goals, quotas };
const HISTORY = [version(definitions)];
const middle = at('2026-04-01');
const windows = {
  before: { start: at('2026-03-01'), end: middle },
  after: { start: middle, end: at('2026-05-01') },
};

function reportsOf(scope: Scope): readonly Report<unknown>[] {
  return [
    ...METRIC_NAMES.map((metric) => pacingReport(scope, metric, 100)),
    achievedReport(scope),
    attemptsReport(scope),
    capacityReport(scope),
    complianceReport(scope),
    dispositionsReport(scope),
    funnelReport(scope),
    goalsReport(scope),
    leaksReport(scope),
    qualityReport(scope),
    quotaReport(scope),
    recycledReport(scope),
    speedReport(scope),
    todayReport(scope),
    workedReport(scope),
  ];
}

const marksOf = (scope: Scope, lead: KeptLead) =>
  [...reportsOf(scope), effectReport(scope, windows)].map((report) => [...report.marks(lead)]);

/** Some instant of `[from, until)`, its ends above all. */
function within(from: number, until: number, place: number): number {
  if (place === 0 || until <= from + 1) return from;
  return place === 10 ? until - 1 : from + Math.floor(((until - from) * place) / 10);
}

const instant = fc.integer({ min: at('2026-03-02', '09:00'), max: END });
const place = fc.integer({ min: 0, max: 10 });
const scopeOfSpring = (now: number): Scope => scopeAt(now, { history: HISTORY });
vi.setConfig(patience);

test('[TGT4][FCT5] kept, stored as JSON and read later, a lead leaves the marks it would leave folded then', () => {
  let later = 0;
  fc.assert(
    fc.property(story, instant, place, (told, now, when) => {
      const facts = live(told, END, { history: HISTORY, room: ROOM });
      const read = readLead(facts, HISTORY, ROOM, now);
      const state = stateOf(read);
      const kept: KeptLead = JSON.parse(JSON.stringify(keptLead(read, state)));
      const then = within(now, state.validUntil ?? END, when);
      if (then > now) later += 1;
      expect(marksOf(scopeOfSpring(then), kept)).toEqual(
        marksOf(scopeOfSpring(then), reportLead(facts, HISTORY, ROOM, then)),
      );
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
  expect(later).toBeGreaterThan(RUNS / 20);
});

test('[TGT4] until the instant a report says ahead, or the day ends, the same lead leaves the same marks', () => {
  fc.assert(
    fc.property(story, instant, place, (told, now, when) => {
      const facts = live(told, END, { history: HISTORY, room: ROOM });
      const lead = reportLead(facts, HISTORY, ROOM, now);
      const scope = scopeOfSpring(now);
      let until = endOfDate(scope.calendar, dateAt(scope.calendar, now));
      const ahead = (instantAhead: number) => (until = Math.min(until, instantAhead));
      const marks = reportsOf({ ...scope, ahead }).map((report) => [...report.marks(lead)]);
      const then = within(now, until, when);
      expect(reportsOf(scopeOfSpring(then)).map((report) => [...report.marks(lead)])).toEqual(marks);
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
});
