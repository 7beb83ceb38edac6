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

/** Whose value is a name to be looked up, never one of our words. */
const NAMES: ReadonlySet<string> = new Set(['member', 'manager', 'team', 'absorbed', 'session', 'vendor']);

/**
 * "role: admin"; a value of one or more words we know is said in the language, any other by `saidOf`.
 * @param action whose detail it is: `session` is a meeting, and of a device the console
 */
export function auditedDetail(
  { action, name, value }: { readonly action: string; readonly name: string; readonly value: string },
  language: Language,
  saidOf: (value: string) => string,
): string {
  const { details, values } = WORDS[language];
  const known = DETAILS.find((one) => one === name);
  const [thing = ''] = action.split('.');
  const wordFor = (part: string) => values[`${thing}.${part}`] ?? values[part];
  const words = NAMES.has(name) ? [undefined] : value.split(' ').map(wordFor);
  const said = words.includes(undefined) ? saidOf(value) : words.join(', ');
  return `${known === undefined ? name : details[known]}: ${said}`;
}
