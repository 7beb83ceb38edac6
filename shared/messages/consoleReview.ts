/** What proposals, sessions and the pack of a period say (TGT7). */
import type { Language } from '../lead/vocabulary.ts';
import { en } from './consoleReview/en.ts';
import { es } from './consoleReview/es.ts';
import { ptBR } from './consoleReview/pt-BR.ts';
import type { ReviewWords } from './consoleReview/words.ts';

export type { ReviewWords } from './consoleReview/words.ts';

const WORDS: Readonly<Record<Language, ReviewWords>> = { en, 'pt-BR': ptBR, es };

export function reviewWords(language: Language): ReviewWords {
  return WORDS[language];
}
