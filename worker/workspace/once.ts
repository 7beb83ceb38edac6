/** A write under an `Idempotency-Key` happens once; its first answer is kept in the same transaction. */
import { and, eq, lte } from 'drizzle-orm';
import { DAY_MS } from '../../shared/time.ts';
import type { Route } from '../access.ts';
import { failure, type Outcome } from '../outcome.ts';
import * as schema from './schema.ts';
import type { Who, Work } from './work.ts';

export interface Repeat {
  readonly key: string;
  /** SHA-256 of method, path and body: what tells a repeat from something else under its key. */
  readonly print: string;
}

const KEPT_MS = DAY_MS;

/** Their answers hold a secret that only the first request ever saw. */
const SHOWN_ONCE: ReadonlySet<Route> = new Set([
  'POST /v1/invites',
  'POST /v1/sync/ticket',
  'POST /v1/devices/rotate',
]);

export function once(
  work: Work,
  who: Who,
  route: Route,
  repeat: Repeat | null,
  run: () => Outcome<unknown>,
): Outcome<unknown> {
  if (!repeat) return run();
  const { answers } = schema;
  work.db
    .delete(answers)
    .where(lte(answers.at, work.now - KEPT_MS))
    .run();
  const known = work.db
    .select()
    .from(answers)
    .where(and(eq(answers.memberId, who.memberId), eq(answers.key, repeat.key)))
    .all();
  if (known.some(({ print }) => print !== repeat.print))
    return failure(
      'conflict',
      'This `Idempotency-Key` was sent with another request. Give each its own key.',
    );
  const first = known.find((one) => one.route === route);
  if (first && SHOWN_ONCE.has(route) && first.outcome.ok)
    return failure('conflict', 'This was done already, and its secret is shown once. Ask under another key.');
  if (first) return first.outcome;
  const outcome = run();
  const row = { memberId: who.memberId, key: repeat.key, route, print: repeat.print, at: work.now, outcome };
  work.db.insert(answers).values(row).run();
  return outcome;
}
