/** What `vectors.json` keeps of an answer: words a diff can be read by, and a hash of every byte. */
import { createHash } from 'node:crypto';
import type { Relived } from './relive.ts';

/** Enough of SHA-256 to tell any two states apart and short enough to read in a diff. */
export function hashOf(bytes: string): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
}

export function answersOf({ looks, decided }: Pick<Relived, 'looks' | 'decided'>): string[] {
  return [...looks.map(({ label, bytes }) => `${label} ${hashOf(bytes)}`), `decided ${hashOf(decided)}`];
}
