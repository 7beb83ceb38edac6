/** One click in a panel: on the disk before anything says so (SYN3), or a sentence why it is not. */
import { v7 as uuidv7 } from 'uuid';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { buildToast, stillToast, UNDO_MS, type Recorded } from '../../shared/ui/buildToast.ts';
import type { Done } from '../messages.ts';
import { attemptsOf, recordSend, type NewCommand } from './outbox.ts';
import type { Replica } from './replica.ts';
import { memberKey } from './session.ts';

/**
 * @param recorded what the toast tells, or its whole line.
 * @param id of the click, where its teller gave one.
 */
export async function gesture(
  replica: Replica,
  command: NewCommand,
  recorded: Recorded | string,
  id: string = uuidv7(),
): Promise<Done> {
  const session = await replica.session();
  if (!session) return refused(messagesFor(replica.language).popup.signedOut);
  const knownAt = replica.clock.known() ?? undefined;
  const at = Date.now();
  const toast =
    typeof recorded === 'string' ? stillToast(id, recorded) : buildToast(id, recorded, at, replica.language);
  try {
    const commands = [{ ...command, knownAt }];
    await recordSend(replica.database, memberKey(session), id, commands, at, toast.text);
    replica.did([command.body.leadId]);
    return { done: true, toast };
  } catch {
    // The disk is full or the browser refuses to store: the one thing that must not be passed over.
    return refused(messagesFor(replica.language).options.problems.storage);
  }
}

/**
 * A click told again (its teller heard nothing, for the service worker was stopped) is answered as the
 * first time, and judged by nothing that it changed itself.
 */
export async function once(
  replica: Replica,
  id: string | undefined,
  act: () => Promise<Done>,
): Promise<Done> {
  const row = id === undefined ? undefined : await replica.database.get('sends', id);
  if (!row) return act();
  const line = stillToast(row.send, row.said ?? '');
  if (attemptsOf(row).length === 0 || row.undone) return { done: true, toast: line };
  const { undo } = messagesFor(replica.language).toast;
  return { done: true, toast: { ...line, undoLabel: undo, undoUntil: row.at + UNDO_MS } };
}

export function refused(why: string): Done {
  return { done: false, why };
}
