/** What the alarm does twice a minute: the way to the head when no poke comes (SYN5). */
import { browser } from 'wxt/browser';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import { attend } from './attention.ts';
import { pendingOf } from './outbox.ts';
import type { Replica } from './replica.ts';
import { copyFor } from './pull.ts';
import { memberKey, type Session } from './session.ts';

/** Pages and panels that are looked at are pulled for at every alarm, the rest now and then. */
const WATCHED_MS = 25 * SECOND_MS;
const UNWATCHED_MS = 5 * MINUTE_MS;

/** @param base address of the extension's own pages, with its last slash. */
export async function wake(replica: Replica, base: string): Promise<void> {
  await attend(replica);
  const session = await replica.session();
  if (!session) return;
  const watched = await isWatched(replica, base);
  if (watched) replica.line.want();
  else replica.line.rest();
  if (watched && replica.states.expired(replica.clock.now())) replica.broadcast.changed();
  const unsent = (await pendingOf(replica.database, memberKey(session))).length > 0;
  const age = Date.now() - (replica.sync.triedAt() ?? 0);
  if (unsent || age > (watched ? WATCHED_MS : UNWATCHED_MS)) await replica.sync.request();
  if (await isForgotten(replica, session)) await replica.end('too_long');
}

/** Without contact for so long the copy is not left lying about (PRI3). */
const FORGOTTEN_MS = 14 * DAY_MS;
const NO_CONTACT: ReadonlySet<string> = new Set(['unreachable', 'busy', 'not_combinado']);

async function isForgotten({ database, sync }: Replica, session: Session): Promise<boolean> {
  // Asked just now and not answered: a clock that jumped ahead forgets nothing while the worker is there.
  if (!NO_CONTACT.has(sync.failure()?.kind ?? '')) return false;
  const copy = await copyFor(database, memberKey(session));
  return copy?.syncedAt !== undefined && copy.syncedAt !== null && Date.now() - copy.syncedAt > FORGOTTEN_MS;
}

/** Whether a page with chips or one of our own is in front in some window. */
async function isWatched({ sites }: Replica, base: string): Promise<boolean> {
  const tabs = await browser.tabs.query({ active: true });
  return tabs.some(({ url }) => url !== undefined && (sites.granted(url) || url.startsWith(base)));
}
