/** Things good for one use, each for a short while: invites, sign-in codes, pairing codes, tickets (ACC4). */
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

export const LIFETIME_MS = {
  invite: 72 * HOUR_MS,
  code: MINUTE_MS,
  pair: 5 * MINUTE_MS,
  ticket: 30 * SECOND_MS,
} as const;
export const PAIR_TRIES = 5;

export type Grant = typeof schema.grants.$inferSelect;
export type GrantKind = Grant['kind'];

interface NewGrant {
  readonly kind: GrantKind;
  readonly hash: string;
  readonly memberId: string;
  readonly challenge?: string;
  readonly redirectUri?: string;
  readonly deviceId?: string;
}

/** @returns when it expires, epoch ms. */
export function addGrant(work: Work, grant: NewGrant): number {
  const expiresAt = work.now + LIFETIME_MS[grant.kind];
  work.db
    .insert(schema.grants)
    .values({ ...grant, expiresAt, tries: 0 })
    .run();
  return expiresAt;
}

/** Undefined when unknown, expired or used; whoever gets it back is the one user. */
export function useGrant(work: Work, kind: GrantKind, hash: string): Grant | undefined {
  return work.db
    .update(schema.grants)
    .set({ usedAt: work.now })
    .where(
      and(
        eq(schema.grants.hash, hash),
        eq(schema.grants.kind, kind),
        isNull(schema.grants.usedAt),
        gt(schema.grants.expiresAt, work.now),
      ),
    )
    .returning()
    .get();
}

export function findGrant(work: Work, kind: GrantKind, hash: string): Grant | undefined {
  return work.db
    .select()
    .from(schema.grants)
    .where(and(eq(schema.grants.hash, hash), eq(schema.grants.kind, kind)))
    .get();
}

/** A wrong pairing code counts against every code still open here: which one was meant cannot be known. */
export function countWrongPairing(work: Work): void {
  work.db
    .update(schema.grants)
    .set({
      tries: sql`${schema.grants.tries} + 1`,
      usedAt: sql`case when ${schema.grants.tries} + 1 >= ${PAIR_TRIES} then ${work.now} else ${schema.grants.usedAt} end`,
    })
    .where(and(eq(schema.grants.kind, 'pair'), isNull(schema.grants.usedAt)))
    .run();
}
