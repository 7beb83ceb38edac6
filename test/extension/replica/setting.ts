/** A replica on an empty device beside a fake worker, at a readable instant, one lead handed over. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Browser } from 'wxt/browser';
import type { AskOf, MessageType, ReplyOf } from '../../../extension/messages.ts';
import { createDispatch } from '../../../extension/replica/dispatch.ts';
import { pageAnswers } from '../../../extension/replica/pageAnswers.ts';
import { panelAnswers } from '../../../extension/replica/panelAnswers.ts';
import { openReplica, type Replica } from '../../../extension/replica/replica.ts';
import { senderOf } from '../../../extension/replica/senders.ts';
import { writeSession } from '../../../extension/replica/session.ts';
import type { Sites } from '../../../extension/replica/sites.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { at, captured, live, signal } from '../../shared/lead/agreement.ts';
import { SESSION, startFakeWorker, type FakeWorker } from './fakeWorker.ts';

/** Monday; the lead was handed over at 10:00 with four business hours to answer. */
export const NOW = at('2026-03-02', '11:00');
export const MAIL_SITE = 'https://mail.example.com';

export interface Setting {
  readonly worker: FakeWorker;
  replica: Replica;
  /** As the content script of a page of a granted site in a tab. */
  page<T extends MessageType>(type: T, ask: AskOf<T>, tab?: number): Promise<ReplyOf<T> | undefined>;
  /** As the popup. */
  panel<T extends MessageType>(type: T, ask: AskOf<T>): Promise<ReplyOf<T> | undefined>;
  /** As one card frame in a tab. */
  card<T extends MessageType>(
    type: T,
    ask: AskOf<T>,
    tab?: number,
    frame?: string,
  ): Promise<ReplyOf<T> | undefined>;
  /** As anybody. */
  send(message: unknown, from: Partial<Browser.runtime.MessageSender>): Promise<unknown>;
  /** The service worker is stopped and starts again: memory is gone, the disk is not. */
  restart(): Promise<void>;
  /** Ends what runs in the background of this test. */
  close(): Promise<void>;
}

/** The lead of the shared test agreement under an id and address of its own. */
export function handedOver(
  leadId = 'lead-1',
  email = 'ana@clinic.example',
  history?: readonly Version[],
): readonly Fact[] {
  const fields = { name: 'Ana', company: 'Clinic' };
  const facts = live(
    [
      captured(at('2026-03-02', '09:00'), { emails: [email], fields }),
      signal('demo', at('2026-03-02', '10:00')),
    ],
    at('2026-03-02', '10:00'),
    history ? { history } : {},
  );
  return facts.map((fact) => ({ ...fact, id: `${leadId}:${fact.id}`, leadId }));
}

const SITES: Sites = {
  granted: (url) => url.startsWith(`${MAIL_SITE}/`),
  patterns: () => [`${MAIL_SITE}/*`],
  list: () => [],
  reconcile: async () => ({ came: [], left: [] }),
  inject: async () => undefined,
};

/**
 * @param leads facts by lead in the workspace before the first pull.
 * @param history what was agreed; the shared test agreement when left out.
 */
export async function setUp(
  leads: ReadonlyMap<string, readonly Fact[]> = new Map([['lead-1', handedOver()]]),
  history?: readonly Version[],
): Promise<Setting> {
  fakeBrowser.reset();
  fakeBrowser.i18n.getUILanguage = () => 'en';
  fakeBrowser.tabs.sendMessage = (async () => undefined) as never;
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  // A line nobody answers: these tests pull when they mean to.
  vi.stubGlobal(
    'WebSocket',
    class extends EventTarget {
      static readonly OPEN = 1;
      readonly readyState = 0;
      close() {}
    },
  );
  const worker = startFakeWorker(history);
  for (const [leadId, facts] of leads) worker.put(leadId, facts);
  await writeSession(SESSION);

  let ending = new AbortController();
  const replica = await openReplica(SITES, ending.signal);
  const own = { id: fakeBrowser.runtime.id, base: 'chrome-extension://own/' };
  const send = (message: unknown, from: Partial<Browser.runtime.MessageSender>) => {
    const dispatch = createDispatch({ ...pageAnswers(setting.replica), ...panelAnswers(setting.replica) });
    return dispatch(message, senderOf({ id: own.id, ...from }, own, SITES.granted));
  };
  const tabOf = (id: number) => ({ id }) as Browser.tabs.Tab;
  const setting: Setting = {
    worker,
    replica,
    send,
    page: (type, ask, tab = 1) =>
      send({ type, ask }, { tab: tabOf(tab), frameId: 0, url: `${MAIL_SITE}/inbox` }) as Promise<never>,
    panel: (type, ask) => send({ type, ask }, { url: `${own.base}popup.html` }) as Promise<never>,
    card: (type, ask, tab = 1, frame = 'f1') =>
      send(
        { type, ask },
        { tab: tabOf(tab), frameId: 3, documentId: frame, url: `${own.base}card.html` },
      ) as Promise<never>,
    async restart() {
      ending.abort();
      await setting.replica.sync.request();
      ending = new AbortController();
      setting.replica = await openReplica(SITES, ending.signal);
    },
    async close() {
      ending.abort();
      await setting.replica.sync.request();
      vi.useRealTimers();
      vi.unstubAllGlobals();
    },
  };
  await replica.sync.request();
  return setting;
}

/** The card of the lead behind an address, opened the way a page does. */
export async function openCard(setting: Setting, email = 'ana@clinic.example', tab = 1, frame = 'f1') {
  const people = await setting.page('page.people', { people: [{ email }] }, tab);
  const key = people?.chips[0]?.key ?? 'none';
  const minted = await setting.page('page.card', { key }, tab);
  return setting.card('panel.hello', { nonce: minted?.nonce ?? 'none' }, tab, frame);
}
