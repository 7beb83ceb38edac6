/** Who a credential speaks for, and whether they may (ACC1, ACC2). */
import { and, eq, isNull } from 'drizzle-orm';
import { memberAt } from '../../shared/lead/memberAt.ts';
import { ROUTES, type Route } from '../access.ts';
import { done, failure, type Outcome } from '../outcome.ts';
import * as schema from './schema.ts';
import type { Who, Work } from './work.ts';

/** By hash: the secret itself never comes here. */
export interface Credential {
  readonly kind: 'token' | 'session';
  readonly hash: string;
}

const UNKNOWN = failure('bad-token', 'This token is unknown, expired or revoked. Sign in again.');

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
  const device = work.db
    .select()
    .from(schema.devices)
    .where(
      and(
        eq(schema.devices.hash, credential.hash),
        eq(schema.devices.kind, credential.kind),
        isNull(schema.devices.revokedAt),
      ),
    )
    .get();
  if (!device || (device.expiresAt !== null && device.expiresAt <= work.now)) return UNKNOWN;
  const member = memberAt(work.ground.room(), device.memberId, Math.max(work.now, device.createdAt));
  if (!member?.active || member.role === null) return UNKNOWN;
  return done({
    memberId: member.id,
    deviceId: device.id,
    name: member.name,
    role: member.role,
    side: member.side,
  });
}

export function mayCall(who: Who, route: Route): Outcome<Who> {
  const admission = ROUTES[route];
  if (admission === 'session') return done(who);
  if (admission !== 'open' && admission.some((role) => role === who.role)) return done(who);
  return failure('forbidden', `Your role (${who.role}) may not do this. Ask an admin of the workspace.`);
}
