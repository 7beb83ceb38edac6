/**
 * The line over which the worker says "something changed" and nothing else (SYN5). It also keeps the
 * service worker awake while a page with chips is open; losing it costs promptness, never progress.
 */
import { isPoke, PING_MS, SILENCE_MS, waitAfter } from '../../shared/protocol/poke.ts';
import type { Session } from './session.ts';
import { socketTicket } from './workerApi.ts';

export interface Line {
  /** Opens it unless it is open or a failure is too fresh. */
  want(): void;
  /** Closes it: nobody is looking. */
  rest(): void;
}

export function createLine(options: {
  readonly session: () => Promise<Session | undefined>;
  readonly onPoke: () => void;
  readonly signal: AbortSignal;
}): Line {
  let open: AbortController | undefined;
  let failures = 0;
  let notBefore = 0;

  async function connect(closing: AbortController): Promise<void> {
    const session = await options.session();
    const answer = session && (await socketTicket(session));
    if (closing.signal.aborted) return;
    if (!session || !answer?.ok) return lost(closing);
    const address = `${session.origin.replace(/^http/, 'ws')}/v1/sync/socket?ticket=${encodeURIComponent(answer.value.ticket)}`;
    const socket = new WebSocket(address);
    let heardAt = Date.now();
    const ping = setInterval(() => {
      if (Date.now() - heardAt > SILENCE_MS) closing.abort();
      else if (socket.readyState === WebSocket.OPEN) socket.send('ping');
    }, PING_MS);
    closing.signal.addEventListener('abort', () => {
      clearInterval(ping);
      socket.close();
    });
    socket.addEventListener('open', () => {
      failures = 0;
      // Whatever changed while there was no line.
      options.onPoke();
    });
    socket.addEventListener('message', ({ data }) => {
      heardAt = Date.now();
      if (isPoke(data)) options.onPoke();
    });
    socket.addEventListener('close', () => lost(closing));
  }

  function lost(closing: AbortController): void {
    if (open !== closing) return;
    open = undefined;
    closing.abort();
    failures += 1;
    notBefore = Date.now() + waitAfter(failures, Math.random());
  }

  function rest(): void {
    const closing = open;
    open = undefined;
    closing?.abort();
  }

  options.signal.addEventListener('abort', rest, { once: true });
  return {
    want() {
      if (open || options.signal.aborted || Date.now() < notBefore) return;
      open = new AbortController();
      void connect(open);
    },
    rest,
  };
}
