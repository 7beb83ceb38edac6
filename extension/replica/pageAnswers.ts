/** What a page of a granted site may ask: chips for the people on it, and what its own mails did. */
import { MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import { buildChip, buildSharedChip } from '../../shared/ui/buildChip.ts';
import { buildStrip } from '../../shared/ui/buildStrip.ts';
import { buildToast, UNDO_MS, type ToastView } from '../../shared/ui/buildToast.ts';
import type { ChipView } from '../../shared/ui/chipView.ts';
import type { MessageType, PersonKey, Sending } from '../messages.ts';
import { sitesAt } from '../sites/index.ts';
import type { SendRow } from './database.ts';
import { chipOnDevice } from './deviceTime.ts';
import type { Answers } from './dispatch.ts';
import { noteHealth } from './health.ts';
import { countedIn, readDraft } from './mail.ts';
import { recordSend, undoSend } from './outbox.ts';
import { contextOf, type Replica } from './replica.ts';
import type { Sender } from './senders.ts';
import { memberKey } from './session.ts';
import { readSettings } from './settings.ts';

type PageType = Extract<MessageType, `page.${string}`>;

/** A page tells of a send when it is sure, which may take a while; longer ago it is no longer believed. */
const SENT_LATEST_MS = 15 * MINUTE_MS;
/** A click on undo may still be on its way when its time is up. */
const UNDO_GRACE_MS = 2 * SECOND_MS;

export function pageAnswers(replica: Replica): Answers<PageType> {
  const { tabs } = replica;
  return {
    'page.site': (_, sender) => fromPage(sender, async ({ url }) => ({ sites: sitesAt(url) })),
    'page.people': ({ people }, sender) =>
      fromPage(sender, async ({ tab, origin }) => {
        replica.watch();
        await tabs.see(tab, origin);
        return { chips: await chipsFor(replica, tab, people) };
      }),
    'page.card': ({ key }, sender) =>
      fromPage(sender, async ({ tab }) => {
        const leads = await tabs.leadsOf(tab, key);
        return leads ? { nonce: await tabs.mint(tab, leads) } : null;
      }),
    'page.compose': ({ draft }, sender) =>
      fromPage(sender, async ({ tab }) => {
        const read = await readDraft(replica, tab, draft);
        const { logSent: counting } = await readSettings();
        return { strip: read ? buildStrip(read.recipients, read.context, counting) : null };
      }),
    'page.sending': (sending, sender) =>
      fromPage(sender, async ({ tab }) => {
        await tabs.remember(tab, sending);
        return null;
      }),
    'page.unsettled': (_, sender) =>
      fromPage(sender, async ({ tab }) => {
        const toast = await tabs.toast(tab);
        const stands = toast !== null && (toast.undoUntil ?? 0) > Date.now();
        return { sends: await tabs.sendings(tab), toast: stands ? toast : null };
      }),
    'page.unsent': ({ send }, sender) =>
      fromPage(sender, async ({ tab }) => {
        await tabs.take(tab, send);
        return null;
      }),
    'page.sent': (ask, sender) => fromPage(sender, ({ tab }) => logSent(replica, tab, ask)),
    'page.undo': ({ toast }, sender) =>
      fromPage(sender, async ({ tab }) => {
        if ((await tabs.toast(tab))?.id !== toast) return { done: false };
        await tabs.setToast(tab, null);
        return { done: await undo(replica, toast) };
      }),
    'page.health': (report, sender) =>
      fromPage(sender, async ({ tab }) => {
        await noteHealth(tab, report, replica.language);
        return null;
      }),
  };
}

type PageSender = Extract<Sender, { kind: 'page' }>;

async function fromPage<T>(sender: Sender, answer: (page: PageSender) => Promise<T>): Promise<T | undefined> {
  return sender.kind === 'page' ? answer(sender) : undefined;
}

async function chipsFor(
  { clock, language, people, states, tabs }: Replica,
  tab: number,
  asked: readonly PersonKey[],
): Promise<readonly (ChipView | null)[]> {
  const now = clock.now();
  const agreement = await states.agreement();
  if (!agreement) return asked.map(() => null);
  const context = contextOf(agreement, now, language);
  const sets = asked.map((person) => people.find(person));
  const shown = sets.filter((leads) => leads.length > 0);
  const keys = new Map((await tabs.keysOf(tab, shown)).map((key, index) => [shown[index]?.join('\n'), key]));
  return Promise.all(
    sets.map(async (leads) => {
      const [only] = leads;
      const key = keys.get(leads.join('\n'));
      if (only === undefined || key === undefined) return null;
      if (leads.length > 1) return buildSharedChip(key, leads.length, language);
      const lead = await states.of(only, now);
      return lead ? chipOnDevice(buildChip(key, lead.state, context), clock) : null;
    }),
  );
}

/** Once for each `send`, whatever dies in between: the gesture and its commands are one transaction (ATT2). */
async function logSent(
  replica: Replica,
  tab: number,
  { send, draft, at, chosen }: Sending,
): Promise<{ toast: ToastView | null }> {
  const session = await replica.session();
  const { logSent: switchedOn } = await readSettings();
  const settle = async (toast: ToastView | null) => {
    await replica.tabs.take(tab, send);
    return { toast };
  };
  if (!session || !(chosen || switchedOn)) return settle(null);
  const read = await readDraft(replica, tab, draft);
  const counted = read ? countedIn(read) : [];
  if (counted.length === 0) return settle(null);

  const { clock } = replica;
  const sentAt = Math.min(clock.now(), Math.max(clock.at(at), clock.now() - SENT_LATEST_MS));
  const { row, fresh } = await recordSend(
    replica.database,
    memberKey(session),
    send,
    counted.map(({ state }) => ({
      kind: 'attempt.log',
      body: { leadId: state.leadId, channel: 'email', outcome: 'sent', evidence: 'observed' },
      at: sentAt,
      knownAt: clock.known() ?? undefined,
    })),
    Date.now(),
  );
  if (fresh) replica.did(counted.map(({ state }) => state.leadId));
  const names = counted.map(({ state }) => String(state.fields['name']));
  const toast = buildToast(row.send, { did: 'logged', channel: 'email', names }, row.at, replica.language);
  const open = !row.undone && Date.now() < row.at + UNDO_MS;
  await replica.tabs.setToast(tab, open ? toast : null);
  return settle(open ? toast : null);
}

/** Takes back what a gesture logged, within its ten seconds (ATT1). */
export async function undo(replica: Replica, send: string): Promise<boolean> {
  const row: SendRow | undefined = await replica.database.get('sends', send);
  if (!row || Date.now() > row.at + UNDO_MS + UNDO_GRACE_MS) return false;
  const undone = await undoSend(replica.database, send, replica.clock.now());
  if (undone) replica.did(undone.recorded.map(({ leadId }) => leadId));
  return undone !== undefined;
}
