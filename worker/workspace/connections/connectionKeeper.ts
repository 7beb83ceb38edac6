/**
 * What a connected system keeps and somebody changed here is put back: the keeper's value stands where both
 * have one, and it is theirs again at once rather than at their next change.
 */
import type { BodyOf } from '../../../shared/lead/facts.ts';
import { headOf } from './connectionFacts.ts';
import { fieldsOf } from './connectionPerson.ts';
import { personsOf } from './connectionRecords.ts';
import type { AgreedConnection } from './connectionRows.ts';
import { appendFacts } from '../leads/facts.ts';
import { leadExists } from '../leads/identity.ts';
import { holderOf, idsOf } from '../leads/merged.ts';
import { refold, stateOf } from '../leads/refold.ts';
import type { Work } from '../work.ts';
import { v7 as uuidv7 } from 'uuid';

/** In a transaction of its own. */
export function putBack(work: Work, connection: AgreedConnection, lead: string): void {
  const leadId = holderOf(work, lead);
  const records = personsOf(work, connection.id, idsOf(work, leadId));
  const [first] = records;
  if (first === undefined || !leadExists(work, leadId)) return;
  const theirs = { ...connection.mapping, fields: connection.mapping.fields.filter(isTheirs) };
  // Of a lead that is two records there, whatever one of them says is theirs.
  const said = records.map((record) => fieldsOf(work, theirs, record.said, false).fields);
  const { fields } = stateOf(work, leadId, work.now);
  const other = Object.entries(said[0] ?? {}).filter(
    ([field]) => !said.some((one) => one[field] === fields[field]),
  );
  if (other.length === 0) return;
  const body: BodyOf<'lead.changed'> = { fields: Object.fromEntries(other) };
  const head = headOf(work, connection, leadId, work.now);
  // Its name is theirs, so that they are not told of it; and it comes after what was done here in the same
  // instant, which would otherwise stand against it for ever.
  const id = `c:${connection.id}:kept:${uuidv7({ msecs: work.now })}`;
  appendFacts(work, [{ ...head, id, kind: 'lead.changed', body }]);
  refold(work, leadId);
}

/** Where a lead came from first is nobody's to change, here or there. */
function isTheirs({ ours, keeper }: AgreedConnection['mapping']['fields'][number]): boolean {
  return keeper === 'theirs' && ours !== 'source' && ours !== 'campaign';
}
