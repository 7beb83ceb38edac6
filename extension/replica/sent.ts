/**
 * A mail a page saw being sent becomes attempts, once, and may be taken back: by the person within ten
 * seconds, or by the webmail's own undo, after which it was never sent (ATT1, ATT2).
 */
import { MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import { composeWords } from '../../shared/messages/compose.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { buildToast, stillToast, UNDO_MS, type ToastView } from '../../shared/ui/buildToast.ts';
import { calendarOf } from '../../shared/ui/viewContext.ts';
import { whenLong } from '../../shared/ui/when.ts';
import type { Sending } from '../messages.ts';
import type { SendRow } from './database.ts';
import { countedIn, readDraft, type ReadDraft } from './mail.ts';
import { recordSend, undoSend } from './outbox.ts';
import { plannedAt } from './plannedAt.ts';
import { claim, giveBack } from './recentSends.ts';
import type { Replica } from './replica.ts';
import { memberKey } from './session.ts';
import { readSettings } from './settings.ts';

/** A page tells of a send when it is sure, which may take a while; longer ago it is no longer believed. */
const SENT_LATEST_MS = 15 * MINUTE_MS;
/** A click on undo may still be on its way when its time is up. */
const UNDO_GRACE_MS = 2 * SECOND_MS;

/** Once for each `send`, whatever dies in between: the gesture and its commands are one transaction (ATT2). */
export async function logSent(
  replica: Replica,
  tab: number,
  { send, draft, at, chosen, later }: Sending,
): Promise<{ toast: ToastView | null }> {
  const { clock, database, language, tabs } = replica;
  const session = await replica.session();
  const { logSent: switchedOn } = await readSettings();
  const settle = async (toast: ToastView | null) => {
    await tabs.take(tab, send);
    return { toast };
  };
  if (!session || !(chosen || switchedOn)) return settle(null);
  const read = await readDraft(replica, tab, draft);
  const all = read ? countedIn(read) : [];
  if (!read || all.length === 0) return settle(null);

  const planned = later && plannedAt(later.text, later.language, new Date());
  // An hour nobody could read is not made up: the person logs it once it went out.
  if (later && planned === undefined) return settle(stillToast(send, composeWords(language).plannedUnread));
  const sentAt = Math.min(clock.now(), Math.max(clock.at(at), clock.now() - SENT_LATEST_MS));
  const ours = await claim(
    tab,
    send,
    all.map(({ state }) => state.leadId),
  );
  const counted = all.filter(({ state }) => ours.includes(state.leadId));
  if (counted.length === 0) return settle(null);

  const { row, fresh } = await recordSend(
    database,
    memberKey(session),
    send,
    counted.map(({ state }) => ({
      kind: 'attempt.log',
      body: {
        leadId: state.leadId,
        channel: 'email',
        outcome: 'sent',
        evidence: 'observed',
        ...(planned === undefined ? {} : { scheduled: true }),
      },
      at: planned === undefined ? sentAt : clock.at(planned),
      knownAt: clock.known() ?? undefined,
    })),
    Date.now(),
  );
  if (fresh) replica.did(counted.map(({ state }) => state.leadId));
  const names = counted.map(({ state }) => String(state.fields['name']));
  const logged = buildToast(row.send, { did: 'logged', channel: 'email', names }, row.at, language);
  const toast =
    planned === undefined ? logged : { ...logged, text: plannedWords(read, names, clock.at(planned)) };
  const open = !row.undone && Date.now() < row.at + UNDO_MS;
  await tabs.setToast(tab, open ? toast : null);
  return settle(open ? toast : null);
}

function plannedWords({ context }: ReadDraft, names: readonly string[], at: number): string {
  const { history, language, now } = context;
  const messages = messagesFor(language);
  const offsets = calendarOf(history.at(-1))?.offsets ?? [];
  return composeWords(language).planned(
    messages.format.list([...names]),
    whenLong(at, { offsets, now, messages }),
  );
}

/** It was not sent after all: forgotten, and what was logged for it is withdrawn. */
export async function unsend(replica: Replica, tab: number, send: string): Promise<void> {
  await replica.tabs.take(tab, send);
  if (!(await giveBack(tab, send))) return;
  await withdraw(replica, send);
  if ((await replica.tabs.toast(tab))?.id === send) await replica.tabs.setToast(tab, null);
}

/** Takes back what a gesture logged, within its ten seconds (ATT1). */
export async function undo(replica: Replica, send: string): Promise<boolean> {
  const row: SendRow | undefined = await replica.database.get('sends', send);
  if (!row || Date.now() > row.at + UNDO_MS + UNDO_GRACE_MS) return false;
  return withdraw(replica, send);
}

async function withdraw(replica: Replica, send: string): Promise<boolean> {
  const undone = await undoSend(replica.database, send, replica.clock.now());
  if (undone) replica.did(undone.recorded.map(({ leadId }) => leadId));
  return undone !== undefined;
}
