/** Every number of the quarter's pack, counted by hand on the eight hand-offs of one March. */
import { describe, expect, test } from 'vitest';
import type { ReviewResponse } from '../../shared/protocol/review.ts';
import { achievedReport } from '../../shared/target/achieved.ts';
import { capacityReport } from '../../shared/target/capacity.ts';
import { complianceReport } from '../../shared/target/compliance.ts';
import { dispositionsReport } from '../../shared/target/dispositions.ts';
import { funnelReport } from '../../shared/target/funnel.ts';
import { leaksReport } from '../../shared/target/leaks.ts';
import { qualityReport } from '../../shared/target/quality.ts';
import { recycledReport } from '../../shared/target/recycled.ts';
import { type Report, runReport } from '../../shared/target/report.ts';
import { speedReport } from '../../shared/target/speed.ts';
import { workedReport } from '../../shared/target/worked.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { packFigures } from '../../worker/console/review/packFigures.ts';
import { DEFINITIONS, LEADS, NOW, SCOPE } from './marchStory.ts';

const goal = (id: string, side: 'marketing' | 'sales', metric: string, target: number) =>
  ({ id, side, metric, target, period: 'month' }) as const;
const definitions = {
  ...DEFINITIONS,
  goals: [
    goal('delivered', 'marketing', 'mqls', 10),
    goal('in-time', 'sales', 'first_response', 70),
    goal('worked', 'sales', 'worked', 90),
  ],
};
const scope = { ...SCOPE, definitions };
const REPORTS: Readonly<Record<string, Report<unknown>>> = {
  achieved: achievedReport(scope),
  compliance: complianceReport(scope),
  worked: workedReport(scope),
  speed: speedReport(scope),
  funnel: funnelReport(scope),
  quality: qualityReport(scope),
  dispositions: dispositionsReport(scope),
  leaks: leaksReport(scope),
  recycled: recycledReport(scope),
  capacity: capacityReport(scope),
};

/** As the worker answers it: lists are rows, the others figures. */
function performance(): ReviewResponse['performance'] {
  const told = Object.entries(REPORTS).map(([name, report]) => {
    const read = runReport<unknown>(report, LEADS);
    return [name, Array.isArray(read) ? { figures: null, rows: read } : { figures: read, rows: [] }];
  });
  return JSON.parse(JSON.stringify(Object.fromEntries(told)));
}

const pack = { asOf: NOW, from: '2026-03-01', to: '2026-03-31', version: 1, trial: false };
const empty = { changes: [], proposals: [], sessions: [], decisions: [] };
const figures = packFigures({ ...pack, ...empty, performance: performance() }, definitions);

describe('the pack', () => {
  test('[TGT7] the promise of sales: six of eight in time, six of seven worked, two hours at the median', () => {
    expect(figures.firstResponse).toMatchObject({ hits: 6, n: 8 });
    expect(figures.worked).toMatchObject({ hits: 6, n: 7, inProgress: 1 });
    expect(figures.speed?.whole).toMatchObject({ n: 7, median: 2 * HOUR_MS });
  });

  test('[TGT7] week by week: four of six in the first, both of the last', () => {
    expect(figures.weeks.map(({ on, hits, n }) => [on, `${hits}/${n}`])).toEqual([
      ['2026-03-02', '4/6'],
      ['2026-03-30', '2/2'],
    ]);
  });

  test('[TGT7] the promise of marketing: eight delivered, none of three answers accepted, no SQL yet', () => {
    expect(figures.delivered).toBe(8);
    expect(figures.answers?.accepted).toMatchObject({ hits: 0, n: 3 });
    expect(figures.qualified.n).toBe(0);
    expect(figures.funnel.leads).toBe(8);
    expect(figures.funnel.stages.find(({ stage }) => stage === 'mql')?.reached).toBe(8);
    expect(figures.funnel.stages.find(({ stage }) => stage === 'sal')?.reached).toBe(0);
  });

  test('[TGT3] what was achieved of each goal, as it stands on the last day', () => {
    const told = figures.achieved.map((one) => [one.goal, one.target, one.actual, one.n, one.reached]);
    expect(told).toEqual([
      ['delivered', 10, 8, 8, false],
      ['in-time', 70, 75, 8, true],
      ['worked', 90, (6 / 7) * 100, 7, false],
    ]);
  });

  test('[TGT4] returns by reason, leaks and what was recycled', () => {
    expect(figures.reasons.map(({ reason, n }) => [reason, n])).toEqual([
      ['not_now', 2],
      ['no_fit', 1],
    ]);
    expect(figures.leaks).toEqual([
      { leak: 'no_attempt', n: 1 },
      { leak: 'never_nurtured', n: 2 },
    ]);
    expect(figures.recycled).toMatchObject({ hits: 0, n: 2 });
  });

  test('[TGT6] eight attempts made over the people-days of March', () => {
    const made = runReport(capacityReport(scope), LEADS);
    expect(made).toMatchObject({ handoffs: 8, made: 8 });
    expect(figures.load?.makes).toBe(8 / made.peopleDays);
    expect(figures.load?.asks).toBe(made.due / made.peopleDays);
  });
});
