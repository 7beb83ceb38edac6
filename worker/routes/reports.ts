/** `/v1/reports/:name`, as JSON and CSV, and the leads behind each number (TGT4, TGT5). */
import { Hono } from 'hono';
import {
  ReportLeadsQuery,
  ReportQuery,
  REPORTS,
  ReportsQuery,
  type ReportName,
  type ReportRunning,
} from '../../shared/protocol/reports.ts';
import { CrmRecordsQuery } from '../../shared/protocol/crmRecords.ts';
import { answer, ask, type AppContext } from '../ask.ts';
import type { Env } from '../env.ts';
import type { Outcome } from '../outcome.ts';
import { problemResponse } from '../problem.ts';
import { csvOf } from '../reportCsv.ts';
import { query } from './validate.ts';

export const reports = new Hono<{ Bindings: Env }>();

/** A request of the free plan may make 50 calls in all. */
const MOST_SLICES = 45;

reports.get('/v1/reports', query(ReportsQuery), async (c) => {
  const outcome = await wholly(() => ask(c, 'GET /v1/reports', c.req.valid('query')));
  if (!outcome.ok) return problemResponse(outcome);
  return 'state' in outcome.value ? later(c, outcome.value) : answer(c, outcome);
});

reports.get('/v1/reports/:name', query(ReportQuery), async (c) => {
  const name = nameOf(c.req.param('name'));
  const { format = 'json', ...asked } = c.req.valid('query');
  const outcome = await wholly(() => ask(c, 'GET /v1/reports/:name', { name, query: asked }));
  if (!outcome.ok) return problemResponse(outcome);
  if ('state' in outcome.value) return later(c, outcome.value);
  if (format === 'json') return answer(c, outcome);
  return c.body(csvOf(outcome.value.rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  });
});

reports.get('/v1/reports/leaks/records', query(CrmRecordsQuery), async (c) => {
  return answer(c, await ask(c, 'GET /v1/reports/leaks/records', c.req.valid('query')));
});

reports.get('/v1/reports/:name/leads', query(ReportLeadsQuery), async (c) => {
  const name = nameOf(c.req.param('name'));
  return answer(c, await ask(c, 'GET /v1/reports/:name/leads', { name, query: c.req.valid('query') }));
});

/** Whether one may ask at all comes first: an unknown name is told by the workspace. */
function nameOf(text: string): ReportName | null {
  return REPORTS.find((name) => name === text) ?? null;
}

/** Slice after slice, each its own call so that others get their turn in between. */
export async function wholly<T>(
  slice: () => Promise<Outcome<T | ReportRunning>>,
): Promise<Outcome<T | ReportRunning>> {
  let outcome = await slice();
  for (let count = 1; count < MOST_SLICES && outcome.ok && isRunning(outcome.value); count += 1) {
    // Without it the next call is there before anybody's request was read off the line.
    await scheduler.wait(1);
    outcome = await slice();
  }
  return outcome;
}

function isRunning(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'state' in value;
}

export function later(c: AppContext, running: ReportRunning): Response {
  c.header('Retry-After', '1');
  return c.json(running, 202);
}
