/** What acts for a member: listed, and revoked for good (ACC4). */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { done, failure, type Outcome } from '../outcome.ts';
import { audit } from './audit.ts';
import * as schema from './schema.ts';
import type { Who, Work } from './work.ts';

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

export interface DeviceView {
  readonly id: string;
  readonly memberId: string;
  readonly kind: 'token' | 'session';
  readonly label: string;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly current: boolean;
}

/** One's own; an admin sees everybody's. */
export function listDevices(work: Work, who: Who): Outcome<{ devices: readonly DeviceView[] }> {
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
  return { id, memberId, kind, label, createdAt, expiresAt, current: id === who.deviceId };
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

export function signOut(work: Work, who: Who): Outcome<null> {
  revoke(work, who.deviceId);
  audit(work, who, 'device.signedOut', who.deviceId, { member: who.memberId });
  return done(null);
}

/** From here on the secret is worthless and its sockets are closed. */
export function revoke(work: Work, deviceId: string): void {
  work.db.update(schema.devices).set({ revokedAt: work.now }).where(eq(schema.devices.id, deviceId)).run();
  work.closing.push(deviceId);
}
