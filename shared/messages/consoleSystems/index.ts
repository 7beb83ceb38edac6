/** Connected systems, in the language of whoever looks. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { SystemsWords } from './words.ts';

export { type Outcome, OUTCOMES, type SystemsWords } from './words.ts';

const WORDS: Readonly<Record<Language, SystemsWords>> = { en, 'pt-BR': ptBR, es };

export function systemsWords(language: Language): SystemsWords {
  return WORDS[language];
}
