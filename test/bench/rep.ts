/**
 * One rep's device as the extension keeps it: numbered commands kept until they are answered, one sync at a
 * time and again if somebody asked meanwhile, a line that only says that there is more (SYN1, SYN4, SYN5). Some
 * answers are lost on the way, and what they answered is pushed again.
 */
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import { isPoke, PING_MS, waitAfter } from '../../shared/protocol/poke.ts';
import { type PullResponse, PushResponse, type PushRequest } from '../../shared/protocol/sync.ts';
import { SECOND_MS } from '../../shared/time.ts';
import { type Api, request } from '../support/api.ts';

/** As a watched page does when no poke comes. */
const WATCHED_MS = 25 * SECOND_MS;
/** Of so many answers one is lost. */
const LOST_OF = 50;
const Ticket = z.object({ ticket: z.string() });

export const KINDS = ['first pull', 'pull', 'push', 'ticket'] as const;
/** Told of every request: which, how long it took, ms, and what went wrong. */
export type Tell = (kind: (typeof KINDS)[number], ms: number, error?: unknown) => void;

type Command = PushRequest['commands'][number];

export class Rep {
  readonly clientId = uuidv7();
  /** Ids of commands the worker said it has. */
  readonly acknowledged = new Set<string>();
  /** How often each fact of somebody's hand came down. */
  readonly came = new Map<string, number>();
  /** Lines that were lost and opened again. */
  broken = 0;
  private readonly api: Api;
  private readonly tell: Tell;
  private readonly leads = new Set<string>();
  private readonly pending: Command[] = [];
  private n = 0;
  private epoch = '';
  private cursor = '';
  private running: Promise<void> | undefined;
  private again = false;
  private triedAt = 0;
  private readonly stopping = new AbortController();

  constructor(api: Api, tell: Tell) {
    this.api = api;
    this.tell = tell;
  }

  /** @param paceMs between two tries of this rep, on average */
  async begin(paceMs: number): Promise<void> {
    await this.sync();
    await this.connect();
    const polling = setInterval(() => {
      if (Date.now() - this.triedAt > WATCHED_MS) void this.sync();
    }, SECOND_MS);
    this.stopping.signal.addEventListener('abort', () => clearInterval(polling));
    this.think(paceMs);
  }

  /** Nothing is done any more; what is pending goes up and all there is comes down. */
  async end(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.sync();
  }

  private think(paceMs: number): void {
    const waiting = setTimeout(
      () => {
        this.tryOne();
        void this.sync();
        this.think(paceMs);
      },
      -Math.log(1 - Math.random()) * paceMs,
    );
    this.stopping.signal.addEventListener('abort', () => clearTimeout(waiting), { once: true });
  }

  private tryOne(): void {
    const all = [...this.leads];
    const leadId = all[Math.floor(Math.random() * all.length)];
    if (leadId === undefined) return;
    this.n += 1;
    const body = { leadId, channel: 'call', outcome: 'no_answer', evidence: 'clicked' };
    this.pending.push({ n: this.n, id: uuidv7(), kind: 'attempt.log', body, at: Date.now() });
  }

  private sync(): Promise<void> {
    this.again = true;
    return (this.running ??= this.loop().finally(() => (this.running = undefined)));
  }

  private async loop(): Promise<void> {
    while (this.again) {
      this.again = false;
      this.triedAt = Date.now();
      await this.pushAll();
      await this.pullAll();
    }
  }

  private async pushAll(): Promise<void> {
    const commands = [...this.pending];
    if (commands.length === 0) return;
    const body = { epoch: this.epoch, clientId: this.clientId, commands };
    const answer = await this.timed('push', async () => {
      return PushResponse.parse(await request(this.api, 'POST /v1/sync/push', { body }));
    });
    if (answer === undefined) return;
    if (Math.random() < 1 / LOST_OF) {
      // Nobody heard it: the next sync says the same again.
      this.again = true;
      return;
    }
    const refused =
      answer.outcome === 'ok' ? answer.results.find(({ result }) => result === 'rejected') : answer;
    if (refused !== undefined) this.tell('push', 0, new Error(JSON.stringify(refused)));
    if (answer.outcome !== 'ok') return;
    for (const { id } of answer.results) this.acknowledged.add(id);
    this.pending.splice(0, commands.length);
  }

  private async pullAll(): Promise<void> {
    for (let more = true; more;) {
      const query = new URLSearchParams({
        clientId: this.clientId,
        ...(this.cursor && { cursor: this.cursor }),
      });
      const kind = this.cursor === '' ? 'first pull' : 'pull';
      const page = await this.timed(kind, async () => {
        // Not parsed again: as many people have as many machines for it, and here there is one for all.
        return (await request(this.api, `GET /v1/sync/pull?${query}`)) as PullResponse;
      });
      if (page === undefined) return;
      ({ epoch: this.epoch, cursor: this.cursor, more } = page);
      for (const { id, facts } of page.leads) {
        this.leads.add(id);
        for (const fact of facts)
          if (fact.observer === 'hand' || fact.observer === 'page')
            this.came.set(fact.id, (this.came.get(fact.id) ?? 0) + 1);
      }
      for (const id of page.removed) this.leads.delete(id);
    }
  }

  /** As the extension does: again after a while, a longer one each time. */
  private async connect(failures = 0): Promise<void> {
    const { signal } = this.stopping;
    const again = (count: number) =>
      setTimeout(() => void (signal.aborted || this.connect(count)), waitAfter(count, Math.random()));
    const answer = await this.timed('ticket', async () => {
      return Ticket.parse(await request(this.api, 'POST /v1/sync/ticket', { body: {} }));
    });
    if (signal.aborted) return;
    if (answer === undefined) return void again(failures + 1);
    const address = this.api.origin.replace(/^http/, 'ws');
    const socket = new WebSocket(`${address}/v1/sync/socket?ticket=${encodeURIComponent(answer.ticket)}`);
    let isOpen = false;
    socket.addEventListener('open', () => {
      isOpen = true;
      // Whatever changed while there was no line.
      if (!signal.aborted) void this.sync();
    });
    const ping = setInterval(() => {
      if (socket.readyState === WebSocket.OPEN) socket.send('ping');
    }, PING_MS);
    const over = () => {
      clearInterval(ping);
      socket.close();
    };
    signal.addEventListener('abort', over, { once: true });
    socket.addEventListener('message', ({ data }) => {
      if (isPoke(data) && !signal.aborted) void this.sync();
    });
    socket.addEventListener('close', () => {
      clearInterval(ping);
      if (signal.aborted) return;
      this.broken += 1;
      again(isOpen ? 1 : failures + 1);
    });
  }

  private async timed<T>(kind: (typeof KINDS)[number], act: () => Promise<T>): Promise<T | undefined> {
    const begun = performance.now();
    try {
      const answer = await act();
      this.tell(kind, performance.now() - begun);
      return answer;
    } catch (error) {
      this.tell(kind, performance.now() - begun, error);
      return undefined;
    }
  }
}
