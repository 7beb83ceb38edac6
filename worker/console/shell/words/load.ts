/** What the first view says, in one language and as one piece: others are loaded when somebody chooses them. */
import type { Language } from '../../../../shared/lead/vocabulary.ts';
import type { Catalog } from '../../../../shared/messages/catalog.ts';
import type { ConsoleWords } from '../../../../shared/messages/console/index.ts';
import type { TodayWords } from '../../../../shared/messages/consoleToday/index.ts';

export interface FirstWords {
  readonly language: Language;
  /** What chips and cards say, in the console as in the extension. */
  readonly messages: Catalog;
  /** What the console itself says. */
  readonly words: ConsoleWords;
  /** What Today says, and what other rooms say with it. */
  readonly today: TodayWords;
}

const LOADS: Readonly<Record<Language, () => Promise<Omit<FirstWords, 'language'>>>> = {
  en: () => import('./en.ts'),
  'pt-BR': () => import('./pt-BR.ts'),
  es: () => import('./es.ts'),
};

export async function loadWords(language: Language): Promise<FirstWords> {
  const { messages, words, today } = await LOADS[language]();
  return { language, messages, words, today };
}
