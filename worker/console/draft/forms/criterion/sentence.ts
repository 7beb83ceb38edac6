/** A criterion as a sentence of its own. */
import { criterionWords } from '../../../../../shared/definitions/change/criterion.ts';
import type { Telling } from '../../../../../shared/definitions/change/telling.ts';
import type { Predicate } from '../../../../../shared/predicate/predicate.ts';

export function sentenceOf(predicate: Predicate, telling: Telling): string {
  const said = criterionWords(predicate, telling);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
