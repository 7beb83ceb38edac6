/** What a press on a notice of the system does: opens the lead, or the list of notices; or says it again later. */
import { browser } from 'wxt/browser';
import { pin } from './desk.ts';
import { BATCH } from './notifier.ts';
import { readNotices } from './notices.ts';
import type { Replica } from './replica.ts';
import { heldBy, keepOpened, remind } from './told.ts';

const OPEN_BUTTON = 0;

/** Which page of ours is to be opened; null: none. */
export interface Opens {
  readonly page: '/sidepanel.html' | '/popup.html';
  readonly leadId: string | null;
  /** What the page is told in its address: the notice that led there, or that the list is wanted. */
  readonly hash: string;
}

/** A press on the notice itself, or on the button of that place. Firefox has no buttons: the page offers the reminder. */
export async function answerNotification(
  replica: Replica,
  id: string,
  button: number = OPEN_BUTTON,
): Promise<Opens | null> {
  const { database } = replica;
  await browser.notifications.clear(id);
  if (button !== OPEN_BUTTON) {
    const held = await heldBy(database, id);
    await remind(
      database,
      held.map((row) => row.id),
    );
    return null;
  }
  const held = async () => (await database.get('notices', id)) ?? (await database.get('told', id))?.kept;
  const notice = id.startsWith(BATCH) ? undefined : await held();
  if (!notice || notice.leadId === null) return { page: '/popup.html', leadId: null, hash: 'notices' };
  await keepOpened(database, notice);
  void readNotices(replica, { ids: [notice.id] });
  return { page: '/sidepanel.html', leadId: notice.leadId, hash: notice.id };
}

/** In front of the person, wherever they are: beside their page if the panel is open, else in a tab of ours, one alone. */
export async function openNotified({ broadcast }: Replica, { page, leadId, hash }: Opens): Promise<void> {
  if (leadId !== null) {
    await pin(leadId);
    broadcast.pinned(leadId);
    const window = await windowWithPanel();
    if (window !== undefined) return focus(window);
  }
  const address = browser.runtime.getURL(page);
  const url = `${address}#${hash}`;
  const tabs = await browser.tabs.query({});
  const ours = tabs.find((tab) => tab.url === address || tab.url?.startsWith(`${address}#`));
  if (ours?.id !== undefined) {
    await browser.tabs.update(ours.id, { url, active: true });
    return focus(ours.windowId);
  }
  // With no window left there is none to put a tab in.
  const opened = await browser.tabs.create({ url }).catch(() => undefined);
  if (!opened) await browser.windows.create({ url, focused: true });
  else await focus(opened.windowId);
}

async function focus(windowId: number | undefined): Promise<void> {
  if (windowId !== undefined)
    await browser.windows.update(windowId, { focused: true }).catch(() => undefined);
}

interface Contexts {
  readonly getContexts?: (filter: {
    readonly contextTypes: readonly string[];
  }) => Promise<readonly { readonly windowId: number }[]>;
}
interface Sidebar {
  readonly sidebarAction?: { readonly isOpen: (of: { readonly windowId: number }) => Promise<boolean> };
}

/** The window whose side panel (Firefox: sidebar) stands open. */
async function windowWithPanel(): Promise<number | undefined> {
  const { sidebarAction } = browser as unknown as Sidebar;
  if (sidebarAction) {
    const { id } = await browser.windows.getLastFocused();
    return id !== undefined && (await sidebarAction.isOpen({ windowId: id })) ? id : undefined;
  }
  const runtime = browser.runtime as unknown as Contexts;
  const open = await runtime.getContexts?.({ contextTypes: ['SIDE_PANEL'] });
  return open?.[0]?.windowId;
}
