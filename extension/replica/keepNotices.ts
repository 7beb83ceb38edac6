/** The unread notices that ride on each pull, kept for when the worker cannot be asked. */
import type { Notice } from '../../shared/protocol/notices.ts';
import type { PullResponse } from '../../shared/protocol/sync.ts';
import type { Database } from './database.ts';

/** The worker sends so many of the unread ones at most; fewer are all there are. */
const MOST_WITH_PULL = 20;

/** Keeps what came with a page; what is missing from the last page was read on another device. */
export async function keepNotices(database: Database, page: PullResponse): Promise<void> {
  const { notices = [], more } = page;
  const transaction = database.transaction('notices', 'readwrite');
  const whole = !more && notices.length < MOST_WITH_PULL;
  const came = new Set(notices.map(({ id }) => id));
  if (whole)
    for (const id of await transaction.store.getAllKeys())
      if (!came.has(id)) await transaction.store.delete(id);
  for (const notice of notices) await transaction.store.put(notice);
  await transaction.done;
}

/** Newest first. */
export async function unreadNotices(database: Database): Promise<readonly Notice[]> {
  return (await database.getAll('notices')).toSorted((a, b) => b.deliveredAt - a.deliveredAt);
}
