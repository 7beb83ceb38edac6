/** What the room "Closed loop" says: what sales answered to what marketing handed over, and what became of it. */
import type { Language } from '../lead/vocabulary.ts';
import { en } from './consoleLoop/en.ts';
import { es } from './consoleLoop/es.ts';
import { ptBR } from './consoleLoop/pt-BR.ts';
import type { LoopWords } from './consoleLoop/words.ts';

export type { LoopWords } from './consoleLoop/words.ts';

const WORDS: Readonly<Record<Language, LoopWords>> = { en, 'pt-BR': ptBR, es };

export function loopWords(language: Language): LoopWords {
  return WORDS[language];
}
