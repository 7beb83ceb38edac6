/** ID tokens made by hand: signed as they should be, or as somebody would who may not sign them. */
import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export interface SigningKey {
  readonly kid: string;
  readonly key: KeyObject;
}

export function newSigningKey(kid: string): SigningKey {
  return { kid, key: generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey };
}

export interface Parts {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signature: string;
}

export function partsOf(token: string): Parts {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  return { header: read(header), claims: read(claims), signature };
}

const written = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const bodyOf = ({ header, claims }: Omit<Parts, 'signature'>) => `${written(header)}.${written(claims)}`;

export function tokenOf({ signature, ...rest }: Parts): string {
  return `${bodyOf(rest)}.${signature}`;
}

export function signedBy({ key }: SigningKey, parts: Omit<Parts, 'signature'>): string {
  const body = bodyOf(parts);
  return `${body}.${sign('sha256', Buffer.from(body), key).toString('base64url')}`;
}

/** @param secret what somebody takes for one: the public key everybody has, the client's own secret */
export function macedWith(secret: string, parts: Omit<Parts, 'signature'>): string {
  const body = bodyOf(parts);
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

export function publicPem({ key }: SigningKey): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
}

export function publicJwk({ key, kid }: SigningKey): object {
  return { ...createPublicKey(key).export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
}

export function privateJwk({ key, kid }: SigningKey): object {
  return { ...key.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
}
