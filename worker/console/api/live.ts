/**
 * The line over which the worker says that something changed (SYN5). A page nobody looks at has none;
 * losing it costs promptness only, since every return to the page reads again.
 */
import { SocketTicket } from '../../../shared/protocol/device.ts';
import { isPoke, PING_MS, SILENCE_MS, waitAfter } from '../../../shared/protocol/poke.ts';
import { request } from './request.ts';

/** Calls `moved` whenever the workspace may have changed, until `signal`. */
export function stayLive(moved: () => void, signal: AbortSignal): void {
  let line: AbortController | null = null;
  let failures = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  const wanted = () => document.visibilityState === 'visible' && navigator.onLine && !signal.aborted;

  function hold(): void {
    clearTimeout(again);
    if (!wanted()) return line?.abort();
    if (line) return;
    const closing = new AbortController();
    line = closing;
    closing.signal.addEventListener('abort', () => {
      if (line === closing) line = null;
    });
    void open(closing);
  }

  async function open(closing: AbortController): Promise<void> {
    const answer = await request(SocketTicket, 'POST /v1/sync/ticket', { signal: closing.signal }).catch(
      () => null,
    );
    if (closing.signal.aborted) return;
    if (!answer?.ok) return lost(closing);
    const address = new URL('/v1/sync/socket', location.origin.replace(/^http/, 'ws'));
    address.searchParams.set('ticket', answer.value.ticket);
    const socket = new WebSocket(address);
    let heardAt = Date.now();
    const ping = setInterval(() => {
      if (Date.now() - heardAt > SILENCE_MS) socket.close();
      else if (socket.readyState === WebSocket.OPEN) socket.send('ping');
    }, PING_MS);
    closing.signal.addEventListener('abort', () => {
      clearInterval(ping);
      socket.close();
    });
    socket.addEventListener('open', () => {
      failures = 0;
      // Whatever changed while there was no line.
      moved();
    });
    socket.addEventListener('message', ({ data }) => {
      heardAt = Date.now();
      if (isPoke(data)) moved();
    });
    socket.addEventListener('close', () => lost(closing));
  }

  function lost(closing: AbortController): void {
    if (closing.signal.aborted) return;
    closing.abort();
    failures += 1;
    again = setTimeout(hold, waitAfter(failures, Math.random()));
  }

  document.addEventListener('visibilitychange', hold, { signal });
  addEventListener('online', hold, { signal });
  addEventListener('offline', hold, { signal });
  signal.addEventListener('abort', hold);
  hold();
}
