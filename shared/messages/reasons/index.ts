/** Why something was not taken, in the three languages. Apart from the catalog: only the console says them all. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { ReasonWords } from './words.ts';

export { nextFor } from './next.ts';
export { reasonSaid, type ReasonWords } from './words.ts';

const WORDS: Readonly<Record<Language, ReasonWords>> = { en, 'pt-BR': ptBR, es };

export function reasonWords(language: Language): ReasonWords {
  return WORDS[language];
}
