/** The agreement of keys behind a sealed outbox, on the worker's side (PRI3); `shared/protocol/seal.ts` says it whole. */
import { SEAL_INFO } from '../shared/protocol/seal.ts';

/** Base64: the public half raw, the private half PKCS #8. */
export interface SealPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const KEY_BITS = 256;

export async function newSealPair(): Promise<SealPair> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  // An asymmetric algorithm gives a pair, which the types leave open.
  if (!('publicKey' in pair)) throw new Error('no key pair');
  const publicKey = await crypto.subtle.exportKey('raw', pair.publicKey);
  const privateKey = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  if (!(publicKey instanceof ArrayBuffer) || !(privateKey instanceof ArrayBuffer))
    throw new Error('no raw keys');
  return { publicKey: toBase64(publicKey), privateKey: toBase64(privateKey) };
}

/** The content's key; undefined when `ephemeral` is no point of the curve. */
export async function openSeal(pair: SealPair, ephemeral: string): Promise<string | undefined> {
  const theirs = toBytes(ephemeral);
  const [publicKey, privateKey] = await Promise.all([
    crypto.subtle.importKey('raw', theirs, CURVE, false, []).catch(() => undefined),
    crypto.subtle.importKey('pkcs8', toBytes(pair.privateKey), CURVE, false, ['deriveBits']),
  ]);
  if (!publicKey) return undefined;
  // Cloudflare's types call it `$public`, its runtime and the standard `public`.
  const agreement = { name: 'ECDH', public: publicKey };
  const agreed = await crypto.subtle.deriveBits(agreement, privateKey, KEY_BITS);
  const secret = await crypto.subtle.importKey('raw', agreed, 'HKDF', false, ['deriveBits']);
  const salt = new Uint8Array([...theirs, ...toBytes(pair.publicKey)]);
  const info = new TextEncoder().encode(SEAL_INFO);
  return toBase64(
    await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, secret, KEY_BITS),
  );
}

function toBase64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
