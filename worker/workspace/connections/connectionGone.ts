/** Who and what is gone over there. */
import type { Fact } from '../../../shared/lead/facts.ts';
import type { Gone } from '../../connectors/connector.ts';
import { headOf, type Tally } from './connectionFacts.ts';
import { dropLeft } from './connectionLeft.ts';
import { forgetRecord, keepRecord, recordsOf } from './connectionRecords.ts';
import type { AgreedConnection } from './connectionRows.ts';
import { eraseOne } from '../privacy/erase.ts';
import { appendFacts } from '../leads/facts.ts';
import { leadExists } from '../leads/identity.ts';
import { holderOf } from '../leads/merged.ts';
import { refold, stateOf } from '../leads/refold.ts';
import type { Work } from '../work.ts';

/** In the agreed direction: what is only deleted there may stay here, what was erased goes (PRI4). */
export function applyGone(work: Work, connection: AgreedConnection, { ref, why, into }: Gone): Tally {
  const { id, mapping } = connection;
  const records = recordsOf(work, id, ref);
  if (records.length === 0) dropLeft(work, id, ref);
  if (records.length === 0) return {};
  for (const { leadId: kept, factId } of records) {
    const leadId = holderOf(work, kept);
    if (!leadExists(work, leadId)) continue;
    if (factId === null) {
      const isErased = why === 'erased' || (why === 'deleted' && mapping.gone.there === 'erase');
      if (isErased) eraseOne(work, { memberId: id }, leadId);
      continue;
    }
    if (!factId.includes(':deal:')) takeBack(work, connection, leadId, factId);
  }
  forgetRecord(work, id, ref);
  dropLeft(work, id, ref);
  for (const { leadId } of records) work.ground.reports().touch(holderOf(work, leadId));
  // It goes on as another record, whose lead has the same addresses: duplicates are shown, never merged (IDN3).
  const survivor = into === undefined ? undefined : recordsOf(work, id, into)[0];
  const first = records[0];
  if (into !== undefined && survivor === undefined && first !== undefined && leadExists(work, first.leadId))
    keepRecord(work, id, into, first.leadId, { said: {} });
  return { gone: 1 };
}

/** An attempt whose record was deleted there was not made, as far as anybody can tell. */
function takeBack(work: Work, connection: AgreedConnection, leadId: string, attempt: string): void {
  const id = `${attempt}:gone`;
  const head = headOf(work, connection, leadId, work.now);
  const isAttempt = stateOf(work, leadId, work.now).attempts.some(({ factIds }) => factIds.includes(attempt));
  if (!isAttempt) return;
  const fact: Fact = { ...head, id, kind: 'attempt.withdrawn', body: { attempt } };
  if (appendFacts(work, [fact]).length > 0) refold(work, leadId);
}
