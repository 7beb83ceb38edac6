/**
 * Sealing and opening one text for one member (PRI3). To seal, the public half of the member's key
 * pair is enough, so it works with no network; the key to open is the worker's to give, to that member.
 * `shared/protocol/seal.ts` says how the two agree on it.
 */
import { SEAL_INFO } from '../../shared/protocol/seal.ts';
import { fromBase64, toBase64 } from './base64.ts';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const BOX = { name: 'AES-GCM', length: 256 } as const;
const KEY_BITS = 256;
const IV_BYTES = 12;

export interface Sealed {
  /** Base64, raw: with it the worker finds the content's key again. */
  readonly ephemeral: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly box: ArrayBuffer;
}

/** @param publicKey of the member, raw, base64. @param whose bound to the content: opens as nobody else's. */
export async function sealText(publicKey: string, whose: string, text: string): Promise<Sealed> {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const theirs = fromBase64(publicKey);
  const member = await crypto.subtle.importKey('raw', theirs, CURVE, false, []);
  const agreed = await crypto.subtle.deriveBits({ name: 'ECDH', public: member }, pair.privateKey, KEY_BITS);
  const secret = await crypto.subtle.importKey('raw', agreed, 'HKDF', false, ['deriveKey']);
  const salt = new Uint8Array([...ephemeral, ...theirs]);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt, info: encode(SEAL_INFO) };
  const key = await crypto.subtle.deriveKey(derivation, secret, BOX, false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const box = await crypto.subtle.encrypt(boxed(iv, whose), key, encode(text));
  return { ephemeral: toBase64(ephemeral), iv, box };
}

/** @param key as the worker gave it, base64. @returns undefined when it opens nothing. */
export async function openText(
  key: string,
  whose: string,
  { iv, box }: Pick<Sealed, 'iv' | 'box'>,
): Promise<string | undefined> {
  try {
    const opening = await crypto.subtle.importKey('raw', fromBase64(key), BOX, false, ['decrypt']);
    return new TextDecoder().decode(await crypto.subtle.decrypt(boxed(iv, whose), opening, box));
  } catch {
    return undefined;
  }
}

function boxed(iv: Uint8Array<ArrayBuffer>, whose: string) {
  return { name: 'AES-GCM', iv, additionalData: encode(whose) };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
