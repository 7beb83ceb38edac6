/** What the room "Team" says: people, teams, being away, closed days, and what acts for whom. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { TeamWords } from './words.ts';

export type { TeamPart, TeamWords } from './words.ts';

const WORDS: Readonly<Record<Language, TeamWords>> = { en, 'pt-BR': ptBR, es };

export function teamWords(language: Language): TeamWords {
  return WORDS[language];
}
