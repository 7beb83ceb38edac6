/** Records of connected systems that are no leads here: what of them a report tells, and the records themselves. */
import { CrmRecordsResponse, type CrmSystem, LeakFigures } from '../../../shared/protocol/crmRecords.ts';
import type { ReportsResponse } from '../../../shared/protocol/reports.ts';
import type { LeftWhy } from '../../../shared/target/leaks.ts';
import type { Answer } from './failure.ts';
import { reportIn } from './reports.ts';
import { request } from './request.ts';

/** Of an answer with the report of leaks; null where a worker of before does not tell. */
export function systemsIn(answer: ReportsResponse): readonly CrmSystem[] | null {
  return LeakFigures.safeParse(reportIn(answer, 'leaks')?.figures).data?.systems ?? null;
}

/** A page of them. */
export function crmRecords(
  { system, why }: { readonly system: string; readonly why: LeftWhy },
  cursor: string | null,
  signal: AbortSignal,
): Promise<Answer<CrmRecordsResponse>> {
  return request(CrmRecordsResponse, 'GET /v1/reports/leaks/records', {
    query: { system, why, cursor },
    signal,
  });
}
