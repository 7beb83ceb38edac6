/** What the way to the first week is called, apart so that other rooms need not load what it says. */
import type { Language } from '../../lead/vocabulary.ts';

const LINKS: Readonly<Record<Language, string>> = {
  en: 'First week',
  'pt-BR': 'Primeira semana',
  es: 'Primera semana',
};

export function firstWeekLink(language: Language): string {
  return LINKS[language];
}
