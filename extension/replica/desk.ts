/** What popup, side panel and options ask beside cards: searching, the day's queue, one's own record. */
import { browser } from 'wxt/browser';
import { actWords } from '../../shared/messages/acts/index.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { leadName } from '../../shared/ui/buildCard.ts';
import { stillToast } from '../../shared/ui/buildToast.ts';
import { versionNumbered } from '../../shared/ui/viewContext.ts';
import type { AskOf, Done, Found, ReplyOf } from '../messages.ts';
import { failureWords } from './connection.ts';
import { refused } from './gesture.ts';
import { contextOf, leadNow, type Replica } from './replica.ts';
import { addProposal, recordedAbout, type ApiFailure } from './workerApi.ts';

const MOST_FOUND = 20;
/** More than anybody goes through one by one in a day; the day's list ends there, too. */
const MOST_QUEUED = 500;

export async function search(replica: Replica, text: string): Promise<readonly Found[]> {
  const ids = await replica.names.search(text, MOST_FOUND);
  const shown = await Promise.all(ids.map((leadId) => leadNow(replica, leadId)));
  const messages = messagesFor(replica.language);
  return shown.flatMap((each) => {
    if (!each) return [];
    const { state } = each.lead;
    const company = state.fields['company'];
    const stages = versionNumbered(each.agreement.history, state.version)?.definitions.stages;
    return {
      leadId: state.leadId,
      name: leadName(state, messages),
      company: typeof company === 'string' && company.trim() !== '' ? company : null,
      stage: stages?.find(({ id }) => id === state.stage.id)?.short ?? state.stage.id,
    };
  });
}

/** Whom the person goes through with the arrows beside the page. */
export async function queueOf(replica: Replica): Promise<ReplyOf<'panel.queue'>> {
  const agreement = await replica.states.agreement();
  if (!agreement) return { leads: [], today: 0 };
  const { leads, today } = await replica.dues.queue(
    contextOf(agreement, replica.clock.now(), replica.language),
  );
  return { leads: leads.slice(0, MOST_QUEUED), today: Math.min(today, MOST_QUEUED) };
}

const PINNED = 'pinned';

/** In session storage: the panel outlives a stopped service worker, not the browser. */
export async function pinned(): Promise<string | null> {
  const stored: unknown = (await browser.storage.session.get(PINNED))[PINNED];
  return typeof stored === 'string' ? stored : null;
}

export async function pin(leadId: string | null): Promise<void> {
  if (leadId === null) await browser.storage.session.remove(PINNED);
  else await browser.storage.session.set({ [PINNED]: leadId });
}

export async function recordedOf(
  replica: Replica,
  { whole }: AskOf<'panel.recorded'>,
): Promise<ReplyOf<'panel.recorded'>> {
  const session = await replica.session();
  const messages = messagesFor(replica.language);
  if (!session) return { recorded: null, problem: messages.popup.signedOut };
  const answer = await recordedAbout(session, replica.language, whole);
  if (answer.ok) return { recorded: answer.value, problem: null };
  return { recorded: null, problem: failureWords(answer.failure, replica.language) };
}

/** Not a command: what is asked of everybody is no work on a lead, and waits for no device. */
export async function propose(replica: Replica, ask: AskOf<'panel.propose'>): Promise<Done> {
  const session = await replica.session();
  const messages = messagesFor(replica.language);
  if (!session) return refused(messages.popup.signedOut);
  const { title, text, about, leadId } = ask;
  const answer = await addProposal(session, {
    title,
    about,
    ...(text === undefined ? {} : { text }),
    ...(leadId === undefined ? {} : { examples: [leadId] }),
  });
  const words = actWords(replica.language);
  if (answer.ok)
    return {
      done: true,
      toast: stillToast(
        answer.value.id,
        words.proposed.replace('{what}', () => title),
      ),
    };
  const waits: readonly ApiFailure['kind'][] = ['unreachable', 'busy'];
  return refused(
    waits.includes(answer.failure.kind)
      ? words.refused.needsWorkspace
      : failureWords(answer.failure, replica.language),
  );
}
