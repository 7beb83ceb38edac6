import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { BACKUP_TABLES } from '../../worker/workspace/privacy/backupTables.ts';
import * as schema from '../../worker/workspace/schema.ts';

test('[SYN6] every table says what a backup holds of it and what a restore does with it', () => {
  const names = Object.values(schema)
    .filter((table) => is(table, SQLiteTable))
    .map((table) => getTableConfig(table as SQLiteTable).name);
  const said = Object.keys(BACKUP_TABLES);
  expect(
    names.filter((name) => !said.includes(name)),
    'add a line to worker/workspace/privacy/backupTables.ts',
  ).toEqual([]);
  expect(
    said.filter((name) => !names.includes(name)),
    'this table is gone: take its line out of worker/workspace/privacy/backupTables.ts',
  ).toEqual([]);
});
