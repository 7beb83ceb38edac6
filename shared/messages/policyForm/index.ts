import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { PolicyFormWords } from './words.ts';

const WORDS: Readonly<Record<Language, PolicyFormWords>> = { en, 'pt-BR': ptBR, es };

export function policyFormWords(language: Language): PolicyFormWords {
  return WORDS[language];
}
