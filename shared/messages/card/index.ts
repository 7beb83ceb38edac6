/** What the card says beyond the catalog's `card`: people, persona, brief, forms for each action, its states. */
import type { Language } from '../../lead/vocabulary.ts';
import type { CardWords } from './words.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';

const WORDS: Readonly<Record<Language, CardWords>> = { en, 'pt-BR': ptBR, es };

export function cardWords(language: Language): CardWords {
  return WORDS[language];
}
