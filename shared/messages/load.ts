/** The words of one language, loaded alone, for faces that come over a network. */
import type { Language } from '../lead/vocabulary.ts';
import type { Catalog } from './en.ts';

const LOADS: Readonly<Record<Language, () => Promise<Catalog>>> = {
  en: async () => (await import('./en.ts')).en,
  'pt-BR': async () => (await import('./pt-BR.ts')).ptBR,
  es: async () => (await import('./es.ts')).es,
};

export function loadMessages(language: Language): Promise<Catalog> {
  return LOADS[language]();
}
