/**
 * HubSpot's records as changes of ours: which properties are asked for, and what they mean. Activities are
 * counted once they happened: what is scheduled, being dialled or a draft is nothing yet.
 */
import * as z from 'zod';
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { Channel, Outcome } from '../../../shared/lead/vocabulary.ts';
import type { Activity, Change, Ref } from '../connector.ts';

/** Ours, unique: an attempt we wrote is known by it, and written once. */
export const OUR_ID = 'combinado_id';

export const HubspotRecord = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
  createdAt: z.string().optional(),
  updatedAt: z.string().optional(),
});
export type HubspotRecord = z.infer<typeof HubspotRecord>;
type Properties = HubspotRecord['properties'];

/** Object by its name in addresses; `type` as webhooks for any object call it. */
export const OBJECTS = {
  contacts: { type: '0-1', object: 'contact', changed: 'lastmodifieddate' },
  leads: { type: '0-136', object: 'lead', changed: 'hs_lastmodifieddate' },
  calls: { type: '0-48', object: 'call', changed: 'hs_lastmodifieddate' },
  emails: { type: '0-49', object: 'email', changed: 'hs_lastmodifieddate' },
  meetings: { type: '0-47', object: 'meeting', changed: 'hs_lastmodifieddate' },
  communications: { type: '0-18', object: 'communication', changed: 'hs_lastmodifieddate' },
  postal_mail: { type: '0-116', object: 'postal_mail', changed: 'hs_lastmodifieddate' },
  tasks: { type: '0-27', object: 'task', changed: 'hs_lastmodifieddate' },
  deals: { type: '0-3', object: 'deal', changed: 'hs_lastmodifieddate' },
} as const;
export type HubspotObject = keyof typeof OBJECTS;

const ACTIVITY = ['hs_timestamp', 'hubspot_owner_id', 'hs_createdate', 'hs_lastmodifieddate', OUR_ID];

export const PROPERTIES: Readonly<Record<HubspotObject, readonly string[]>> = {
  contacts: [
    'email',
    'hs_additional_emails',
    'phone',
    'mobilephone',
    'firstname',
    'lastname',
    'hubspot_owner_id',
    'hs_email_optout',
    'associatedcompanyid',
    'createdate',
    'lastmodifieddate',
  ],
  leads: ['hubspot_owner_id', 'hs_createdate', 'hs_lastmodifieddate'],
  calls: [...ACTIVITY, 'hs_call_direction', 'hs_call_disposition', 'hs_call_status'],
  emails: [...ACTIVITY, 'hs_email_direction', 'hs_email_status', 'hs_email_message_id', 'hs_sequence_id'],
  meetings: [...ACTIVITY, 'hs_meeting_outcome', 'hs_meeting_start_time'],
  communications: [...ACTIVITY, 'hs_communication_channel_type'],
  postal_mail: ACTIVITY,
  tasks: [...ACTIVITY, 'hs_task_status', 'hs_task_type', 'hs_task_completion_date'],
  deals: [
    'amount',
    'deal_currency_code',
    'hs_is_closed',
    'hs_is_closed_won',
    'closedate',
    'closed_lost_reason',
    'createdate',
    'hs_lastmodifieddate',
  ],
};

/** Outcomes of calls every account begins with; those an account adds itself say only that a call was made. */
export const DISPOSITIONS: Readonly<Partial<Record<Outcome, string>>> = {
  no_answer: '73a0d17f-1163-4015-bdd5-ec830791da20',
  connected: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
  left_message: 'b2cf5968-551e-4856-9783-52b3da59a7d0',
  wrong_person: '17b47fee-58de-441e-a44c-c6300d46f273',
};
const BUSY = '9d9162e7-6cf3-4944-bf63-4dff82258764';
const LEFT_LIVE_MESSAGE = 'a4c4c377-d246-4b32-a13b-75a56a4cd0ff';
const MEANING: Readonly<Record<string, Outcome>> = {
  [BUSY]: 'no_answer',
  [LEFT_LIVE_MESSAGE]: 'left_message',
  ...Object.fromEntries(Object.entries(DISPOSITIONS).map(([outcome, id]) => [id, outcome as Outcome])),
};

/** @param people contacts the record belongs to, for all but contacts themselves */
export function changesOf(
  kind: HubspotObject,
  record: HubspotRecord,
  people: readonly Ref[],
  wanted: readonly string[],
): readonly Change[] {
  if (kind === 'contacts') return [personOf(record, wanted)];
  if (kind === 'leads') return [];
  if (kind === 'deals') return [dealOf(record, people)];
  const { properties: p, id } = record;
  const createdAt = instant(p['hs_createdate']) ?? instant(record.createdAt) ?? 0;
  const head = { kind: 'activity', people, createdAt, by: p['hubspot_owner_id'] || null } as const;
  const ours = p[OUR_ID] ? { ours: p[OUR_ID] } : {};
  return activitiesOf(kind, p).map(({ part, ...told }): Activity => {
    const object = part === undefined ? OBJECTS[kind].object : `${OBJECTS[kind].object} ${part}`;
    return { ...head, ...ours, ref: { object, id }, ...told };
  });
}

type Told = Pick<Activity, 'channel' | 'outcome' | 'direction' | 'at' | 'messageId' | 'automatic'> & {
  /** Of a record that is two activities. */
  readonly part?: string;
};

function activitiesOf(
  kind: Exclude<HubspotObject, 'contacts' | 'leads' | 'deals'>,
  p: Properties,
): readonly Told[] {
  const at = instant(p['hs_timestamp']);
  if (at === undefined) return [];
  const out = (channel: Channel, outcome: Outcome): Told => ({ channel, outcome, direction: 'out', at });
  switch (kind) {
    case 'calls':
      return callOf(p, at);
    case 'emails':
      return emailOf(p, at);
    case 'meetings':
      return meetingOf(p, at);
    case 'communications':
      return [out(MESSAGE_CHANNELS[p['hs_communication_channel_type'] ?? ''] ?? 'other', 'sent')];
    // A letter somebody logged; whose it was they do not say.
    case 'postal_mail':
      return [out('other', 'sent')];
    case 'tasks': {
      if (p['hs_task_status'] !== 'COMPLETED') return [];
      const channel = TASK_CHANNELS[p['hs_task_type'] ?? ''] ?? 'other';
      const done = { ...out(channel, channel === 'call' ? 'no_answer' : 'sent') };
      return [{ ...done, at: instant(p['hs_task_completion_date']) ?? at }];
    }
  }
}

const MESSAGE_CHANNELS: Readonly<Record<string, Channel>> = {
  WHATS_APP: 'whatsapp',
  LINKEDIN_MESSAGE: 'linkedin',
  SMS: 'sms',
};
const TASK_CHANNELS: Readonly<Record<string, Channel>> = {
  CALL: 'call',
  EMAIL: 'email',
  LINKED_IN: 'linkedin',
  LINKED_IN_CONNECT: 'linkedin',
  LINKED_IN_MESSAGE: 'linkedin',
};

/** What ended: a call by hand carries no status, or says it was completed. */
const ENDED: Readonly<Record<string, Outcome | null>> = {
  COMPLETED: null,
  BUSY: 'no_answer',
  NO_ANSWER: 'no_answer',
};

function callOf(p: Properties, at: number): readonly Told[] {
  const status = p['hs_call_status'] || 'COMPLETED';
  if (!Object.hasOwn(ENDED, status)) return [];
  // A call nobody said anything about: that it was tried is all we know.
  const outcome = MEANING[p['hs_call_disposition'] ?? ''] ?? ENDED[status] ?? 'no_answer';
  const direction = p['hs_call_direction'] === 'INBOUND' ? 'in' : 'out';
  return [{ channel: 'call', outcome, direction, at }];
}

function emailOf(p: Properties, at: number): readonly Told[] {
  const direction = p['hs_email_direction'];
  if (direction === 'DRAFT_EMAIL' || direction === 'FORWARDED_EMAIL') return [];
  const status = p['hs_email_status'] || 'SENT';
  if (status !== 'SENT' && status !== 'BOUNCED') return [];
  const outcome = status === 'BOUNCED' ? 'bounced' : 'sent';
  const messageId = p['hs_email_message_id'];
  return [
    {
      channel: 'email',
      outcome,
      direction: direction === 'INCOMING_EMAIL' ? 'in' : 'out',
      at,
      ...(messageId ? { messageId } : {}),
      ...(p['hs_sequence_id'] ? { automatic: true } : {}),
    },
  ];
}

/** That it was booked, when it was; and that it was held or missed, when it began. */
function meetingOf(p: Properties, at: number): readonly Told[] {
  const outcome = p['hs_meeting_outcome'];
  if (outcome === 'CANCELED' || outcome === 'CANCELLED') return [];
  const out = { channel: 'meeting', direction: 'out' } as const;
  const booked: Told = { ...out, outcome: 'meeting_booked', at: instant(p['hs_createdate']) ?? at };
  if (outcome !== 'COMPLETED' && outcome !== 'NO_SHOW') return [booked];
  const held = outcome === 'COMPLETED' ? 'connected' : 'no_answer';
  return [booked, { ...out, outcome: held, at: instant(p['hs_meeting_start_time']) ?? at, part: 'held' }];
}

function personOf(record: HubspotRecord, wanted: readonly string[]): Change {
  const { id, properties: p } = record;
  const name = [p['firstname'], p['lastname']].filter(Boolean).join(' ');
  const values: Record<string, Scalar | null> = {};
  for (const field of wanted) values[field] = field === 'name' ? name || null : p[field] || null;
  const emails = [p['email'], ...(p['hs_additional_emails'] ?? '').split(';')];
  const optedOut = p['hs_email_optout'];
  const company = p['associatedcompanyid'];
  return {
    kind: 'person',
    ref: { object: 'contact', id },
    company: company ? { object: 'company', id: company } : null,
    createdAt: instant(p['createdate']) ?? instant(record.createdAt) ?? 0,
    changedAt: instant(p['lastmodifieddate']) ?? instant(record.updatedAt) ?? 0,
    emails: emails.flatMap((email) => email?.trim() || []),
    phones: [p['phone'], p['mobilephone']].flatMap((phone) => phone?.trim() || []),
    values,
    owner: p['hubspot_owner_id'] || null,
    optedOut: optedOut === undefined || optedOut === null ? null : optedOut === 'true' ? ['email'] : [],
  };
}

function dealOf({ id, properties: p, createdAt, updatedAt }: HubspotRecord, people: readonly Ref[]): Change {
  const isWon = p['hs_is_closed_won'] === 'true';
  return {
    kind: 'deal',
    ref: { object: 'deal', id },
    people,
    createdAt: instant(p['createdate']) ?? instant(createdAt) ?? 0,
    changedAt: instant(p['hs_lastmodifieddate']) ?? instant(updatedAt) ?? 0,
    amount: Number(p['amount'] ?? 0) || 0,
    currency: p['deal_currency_code'] || null,
    outcome: isWon ? 'won' : p['hs_is_closed'] === 'true' ? 'lost' : 'open',
    reason: p['closed_lost_reason'] || null,
    closedAt: instant(p['closedate']) ?? null,
  };
}

/** Epoch ms of either way it is written. */
export function instant(text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isSafeInteger(ms) ? ms : undefined;
}
