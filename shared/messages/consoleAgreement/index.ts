/** What the room "Agreement" says around the agreement itself, so that it can be read aloud. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { AgreementWords } from './words.ts';

export type { AgreementWords } from './words.ts';

const WORDS: Readonly<Record<Language, AgreementWords>> = { en, 'pt-BR': ptBR, es };

export function agreementWords(language: Language): AgreementWords {
  return WORDS[language];
}
