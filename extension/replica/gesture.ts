/** One click in a panel: on the disk before anything says so (SYN3), or a sentence why it is not. */
import { v7 as uuidv7 } from 'uuid';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { buildToast, stillToast, type Recorded } from '../../shared/ui/buildToast.ts';
import type { Done } from '../messages.ts';
import { recordSend, type NewCommand } from './outbox.ts';
import type { Replica } from './replica.ts';
import { memberKey } from './session.ts';

/** @param recorded what the toast tells, or its whole line. */
export async function gesture(
  replica: Replica,
  command: NewCommand,
  recorded: Recorded | string,
): Promise<Done> {
  const session = await replica.session();
  if (!session) return refused(messagesFor(replica.language).popup.signedOut);
  const knownAt = replica.clock.known() ?? undefined;
  const commands = [{ ...command, knownAt }];
  try {
    const { row } = await recordSend(replica.database, memberKey(session), uuidv7(), commands, Date.now());
    replica.did([command.body.leadId]);
    const toast =
      typeof recorded === 'string'
        ? stillToast(row.send, recorded)
        : buildToast(row.send, recorded, row.at, replica.language);
    return { done: true, toast };
  } catch {
    // The disk is full or the browser refuses to store: the one thing that must not be passed over.
    return refused(messagesFor(replica.language).options.problems.storage);
  }
}

export function refused(why: string): Done {
  return { done: false, why };
}
