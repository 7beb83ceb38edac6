/** The leads behind each number of a preview (DEF2): noted slice by slice, read by whoever may draft. */
import { and, asc, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { PreviewLeadsQuery, PreviewLeadsResponse } from '../../../shared/protocol/definitions.ts';
import { CellRows } from '../../../shared/protocol/reports.ts';
import type { Row } from '../../../shared/target/table.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { insertMany } from '../insertMany.ts';
import { rowsListed } from '../leads/leadList.ts';
import { readPlace, writePlace } from '../place.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';
import { numberOf, UNKNOWN_JOB } from './jobs.ts';

const { jobs, previewLeads } = schema;

/** What was tried before the last two is looked at by nobody. */
const KEPT = 2;
/** Slices of a page: each holds a hundred leads at most. */
const SLICES = 3;
const Place = z.string().max(200);

/** @param named ids of this slice by the JSON of their mark's row */
export function noteLeads(
  work: Work,
  job: string,
  after: string,
  named: ReadonlyMap<string, readonly string[]>,
): void {
  const rows = [...named].map(([mark, leads]) => ({ job: numberOf(job), mark, after, leads }));
  insertMany(work, previewLeads, rows, 'replace');
}

export function forgetEarlier(work: Work): void {
  work.db
    .delete(previewLeads)
    .where(lt(previewLeads.job, firstKept(work)))
    .run();
}

/** Number of the first preview whose leads are kept. */
function firstKept(work: Work): number {
  const kept = work.db
    .select({ n: jobs.n })
    .from(jobs)
    .where(eq(jobs.kind, 'preview'))
    .orderBy(desc(jobs.n))
    .limit(1)
    .offset(KEPT - 1)
    .get();
  return kept?.n ?? 0;
}

/** Page by page in the order of their ids; a page holds whole slices, and none is empty while there are more. */
export function leadsOfPreview(
  work: Work,
  who: Who,
  { id, query: { cell, cursor } }: { id: string; query: PreviewLeadsQuery },
): Outcome<PreviewLeadsResponse> {
  const job = numberOf(id);
  const row = work.db.select({ kind: jobs.kind, state: jobs.state }).from(jobs).where(eq(jobs.n, job)).get();
  if (row?.kind !== 'preview' || row.state !== 'done' || job < firstKept(work)) return UNKNOWN_JOB;
  const cells = CellRows.safeParse(parsed(cell)).data;
  if (!cells)
    return failure('invalid-body', 'A cell is a JSON array of texts.', [
      { pointer: '/cell', detail: 'not the beginning of a mark of a preview' },
    ]);
  const after = cursor === undefined ? undefined : readPlace(Place, cursor);
  if (cursor !== undefined && after === undefined)
    return failure('bad-request', 'This cursor is none of this list. Leave it out to begin anew.');
  const isIn = and(eq(previewLeads.job, job), or(...cells.map(beginsWith)));
  const slices = work.db
    .selectDistinct({ after: previewLeads.after })
    .from(previewLeads)
    .where(and(isIn, after === undefined ? undefined : gt(previewLeads.after, after)))
    .orderBy(asc(previewLeads.after))
    .limit(SLICES + 1)
    .all();
  const page = slices.slice(0, SLICES);
  const [first, last] = [page[0], page.at(-1)];
  const marked =
    first && last
      ? work.db
          .select()
          .from(previewLeads)
          .where(and(isIn, sql`${previewLeads.after} between ${first.after} and ${last.after}`))
          .all()
      : [];
  const leads = rowsListed(work, who, [...new Set(marked.flatMap((one) => one.leads))]);
  const seen = new Set(leads.map((lead) => lead.id));
  return done({
    leads,
    moves: marked.flatMap(({ mark, leads: moving }) => {
      const [what, from, to] = rowOf(mark);
      if (what !== 'move' || typeof from !== 'string' || typeof to !== 'string') return [];
      return moving.filter((lead) => seen.has(lead)).map((lead) => ({ lead, from, to }));
    }),
    cursor: slices.length > SLICES && last ? writePlace(last.after) : null,
  });
}

/** `["move"]` is the beginning of every move. */
function beginsWith(row: Row) {
  const open = JSON.stringify(row).slice(0, -1);
  return sql`substr(${previewLeads.mark}, 1, ${open.length + 1}) in (${`${open},`}, ${`${open}]`})`;
}

function rowOf(mark: string): Row {
  return z.array(z.string().nullable()).parse(JSON.parse(mark));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
