/** What happened to a lead, a line per fact: the history of the card and of the console. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { FactWords } from './words.ts';

export type { FactWords } from './words.ts';

const WORDS: Readonly<Record<Language, FactWords>> = { en, 'pt-BR': ptBR, es };

export function factWords(language: Language): FactWords {
  return WORDS[language];
}
