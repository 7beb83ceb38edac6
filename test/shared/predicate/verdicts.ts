/** Kleene's `all` and `any` of verdicts already known, for the laws they keep. */
import * as kleene from '../../../shared/predicate/kleene.ts';
import type { Verdict } from '../../../shared/predicate/predicate.ts';

const known = (verdicts: readonly Verdict[]) => verdicts.map((verdict) => () => verdict);

export function all(verdicts: readonly Verdict[]): Verdict {
  return kleene.all(known(verdicts), undefined);
}

export function any(verdicts: readonly Verdict[]): Verdict {
  return kleene.any(known(verdicts), undefined);
}
