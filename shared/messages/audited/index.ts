/** What was done to the workspace, in words; an act of a newer worker is told by its own name. */
import type { Language } from '../../lead/vocabulary.ts';
import { AUDIT_ACTIONS } from '../../protocol/audit.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBR } from './pt-BR.ts';
import type { AuditedWords } from './words.ts';

const WORDS: Readonly<Record<Language, AuditedWords>> = { en, 'pt-BR': ptBR, es };

export function auditedWords(action: string, language: Language): string {
  const known = AUDIT_ACTIONS.find((one) => one === action);
  return known === undefined ? action : WORDS[language][known];
}
