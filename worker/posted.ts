/** A message as a hook gets it, and the one answer to whatever is wrong with it (ACC5). */
import { failure } from './outcome.ts';

/** The three headers, as they came. */
export interface Signed {
  readonly id: string;
  readonly timestamp: string;
  /** One or more `v1,…`, with spaces between. */
  readonly signature: string;
}

/** What else may prove a message, as it came. */
export interface Proofs {
  readonly typeform: string | null;
  readonly webflow: { readonly timestamp: string; readonly signature: string } | null;
  readonly key: string | null;
}

export interface Posted {
  readonly hook: string;
  readonly form: boolean;
  /** As it came, byte for byte. */
  readonly body: string;
  /** SHA-256 of it, base64url. */
  readonly bodyHash: string;
  /** Null when it carries no signature. */
  readonly signed: Signed | null;
  readonly proofs: Proofs;
}

/** The same for whatever is wrong, so that nobody learns which hooks there are. */
export const REFUSED = failure(
  'bad-token',
  'This hook is unknown or revoked, or the message is not signed as agreed within five minutes.',
);
