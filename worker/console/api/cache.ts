/**
 * What was read from the worker, by what was asked. Somebody looking at an entry keeps it alive and
 * fresh: it is read again when the workspace says that it moved, but never more often than it is worth.
 */
import { MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';
import { type Answer, type Failure, failureOf } from './failure.ts';

/** Something that can be read: the key is the whole question. */
export interface Resource<T> {
  readonly key: string;
  readonly load: (
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ) => Promise<Answer<T>>;
  /** It does not change by what happens in the workspace: read once. */
  readonly still?: boolean;
}

export interface Seen<T> {
  readonly value: T | undefined;
  readonly failure: Failure | null;
  readonly loading: boolean;
  /** Of a report over very many leads, 0–1; null when nobody says. */
  readonly progress: number | null;
}

interface Entry {
  seen: Seen<unknown>;
  readonly watchers: Set<() => void>;
  resource: Resource<unknown>;
  reading: AbortController | null;
  /** The workspace moved since it was read. */
  stale: boolean;
  readAt: number;
  /** How long the last reading took: what is dear is read less often. */
  tookMs: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const NOTHING: Seen<never> = { value: undefined, failure: null, loading: false, progress: null };
const SOONEST_MS = 2 * SECOND_MS;
/** A reading takes at most a sixth of the time. */
const REST = 5;
const KEPT_MS = 5 * MINUTE_MS;

export interface Cache {
  see<T>(resource: Resource<T>): Seen<T>;
  /** @returns how to stop. Reads it unless it is there and fresh. */
  watch<T>(resource: Resource<T>, changed: () => void): () => void;
  reload(key: string): void;
  /** Everything may have changed; whatever is looked at is read again, each when its time has come. */
  moved(): void;
}

/** @param lost called when the worker no longer knows who is signed in */
export function createCache(lost: () => void): Cache {
  const entries = new Map<string, Entry>();

  function entryOf<T>(resource: Resource<T>): Entry {
    const known = entries.get(resource.key);
    if (known) return known;
    const entry: Entry = {
      seen: NOTHING,
      watchers: new Set(),
      resource,
      reading: null,
      stale: true,
      readAt: 0,
      tookMs: 0,
      timer: undefined,
    };
    entries.set(resource.key, entry);
    return entry;
  }

  function tell(entry: Entry, seen: Partial<Seen<unknown>>): void {
    entry.seen = { ...entry.seen, ...seen };
    for (const changed of entry.watchers) changed();
  }

  async function read(entry: Entry): Promise<void> {
    clearTimeout(entry.timer);
    entry.reading?.abort();
    const reading = new AbortController();
    entry.reading = reading;
    entry.stale = false;
    const begun = Date.now();
    tell(entry, { loading: true });
    const onProgress = (done: number, total: number) =>
      tell(entry, { progress: total === 0 ? null : done / total });
    const answer = await entry.resource
      .load(reading.signal, onProgress)
      .catch(() => ({ ok: false, failure: failureOf('broken') }) as const);
    if (entry.reading !== reading) return;
    entry.reading = null;
    entry.readAt = Date.now();
    entry.tookMs = entry.readAt - begun;
    if (answer.ok) tell(entry, { value: answer.value, failure: null, loading: false, progress: null });
    else tell(entry, { failure: answer.failure, loading: false, progress: null });
    if (!answer.ok && answer.failure.kind === 'signed-out') lost();
    if (entry.stale) later(entry);
  }

  function later(entry: Entry): void {
    // Its timer is then the one by which it is forgotten.
    if (entry.watchers.size === 0 || entry.reading) return;
    clearTimeout(entry.timer);
    const due = entry.readAt + Math.max(SOONEST_MS, entry.tookMs * REST);
    entry.timer = setTimeout(() => void read(entry), Math.max(0, due - Date.now()));
  }

  /** Nobody looks at it now; somebody may come back to it. */
  function leave(entry: Entry): void {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      entry.reading?.abort();
      entries.delete(entry.resource.key);
    }, KEPT_MS);
  }

  return {
    see: <T>(resource: Resource<T>) => (entries.get(resource.key)?.seen ?? NOTHING) as Seen<T>,
    watch(resource, changed) {
      const entry = entryOf(resource);
      entry.resource = resource;
      entry.watchers.add(changed);
      clearTimeout(entry.timer);
      if (entry.stale && !entry.reading) void read(entry);
      return () => {
        entry.watchers.delete(changed);
        if (entry.watchers.size === 0) leave(entry);
      };
    },
    reload(key) {
      const entry = entries.get(key);
      if (entry) void read(entry);
    },
    moved() {
      for (const entry of entries.values()) {
        if (entry.resource.still && entry.seen.failure === null) continue;
        entry.stale = true;
        later(entry);
      }
    },
  };
}
