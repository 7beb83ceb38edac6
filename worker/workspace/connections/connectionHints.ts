/** What webhooks of a connected system hinted at: noted, known again, looked at by the next turn. */
import type { Vendor } from '../../../shared/protocol/connections.ts';
import type { Hint } from '../../connectors/connector.ts';
import { done, type Outcome } from '../../outcome.ts';
import { connectionOf, count, UNKNOWN_CONNECTION } from './connectionRows.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const { connectionHints } = schema;

/** Of a delivery the route has found signed: looked at again over there, whatever it says. */
export function receiveHints(
  work: Work,
  { id, vendor, hints }: { id: string; vendor: Vendor; hints: readonly Hint[] },
): Outcome<null> {
  const row = connectionOf(work, id);
  if (row?.vendor !== vendor) return UNKNOWN_CONNECTION;
  const fresh = hints
    .filter(({ account }) => account === undefined || account === row.account?.id)
    .map(({ key, stream, id: recordId, gone = null }) => ({
      connectionId: id,
      key: key.slice(0, 300),
      stream,
      recordId,
      gone,
      receivedAt: work.now,
    }));
  const added = fresh.filter(
    (hint) => work.db.insert(connectionHints).values(hint).onConflictDoNothing().returning().all().length > 0,
  );
  if (added.length === 0) return done(null);
  count(work, id, { hints: added.length });
  return done(null);
}
