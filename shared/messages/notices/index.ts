/**
 * What members are told (CLK7, HOF3), and what Slack and Teams are: sentences about a lead that do
 * not name it. Whoever shows them puts the name it knows beside them, or a link.
 */
import type { Language } from '../../lead/vocabulary.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { portuguese } from './pt-BR.ts';
import type { NoticeWords } from './words.ts';

export type { NoticeTerms, NoticeWords } from './words.ts';

const WORDS: Readonly<Record<Language, () => NoticeWords>> = {
  en: english,
  'pt-BR': portuguese,
  es: spanish,
};

export function noticeWords(language: Language): NoticeWords {
  return WORDS[language]();
}
