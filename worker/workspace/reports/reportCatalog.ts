/** The reports by name: what each adds up, what erased leads add to it, and whom a cell is about (TGT4, TGT5). */
import type { ReportName } from '../../../shared/protocol/reports.ts';
import { achievedReport } from '../../../shared/target/achieved.ts';
import { attemptsReport } from '../../../shared/target/attemptsPerLead.ts';
import { auditReport } from '../../../shared/target/audit.ts';
import { capacityReport } from '../../../shared/target/capacity.ts';
import { complianceReport } from '../../../shared/target/compliance.ts';
import { dispositionsReport } from '../../../shared/target/dispositions.ts';
import { effectReport } from '../../../shared/target/effect.ts';
import { funnelReport } from '../../../shared/target/funnel.ts';
import { goalsReport } from '../../../shared/target/goals.ts';
import { type CrmRecords, leaksReport } from '../../../shared/target/leaks.ts';
import type { Metric } from '../../../shared/target/metrics.ts';
import { pacingReport } from '../../../shared/target/pace.ts';
import { qualityReport } from '../../../shared/target/quality.ts';
import { type AgreedRates, quotaReport } from '../../../shared/target/quota.ts';
import { recycledReport } from '../../../shared/target/recycled.ts';
import type { Report } from '../../../shared/target/report.ts';
import type { Scope } from '../../../shared/target/scope.ts';
import { speedReport } from '../../../shared/target/speed.ts';
import type { Mark, Row } from '../../../shared/target/table.ts';
import { todayReport } from '../../../shared/target/today.ts';
import { workedReport } from '../../../shared/target/worked.ts';
import type { Interval } from '../../../shared/time.ts';
import type { CountedReport } from '../privacy/erasureCounters.ts';
import type { LookedAt } from './reportLeads.ts';

/** What a question says beside the period. */
export interface Asked {
  readonly metric: Metric;
  /** In the metric's own unit; money in hundredths. */
  readonly target: number;
  readonly windows: { readonly before: Interval; readonly after: Interval } | null;
  readonly agreed: AgreedRates;
  /** `leaks`: what the connected systems know. */
  readonly crm?: CrmRecords;
}

/** A report as the worker asks it: of what is kept of a lead, or of the whole of it. */
export interface Asking {
  readonly marks: (lead: LookedAt) => Iterable<Mark>;
  readonly read: Report<unknown>['read'];
}

export function reportOf(name: ReportName, scope: Scope, asked: Asked): Asking {
  if (name === 'audit') {
    const report = auditReport(scope);
    return { marks: ({ whole }) => report.marks(whole()), read: report.read };
  }
  const report = keptReport(name, scope, asked);
  return { marks: ({ kept }) => report.marks(kept), read: report.read };
}

/** Reports that look at more of a lead than is kept of it. */
export const WHOLE: ReadonlySet<ReportName> = new Set(['audit']);

function keptReport(name: Exclude<ReportName, 'audit'>, scope: Scope, asked: Asked): Report<unknown> {
  switch (name) {
    case 'pacing':
      return pacingReport(scope, asked.metric, asked.target);
    case 'effect': {
      const nothing = { start: scope.now, end: scope.now };
      return effectReport(scope, asked.windows ?? { before: nothing, after: nothing });
    }
    case 'quota':
      return quotaReport(scope, asked.agreed);
    case 'leaks':
      return leaksReport(scope, asked.crm);
    default:
      return PLAIN[name](scope);
  }
}

const PLAIN: Readonly<
  Record<
    Exclude<ReportName, 'pacing' | 'effect' | 'quota' | 'leaks' | 'audit'>,
    (scope: Scope) => Report<unknown>
  >
> = {
  today: todayReport,
  compliance: complianceReport,
  speed: speedReport,
  funnel: funnelReport,
  worked: workedReport,
  attempts: attemptsReport,
  dispositions: dispositionsReport,
  quality: qualityReport,
  recycled: recycledReport,
  capacity: capacityReport,
  goals: goalsReport,
  achieved: achievedReport,
};

/** About this moment or a period of their own: the question's dates are not looked at. */
export const UNDATED: ReadonlySet<ReportName> = new Set(['today', 'audit', 'goals', 'effect']);

/** Reports whose cells are kept as they are of leads that were erased (PRI4). */
export function countedAs(name: ReportName): CountedReport | null {
  switch (name) {
    case 'attempts':
    case 'capacity':
    case 'compliance':
    case 'dispositions':
    case 'funnel':
    case 'quality':
    case 'recycled':
    case 'speed':
    case 'worked':
      return name;
    default:
      return null;
  }
}

/** The person a cell is about; null when it is about nobody in particular. */
export function personOf(name: ReportName, row: Row): string | null {
  if (name === 'compliance') return row[0] === 'person' ? (row[2] ?? null) : null;
  if (name === 'capacity') return row[0] === 'made' ? (row[1] ?? null) : null;
  return row[1] === 'person' || row[1] === 'owner' ? (row[2] ?? null) : null;
}
