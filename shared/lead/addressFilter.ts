/**
 * The filter devices match strange addresses against before they ask (PRI1): a Bloom filter of keyed
 * hashes. It lets fewer than 1 in 256 strangers pass and says nothing to whoever has not the key.
 */

/** What is hashed, with HMAC-SHA-256 under the workspace's key: `email:` and the address in its one form. */
export function hashedText(email: string): string {
  return `email:${email}`;
}

/** The first 52 bits of a digest: exact as a number, and no two of a million addresses share them. */
export function hashOf(digest: Uint8Array): number {
  let hash = 0;
  for (const byte of digest.subarray(0, 6)) hash = hash * 256 + byte;
  return hash * 16 + ((digest[6] ?? 0) >> 4);
}

/** 12 bits an address and 8 places each let 1 in 318 strangers pass; filled to the brim, 1 in 256 still. */
const BITS_PER_ADDRESS = 12;
const PLACES = 8;
/** Small filters tell the fewest of their addresses apart. */
const LEAST_BITS = 1_024;

export function newFilter(hashes: readonly number[]): Uint8Array<ArrayBuffer> {
  const bits = Math.max(LEAST_BITS, hashes.length * BITS_PER_ADDRESS);
  const filter = new Uint8Array(Math.ceil(bits / 8));
  for (const hash of hashes) {
    for (const place of placesOf(hash, filter)) {
      filter[place >> 3] = (filter[place >> 3] ?? 0) | (1 << (place & 7));
    }
  }
  return filter;
}

/** False: certainly none of the workspace's leads has this address. */
export function passes(filter: Uint8Array, hash: number): boolean {
  return placesOf(hash, filter).every((place) => ((filter[place >> 3] ?? 0) & (1 << (place & 7))) !== 0);
}

/** Double hashing by the two halves of the hash, the step growing so that no two walks run alike. */
function placesOf(hash: number, filter: Uint8Array): readonly number[] {
  const size = filter.length * 8;
  if (size === 0) return [];
  let step = hash % 2 ** 26;
  let place = Math.floor(hash / 2 ** 26);
  return Array.from({ length: PLACES }, (_, index) => {
    const found = place % size;
    place += step;
    step += index + 1;
    return found;
  });
}
