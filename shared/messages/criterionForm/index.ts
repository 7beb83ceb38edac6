import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { CriterionFormWords } from './words.ts';

const WORDS: Readonly<Record<Language, CriterionFormWords>> = { en, 'pt-BR': ptBR, es };

export function criterionFormWords(language: Language): CriterionFormWords {
  return WORDS[language];
}
