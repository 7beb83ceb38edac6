/** A line for an admin's own request: to look at what is over there, to give access, to take it back. */
import { SECOND_MS } from '../../shared/time.ts';
import type { Env } from '../env.ts';
import type { PlainReason } from '../../shared/protocol/reason.ts';
import { failure, type Failure } from '../outcome.ts';
import type { Account, Connector, Settings, Trouble } from './connector.ts';
import type { Vendor } from '../../shared/protocol/connections.ts';
import { VendorLine } from './line.ts';
import { Pace, type KeptPace } from './pace.ts';
import { timerFrom } from './timer.ts';
import { appOf, connectorOf } from './registry.ts';
import { openTokens } from './sealTokens.ts';

export interface Kept {
  readonly id: string;
  readonly vendor: Vendor;
  readonly settings: Settings;
  readonly account: Account | null;
  readonly tokens: string | null;
  /** How far its limits are used; left out where nothing was sent yet. */
  readonly pace?: KeptPace | null;
}
/** An admin waits so long for a vendor's limits. */
const PATIENCE_MS = 8 * SECOND_MS;

/** A sentence for the API, a code for whoever says it in another language. */
const because = (detail: string, code: PlainReason): Failure => ({
  ...failure('conflict', detail),
  more: { reason: { code } },
});
export const NO_APP = because(
  'This deployment is not registered with that vendor. Whoever runs it sets the client id and secret first.',
  'no_app',
);
const UNREADABLE = because('The access given cannot be read any more. Connect it again.', 'access_unread');

/** @param sealed null where access is only being given */
export async function openLine(
  env: Env,
  { id, vendor, settings, account, tokens: sealed, pace: kept = null }: Kept,
  now: number,
): Promise<{ readonly connector: Connector; readonly line: VendorLine; readonly pace: Pace } | Failure> {
  const [connector, app] = [connectorOf(vendor), appOf(env, vendor)];
  if (!connector || !app) return NO_APP;
  const tokens = sealed === null ? null : await openTokens(app, id, sealed);
  if (tokens === undefined) return UNREADABLE;
  const pace = new Pace({
    limits: connector.limits,
    kept,
    timer: timerFrom(now, env),
    patienceMs: PATIENCE_MS,
  });
  const line = new VendorLine({ connector, rule: env, now, app, account, settings, tokens, pace });
  return { connector, line, pace };
}

/** As an admin is told it, with what to do about it. */
export function troubled(vendor: string, { trouble, detail, retryAfterMs, why = trouble }: Trouble): Failure {
  const next = {
    unauthorised: 'Connect it again.',
    forbidden: 'Connect it again with an account that may do this.',
    limited: 'Try again in a while.',
    unavailable: 'Try again in a while.',
    missing: 'Look whether it is still there.',
    conflict: 'Try again.',
    invalid: 'Check what was filled in.',
  }[trouble];
  return {
    ...because(`${vendor}: ${detail}. ${next}`, why),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}
