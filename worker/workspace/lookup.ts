/** Strange addresses (PRI1): the filter devices match them against, and the chip of those that are leads (ACC3). */
import { isNotNull, sql } from 'drizzle-orm';
import { newFilter } from '../../shared/lead/addressFilter.ts';
import { memberAt } from '../../shared/lead/memberAt.ts';
import type { FilterResponse, LookupChip, LookupRequest } from '../../shared/protocol/lookup.ts';
import { done, type Outcome } from '../outcome.ts';
import { lookupKey } from './addressHash.ts';
import * as schema from './schema.ts';
import { tryOnce } from './tries.ts';
import { headOf, type Database, type Who, type Work } from './work.ts';

/** Built when it is asked for and something has changed; many devices ask within the same hour. */
const built = new WeakMap<Database, { readonly head: number; readonly response: FilterResponse }>();

export function readFilter(work: Work): Outcome<FilterResponse> {
  const head = headOf(work.db);
  const known = built.get(work.db);
  if (known?.head === head) return done(known.response);
  const { leadKeys } = schema;
  const hashes = work.db
    .selectDistinct({ hash: leadKeys.hash })
    .from(leadKeys)
    .where(isNotNull(leadKeys.hash))
    .all()
    .flatMap(({ hash }) => (hash === null ? [] : [hash]));
  const filter = newFilter(hashes);
  const response = { key: lookupKey(work), addresses: hashes.length, filter: base64(filter) };
  built.set(work.db, { head, response });
  return done(response);
}

export function lookUp(
  work: Work,
  who: Who,
  { hashes }: LookupRequest,
): Outcome<{ chips: readonly LookupChip[] }> {
  const tooMany = tryOnce(work, 'lookup', who.memberId);
  if (tooMany) return tooMany;
  const rows = work.db.all<{
    hash: number;
    id: string;
    stage: string;
    owner: string | null;
    at: number | null;
    by: string | null;
  }>(
    sql`select distinct hash, leads.id as id, stage, owner, touched_at as at, touched_by as by
        from lead_keys join leads on leads.id = lead_keys.lead_id
        where hash is not null and hash in (select value from json_each(${JSON.stringify(hashes)}))
        order by hash, leads.id`,
  );
  const person = (id: string | null) => {
    const member = memberAt(work.ground.room(), id, work.now);
    return member && { id: member.id, name: member.name };
  };
  return done({
    chips: rows.map(({ hash, id, stage, owner, at, by }) => {
      const toucher = person(by);
      const touched = at !== null && toucher ? { at, by: toucher } : null;
      return { hash, leadId: id, stage, owner: person(owner), touched };
    }),
  });
}

function base64(bytes: Uint8Array): string {
  // Not all at once: a call takes only so many arguments.
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return btoa(text);
}
