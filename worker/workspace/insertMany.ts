/**
 * Many rows in one statement, handed in as JSON: a statement takes 100 bound values at most, and a
 * statement per row costs more than the row.
 */
import { getTableColumns, sql, type InferInsertModel } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Work } from './work.ts';

/** Rows a statement takes at once: keeps its text well below the 2 MB a value may have. */
const ROWS_AT_ONCE = 500;

/** @param known what happens to a row whose key is taken: an error, left as it was, or replaced */
export function insertMany<T extends SQLiteTable>(
  work: Work,
  table: T,
  rows: readonly InferInsertModel<T>[],
  known: 'refuse' | 'ignore' | 'replace' = 'refuse',
): void {
  const columns = Object.entries(getTableColumns(table));
  const stored = rows.map((row) =>
    columns.map(([key, column]) => {
      const value: unknown = Reflect.get(row, key);
      return value === undefined || value === null ? null : column.mapToDriverValue(value);
    }),
  );
  insertRaw(
    work,
    getTableConfig(table).name,
    columns.map(([key, { name }]) => columnName(key, name)),
    stored,
    known,
  );
}

/** The same with names and values as the database has them. */
export function insertRaw(
  work: Work,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  known: 'refuse' | 'ignore' | 'replace' = 'refuse',
): void {
  const verb = sql.raw({ refuse: 'insert', ignore: 'insert or ignore', replace: 'insert or replace' }[known]);
  const names = sql.join(
    columns.map((name) => sql.identifier(name)),
    sql`, `,
  );
  const values = sql.join(
    columns.map((_, index) => sql.raw(`value ->> ${index}`)),
    sql`, `,
  );
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const json = JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE));
    work.db.run(
      sql`${verb} into ${sql.identifier(table)} (${names}) select ${values} from json_each(${json})`,
    );
  }
}

/** A column as the database names it: `casing: 'snake_case'` is applied when a query is built, which this one is not. */
export function columnName(key: string, stated: string): string {
  return stated === key ? key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : stated;
}
