/**
 * Writing to HubSpot. Attempts are upserted by a unique property of ours, so that however often one is sent
 * it is there once, and linked to their contact by a call that may be repeated. A batch that is refused is
 * halved until only what is wrong with it is left.
 */
import * as z from 'zod';
import type { Answer, Line, Ref, Trouble, Write, Written } from '../connector.ts';
import { API } from './api.ts';
import { DISPOSITIONS, OBJECTS, OUR_ID, type HubspotObject } from './records.ts';
import { trouble } from '../line.ts';

type Of<K extends Write['kind']> = Extract<Write, { kind: K }>;

export async function writeAll(line: Line, writes: readonly Write[]): Promise<Answer<readonly Written[]>> {
  const written = new Map<Write, Written>();
  const note = (several: readonly Write[], answers: readonly Written[]) =>
    several.forEach((write, index) => written.set(write, answers[index] ?? UNANSWERED));

  const values = writes.filter((write) => write.kind === 'values');
  note(values, await halving(values, (some) => updateContacts(line, some)));
  const attempts = writes.filter((write) => write.kind === 'attempt');
  for (const kind of ['calls', 'emails', 'meetings', 'communications', 'tasks'] as const) {
    const some = attempts.filter(({ channel }) => ACTIVITY_OF[channel] === kind);
    note(some, await halving(some, (these) => logActivities(line, kind, these)));
  }
  for (const write of writes) {
    if (write.kind === 'unlog') note([write], [await removeActivity(line, write)]);
    if (write.kind === 'erase') note([write], [await eraseContact(line, write)]);
  }
  const all = writes.map((write) => written.get(write) ?? UNANSWERED);
  // Where nobody got anywhere for the same passing reason, it is the line's trouble and not theirs.
  const passing = all.find(isPassing);
  return passing && all.every(isPassing) ? passing : { ok: true, value: all };
}

const UNANSWERED = trouble('missing', null, 'it is not there any more');

function isPassing(one: Written): one is Trouble {
  return !one.ok && ['limited', 'unavailable', 'unauthorised'].includes(one.trouble);
}

/** What would be refused again however often it is sent whole. */
async function halving<W extends Write>(
  writes: readonly W[],
  send: (some: readonly W[]) => Promise<Answer<readonly Written[]>>,
): Promise<readonly Written[]> {
  if (writes.length === 0) return [];
  const answer = await send(writes);
  if (answer.ok) return answer.value;
  if (isPassing(answer) || writes.length === 1) return writes.map(() => answer);
  const middle = Math.ceil(writes.length / 2);
  return [...(await halving(writes.slice(0, middle), send)), ...(await halving(writes.slice(middle), send))];
}

const Updated = z.object({ results: z.array(z.object({ id: z.string() })) });

async function updateContacts(
  line: Line,
  writes: readonly Of<'values'>[],
): Promise<Answer<readonly Written[]>> {
  // One record may not stand in a batch twice: what is later holds.
  const byId = new Map<string, Record<string, string>>();
  for (const { person, values, owner } of writes) {
    const properties = byId.get(person.id) ?? {};
    for (const [field, value] of Object.entries(values))
      properties[field] = value === null ? '' : String(value);
    if (owner !== undefined) properties['hubspot_owner_id'] = owner ?? '';
    byId.set(person.id, properties);
  }
  const answer = await line.send({
    method: 'POST',
    url: `${API}/crm/v3/objects/contacts/batch/update`,
    json: { inputs: [...byId].map(([id, properties]) => ({ id, properties })) },
    reads: Updated,
  });
  if (!answer.ok) return answer;
  const done = new Set(answer.value.results.map(({ id }) => id));
  return {
    ok: true,
    value: writes.map(({ person }) => (done.has(person.id) ? { ok: true, ref: person } : UNANSWERED)),
  };
}

const ACTIVITY_OF = {
  call: 'calls',
  email: 'emails',
  meeting: 'meetings',
  whatsapp: 'communications',
  linkedin: 'communications',
  sms: 'communications',
  other: 'tasks',
} as const satisfies Record<Of<'attempt'>['channel'], HubspotObject>;
type ActivityObject = (typeof ACTIVITY_OF)[keyof typeof ACTIVITY_OF];

const Upserted = z.object({
  results: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) })),
});

async function logActivities(
  line: Line,
  kind: ActivityObject,
  writes: readonly Of<'attempt'>[],
): Promise<Answer<readonly Written[]>> {
  const upserted = await line.send({
    method: 'POST',
    url: `${API}/crm/v3/objects/${kind}/batch/upsert`,
    json: {
      inputs: writes.map((write) => ({
        idProperty: OUR_ID,
        id: write.id,
        properties: { ...propertiesOf(kind, write), [OUR_ID]: write.id },
      })),
    },
    reads: Upserted,
  });
  if (!upserted.ok) return upserted;
  const ids = new Map(upserted.value.results.map(({ id, properties }) => [properties[OUR_ID], id]));
  const linked = await line.send({
    method: 'POST',
    url: `${API}/crm/v4/associations/${kind}/contacts/batch/associate/default`,
    json: {
      inputs: writes.flatMap(({ id, person }) => {
        const from = ids.get(id);
        return from === undefined ? [] : [{ from: { id: from }, to: { id: person.id } }];
      }),
    },
    reads: z.unknown(),
  });
  if (!linked.ok) return linked;
  return {
    ok: true,
    value: writes.map((write): Written => {
      const id = ids.get(write.id);
      return id === undefined ? UNANSWERED : { ok: true, ref: { object: OBJECTS[kind].object, id } };
    }),
  };
}

function propertiesOf(kind: ActivityObject, write: Of<'attempt'>): Record<string, string> {
  const { at, by, title, outcome, channel } = write;
  const head = { hs_timestamp: String(at), ...(by === null ? {} : { hubspot_owner_id: by }) };
  switch (kind) {
    case 'calls': {
      const disposition = DISPOSITIONS[outcome];
      return {
        ...head,
        hs_call_title: title,
        hs_call_direction: 'OUTBOUND',
        hs_call_status: 'COMPLETED',
        ...(disposition === undefined ? {} : { hs_call_disposition: disposition }),
      };
    }
    case 'emails':
      // Never subject or text: they were not taken (ATT1).
      return {
        ...head,
        hs_email_subject: title,
        hs_email_direction: 'EMAIL',
        hs_email_status: outcome === 'bounced' ? 'BOUNCED' : 'SENT',
      };
    case 'meetings':
      return {
        ...head,
        hs_meeting_title: title,
        hs_meeting_start_time: String(at),
        hs_meeting_outcome: outcome === 'no_answer' ? 'NO_SHOW' : 'COMPLETED',
      };
    case 'communications':
      return {
        ...head,
        hs_communication_channel_type: MESSAGE_TYPES[channel] ?? 'SMS',
        hs_communication_logged_from: 'CRM',
        hs_communication_body: title,
      };
    case 'tasks':
      return { ...head, hs_task_subject: title, hs_task_status: 'COMPLETED', hs_task_type: 'TODO' };
  }
}

const MESSAGE_TYPES: Readonly<Record<string, string>> = {
  whatsapp: 'WHATS_APP',
  linkedin: 'LINKEDIN_MESSAGE',
  sms: 'SMS',
};

/** What somebody deleted there already is what was wanted. */
async function removeActivity(line: Line, { ref }: Of<'unlog'>): Promise<Written> {
  const kind = objectOf(ref);
  if (kind === undefined) return UNANSWERED;
  const url = `${API}/crm/v3/objects/${kind}/${encodeURIComponent(ref.id)}`;
  const answer = await line.send({ method: 'DELETE', url, reads: z.unknown() });
  return answer.ok || answer.trouble === 'missing' ? { ok: true } : answer;
}

async function eraseContact(line: Line, { person }: Of<'erase'>): Promise<Written> {
  const url = `${API}/crm/v3/objects/contacts/gdpr-delete`;
  const answer = await line.send({ method: 'POST', url, json: { objectId: person.id }, reads: z.unknown() });
  return answer.ok || answer.trouble === 'missing' ? { ok: true } : answer;
}

function objectOf({ object }: Ref): HubspotObject | undefined {
  const kinds = Object.keys(OBJECTS) as HubspotObject[];
  return kinds.find((kind) => OBJECTS[kind].object === object);
}
