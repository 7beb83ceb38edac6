/** What is said after somebody did something to a lead from the card, and why it could not be done. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { ActWords } from './words.ts';

export type { ActWords } from './words.ts';

const WORDS: Readonly<Record<Language, ActWords>> = { en, 'pt-BR': ptBR, es };

export function actWords(language: Language): ActWords {
  return WORDS[language];
}

/** Puts the name, and whatever else the line speaks of, in their places. */
export function fillAct(line: string, name: string, what = ''): string {
  return line.replace('{what}', () => what).replace('{name}', () => name);
}
