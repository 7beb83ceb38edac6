/** What the room "Targets" says: goals and where they stand, what a quota takes, what if. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { TargetsWords } from './words.ts';

export type { TargetsWords } from './words.ts';

const WORDS: Readonly<Record<Language, TargetsWords>> = { en, 'pt-BR': ptBR, es };

export function targetsWords(language: Language): TargetsWords {
  return WORDS[language];
}
