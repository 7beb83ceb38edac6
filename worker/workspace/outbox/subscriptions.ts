/** Webhooks out: who gets which events where, kept by an admin. Secrets are made by the route and shown once. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { HOUR_MS } from '../../../shared/time.ts';
import type {
  OutboxQuery,
  SubscriptionChange,
  SubscriptionRequest,
  SubscriptionView,
} from '../../../shared/protocol/subscriptions.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { enqueue } from './outbox.ts';
import { pageOf, type OutboxPage } from './outboxList.ts';
import * as schema from '../schema.ts';
import type { EventPayload } from './subscriptionEvents.ts';
import type { Who, Work } from '../work.ts';
import { refused } from '../../refused.ts';

const { outbox, subscriptions } = schema;

/** Beyond this, somebody makes them by a loop. */
const MOST = 50;
/** After a rotation both secrets sign for so long. */
export const OVERLAP_MS = 24 * HOUR_MS;

const UNKNOWN = failure('not-found', 'There is no such subscription.');

export interface NewSubscription {
  readonly id: string;
  readonly secret: string;
  /** Where links lead. */
  readonly origin: string;
  /** Its address was judged by the route, which knows what may be sent to. */
  readonly subscription: SubscriptionRequest;
}

export function listSubscriptions(work: Work): Outcome<{ subscriptions: readonly SubscriptionView[] }> {
  const rows = work.db.select().from(subscriptions).orderBy(asc(subscriptions.createdAt)).all();
  return done({ subscriptions: rows.map(viewOf) });
}

export function readSubscription(work: Work, _who: Who, { id }: { id: string }): Outcome<SubscriptionView> {
  const row = rowOf(work, id);
  return row ? done(viewOf(row)) : UNKNOWN;
}

export function addSubscription(
  work: Work,
  who: Who,
  { id, secret, origin, subscription }: NewSubscription,
): Outcome<SubscriptionView> {
  const known = work.db.select({ id: subscriptions.id }).from(subscriptions).all();
  if (known.length >= MOST) return refused('conflict', { code: 'too_many_kept', n: MOST });
  const { label, url, format = 'json', events } = subscription;
  const row = work.db
    .insert(subscriptions)
    .values({ id, label, url, origin, format, events, secret, createdAt: work.now, createdBy: who.memberId })
    .returning()
    .get();
  audit(work, who, 'subscription.added', id, { format, events: events.length });
  return done(viewOf(row));
}

export function changeSubscription(
  work: Work,
  who: Who,
  { id, change }: { id: string; change: SubscriptionChange },
): Outcome<SubscriptionView> {
  const before = rowOf(work, id);
  if (!before) return UNKNOWN;
  const { label = before.label, url = before.url, events = before.events, paused } = change;
  const pausing =
    paused === undefined || paused === (before.pausedAt !== null)
      ? {}
      : { pausedAt: paused ? work.now : null, pausedWhy: paused ? ('admin' as const) : null };
  const row = work.db
    .update(subscriptions)
    .set({ label, url, events, ...pausing })
    .where(eq(subscriptions.id, id))
    .returning()
    .get();
  if (row.pausedAt === null) wakeHeld(work, id);
  audit(work, who, 'subscription.changed', id, { parts: Object.keys(change).toSorted().join(' ') });
  return done(viewOf(row));
}

/** What waited for it goes with it; a delivery log of nothing is of no use. */
export function removeSubscription(work: Work, who: Who, { id }: { id: string }): Outcome<null> {
  if (!rowOf(work, id)) return UNKNOWN;
  work.db.delete(subscriptions).where(eq(subscriptions.id, id)).run();
  work.db.delete(outbox).where(eq(outbox.target, id)).run();
  audit(work, who, 'subscription.removed', id);
  return done(null);
}

/** The old secret signs beside the new one for a day, so that nothing is refused meanwhile. */
export function rotateSubscription(
  work: Work,
  who: Who,
  { id, rotation, secret }: { id: string; rotation: string; secret: string },
): Outcome<{ overlapEndsAt: number; rotation: string }> {
  const before = rowOf(work, id);
  if (!before) return UNKNOWN;
  const overlapEndsAt = work.now + OVERLAP_MS;
  work.db
    .update(subscriptions)
    .set({ secret, oldSecret: before.secret, overlapEndsAt })
    .where(eq(subscriptions.id, id))
    .run();
  audit(work, who, 'subscription.rotated', id);
  return done({ overlapEndsAt, rotation });
}

/** @param messageKey minted by the caller: each press sends one */
export function testSubscription(
  work: Work,
  who: Who,
  { id, messageKey }: { id: string; messageKey: string },
): Outcome<null> {
  const row = rowOf(work, id);
  if (!row) return UNKNOWN;
  if (row.pausedAt !== null) return refused('conflict', 'subscription_paused');
  const payload: EventPayload = {
    event: 'test',
    at: work.now,
    leadId: null,
    stage: null,
    score: null,
    owner: null,
    actor: who.memberId,
    detail: {},
  };
  enqueue(work, { key: `${id}|test|${messageKey}`, kind: 'webhook', target: id, payload });
  return done(null);
}

export function listDeliveries(
  work: Work,
  _who: Who,
  { id, asked }: { id: string; asked: OutboxQuery },
): Outcome<OutboxPage> {
  return rowOf(work, id) ? pageOf(work, asked, id) : UNKNOWN;
}

function wakeHeld(work: Work, id: string): void {
  work.db
    .update(outbox)
    .set({ nextAt: work.now })
    .where(and(eq(outbox.target, id), isNull(outbox.nextAt), inArray(outbox.state, ['waiting', 'failed'])))
    .run();
}

function rowOf(work: Work, id: string) {
  return work.db.select().from(subscriptions).where(eq(subscriptions.id, id)).get();
}

function viewOf(row: typeof subscriptions.$inferSelect): SubscriptionView {
  const { id, label, url, format, events, createdAt, createdBy, pausedAt, pausedWhy, overlapEndsAt } = row;
  return { id, label, url, format, events, createdAt, createdBy, pausedAt, pausedWhy, overlapEndsAt };
}
