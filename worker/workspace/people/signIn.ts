/** From a one-time grant to something that acts for a member (ACC4). */
import { eq } from 'drizzle-orm';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from './audit.ts';
import { addDevice, revoke, type NewDevice } from './devices.ts';
import { addGrant, countWrongPairing, findGrant, useGrant } from './grants.ts';
import { memberOfEmail } from './memberEmail.ts';
import * as schema from '../schema.ts';
import { countTry, exhausted, tryOnce } from './tries.ts';
import type { Who, Work } from '../work.ts';

const SESSION_MS = 30 * DAY_MS;

/** Hash of a one-time secret, and the id and hash of what it is exchanged for. */
export interface Exchange {
  readonly hash: string;
  readonly device: { readonly id: string; readonly hash: string; readonly label: string };
}

export interface SignedIn {
  readonly memberId: string;
  readonly name: string;
  readonly language: Language;
  readonly expiresAt?: number;
}

const SPENT = failure('gone', 'This link or code has been used or has expired. Ask for a new one.');

export function invite(
  work: Work,
  who: Who,
  { memberId, hash }: { memberId: string; hash: string },
): Outcome<{ expiresAt: number }> {
  if (!memberAt(work.ground.room(), memberId, work.now)?.active)
    return failure('not-found', 'There is no such member.', [
      { pointer: '/memberId', detail: 'no active member has this id' },
    ]);
  const limited = tryOnce(work, 'newInvite', who.memberId);
  if (limited) return limited;
  audit(work, who, 'invite.made', memberId);
  return done({ expiresAt: addGrant(work, { kind: 'invite', hash, memberId }) });
}

/** An invite opens the session of a browser, 30 days. */
export function acceptInvite(work: Work, { hash, device }: Exchange): Outcome<SignedIn> {
  const grant = useGrant(work, 'invite', hash);
  // Long enough never to be guessed: strangers who try are slowed, whoever has the right one is not.
  return grant ? openSession(work, grant.memberId, device) : (tryOnce(work, 'wrongInvite') ?? SPENT);
}

/** The session of a browser, 30 days at most. */
export function openSession(work: Work, memberId: string, device: Exchange['device']): Outcome<SignedIn> {
  const expiresAt = work.now + SESSION_MS;
  return signedIn(work, { ...device, kind: 'session', memberId, expiresAt });
}

/** Whom the company's own sign-in vouched for: an invited member by their address, or nobody. */
export function signInByEmail(
  work: Work,
  { emailHash, device }: { emailHash: string; device: Exchange['device'] },
): Outcome<SignedIn> {
  const limited = tryOnce(work, 'oidcSignIn');
  if (limited) return limited;
  const memberId = memberOfEmail(work, emailHash);
  return memberId === undefined ? SPENT : openSession(work, memberId, device);
}

/** What the consent page says: who would be signed in, to what. */
export function whoAmI(work: Work, who: Who): Outcome<Who & { workspaceName: string; language: Language }> {
  const workspace = work.ground.workspace();
  if (!workspace) return SPENT;
  return done({ ...who, workspaceName: workspace.name, language: workspace.language });
}

/** PKCE (RFC 7636): the code is worth nothing without the verifier of this challenge. */
export function authorize(
  work: Work,
  who: Who,
  input: { hash: string; challenge: string; redirectUri: string },
): Outcome<null> {
  const limited = tryOnce(work, 'newCode', who.memberId);
  if (limited) return limited;
  addGrant(work, { kind: 'code', memberId: who.memberId, ...input });
  return done(null);
}

/** @param challenge SHA-256 of the verifier the caller showed */
export function redeemCode(
  work: Work,
  input: Exchange & { challenge: string; redirectUri: string },
): Outcome<SignedIn> {
  const grant = findGrant(work, 'code', input.hash);
  // A code shown twice was stolen by one of the two: what the first got is taken back (RFC 6749 4.1.2).
  if (grant?.usedAt && grant.deviceId) revoke(work, grant.deviceId);
  const fits = grant?.challenge === input.challenge && grant.redirectUri === input.redirectUri;
  if (!grant || !fits || !useGrant(work, 'code', input.hash)) return tryOnce(work, 'wrongCode') ?? SPENT;
  work.db
    .update(schema.grants)
    .set({ deviceId: input.device.id })
    .where(eq(schema.grants.hash, input.hash))
    .run();
  return signedIn(work, { ...input.device, kind: 'token', memberId: grant.memberId });
}

export function newPairing(work: Work, who: Who, { hash }: { hash: string }): Outcome<{ expiresAt: number }> {
  const limited = tryOnce(work, 'newPairing', who.memberId);
  if (limited) return limited;
  return done({ expiresAt: addGrant(work, { kind: 'pair', hash, memberId: who.memberId }) });
}

export function redeemPairing(work: Work, { hash, device }: Exchange): Outcome<SignedIn> {
  const limited = exhausted(work, 'wrongPairing');
  if (limited) return limited;
  const grant = useGrant(work, 'pair', hash);
  if (!grant) {
    countTry(work, 'wrongPairing');
    countWrongPairing(work);
    return SPENT;
  }
  return signedIn(work, { ...device, kind: 'token', memberId: grant.memberId });
}

/** Whoever left meanwhile gets nothing. */
function signedIn(work: Work, device: NewDevice): Outcome<SignedIn> {
  const { memberId, expiresAt } = device;
  const member = memberAt(work.ground.room(), memberId, work.now);
  const workspace = work.ground.workspace();
  if (!member?.active || !workspace) return SPENT;
  addDevice(work, device);
  return done({
    memberId,
    name: member.name,
    language: workspace.language,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
}
