/**
 * Files handed in (TRI2): received in parts by whoever reads the file, kept until all has come, then
 * applied by a job. Nothing of it is in the workspace before the file is whole.
 */
import { and, eq, lt, or, sql } from 'drizzle-orm';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import {
  type ImportView,
  type Mapping,
  MOST_ERRORS,
  type RowFault,
} from '../../../shared/protocol/imports.ts';
import type { Offsets } from '../../../shared/sla/localTime.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { done, type Outcome } from '../../outcome.ts';
import { refused } from '../../refused.ts';
import { audit } from '../people/audit.ts';
import { insertMany } from '../insertMany.ts';
import { startJob } from '../jobs/jobs.ts';
import { type ImportRecord, importOf, UNKNOWN_IMPORT, viewOf } from './importViews.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

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

/** A file that stopped coming is given up after this. */
const ABANDONED_MS = HOUR_MS;
const MOST_AT_ONCE = 3;

export function receiveImport(
  work: Work,
  who: Who,
  step: ImportStep,
): Outcome<{ readonly view: ImportView; readonly ground: ImportGround | null }> {
  if (step.step === 'begin') return begin(work, who, step);
  const row = importOf(work, step.id);
  if (!row || row.by !== who.memberId) return UNKNOWN_IMPORT;
  if (row.state !== 'receiving') return refused('conflict', 'over_already');
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
  if (going.length >= MOST_AT_ONCE) return refused('conflict', { code: 'imports_running', n: going.length });
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
  const version = work.ground.inForce(work.now);
  const { definitions } = version;
  const { offsets } = workspaceCalendarOf(version);
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

/** Files that stopped coming, so that their rows do not lie about. */
export function dropAbandoned(work: Work): void {
  const rows = work.db
    .select({ id: schema.imports.id })
    .from(schema.imports)
    .where(and(eq(schema.imports.state, 'receiving'), lt(schema.imports.updatedAt, work.now - ABANDONED_MS)))
    .all();
  for (const row of rows) giveUp(work, row, 'failed');
}
