/** What a goal counts and how often: said by the agreement's room and by who tells of a change to it. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { GoalWords } from './words.ts';

const WORDS: Readonly<Record<Language, GoalWords>> = { en, 'pt-BR': ptBR, es };

export function goalWords(language: Language): GoalWords {
  return WORDS[language];
}
