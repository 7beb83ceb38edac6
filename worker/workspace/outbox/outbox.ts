/**
 * Whatever must leave the workspace is written here in the transaction that caused it, and sent later
 * by the alarm (see `send.ts`): at least once, under an id that stays the same at every try.
 */
import { v7 as uuidv7 } from 'uuid';
import * as schema from '../schema.ts';
import type { OutboxKind } from '../schema.ts';
import type { Work } from '../work.ts';

export interface Outgoing {
  /** What caused it: the same key is sent once, however often it is handed in. */
  readonly key: string;
  readonly kind: OutboxKind;
  /** Where to, in the words of its kind; a webhook's is the id of its subscription. */
  readonly target: string;
  /** JSON; ids and words of ours, no personal data (PRI1). */
  readonly payload: unknown;
  /** The lead it is about, so that erasing the lead takes it along. */
  readonly leadId?: string | null;
  /** Epoch ms; at once when left out. */
  readonly notBefore?: number;
}

/** Nothing is fetched here. */
export function enqueue(work: Work, { key, kind, target, payload, leadId, notBefore }: Outgoing): void {
  work.db
    .insert(schema.outbox)
    .values({
      id: `msg_${uuidv7({ msecs: work.now })}`,
      key,
      kind,
      target,
      leadId: leadId ?? null,
      payload,
      state: 'waiting',
      attempts: 0,
      createdAt: work.now,
      nextAt: Math.max(notBefore ?? work.now, work.now),
    })
    .onConflictDoNothing()
    .run();
}
