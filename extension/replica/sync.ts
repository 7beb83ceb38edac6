/**
 * One sync at a time: commands up, then rows down, again while somebody asked meanwhile; after a
 * failure later and later, with jitter. A poke or an alarm only ever asks for one (SYN5).
 */
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import type { Database, OutboxRow } from './database.ts';
import { renumber } from './numbering.ts';
import { KEEP_MS, prune } from './outbox.ts';
import { copyFor, pullAll, restart, type PageChanges } from './pull.ts';
import { pushAll } from './push.ts';
import type { ServerClock } from './serverClock.ts';
import { memberKey, type Session } from './session.ts';
import type { ApiFailure } from './workerApi.ts';

const FIRST_WAIT_MS = SECOND_MS;
const LONGEST_WAIT_MS = 5 * MINUTE_MS;
/** However much longer a worker, or somebody between, asks for. */
const LONGEST_ASKED_MS = HOUR_MS;

export type SyncFailure =
  | ApiFailure
  /** The disk is full, or the browser closed the copy under us. */
  | { readonly kind: 'storage' };

export interface SyncEvents {
  readonly onPage: (changes: PageChanges) => void;
  readonly onAnswered: (rows: readonly OutboxRow[]) => void;
  /** The worker no longer knows the token. */
  readonly onSignedOut: () => Promise<void>;
}

export interface Sync {
  /** Syncs now, or right after the one under way; while waiting after a failure, when the wait is over. */
  request(): Promise<void>;
  /** Why the last sync did not reach the head; null when it did. */
  failure(): SyncFailure | null;
  /** Device time of the last try, epoch ms; null before the first. */
  triedAt(): number | null;
  /** The network came back or the person asked: no reason to wait on. */
  hurry(): void;
  /** Stops the sync under way and waits until it writes nothing more. */
  quiet(): Promise<void>;
}

export interface SyncOptions extends SyncEvents {
  readonly database: Database;
  readonly clock: ServerClock;
  readonly session: () => Promise<Session | undefined>;
  /** Called when the head was reached. */
  readonly afterwards?: (session: Session, signal: AbortSignal) => Promise<void>;
  /** Another session of the same member to try when the worker does not know this one's token. */
  readonly earlier?: (session: Session) => Promise<Session | undefined>;
  readonly signal: AbortSignal;
}

export function createSync(options: SyncOptions): Sync {
  let running: Promise<void> | undefined;
  let again = false;
  let failure: SyncFailure | null = null;
  let failures = 0;
  /** How long to wait after a failure, and since when; 0 = not at all. */
  let waitMs = 0;
  let failedAt = 0;
  let triedAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopping = new AbortController();
  options.signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      stopping.abort();
    },
    { once: true },
  );

  async function loop(): Promise<void> {
    do {
      again = false;
      triedAt = Date.now();
      failure = await syncOnce(options, stopping.signal).catch(storageFailure);
    } while (again && failure === null && !stopping.signal.aborted);
    failures = failure === null ? 0 : failures + 1;
    waitMs = failure === null ? 0 : waitAfter(failure, failures);
    failedAt = Date.now();
  }

  function request(): Promise<void> {
    again = true;
    if (running) return running;
    if (options.signal.aborted) return Promise.resolve();
    clearTimeout(timer);
    const elapsed = Date.now() - failedAt;
    // A clock that was set back says nothing about how long it has been: waiting for it could take years.
    if (elapsed >= 0 && elapsed < waitMs) {
      timer = setTimeout(() => void request(), waitMs - elapsed);
      return Promise.resolve();
    }
    running = loop().finally(() => (running = undefined));
    // Afterwards, so that whoever empties the copy then need not wait for us to end.
    return running.then(() => (failure?.kind === 'signed_out' ? options.onSignedOut() : undefined));
  }

  return {
    request,
    failure: () => failure,
    triedAt: () => triedAt,
    hurry() {
      waitMs = 0;
      failures = 0;
    },
    async quiet() {
      clearTimeout(timer);
      stopping.abort();
      await running;
      stopping = new AbortController();
      failure = null;
      waitMs = 0;
    },
  };
}

/** Between half and the whole of a wait that doubles, so that a workspace's devices do not return together. */
function waitAfter(failure: SyncFailure, failures: number): number {
  const asked = failure.kind === 'busy' ? Math.min(failure.retryAfterMs ?? 0, LONGEST_ASKED_MS) : 0;
  const doubled = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20));
  return Math.max(asked, doubled * (0.5 + Math.random() / 2));
}

function storageFailure(error: unknown): SyncFailure {
  if (error instanceof DOMException) return { kind: 'storage' };
  throw error;
}

async function syncOnce(options: SyncOptions, signal: AbortSignal): Promise<ApiFailure | null> {
  const session = await options.session();
  if (!session) return null;
  const failure = await syncAs(options, session, signal);
  if (failure === null) await options.afterwards?.(session, signal);
  if (failure?.kind !== 'signed_out') return failure;
  const earlier = await options.earlier?.(session);
  return earlier ? syncAs(options, earlier, signal) : failure;
}

async function syncAs(
  options: SyncOptions,
  session: Session,
  signal: AbortSignal,
): Promise<ApiFailure | null> {
  const { database, clock, onPage, onAnswered } = options;
  const member = memberKey(session);
  // The epoch that a push must name comes with the first pull.
  const first = (await copyFor(database, member))
    ? null
    : await pullAll(database, session, clock, onPage, signal);
  if (first?.failure) return first.failure;
  const copy = await copyFor(database, member);
  if (!copy) return null;

  const pushed = await pushAll(database, session, copy.epoch, clock, signal);
  if (pushed.answered.length > 0) onAnswered(pushed.answered);
  if (pushed.restoredTo !== null) await restart(database, member, pushed.restoredTo);
  if (pushed.failure) return pushed.failure;

  const pulled = await pullAll(database, session, clock, onPage, signal);
  if (pulled.restoredTo !== null) {
    const { restoredTo } = pulled;
    const since = clock.now() - KEEP_MS;
    await renumber(database, member, { epoch: restoredTo, since, all: true, ended: copy.epoch });
    await restart(database, member, restoredTo);
    return syncAs(options, session, signal);
  }
  if (pulled.failure === null) await prune(database, member, Date.now());
  return pulled.failure;
}
