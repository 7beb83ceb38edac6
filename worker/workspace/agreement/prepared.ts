/**
 * Queries of the hot path, built once per object: building one takes longer than asking it. What differs
 * from call to call is a placeholder, so that a prepared query can hold nothing of anybody's.
 */
import type { Database, Work } from '../work.ts';

export function prepared<Q>(build: (db: Database) => Q): (work: Pick<Work, 'db'>) => Q {
  const built = new WeakMap<Database, Q>();
  return ({ db }) => {
    const known = built.get(db);
    if (known !== undefined) return known;
    const query = build(db);
    built.set(db, query);
    return query;
  };
}
