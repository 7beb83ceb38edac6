/**
 * The content script: registered by the background for each origin the person granted. Asks what site
 * this is, starts the overlay, and takes every trace away when told to or when this copy is no longer alive.
 * Unlisted: around a listed one the framework puts what we do not need and says so aloud in the page.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask, onPush } from '../messages.ts';
import { startOverlay, type Overlay } from '../page/overlay.ts';
import { askTwice } from '../page/askTwice.ts';
import { TAG } from '../page/surface.ts';
import { siteOn } from '../sites/siteOn.ts';
import type { Prepared } from '../sites/prepared.ts';

declare global {
  /** In our own isolated world, which the page cannot see: the copy already running in this frame. */
  var combinadoOverlay: { isAlive(): boolean; stop(): void } | undefined;
}

export default defineUnlistedScript(() => {
  // A sandboxed page has an opaque origin, where an extension's frame must not be mounted.
  if (self.origin === 'null') return;
  if (globalThis.combinadoOverlay?.isAlive()) return;
  globalThis.combinadoOverlay?.stop();

  const life = new AbortController();
  const isAlive = () => !life.signal.aborted && browser.runtime?.id !== undefined;
  const frameUrl = new URL('card.html', browser.runtime.getURL('/')).href;
  const patient = askTwice(ask);
  let site: Prepared | undefined;
  let running: { readonly overlay: Overlay; readonly stop: AbortController } | undefined;
  /** Counts what was asked of us, so that an answer which comes after a newer order is dropped. */
  let orders = 0;

  /** What was last said of the sites this may be, as text. */
  let said = '';

  const end = () => {
    running?.stop.abort();
    running = undefined;
  };
  /** @param anew how this site is read may be another since (OVR5). */
  const start = async (anew = false) => {
    const order = ++orders;
    if (anew || !site) {
      const sites = (await patient('page.site', {}))?.sites;
      if (order !== orders || life.signal.aborted) return;
      if (sites && JSON.stringify(sites) !== said) {
        end();
        said = JSON.stringify(sites);
        site = siteOn(document, sites);
      }
    }
    running?.overlay.refresh();
    if (!site || running) return;
    if (site.frames === 'top' && window !== window.top) return;
    const stop = new AbortController();
    const beat = () => {
      if (!isAlive()) life.abort();
    };
    const signal = AbortSignal.any([life.signal, stop.signal]);
    running = { stop, overlay: startOverlay({ site, ask: patient, frameUrl, beat }, signal) };
  };
  onPush((push) => {
    if (push.push === 'off') {
      orders += 1;
      end();
    } else if (push.push === 'changed') void start(push.body.sites);
  }, life.signal);
  // Hosts of a copy that an update replaced; that copy notices within a second.
  for (const left of document.querySelectorAll(TAG)) left.remove();
  globalThis.combinadoOverlay = { isAlive, stop: () => life.abort() };
  void start();
});
