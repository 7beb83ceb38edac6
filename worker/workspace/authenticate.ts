/** Who a credential speaks for, and whether they may (ACC1, ACC2). */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { memberAt } from '../../shared/lead/memberAt.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { ROUTES, type Route } from '../access.ts';
import { done, failure, type Outcome } from '../outcome.ts';
import { prepared } from './agreement/prepared.ts';
import { deviceOfToken } from './people/rotation.ts';
import * as schema from './schema.ts';
import type { Who, Work } from './work.ts';

/** By hash: the secret itself never comes here. */
export interface Credential {
  readonly kind: 'token' | 'session';
  readonly hash: string;
}

/** A page nobody used for a week has to be signed in again; it ends after `SESSION_MS` in any case. */
const IDLE_SESSION_MS = 7 * DAY_MS;
/** A device that changes its token and was not heard of for so long is taken for lost. */
const IDLE_TOKEN_MS = 30 * DAY_MS;
/** To the hour, so that reading does not mean writing. */
const SEEN_EVERY_MS = HOUR_MS;

const UNKNOWN = failure('bad-token', 'This token is unknown, expired or revoked. Sign in again.');

type Device = typeof schema.devices.$inferSelect;

/** The device's own id while it still may act. */
export function authenticateDevice(work: Work, id: string): string | undefined {
  const device = work.db
    .select({ id: schema.devices.id })
    .from(schema.devices)
    .where(and(eq(schema.devices.id, id), isNull(schema.devices.revokedAt)))
    .get();
  return device?.id;
}

export function authenticate(work: Work, credential: Credential): Outcome<Who> {
  const device = deviceOf(work, credential);
  if (!device || isOver(device, work.now)) return UNKNOWN;
  const member = memberAt(work.ground.room(), device.memberId, Math.max(work.now, device.createdAt));
  if (!member?.active || member.role === null) return UNKNOWN;
  if (work.now - seenAt(device) >= SEEN_EVERY_MS)
    work.db.update(schema.devices).set({ seenAt: work.now }).where(eq(schema.devices.id, device.id)).run();
  return done({
    memberId: member.id,
    deviceId: device.id,
    name: member.name,
    role: member.role,
    side: member.side,
  });
}

function deviceOf(work: Work, { kind, hash }: Credential): Device | undefined {
  const device = selectDevice(work).get({ kind, hash });
  return device ?? (kind === 'token' ? deviceOfToken(work, hash) : undefined);
}

const selectDevice = prepared((db) => {
  const { hash, kind, revokedAt } = schema.devices;
  const isIt = and(eq(hash, sql.placeholder('hash')), eq(kind, sql.placeholder('kind')), isNull(revokedAt));
  return db.select().from(schema.devices).where(isIt).prepare();
});

function isOver(device: Device, now: number): boolean {
  if (device.expiresAt !== null && device.expiresAt <= now) return true;
  const idle = now - seenAt(device);
  return device.kind === 'session'
    ? idle >= IDLE_SESSION_MS
    : device.rotatedAt !== null && idle >= IDLE_TOKEN_MS;
}

function seenAt({ seenAt: at, createdAt }: Device): number {
  return at ?? createdAt;
}

export function mayCall(who: Who, route: Route): Outcome<Who> {
  const admission = ROUTES[route];
  if (admission === 'session') return done(who);
  if (admission !== 'open' && admission.some((role) => role === who.role)) return done(who);
  return failure('forbidden', `Your role (${who.role}) may not do this. Ask an admin of the workspace.`);
}
