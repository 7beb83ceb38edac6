/** Whether a message is signed as Standard Webhooks has it (ACC5): by this secret, within five minutes. */
import { MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';
import type { Signed } from '../../posted.ts';
import { webhookSignature } from '../../webhookSignature.ts';

/** A signature is good for so long, both ways: clocks differ. */
const TOLERANCE_MS = 5 * MINUTE_MS;
const LONGEST_ID = 200;
/** Checked against when there is no such hook: it takes as long as for one there is. */
const NOBODYS = `whsec_${btoa('nobody knows this secret, and it opens nothing')}`;

/** @param secret null when nobody can have signed it; @param now epoch ms */
export function isSigned(
  secret: string | null,
  { id, timestamp, signature }: Signed,
  body: string,
  now: number,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || id.length === 0 || id.length > LONGEST_ID) return false;
  const at = Number(timestamp) * SECOND_MS;
  const expected = webhookSignature(secret ?? NOBODYS, id, at, body);
  // Every one is compared, and each in constant time.
  const matches = signature.split(' ').filter((one) => isSame(one, expected));
  return secret !== null && matches.length > 0 && Math.abs(now - at) <= TOLERANCE_MS;
}

const encoder = new TextEncoder();

function isSame(a: string, b: string): boolean {
  const [one, other] = [encoder.encode(a), encoder.encode(b)];
  return one.byteLength === other.byteLength && crypto.subtle.timingSafeEqual(one, other);
}
