/**
 * Secrets of every kind: `cmb_<workspace>_<secret>` and its one-time cousins. Only their SHA-256 is
 * ever stored or handed to an object (ACC1); the tenant is the part in the middle.
 */

/** What the first letters of a secret say it is good for. */
const PREFIXES = { token: 'cmb', invite: 'cmbi', code: 'cmbc', ticket: 'cmbt', feed: 'cmbf' } as const;
export type SecretKind = keyof typeof PREFIXES;

/** No letters that look like digits, so that a code can be read aloud. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const WORKSPACE_LENGTH = 12;
const WORKSPACE = `[${ALPHABET}]{${WORKSPACE_LENGTH}}`;

export interface Secret {
  readonly workspaceId: string;
  /** SHA-256 of the whole text, base64url. */
  readonly hash: string;
}

export interface NewSecret extends Secret {
  /** Shown once, never stored. */
  readonly text: string;
}

export async function newSecret(kind: SecretKind, workspaceId: string): Promise<NewSecret> {
  const random = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const text = `${PREFIXES[kind]}_${workspaceId}_${random}`;
  return { workspaceId, hash: await sha256(text), text };
}

/** Unguessable: of an unsigned form it is all there is. */
export function newHookId(): string {
  return `hook_${base64url(crypto.getRandomValues(new Uint8Array(24)))}`;
}

export function isWorkspaceId(text: string): boolean {
  return new RegExp(`^${WORKSPACE}$`).test(text);
}

/** Of a webhook, as Standard Webhooks writes it. Kept as it is: signing and checking need it. */
export function newSigningSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;
}

/** Undefined when it does not even look like one. */
export async function readSecret(kind: SecretKind, text: string): Promise<Secret | undefined> {
  const match = new RegExp(`^${PREFIXES[kind]}_(${WORKSPACE})_[A-Za-z0-9_-]{43}$`).exec(text);
  return match?.[1] === undefined ? undefined : { workspaceId: match[1], hash: await sha256(text) };
}

/** `<workspace>-<8 characters>`, to be typed or pasted (ACC4). */
export async function newPairing(workspaceId: string): Promise<NewSecret> {
  const text = `${workspaceId}-${letters(8)}`;
  return { workspaceId, hash: await sha256(text), text: `${workspaceId}-${text.slice(-8).toUpperCase()}` };
}

/** The workspace is known even when the code is wrong, so that wrong tries can be counted. */
export async function readPairing(text: string): Promise<Secret | undefined> {
  const plain = text.replaceAll(/\s/g, '').toLowerCase();
  const match = new RegExp(`^(${WORKSPACE})-?([${ALPHABET}]{8})$`).exec(plain);
  if (match?.[1] === undefined) return undefined;
  return { workspaceId: match[1], hash: await sha256(`${match[1]}-${match[2]}`) };
}

export function newWorkspaceId(): string {
  return letters(WORKSPACE_LENGTH);
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64url(new Uint8Array(digest));
}

/** Compares without telling by its duration where two texts differ. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  const encode = new TextEncoder();
  const [one, other] = await Promise.all(
    [a, b].map((text) => crypto.subtle.digest('SHA-256', encode.encode(text))),
  );
  return one !== undefined && other !== undefined && crypto.subtle.timingSafeEqual(one, other);
}

/** JSON with sorted keys and no `undefined`: equal bodies give equal text, whoever wrote them. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function letters(count: number): string {
  // 248 is the largest multiple of 31 a byte holds: larger bytes would favour the first letters.
  let text = '';
  while (text.length < count) {
    for (const byte of crypto.getRandomValues(new Uint8Array(count * 2))) {
      if (byte < 248 && text.length < count) text += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return text;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
