/** What the draft of the agreement says: edited, tried on today's leads, signed, published (DEF1–DEF4). */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { DraftWords } from './words.ts';

export type { DraftWords } from './words.ts';

const WORDS: Readonly<Record<Language, DraftWords>> = { en, 'pt-BR': ptBR, es };

export function draftWords(language: Language): DraftWords {
  return WORDS[language];
}
