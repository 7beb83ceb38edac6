/** Keyed hashes of addresses (PRI1): the key is the workspace's own, and devices of its members hold it. */
import { createHmac } from 'node:crypto';
import { hashedText, hashOf } from '../../../shared/protocol/addressFilter.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const ADDRESS = hashedText('');
const KEY_BYTES = 32;

/** Of an identity key; null for what is no address. */
export function addressHash(work: Work, key: string): number | null {
  if (!key.startsWith(ADDRESS)) return null;
  return hashOf(createHmac('sha256', lookupKey(work)).update(key).digest());
}

/** Hexadecimal text, whose bytes as they stand are the key; made when it is first wanted. */
export function lookupKey(work: Work): string {
  const kept = selectKey(work).get();
  if (kept) return kept.key;
  const random = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const key = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  work.db.insert(schema.lookup).values({ id: 1, key }).run();
  return key;
}

const selectKey = prepared((db) => db.select().from(schema.lookup).prepare());
