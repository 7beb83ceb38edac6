/** What the workspace turned down, in words with a next step: kept and shown, blocking nothing (SYN2). */
import type { Catalog } from '../messages/catalog.ts';
import type { CommandKind } from '../protocol/commands.ts';
import type { Rejection } from '../protocol/sync.ts';

export interface Rejected {
  readonly kind: CommandKind;
  readonly code: Rejection;
}

export function rejectedWords({ kind, code }: Rejected, { card, words, rejections }: Catalog): string {
  return card.notAccepted(words.commands[NAMES[kind] ?? 'other'], rejections[code]);
}

const NAMES: Readonly<Partial<Record<CommandKind, keyof Catalog['words']['commands']>>> = {
  'attempt.log': 'attempt',
  'attempt.withdraw': 'withdraw',
  'handoff.answer': 'answer',
  'lead.set': 'set',
};
