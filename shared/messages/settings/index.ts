/** What the options page and the first steps say beyond the catalog's `options`. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { SettingsWords } from './words.ts';

export type { SettingsWords } from './words.ts';

/** Every language by its own name, the same for every reader. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'pt-BR': 'Português (Brasil)',
  es: 'Español',
};

const WORDS: Readonly<Record<Language, SettingsWords>> = { en, 'pt-BR': ptBR, es };

export function settingsWords(language: Language): SettingsWords {
  return WORDS[language];
}
