/**
 * Files handed in (TRI2): received in parts by whoever reads the file, kept until all has come, then
 * applied by a job. Nothing of it is in the workspace before the file is whole.
 */
import { and, asc, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { type ImportView, type Mapping, MOST_ERRORS, type RowFault } from '../../shared/protocol/imports.ts';
import type { Offsets } from '../../shared/sla/localTime.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { done, failure, type Outcome } from '../outcome.ts';
import { audit } from './audit.ts';
import { insertMany } from './insertMany.ts';
import { startJob } from './jobs.ts';
import { readPlace, writePlace } from './place.ts';
import * as schema from './schema.ts';
import type { Who, Work } from './work.ts';

/** One request is several calls: the file is read outside the object, which stays free meanwhile. */
export type ImportStep =
  | {
      readonly step: 'begin';
      readonly id: string;
      readonly format: 'csv' | 'ndjson';
      readonly dryRun: boolean;
    }
  | { readonly step: 'mapping'; readonly id: string; readonly mapping: Mapping }
  | {
      readonly step: 'part';
      readonly id: string;
      readonly n: number;
      /** JSON of `NumberedRow[]`. */
      readonly rows: string;
      readonly count: number;
      readonly faults: readonly RowFault[];
      /** Faults beyond those kept. */
      readonly more: number;
      readonly bytes: number;
    }
  | { readonly step: 'end'; readonly id: string }
  | { readonly step: 'give up'; readonly id: string };

export interface ImportGround {
  readonly definitions: Definitions;
  readonly offsets: Offsets;
  readonly language: Language;
}

export type ImportRecord = typeof schema.imports.$inferSelect;

export const UNKNOWN_IMPORT = failure('not-found', 'There is no such import.');
/** A file that stopped coming is given up after this. */
const ABANDONED_MS = HOUR_MS;
const MOST_AT_ONCE = 3;
const SHOWN_ERRORS = 20;

export function receiveImport(
  work: Work,
  who: Who,
  step: ImportStep,
): Outcome<{ readonly view: ImportView; readonly ground: ImportGround | null }> {
  if (step.step === 'begin') return begin(work, who, step);
  const row = importOf(work, step.id);
  if (!row || row.by !== who.memberId) return UNKNOWN_IMPORT;
  if (row.state !== 'receiving') return failure('conflict', `This import is ${row.state} already.`);
  switch (step.step) {
    case 'mapping':
      change(work, row, { mapping: step.mapping });
      break;
    case 'part':
      keepPart(work, row, step);
      break;
    case 'end': {
      const jobId = startJob(work, {
        kind: 'import',
        by: who.memberId,
        input: { importId: row.id },
        total: row.rows,
      });
      change(work, row, { state: 'running', jobId });
      break;
    }
    case 'give up':
      giveUp(work, row, 'failed');
      break;
  }
  return done({ view: viewOf(work, importOf(work, step.id) ?? row), ground: null });
}

/** Asks what columns may mean here; writes nothing. */
export function importGround(work: Work): Outcome<ImportGround> {
  return done(groundOf(work));
}

function begin(
  work: Work,
  who: Who,
  { id, format, dryRun }: Extract<ImportStep, { step: 'begin' }>,
): Outcome<{ view: ImportView; ground: ImportGround }> {
  const open = work.db
    .select()
    .from(schema.imports)
    .where(or(eq(schema.imports.state, 'receiving'), eq(schema.imports.state, 'running')))
    .all();
  const [stopped, going] = [open.filter(isAbandoned), open.filter((row) => !isAbandoned(row))];
  for (const row of stopped) giveUp(work, row, 'failed');
  if (going.length >= MOST_AT_ONCE)
    return failure('conflict', `${going.length} imports are under way. Wait for one to end, or cancel it.`);
  const counts = { bytes: 0, rows: 0, created: 0, changed: 0, unchanged: 0, failed: 0, facts: 0 };
  const times = { createdAt: work.now, updatedAt: work.now };
  const row: ImportRecord = {
    id,
    by: who.memberId,
    state: 'receiving',
    format,
    dryRun,
    mapping: {},
    jobId: null,
    ...times,
    ...counts,
  };
  work.db.insert(schema.imports).values(row).run();
  audit(work, who, 'import.started', id, { format, dryRun });
  return done({ view: viewOf(work, row), ground: groundOf(work) });

  function isAbandoned({ state, updatedAt }: ImportRecord): boolean {
    return state === 'receiving' && updatedAt < work.now - ABANDONED_MS;
  }
}

function groundOf(work: Work): ImportGround {
  const { definitions, calendars } = work.ground.inForce(work.now);
  const offsets = calendars[definitions.workspaceCalendar]?.offsets ?? [];
  return { definitions, offsets, language: work.ground.workspace()?.language ?? 'en' };
}

function keepPart(work: Work, row: ImportRecord, part: Extract<ImportStep, { step: 'part' }>): void {
  const { n, rows, count, faults, more, bytes } = part;
  if (count > 0)
    work.db.insert(schema.importParts).values({ importId: row.id, n, rows }).onConflictDoNothing().run();
  keepErrors(work, row.id, faults);
  const wrong = faults.length + more;
  change(work, row, { rows: row.rows + count + wrong, failed: row.failed + wrong, bytes });
}

/** The first thousand of an import; the others are only counted. */
export function keepErrors(work: Work, importId: string, faults: readonly RowFault[]): void {
  if (faults.length === 0) return;
  const { importErrors } = schema;
  const kept = work.db
    .select({ count: sql<number>`count(*)` })
    .from(importErrors)
    .where(eq(importErrors.importId, importId))
    .get();
  const rest = faults.slice(0, Math.max(0, MOST_ERRORS - (kept?.count ?? 0)));
  insertMany(
    work,
    importErrors,
    rest.map((fault) => ({ importId, ...fault })),
    'ignore',
  );
}

export function change(work: Work, { id }: Pick<ImportRecord, 'id'>, changed: Partial<ImportRecord>): void {
  work.db
    .update(schema.imports)
    .set({ ...changed, updatedAt: work.now })
    .where(eq(schema.imports.id, id))
    .run();
}

export function giveUp(work: Work, row: Pick<ImportRecord, 'id'>, state: 'failed' | 'cancelled'): void {
  change(work, row, { state });
  dropParts(work, row.id);
}

export function dropParts(work: Work, importId: string): void {
  work.db.delete(schema.importParts).where(eq(schema.importParts.importId, importId)).run();
}

export function importOf(work: Work, id: string): ImportRecord | undefined {
  return work.db.select().from(schema.imports).where(eq(schema.imports.id, id)).get();
}

/** One's own; a manager's and an admin's: all. */
export function visibleImport(work: Work, who: Who, id: string): ImportRecord | undefined {
  const row = importOf(work, id);
  const sees = who.role === 'admin' || who.role === 'manager' || row?.by === who.memberId;
  return sees ? row : undefined;
}

export function readImport(work: Work, who: Who, { id }: { id: string }): Outcome<ImportView> {
  const row = visibleImport(work, who, id);
  return row ? done(viewOf(work, row)) : UNKNOWN_IMPORT;
}

export function listImports(work: Work, who: Who): Outcome<{ imports: readonly ImportView[] }> {
  const all = who.role === 'admin' || who.role === 'manager';
  const rows = work.db
    .select()
    .from(schema.imports)
    .where(all ? undefined : eq(schema.imports.by, who.memberId))
    .orderBy(desc(schema.imports.createdAt), desc(schema.imports.id))
    .limit(100)
    .all();
  return done({ imports: rows.map((row) => ({ ...viewOf(work, row), errors: [] })) });
}

const Line = z.int().min(0);

/** By line. */
export function importErrors(
  work: Work,
  who: Who,
  {
    id,
    cursor,
    limit = MOST_ERRORS,
  }: { id: string; cursor?: string | undefined; limit?: number | undefined },
): Outcome<{ errors: readonly RowFault[]; cursor: string | null }> {
  if (!visibleImport(work, who, id)) return UNKNOWN_IMPORT;
  const after = cursor === undefined ? 0 : readPlace(Line, cursor);
  if (after === undefined)
    return failure('bad-request', 'This cursor is none of ours. Leave it out to begin with the first.');
  const errors = errorsOf(work, id, after, limit + 1);
  const page = errors.slice(0, limit);
  const last = page.at(-1);
  return done({ errors: page, cursor: errors.length > limit && last ? writePlace(last.line) : null });
}

function viewOf(work: Work, row: ImportRecord): ImportView {
  const { jobId: _, ...view } = row;
  return { ...view, errors: [...errorsOf(work, row.id, 0, SHOWN_ERRORS)] };
}

function errorsOf(work: Work, importId: string, after: number, limit: number): readonly RowFault[] {
  const { importErrors: table } = schema;
  return work.db
    .select({ line: table.line, field: table.field, detail: table.detail })
    .from(table)
    .where(and(eq(table.importId, importId), gt(table.line, after)))
    .orderBy(asc(table.line))
    .limit(limit)
    .all();
}

/** Files that stopped coming, so that their rows do not lie about. */
export function dropAbandoned(work: Work): void {
  const rows = work.db
    .select({ id: schema.imports.id })
    .from(schema.imports)
    .where(and(eq(schema.imports.state, 'receiving'), lt(schema.imports.updatedAt, work.now - ABANDONED_MS)))
    .all();
  for (const row of rows) giveUp(work, row, 'failed');
}
