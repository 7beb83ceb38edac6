/**
 * One id a send, a UUID of chance alone: `crypto.randomUUID` is missing on the plain http pages people
 * host themselves, and the library that makes one weighs more than all that tells a mail was sent.
 */
export function sendId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-');
}
