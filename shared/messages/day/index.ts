/** What "my day" and the side panel say beyond the catalog's `popup`. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { DayWords } from './words.ts';

export type { DayWords } from './words.ts';

const WORDS: Readonly<Record<Language, DayWords>> = { en, 'pt-BR': ptBR, es };

export function dayWords(language: Language): DayWords {
  return WORDS[language];
}
