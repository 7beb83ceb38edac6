/** Kleene's three-valued logic (PRD2): unknown stays unknown unless the others already settle it. */
import type { Verdict } from './predicate.ts';

type Judge<T> = (thing: T) => Verdict;

/** Judges are asked in order and only until one settles it. */
export function all<T>(judges: readonly Judge<T>[], thing: T): Verdict {
  let seen: Verdict = 'met';
  for (const judge of judges) {
    const verdict = judge(thing);
    if (verdict === 'unmet') return verdict;
    if (verdict === 'unknown') seen = verdict;
  }
  return seen;
}

export function any<T>(judges: readonly Judge<T>[], thing: T): Verdict {
  let seen: Verdict = 'unmet';
  for (const judge of judges) {
    const verdict = judge(thing);
    if (verdict === 'met') return verdict;
    if (verdict === 'unknown') seen = verdict;
  }
  return seen;
}

/** The same of verdicts already given. */
export function joined(kind: 'all' | 'any', given: readonly { readonly verdict: Verdict }[]): Verdict {
  const settles = kind === 'all' ? 'unmet' : 'met';
  let seen: Verdict = kind === 'all' ? 'met' : 'unmet';
  for (const { verdict } of given) {
    if (verdict === settles) return verdict;
    if (verdict === 'unknown') seen = verdict;
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
