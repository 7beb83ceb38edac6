/** Rows of a backup before anything is replaced by them: known tables and columns, facts and agreements as they must be. */
import { getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as z from 'zod';
import { Definitions } from '../../../shared/definitions/definitions.ts';
import { Fact } from '../../../shared/lead/facts.ts';
import { BackupRow } from '../../../shared/protocol/backup.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { HELD } from './backupTables.ts';
import { columnName } from '../insertMany.ts';
import * as schema from '../schema.ts';

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
    if (fault !== undefined)
      return failure('invalid-body', `This backup cannot be used: ${fault}. Nothing was changed.`);
    rows += 1;
  }
  return done(rows);
}

function faultOf(line: string): string | undefined {
  const read = parsed(BackupRow, line);
  if (!read) return 'a line of it is no row';
  const { table, row } = read;
  if (!HELD.includes(table)) return `it has rows of "${table}", which no backup holds`;
  const columns = COLUMNS.get(table);
  if (Object.keys(row).some((name) => columns?.has(name) !== true))
    return `"${table}" has columns this version does not know`;
  if (table === 'facts') {
    const { seq: _, lead_id: leadId, recorded_at: recordedAt, body, ...rest } = row;
    const fact = { ...rest, leadId, recordedAt, body: parsed(z.unknown(), String(body)) };
    if (!Fact.safeParse(fact).success) return 'a fact of it is none';
  }
  if (table === 'definitions' && !parsed(Definitions, String(row['body'])))
    return 'an agreement in it cannot be read';
  if (
    table === 'members' &&
    !parsed(z.array(z.object({ kind: z.string(), at: z.int() })), String(row['log']))
  )
    return 'a member in it cannot be read';
  return undefined;
}

function parsed<T>(shape: z.ZodType<T>, text: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
