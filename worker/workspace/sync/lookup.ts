/** Strange addresses (PRI1): the filter devices match them against, and the chip of those that are leads (ACC3). */
import { sql } from 'drizzle-orm';
import { newFilter } from '../../../shared/protocol/addressFilter.ts';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { FilterResponse, LookupChip, LookupRequest } from '../../../shared/protocol/lookup.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { done, type Outcome } from '../../outcome.ts';
import { lookupKey } from '../leads/addressHash.ts';
import { tryOnce } from '../people/tries.ts';
import { headOf, type Database, type Who, type Work } from '../work.ts';

/** Built when it is asked for and something has changed; many devices ask within the same hour. */
const built = new WeakMap<Database, { head: number; at: number; response: FilterResponse }>();
/** A large one takes a moment to build, so what was added just now waits so long to be in it. */
const SMALL = 2_000;
const STALE_MS = 5 * MINUTE_MS;

export function readFilter(work: Work): Outcome<FilterResponse> {
  const head = headOf(work.db);
  const known = built.get(work.db);
  const recent = known !== undefined && work.now >= known.at && work.now - known.at < STALE_MS;
  if (known && (known.head === head || (recent && known.response.addresses > SMALL)))
    return done(known.response);
  // In one text, for a fraction of what as many rows take.
  const [row] = work.db.all<{ hashes: string }>(
    sql`select json_group_array(hash) as hashes from (select distinct hash from lead_keys where hash is not null)`,
  );
  const hashes: readonly number[] = JSON.parse(row?.hashes ?? '[]');
  const filter = base64(newFilter(hashes));
  const response = { key: lookupKey(work), addresses: hashes.length, filter };
  built.set(work.db, { head, at: work.now, response });
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
