/** Webhooks as HubSpot sends them: batches of events, signed (v3) by the app's client secret. */
import { createHmac } from 'node:crypto';
import type { Delivery } from '../../../worker/connectors/connector.ts';

export interface Event {
  readonly eventId: number;
  readonly subscriptionId: number;
  readonly portalId: number;
  readonly appId: number;
  readonly occurredAt: number;
  readonly subscriptionType: string;
  readonly attemptNumber: number;
  readonly objectId: number;
  readonly [more: string]: unknown;
}

export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function signed(url: string, events: readonly Event[], secret: string, now: number): Signed {
  const body = JSON.stringify(events);
  const signature = sign(secret, `POST${url}${body}${now}`);
  return {
    body,
    headers: {
      'Content-Type': 'application/json',
      'X-HubSpot-Signature-Version': 'v3',
      'X-HubSpot-Signature-v3': signature,
      'X-HubSpot-Request-Timestamp': String(now),
    },
  };
}

export function sign(secret: string, text: string): string {
  const bytes = new Uint8Array(createHmac('sha256', secret).update(text).digest());
  return btoa(String.fromCharCode(...bytes));
}

export function deliveryOf(url: string, { body, headers }: Signed): Delivery {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { method: 'POST', url, body, header: (name) => lower.get(name.toLowerCase()) ?? null };
}
