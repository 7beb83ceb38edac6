/** The one door to everything we say: `messagesFor('pt-BR').card.accept`. */
import type { Language } from '../lead/vocabulary.ts';
import { en, type Catalog } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';

export type { Catalog } from './en.ts';
export { languageOf } from './language.ts';

const CATALOGS: Readonly<Record<Language, Catalog>> = { en, 'pt-BR': ptBR, es };

export function messagesFor(language: Language): Catalog {
  return CATALOGS[language];
}
