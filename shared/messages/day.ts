/** What "my day" and the side panel say beyond the catalog's `popup`. */
import type { Language } from '../lead/vocabulary.ts';
import { en } from './day/en.ts';
import { es } from './day/es.ts';
import { ptBR } from './day/pt-BR.ts';
import type { DayWords } from './day/words.ts';

export type { DayWords } from './day/words.ts';

const WORDS: Readonly<Record<Language, DayWords>> = { en, 'pt-BR': ptBR, es };

export function dayWords(language: Language): DayWords {
  return WORDS[language];
}
