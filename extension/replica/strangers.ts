/**
 * Colleagues' leads (ACC3) without telling anybody whom a page shows (PRI1): an address is hashed under
 * the workspace's key and held against the filter here; what does not pass is never asked about, and
 * what passes is asked by its hash, several at once, and remembered for a while.
 */
import { browser } from 'wxt/browser';
import * as z from 'zod';
import { hashedText, hashOf, passes } from '../../shared/protocol/addressFilter.ts';
import { normalizeEmail } from '../../shared/lead/identity.ts';
import { LookupChip } from '../../shared/protocol/lookup.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import type { PersonKey } from '../messages.ts';
import { fromBase64 } from './base64.ts';
import type { Database, StoredFilter } from './database.ts';
import type { Session } from './session.ts';
import { lookUp, readFilter } from './workerApi.ts';

export interface Strangers {
  /** What is known of these people so far; asks for the rest, and says so when it comes. */
  find(people: readonly PersonKey[]): Promise<ReadonlyMap<PersonKey, readonly LookupChip[]>>;
  /** What was told of this lead, while it still counts. */
  lead(leadId: string): Promise<LookupChip | undefined>;
  /** Fetches the filter where there is none, or a newer one now and then. */
  refresh(session: Session, signal: AbortSignal): Promise<void>;
  /** Somebody else signs in, or nobody. */
  forgetAll(): Promise<void>;
}

/** How long an answer counts: a colleague's stage may be that old on a chip. */
const KEPT_MS = 10 * MINUTE_MS;
const REFRESH_MS = 10 * MINUTE_MS;
/** The worker takes so many at once. */
const BATCH = 50;
/** A page shows its people over a moment: they are asked about together. */
const GATHER_MS = 150;
const LATER_MS = 30 * SECOND_MS;
const MOST_HASHES = 20_000;
const MOST_ANSWERS = 2_000;

const Answers = z.record(z.string(), z.object({ until: z.number(), chips: z.array(LookupChip) }));
type Answers = z.infer<typeof Answers>;
/** In session storage: a stopped service worker asks nothing twice, a closed browser forgets it. */
const KEY = 'strangers';

export function createStrangers(options: {
  readonly database: Database;
  readonly session: () => Promise<Session | undefined>;
  /** Somebody on a page turned out to be a colleague's lead. */
  readonly onFound: () => void;
  readonly signal: AbortSignal;
}): Strangers {
  const { database, session, onFound, signal } = options;
  const hashes = new Map<string, number>();
  const wanted = new Set<number>();
  let filter: Promise<StoredFilter | undefined> | undefined;
  let signing: Promise<CryptoKey> | undefined;
  let answers: Promise<Answers> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let notBefore = 0;

  const held = () => (filter ??= database.get('filter', 'filter'));
  const known = () => (answers ??= stored());
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  async function hashed({ key }: StoredFilter, email: string): Promise<number> {
    const before = hashes.get(email);
    if (before !== undefined) return before;
    const encoder = new TextEncoder();
    const hmac = { name: 'HMAC', hash: 'SHA-256' } as const;
    signing ??= crypto.subtle.importKey('raw', encoder.encode(key), hmac, false, ['sign']);
    const digest = await crypto.subtle.sign('HMAC', await signing, encoder.encode(hashedText(email)));
    const hash = hashOf(new Uint8Array(digest));
    if (hashes.size >= MOST_HASHES) hashes.clear();
    hashes.set(email, hash);
    return hash;
  }

  async function answerWanted(): Promise<void> {
    timer = undefined;
    const batch = [...wanted].slice(0, BATCH);
    const as = await session();
    if (batch.length === 0 || !as || signal.aborted) return;
    const answer = await lookUp(as, batch, signal);
    if (!answer.ok) {
      // Offline, or asked too often: a chip that comes later is no loss.
      notBefore = Date.now() + LATER_MS;
      wanted.clear();
      return;
    }
    for (const hash of batch) wanted.delete(hash);
    const { chips } = answer.value;
    const until = Date.now() + KEPT_MS;
    const now = await known();
    for (const hash of batch) now[hash] = { until, chips: chips.filter((chip) => chip.hash === hash) };
    await browser.storage.session.set({ [KEY]: trimmed(now) }).catch(() => undefined);
    if (chips.length > 0) onFound();
    if (wanted.size > 0) later(0);
  }

  function later(waitMs: number): void {
    timer ??= setTimeout(() => void answerWanted(), waitMs);
  }

  return {
    async find(people) {
      const found = new Map<PersonKey, readonly LookupChip[]>();
      const against = people.length > 0 ? await held() : undefined;
      if (!against) return found;
      const now = await known();
      for (const person of people) {
        const email = 'email' in person ? normalizeEmail(person.email) : null;
        if (email === null) continue;
        const hash = await hashed(against, email);
        if (!passes(against.bits, hash)) continue;
        const answer = now[hash];
        if (answer) found.set(person, answer.chips);
        // Old is better than nothing until the new one is here.
        if (!answer || answer.until < Date.now()) wanted.add(hash);
      }
      if (wanted.size > 0 && Date.now() >= notBefore) later(GATHER_MS);
      return found;
    },
    async lead(leadId) {
      const chips = Object.values(await known()).flatMap((answer) => answer.chips);
      return chips.find((chip) => chip.leadId === leadId);
    },
    async refresh(as, stopping) {
      const before = await held();
      // A clock set back has no interval to wait for.
      if (before && Math.abs(Date.now() - before.at) < REFRESH_MS) return;
      const answer = await readFilter(as, before?.tag ?? null, stopping);
      const next = filterOf(answer, before);
      if (!next) return;
      await database.put('filter', next, 'filter');
      filter = undefined;
      if (next.key === before?.key) return;
      signing = undefined;
      hashes.clear();
    },
    async forgetAll() {
      clearTimeout(timer);
      timer = undefined;
      wanted.clear();
      hashes.clear();
      filter = undefined;
      signing = undefined;
      answers = undefined;
      await browser.storage.session.remove(KEY);
    },
  };
}

/** Undefined when there is nothing new to keep. */
function filterOf(
  answer: Awaited<ReturnType<typeof readFilter>>,
  before: StoredFilter | undefined,
): StoredFilter | undefined {
  const at = Date.now();
  if (answer.ok) {
    const { key, filter } = answer.value;
    return { key, bits: fromBase64(filter), tag: answer.tag, at };
  }
  const { failure } = answer;
  const unchanged = failure.kind === 'refused' && failure.status === 304;
  return unchanged && before ? { ...before, at } : undefined;
}

async function stored(): Promise<Answers> {
  const held = await browser.storage.session.get(KEY);
  return Answers.safeParse(held[KEY]).data ?? {};
}

/** Without what counts no longer, and the oldest of too many. */
function trimmed(answers: Answers): Answers {
  const kept = Object.entries(answers)
    .filter(([, { until }]) => until + KEPT_MS > Date.now())
    .toSorted((a, b) => b[1].until - a[1].until)
    .slice(0, MOST_ANSWERS);
  return Object.fromEntries(kept);
}
