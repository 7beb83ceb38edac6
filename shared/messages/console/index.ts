/** What the console says around its rooms: menu, session, what went wrong and the next step. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { ConsoleWords } from './words.ts';

export type { ConsoleFailure, ConsoleWords } from './words.ts';

const WORDS: Readonly<Record<Language, ConsoleWords>> = { en, 'pt-BR': ptBR, es };

export function consoleWords(language: Language): ConsoleWords {
  return WORDS[language];
}
