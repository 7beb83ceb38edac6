/**
 * What is wrong with an agreement, in plain sentences (DEF1). Apart from the catalog, because only
 * the worker and the console ever check one: the extension need not carry these.
 */
import type { Language } from '../../lead/vocabulary.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { portuguese } from './pt-BR.ts';
import type { ProblemWords } from './words.ts';

export type { ProblemWords } from './words.ts';

const WORDS: Readonly<Record<Language, ProblemWords>> = {
  en: english(),
  'pt-BR': portuguese(),
  es: spanish(),
};

export function problemWords(language: Language): ProblemWords {
  return WORDS[language];
}
