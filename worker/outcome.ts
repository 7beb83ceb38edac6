/** What every call of the workspace answers: a value, or a problem as a value (ACC6). Never a throw. */
import type { Problem, ProblemType } from '../shared/protocol/problem.ts';

export interface Failure {
  readonly ok: false;
  readonly problem: ProblemType;
  /** A sentence with a next step; no personal data, no secret. */
  readonly detail: string;
  readonly errors?: Problem['errors'];
  /** Further members of the problem document. */
  readonly more?: Pick<Problem, 'code' | 'theirs' | 'reason'>;
  /** How long to wait before the next try. */
  readonly retryAfterMs?: number;
}
export type Outcome<T> = { readonly ok: true; readonly value: T } | Failure;

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failure(problem: ProblemType, detail: string, errors?: Problem['errors']): Failure {
  return { ok: false, problem, detail, ...(errors ? { errors } : {}) };
}

/** Told to come back later (`Retry-After`). */
export function later(retryAfterMs: number): Failure {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  return { ...failure('too-many-requests', `Too many at once. Try again in ${seconds} s.`), retryAfterMs };
}
