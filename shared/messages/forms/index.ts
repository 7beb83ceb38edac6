import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { FormsWords } from './words.ts';

const WORDS: Readonly<Record<Language, FormsWords>> = { en, 'pt-BR': ptBR, es };

export function formsWords(language: Language): FormsWords {
  return WORDS[language];
}
