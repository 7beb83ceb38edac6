/** What the room "My day" says: what somebody owes, in the order in which it is owed. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { ConsoleDayWords } from './words.ts';

export type { ConsoleDayWords } from './words.ts';

const WORDS: Readonly<Record<Language, ConsoleDayWords>> = { en, 'pt-BR': ptBR, es };

export function consoleDayWords(language: Language): ConsoleDayWords {
  return WORDS[language];
}
