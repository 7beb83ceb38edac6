/**
 * A lesson about a site (OVR5): begun by the person in a panel, for the one page they look at; what comes
 * back from it is kept on this device, and offered to everybody only when they say so: into the draft
 * for those who may write it, as a proposal for all others.
 */
import { browser } from 'wxt/browser';
import * as z from 'zod';
import { SiteRule, type SiteView } from '../../shared/definitions/site.ts';
import { versionAt } from '../../shared/lead/versionAt.ts';
import { teachWords } from '../../shared/messages/teach.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { LessonWords } from '../messages.ts';
import type { Replica } from './replica.ts';
import type { Sender } from './senders.ts';
import { forgetTaught, keepTaught, taughtSites } from './siteRules.ts';
import { addProposal, readDraft, saveDraft } from './workerApi.ts';

const FILE = '/teach.js';
const KEY = 'teaching';
const LESSON_MS = 15 * MINUTE_MS;
/** The draft may be saved by somebody else between our reading and our saving. */
const TRIES = 3;

/** Tab → the host its lesson is about. */
const Teaching = z.record(z.string(), z.object({ host: z.string(), at: z.number() }));

async function lessons(): Promise<z.infer<typeof Teaching>> {
  const stored = Teaching.safeParse((await browser.storage.session.get(KEY))[KEY]).data ?? {};
  return Object.fromEntries(Object.entries(stored).filter(([, { at }]) => Date.now() - at < LESSON_MS));
}

/** Only ever from a panel: a page cannot begin one. */
export async function beginLesson(replica: Replica, origin: string | undefined) {
  const words = teachWords(replica.language);
  const tabs = await browser.tabs
    .query(origin === undefined ? { active: true, lastFocusedWindow: true } : { url: origin })
    .catch(() => []);
  const [tab] = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (origin !== undefined && !tab) return { started: false, text: words.openFirst };
  // The address of a tab is known only where the person let us in.
  if (tab?.id === undefined || tab.url === undefined || !replica.sites.granted(tab.url))
    return { started: false, text: words.notHere };
  const { host } = new URL(tab.url);
  const held = { ...(await lessons()), [tab.id]: { host, at: Date.now() } };
  await browser.storage.session.set({ [KEY]: held });
  const began = await browser.scripting
    .executeScript({ target: { tabId: tab.id }, files: [FILE as never] })
    .then(() => true)
    .catch(() => false);
  if (!began) return { started: false, text: words.notHere };
  if (origin !== undefined) await browser.tabs.update(tab.id, { active: true }).catch(() => undefined);
  return { started: true, text: words.started };
}

type PageSender = Extract<Sender, { kind: 'page' }>;

export async function lesson(
  replica: Replica,
  page: PageSender,
): Promise<{ words: LessonWords; share: string | null } | null> {
  if (!(await isTaughtHere(page))) return null;
  const { name, click, content, nothing, finds, keep, again, leave, share } = teachWords(replica.language);
  const role = (await replica.states.agreement())?.me.role;
  const offer = role === undefined ? null : share[maySaveDraft(role) ? 'draft' : 'proposal'];
  return { words: { name, click, content, nothing, finds, keep, again, leave }, share: offer };
}

export async function taught(
  replica: Replica,
  page: PageSender,
  { view, share }: { readonly view: SiteView; readonly share: boolean },
): Promise<{ text: string } | undefined> {
  if (!(await isTaughtHere(page))) return undefined;
  const words = teachWords(replica.language);
  const { hostname } = new URL(page.url);
  const known = (await taughtSites()).find(({ id }) => id === hostname);
  // A list and a record of one site are two lessons; a second one about the same replaces it.
  const others = (known?.views ?? []).filter((each) => each.view !== view.view);
  const rule = SiteRule.parse({ id: hostname, hosts: [hostname], views: [view, ...others] });
  await keepTaught(rule);
  await endLesson(page.tab);
  replica.broadcast.changed(true);
  if (!share) return { text: words.kept };
  return { text: await offered(replica, rule) };
}

/** Sites taught on this device; `forget` is the id of one to forget first. */
export async function taughtHere(replica: Replica, forget: string | undefined) {
  if (forget !== undefined) {
    await forgetTaught(forget);
    replica.broadcast.changed(true);
  }
  return { sites: (await taughtSites()).map(({ id, label }) => ({ id, name: label ?? id })) };
}

/** The page must be the very one the person began on. */
async function isTaughtHere({ tab, url }: PageSender): Promise<boolean> {
  return (await lessons())[tab]?.host === new URL(url).host;
}

async function endLesson(tab: number): Promise<void> {
  const { [tab]: _, ...rest } = await lessons();
  await browser.storage.session.set({ [KEY]: rest });
}

function maySaveDraft(role: string): boolean {
  return role === 'admin' || role === 'manager' || role === 'marketer';
}

async function offered(replica: Replica, rule: SiteRule): Promise<string> {
  const words = teachWords(replica.language);
  const session = await replica.session();
  const agreement = await replica.states.agreement();
  if (!session || !agreement) return words.notShared;
  if (!maySaveDraft(agreement.me.role)) {
    const title = words.proposal(rule.id);
    const body = { title, text: JSON.stringify(rule), about: { kind: 'other' as const } };
    return (await addProposal(session, body)).ok ? words.proposed : words.notShared;
  }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const draft = await readDraft(session);
    const none = !draft.ok && draft.failure.kind === 'refused' && draft.failure.status === 404;
    if (!draft.ok && !none) return words.notShared;
    // Whatever else the draft says goes back as it came, also what this version of the extension does not know.
    const body: Record<string, unknown> = draft.ok
      ? draft.value.definitions
      : { ...versionAt(agreement.history, replica.clock.now()).definitions };
    const sites = Array.isArray(body['sites']) ? body['sites'] : [];
    const others = sites.filter((each: unknown) => SiteRule.safeParse(each).data?.id !== rule.id);
    const saved = await saveDraft(
      session,
      { ...body, sites: [...others, rule] },
      draft.ok ? draft.value.hash : undefined,
    );
    if (saved.ok) return words.drafted;
    if (saved.failure.kind !== 'refused' || saved.failure.status !== 412) break;
  }
  return words.notShared;
}
