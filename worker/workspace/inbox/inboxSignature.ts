/**
 * Whether a message is proven as its kind of sender does it (ACC5): Standard Webhooks, Typeform and Webflow sign,
 * a key is sent back. Constant time; within five minutes where an instant is signed.
 */
import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { HookKind } from '../../../shared/protocol/hooks.ts';
import { MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';
import type { Posted, Proofs, Signed } from '../../posted.ts';

/** A signature is good for so long, both ways: clocks differ. */
const TOLERANCE_MS = 5 * MINUTE_MS;
const LONGEST_ID = 200;
/** Checked against when there is no such hook: it takes as long as for one there is. */
const NOBODYS = `whsec_${btoa('nobody knows this secret, and it opens nothing')}`;

/** @param secret null when nobody can have proven it; @param now epoch ms */
export function isProven(
  kind: HookKind,
  secret: string | null,
  { signed, proofs, body }: Pick<Posted, 'signed' | 'proofs' | 'body'>,
  now: number,
): boolean {
  switch (kind) {
    case 'standard':
      return signed !== null && isSigned(secret, signed, body, now);
    case 'typeform':
      return proofs.typeform !== null && isTypeforms(secret, proofs.typeform, body);
    case 'webflow':
      return proofs.webflow !== null && isWebflows(secret, proofs.webflow, body, now);
    case 'key':
      return proofs.key !== null && isSame(proofs.key, secret ?? NOBODYS) && secret !== null;
    case 'form':
      return true;
  }
}

/** It signs no instant: that one is not taken twice is all there is against a replay. */
export function isTypeforms(secret: string | null, signature: string, body: string): boolean {
  const expected = createHmac('sha256', secret ?? NOBODYS)
    .update(body)
    .digest('base64');
  return isSame(signature, `sha256=${expected}`) && secret !== null;
}

export function isWebflows(
  secret: string | null,
  { timestamp, signature }: NonNullable<Proofs['webflow']>,
  body: string,
  now: number,
): boolean {
  if (!/^\d{1,15}$/.test(timestamp)) return false;
  const expected = createHmac('sha256', secret ?? NOBODYS)
    .update(`${timestamp}:${body}`)
    .digest('hex');
  const isIts = isSame(signature, expected);
  return isIts && secret !== null && Math.abs(now - Number(timestamp)) <= TOLERANCE_MS;
}

/** @param secret null when nobody can have signed it; @param now epoch ms */
export function isSigned(
  secret: string | null,
  { id, timestamp, signature }: Signed,
  body: string,
  now: number,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || id.length === 0 || id.length > LONGEST_ID) return false;
  const at = Number(timestamp) * SECOND_MS;
  const expected = new Webhook(secret ?? NOBODYS).sign(id, new Date(at), body);
  // Every one is compared, and each in constant time.
  const matches = signature.split(' ').filter((one) => isSame(one, expected));
  return secret !== null && matches.length > 0 && Math.abs(now - at) <= TOLERANCE_MS;
}

const encoder = new TextEncoder();

function isSame(a: string, b: string): boolean {
  const [one, other] = [encoder.encode(a), encoder.encode(b)];
  return one.byteLength === other.byteLength && crypto.subtle.timingSafeEqual(one, other);
}
