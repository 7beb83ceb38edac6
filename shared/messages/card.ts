/** What the card says beyond the catalog's `card`: people, persona, brief, forms for each action, its states. */
import type { Language } from '../lead/vocabulary.ts';
import type { CardWords } from './cardWords.ts';
import { en } from './card/en.ts';
import { es } from './card/es.ts';
import { ptBR } from './card/pt-BR.ts';

const WORDS: Readonly<Record<Language, CardWords>> = { en, 'pt-BR': ptBR, es };

export function cardWords(language: Language): CardWords {
  return WORDS[language];
}
