/** Which leads the address asks for: by filters, or those behind a number of a report or of a preview. */
import { CLOCK_FILTERS, LEAD_SORTS, LeadsListResponse } from '../../../shared/protocol/leads.ts';
import { PreviewLeadsResponse } from '../../../shared/protocol/definitions.ts';
import { ReportLeadsResponse, REPORTS, type ReportName } from '../../../shared/protocol/reports.ts';
import type { Resource } from '../api/cache.ts';
import { type Query, request } from '../api/request.ts';

type Params = Readonly<Record<string, string>>;

/** Filters of the list, each by its name in the address and in the API. */
export const FILTERS = ['text', 'stage', 'clock', 'owner', 'team', 'segment', 'source', 'backlog'] as const;
/** What a number of a report was asked with. */
const OF_REPORT = [
  'cell',
  'hit',
  'from',
  'to',
  'team',
  'owner',
  'segment',
  'source',
  'metric',
  'version',
] as const;

export interface AskedLeads {
  /** The report whose number this is; null for a list by filters. */
  readonly report: ReportName | null;
  /** The job of the preview whose number this is (DEF2). */
  readonly preview: string | null;
  readonly query: Query;
}

/** What the address does not know how to ask is left out. */
export function askedIn(params: Params): AskedLeads {
  const report = REPORTS.find((one) => one === params['report']) ?? null;
  if (report !== null) return { report, preview: null, query: pick(params, OF_REPORT) };
  const preview = params['preview'] ?? null;
  if (preview !== null) return { report, preview, query: pick(params, ['cell']) };
  const sort = LEAD_SORTS.find((one) => one === params['sort']) ?? 'due';
  const clock = CLOCK_FILTERS.find((one) => one === params['clock']);
  const text = (params['text'] ?? '').trim();
  return {
    report,
    preview,
    query: { ...pick(params, FILTERS), text: text.length >= 2 ? text.slice(0, 100) : null, clock, sort },
  };
}

const PAGE = 200;

/** A page of leads; of a preview also from where to where they would move. */
export interface LeadsPage extends LeadsListResponse {
  readonly moves?: PreviewLeadsResponse['moves'] | undefined;
}

/** One page; null = the first. */
export function pageOf({ report, preview, query }: AskedLeads, cursor: string | null): Resource<LeadsPage> {
  const whole = { ...query, cursor, limit: PAGE };
  if (preview !== null) {
    const path = `/v1/jobs/${encodeURIComponent(preview)}/leads` as const;
    return {
      key: `${path}?${JSON.stringify(whole)}`,
      load: (signal) => request(PreviewLeadsResponse, `GET ${path}`, { query: whole, signal }),
    };
  }
  const path = report === null ? '/v1/leads' : `/v1/reports/${report}/leads`;
  return {
    key: `${path}?${JSON.stringify(whole)}`,
    load: (signal) =>
      request(report === null ? LeadsListResponse : ReportLeadsResponse, `GET ${path as '/v1/leads'}`, {
        query: whole,
        signal,
      }),
  };
}

function pick(params: Params, names: readonly string[]): Query {
  return Object.fromEntries(names.flatMap((name) => (params[name] ? [[name, params[name]]] : [])));
}
