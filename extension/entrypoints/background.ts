/**
 * The only writer: opens the copy, answers pages and panels, keeps in step with the worker. Browser
 * events are wired at once, as the service worker demands; each waits for the replica to be open.
 */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { leftTab } from '../replica/here.ts';
import { createKeeper, unopenedAnswer } from '../replica/keeper.ts';
import { answerNotification, openNotified } from '../replica/answerNotification.ts';
import type { Replica } from '../replica/replica.ts';
import { senderOf } from '../replica/senders.ts';
import { openBeside } from '../replica/sidePanel.ts';
import { wake } from '../replica/wake.ts';

const ALARM = 'sync';
/** The shortest a browser allows: a visible page is at the head within 60 s with no poke (SYN5). */
const ALARM_MINUTES = 0.5;

export default defineBackground(() => {
  const base = browser.runtime.getURL('/options.html').replace(/options\.html$/, '');
  const own = { id: browser.runtime.id, base };
  const keeper = createKeeper(({ replica }) => void wake(replica, base));
  /** What cannot be done while the database cannot be opened is done at the next event that finds it open. */
  const withReplica = (act: (replica: Replica) => unknown) =>
    void keeper.ready().then(
      ({ replica }) => act(replica),
      () => undefined,
    );
  withReplica(() => undefined);

  browser.runtime.onMessage.addListener((message, from, reply) => {
    // In the click's own turn, or the browser refuses it.
    openBeside(message, from, base);
    void keeper
      .ready()
      .then(({ replica, dispatch }) => dispatch(message, senderOf(from, own, replica.sites.granted)))
      .then(reply, () => reply(unopenedAnswer(message)));
    // Keeps the channel open until the reply.
    return true;
  });

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) withReplica((replica) => wake(replica, base));
  });
  void browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });

  const sitesChanged = () => withReplica(followSites);
  hearNotifications(withReplica);
  browser.permissions.onAdded.addListener(() => {
    hearNotifications(withReplica);
    sitesChanged();
  });
  browser.permissions.onRemoved.addListener(sitesChanged);
  browser.tabs.onRemoved.addListener((tab) => {
    leftTab(tab);
    withReplica(({ tabs }) => tabs.forget(tab));
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/onboarding.html') });
    // An update leaves open pages with a script nobody answers any more.
    withReplica(({ sites }) => sites.inject(sites.patterns()));
  });
  // Only so that the browser starts us with it: opening already does the rest.
  browser.runtime.onStartup.addListener(() => {});
  globalThis.addEventListener('online', () =>
    withReplica(({ sync }) => {
      sync.hurry();
      return sync.request();
    }),
  );
});

let hearing = false;

/** The API is there from the moment the permission is given, at the start or later. */
function hearNotifications(withReplica: (act: (replica: Replica) => unknown) => void): void {
  if (hearing || !('notifications' in browser)) return;
  hearing = true;
  const answer = (id: string, button?: number) =>
    withReplica(async (replica) => {
      const opens = await answerNotification(replica, id, button);
      if (opens) await openNotified(replica, opens);
    });
  browser.notifications.onClicked.addListener((id) => answer(id));
  // Firefox has no buttons.
  browser.notifications.onButtonClicked?.addListener(answer);
}

/** The overlay comes to sites just given and leaves those taken back. */
async function followSites({ sites, tabs, broadcast }: Replica): Promise<void> {
  const { came, left } = await sites.reconcile();
  await sites.inject(came);
  if (left.length > 0)
    await broadcast.off('site_off', await tabs.seenAt((origin) => !sites.granted(`${origin}/`)));
}
