import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { CalendarFormWords } from './words.ts';

const WORDS: Readonly<Record<Language, CalendarFormWords>> = { en, 'pt-BR': ptBR, es };

export function calendarFormWords(language: Language): CalendarFormWords {
  return WORDS[language];
}
