/** A message's signature as Standard Webhooks has it: HMAC-SHA-256 of its id, second and body, by the runtime's own. */
import { createHmac } from 'node:crypto';
import { SECOND_MS } from '../shared/time.ts';

const PREFIX = 'whsec_';

/** @param secret base64, with or without its prefix; @param at epoch ms; @returns e.g. `v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=` */
export function webhookSignature(secret: string, id: string, at: number, body: string): string {
  const key = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  const signed = createHmac(
    'sha256',
    Uint8Array.from(atob(key), (byte) => byte.charCodeAt(0)),
  );
  return `v1,${signed.update(`${id}.${Math.floor(at / SECOND_MS)}.${body}`).digest('base64')}`;
}
