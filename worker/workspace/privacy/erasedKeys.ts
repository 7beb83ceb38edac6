/** Identifiers of people who were erased, as keyed hashes: enough to know one again, never to name one (PRI4). */
import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

/** Why somebody is not made anew. */
export const ERASED = 'this person was erased and is not recorded again';

/** Whether any of these identity keys belongs to somebody erased, who is not to be made anew. */
export function isErased(work: Work, keys: readonly string[]): boolean {
  const secrets = selectSecrets(work).all();
  if (secrets.length === 0 || keys.length === 0) return false;
  const hashes = secrets.flatMap(({ key }) => keys.map((one) => hashWith(key, one)));
  const { erasedKeys } = schema;
  const found = work.db
    .select({ at: erasedKeys.at })
    .from(erasedKeys)
    .where(sql`${erasedKeys.hash} in (select value from json_each(${JSON.stringify(hashes)}))`)
    .get();
  return found !== undefined;
}

const selectSecrets = prepared((db) => db.select().from(schema.erasureKey).prepare());

/** From now on they are refused. */
export function rememberErased(work: Work, keys: readonly string[]): void {
  const secret = ownKey(work);
  for (const key of keys) {
    work.db
      .insert(schema.erasedKeys)
      .values({ hash: hashWith(secret, key), at: work.now, noted: false })
      .onConflictDoNothing()
      .run();
  }
}

/** Knows a text again without telling it. */
export function keyedHash(work: Work, text: string): string {
  return hashWith(ownKey(work), text);
}

/** The newest; made at the first erasure. */
function ownKey(work: Work): string {
  const [kept] = work.db.select().from(schema.erasureKey).all().toReversed();
  if (kept) return kept.key;
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  work.db.insert(schema.erasureKey).values({ id: 1, key }).run();
  return key;
}

function hashWith(secret: string, identity: string): string {
  return btoa(String.fromCharCode(...createHmac('sha256', secret).update(identity).digest()));
}
