/**
 * Queries of the hot path, built once per process: building one takes longer than asking it, and an
 * object that was evicted would begin anew. What differs from call to call is a placeholder, so that a
 * prepared query can hold nothing of anybody's; it runs on the storage of whoever asks.
 */
import { drizzle } from 'drizzle-orm/durable-sqlite';
import * as schema from '../schema.ts';
import type { Database, Work } from '../work.ts';

export function prepared<Q extends object>(
  build: (db: Omit<Database, '$client'>) => Q,
): (work: Pick<Work, 'db'>) => Q {
  let built: Q | undefined;
  const bound = new WeakMap<Database, Q>();
  return ({ db }) => {
    const known = bound.get(db);
    if (known !== undefined) return known;
    built ??= build(anybody);
    const query = boundTo(db.$client, built);
    bound.set(db, query);
    return query;
  };
}

/** Whose storage the running query is for: none of them waits, so nobody comes between. */
let asking: DurableObjectStorage | undefined;

const exec: SqlStorage['exec'] = (query, ...values) => {
  if (asking === undefined) throw new Error('a prepared query runs on somebody’s storage');
  return asking.sql.exec(query, ...values);
};

// As much of a storage as a query asks for.
const storage = { sql: { exec } } as DurableObjectStorage;

const anybody = drizzle(storage, { schema, casing: 'snake_case' });

function boundTo<Q extends object>(client: DurableObjectStorage, query: Q): Q {
  return new Proxy(query, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        const before = asking;
        asking = client;
        try {
          return value.apply(target, given);
        } finally {
          asking = before;
        }
      };
    },
  });
}
