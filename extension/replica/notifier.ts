/**
 * Notices of the system (CLK7): what is due soon or late, a new hand-off, a reply. Each once, however
 * often the service worker starts and however many windows are open; in the person's hours and outside
 * their quiet ones; several together as one; without a name unless they chose so.
 */
import { browser } from 'wxt/browser';
import { nextOpening } from '../../shared/sla/openTime.ts';
import { deviceWords } from '../../shared/messages/device.ts';
import type { Notice, NoticeKind } from '../../shared/protocol/notices.ts';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import type { DeviceSettings } from '../messages.ts';
import type { ToldRow } from './database.ts';
import { unreadNotices } from './keepNotices.ts';
import { minuteOfDay } from './localDay.ts';
import { nameOf, readNotices } from './notices.ts';
import { ownHours } from './ownHours.ts';
import { contextOf, type Replica } from './replica.ts';
import { sayNotice } from './sayNotice.ts';

/** What is worth an interruption; the rest waits in the list. */
const TOLD: ReadonlySet<string> = new Set<NoticeKind>([
  'clock_warning',
  'clock_escalation',
  'nobody_takes',
  'lead_assigned',
  'reply_received',
]);
/** More than these at once are one. */
const HANDFUL = 4;
const REMIND_MS = 30 * MINUTE_MS;
/** The worker no longer sends what is older, so nobody asks whether it was told. */
const REMEMBERED_MS = 60 * DAY_MS;
const BATCH = 'batch:';
const OPEN_BUTTON = 0;

/** Shows what has not been shown yet, if now is a time to. */
export async function tellNotices(replica: Replica): Promise<void> {
  const agreement = await replica.states.agreement();
  const settings = replica.settings.now();
  if (!agreement || !settings.notify || !(await mayNotify())) return;
  const context = contextOf(agreement, replica.clock.now(), replica.language);
  if (isQuiet(settings, Date.now())) return;
  if (nextOpening(ownHours(context), context.now) !== context.now) return;
  // Said after a trial began is never said: in trial nobody is told anything (TRI1).
  const due = await untold(replica);
  if (due.length === 0) return;
  await claim(replica, due);
  const groups = grouped(due);
  if (groups.length > HANDFUL) await show(replica, `${BATCH}${due[0]?.id}`, due, settings);
  else
    for (const group of groups) {
      const [first] = group;
      if (first) await show(replica, group.length === 1 ? first.id : `${BATCH}${first.id}`, group, settings);
    }
  await mark(replica, due);
}

/** Absent until the permission was given, in both browsers. */
export async function mayNotify(): Promise<boolean> {
  return (
    'notifications' in browser && (await browser.permissions.contains({ permissions: ['notifications'] }))
  );
}

/** Over midnight when it begins later than it ends. */
export function isQuiet({ quiet }: Pick<DeviceSettings, 'quiet'>, at: number): boolean {
  if (!quiet) return false;
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const [from, to, now] = [minutes(quiet.from), minutes(quiet.to), minuteOfDay(at)];
  return from <= to ? now >= from && now < to : now >= from || now < to;
}

/** Not shown yet, or to be shown again: by a reminder, or because the last try was cut off before it showed. */
async function untold({ database }: Replica): Promise<readonly Notice[]> {
  const now = Date.now();
  const unread = (await unreadNotices(database)).filter(({ kind }) => TOLD.has(kind));
  const standing = new Set(Object.keys((await browser.notifications.getAll()) ?? {}));
  const rows = await Promise.all(unread.map(({ id }) => database.get('told', id)));
  return unread.filter(({ id }, index) => {
    const row = rows[index];
    if (!row) return true;
    if (row.again !== undefined && row.again <= now) return true;
    return !row.shown && !standing.has(id) && now - row.at > MINUTE_MS;
  });
}

async function claim({ database }: Replica, notices: readonly Notice[]): Promise<void> {
  const writing = database.transaction('told', 'readwrite', { durability: 'strict' });
  const old = Date.now() - REMEMBERED_MS;
  for (const row of await writing.store.getAll()) if (row.at < old) await writing.store.delete(row.id);
  for (const { id } of notices) await writing.store.put({ id, at: Date.now(), shown: false });
  await writing.done;
}

async function mark({ database }: Replica, notices: readonly Notice[]): Promise<void> {
  const writing = database.transaction('told', 'readwrite');
  for (const { id } of notices) await writing.store.put({ id, at: Date.now(), shown: true });
  await writing.done;
}

/** Those the worker told together stay together. */
function grouped(notices: readonly Notice[]): readonly (readonly Notice[])[] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices.toReversed()) {
    const key = notice.digest ?? notice.id;
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()];
}

async function show(
  replica: Replica,
  id: string,
  notices: readonly Notice[],
  { notifyNames }: DeviceSettings,
): Promise<void> {
  const [only] = notices;
  const agreement = await replica.states.agreement();
  if (!only || !agreement) return;
  const words = deviceWords(replica.language).notice;
  const context = contextOf(agreement, replica.clock.now(), replica.language);
  const many = notices.length > 1;
  const name = notifyNames && !many ? await nameOf(replica, only.leadId) : null;
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: many ? words.many(notices.length) : (name ?? words.aLead),
    message: many ? words.manyText : sayNotice(only, context),
  };
  const buttons = [{ title: words.open }, { title: words.snooze }];
  try {
    await browser.notifications.create(id, { ...options, buttons });
  } catch {
    // Firefox has no buttons and refuses what names any: a click opens.
    await browser.notifications.create(id, options).catch(() => undefined);
  }
}

/** A click, or the button of that place: opens the lead, or says it again in half an hour. */
export async function answerNotification(
  replica: Replica,
  id: string,
  button: number = OPEN_BUTTON,
): Promise<{ readonly open: boolean; readonly leadId: string | null }> {
  await browser.notifications.clear(id);
  const batch = id.startsWith(BATCH);
  const notice = batch ? undefined : await replica.database.get('notices', id);
  if (button !== OPEN_BUTTON) {
    const again = Date.now() + REMIND_MS;
    const ids = batch ? (await unreadNotices(replica.database)).map((each) => each.id) : [id];
    const writing = replica.database.transaction('told', 'readwrite');
    for (const each of ids) {
      const row: ToldRow | undefined = await writing.store.get(each);
      if (row) await writing.store.put({ ...row, again });
    }
    await writing.done;
    return { open: false, leadId: null };
  }
  if (notice) void readNotices(replica, { ids: [notice.id] });
  return { open: true, leadId: notice?.leadId ?? null };
}
