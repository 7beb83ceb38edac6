import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { HandoffFormWords } from './words.ts';

const WORDS: Readonly<Record<Language, HandoffFormWords>> = { en, 'pt-BR': ptBR, es };

export function handoffFormWords(language: Language): HandoffFormWords {
  return WORDS[language];
}
