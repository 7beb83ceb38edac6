/**
 * Facts and notices as events for subscribers: written to the outbox in the transaction they happened
 * in. An event names its lead by id and carries ids, words of the agreement, instants and amounts;
 * never a name, an address, a note or anything else a person typed (PRI1).
 */
import type { Fact, FactKind, Scalar } from '../../../shared/lead/facts.ts';
import type { NoticeSaid } from '../../../shared/protocol/notices.ts';
import type { SubscriptionEvent } from '../../../shared/protocol/subscriptions.ts';
import type { News } from '../notices/news.ts';
import { enqueue } from './outbox.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

/** What waits in the outbox; the shape it leaves in depends on the subscription when it is sent. */
export interface EventPayload {
  readonly event: SubscriptionEvent | 'test';
  readonly at: number;
  readonly leadId: string | null;
  /** Of the lead, when it happened. */
  readonly stage: string | null;
  readonly score: number | null;
  readonly owner: string | null;
  /** Who did it: a member's or an integration's id, or `system`. */
  readonly actor: string | null;
  readonly detail: Readonly<Record<string, Scalar | null>>;
}

/** Parts of each body that may leave; whatever is not named stays. */
const DETAIL: Readonly<Record<FactKind, readonly string[]>> = {
  'lead.captured': ['cause', 'source', 'campaign'],
  'lead.changed': [],
  'lead.merged': ['absorbed'],
  'lead.unmerged': ['absorbed'],
  'lead.optedOut': ['channel'],
  'lead.optedIn': ['channel'],
  'signal.seen': ['signal', 'source', 'campaign'],
  'reply.received': ['channel', 'outOfOffice'],
  'deal.changed': ['dealId', 'amount', 'currency', 'outcome', 'reason', 'openedOn', 'closedOn', 'product'],
  'account.counted': [],
  'stage.set': ['stage', 'reason'],
  'stage.released': [],
  'handoff.released': [],
  'stage.entered': ['stage', 'from', 'cause', 'since', 'version', 'backlog'],
  'handoff.opened': ['handoff', 'stage', 'cause', 'since', 'version', 'accepted', 'trial'],
  'owner.assigned': ['owner'],
  'owner.routed': ['owner', 'route', 'team', 'handoff'],
  'lead.snoozed': ['untilOn', 'reason'],
  'lead.resumed': [],
  'attempt.made': ['channel', 'outcome', 'evidence', 'automatic', 'scheduled'],
  'attempt.withdrawn': ['attempt'],
  'attempt.refused': ['attempt'],
  'handoff.answered': ['handoff', 'answer', 'mark', 'reason', 'toStage', 'returnOn'],
  'handoff.corrected': ['handoff', 'answer', 'mark', 'reason', 'toStage', 'returnOn'],
  'handoff.contested': ['handoff'],
  'handoff.decided': ['handoff', 'outcome'],
  'handoff.commented': ['handoff'],
  'handoff.withdrawn': ['handoff'],
  'nurture.started': ['track'],
  'material.used': ['persona', 'material'],
  'clock.warned': ['clock', 'step'],
  'clock.breached': ['clock', 'dueAt'],
  'clock.escalated': ['clock', 'step', 'action'],
  'clock.corrected': ['clock', 'attempt'],
};

/** @param subscribed where they have been read already */
export function enqueueEvents(work: Work, { state, fresh }: News, subscribed = subscribers(work)): void {
  if (subscribed.length === 0) return;
  for (const fact of fresh) {
    for (const { id, events, format } of subscribed) {
      if (!events.includes(fact.kind)) continue;
      // Where people read along, trial and backlog are silent as everywhere (TRI1, TRI2).
      if (format !== 'json' && (state.trial || state.backlog)) continue;
      const payload: EventPayload = {
        event: fact.kind,
        at: fact.at,
        leadId: fact.leadId,
        stage: state.stage.id,
        score: state.score.shown,
        owner: state.owner?.id ?? null,
        actor: fact.actor,
        detail: detailOf(fact, state.clocks),
      };
      enqueue(work, { key: `${id}|${fact.id}`, kind: 'webhook', target: id, payload, leadId: fact.leadId });
    }
  }
}

/** A notice, once however many members it goes to: `key` is what caused it. */
export function enqueueNotice(
  work: Work,
  key: string,
  { kind, data }: NoticeSaid,
  leadId: string | null,
): void {
  const event = `notice.${kind}` as const;
  for (const { id, events } of subscribers(work)) {
    if (!events.includes(event)) continue;
    const payload: EventPayload = {
      event,
      at: work.now,
      leadId,
      stage: null,
      score: null,
      owner: null,
      actor: null,
      detail: data,
    };
    enqueue(work, { key: `${id}|${key}`, kind: 'webhook', target: id, payload, leadId });
  }
}

/** Paused ones too: what happens meanwhile waits for them. */
export function subscribers(work: Work) {
  return selectSubscribers(work).all();
}

const selectSubscribers = prepared((db) => {
  const { id, events, format } = schema.subscriptions;
  return db.select({ id, events, format }).from(schema.subscriptions).prepare();
});

function detailOf(fact: Fact, clocks: News['state']['clocks']): EventPayload['detail'] {
  const detail: Record<string, Scalar | null> = {};
  for (const [key, value] of Object.entries(fact.body)) {
    if (!DETAIL[fact.kind].includes(key)) continue;
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) detail[key] = value;
  }
  const clock = 'clock' in fact.body ? fact.body.clock : undefined;
  const kind = clocks.find(({ id }) => id === clock)?.kind;
  return kind === undefined ? detail : { ...detail, kind };
}
