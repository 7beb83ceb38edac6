/** What a member reads about what is recorded of them (PRI5). */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { RecordedWords } from './words.ts';

export type { RecordedWords } from './words.ts';

const WORDS: Readonly<Record<Language, RecordedWords>> = { en, 'pt-BR': ptBR, es };

export function recordedWords(language: Language): RecordedWords {
  return WORDS[language];
}
