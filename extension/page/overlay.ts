/**
 * Everything the overlay does on one page, wired together: people and their chips, the card, mails
 * being written and sent. Aborting the signal takes every node, listener and timer away (OVR4).
 */
import { MINUTE_MS } from '../../shared/time.ts';
import type { ask as askBackground } from '../messages.ts';
import type { Prepared } from '../sites/prepared.ts';
import type { PageAt } from '../sites/site.ts';
import { createCardHost } from './card.ts';
import { followChat } from './chat.ts';
import { followComposes } from './compose.ts';
import { followPeople } from './people.ts';
import { settleSends, watchSends } from './sends.ts';
import type { Changes } from './rows.ts';
import { startTicker } from './ticker.ts';
import { createToasts } from './toast.ts';
import { watchGround, watchPage } from './watch.ts';

export interface OverlayNeeds {
  readonly site: Prepared;
  readonly ask: typeof askBackground;
  /** Address of the card inside the extension. */
  readonly frameUrl: string;
  /** Called once a second; the entrypoint looks whether this copy of the extension still lives. */
  readonly beat: () => void;
}

export interface Overlay {
  /** What is shown may have changed: asks again. */
  refresh(): void;
}

export function startOverlay({ site, ask, frameUrl, beat }: OverlayNeeds, signal: AbortSignal): Overlay {
  const card = createCardHost({ ask, frameUrl }, signal);
  const { compose, chat } = site;
  const people = followPeople({ site, ask, open: (chip) => card.toggle(chip) }, signal);
  const toasts = createToasts(async (toast) => (await ask('page.undo', { toast }))?.done ?? false, signal);
  const report = once(() => void ask('page.health', { site: site.id, view: 'compose', fallback: true }));
  const composes = compose && followComposes({ compose, ask, report }, signal);
  const sends = compose && composes && watchSends({ compose, composes, ask, toast: toasts.show }, signal);
  const chats = chat && followChat({ chat, ask, toast: toasts.show }, signal);

  let page: PageAt = { document, url: new URL(location.href) };
  const look = (told: Changes) => {
    const moved = page.url.href !== location.href;
    if (moved) page = { document, url: new URL(location.href) };
    const changes = moved ? 'all' : told;
    people.look(page, changes);
    composes?.look(page, changes);
    sends?.changed();
    chats?.look(page);
  };
  watchPage(site.watched, look, () => sends?.changed(), signal);
  // After the first look: a page that shows the same mail again did not send it.
  if (compose && window === window.top) void settleSends({ ask, toast: toasts.show, composes }, signal);
  watchGround(() => {
    people.repaint();
    composes?.repaint();
    chats?.repaint();
  }, signal);
  let saidAt = Date.now();
  startTicker((now) => {
    beat();
    if (signal.aborted) return;
    people.tick(now);
    // A strip's sentence holds its minutes as words: it is asked for again.
    if (now - saidAt < MINUTE_MS) return;
    // What is due today is another question tomorrow (OVR1).
    if (new Date(now).getDate() !== new Date(saidAt).getDate()) people.refresh();
    saidAt = now;
    composes?.refresh();
    chats?.refresh();
  }, signal);
  return {
    refresh() {
      people.refresh();
      composes?.refresh();
      chats?.refresh();
    },
  };
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
