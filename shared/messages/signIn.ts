/** What the worker's few pages say: joining by invite, letting the extension in, pairing (ACC4). */
import type { Language } from '../lead/vocabulary.ts';
import { en } from './signIn/en.ts';
import { es } from './signIn/es.ts';
import { ptBR } from './signIn/pt-BR.ts';
import type { SignInWords } from './signIn/words.ts';

export type { SignInWords } from './signIn/words.ts';

const WORDS: Readonly<Record<Language, SignInWords>> = { en, 'pt-BR': ptBR, es };

export function signInWords(language: Language): SignInWords {
  return WORDS[language];
}
