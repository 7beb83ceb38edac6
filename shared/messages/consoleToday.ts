/** What the room "Today" says: both teams' promises, with what they are worth. */
import type { Language } from '../lead/vocabulary.ts';
import { en } from './consoleToday/en.ts';
import { es } from './consoleToday/es.ts';
import { ptBR } from './consoleToday/pt-BR.ts';
import type { TodayWords } from './consoleToday/words.ts';

export type { PeriodName, TodayWords } from './consoleToday/words.ts';

const WORDS: Readonly<Record<Language, TodayWords>> = { en, 'pt-BR': ptBR, es };

export function todayWords(language: Language): TodayWords {
  return WORDS[language];
}
