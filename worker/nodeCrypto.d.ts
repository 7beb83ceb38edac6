/** The one thing of Node's own that is used: a keyed hash within a transaction, which WebCrypto cannot give. */
declare module 'node:crypto' {
  interface Hmac {
    update(text: string): Hmac;
    digest(): Uint8Array;
    digest(encoding: 'base64' | 'hex'): string;
  }
  export function createHmac(algorithm: 'sha256', key: string | Uint8Array): Hmac;
}
