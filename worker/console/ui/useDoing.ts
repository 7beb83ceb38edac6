/**
 * One deed at a time with a way back. What can be taken back afterwards is done at once; what cannot
 * waits some seconds in which it can still be called off, and is done when somebody leaves meanwhile.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { SECOND_MS } from '../../../shared/time.ts';

export const HELD_MS = 8 * SECOND_MS;

export interface Said {
  readonly text: string;
  readonly tone: 'ok' | 'late' | 'rest';
  /** Calls off what waits, or takes back what was done. */
  readonly back: (() => void) | null;
  /** Of what takes long: how far it is, `of` null while nobody knows; and how the rest of it is called off. */
  readonly long?: {
    readonly done: number;
    readonly of: number | null;
    readonly stop: () => void;
  };
}

/** What a deed that takes long is given: it says how far it is, and stops when it is called off. */
export interface Run {
  readonly signal: AbortSignal;
  readonly progress: (done: number, of: number | null) => void;
}

export interface Doing {
  readonly said: Said | null;
  readonly busy: boolean;
  readonly say: (said: Said | null) => void;
  /** Does it now. */
  readonly now: (doing: string, act: (run: Run) => Promise<Said>) => Promise<void>;
  /** Does it when nobody called it off. */
  readonly soon: (
    waiting: (seconds: number) => string,
    calledOff: string,
    doing: string,
    act: (run: Run) => Promise<Said>,
  ) => void;
}

/** Nobody is there to be told. */
const ON_LEAVING: Run = { signal: new AbortController().signal, progress: () => undefined };

export function useDoing(): Doing {
  const [said, say] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const held = useRef<{ readonly act: () => void; readonly timer: ReturnType<typeof setInterval> } | null>(
    null,
  );

  const letGo = () => {
    const waiting = held.current;
    held.current = null;
    if (waiting) clearInterval(waiting.timer);
    return waiting;
  };
  useEffect(() => {
    const leave = () => letGo()?.act();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  const now: Doing['now'] = async (doing, act) => {
    letGo()?.act();
    setBusy(true);
    const told: Said = { text: doing, tone: 'rest', back: null };
    say(told);
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    const next = await act({
      signal: stopping.signal,
      progress: (done, of) => say({ ...told, long: { done, of, stop } }),
    });
    setBusy(false);
    say(next);
  };

  return {
    said,
    busy,
    say,
    now,
    soon(waiting, calledOff, doing, act) {
      letGo()?.act();
      const due = Date.now() + HELD_MS;
      const callOff = () => {
        letGo();
        say({ text: calledOff, tone: 'rest', back: null });
      };
      const tell = () => {
        const left = Math.ceil((due - Date.now()) / SECOND_MS);
        if (left > 0) return say({ text: waiting(left), tone: 'rest', back: callOff });
        letGo();
        return void now(doing, act);
      };
      held.current = { act: () => void act(ON_LEAVING), timer: setInterval(tell, SECOND_MS) };
      tell();
    },
  };
}
