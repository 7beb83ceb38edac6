/** What is wrong as the API tells it: where, in an English sentence, and as a code for whoever says it otherwise. */
import { en } from '../shared/messages/reasons/en.ts';
import { reasonSaid } from '../shared/messages/reasons/words.ts';
import type { FaultView, PlainReason, Reason } from '../shared/protocol/reason.ts';

export function faultAt(pointer: string, why: Reason | PlainReason): FaultView & { readonly reason: Reason } {
  const reason: Reason = typeof why === 'string' ? { code: why } : why;
  return { pointer, detail: reasonSaid(en, reason), reason };
}
