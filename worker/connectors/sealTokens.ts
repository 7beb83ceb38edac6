/**
 * Tokens at rest: sealed (AES-256-GCM) by a key made of the deployment's own client secret, which is in no
 * database, and of the connection they belong to. A copy of the database alone opens nothing; with another
 * client secret they cannot be opened either, and access has to be given again.
 */
import * as z from 'zod';
import type { App, Tokens } from './connector.ts';

const Kept = z.strictObject({ access: z.string(), refresh: z.string().nullable(), expiresAt: z.int() });
const IV_BYTES = 12;
const INFO = 'combinado connection tokens';
const encoder = new TextEncoder();

export async function sealTokens(app: App, connectionId: string, tokens: Tokens): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await keyOf(app, connectionId);
  const text = encoder.encode(JSON.stringify(tokens));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text));
  return btoa(String.fromCharCode(...iv, ...sealed));
}

/** Undefined when they were sealed by another secret, for another connection, or changed. */
export async function openTokens(app: App, connectionId: string, text: string): Promise<Tokens | undefined> {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const iv = bytes.slice(0, IV_BYTES);
    const key = await keyOf(app, connectionId);
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(IV_BYTES));
    return Kept.safeParse(JSON.parse(new TextDecoder().decode(opened))).data;
  } catch {
    return undefined;
  }
}

async function keyOf({ clientSecret }: App, connectionId: string): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', encoder.encode(clientSecret), 'HKDF', false, [
    'deriveKey',
  ]);
  const how = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: encoder.encode(connectionId),
    info: encoder.encode(INFO),
  };
  return crypto.subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** A secret of one connection's own, to be told to the vendor: the same every time, kept nowhere. */
export async function hookSecretOf({ clientSecret }: App, connectionId: string): Promise<string> {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(clientSecret), how, false, ['sign']);
  const made = await crypto.subtle.sign('HMAC', key, encoder.encode(`hook of ${connectionId}`));
  return [...new Uint8Array(made)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
