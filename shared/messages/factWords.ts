/** What happened to a lead, a line per fact: the history of the card and of the console. */
import type { Language } from '../lead/vocabulary.ts';
import { en } from './factWords/en.ts';
import { es } from './factWords/es.ts';
import { ptBR } from './factWords/pt-BR.ts';
import type { FactWords } from './factWords/words.ts';

export type { FactWords } from './factWords/words.ts';

const WORDS: Readonly<Record<Language, FactWords>> = { en, 'pt-BR': ptBR, es };

export function factWords(language: Language): FactWords {
  return WORDS[language];
}
