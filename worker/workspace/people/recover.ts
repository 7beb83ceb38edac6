/** A fresh invite for an admin nobody is left to invite (ACC4): on record, and a few an hour at most. */
import { memberOf } from '../../../shared/lead/memberAt.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from './audit.ts';
import { addGrant } from './grants.ts';
import { tryOnce } from './tries.ts';
import type { Work } from '../work.ts';

export function recover(
  work: Work,
  { hash, member }: { hash: string; member?: string | undefined },
): Outcome<{ memberId: string; name: string; expiresAt: number }> {
  const limited = tryOnce(work, 'recovery');
  if (limited) return limited;
  const room = work.ground.room();
  const admins = room.members
    .map((one) => memberOf(room, one, work.now))
    .filter(({ active, role }) => active && role === 'admin');
  const admin = member === undefined ? admins[0] : admins.find(({ id }) => id === member);
  if (!admin)
    return failure('not-found', 'There is no such admin.', [
      { pointer: '/member', detail: `one of: ${admins.map(({ id }) => id).join(', ')}` },
    ]);
  audit(work, null, 'invite.recovered', admin.id);
  const expiresAt = addGrant(work, { kind: 'invite', hash, memberId: admin.id });
  return done({ memberId: admin.id, name: admin.name, expiresAt });
}
