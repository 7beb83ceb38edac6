/** Who posts leads and signals in, in the language of whoever looks. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { SendersWords } from './words.ts';

export { SENDERS, type Sender, type SendersWords } from './words.ts';

const WORDS: Readonly<Record<Language, SendersWords>> = { en, 'pt-BR': ptBR, es };

export function sendersWords(language: Language): SendersWords {
  return WORDS[language];
}
