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
    walk(hash, filter, (byte, bit) => {
      filter[byte] = (filter[byte] ?? 0) | bit;
      return true;
    });
  }
  return filter;
}

/** False: certainly none of the workspace's leads has this address. */
export function passes(filter: Uint8Array, hash: number): boolean {
  return walk(hash, filter, (byte, bit) => ((filter[byte] ?? 0) & bit) !== 0);
}

/**
 * Visits the places of a hash until one says no. Double hashing by the two halves of the hash, the step
 * growing so that no two walks run alike.
 */
function walk(hash: number, filter: Uint8Array, visit: (byte: number, bit: number) => boolean): boolean {
  const size = filter.length * 8;
  if (size === 0) return false;
  let step = hash % 2 ** 26;
  let place = Math.floor(hash / 2 ** 26);
  for (let count = 1; count <= PLACES; count += 1) {
    const at = place % size;
    if (!visit(Math.floor(at / 8), 1 << (at % 8))) return false;
    place += step;
    step += count;
  }
  return true;
}
