/** The one door to everything we say: `messagesFor('pt-BR').card.accept`. */
import { LANGUAGES, type Language } from '../lead/vocabulary.ts';
import { en, type Catalog } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';

export type { Catalog } from './en.ts';

const CATALOGS: Readonly<Record<Language, Catalog>> = { en, 'pt-BR': ptBR, es };

export function messagesFor(language: Language): Catalog {
  return CATALOGS[language];
}

/** The closest language we speak to a BCP 47 tag such as `pt-PT` or `es-419`; English when none is. */
export function languageOf(tag: string): Language {
  const base = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language.toLowerCase().split('-')[0] === base) ?? 'en';
}
