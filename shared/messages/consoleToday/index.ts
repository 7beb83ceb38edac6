/** What the room "Today" says: both teams' promises, with what they are worth. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { TodayWords } from './words.ts';

export type { PeriodName, TodayWords } from './words.ts';

const WORDS: Readonly<Record<Language, TodayWords>> = { en, 'pt-BR': ptBR, es };

export function todayWords(language: Language): TodayWords {
  return WORDS[language];
}
