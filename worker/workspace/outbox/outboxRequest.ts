/** A message of the outbox as the request it leaves in: signed by Standard Webhooks, shaped as its reader wants. */
import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { termsFor } from '../../../shared/messages/terms/index.ts';
import { noticeWords } from '../../../shared/messages/notices/index.ts';
import { leadLink } from '../leads/leadLink.ts';
import { targetFault, type OutboundRule } from '../../outboundTarget.ts';
import * as schema from '../schema.ts';
import type { EventPayload } from './subscriptionEvents.ts';
import type { Work } from '../work.ts';
import type { Reason } from '../../../shared/protocol/reason.ts';

const { subscriptions } = schema;
type Subscription = typeof subscriptions.$inferSelect;
type Message = Pick<typeof schema.outbox.$inferSelect, 'id' | 'target' | 'payload'>;

/** The request; null when nobody wants it now; else why it cannot be made. */
export function requestOf(
  work: Work,
  rule: OutboundRule,
  { id, target, payload }: Message,
): Request | Reason | null {
  const subscription = work.db.select().from(subscriptions).where(eq(subscriptions.id, target)).get();
  if (subscription === undefined) return { code: 'nobody_subscribed' };
  if (subscription.pausedAt !== null) return null;
  const fault = targetFault(subscription.url, rule);
  if (fault !== undefined) return { code: fault };
  // Written by `enqueueEvents`; the outbox keeps it as it was.
  const body = JSON.stringify(shaped(work, subscription, payload as EventPayload));
  const seconds = Math.floor(work.now / 1_000);
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Combinado',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signed(work, subscription, id, body),
  };
  return new Request(subscription.url, { method: 'POST', headers, body, redirect: 'manual' });
}

/** The receiver said 410: it wants no more of them. */
export function webhookGone(work: Work, id: string): void {
  work.db
    .update(subscriptions)
    .set({ pausedAt: work.now, pausedWhy: 'gone' })
    .where(eq(subscriptions.id, id))
    .run();
}

/** By the secret, and while both are good by the one before. */
function signed(
  work: Work,
  { secret, oldSecret, overlapEndsAt }: Subscription,
  id: string,
  body: string,
): string {
  const both = oldSecret !== null && overlapEndsAt !== null && overlapEndsAt > work.now;
  return [secret, ...(both ? [oldSecret] : [])]
    .map((one) => new Webhook(one).sign(id, new Date(work.now), body))
    .join(' ');
}

function shaped(work: Work, { format, origin }: Subscription, payload: EventPayload): unknown {
  const { event, at, leadId, ...told } = payload;
  const link = leadId === null ? null : leadLink(origin, leadId);
  if (format === 'json')
    return { type: event, timestamp: new Date(at).toISOString(), data: { leadId, link, ...told } };
  const language = work.ground.workspace()?.language ?? 'en';
  const text = sentence(work, language, payload);
  const { open } = noticeWords(language);
  if (format === 'slack')
    return { text: link === null ? slackText(text) : `${slackText(text)} · <${link}|${slackText(open)}>` };
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [{ type: 'TextBlock', text: cardText(text), wrap: true }],
          ...(link === null ? {} : { actions: [{ type: 'Action.OpenUrl', title: open, url: link }] }),
        },
      },
    ],
  };
}

/** What happened and where the lead stands; no name of anybody. */
function sentence(work: Work, language: Language, { event, stage, detail }: EventPayload): string {
  const words = noticeWords(language);
  if (event === 'test') return words.test;
  const { clocks, answers } = termsFor(language).words;
  const { stages } = work.ground.inForce(work.now).definitions;
  const known = (names: Readonly<Record<string, string>>, id: unknown) =>
    typeof id === 'string' ? names[id] : undefined;
  const parts = [
    words.events[event],
    known(clocks, detail['kind'] ?? detail['clock']),
    known(answers, detail['answer']),
    stages.find(({ id }) => id === (detail['stage'] ?? stage))?.label,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Cards read Markdown: a link is the one thing of it that leads somewhere. */
function cardText(text: string): string {
  return text.replaceAll('](', '] (');
}

/** Slack reads these three as markup. */
function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
