/**
 * What changed from one agreement to the next, in words. Apart from the catalog, because only the
 * worker and the console compare agreements: the extension need not carry these.
 */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { ChangeWords } from './words.ts';

export type { ChangeWords, Collection } from './words.ts';

const WORDS: Readonly<Record<Language, ChangeWords>> = { en, 'pt-BR': ptBR, es };

export function changeWords(language: Language): ChangeWords {
  return WORDS[language];
}
