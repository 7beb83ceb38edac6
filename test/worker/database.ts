/** Looks into the object's own database, past every route. */
import { env, runInDurableObject } from 'cloudflare:test';
import type { Env } from '../../worker/env.ts';

export function objectOf(workspaceId: string) {
  return (env as unknown as Env).WORKSPACE.getByName(workspaceId);
}

/** Every row of every table, as text. */
export function dump(workspaceId: string): Promise<string> {
  return runInDurableObject(objectOf(workspaceId), (_, state) => {
    const { sql } = state.storage;
    const tables = sql
      .exec<{ name: string }>(
        "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
      )
      .toArray();
    return JSON.stringify(tables.map(({ name }) => [name, sql.exec(`select * from "${name}"`).toArray()]));
  });
}

export function rows<T extends Record<string, SqlStorageValue>>(
  workspaceId: string,
  query: string,
  ...values: SqlStorageValue[]
): Promise<T[]> {
  return runInDurableObject(objectOf(workspaceId), (_, state) =>
    state.storage.sql.exec<T>(query, ...values).toArray(),
  );
}
