/** What the worker's few pages say: joining by invite, letting the extension in, pairing (ACC4). */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { SignInWords } from './words.ts';

export type { SignInWords } from './words.ts';

const WORDS: Readonly<Record<Language, SignInWords>> = { en, 'pt-BR': ptBR, es };

export function signInWords(language: Language): SignInWords {
  return WORDS[language];
}
