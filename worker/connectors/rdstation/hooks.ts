/** RD Station's webhooks: their address holds this connection's own secret, and they tell which record to read. */
import * as z from 'zod';
import type { Delivery, Hint } from '../connector.ts';
import { ID } from './api.ts';
import { type Kind, KINDS } from './records.ts';

const Event = z.object({
  event_name: z.string(),
  transaction_uuid: z.string().nullish(),
  document: z.object({ id: z.string(), updated_at: z.string().nullish() }),
});

/** `crm_deal_updated`, `crm_contact_deleted`…: what it is about, and what happened. */
export function hintsOf({ body }: Delivery): readonly Hint[] | undefined {
  const event = Event.safeParse(parsed(body)).data;
  if (event === undefined) return undefined;
  const { event_name: name, transaction_uuid: transaction, document } = event;
  const [, about, what] = /^crm_(contact|task|deal)_(created|updated|deleted)$/.exec(name) ?? [];
  const stream = (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind] === about);
  const { id } = document;
  if (stream === undefined || !ID.test(id)) return [];
  const key = [transaction ?? document.updated_at ?? '', name, id].join(':');
  if (what !== 'deleted') return [{ key, stream, id }];
  return [{ key, stream, id, gone: { kind: 'gone', ref: { object: KINDS[stream], id }, why: 'deleted' } }];
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
