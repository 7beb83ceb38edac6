/** How a connection is given access: asked for, brought back by the very session that asked, kept sealed. */
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { ConnectionRequest, ConnectionView, Vendor } from '../../../shared/protocol/connections.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Account } from '../../connectors/connector.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { changeConnection, connectionOf, NO_COUNTS, UNKNOWN_CONNECTION } from './connectionRows.ts';
import { readConnection } from './connections.ts';
import { viewOf } from './connectionViews.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

const { connections } = schema;
const MOST = 20;
const ASKED_MS = 10 * MINUTE_MS;

/** The way there and back: `hash` of a one-use state that only this session may bring back (ACC4). */
export interface Asked {
  readonly hash: string;
  readonly verifier: string;
}

/** @param origin the address the admin makes it at, where the vendor's webhooks will come in */
export function beginConnection(
  work: Work,
  who: Who,
  { id, asked, origin, request }: { id: string; asked: Asked; origin: string; request: ConnectionRequest },
): Outcome<ConnectionView> {
  dropBegun(work, who, request);
  const all = work.db.select({ id: connections.id }).from(connections).all();
  if (all.length >= MOST) return failure('conflict', `A workspace has ${MOST} connections at most.`);
  const { vendor, label, settings = {} } = request;
  const row = work.db
    .insert(connections)
    .values({
      id,
      vendor,
      label,
      state: 'asked',
      settings,
      origin,
      prepared: false,
      createdAt: work.now,
      createdBy: who.memberId,
      tries: 0,
      counts: NO_COUNTS,
      ...askedBy(work, who, asked),
    })
    .returning()
    .get();
  audit(work, who, 'connection.added', id, { vendor });
  return done(viewOf(work, row));
}

/** Begun before under this name and never given access: beginning anew takes its place. */
function dropBegun(work: Work, { memberId }: Who, { vendor, label }: ConnectionRequest): void {
  work.db
    .delete(connections)
    .where(
      and(
        eq(connections.vendor, vendor),
        eq(connections.label, label),
        eq(connections.createdBy, memberId),
        eq(connections.state, 'asked'),
        isNull(connections.account),
      ),
    )
    .run();
}

function askedBy(work: Work, who: Who, { hash, verifier }: Asked) {
  return {
    askedHash: hash,
    askedBy: who.deviceId,
    askedUntil: work.now + ASKED_MS,
    verifier,
  };
}

/** Access is asked for (again), as after it was taken back; or given at once, where nobody has to be sent there. */
export type AuthorizeStep =
  | { readonly id: string; readonly step: 'look' }
  | { readonly id: string; readonly step: 'ask'; readonly asked: Asked }
  | { readonly id: string; readonly step: 'keep'; readonly account: Account; readonly sealed: string };

export function authorizeConnection(work: Work, who: Who, step: AuthorizeStep): Outcome<ConnectionView> {
  const { id } = step;
  if (!connectionOf(work, id)) return UNKNOWN_CONNECTION;
  if (step.step === 'ask') changeConnection(work, id, askedBy(work, who, step.asked));
  const kept = step.step === 'keep' ? keepAccess(work, who, step) : done(null);
  return kept.ok ? readConnection(work, who, { id }) : kept;
}

/** Between two steps of one request the vendor is spoken to outside; `claim` spends the state. */
export type AccessStep =
  | { readonly step: 'claim'; readonly hash: string }
  | { readonly step: 'keep'; readonly id: string; readonly account: Account; readonly sealed: string };
export interface Claimed {
  readonly id: string;
  readonly vendor: Vendor;
  readonly settings: Readonly<Record<string, string>>;
  readonly verifier: string;
}

const SPENT = failure('gone', 'This way back has been used or has expired. Begin connecting again.');

export function giveAccess(work: Work, who: Who, step: AccessStep): Outcome<Claimed> {
  if (who.role !== 'admin') return failure('forbidden', 'Only an admin connects other systems.');
  if (step.step === 'claim') {
    const row = work.db.select().from(connections).where(eq(connections.askedHash, step.hash)).get();
    const isGood = row?.askedBy === who.deviceId && (row.askedUntil ?? 0) > work.now;
    if (!row || !isGood || row.verifier === null) return SPENT;
    const { id, vendor, settings, verifier } = row;
    changeConnection(work, id, { askedHash: null, askedBy: null, askedUntil: null, verifier: null });
    return done({ id, vendor, settings, verifier });
  }
  const row = connectionOf(work, step.id);
  if (!row) return UNKNOWN_CONNECTION;
  const { id, vendor, settings } = row;
  const kept = keepAccess(work, who, step);
  return kept.ok ? done({ id, vendor, settings, verifier: '' }) : kept;
}

function keepAccess(
  work: Work,
  who: Who,
  { id, account, sealed }: { readonly id: string; readonly account: Account; readonly sealed: string },
): Outcome<null> {
  const row = connectionOf(work, id);
  if (!row) return UNKNOWN_CONNECTION;
  // Another account's records are none of those we know by these ids.
  if (row.account !== null && row.account.id !== account.id)
    return {
      ...failure('conflict', 'This is another account than before. Add it as a connection of its own.'),
      more: { reason: { code: 'other_account' } },
    };
  // Read twice, every attempt would be there twice.
  const same =
    row.account === null
      ? work.db
          .select()
          .from(connections)
          .where(and(eq(connections.vendor, row.vendor), ne(connections.id, id)))
          .all()
          .find((other) => other.account?.id === account.id)
      : undefined;
  if (same !== undefined)
    return {
      ...failure('conflict', `This account is connected already, as "${same.label}".`),
      more: { reason: { code: 'connected_twice', name: same.label } },
    };
  const goesOn = row.mapping !== null;
  changeConnection(work, id, {
    account,
    tokens: sealed,
    connectedAt: row.connectedAt ?? work.now,
    state: goesOn ? 'running' : 'mapping',
    nextAt: goesOn ? work.now : null,
    tries: 0,
    problem: null,
    prepared: false,
  });
  audit(work, who, 'connection.connected', id, { vendor: row.vendor });
  work.isNews = true;
  return done(null);
}
