/** What a page of a granted site may ask: chips for the people on it, and what its own mails did. */
import { buildStrip } from '../../shared/ui/buildStrip.ts';
import type { MessageType } from '../messages.ts';
import { chatWith, logChat, useMaterial } from './beside.ts';
import { cardOf } from './cards.ts';
import { chipsFor } from './chips.ts';
import type { Answers } from './dispatch.ts';
import { sawChips } from './here.ts';
import { noteHealth } from './health.ts';
import { readDraft } from './mail.ts';
import type { Replica } from './replica.ts';
import { logSent, undo, unsend } from './sent.ts';
import type { Sender } from './senders.ts';
import { readSettings } from './settings.ts';
import { sitesFor } from './siteRules.ts';
import { lesson, taught } from './teaching.ts';

type PageType = Extract<MessageType, `page.${string}`>;

export function pageAnswers(replica: Replica): Answers<PageType> {
  const { tabs } = replica;
  return {
    'page.site': (_, sender) =>
      fromPage(sender, async ({ url }) => ({ sites: await sitesFor(replica, url) })),
    'page.people': ({ people }, sender) =>
      fromPage(sender, async ({ tab, origin, url }) => {
        replica.watch();
        await tabs.see(tab, origin);
        const chips = await chipsFor(replica, tab, people);
        sawChips(tab, url, chips);
        return { chips };
      }),
    'page.card': ({ key }, sender) =>
      fromPage(sender, async ({ tab }) => {
        const leads = await tabs.leadsOf(tab, key);
        const [only] = leads ?? [];
        if (leads?.length === 1 && only !== undefined)
          replica.firstCards.prepare(only, () => cardOf(replica, only));
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
        await unsend(replica, tab, send);
        return null;
      }),
    'page.used': ({ key, material }, sender) =>
      fromPage(sender, async ({ tab }) => {
        await useMaterial(replica, tab, key, material);
        return null;
      }),
    'page.lesson': (_, sender) => fromPage(sender, (page) => lesson(replica, page)),
    'page.taught': (ask, sender) => fromPage(sender, (page) => taught(replica, page, ask)),
    'page.chat': ({ person }, sender) =>
      fromPage(sender, async ({ tab }) => ({ strip: await chatWith(replica, tab, person) })),
    'page.log': (ask, sender) =>
      fromPage(sender, async ({ tab }) => ({ toast: await logChat(replica, tab, ask) })),
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
