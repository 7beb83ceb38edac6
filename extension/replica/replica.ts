/**
 * The background's own state in one place: the copy, the outbox, who is signed in, and what keeps
 * them in step with the worker. Everything that answers a message works on this.
 */
import { SECOND_MS } from '../../shared/time.ts';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { languageOf } from '../../shared/messages/catalog.ts';
import type { ViewContext } from '../../shared/ui/viewContext.ts';
import { createBroadcast, tabsAt, type Broadcast } from './broadcast.ts';
import { emptyCopy, openDatabase, type Database } from './database.ts';
import { createDues, type Dues } from './dues.ts';
import { createFirstCards, type FirstCards } from './firstCards.ts';
import { createNames, type Names } from './names.ts';
import { recoverQueued } from './journal.ts';
import { openPeople, type People } from './people.ts';
import { openServerClock, type ServerClock } from './serverClock.ts';
import { openSettings, type Settings } from './settings.ts';
import { keepSealKey, openSealed, sealOthers } from './sealedOutbox.ts';
import {
  dropSession,
  memberKey,
  readSession,
  writeSession,
  type Session,
  type SignedOutReason,
} from './session.ts';
import type { Sites } from './sites.ts';
import { createLine, type Line } from './socket.ts';
import { createStates, type Agreement, type LeadNow, type States } from './states.ts';
import { createStrangers, type Strangers } from './strangers.ts';
import { createSync, type Sync } from './sync.ts';
import { createTabs, type Tabs } from './tabs.ts';
import { changeTokenDaily, earlierSession } from './tokenChange.ts';
import { endSession } from './workerApi.ts';

/** A page that asks again gets a fresh pull unless the last one is younger than this. */
const FRESH_MS = 25 * SECOND_MS;

export interface Replica {
  readonly database: Database;
  readonly clock: ServerClock;
  readonly people: People;
  readonly states: States;
  readonly dues: Dues;
  readonly names: Names;
  readonly firstCards: FirstCards;
  readonly strangers: Strangers;
  readonly settings: Settings;
  readonly sync: Sync;
  readonly line: Line;
  readonly tabs: Tabs;
  readonly sites: Sites;
  readonly broadcast: Broadcast;
  readonly language: Language;
  session(): Promise<Session | undefined>;
  /** Somebody is looking: open the line, and pull if the last pull is old. */
  watch(): void;
  /** The person did something about these leads: show it, send it. */
  did(leadIds: readonly string[]): void;
  begin(session: Session): Promise<void>;
  end(reason: Exclude<SignedOutReason, 'never'>): Promise<void>;
}

/** @param lost the copy was closed or deleted under us: open another replica. */
export async function openReplica(
  sites: Sites,
  signal: AbortSignal,
  lost: () => void = () => {},
): Promise<Replica> {
  const database = await openDatabase('combinado', lost);
  signal.addEventListener('abort', () => database.close(), { once: true });
  await recoverQueued(database);
  const clock = await openServerClock();
  const people = await openPeople(database);
  const states = createStates(database);
  const dues = createDues(database, states);
  const names = createNames(database);
  const firstCards = createFirstCards();
  const settings = await openSettings();
  const forget = (leadIds: readonly string[]) => {
    states.forget(leadIds);
    dues.forget(leadIds);
    names.forget(leadIds);
    firstCards.forgetAll();
  };
  const forgetAll = () => {
    states.forgetAll();
    dues.forgetAll();
    names.forgetAll();
    firstCards.forgetAll();
  };
  const tabs = createTabs();
  const broadcast = createBroadcast(() => sites.patterns());
  const strangers = createStrangers({
    database,
    session: readSession,
    onFound: () => broadcast.changed(),
    signal,
  });

  const sync = createSync({
    database,
    clock,
    session: readSession,
    async afterwards(session, signal) {
      await changeTokenDaily(session, signal);
      await keepSealKey(database, session);
      // Whoever sees every lead has them all here.
      if ((await states.agreement())?.me.role === 'sdr') await strangers.refresh(session, signal);
      if (!(await openSealed(database, session))) return;
      forgetAll();
      broadcast.changed();
      void sync.request();
    },
    earlier: earlierSession,
    signal,
    onPage(changes) {
      if (changes.everything) forgetAll();
      else forget([...changes.leads.map(({ id }) => id), ...changes.settled]);
      if (changes.afresh) void people.reload();
      else people.apply(changes);
      if (!changes.everything && changes.leads.length === 0) return broadcast.listed();
      broadcast.changed(changes.everything);
      broadcast.cards(changes.leads.map(({ id }) => id));
    },
    onAnswered(rows) {
      const leadIds = [...new Set(rows.map(({ leadId }) => leadId))];
      forget(leadIds);
      broadcast.changed();
      broadcast.cards(leadIds);
    },
    onSignedOut: () => end('by_worker'),
  });
  const line = createLine({ session: readSession, onPoke: () => void sync.request(), signal });

  /** The copy goes, the outbox is sealed (ATT2, PRI3). */
  async function end(reason: Exclude<SignedOutReason, 'never'>): Promise<void> {
    const session = await readSession();
    await dropSession(reason);
    line.rest();
    await sync.quiet();
    if (session && reason === 'by_hand') void endSession(session);
    await emptyCopy(database);
    await sealOthers(database, undefined);
    await tabs.forgetAll();
    await strangers.forgetAll();
    forgetAll();
    await people.reload();
    await broadcast.off('signed_out', await tabsAt(sites.patterns()));
  }

  async function begin(session: Session): Promise<void> {
    const before = await readSession();
    await sync.quiet();
    if (before && memberKey(before) !== memberKey(session)) await emptyCopy(database);
    await sealOthers(database, memberKey(session));
    await strangers.forgetAll();
    await writeSession(session);
    await keepSealKey(database, session);
    await openSealed(database, session);
    forgetAll();
    await people.reload();
    sync.hurry();
    await sync.request();
    line.want();
    // Pages that were told to take everything off have no script listening any more.
    await sites.inject(sites.patterns());
    broadcast.changed();
  }

  // Whoever signed out while we were being stopped.
  const present = await readSession();
  await sealOthers(database, present && memberKey(present));

  return {
    database,
    clock,
    people,
    states,
    dues,
    names,
    firstCards,
    strangers,
    settings,
    sync,
    line,
    tabs,
    sites,
    broadcast,
    get language() {
      // What the person reads, not what the browser's menus are in: a system may carry no other menus.
      return settings.now().language ?? languageOf(navigator.language);
    },
    session: readSession,
    watch() {
      line.want();
      if (Date.now() - (sync.triedAt() ?? 0) > FRESH_MS) void sync.request();
    },
    did(leadIds) {
      forget(leadIds);
      broadcast.changed();
      broadcast.cards(leadIds);
      void sync.request();
    },
    begin,
    end,
  };
}

/** What the builders of chips, cards and strips need beside the lead. */
export function contextOf(agreement: Agreement, now: number, language: Language): ViewContext {
  const { history, room, me } = agreement;
  return { history, room, language, now, viewer: { memberId: me.memberId, role: me.role } };
}

/** A lead with the context it is shown in; undefined when it is not in the member's view. */
export async function leadNow(
  { states, clock, language }: Replica,
  leadId: string,
): Promise<
  { readonly lead: LeadNow; readonly agreement: Agreement; readonly context: ViewContext } | undefined
> {
  const now = clock.now();
  const [agreement, lead] = await Promise.all([states.agreement(), states.of(leadId, now)]);
  return agreement && lead && { lead, agreement, context: contextOf(agreement, now, language) };
}
