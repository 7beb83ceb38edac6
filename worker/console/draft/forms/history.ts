/** What can be taken back of a document: whole earlier states, which share what did not change. */

export interface History {
  readonly past: readonly unknown[];
  readonly now: unknown;
  readonly future: readonly unknown[];
  /** What the newest step changed: one who types on in one place makes one step. Null after going back. */
  readonly at: string | null;
  /** Whose text it is: another turn is somebody else's, and nothing of it is ours to take back. */
  readonly turn: number;
}

const MOST = 200;
/** As a place: written as text, not by a form. */
const TEXT = 'text';

export function begin(now: unknown, turn: number): History {
  return { past: [], now, future: [], at: null, turn };
}

/** @param at what was changed, by pointer */
export function step(history: History, next: unknown, at: string): History {
  const { past, now } = history;
  const isSame = history.at === at;
  return { ...history, past: isSame ? past : [...past, now].slice(-MOST), now: next, future: [], at };
}

/** The document as it stands, after whatever happened to it outside the forms. */
export function follow(history: History, now: unknown, turn: number): History {
  if (turn !== history.turn) return begin(now, turn);
  return now === history.now ? history : step(history, now, TEXT);
}

export function back(history: History): History {
  const { past, now, future } = history;
  if (past.length === 0) return history;
  return { ...history, past: past.slice(0, -1), now: past.at(-1), future: [now, ...future], at: null };
}

export function forth(history: History): History {
  const { past, now, future } = history;
  if (future.length === 0) return history;
  return { ...history, past: [...past, now], now: future[0], future: future.slice(1), at: null };
}
