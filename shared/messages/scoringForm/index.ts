import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { ScoringFormWords } from './words.ts';

const WORDS: Readonly<Record<Language, ScoringFormWords>> = { en, 'pt-BR': ptBR, es };

export function scoringFormWords(language: Language): ScoringFormWords {
  return WORDS[language];
}
