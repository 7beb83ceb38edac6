/** What the workspace turned down, in words with a next step: kept and shown, blocking nothing (SYN2). */
import { ANSWERS } from '../lead/vocabulary.ts';
import { cardWords } from '../messages/card/index.ts';
import type { Catalog } from '../messages/catalog.ts';
import type { CommandKind } from '../protocol/commands.ts';
import type { Rejection } from '../protocol/sync.ts';

export interface Rejected {
  readonly kind: CommandKind;
  readonly code: Rejection;
  /** What the workspace holds instead, for a conflict. */
  readonly theirs?: unknown;
}

export function rejectedWords({ kind, code, theirs }: Rejected, messages: Catalog): string {
  const { card, words, rejections } = messages;
  const said = card.notAccepted(words.commands[NAMES[kind] ?? 'other'], rejections[code]);
  // Of somebody captured twice it is the other lead's id, which says nothing to a person.
  const value = kind === 'lead.capture' ? null : valueOf(theirs, messages);
  return value === null ? said : `${said} ${cardWords(messages.language).sync.theirs(value)}`;
}

/** A plain value says itself; an answer says which. */
function valueOf(theirs: unknown, messages: Catalog): string | null {
  const { words, format } = messages;
  if (typeof theirs === 'string' && theirs) return theirs;
  if (typeof theirs === 'number') return format.number(theirs);
  if (typeof theirs === 'boolean') return theirs ? words.yes : words.no;
  if (typeof theirs !== 'object' || theirs === null) return null;
  if ('value' in theirs) return valueOf(theirs.value, messages);
  const answer = 'answer' in theirs ? ANSWERS.find((one) => one === theirs.answer) : undefined;
  return answer ? words.answers[answer] : null;
}

const NAMES: Readonly<Partial<Record<CommandKind, keyof Catalog['words']['commands']>>> = {
  'attempt.log': 'attempt',
  'attempt.withdraw': 'withdraw',
  'handoff.answer': 'answer',
  'lead.set': 'set',
};
