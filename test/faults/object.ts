/**
 * The workspace's object as workerd runs it, in Node: woken for a request or an alarm, evicted between
 * any two, killed before any statement. Whoever dies in the middle answers nobody.
 */
import { PushRequest } from '../../shared/protocol/sync.ts';
import type { Outcome } from '../../worker/outcome.ts';
import type { Credential } from '../../worker/workspace/authenticate.ts';
import type { Route } from '../../worker/access.ts';
import { Workspace } from '../../worker/workspace/workspace.ts';
import { actAs, settled, type Actor } from './ambient.ts';
import { Storage } from './storage.ts';

export class ObjectHost {
  readonly storage = new Storage();
  /** The server's clock, epoch ms: the one true time of a history. */
  now: number;
  /** What it had to say that was no answer to anybody. */
  readonly complaints: string[] = [];
  private workspace: Workspace | undefined;
  /** What goes on after an answer was given. */
  private readonly waiting: Promise<unknown>[] = [];
  private readonly actor: Actor = {
    now: () => this.now,
    kept: new Map(),
    fetch: () => Promise.reject(new TypeError('the object fetches nothing')),
    between: () => this.storage.written(),
    // A dying process is heard by nobody.
    complain: (what) => this.storage.dead || this.complaints.push(what),
  };

  constructor(now: number) {
    this.now = now;
  }

  /** Undefined when the process died before it answered. */
  async call(
    route: Route,
    credential: Credential | null,
    input: unknown,
  ): Promise<Outcome<unknown> | undefined> {
    return this.event((workspace) =>
      workspace.call({ route, credential, input, now: null, repeat: null, counts: true }),
    );
  }

  /** As `POST /v1/sync/push` parses it. */
  push(credential: Credential, body: unknown): Promise<Outcome<unknown> | undefined> {
    return this.call('POST /v1/sync/push', credential, PushRequest.parse(body));
  }

  /** The alarm fires, whether or not it was its time. */
  async alarm(): Promise<void> {
    await this.event(async (workspace) => workspace.alarm());
  }

  /** Gone from memory; the next event starts it again from its disk. */
  evict(): void {
    this.workspace = undefined;
  }

  private async event<T>(part: (workspace: Workspace) => Promise<T>): Promise<T | undefined> {
    actAs(this.actor);
    try {
      return await this.storage.wholeOrNothing(async () => {
        const answer = await part(await this.start());
        while (this.waiting.length > 0) await this.waiting.shift();
        return answer;
      });
    } catch (error) {
      // Whatever the code made of it: a process that died says nothing.
      if (!this.storage.dead) throw error;
      return undefined;
    } finally {
      await settled();
      if (this.storage.dead) this.evict();
      this.storage.revive();
    }
  }

  private async start(): Promise<Workspace> {
    if (this.workspace) return this.workspace;
    let ready: Promise<unknown> = Promise.resolve();
    const state = {
      storage: this.storage,
      setWebSocketAutoResponse: () => undefined,
      getWebSockets: () => [],
      waitUntil: (work: Promise<unknown>) => this.waiting.push(work),
      blockConcurrencyWhile: (run: () => Promise<unknown>) => (ready = run()),
    };
    const registry = { noteDue: async () => undefined };
    const env = { REGISTRY: { getByName: () => registry } };
    const workspace = new Workspace(state as never, env as never);
    this.workspace = workspace;
    await ready;
    return workspace;
  }
}
