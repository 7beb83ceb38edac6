/** What the room "Closed loop" says: what sales answered to what marketing handed over, and what became of it. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { LoopWords } from './words.ts';

export type { LoopWords } from './words.ts';

const WORDS: Readonly<Record<Language, LoopWords>> = { en, 'pt-BR': ptBR, es };

export function loopWords(language: Language): LoopWords {
  return WORDS[language];
}
