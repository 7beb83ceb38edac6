/** What the room "Targets" says: goals and where they stand, what a quota takes, what if. */
import type { Language } from '../lead/vocabulary.ts';
import { en } from './consoleTargets/en.ts';
import { es } from './consoleTargets/es.ts';
import { ptBR } from './consoleTargets/pt-BR.ts';
import type { TargetsWords } from './consoleTargets/words.ts';

export type { TargetsWords } from './consoleTargets/words.ts';

const WORDS: Readonly<Record<Language, TargetsWords>> = { en, 'pt-BR': ptBR, es };

export function targetsWords(language: Language): TargetsWords {
  return WORDS[language];
}
