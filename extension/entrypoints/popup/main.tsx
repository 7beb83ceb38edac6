/** The toolbar's popup: "my day" and the card of a lead, where no page can lie over it (OVR2). */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ask } from '../../messages.ts';
import { DayApp } from '../../panels/day/DayApp.tsx';
import type { DayPort } from '../../panels/day/dayPort.ts';
import { languageOf } from '../../../shared/messages/catalog.ts';
import { cardPort, dayAsks } from './dayAsks.ts';

function openOptions(part?: 'connect' | 'sites'): void {
  void browser.tabs.create({ url: browser.runtime.getURL(part ? `/options.html#${part}` : '/options.html') });
  window.close();
}

/** Known before any click: the panel opens only in the click's own turn. */
let windowId: number | undefined;
void browser.windows.getCurrent().then(({ id }) => (windowId = id));

function openBeside(leadId: string | null): void {
  if (windowId !== undefined) void browser.sidePanel.open({ windowId }).catch(() => undefined);
  void ask('panel.pin', { leadId }).then(() => window.close());
}

interface SidebarApi {
  open(): Promise<void>;
}
/** Firefox alone has it. */
const { sidebarAction } = browser as typeof browser & { readonly sidebarAction?: SidebarApi };

function openSidebar(leadId: string | null): void {
  void sidebarAction?.open().catch(() => undefined);
  void ask('panel.pin', { leadId }).then(() => window.close());
}

const port: DayPort = {
  ...dayAsks,
  card: (leadId, close) => cardPort(leadId, { close, openOptions }),
  openOptions,
  beside: 'sidePanel' in browser ? openBeside : sidebarAction ? openSidebar : null,
};

const root = document.getElementById('day');
/** Opened by a notice that stands for several: their list. */
const begins = location.hash === '#notices' ? 'notices' : 'day';
if (root) render(<DayApp port={port} language={languageOf(navigator.language)} begins={begins} />, root);
