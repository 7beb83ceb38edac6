/** Imports as they are looked up: how far each is, and what was wrong with its rows. */
import { and, asc, desc, eq, gt } from 'drizzle-orm';
import * as z from 'zod';
import { type ImportView, MOST_ERRORS, type RowFault } from '../../../shared/protocol/imports.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { readPlace, writePlace } from '../place.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export type ImportRecord = typeof schema.imports.$inferSelect;

export const UNKNOWN_IMPORT = failure('not-found', 'There is no such import.');
const SHOWN_ERRORS = 20;

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

export function viewOf(work: Work, row: ImportRecord): ImportView {
  const { jobId: _, ...view } = row;
  return { ...view, errors: [...errorsOf(work, row.id, 0, SHOWN_ERRORS)] };
}

function errorsOf(work: Work, importId: string, after: number, limit: number): readonly RowFault[] {
  const { importErrors: table } = schema;
  return work.db
    .select({ line: table.line, field: table.field, detail: table.detail, reason: table.reason })
    .from(table)
    .where(and(eq(table.importId, importId), gt(table.line, after)))
    .orderBy(asc(table.line))
    .limit(limit)
    .all()
    .map(({ reason, ...fault }) => (reason === null ? fault : { ...fault, reason }));
}
