/**
 * Judges an agreement before it is signed or published (DEF1): everything wrong with it at once, each
 * with a JSON pointer, a plain sentence and, where one is near, the name that was probably meant.
 */
import type { Language } from '../lead/vocabulary.ts';
import type { At } from './check/at.ts';
import { checkCalendars } from './check/calendars.ts';
import { checkCriteria, withoutCriteria } from './check/criteria.ts';
import { checkHandoff } from './check/handoff.ts';
import { checkNames, namesOf } from './check/names.ts';
import { checkCurrencies, checkSigners } from './check/people.ts';
import { checkPolicies } from './check/policies.ts';
import { collectProblems, type Problem } from './check/problem.ts';
import { checkReferences } from './check/references.ts';
import { checkScoring } from './check/scoring.ts';
import { tellIssues } from './check/shape.ts';
import { checkSites } from './check/sites.ts';
import { checkStages } from './check/stages.ts';
import { Definitions } from './definitions.ts';

export { type Problem, sayProblem } from './check/problem.ts';

export type Validated =
  | { readonly ok: true; readonly definitions: Definitions; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * @param input any JSON value, however deep, long or wrong; never throws
 * @param language of the sentences; `sayProblem` says one in another
 * @returns the parsed agreement with its warnings, or every problem, errors first
 */
export function validate(input: unknown, language: Language = 'en'): Validated {
  const { tell, problems } = collectProblems(language);
  const root: At = { value: input, pointer: '' };
  const shape = Definitions.safeParse(withoutCriteria(input));
  if (!shape.success) tellIssues(root, Definitions, shape.error.issues, tell);

  const names = namesOf(root);
  checkNames(root, tell);
  checkReferences(root, names, tell);
  checkCriteria(root, names, tell);
  checkScoring(root, tell);
  checkStages(root, names, tell);
  checkHandoff(root, tell);
  checkPolicies(root, tell);
  checkCalendars(root, tell);
  checkSigners(root, tell);
  checkCurrencies(root, tell);
  checkSites(root, tell);

  const found = problems();
  if (found.some(({ severity }) => severity === 'error')) return { ok: false, problems: found };
  // Depth is known by now, so the recursive schema may have the whole of it.
  const parsed = Definitions.safeParse(input);
  if (parsed.success) return { ok: true, definitions: parsed.data, warnings: found };
  tellIssues(root, Definitions, parsed.error.issues, tell);
  return { ok: false, problems: problems() };
}
