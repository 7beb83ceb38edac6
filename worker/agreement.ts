/**
 * An agreement as it comes in, judged by `validate`: every fault at once with what was probably meant
 * (DEF1), and never by the schema alone, which a document nested deep enough would overrun.
 */
import { Definitions } from '../shared/definitions/definitions.ts';
import { type Problem, validate } from '../shared/definitions/validate.ts';
import type { Language } from '../shared/lead/vocabulary.ts';
import type { ValidateResponse } from '../shared/protocol/definitions.ts';
import { done, failure, type Outcome } from './outcome.ts';
import type { Fault } from './workspace/agreement/calendarErrors.ts';

/** What keeps a well-formed agreement from being published; pointers from the request's root. */
export function agreementFaults(definitions: Definitions): Fault[] {
  const judged = validate(definitions);
  return judged.ok ? [] : faultsOf(judged.problems);
}

/** Everything wrong with it at once, in a language, pointers from the agreement's own root (DEF1). */
export function judge(input: unknown, language: Language): ValidateResponse {
  const judged = validate(input, language);
  const problems = judged.ok ? judged.warnings : judged.problems;
  return {
    ok: judged.ok,
    problems: problems.map(({ severity, pointer, fault, message, suggestion }) => {
      return {
        severity,
        pointer,
        code: fault.code,
        message,
        ...(suggestion === undefined ? {} : { suggestion }),
      };
    }),
  };
}

/** An agreement that may be published as it stands. */
export function readAgreement(input: unknown): Outcome<Definitions> {
  const judged = validate(input);
  return judged.ok ? done(judged.definitions) : refused(judged.problems);
}

/** An agreement still being written: it has to be well formed, not yet complete. */
export function readDraftedAgreement(input: unknown): Outcome<Definitions> {
  const judged = validate(input);
  if (judged.ok) return done(judged.definitions);
  if (judged.problems.some(({ fault }) => fault.code === 'too_deep')) return refused(judged.problems);
  const shaped = Definitions.safeParse(input);
  return shaped.success ? done(shaped.data) : refused(judged.problems);
}

function refused(problems: readonly Problem[]) {
  return failure('invalid-body', 'These definitions cannot be published.', faultsOf(problems));
}

function faultsOf(problems: readonly Problem[]): Fault[] {
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ pointer, message }) => ({ pointer: `/definitions${pointer}`, detail: message }));
}
