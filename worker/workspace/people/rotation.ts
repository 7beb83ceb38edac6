/**
 * A device changes its token every day (ACC4). The new one counts from its first use on; until then
 * the old one stays good, so that a browser killed between the answer and its storing loses nothing.
 * A token that was used up and comes back was copied: whichever of the two it is, the device is out.
 */
import { and, desc, eq, isNull, lt, ne } from 'drizzle-orm';
import { DAY_MS, SECOND_MS } from '../../../shared/time.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from './audit.ts';
import { revoke } from './devices.ts';
import * as schema from '../schema.ts';
import { tryOnce } from './tries.ts';
import type { Who, Work } from '../work.ts';

/** A device is asked to change its token this long after it last did. */
export const ROTATE_EVERY_MS = DAY_MS;
/** Requests already on their way with the old token when the new one is first used. */
const OVERLAP_MS = 30 * SECOND_MS;
/** Answers that may have been lost, each with a token that is still good. */
const MOST_NEXT = 3;
/** Used-up tokens are recognised this long; later they are merely unknown. */
const REMEMBER_MS = 90 * DAY_MS;

type Device = typeof schema.devices.$inferSelect;

/** @param hash of the token about to be handed out */
export function rotate(work: Work, who: Who, { hash }: { hash: string }): Outcome<{ rotateAt: number }> {
  const limited = tryOnce(work, 'rotation', who.deviceId);
  if (limited) return limited;
  const { devices, tokens } = schema;
  const device = work.db.select().from(devices).where(eq(devices.id, who.deviceId)).get();
  if (device?.kind !== 'token')
    return failure('conflict', 'A page’s session does not change. Sign in again when it ends.');
  const mine = eq(tokens.deviceId, device.id);
  const next = work.db
    .select({ hash: tokens.hash })
    .from(tokens)
    .where(and(mine, eq(tokens.state, 'next')))
    .orderBy(desc(tokens.at))
    .all();
  for (const old of next.slice(MOST_NEXT - 1)) setState(work, old.hash, 'spare');
  work.db
    .delete(tokens)
    .where(and(mine, ne(tokens.state, 'next'), lt(tokens.at, work.now - REMEMBER_MS)))
    .run();
  work.db.insert(tokens).values({ hash, deviceId: device.id, state: 'next', at: work.now }).run();
  if (device.rotatedAt === null)
    work.db.update(devices).set({ rotatedAt: work.now }).where(eq(devices.id, device.id)).run();
  return done({ rotateAt: work.now + ROTATE_EVERY_MS });
}

/** The device of a token that is not the one in use; undefined when it may not act by it. */
export function deviceOfToken(work: Work, hash: string): Device | undefined {
  const { devices, tokens } = schema;
  const token = work.db.select().from(tokens).where(eq(tokens.hash, hash)).get();
  if (!token) return undefined;
  const device = work.db
    .select()
    .from(devices)
    .where(and(eq(devices.id, token.deviceId), isNull(devices.revokedAt)))
    .get();
  if (!device) return undefined;
  if (token.state === 'next') return takeIntoUse(work, device, hash);
  if (token.state === 'used' && work.now < token.at + OVERLAP_MS) return device;
  revoke(work, device.id);
  audit(work, null, 'device.tokenReused', device.id, { member: device.memberId });
  return undefined;
}

function takeIntoUse(work: Work, device: Device, hash: string): Device {
  const { devices, tokens } = schema;
  work.db.delete(tokens).where(eq(tokens.hash, hash)).run();
  work.db
    .update(tokens)
    .set({ state: 'spare' })
    .where(and(eq(tokens.deviceId, device.id), eq(tokens.state, 'next')))
    .run();
  work.db
    .insert(tokens)
    .values({ hash: device.hash, deviceId: device.id, state: 'used', at: work.now })
    .run();
  const changed = { hash, rotatedAt: work.now };
  work.db.update(devices).set(changed).where(eq(devices.id, device.id)).run();
  return { ...device, ...changed };
}

function setState(work: Work, hash: string, state: 'spare'): void {
  work.db.update(schema.tokens).set({ state }).where(eq(schema.tokens.hash, hash)).run();
}
