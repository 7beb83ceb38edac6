/** What was done to the workspace, in words; an act of a newer worker is told by its own name. */
import type { Language } from '../../lead/vocabulary.ts';
import { AUDIT_ACTIONS } from '../../protocol/audit.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import { type AuditedWords, DETAILS } from './words.ts';

const WORDS: Readonly<Record<Language, AuditedWords>> = { en, 'pt-BR': ptBR, es };

export function auditedWords(action: string, language: Language): string {
  const known = AUDIT_ACTIONS.find((one) => one === action);
  return known === undefined ? action : WORDS[language].acts[known];
}

/** "role: admin"; a value of one or more words we know is said in the language, any other by `saidOf`. */
export function auditedDetail(
  name: string,
  value: string,
  language: Language,
  saidOf: (value: string) => string,
): string {
  const { details, values } = WORDS[language];
  const known = DETAILS.find((one) => one === name);
  const parts = value.split(' ');
  const said = parts.every((part) => Object.hasOwn(values, part))
    ? parts.map((part) => values[part] ?? part).join(', ')
    : saidOf(value);
  return `${known === undefined ? name : details[known]}: ${said}`;
}
