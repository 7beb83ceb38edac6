/** Rows of a backup before anything is replaced by them: known tables and columns, facts and agreements as they must be. */
import { getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as z from 'zod';
import { Definitions } from '../../../shared/definitions/definitions.ts';
import { Fact } from '../../../shared/lead/facts.ts';
import { BackupRow } from '../../../shared/protocol/backup.ts';
import { done, type Outcome } from '../../outcome.ts';
import { HELD } from './backupTables.ts';
import { columnName } from '../insertMany.ts';
import * as schema from '../schema.ts';
import { refused } from '../../refused.ts';
import type { PlainReason, Reason } from '../../../shared/protocol/reason.ts';

/** Columns by table, as the database names them. */
export const COLUMNS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.values(schema)
    .filter((table): table is SQLiteTable & (typeof schema)['facts'] => is(table, SQLiteTable))
    .map((table) => [
      getTableConfig(table).name,
      new Set(Object.entries(getTableColumns(table)).map(([key, { name }]) => columnName(key, name))),
    ]),
);

/** @returns how many rows */
export function checkRows(lines: string): Outcome<number> {
  let rows = 0;
  for (const line of lines.split('\n')) {
    const fault = faultOf(line);
    if (fault !== undefined) return refused('invalid-body', fault);
    rows += 1;
  }
  return done(rows);
}

function faultOf(line: string): Reason | PlainReason | undefined {
  const read = parsed(BackupRow, line);
  if (!read) return 'backup_row';
  const { table, row } = read;
  if (!HELD.includes(table)) return { code: 'backup_table', name: table };
  const columns = COLUMNS.get(table);
  if (Object.keys(row).some((name) => columns?.has(name) !== true))
    return { code: 'backup_columns', name: table };
  if (table === 'facts') {
    const { seq: _, lead_id: leadId, recorded_at: recordedAt, body, ...rest } = row;
    const fact = { ...rest, leadId, recordedAt, body: parsed(z.unknown(), String(body)) };
    if (!Fact.safeParse(fact).success) return 'backup_fact';
  }
  if (table === 'definitions' && !parsed(Definitions, String(row['body']))) return 'backup_agreement';
  if (
    table === 'members' &&
    !parsed(z.array(z.object({ kind: z.string(), at: z.int() })), String(row['log']))
  )
    return 'backup_member';
  return undefined;
}

function parsed<T>(shape: z.ZodType<T>, text: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
