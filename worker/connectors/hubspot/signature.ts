/**
 * Whether a delivery is HubSpot's (X-HubSpot-Signature-v3): base64 of HMAC-SHA256 by the app's client secret
 * over method, address, body and the instant in ms, which may be five minutes off.
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 */
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Delivery } from '../connector.ts';
import { isSecret } from '../ownSecret.ts';

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
  const given = delivery.header('X-HubSpot-Signature-v3');
  const url = delivery.url.replaceAll(/%[0-9A-F]{2}/gi, (code) => PLAIN[code.toUpperCase()] ?? code);
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), how, false, ['sign']);
  const text = encoder.encode(`${delivery.method}${url}${delivery.body}${timestamp}`);
  const expected = await crypto.subtle.sign('HMAC', key, text);
  const isSame = isSecret(given, btoa(String.fromCharCode(...new Uint8Array(expected))));
  return isSame && /^\d{1,15}$/.test(timestamp) && Math.abs(now - Number(timestamp)) <= TOLERANCE_MS;
}
