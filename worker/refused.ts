/** A request that is turned down for a reason people meet too: the sentence for the API, the code for the console. */
import type { Problem, ProblemType } from '../shared/protocol/problem.ts';
import type { PlainReason, Reason } from '../shared/protocol/reason.ts';
import { failure, type Failure } from './outcome.ts';
import { faultAt } from './reasons.ts';

export function refused(
  problem: ProblemType,
  why: Reason | PlainReason,
  errors?: Problem['errors'],
): Failure {
  const { detail, reason } = faultAt('', why);
  const sentence = `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`;
  return { ...failure(problem, sentence, errors), more: { reason } };
}

/** By one thing that is wrong with what was sent. @param detail what all of it comes to */
export function wrongAt(detail: string, pointer: string, why: Reason | PlainReason): Failure {
  return failure('invalid-body', detail, [faultAt(pointer, why)]);
}
