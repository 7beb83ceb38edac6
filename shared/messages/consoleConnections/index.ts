/** What the room "Connections" says: files, hooks in, webhooks out, persons and records, what was done. */
import type { Language } from '../../lead/vocabulary.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { ConnectionsWords } from './words.ts';

export type { ConnectionsPart, ConnectionsWords } from './words.ts';

const WORDS: Readonly<Record<Language, ConnectionsWords>> = { en, 'pt-BR': ptBR, es };

export function connectionsWords(language: Language): ConnectionsWords {
  return WORDS[language];
}
