import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { WhoFormWords } from './words.ts';

const WORDS: Readonly<Record<Language, WhoFormWords>> = { en, 'pt-BR': ptBR, es };

export function whoFormWords(language: Language): WhoFormWords {
  return WORDS[language];
}
