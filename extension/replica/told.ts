/**
 * What this device remembers of the notices it showed, so that each is said once, however often the
 * service worker starts: when, in which notice of the system, and when the person wants to hear it again.
 */
import { browser } from 'wxt/browser';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import type { Notice } from '../../shared/protocol/notices.ts';
import type { Database, ToldRow } from './database.ts';

const REMIND_MS = 30 * MINUTE_MS;
/** The worker no longer sends what is older, so nobody asks whether it was told. */
const REMEMBERED_MS = 60 * DAY_MS;
/** A try that did not come so far was cut off. */
const CUT_OFF_MS = MINUTE_MS;

/** Of these: not shown yet, cut off before it showed, or wanted again by now; and what was read since and is wanted again. */
export async function untold(
  database: Database,
  unread: readonly Notice[],
  isTold: (notice: Notice) => boolean,
): Promise<readonly Notice[]> {
  const now = Date.now();
  const standing = new Set(await standingIds());
  const rows = new Map((await database.getAll('told')).map((row) => [row.id, row]));
  const isWanted = (row: ToldRow) => row.again !== undefined && row.again <= now;
  const fresh = unread.filter((notice) => {
    const row = rows.get(notice.id);
    if (row && isWanted(row)) return true;
    if (!isTold(notice)) return false;
    return !row || (!row.shown && !standing.has(row.within ?? row.id) && now - row.at > CUT_OFF_MS);
  });
  const held = new Set(unread.map(({ id }) => id));
  const again = [...rows.values()].flatMap((row) =>
    row.kept && !held.has(row.id) && isWanted(row) ? [row.kept] : [],
  );
  return [...fresh, ...again];
}

/** About to be shown as `within`, the system's notice that holds it. */
export async function claim(
  database: Database,
  notices: readonly { readonly id: string; readonly within: string }[],
): Promise<void> {
  const writing = database.transaction('told', 'readwrite', { durability: 'strict' });
  const old = Date.now() - REMEMBERED_MS;
  for (const row of await writing.store.getAll()) if (row.at < old) await writing.store.delete(row.id);
  for (const { id, within } of notices) {
    const kept = (await writing.store.get(id))?.kept;
    await writing.store.put({ id, at: Date.now(), shown: false, within, kept });
  }
  await writing.done;
}

export async function markShown(database: Database, ids: readonly string[]): Promise<void> {
  const writing = database.transaction('told', 'readwrite');
  for (const id of ids) {
    const row = await writing.store.get(id);
    if (row) await writing.store.put({ ...row, at: Date.now(), shown: true });
  }
  await writing.done;
}

/** Of the notices one of the system's stands for. */
export async function heldBy(database: Database, within: string): Promise<readonly ToldRow[]> {
  const rows = await database.getAll('told');
  return rows.filter((row) => row.within === within || row.id === within);
}

/**
 * Says these again in half an hour, read or not, unless they are settled by then.
 * @returns when, device time; null when none of them is known any more.
 */
export async function remind(database: Database, ids: readonly string[]): Promise<number | null> {
  const again = Date.now() + REMIND_MS;
  const notices = await Promise.all(ids.map((id) => database.get('notices', id)));
  const writing = database.transaction('told', 'readwrite', { durability: 'strict' });
  let known = false;
  for (const [index, id] of ids.entries()) {
    const row = await writing.store.get(id);
    const kept = notices[index] ?? row?.kept;
    if (!kept) continue;
    known = true;
    await writing.store.put({ at: Date.now(), shown: true, ...row, id, kept, again });
  }
  await writing.done;
  return known ? again : null;
}

/** What was just opened may still be put off, though it counts as read from now on. */
export async function keepOpened(database: Database, notice: Notice): Promise<void> {
  const writing = database.transaction('told', 'readwrite');
  const row = await writing.store.get(notice.id);
  await writing.store.put({ at: Date.now(), shown: true, ...row, id: notice.id, kept: notice });
  await writing.done;
}

/** Nothing about a lead outlives the session; that it was told does, or signing in again would tell it anew. */
export async function forgetKept(database: Database): Promise<void> {
  const writing = database.transaction('told', 'readwrite');
  for (const row of await writing.store.getAll())
    if (row.kept) await writing.store.put({ ...row, kept: undefined, again: undefined });
  await writing.done;
}

/** Those of the system that still stand there. */
export async function standingIds(): Promise<readonly string[]> {
  return Object.keys((await browser.notifications.getAll()) ?? {});
}
