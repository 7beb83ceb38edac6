/** What the room "Leads" says: the table, its filters, what is done to many at once, days gone by. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { LeadsWords } from './words.ts';

export type { LeadsWords } from './words.ts';

const WORDS: Readonly<Record<Language, LeadsWords>> = { en, 'pt-BR': ptBR, es };

export function leadsWords(language: Language): LeadsWords {
  return WORDS[language];
}
