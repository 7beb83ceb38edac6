/** Records of connected systems that are no leads here, in the reader's language. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { CrmRecordsWords } from './words.ts';

export type { CrmRecordsWords } from './words.ts';

const WORDS: Readonly<Record<Language, CrmRecordsWords>> = { en, 'pt-BR': ptBR, es };

export function crmRecordsWords(language: Language): CrmRecordsWords {
  return WORDS[language];
}
