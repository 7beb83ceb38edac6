/** What a request that did not succeed comes to: the worker's problem, or why it was never heard. */
import type { Problem } from '../../../shared/protocol/problem.ts';
import type { Told } from './tell.ts';

export type FailureKind =
  /** Nobody answered: no network, or the worker is away. */
  | 'offline'
  /** Whoever was signed in no longer is. */
  | 'signed-out'
  /** Not theirs to do or see. */
  | 'forbidden'
  | 'not-found'
  /** It changed meanwhile, or cannot be done now. */
  | 'conflict'
  /** What was sent is not as expected; `fields` say where. */
  | 'invalid'
  | 'too-many'
  /** The worker's fault, or an answer that cannot be read. */
  | 'broken';

export interface Failure {
  readonly kind: FailureKind;
  /** Why, in the reader's language; null where there is no more to say than its kind. */
  readonly said: string | null;
  /** The same of single fields, by JSON pointer into what was sent. */
  readonly fields: Readonly<Record<string, string>>;
  readonly problem: Problem | null;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly etag: string | null }
  | { readonly ok: false; readonly failure: Failure };

const NOTHING: Told = { said: null, fields: {} };

export function failureOf(kind: FailureKind, problem: Problem | null = null, told = NOTHING): Failure {
  return { kind, ...told, problem };
}

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'conflict',
  412: 'conflict',
  429: 'too-many',
};

export function kindOfStatus(status: number): FailureKind {
  return BY_STATUS[status] ?? (status < 500 ? 'invalid' : 'broken');
}
