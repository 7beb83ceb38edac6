/** From a call to its operation: who asks, whether they may, whether it was asked before. */
import type { Route } from '../access.ts';
import { failure, type Failure, type Outcome } from '../outcome.ts';
import { SECOND_MS } from '../../shared/time.ts';
import { authenticate, mayCall, type Credential } from './authenticate.ts';
import { meterOf } from './meters.ts';
import { once, type Repeat } from './once.ts';
import { FOR_MEMBERS, OPEN, type MemberRoute, type OpenRoute } from './operations.ts';
import type { Rate } from './people/tries.ts';
import type { Who, Work } from './work.ts';

/** One call of a route, with everything secret already hashed. */
export interface Call {
  readonly route: Route;
  readonly credential: Credential | null;
  readonly input: unknown;
  /** Of the header `Idempotency-Key`. */
  readonly repeat: Repeat | null;
  /** Against the rate of its device: false for the later steps of one request. */
  readonly counts: boolean;
  /** Of the header `Combinado-Now`; heeded under the request's clock only. */
  readonly now: number | null;
}

/** An unknown workspace answers as one whose token is unknown: nothing tells them apart (ACC1). */
export const NOBODY = failure('bad-token', 'This token is unknown, expired or revoked. Sign in again.');

/** Followed while a restore loads: the rest is neither the old state nor the new (SYN6). */
const WHILE_LOADING: ReadonlySet<Route> = new Set<Route>(['GET /v1/jobs/:id']);
const LOADING: Failure = {
  ...failure('too-many-requests', 'This workspace is being restored. Come back in a few seconds.'),
  retryAfterMs: 5 * SECOND_MS,
};

/** @param rate how often one device may ask; null where time is not real */
export function answerCall(work: Work, call: Call, rate: Rate | null): Outcome<unknown> {
  meterOf(work.db, work.now).requests += 1;
  const { route, credential, input, repeat, counts } = call;
  if (Object.hasOwn(OPEN, route)) {
    if (work.ground.workspace() && work.ground.loading()) return LOADING;
    return work.transact(() => (OPEN[route as OpenRoute] as OpenCall)(work, input));
  }
  if (!credential) return NOBODY;
  const who = authenticate(work, credential);
  if (!who.ok) return who;
  const tooMany = counts && rate?.tooMany(who.value.deviceId, work.now);
  if (tooMany) return tooMany;
  const allowed = mayCall(who.value, route);
  if (!allowed.ok) return allowed;
  if (work.ground.loading() && !WHILE_LOADING.has(route)) return LOADING;
  const operation = FOR_MEMBERS[route as MemberRoute] as MemberCall;
  return work.transact(() => once(work, who.value, route, repeat, () => operation(work, who.value, input)));
}

type OpenCall = (work: Work, input: unknown) => Outcome<unknown>;
type MemberCall = (work: Work, who: Who, input: unknown) => Outcome<unknown>;
