/** Reports as the rooms read them: several of one instant at once, and the way to the leads behind a number. */
import type * as z from 'zod';
import { type ReportName, ReportsResponse, type ReportResponse } from '../../../shared/protocol/reports.ts';
import { addressOf, type Params } from '../address.ts';
import type { Resource } from './cache.ts';
import { request } from './request.ts';

/** What a report is about: dates, and only some of the leads. */
export interface Scope {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly team?: string | undefined;
  readonly owner?: string | undefined;
  readonly segment?: string | undefined;
  readonly source?: string | undefined;
  readonly target?: number | undefined;
  /** Of `pacing`: what is counted. */
  readonly metric?: string | undefined;
  /** Of `effect`: whose. */
  readonly version?: string | undefined;
}

export function reports(names: readonly ReportName[], scope: Scope): Resource<ReportsResponse> {
  const query = { names: names.join(','), ...scope };
  return {
    key: `reports?${JSON.stringify(query)}`,
    load: (signal, onProgress) => request(ReportsResponse, 'GET /v1/reports', { query, signal, onProgress }),
  };
}

/** The rows of one of them; none where the worker speaks of rows we do not know. */
export function rowsOf<T>(
  answer: ReportsResponse,
  name: ReportName,
  rows: z.ZodType<readonly T[]>,
): readonly T[] {
  return rows.safeParse(reportIn(answer, name)?.rows).data ?? [];
}

export function reportIn(answer: ReportsResponse, name: ReportName): ReportResponse | undefined {
  return answer.reports.find(({ report }) => report === name);
}

type Cell = readonly (string | null)[];

/** Where the leads behind a number are listed: those in one of these cells of the report. */
export function leadsBehind(report: ReportName, cells: readonly Cell[], scope: Scope, hit?: boolean): string {
  const { target: _, ...about } = scope;
  const params: Params = {
    report,
    cell: JSON.stringify(cells.length === 1 ? cells[0] : cells),
    ...about,
    ...(hit === undefined ? {} : { hit: String(hit) }),
  };
  return addressOf('/console/leads', params);
}
