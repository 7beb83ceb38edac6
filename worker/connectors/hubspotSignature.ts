/**
 * Whether a delivery is HubSpot's (X-HubSpot-Signature-v3): base64 of HMAC-SHA256 by the app's client secret
 * over method, address, body and the instant in ms, which may be five minutes off.
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 */
import { MINUTE_MS } from '../../shared/time.ts';
import type { Delivery } from './connector.ts';

const TOLERANCE_MS = 5 * MINUTE_MS;
/** Written plainly in the address that is signed, whatever way they were sent. */
const PLAIN: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};
const encoder = new TextEncoder();

export async function isHubspots(delivery: Delivery, secret: string, now: number): Promise<boolean> {
  if (secret === '') return false;
  const timestamp = delivery.header('X-HubSpot-Request-Timestamp') ?? '';
  const given = decoded(delivery.header('X-HubSpot-Signature-v3') ?? '');
  const url = delivery.url.replaceAll(/%[0-9A-F]{2}/gi, (code) => PLAIN[code.toUpperCase()] ?? code);
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), how, false, ['sign']);
  const text = encoder.encode(`${delivery.method}${url}${delivery.body}${timestamp}`);
  const expected = await crypto.subtle.sign('HMAC', key, text);
  if (given === undefined || given.byteLength !== expected.byteLength) return false;
  const isSame = crypto.subtle.timingSafeEqual(given, expected);
  return isSame && /^\d{1,15}$/.test(timestamp) && Math.abs(now - Number(timestamp)) <= TOLERANCE_MS;
}

/** Only the one way of writing it: base64 leaves the last bits of its last letter open. */
function decoded(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return btoa(String.fromCharCode(...bytes)) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
