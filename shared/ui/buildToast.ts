/** The line shown after something was recorded, with ten seconds to undo (ATT1). */
import type { Answer, Channel, Language } from '../lead/vocabulary.ts';
import { SECOND_MS } from '../time.ts';
import { messagesFor } from '../messages/catalog.ts';

export const UNDO_MS = 10 * SECOND_MS;

/** What the page and the panels draw of it. */
export interface ToastView {
  readonly id: string;
  readonly text: string;
  readonly undoLabel: string | null;
  /** Until when undo is offered, epoch ms. */
  readonly undoUntil: number | null;
}

export type Recorded =
  | { readonly did: 'logged'; readonly channel: Channel; readonly names: readonly string[] }
  | { readonly did: 'answered'; readonly answer: Answer; readonly name: string }
  | { readonly did: 'set'; readonly field: string; readonly name: string };

/** `id` is what `panel.undo` and `page.undo` ask with; only attempts can be taken back in one click. */
export function buildToast(id: string, recorded: Recorded, now: number, language: Language): ToastView {
  const { toast, words } = messagesFor(language);
  if (recorded.did === 'answered')
    return stillToast(id, toast.answered(words.answers[recorded.answer], recorded.name));
  if (recorded.did === 'set') return stillToast(id, toast.set(recorded.field, recorded.name));
  const channel = words.channels[recorded.channel];
  const [name] = recorded.names;
  const text =
    recorded.names.length === 1 && name !== undefined
      ? toast.logged(channel, name)
      : toast.loggedMany(channel, recorded.names.length);
  return { id, text, undoLabel: toast.undo, undoUntil: now + UNDO_MS };
}

/** What is recorded and cannot be taken back in one click. */
export function stillToast(id: string, text: string): ToastView {
  return { id, text, undoLabel: null, undoUntil: null };
}
