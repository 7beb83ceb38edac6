/** What a member reads about what is recorded of them (PRI5). */
import type { Language } from '../lead/vocabulary.ts';
import { en } from './recorded/en.ts';
import { es } from './recorded/es.ts';
import { ptBR } from './recorded/pt-BR.ts';
import type { RecordedWords } from './recorded/words.ts';

export type { RecordedWords } from './recorded/words.ts';

const WORDS: Readonly<Record<Language, RecordedWords>> = { en, 'pt-BR': ptBR, es };

export function recordedWords(language: Language): RecordedWords {
  return WORDS[language];
}
