import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { StageFormWords } from './words.ts';

const WORDS: Readonly<Record<Language, StageFormWords>> = { en, 'pt-BR': ptBR, es };

export function stageFormWords(language: Language): StageFormWords {
  return WORDS[language];
}
