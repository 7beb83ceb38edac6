/**
 * One history from a seed: people act, devices sync, and at every step something may go wrong. Then
 * everything heals, and what must hold is looked at (`promises.ts`).
 */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { Chance } from '../golden/chance.ts';
import { endAmbient, startAmbient } from './ambient.ts';
import { doSomething } from './deeds.ts';
import { Device } from './device.ts';
import { Network } from './network.ts';
import { brokenPromises, type Judged } from './promises.ts';
import { BEGIN, EPOCH, credentialOf, type PersonId, World } from './world.ts';

const TEN_YEARS_MS = 3_652 * DAY_MS;
const MOST_DEVICES = 4;
/** Far more than it takes; one more is needed for each that changed something. */
const MOST_ROUNDS = 8;
const HANDLERS: readonly PersonId[] = ['bruno', 'camila', 'marcos'];

interface Beginning {
  readonly world: World;
  readonly alarm: number | null;
  /** One device each, with the copy of a first sync and no name of its own yet. */
  readonly synced: ReadonlyMap<PersonId, Device>;
}

let built: Beginning | undefined;

async function beginning(): Promise<World> {
  if (!built) {
    startAmbient(0);
    const world = new World();
    await world.build();
    const synced = new Map<PersonId, Device>();
    for (const person of HANDLERS) synced.set(person, await firstSync(world, person));
    built = { world, synced, ...world.host.storage.keep('beginning') };
  }
  const { world, alarm } = built;
  world.host.storage.back('beginning', { alarm });
  world.host.evict();
  world.host.now = BEGIN + HOUR_MS;
  return world;
}

async function firstSync(world: World, person: PersonId): Promise<Device> {
  const network = new Network(world.host);
  const device = new Device(person, network, world.host);
  await device.sync();
  while (network.requests.length > 0) {
    await network.deliver(0, false);
    await network.answer(0, false);
  }
  device.disk.forget('clients');
  return device;
}

/** @returns what did not hold; empty when all is well. */
export async function liveHistory(seed: number): Promise<readonly string[]> {
  const world = await beginning();
  startAmbient(seed);
  const history = new History(world, new Chance(seed));
  await history.live();
  await history.heal();
  const broken = await brokenPromises(history);
  endAmbient();
  return broken;
}

class History implements Judged {
  readonly world: World;
  readonly network: Network;
  readonly devices: Device[] = [];
  private readonly chance: Chance;
  private backup: { readonly alarm: number | null } | undefined;
  restores = 0;

  constructor(world: World, chance: Chance) {
    this.world = world;
    this.chance = chance;
    this.network = new Network(world.host);
  }

  async live(): Promise<void> {
    const { chance } = this;
    for (const person of HANDLERS.slice(chance.whole(0, 1), chance.whole(2, 3))) this.addDevice(person);
    if (chance.is(0.2)) this.addDevice(chance.of(HANDLERS));
    if (chance.is(0.2)) this.turnBack();
    for (const device of this.devices) if (chance.is(0.3)) this.setClock(device);
    for (let step = chance.whole(6, 30); step > 0; step -= 1) await this.step();
  }

  /** The network works and time passes: every device gets to the head. */
  async heal(): Promise<void> {
    this.world.host.storage.crashAfter(Infinity);
    for (const { disk } of this.devices) disk.crashAfter(Infinity);
    await this.pump();
    let head: unknown = this.head();
    let before: unknown;
    for (let round = 0; round < MOST_ROUNDS && head !== before; round += 1) {
      this.world.host.now += 10 * MINUTE_MS;
      await this.world.host.alarm();
      for (const device of this.devices) await this.syncThrough(device);
      [head, before] = [this.head(), head];
    }
  }

  private head(): unknown {
    return this.world.host.storage.read('select head from workspace')[0]?.['head'];
  }

  private async step(): Promise<void> {
    const { chance, network, devices } = this;
    const { host } = this.world;
    const device = chance.of(devices);
    const roll = chance.whole(0, 99);
    if (roll < 24) return doSomething(device, chance);
    if (roll < 42) return device.sync();
    if (roll < 62) return this.deliver();
    if (roll < 77) return network.answer(this.any(network.answers), chance.is(0.15));
    if (roll < 81) return network.drop(this.any(network.requests));
    if (roll < 86) {
      host.now += chance.of([MINUTE_MS, HOUR_MS, HOUR_MS, DAY_MS]);
      return chance.is(0.6) ? this.alarms() : undefined;
    }
    if (roll < 88) return host.evict();
    if (roll < 91) return host.storage.crashAfter(chance.whole(0, 120));
    if (roll < 94)
      return chance.is(0.5) ? device.kill(chance.is(0.5)) : device.disk.crashAfter(chance.whole(0, 25));
    if (roll < 96) return this.setClock(device);
    if (roll < 97) return this.clone(device);
    if (roll < 98 || !this.backup) return this.outside();
    return this.turnBack();
  }

  /** Most have synced before the history begins; the rest were just installed. */
  private addDevice(person: PersonId): void {
    const synced = this.chance.is(0.9) ? built?.synced.get(person) : undefined;
    this.devices.push(new Device(person, this.network, this.world.host, synced));
  }

  private clone(device: Device): void {
    if (this.devices.length === MOST_DEVICES) return;
    const twin = new Device(device.person, this.network, this.world.host, device);
    twin.offset = device.offset;
    this.devices.push(twin);
  }

  private setClock(device: Device): void {
    const { chance } = this;
    device.offset = chance.of([0, 1, -1]) * chance.of([90_000, 3 * HOUR_MS, 40 * DAY_MS, TEN_YEARS_MS]);
  }

  private any(list: readonly unknown[]): number {
    return list.length === 0 ? 0 : this.chance.whole(0, list.length - 1);
  }

  private async deliver(): Promise<void> {
    await this.network.deliver(this.any(this.network.requests), this.chance.is(0.1));
  }

  /** The alarm comes late, twice, or when nobody asked for it. */
  private async alarms(): Promise<void> {
    const { host } = this.world;
    for (let times = this.chance.of([1, 1, 2, 7]); times > 0; times -= 1) await host.alarm();
  }

  /** Something other than a device changes a lead. */
  private async outside(): Promise<void> {
    const { chance, world } = this;
    const leadId = chance.of(world.leads);
    const signals = [{ leadId, signal: chance.of(['demo', 'pricing', 'careers']) }];
    const leads = [{ emails: [`lead${chance.whole(0, 5)}@clinic.example`], fields: { industry: 'health' } }];
    const credential = credentialOf('mia');
    if (chance.is(0.7)) await world.host.call('POST /v1/signals', credential, { signals });
    else await world.host.call('POST /v1/leads', credential, { leads });
  }

  /** A backup is taken, or the last one restored: the workspace is as it was then, under a new epoch (SYN6). */
  private turnBack(): void {
    const { storage, now } = this.world.host;
    if (!this.backup) {
      this.backup = storage.keep('backup');
      return;
    }
    // Epochs are in no backup: a workspace knows every one it has been in, and the one it goes back to.
    const epochs = () => storage.read('select epoch from epochs union select epoch from workspace');
    const ended = epochs();
    storage.back('backup', this.backup);
    this.restores += 1;
    for (const { epoch } of [...ended, ...epochs()])
      storage.write('insert or ignore into epochs (epoch, ended_at) values (?, ?)', String(epoch), now);
    storage.write('update workspace set epoch = ?', `${EPOCH}-restored-${this.restores}`);
    this.world.host.evict();
  }

  private async syncThrough(device: Device): Promise<void> {
    await device.sync();
    await this.pump();
  }

  private async pump(): Promise<void> {
    const { network } = this;
    while (network.requests.length + network.answers.length > 0) {
      if (network.requests.length > 0) await network.deliver(0, false);
      else await network.answer(0, false);
    }
  }
}
