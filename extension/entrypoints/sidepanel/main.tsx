/** The panel beside the page (Firefox: the sidebar): the card that stays, and the way through the day. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ask, onPush } from '../../messages.ts';
import { SidePanel } from '../../panels/beside/SidePanel.tsx';
import type { SidePort } from '../../panels/beside/sidePort.ts';
import { languageOf } from '../../../shared/messages/catalog.ts';
import { cardPort, dayAsks } from '../popup/dayAsks.ts';

const FOLLOW = 'followPage';

function openOptions(part?: 'connect' | 'sites'): void {
  void browser.tabs.create({ url: browser.runtime.getURL(part ? `/options.html#${part}` : '/options.html') });
}

async function leadHere(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return (await ask('panel.here', { tab: tab.id }))?.leadId ?? null;
}

const port: SidePort = {
  ...dayAsks,
  card: (leadId, close) => cardPort(leadId, { close, openOptions }),
  openOptions,
  beside: null,
  stay: (leadId) => cardPort(leadId, { close: null, openOptions }),
  pinned: async (leadId) => (await ask('panel.pin', { leadId }))?.leadId ?? null,
  queue: () => ask('panel.queue', {}),
  watchPinned: (changed, signal) =>
    onPush((push) => {
      if (push.push === 'pinned') changed(push.body.leadId);
    }, signal),
  leadHere,
  watchPage(changed, signal) {
    browser.tabs.onActivated.addListener(changed);
    browser.tabs.onUpdated.addListener(changed);
    signal.addEventListener('abort', () => {
      browser.tabs.onActivated.removeListener(changed);
      browser.tabs.onUpdated.removeListener(changed);
    });
    onPush((push) => {
      if (push.push === 'changed') changed();
    }, signal);
  },
  ledHere: () => location.hash.slice(1) || null,
  following: () => localStorage.getItem(FOLLOW) === 'yes',
  follow: (yes) => localStorage.setItem(FOLLOW, yes ? 'yes' : 'no'),
};

const root = document.getElementById('panel');
if (root) render(<SidePanel port={port} language={languageOf(navigator.language)} />, root);
