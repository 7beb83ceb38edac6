/**
 * RD Station Marketing's webhooks: asked for by its API, under an address that holds this connection's own
 * secret, because they are not signed. They say whom to look at again.
 */
import * as z from 'zod';
import type { Answer, Hint, Line } from '../connector.ts';
import { addressWith } from '../addressWith.ts';
import { codeOf, isSecret } from '../ownSecret.ts';
import { UUID } from '../uuid.ts';
import { API } from './api.ts';

const KINDS = ['WEBHOOK.CONVERTED', 'WEBHOOK.MARKED_OPPORTUNITY'] as const;
const WEBHOOKS = `${API}/integrations/webhooks`;

const Event = z.object({
  event_type: z.string(),
  event_identifier: z.string().nullish(),
  timestamp: z.string().nullish(),
  event_timestamp: z.string().nullish(),
  contact: z.object({ uuid: z.string() }),
});

export function hintsOf(body: string): readonly Hint[] | undefined {
  const event = Event.safeParse(parsed(body)).data;
  if (event === undefined) return undefined;
  const { event_type: kind, event_identifier, event_timestamp, timestamp, contact } = event;
  if (!KINDS.some((one) => one === kind) || !UUID.test(contact.uuid)) return [];
  const key = [kind, contact.uuid, event_timestamp ?? timestamp ?? '', event_identifier ?? ''].join(':');
  return [{ key, stream: 'contacts', id: contact.uuid }];
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const Webhooks = z.object({
  webhooks: z.array(z.object({ uuid: z.string(), event_type: z.string(), url: z.string() })),
});

function asked(line: Line): Promise<Answer<z.infer<typeof Webhooks>>> {
  return line.send({ method: 'GET', url: WEBHOOKS, reads: Webhooks });
}

export async function askForWebhooks(line: Line, hook: { url: string; own: string }): Promise<Answer<null>> {
  const there = await asked(line);
  if (!there.ok) return there;
  const url = addressWith(hook.url, { code: hook.own });
  for (const kind of KINDS) {
    if (there.value.webhooks.some((one) => one.event_type === kind && one.url === url)) continue;
    const made = await line.send({
      method: 'POST',
      url: WEBHOOKS,
      json: {
        entity_type: 'CONTACT',
        event_type: kind,
        event_identifiers: [],
        url,
        http_method: 'POST',
        include_relations: ['COMPANY', 'CONTACT_FUNNEL'],
      },
      reads: z.unknown(),
    });
    if (!made.ok) return made;
  }
  return { ok: true, value: null };
}

/** Those that carry this connection's secret, and nobody else's. */
export async function dropWebhooks(line: Line, own: string): Promise<Answer<null>> {
  const there = await asked(line);
  if (!there.ok) return there;
  for (const { uuid, url } of there.value.webhooks) {
    if (!isSecret(codeOf(url), own)) continue;
    const gone = await line.send({
      method: 'DELETE',
      url: `${WEBHOOKS}/${encodeURIComponent(uuid)}`,
      reads: z.unknown(),
    });
    if (!gone.ok && gone.trouble !== 'missing') return gone;
  }
  return { ok: true, value: null };
}
