/**
 * HubSpot's webhooks as hints: which record to look at again. That one was deleted is seen by looking; that
 * it was erased for good, or merged into which other, only the event says.
 */
import * as z from 'zod';
import type { Hint } from '../connector.ts';
import { OBJECTS, type HubspotObject } from './records.ts';

/** Undefined when it is none of theirs. */
export function hintsOf(body: string): readonly Hint[] | undefined {
  const events = Events.safeParse(parsed(body));
  return events.success ? events.data.flatMap(hintOf) : undefined;
}

const Events = z
  .array(
    z.object({
      eventId: z.number(),
      subscriptionId: z.number().optional(),
      portalId: z.number(),
      occurredAt: z.number(),
      subscriptionType: z.string(),
      objectTypeId: z.string().optional(),
      objectId: z.union([z.number(), z.string()]),
      primaryObjectId: z.number().optional(),
      mergedObjectIds: z.array(z.number()).optional(),
    }),
  )
  .max(1_000);

/** Of the attempts it takes to be delivered each says the same event. */
function hintOf(event: z.infer<typeof Events>[number]): readonly Hint[] {
  const { eventId, subscriptionId = 0, portalId, occurredAt, subscriptionType, objectTypeId } = event;
  const [about = '', what = ''] = subscriptionType.split('.');
  const kinds = Object.keys(OBJECTS) as HubspotObject[];
  const stream = kinds.find((kind) =>
    about === 'object' ? OBJECTS[kind].type === objectTypeId : OBJECTS[kind].object === about,
  );
  if (stream === undefined) return [];
  const { object } = OBJECTS[stream];
  const id = String(event.objectId);
  const key = `${eventId}:${subscriptionId}:${what}:${id}:${occurredAt}`;
  const head = { key, stream, id, account: String(portalId) };
  const ref = { object, id };
  if (what === 'privacyDeletion') return [{ ...head, gone: { kind: 'gone', ref, why: 'erased' } }];
  if (what !== 'merge') return [head];
  const into = { object, id: String(event.primaryObjectId ?? id) };
  const merged = (event.mergedObjectIds ?? []).map(String).filter((other) => other !== into.id);
  return [
    { ...head, id: into.id },
    ...merged.map((other): Hint => ({
      ...head,
      key: `${key}:${other}`,
      id: other,
      gone: { kind: 'gone', ref: { object, id: other }, why: 'merged', into },
    })),
  ];
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
