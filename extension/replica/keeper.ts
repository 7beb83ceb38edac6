/**
 * Keeps one replica open: anew when its database is closed or deleted under it, and tried again when
 * it could not be opened. Meanwhile it says so, rather than nothing.
 */
import { languageOf, messagesFor } from '../../shared/messages/catalog.ts';
import type { Connection } from '../messages.ts';
import { attend } from './attention.ts';
import { parseMessage } from './border.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { pageAnswers } from './pageAnswers.ts';
import { panelAnswers } from './panelAnswers.ts';
import { openReplica, type Replica } from './replica.ts';
import { openSites } from './sites.ts';

export interface Open {
  readonly replica: Replica;
  readonly dispatch: Dispatch;
}

export interface Keeper {
  /** The replica of now; rejects while its database cannot be opened. */
  ready(): Promise<Open>;
}

/** @param onOpen called with every replica that opens. */
export function createKeeper(onOpen: (open: Open) => void): Keeper {
  let opened: Promise<Open> | undefined;

  async function open(life: AbortController): Promise<Open> {
    const sites = await openSites();
    const replica = await openReplica(sites, life.signal, () => {
      opened = undefined;
      life.abort();
      void ready().catch(() => undefined);
    });
    await sites.reconcile();
    const found = {
      replica,
      dispatch: createDispatch({ ...pageAnswers(replica), ...panelAnswers(replica) }),
    };
    replica.broadcast.listen(() => void attend(replica));
    onOpen(found);
    return found;
  }

  function ready(): Promise<Open> {
    if (opened) return opened;
    const life = new AbortController();
    const opening = open(life);
    opened = opening;
    opening.catch(() => {
      life.abort();
      if (opened === opening) opened = undefined;
    });
    return opening;
  }

  return { ready };
}

/** What can be said while nothing can be opened: nobody is told that they are signed out for good. */
export function unopenedAnswer(message: unknown): Connection | undefined {
  if (parseMessage(message)?.type !== 'panel.connection') return undefined;
  const { problems } = messagesFor(languageOf(navigator.language)).options;
  return { state: 'signed_out', message: problems.storage };
}
