/** The sealing keys of members (PRI3): made at the first need, then kept, or what was sealed could not be opened. */
import { eq } from 'drizzle-orm';
import { done, type Outcome } from '../../outcome.ts';
import type { SealPair } from '../../sealKeys.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

/** @param fresh taken where the member has none yet; made outside, because making one takes a turn. */
export function sealOf(work: Work, { memberId }: Who, fresh: SealPair): Outcome<{ publicKey: string }> {
  return done({ publicKey: pairOf(work, memberId, fresh).publicKey });
}

/** For the route alone, which answers with less. */
export function sealPairOf(work: Work, { memberId }: Who, fresh: SealPair): Outcome<SealPair> {
  return done(pairOf(work, memberId, fresh));
}

function pairOf(work: Work, memberId: string, { publicKey, privateKey }: SealPair): SealPair {
  work.db.insert(schema.seals).values({ memberId, publicKey, privateKey }).onConflictDoNothing().run();
  const kept = work.db.select().from(schema.seals).where(eq(schema.seals.memberId, memberId)).get();
  return kept ?? { publicKey, privateKey };
}
