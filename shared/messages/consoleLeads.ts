/** What the room "Leads" says: the table, its filters, what is done to many at once, days gone by. */
import type { Language } from '../lead/vocabulary.ts';
import { en } from './consoleLeads/en.ts';
import { es } from './consoleLeads/es.ts';
import { ptBR } from './consoleLeads/pt-BR.ts';
import type { LeadsWords } from './consoleLeads/words.ts';

export type { LeadsWords } from './consoleLeads/words.ts';

const WORDS: Readonly<Record<Language, LeadsWords>> = { en, 'pt-BR': ptBR, es };

export function leadsWords(language: Language): LeadsWords {
  return WORDS[language];
}
