/**
 * Notices of the system (CLK7): what is due soon or late, a new hand-off, a reply. Each once, however
 * often the service worker starts and however many windows are open; in the person's hours and outside
 * their quiet ones; several together as one; without a name unless they chose so.
 */
import { browser } from 'wxt/browser';
import { memberAt } from '../../shared/lead/memberAt.ts';
import { nextOpening } from '../../shared/sla/openTime.ts';
import { deviceWords, type ManyNotices } from '../../shared/messages/device.ts';
import type { Notice, NoticeKind } from '../../shared/protocol/notices.ts';
import type { ViewContext } from '../../shared/ui/viewContext.ts';
import type { DeviceSettings } from '../messages.ts';
import { unreadNotices } from './keepNotices.ts';
import { minuteOfDay } from './localDay.ts';
import { mayNotify } from './mayNotify.ts';
import { nameOf } from './notices.ts';
import { ownHours } from './ownHours.ts';
import { contextOf, type Replica } from './replica.ts';
import { sayNotice } from './sayNotice.ts';
import { isSettled } from './settledNotice.ts';
import { claim, heldBy, markShown, standingIds, untold } from './told.ts';

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
/** Begins the id of a notice of the system that stands for several. */
export const BATCH = 'batch:';

/** Takes away what is settled or was read elsewhere; shows what has not been shown yet, if now is a time to. */
export async function tellNotices(replica: Replica): Promise<void> {
  const agreement = await replica.states.agreement();
  const settings = replica.settings.now();
  if (!agreement || !settings.notify || !(await mayNotify())) return;
  const unread = await unreadNotices(replica.database);
  await takeAway(replica, unread);
  const context = contextOf(agreement, replica.clock.now(), replica.language);
  if (isQuiet(settings, Date.now()) || !isAtWork(context)) return;
  const due = await asked(replica, unread);
  if (due.length === 0) return;
  const shows = due.length > HANDFUL ? [due] : grouped(due);
  const claimed = shows.map((notices) => ({ id: idOf(notices), notices }));
  await claim(
    replica.database,
    claimed.flatMap(({ id, notices }) => notices.map((notice) => ({ id: notice.id, within: id }))),
  );
  for (const { id, notices } of claimed) await show(replica, id, notices, settings);
  await markShown(
    replica.database,
    due.map(({ id }) => id),
  );
}

/** Due to be shown; what was settled before it could be counts as shown. */
async function asked(replica: Replica, unread: readonly Notice[]): Promise<readonly Notice[]> {
  const due = await untold(replica.database, unread, ({ kind }) => TOLD.has(kind));
  const settled = await Promise.all(due.map((notice) => isSettled(replica, notice)));
  const past = due.filter((_, index) => settled[index]);
  if (past.length > 0) {
    await claim(
      replica.database,
      past.map(({ id }) => ({ id, within: id })),
    );
    await markShown(
      replica.database,
      past.map(({ id }) => id),
    );
  }
  return due.filter((_, index) => !settled[index]);
}

/** From the desktop: read on another device, or settled since it was shown. */
async function takeAway(replica: Replica, unread: readonly Notice[]): Promise<void> {
  for (const within of await standingIds()) {
    const rows = await heldBy(replica.database, within);
    // One that was put off is asked for, whether read or not.
    const open = rows.flatMap((row) => unread.find(({ id }) => id === row.id) ?? row.kept ?? []);
    const settled = await Promise.all(open.map((notice) => isSettled(replica, notice)));
    if (rows.length > 0 && settled.every(Boolean)) await browser.notifications.clear(within);
  }
}

/** In their own hours and not away (CAL8). */
function isAtWork(context: ViewContext): boolean {
  const { now, room, viewer } = context;
  if (nextOpening(ownHours(context), now) !== now) return false;
  return (memberAt(room, viewer.memberId, now)?.awayUntil ?? null) === null;
}

function idOf(notices: readonly Notice[]): string {
  const [first] = notices;
  return notices.length === 1 ? `${first?.id}` : `${BATCH}${first?.id}`;
}

/** Over midnight when it begins later than it ends. */
export function isQuiet({ quiet }: Pick<DeviceSettings, 'quiet'>, at: number): boolean {
  if (!quiet) return false;
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const [from, to, now] = [minutes(quiet.from), minutes(quiet.to), minuteOfDay(at)];
  return from <= to ? now >= from && now < to : now >= from || now < to;
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
    message: many ? words.manyText(counted(notices)) : sayNotice(only, context),
  };
  const buttons = [{ title: words.open }, { title: words.snooze }];
  try {
    await browser.notifications.create(id, { ...options, buttons });
  } catch {
    // Firefox has no buttons and refuses what names any: a click opens.
    await browser.notifications.create(id, options).catch(() => undefined);
  }
}

/** What several are about, a number for each kind of news. */
function counted(notices: readonly Notice[]): ManyNotices {
  const of = (...kinds: readonly NoticeKind[]) =>
    notices.filter(({ kind }) => kinds.some((one) => one === kind)).length;
  return {
    late: of('clock_escalation', 'nobody_takes'),
    soon: of('clock_warning'),
    handed: of('lead_assigned'),
    replied: of('reply_received'),
    other: notices.filter(({ kind }) => !TOLD.has(kind)).length,
  };
}
