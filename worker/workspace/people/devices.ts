/** What acts for a member: listed, and revoked for good (ACC4). */
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { DevicesResponse, DeviceView } from '../../../shared/protocol/people.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from './audit.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export interface NewDevice {
  readonly id: string;
  readonly hash: string;
  readonly memberId: string;
  readonly kind: 'token' | 'session';
  readonly label: string;
  readonly expiresAt?: number;
}

export function addDevice(work: Work, device: NewDevice): void {
  work.db
    .insert(schema.devices)
    .values({ ...device, createdAt: work.now })
    .run();
  const { id, memberId, kind } = device;
  audit(work, { memberId }, 'device.signedIn', id, { member: memberId, kind });
}

/** One's own; an admin sees everybody's. */
export function listDevices(work: Work, who: Who): Outcome<DevicesResponse> {
  const mine = who.role === 'admin' ? undefined : eq(schema.devices.memberId, who.memberId);
  const rows = work.db
    .select()
    .from(schema.devices)
    .where(and(isNull(schema.devices.revokedAt), mine))
    .orderBy(desc(schema.devices.createdAt))
    .all();
  return done({
    devices: rows.map((row) => viewOf(row, who)),
  });
}

function viewOf(row: typeof schema.devices.$inferSelect, who: Who): DeviceView {
  const { id, memberId, kind, label, createdAt, expiresAt } = row;
  const seenAt = row.seenAt ?? createdAt;
  return { id, memberId, kind, label, createdAt, seenAt, expiresAt, current: id === who.deviceId };
}

export function revokeDevice(work: Work, who: Who, { id }: { id: string }): Outcome<null> {
  const device = work.db
    .select()
    .from(schema.devices)
    .where(and(eq(schema.devices.id, id), isNull(schema.devices.revokedAt)))
    .get();
  if (!device || (device.memberId !== who.memberId && who.role !== 'admin'))
    return failure('not-found', 'There is no such device.');
  revoke(work, id);
  audit(work, who, 'device.revoked', id, { member: device.memberId });
  return done(null);
}

/** Signs a member out everywhere: oneself, or as an admin anybody. */
export function revokeDevices(
  work: Work,
  who: Who,
  { member }: { member?: string | undefined },
): Outcome<null> {
  const memberId = member ?? who.memberId;
  const known = work.ground.room().members.some(({ id }) => id === memberId);
  if (!known || (memberId !== who.memberId && who.role !== 'admin'))
    return failure('not-found', 'There is no such member.');
  const count = revokeAll(work, memberId);
  audit(work, who, 'device.revokedAll', memberId, { count });
  return done(null);
}

/** Also what is still good for signing in: invites and codes nobody used yet. @returns how many devices */
export function revokeAll(work: Work, memberId: string): number {
  const { devices, grants } = schema;
  const rows = work.db
    .select({ id: devices.id })
    .from(devices)
    .where(and(eq(devices.memberId, memberId), isNull(devices.revokedAt)))
    .all();
  for (const { id } of rows) revoke(work, id);
  work.db
    .update(grants)
    .set({ usedAt: work.now })
    .where(and(eq(grants.memberId, memberId), isNull(grants.usedAt)))
    .run();
  return rows.length;
}

export function signOut(work: Work, who: Who): Outcome<null> {
  revoke(work, who.deviceId);
  audit(work, who, 'device.signedOut', who.deviceId, { member: who.memberId });
  return done(null);
}

/** From here on its secrets are worthless and its sockets are closed. */
export function revoke(work: Work, deviceId: string): void {
  work.db.update(schema.devices).set({ revokedAt: work.now }).where(eq(schema.devices.id, deviceId)).run();
  work.closing.push(deviceId);
}
