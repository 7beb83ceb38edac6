/** What a release of the backlog leaves where it is, and why (TRI2). */
import type { Language } from '../../lead/vocabulary.ts';
import type { LeftOut } from '../../protocol/backlog.ts';
import type { Format } from '../format.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { BacklogWords } from './words.ts';

const WORDS: Readonly<Record<Language, BacklogWords>> = { en, 'pt-BR': ptBR, es };

/** A sentence; null when nothing is left. */
export function leftWords({ won, lost }: LeftOut, format: Format): string | null {
  if (won + lost === 0) return null;
  const words = WORDS[format.language];
  const why = [
    ...(won > 0 ? [format.plural(won, words.won)] : []),
    ...(lost > 0 ? [format.plural(lost, words.lost)] : []),
  ];
  return `${format.plural(won + lost, words.left)} ${format.list(why)}.`;
}
