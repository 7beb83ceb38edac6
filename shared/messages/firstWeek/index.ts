import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { FirstWeekWords } from './words.ts';

const WORDS: Readonly<Record<Language, FirstWeekWords>> = { en, 'pt-BR': ptBR, es };

export function firstWeekWords(language: Language): FirstWeekWords {
  return WORDS[language];
}
