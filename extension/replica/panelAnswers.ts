/** What the card, the popup and the options page may ask. */
import { MINUTE_MS } from '../../shared/time.ts';
import type { Scalar } from '../../shared/lead/facts.ts';
import type { Field } from '../../shared/definitions/field.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { leadName } from '../../shared/ui/buildCard.ts';
import type { AskOf, Done, MessageType } from '../messages.ts';
import { act, colleaguesFor, take } from './acts.ts';
import { capture } from './capture.ts';
import { cardOf, choicesOf, historyOf, isMate } from './cards.ts';
import { foreignLead, logForeign } from './colleagues.ts';
import { connect, connectionOf } from './connection.ts';
import { dayOf, settleRefused, unsettled } from './day.ts';
import { pin, pinned, propose, queueOf, recordedOf, search } from './desk.ts';
import { diagnostics } from './diagnostics.ts';
import type { Answers } from './dispatch.ts';
import { gesture, once, refused } from './gesture.ts';
import { chipHere } from './here.ts';
import { noticesFor, readNotices } from './notices.ts';
import { leadNow, type Replica } from './replica.ts';
import { undo } from './sent.ts';
import { remind } from './told.ts';
import type { Sender } from './senders.ts';
import { wantedSites } from './siteRules.ts';
import { beginLesson, taughtHere } from './teaching.ts';

type PanelType = Extract<MessageType, `panel.${string}`>;

/** A stated time closer to now than this was simply logged as it happened. */
const JUST_NOW_MS = MINUTE_MS;

export function panelAnswers(replica: Replica): Answers<PanelType> {
  return {
    'panel.hello': (ask, sender) => hello(replica, ask, sender),
    'panel.history': ({ leadId, shown }, sender) =>
      about(replica, leadId, sender, () => historyOf(replica, leadId, shown)),
    'panel.log': (ask, sender) => recorded(replica, ask, sender, () => logAttempt(replica, ask)),
    'panel.answer': (ask, sender) => recorded(replica, ask, sender, () => answerHandoff(replica, ask)),
    'panel.set': (ask, sender) => recorded(replica, ask, sender, () => setField(replica, ask)),
    'panel.do': (ask, sender) =>
      recorded(replica, ask, sender, () => act(replica, ask.leadId, ask.act, ask.gesture)),
    'panel.capture': (ask) => capture(replica, ask),
    'panel.take': (ask, sender) =>
      recorded(replica, ask, sender, () => take(replica, ask.leadId, ask.gesture)),
    'panel.colleagues': ({ leadId }, sender) =>
      about(replica, leadId, sender, async () => ({ colleagues: await colleaguesFor(replica, leadId) })),
    'panel.propose': async (ask, sender) => {
      const named = [ask.leadId, ask.about.kind === 'lead' ? ask.about.id : undefined];
      const leads = named.flatMap((leadId) => leadId ?? []);
      const allowed = await Promise.all(leads.map((leadId) => mayShow(replica, leadId, sender)));
      return allowed.every(Boolean) ? propose(replica, ask) : undefined;
    },
    'panel.pin': async ({ leadId }, sender) => {
      // A card frame pins its own lead and learns of no other.
      if (typeof leadId !== 'string' && sender.kind === 'card') return undefined;
      if (typeof leadId === 'string' && !(await mayShow(replica, leadId, sender))) return undefined;
      if (leadId !== undefined) {
        await pin(leadId);
        replica.broadcast.pinned(leadId);
      }
      return { leadId: await pinned(), opened: false };
    },
    'panel.queue': () => queueOf(replica),
    'panel.search': async ({ text }) => ({ found: await search(replica, text) }),
    'panel.notices': (ask) => noticesFor(replica, ask),
    'panel.remind': async ({ ids }) => ({ at: await remind(replica.database, ids) }),
    'panel.readNotices': async (ask) => ({ done: await readNotices(replica, ask) }),
    'panel.recorded': (ask) => recordedOf(replica, ask),
    'panel.diagnostics': async () => ({ text: await diagnostics(replica) }),
    'panel.undo': async ({ toast }, sender) => {
      const row = await replica.database.get('sends', toast);
      const leads = row?.recorded.map(({ leadId }) => leadId) ?? [];
      const allowed = await Promise.all(leads.map((leadId) => mayShow(replica, leadId, sender)));
      return { done: leads.length > 0 && allowed.every(Boolean) && (await undo(replica, toast)) };
    },
    'panel.day': async () => {
      replica.watch();
      return dayOf(replica);
    },
    'panel.unsettled': () => unsettled(replica),
    'panel.readRefused': async ({ ids }) => ({ done: await settleRefused(replica, ids) }),
    'panel.here': async ({ tab }) => {
      const chip = chipHere(tab);
      const leads = chip === undefined ? undefined : await replica.tabs.leadsOf(tab, chip);
      return { leadId: leads?.length === 1 ? (leads[0] ?? null) : null };
    },
    'panel.connection': () => connectionOf(replica),
    'panel.connect': ({ origin }) => connect(replica, origin, null),
    'panel.pair': ({ origin, code }) => connect(replica, origin, code),
    'panel.disconnect': async () => {
      await replica.end('by_hand');
      return connectionOf(replica);
    },
    'panel.sites': async () => {
      const session = await replica.session();
      const local = session?.origin.startsWith('http:') ?? false;
      return { sites: replica.sites.list(replica.language, local, await wantedSites(replica)) };
    },
    'panel.sitesChanged': async () => null,
    'panel.teach': ({ origin }) => beginLesson(replica, origin),
    'panel.taught': ({ forget }) => taughtHere(replica, forget),
    'panel.settings': async ({ change }) => {
      if (!change) return replica.settings.now();
      const settings = await replica.settings.change(change);
      replica.broadcast.changed();
      return settings;
    },
  };
}

async function hello(replica: Replica, ask: AskOf<'panel.hello'>, sender: Sender) {
  if ('leadId' in ask) {
    const allowed = await mayShow(replica, ask.leadId, sender);
    return allowed ? ((await cardOf(replica, ask.leadId)) ?? nothing(replica, ask.leadId)) : undefined;
  }
  if (sender.kind !== 'card') return undefined;
  const leads = await replica.tabs.spend(sender.tab, sender.frame, ask.nonce);
  if (!leads) return nothing(replica);
  replica.watch();
  const [only] = leads;
  if (leads.length === 1 && only !== undefined)
    return (await (replica.firstCards.take(only) ?? cardOf(replica, only))) ?? nothing(replica, only);
  return { card: null, choices: await choicesOf(replica, leads) };
}

/** No card: the nonce is spent or the lead is gone, unless nobody is signed in any more. */
async function nothing(replica: Replica, leadId: string | null = null) {
  const foreign = leadId === null ? undefined : await foreignLead(replica, leadId);
  return { card: null, signedOut: (await replica.session()) === undefined, foreign };
}

/**
 * A card frame speaks only of what its nonce showed and of the others of its account; our own pages of
 * anything in the member's view.
 */
async function mayShow(replica: Replica, leadId: string, sender: Sender): Promise<boolean> {
  if (sender.kind === 'panel') return true;
  if (sender.kind !== 'card') return false;
  const shown = await replica.tabs.frameLeads(sender.tab, sender.frame);
  if (shown.includes(leadId)) return true;
  const mates = await Promise.all(shown.map((each) => isMate(replica, each, leadId)));
  return mates.includes(true);
}

async function about<T>(
  replica: Replica,
  leadId: string,
  sender: Sender,
  act: () => Promise<T>,
): Promise<T | undefined> {
  return (await mayShow(replica, leadId, sender)) ? act() : undefined;
}

/** A click that records something, once however often it is told. */
function recorded(
  replica: Replica,
  { leadId, gesture: id }: { readonly leadId: string; readonly gesture?: string | undefined },
  sender: Sender,
  act: () => Promise<Done>,
): Promise<Done | undefined> {
  return about(replica, leadId, sender, () => once(replica, id, act));
}

async function logAttempt(replica: Replica, ask: AskOf<'panel.log'>): Promise<Done> {
  const messages = messagesFor(replica.language);
  const shown = await leadNow(replica, ask.leadId);
  const stated = ask.at !== undefined && replica.clock.now() - replica.clock.at(ask.at) > JUST_NOW_MS;
  if (!shown) return logForeign(replica, ask, stated);
  const { lead, context } = shown;
  const { optedOut } = lead.state;
  // Only what happens after the opt-out is refused; a time stated before it is the worker's to judge (HOF6).
  if (!stated && (optedOut.includes('all') || optedOut.includes(ask.channel)))
    return refused(messages.rejections.opted_out);
  const { leadId, channel, outcome } = ask;
  const evidence = stated ? 'declared' : 'clicked';
  const at = stated && ask.at !== undefined ? replica.clock.at(ask.at) : context.now;
  const names = [leadName(lead.state, messages)];
  return gesture(
    replica,
    { kind: 'attempt.log', body: { leadId, channel, outcome, evidence }, at },
    { did: 'logged', channel, names },
    ask.gesture,
  );
}

async function answerHandoff(replica: Replica, ask: AskOf<'panel.answer'>): Promise<Done> {
  const { gesture: gestureId, ...body } = ask;
  const messages = messagesFor(replica.language);
  const shown = await leadNow(replica, ask.leadId);
  if (!shown) return refused(messages.rejections.not_found);
  const { lead, context } = shown;
  const name = leadName(lead.state, messages);
  return gesture(
    replica,
    { kind: 'handoff.answer', body, at: context.now, baseRevision: lead.revision },
    { did: 'answered', answer: body.answer, name },
    gestureId,
  );
}

async function setField(
  replica: Replica,
  { leadId, gesture: gestureId, field, value }: AskOf<'panel.set'>,
): Promise<Done> {
  const messages = messagesFor(replica.language);
  const shown = await leadNow(replica, leadId);
  if (!shown) return refused(messages.rejections.not_found);
  const { lead, agreement, context } = shown;
  const known = agreement.history.at(-1)?.definitions.fields.find(({ id }) => id === field);
  if (!known || (value !== null && !fits(known, value))) return refused(messages.errors.invalid);
  const name = leadName(lead.state, messages);
  return gesture(
    replica,
    { kind: 'lead.set', body: { leadId, field, value }, at: context.now, baseRevision: lead.revision },
    { did: 'set', field: known.label, name },
    gestureId,
  );
}

function fits({ type, choices }: Field, value: Scalar): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return choices === undefined || choices.some(({ id }) => id === value);
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    case 'text':
      return typeof value === 'string' && value.trim() !== '';
  }
}
