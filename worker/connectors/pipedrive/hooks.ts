/** Pipedrive's webhooks (v2): asked for by us, sent with a user and password we choose, read as hints alone. */
import * as z from 'zod';
import type { Answer, Delivery, Hint, Line } from '../connector.ts';
import { isSecret } from '../ownSecret.ts';
import { site } from './api.ts';
import { isLeadId } from './leadId.ts';
import { type Kind, KINDS } from './records.ts';

const USER = 'combinado';
const LEAD = 'lead';

export function isOurs({ header }: Delivery, own: string): boolean {
  const given = /^Basic ([A-Za-z0-9+/=]{1,400})$/.exec(header('Authorization') ?? '')?.[1];
  return own !== '' && isSecret(given ?? null, btoa(`${USER}:${own}`));
}

const Event = z.object({
  meta: z.object({
    action: z.string(),
    entity: z.string(),
    entity_id: z.union([z.string(), z.number()]),
    company_id: z.union([z.string(), z.number()]),
    id: z.string(),
  }),
});

export function hintsOf({ body }: Delivery): readonly Hint[] | undefined {
  const event = Event.safeParse(parsed(body)).data;
  if (event === undefined) return undefined;
  const { action, entity, entity_id: about, company_id: account, id: key } = event.meta;
  const id = String(about);
  // One that is gone is worked on no more; whom it was about is still there.
  if (entity === LEAD && isLeadId(id))
    return action === 'delete'
      ? []
      : [{ key: `${key}:${entity}:${id}`, stream: 'leads', id, account: String(account) }];
  const stream = (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind] === entity);
  if (stream === undefined || !/^\d{1,15}$/.test(id)) return [];
  const head = { key: `${key}:${entity}:${id}`, stream, id, account: String(account) };
  if (action !== 'delete') return [head];
  return [{ ...head, gone: { kind: 'gone', ref: { object: entity, id }, why: 'deleted' } }];
}

const Hooks = z.object({
  data: z
    .array(
      z.object({
        id: z.union([z.int(), z.string()]),
        subscription_url: z.string(),
        event_object: z.string(),
      }),
    )
    .nullable(),
});

async function hooksTo(
  line: Line,
  url: string | undefined,
): Promise<Answer<readonly { id: string; about: string }[]>> {
  const found = await line.send({ method: 'GET', url: `${site(line)}/api/v1/webhooks`, reads: Hooks });
  if (!found.ok) return found;
  const ours = (found.value.data ?? []).filter(({ subscription_url }) => subscription_url === url);
  return { ok: true, value: ours.map(({ id, event_object: about }) => ({ id: String(id), about })) };
}

/** Those that are there already are taken as they are. */
export async function askForHooks(
  line: Line,
  { url, own }: { url: string; own: string },
  withLeads: boolean,
): Promise<Answer<null>> {
  const there = await hooksTo(line, url);
  if (!there.ok) return there;
  for (const about of [...Object.values(KINDS), ...(withLeads ? [LEAD] : [])]) {
    if (there.value.some((hook) => hook.about === about)) continue;
    const made = await line.send({
      method: 'POST',
      url: `${site(line)}/api/v1/webhooks`,
      json: {
        subscription_url: url,
        event_action: '*',
        event_object: about,
        http_auth_user: USER,
        http_auth_password: own,
        version: '2.0',
      },
      reads: z.unknown(),
    });
    // Access that does not reach the inbox of leads hears of everything else all the same.
    if (!made.ok && !(about === LEAD && made.trouble === 'forbidden')) return made;
  }
  return { ok: true, value: null };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
