/** Which of our languages is the closest to one somebody asks for; by itself, without any words. */
import { LANGUAGES, type Language } from '../lead/vocabulary.ts';

/** The closest language we speak to a BCP 47 tag such as `pt-PT` or `es-419`; English when none is. */
export function languageOf(tag: string): Language {
  const base = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language.toLowerCase().split('-')[0] === base) ?? 'en';
}
