/** What is said everywhere, without the words of any one surface: `termsFor('es').words.channels.call`. */
import type { Language } from '../../lead/vocabulary.ts';
import { en, type Terms } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';

export type { Terms } from './en.ts';

const TERMS: Readonly<Record<Language, Terms>> = { en, 'pt-BR': ptBR, es };

export function termsFor(language: Language): Terms {
  return TERMS[language];
}
