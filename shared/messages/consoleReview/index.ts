/** What proposals, sessions and the pack of a period say (TGT7). */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { ReviewWords } from './words.ts';

export type { ReviewWords } from './words.ts';

const WORDS: Readonly<Record<Language, ReviewWords>> = { en, 'pt-BR': ptBR, es };

export function reviewWords(language: Language): ReviewWords {
  return WORDS[language];
}
