/**
 * The only writer: opens the copy, answers pages and panels, keeps in step with the worker. Browser
 * events are wired at once, as the service worker demands; each waits for the replica to be open.
 */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createDispatch, type Dispatch } from '../replica/dispatch.ts';
import { pageAnswers } from '../replica/pageAnswers.ts';
import { panelAnswers } from '../replica/panelAnswers.ts';
import { openReplica, type Replica } from '../replica/replica.ts';
import { senderOf } from '../replica/senders.ts';
import { openSites } from '../replica/sites.ts';
import { wake } from '../replica/wake.ts';

const ALARM = 'sync';
/** The shortest a browser allows: a visible page is at the head within 60 s with no poke (SYN5). */
const ALARM_MINUTES = 0.5;

interface Open {
  readonly replica: Replica;
  readonly dispatch: Dispatch;
}

export default defineBackground(() => {
  const base = browser.runtime.getURL('/options.html').replace(/options\.html$/, '');
  const own = { id: browser.runtime.id, base };
  const opened = open(base);

  browser.runtime.onMessage.addListener((message, from, reply) => {
    void opened
      .then(({ replica, dispatch }) => dispatch(message, senderOf(from, own, replica.sites.granted)))
      .then(reply, () => reply(undefined));
    // Keeps the channel open until the reply.
    return true;
  });

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void opened.then(({ replica }) => wake(replica, base));
  });
  void browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });

  const sitesChanged = () => void opened.then(({ replica }) => followSites(replica));
  browser.permissions.onAdded.addListener(sitesChanged);
  browser.permissions.onRemoved.addListener(sitesChanged);
  browser.tabs.onRemoved.addListener((tab) => void opened.then(({ replica }) => replica.tabs.forget(tab)));

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.runtime.openOptionsPage();
    // An update leaves open pages with a script nobody answers any more.
    void opened.then(({ replica }) => replica.sites.inject(replica.sites.patterns()));
  });
  // Only so that the browser starts us with it: opening already does the rest.
  browser.runtime.onStartup.addListener(() => {});
  globalThis.addEventListener('online', () => {
    void opened.then(({ replica }) => {
      replica.sync.hurry();
      return replica.sync.request();
    });
  });
});

async function open(base: string): Promise<Open> {
  const sites = await openSites();
  const replica = await openReplica(sites, new AbortController().signal);
  await sites.reconcile();
  void wake(replica, base);
  return { replica, dispatch: createDispatch({ ...pageAnswers(replica), ...panelAnswers(replica) }) };
}

/** The overlay comes to sites just given and leaves those taken back. */
async function followSites({ sites, tabs, broadcast }: Replica): Promise<void> {
  const { came, left } = await sites.reconcile();
  await sites.inject(came);
  if (left.length > 0)
    await broadcast.off('site_off', await tabs.seenAt((origin) => !sites.granted(`${origin}/`)));
}
