/** Kleene's three-valued logic (PRD2): unknown stays unknown unless the others already settle it. */
import type { Verdict } from './predicate.ts';

export function all(verdicts: Iterable<Verdict>): Verdict {
  let seen: Verdict = 'met';
  for (const verdict of verdicts) {
    if (verdict === 'unmet') return 'unmet';
    if (verdict === 'unknown') seen = 'unknown';
  }
  return seen;
}

export function any(verdicts: Iterable<Verdict>): Verdict {
  let seen: Verdict = 'unmet';
  for (const verdict of verdicts) {
    if (verdict === 'met') return 'met';
    if (verdict === 'unknown') seen = 'unknown';
  }
  return seen;
}

export function not(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown';
  return verdict === 'met' ? 'unmet' : 'met';
}

export function verdictOf(met: boolean): Verdict {
  return met ? 'met' : 'unmet';
}
