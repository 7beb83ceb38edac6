/** What the worker refused, in the reader's language: its codes said by the catalogue, loaded when something is refused. */
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { type ReasonWords, reasonSaid } from '../../../shared/messages/reasons/words.ts';
import type { Problem } from '../../../shared/protocol/problem.ts';
import type { Reason } from '../../../shared/protocol/reason.ts';

const LOADS: Readonly<Record<Language, () => Promise<ReasonWords>>> = {
  en: async () => (await import('../../../shared/messages/reasons/en.ts')).en,
  'pt-BR': async () => (await import('../../../shared/messages/reasons/pt-BR.ts')).ptBR,
  es: async () => (await import('../../../shared/messages/reasons/es.ts')).es,
};

export interface Told {
  /** What the whole of it comes to, where that has a code. */
  readonly said: string | null;
  /** By JSON pointer into what was sent. */
  readonly fields: Readonly<Record<string, string>>;
}

/** One reason that came in an answer. */
export async function sayReason(reason: Reason, language: Language): Promise<string> {
  return sentenceOf(reasonSaid(await LOADS[language](), reason));
}

export async function tell({ reason, errors = [] }: Problem, language: Language): Promise<Told> {
  const words = await LOADS[language]();
  const said = errors.map(({ pointer, detail, reason: why }) => [
    pointer,
    why === undefined ? detail : sentenceOf(reasonSaid(words, why)),
  ]);
  return {
    said: reason === undefined ? null : sentenceOf(reasonSaid(words, reason)),
    fields: Object.fromEntries(said),
  };
}

/** Standing alone; in the catalogue several may stand in a line. */
export function sentenceOf(fragment: string): string {
  const end = /[.?!…]$/.test(fragment) ? '' : '.';
  return `${fragment.charAt(0).toUpperCase()}${fragment.slice(1)}${end}`;
}
