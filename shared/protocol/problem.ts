/** RFC 9457 problem documents: the only shape an error of the worker ever has (ACC6). */
import * as z from 'zod';
import { FaultView, Why } from './reason.ts';

export const PROBLEM_TYPES = {
  'bad-request': 400,
  'no-token': 401,
  'bad-token': 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  gone: 410,
  'precondition-failed': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'invalid-body': 422,
  'too-many-requests': 429,
  internal: 500,
} as const;
export type ProblemType = keyof typeof PROBLEM_TYPES;

export const Problem = z.object({
  /** `urn:combinado:problem:<kind>`. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  /** Every fault at once, each with a JSON pointer into the body. */
  errors: z.array(FaultView).optional(),
  /** Why a command was turned down, as sync says it (`sync.ts`). */
  code: z.string().optional(),
  /** Why the whole of it was refused, for whoever says it in another language. */
  reason: Why,
  /** What it met there: the value of a conflict, what is owed before an answer. */
  theirs: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;
