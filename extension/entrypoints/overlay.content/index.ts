/**
 * The content script: registered by the background for each origin the person granted. Picks the site,
 * starts the overlay, and takes every trace away when told to or when this copy is no longer alive.
 */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { ask, onPush } from '../../messages.ts';
import { startOverlay, type Overlay } from '../../page/overlay.ts';
import { askTwice } from '../../page/askTwice.ts';
import { TAG } from '../../page/surface.ts';
import { siteOf } from '../../sites/index.ts';

declare global {
  /** In our own isolated world, which the page cannot see: the copy already running in this frame. */
  var combinadoOverlay: { isAlive(): boolean; stop(): void } | undefined;
}

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  allFrames: true,
  runAt: 'document_idle',
  main() {
    // A sandboxed page has an opaque origin, where an extension's frame must not be mounted.
    if (self.origin === 'null') return;
    if (globalThis.combinadoOverlay?.isAlive()) return;
    globalThis.combinadoOverlay?.stop();
    const site = siteOf({ document, url: new URL(location.href) });
    if (site.frames === 'top' && window !== window.top) return;

    const life = new AbortController();
    const isAlive = () => !life.signal.aborted && browser.runtime?.id !== undefined;
    const frameUrl = new URL('card.html', browser.runtime.getURL('/')).href;
    let running: { readonly overlay: Overlay; readonly stop: AbortController } | undefined;

    const start = () => {
      const stop = new AbortController();
      const beat = () => {
        if (!isAlive()) life.abort();
      };
      running = {
        stop,
        overlay: startOverlay(
          { site, ask: askTwice(ask), frameUrl, beat },
          AbortSignal.any([life.signal, stop.signal]),
        ),
      };
    };
    onPush((push) => {
      if (push.push === 'off') {
        running?.stop.abort();
        running = undefined;
      } else if (push.push === 'changed') {
        if (running) running.overlay.refresh();
        else start();
      }
    }, life.signal);
    // Hosts of a copy that an update replaced; that copy notices within a second.
    for (const left of document.querySelectorAll(TAG)) left.remove();
    globalThis.combinadoOverlay = { isAlive, stop: () => life.abort() };
    start();
  },
});
