/**
 * One browser with the extension's own outbox, push, pull and fold. Its service worker can be stopped
 * before any write, its power cut, its clock set wrong, its profile copied to another machine.
 */
import { type NewCommand, record } from '../../extension/replica/outbox.ts';
import { openServerClock, type ServerClock } from '../../extension/replica/serverClock.ts';
import { createStates, type States } from '../../extension/replica/states.ts';
import { createSync, type Sync } from '../../extension/replica/sync.ts';
import type { Database, OutboxRow } from '../../extension/replica/database.ts';
import { actAs, settled, type Actor } from './ambient.ts';
import { Disk } from './disk.ts';
import type { Network, Sender } from './network.ts';
import type { PersonId } from './world.ts';

/** From one start of the service worker to its end. */
interface Life {
  readonly database: Database;
  readonly clock: ServerClock;
  readonly states: States;
  readonly sync: Sync;
  readonly ending: AbortController;
}

export class Device implements Actor {
  readonly person: PersonId;
  readonly disk: Disk;
  readonly kept: Map<string, unknown>;
  /** What the person was told is saved. */
  readonly recorded: string[] = [];
  /** What the device was told is applied or was already. */
  readonly acknowledged = new Set<string>();
  /** By how much its clock is wrong, ms. */
  offset = 0;
  private life: Life | undefined;
  private readonly network: Network;
  private readonly time: { readonly now: number };

  constructor(person: PersonId, network: Network, time: { readonly now: number }, from?: Device) {
    this.person = person;
    this.network = network;
    this.time = time;
    this.disk = from ? from.disk.copy() : new Disk();
    this.kept = new Map(from?.kept);
  }

  get member(): string {
    return `w1/${this.person}`;
  }

  now(): number {
    return Math.max(0, Math.round(this.time.now + this.offset));
  }

  fetch(input: string, init: RequestInit): Promise<Response> {
    const { life } = this;
    const sender: Sender = {
      person: this.person,
      alive: () => life !== undefined && this.life === life,
      resume: (tell) => this.run(tell),
    };
    return this.network.send(sender, input, init);
  }

  /** Asks for a sync and goes on until it waits for the network or is over. */
  async sync(): Promise<void> {
    const { sync } = await this.live();
    await this.run(() => void sync.request());
  }

  /** The person does something; what the device then knows of it is in `recorded`. */
  async do(
    commands: (life: Pick<Life, 'clock' | 'states'>) => Promise<readonly NewCommand[]>,
  ): Promise<void> {
    const life = await this.live();
    const did = async (): Promise<void> => {
      const rows = await record(life.database, this.member, await commands(life));
      this.recorded.push(...rows.map(({ id }) => id));
    };
    await this.run(() => void did());
  }

  /** Goes on until nothing here can by itself; a loss of power planned in between has happened then. */
  private async run(start: () => void): Promise<void> {
    actAs(this);
    start();
    await settled();
    if (this.disk.dead) this.kill(true);
  }

  /** The service worker is stopped; with the power, what was not strictly written is lost too. */
  kill(power: boolean): void {
    this.life?.ending.abort();
    this.life = undefined;
    this.disk.restart(power);
  }

  get outbox(): readonly OutboxRow[] {
    return this.disk.rows('outbox') as unknown as readonly OutboxRow[];
  }

  async live(): Promise<Life> {
    actAs(this);
    if (this.life) return this.life;
    const database = this.disk.open();
    const clock = await openServerClock();
    const states = createStates(database);
    const ending = new AbortController();
    const session = {
      origin: 'https://worker.test',
      token: this.person,
      workspaceId: 'w1',
      memberId: this.person,
    };
    const sync = createSync({
      database,
      clock,
      session: async () => session,
      signal: ending.signal,
      onPage: ({ everything, leads }) =>
        everything ? states.forgetAll() : states.forget(leads.map(({ id }) => id)),
      onAnswered: (rows) => {
        for (const { id, state } of rows) if (state === 'acknowledged') this.acknowledged.add(id);
        states.forget(rows.map(({ leadId }) => leadId));
      },
      onSignedOut: async () => {
        throw new Error('signed out');
      },
    });
    this.life = { database, clock, states, sync, ending };
    return this.life;
  }
}
