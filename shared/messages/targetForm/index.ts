import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { TargetFormWords } from './words.ts';

const WORDS: Readonly<Record<Language, TargetFormWords>> = { en, 'pt-BR': ptBR, es };

export function targetFormWords(language: Language): TargetFormWords {
  return WORDS[language];
}
