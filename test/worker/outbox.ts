/** A device as the worker sees it: an outbox with gapless numbers, a cursor, a token. */
import { v7 as uuidv7 } from 'uuid';
import type { CommandKind } from '../../shared/protocol/commands.ts';
import type { PullResponse, PushResponse } from '../../shared/protocol/sync.ts';
import { json, MONDAY } from './api.ts';

export interface Pending {
  readonly n: number;
  readonly id: string;
  readonly kind: string;
  readonly body: unknown;
  readonly at: number;
  readonly baseRevision?: number | undefined;
  readonly knownAt?: number | undefined;
  readonly ackedIn?: string | undefined;
}

export class Device {
  clientId = uuidv7();
  epoch = '';
  cursor: string | undefined;
  private n = 0;
  private readonly token: string;

  constructor(token: string) {
    this.token = token;
  }

  command(kind: CommandKind | (string & {}), body: unknown, more: Partial<Pending> = {}): Pending {
    this.n += 1;
    return { n: this.n, id: uuidv7(), kind, body, at: MONDAY, ...more };
  }

  async pull(now = MONDAY): Promise<PullResponse> {
    const query = new URLSearchParams({
      clientId: this.clientId,
      ...(this.cursor ? { cursor: this.cursor } : {}),
    });
    const page: PullResponse = await json('GET', `/v1/sync/pull?${query}`, { token: this.token, now });
    this.cursor = page.cursor;
    this.epoch = page.epoch;
    return page;
  }

  /** Pulls until nothing is left. */
  async pullAll(now = MONDAY): Promise<PullResponse[]> {
    const pages: PullResponse[] = [];
    do pages.push(await this.pull(now));
    while (pages.at(-1)?.more);
    return pages;
  }

  async push(commands: readonly Pending[], now = MONDAY): Promise<PushResponse> {
    if (this.epoch === '') await this.pull(now);
    const body = { epoch: this.epoch, clientId: this.clientId, commands };
    return json('POST', '/v1/sync/push', { token: this.token, body, now });
  }

  /** Pushes one command and answers its result. */
  async give(kind: CommandKind, body: unknown, more: Partial<Pending> = {}, now = MONDAY) {
    const pushed = await this.push([this.command(kind, body, { at: now, ...more })], now);
    if (pushed.outcome !== 'ok') throw new Error(`pushed in vain: ${pushed.outcome}`);
    return pushed.results[0];
  }
}
