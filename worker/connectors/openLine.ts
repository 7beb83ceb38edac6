/** A line for an admin's own request: to look at what is over there, to give access, to take it back. */
import { SECOND_MS } from '../../shared/time.ts';
import type { Env } from '../env.ts';
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

export const NO_APP = failure(
  'conflict',
  'This deployment is not registered with that vendor. Whoever runs it sets the client id and secret first.',
);
const UNREADABLE = failure('conflict', 'The access given cannot be read any more. Connect it again.');

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
export function troubled(vendor: string, { trouble, detail, retryAfterMs }: Trouble): Failure {
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
    ...failure('conflict', `${vendor}: ${detail}. ${next}`),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}
