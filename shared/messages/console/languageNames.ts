/** Each language by its own name, as people look for it. */
import type { Language } from '../../lead/vocabulary.ts';

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'pt-BR': 'Português (Brasil)',
  es: 'Español',
};
