/** What the person was told (CLK7): the unread ones that ride on each pull, and the whole list by asking. */
import type { Notice } from '../../shared/protocol/notices.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { leadName } from '../../shared/ui/buildCard.ts';
import type { AskOf, NoticeView, ReplyOf } from '../messages.ts';
import { unreadNotices } from './keepNotices.ts';
import { contextOf, leadNow, type Replica } from './replica.ts';
import { mayNotify } from './mayNotify.ts';
import { sayNotice } from './sayNotice.ts';
import { listNotices, markRead } from './workerApi.ts';

export async function noticesFor(
  replica: Replica,
  { cursor }: AskOf<'panel.notices'>,
): Promise<ReplyOf<'panel.notices'>> {
  const session = await replica.session();
  const reminds = replica.settings.now().notify && (await mayNotify());
  const answer = session && (await listNotices(session, cursor ?? null, replica.language));
  if (answer?.ok) {
    const { notices, cursor: next, unread } = answer.value;
    return { notices: await viewsOf(replica, notices), cursor: next, unread, whole: true, reminds };
  }
  const held = session ? await unreadNotices(replica.database) : [];
  return { notices: await viewsOf(replica, held), cursor: null, unread: held.length, whole: false, reminds };
}

/** Told to the worker first: one marked here alone would come back with the next pull. */
export async function readNotices(replica: Replica, ask: AskOf<'panel.readNotices'>): Promise<boolean> {
  const session = await replica.session();
  const answer = session && (await markRead(session, 'all' in ask ? ask : { ids: [...ask.ids] }));
  if (!answer?.ok) return false;
  const ids = 'all' in ask ? await replica.database.getAllKeys('notices') : ask.ids;
  await Promise.all(ids.map((id) => replica.database.delete('notices', id)));
  replica.broadcast.listed();
  return true;
}

async function viewsOf(replica: Replica, notices: readonly Notice[]): Promise<readonly NoticeView[]> {
  const agreement = await replica.states.agreement();
  const context = agreement && contextOf(agreement, replica.clock.now(), replica.language);
  return Promise.all(
    notices.map(async (notice) => {
      const { id, kind, leadId, deliveredAt, readAt } = notice;
      const name = await nameOf(replica, leadId);
      const text = context ? sayNotice(notice, context) : notice.text;
      return { id, kind, leadId, name, text, at: replica.clock.onDevice(deliveredAt), read: readAt !== null };
    }),
  );
}

/** The lead's name as this device knows it; null for one that is not in the person's view. */
export async function nameOf(replica: Replica, leadId: string | null): Promise<string | null> {
  const shown = leadId === null ? undefined : await leadNow(replica, leadId);
  return shown ? leadName(shown.lead.state, messagesFor(replica.language)) : null;
}
