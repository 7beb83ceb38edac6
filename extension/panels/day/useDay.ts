/** Everything "my day" shows, read again at every push; a background that is only starting is asked until it answers. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Connection, ReplyOf } from '../../messages.ts';
import type { DayPort } from './dayPort.ts';

export interface Day {
  readonly connection: Connection;
  readonly day: ReplyOf<'panel.day'>;
  readonly unsettled: ReplyOf<'panel.unsettled'>;
  readonly unread: number;
}

const AGAIN_MS = 1_000;
const NOTHING: Omit<Day, 'connection' | 'day'> = { unsettled: { waiting: [], refused: [] }, unread: 0 };

export function useDay(port: DayPort): [Day | null, () => Promise<void>] {
  const [shown, setShown] = useState<Day | null>(null);
  const load = useCallback(async () => {
    const [connection, day] = await Promise.all([port.connection(), port.day()]);
    if (!connection || !day) return;
    // The list waits for nothing of these.
    setShown((before) => ({ ...NOTHING, ...before, connection, day }));
    if (connection.state === 'signed_out') return;
    const unsettled = await port.unsettled();
    if (unsettled) setShown((before) => before && { ...before, unsettled });
  }, [port]);
  useEffect(() => {
    const watching = new AbortController();
    void load();
    port.watch(() => void load(), watching.signal);
    return () => watching.abort();
  }, [port, load]);

  const starting = shown === null;
  useEffect(() => {
    if (!starting) return undefined;
    const timer = setInterval(() => void load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [starting, load]);

  const signedIn = shown?.connection.state === 'signed_in';
  useEffect(() => {
    if (!signedIn) return;
    void port.notices().then((read) => {
      if (read) setShown((before) => before && { ...before, unread: read.unread });
    });
  }, [port, signedIn]);
  return [shown, load];
}
