/**
 * What every connector has to hold, against a fake of its vendor: 5,000 people in, changes both ways, access
 * that runs out and is taken back, hints that are repeated, reordered and forged, and a vendor in trouble.
 * `Mirror` keeps what a workspace would: whatever was read, by record, and a cursor for each stream.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConnectionMapping } from '../../shared/protocol/connections.ts';
import type {
  Activity,
  Change,
  Connector,
  Deal,
  Delivery,
  Granted,
  Json,
  Person,
  Ref,
  Trouble as Refusal,
  Write,
} from '../../worker/connectors/connector.ts';
import { VendorLine } from '../../worker/connectors/line.ts';
import { Pace, type KeptPace } from '../../worker/connectors/pace.ts';
import { challengeOf } from '../support/challenge.ts';
import type { Troubles } from './trouble.ts';
import { Windows, type Documented } from './windows.ts';

/** A vendor with somebody in it who works there. */
export interface VendorWorld {
  readonly connector: Connector;
  readonly clock: { now: number };
  readonly app: { readonly clientId: string; readonly clientSecret: string };
  readonly settings: Readonly<Record<string, string>>;
  readonly mapping: ConnectionMapping;
  readonly troubles: Troubles;
  /** As their pages state it, for one account. */
  readonly documented: readonly Documented[];
  /** What it does not keep at all. */
  readonly lacks?: readonly ('activities' | 'deals')[];
  /** After so long everything that changed there can be read, ms; half an hour where left out. */
  readonly settlesMs?: number;
  /** The stream people come by that `addPerson` makes. */
  readonly peopleStream: string;
  fetch(request: Request): Promise<Response>;
  /** The admin says yes; the code they come back with. */
  consent(authorizeUrl: string | null): string;
  /** @returns id; e-mail `person<n>@example.test`, company `Company <n>` */
  addPerson(n: number, phone?: string): string;
  renamePerson(id: string, company: string): void;
  deletePerson(id: string): void;
  /** The company field as the mapping reads it. */
  readonly companyField: string;
  companyOf(id: string): string | null;
  addCall(person: string, at: number): string;
  /** Open; later won for as much. */
  addDeal(person: string, amount: number): string;
  winDeal(id: string): void;
  /** Says why, as far as it can. */
  loseDeal(id: string): void;
  expire(): void;
  revoke(): void;
  /**
   * As the vendor tells of a change.
   * @param secret this connection's own, or the app's where that signs
   * @param hookUrl as the admin was shown it; some address where left out
   */
  tell(person: string, secret: string, hookUrl?: string): Delivery;
  /** What its webhooks prove themselves by, once they were asked for or their address was shown. */
  secretOf(hookUrl: string): string;
  /** Lists do not tell what was deleted, only a webhook does. */
  readonly deletedByHint?: true;
  /** Our attempts as they stand there: ids of ours, once for each record. */
  written(): readonly string[];
  stageOf(person: string): string | null;
  /** Somebody who works there, and whose a person is; null where that is no person's. */
  readonly rep: string | null;
  ownerOf(person: string): string | null;
}

export const OWN_SECRET = '5f'.repeat(32);
const FIRST = 5_000;
const MOST_TRIES = 50;

const keyOf = ({ object, id }: Ref): string => `${object}/${id}`;

export class Mirror {
  readonly people = new Map<string, Person>();
  readonly activities = new Map<string, Activity>();
  readonly deals = new Map<string, Deal>();
  readonly gone = new Set<string>();
  readonly refusals: Refusal[] = [];
  private readonly cursors = new Map<string, Json>();
  private readonly world: VendorWorld;

  constructor(world: VendorWorld) {
    this.world = world;
  }

  take(changes: readonly Change[]): void {
    for (const change of changes) {
      const key = keyOf(change.ref);
      if (change.kind === 'person') this.people.set(key, change);
      else if (change.kind === 'activity') this.activities.set(key, change);
      else if (change.kind === 'deal') this.deals.set(key, change);
      else {
        this.people.delete(key);
        this.gone.add(key);
      }
    }
  }

  /** All streams to their end; what cannot be read now is asked for again, from where it was. */
  async sync(line: VendorLine): Promise<Refusal | undefined> {
    const { connector, mapping, clock } = this.world;
    for (const { id } of connector.streams) {
      for (let tries = 0; ;) {
        const page = await connector.read(line, id, this.cursors.get(id) ?? null, mapping);
        if (page.ok) {
          this.take(page.value.changes);
          // As it is kept: whatever is not plain JSON would be lost here.
          this.cursors.set(id, JSON.parse(JSON.stringify(page.value.cursor)) as Json);
          if (!page.value.more) break;
          continue;
        }
        this.refusals.push(page);
        tries += 1;
        if ((page.trouble !== 'limited' && page.trouble !== 'unavailable') || tries > MOST_TRIES) return page;
        clock.now += page.retryAfterMs ?? 1_000;
      }
    }
    return undefined;
  }
}

export function lineOf(world: VendorWorld, granted: Granted | null): VendorLine {
  const { connector, clock, app, settings } = world;
  const { account = null, tokens = null } = granted ?? {};
  const pace = paceOf(world);
  return new VendorLine({ connector, rule: {}, now: clock.now, app, account, settings, tokens, pace });
}

const windows = new WeakMap<VendorWorld['clock'], Windows>();
export function windowsOf({ clock, documented }: VendorWorld): Windows {
  const known = windows.get(clock) ?? new Windows(() => clock.now, documented);
  windows.set(clock, known);
  return known;
}

const paces = new WeakMap<VendorWorld['clock'], KeptPace>();

/** As it is kept between two pieces of work; whoever waits lets the vendor's time go by. */
function paceOf(world: VendorWorld): Pace {
  const { connector, clock } = world;
  return new Pace({
    limits: connector.limits,
    kept: paces.get(clock) ?? null,
    patienceMs: Infinity,
    keep: (kept) => paces.set(clock, kept),
    timer: {
      now: () => clock.now,
      wait: async (ms) => {
        clock.now += ms;
      },
    },
  });
}

export async function giveAccess(world: VendorWorld): Promise<Granted> {
  const { connector, app, settings } = world;
  const verifier = 'verifier-'.repeat(6);
  const challenge = await challengeOf(verifier);
  const redirectUri = 'https://combinado.example/v1/connections/callback';
  const url = connector.authorizeUrl({ app, redirectUri, state: 'state', challenge, settings });
  const granted = await connector.exchange(lineOf(world, null), {
    code: world.consent(url),
    redirectUri,
    verifier,
  });
  if (!granted.ok) throw new Error(`${granted.trouble}: ${granted.detail}`);
  return granted.value;
}

/** Requests go to the fake for as long as the tests of this file run. */
export function speakingTo(world: () => VendorWorld): void {
  beforeAll(() => {
    vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input instanceof URL ? input.href : input, init);
      return windowsOf(world()).through(request, () => world().fetch(request));
    });
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });
}

/** @param isWaited whether ten seconds without an answer are really waited; `vendorTroubles.test.ts` lets them go by */
export function roundTrip(make: () => VendorWorld, isWaited = false): void {
  let world = make();
  const { lacks = [], settlesMs = 30 * 60_000 } = world;
  const hasAttempts = !lacks.includes('activities');
  let granted: Granted;
  speakingTo(() => world);
  beforeEach(async () => {
    world = make();
    granted = await giveAccess(world);
  });
  const line = () => lineOf(world, granted);
  const seed = (count: number) => Array.from({ length: count }, (_, n) => world.addPerson(n));
  /** As a workspace does with a delivery that is good: reads again what it hints at. */
  const heed = async (mirror: Mirror, delivery: Delivery) => {
    for (const hint of world.connector.hints(delivery) ?? []) {
      const read = await world.connector.readThese(line(), hint.stream, [hint.id], world.mapping);
      if (read.ok) mirror.take(read.value);
    }
  };
  const mailsOf = (mirror: Mirror) =>
    Array.from(mirror.people.values(), ({ emails }) => emails[0]).toSorted();

  describe('in', () => {
    test(`${FIRST} people come in once each, whatever the vendor does meanwhile`, async () => {
      const ids = seed(FIRST);
      const calls = ids
        .slice(0, hasAttempts ? 300 : 0)
        .map((id, n) => world.addCall(id, world.clock.now - n * 60_000));
      world.clock.now += 60 * 60_000;
      const mirror = new Mirror(world);
      const { troubles } = world;
      troubles.plan('broken', 2);
      troubles.plan('half', 1);
      troubles.plan('busy', 1);
      troubles.plan('half', 2);
      troubles.plan('slow', isWaited ? 1 : 0);
      const first = line();
      const began = world.clock.now;
      expect(await mirror.sync(first)).toBeUndefined();
      const seconds = Math.round((world.clock.now - began) / 1_000);
      expect(mailsOf(mirror)).toEqual(ids.map((_, n) => `person${n}@example.test`).toSorted());
      expect(mirror.activities.size).toBe(calls.length);
      expect(troubles.made).toMatchObject({ broken: 2, half: 3, busy: 1, slow: isWaited ? 1 : 0 });
      expect(mirror.refusals.map(({ trouble }) => trouble)).toContain('limited');
      const again = line();
      expect(await mirror.sync(again)).toBeUndefined();
      expect([mirror.people.size, mirror.activities.size]).toEqual([FIRST, calls.length]);
      // No window of theirs was ever overfull, and what was told to wait waited.
      expect(windowsOf(world)).toMatchObject({ exceeded: 0, hurried: 0 });
      console.info(
        `${world.connector.vendor}: ${FIRST} people and ${calls.length} calls in ${first.requests} requests ` +
          `and ${seconds} s at its limits, then ${again.requests} requests`,
      );
    }, 60_000);

    test('what changes there while it is read is not lost', async () => {
      const ids = seed(2_500);
      const mirror = new Mirror(world);
      const fetch = world.fetch.bind(world);
      let requests = 0;
      // Somebody works on, between any two of our requests.
      world.fetch = (request) => {
        requests += 1;
        world.clock.now += 7_000;
        const id = ids[(requests * 37) % ids.length];
        if (id !== undefined && requests < 400) world.renamePerson(id, `Renamed ${requests}`);
        return fetch(request);
      };
      for (let round = 0; round < 3; round += 1) expect(await mirror.sync(line())).toBeUndefined();
      world.fetch = fetch;
      world.clock.now += settlesMs;
      expect(await mirror.sync(line())).toBeUndefined();
      expect(mirror.people.size).toBe(ids.length);
      for (const { ref, values } of mirror.people.values())
        expect(values[world.companyField]).toBe(world.companyOf(ref.id));
    });

    test('changes, many at one instant, and what is deleted', async () => {
      const ids = seed(1_200);
      const mirror = new Mirror(world);
      world.clock.now += settlesMs;
      await mirror.sync(line());
      for (const id of ids.slice(0, 700)) world.renamePerson(id, 'All at once');
      for (const id of ids.slice(1_190)) {
        world.deletePerson(id);
        if (world.deletedByHint) await heed(mirror, world.tell(id, OWN_SECRET));
      }
      world.clock.now += settlesMs;
      expect(await mirror.sync(line())).toBeUndefined();
      const companies = Array.from(mirror.people.values(), ({ values }) => values[world.companyField]);
      expect(companies.filter((name) => name === 'All at once')).toHaveLength(700);
      expect(mirror.people.size).toBe(1_190);
    });

    test('away for two months: read again, nothing lost', async () => {
      const ids = seed(50);
      const mirror = new Mirror(world);
      await mirror.sync(line());
      world.clock.now += 20 * 24 * 60 * 60_000;
      for (const id of ids.slice(0, 5)) world.renamePerson(id, 'Long ago');
      const late = world.addPerson(50);
      world.clock.now += 40 * 24 * 60 * 60_000;
      expect(await mirror.sync(line())).toBeUndefined();
      expect(mirror.people.size).toBe(51);
      expect(
        Array.from(mirror.people.values()).filter(({ values }) => values[world.companyField] === 'Long ago'),
      ).toHaveLength(5);
      expect(Array.from(mirror.people.values()).some(({ ref }) => ref.id === late)).toBe(true);
    });

    test.skipIf(lacks.includes('deals'))(
      'a deal, open, won, and lost after all, which says why',
      async () => {
        const [person = ''] = seed(1);
        const deal = world.addDeal(person, 12_000);
        const mirror = new Mirror(world);
        await mirror.sync(line());
        const dealOf = () => Array.from(mirror.deals.values()).find(({ ref }) => ref.id === deal);
        expect(dealOf()).toMatchObject({ outcome: 'open', amount: 12_000, closedAt: null });
        expect(dealOf()?.people.length).toBeGreaterThan(0);
        world.clock.now += 30 * 60_000;
        world.winDeal(deal);
        world.clock.now += 30 * 60_000;
        await mirror.sync(line());
        expect(dealOf()).toMatchObject({ outcome: 'won', amount: 12_000, reason: null });
        expect(dealOf()?.closedAt).not.toBeNull();
        world.loseDeal(deal);
        world.clock.now += 30 * 60_000;
        await mirror.sync(line());
        expect(dealOf()).toMatchObject({ outcome: 'lost', amount: 12_000 });
        expect(dealOf()?.reason).toBeTruthy();
      },
    );
  });

  describe('out', () => {
    const attemptFor = (kind: string, id: string, n: number): Write => ({
      kind: 'attempt',
      id: `attempt-${n}`,
      person: { object: kind, id },
      channel: n % 2 === 0 ? 'call' : 'email',
      outcome: n % 2 === 0 ? 'connected' : 'sent',
      at: world.clock.now - n * 60_000,
      by: null,
      title: 'Attempt',
    });
    const writesFor = (ids: readonly string[]): Write[] => {
      const { connector } = world;
      const object = objectOf();
      return ids.flatMap((id, n): Write[] => [
        {
          kind: 'values',
          person: { object, id },
          values: { [connector.writesTo.stage]: 'Qualified', [connector.writesTo.score]: 40 + (n % 50) },
        },
        ...(hasAttempts ? [attemptFor(object, id, n)] : []),
      ]);
    };
    let object = '';
    const objectOf = () => object;
    const writeAll = async (writes: readonly Write[]) => {
      const most = world.connector.mostWrites;
      const left: Write[] = [];
      for (let at = 0; at < writes.length; at += most) {
        const some = writes.slice(at, at + most);
        const answer = await world.connector.write(line(), some);
        if (!answer.ok) left.push(...some);
        else
          some.forEach((write, index) => (answer.value[index]?.ok === true ? undefined : left.push(write)));
      }
      return left;
    };
    beforeEach(async () => {
      const probe = world.addPerson(9_999);
      const found = await world.connector.readThese(line(), world.peopleStream, [probe], world.mapping);
      object = found.ok ? (found.value[0]?.ref.object ?? '') : '';
    });

    test('stage, score and attempts are there once, however often and however badly it goes', async () => {
      const ids = seed(120);
      const { troubles } = world;
      troubles.plan('half', 4);
      troubles.plan('broken', 3);
      troubles.plan('busy', 2);
      troubles.plan('half', 5);
      let left: readonly Write[] = writesFor(ids);
      for (let tries = 0; left.length > 0 && tries < MOST_TRIES; tries += 1) {
        world.clock.now += 60_000;
        left = await writeAll(left);
      }
      expect(left).toEqual([]);
      // A repeat of all of it, as after a crash.
      expect(await writeAll(writesFor(ids))).toEqual([]);
      expect(windowsOf(world)).toMatchObject({ exceeded: 0, hurried: 0 });
      const attempts = hasAttempts ? ids.map((_, n) => `attempt-${n}`) : [];
      expect(world.written().toSorted()).toEqual(attempts.toSorted());
      for (const id of ids) expect(world.stageOf(id)).toBe('Qualified');
    });

    test.skipIf(!hasAttempts)('what we wrote comes back as ours', async () => {
      const ids = seed(10);
      expect(await writeAll(writesFor(ids))).toEqual([]);
      world.addCall(ids[0] ?? '', world.clock.now);
      world.clock.now += 30 * 60_000;
      const mirror = new Mirror(world);
      await mirror.sync(line());
      const all = Array.from(mirror.activities.values());
      expect(all.flatMap(({ ours }) => ours ?? []).toSorted()).toEqual(
        ids.map((_, n) => `attempt-${n}`).toSorted(),
      );
      expect(all.filter(({ ours }) => ours === undefined)).toHaveLength(1);
    });

    test.skipIf(!hasAttempts)(
      'an attempt that is taken back goes there, too, and twice is as good as once',
      async () => {
        const [id = ''] = seed(1);
        const attempt = writesFor([id]).filter((write) => write.kind === 'attempt');
        const answer = await world.connector.write(line(), attempt);
        const ref = answer.ok && answer.value[0]?.ok === true ? answer.value[0].ref : undefined;
        if (!ref) throw new Error('it was not written');
        expect(await writeAll([{ kind: 'unlog', id: 'attempt-0', ref }])).toEqual([]);
        expect(await writeAll([{ kind: 'unlog', id: 'attempt-0', ref }])).toEqual([]);
        expect(world.written()).toEqual([]);
      },
    );

    test('a record that is gone says so and holds up no other', async () => {
      const ids = seed(3);
      world.deletePerson(ids[1] ?? '');
      const values = writesFor(ids).filter((write) => write.kind === 'values');
      const answer = await world.connector.write(line(), values);
      expect(answer.ok && answer.value.map((one) => (one.ok ? 'written' : one.trouble))).toEqual([
        'written',
        'missing',
        'written',
      ]);
    });
  });

  describe('access', () => {
    test('that has run out is asked for again by itself; that was taken back says so', async () => {
      seed(3);
      const mirror = new Mirror(world);
      world.expire();
      const open = line();
      expect(await mirror.sync(open)).toBeUndefined();
      expect(open.tokens).not.toEqual(granted.tokens);
      granted = { ...granted, tokens: open.tokens ?? granted.tokens };
      world.clock.now += 60 * 60_000;
      world.revoke();
      expect((await mirror.sync(line()))?.trouble).toBe('unauthorised');
      granted = await giveAccess(world);
      expect(await mirror.sync(line())).toBeUndefined();
      expect(mirror.people.size).toBe(3);
    });

    test('the wrong secret of the app gets nowhere', async () => {
      world = { ...make(), app: { clientId: world.app.clientId, clientSecret: 'wrong' } };
      await expect(giveAccess(world)).rejects.toThrow(/^(?:invalid|unauthorised|forbidden):/);
    });
  });

  describe('hints', () => {
    test('repeated, reordered and late, they only say what to read', async () => {
      const ids = seed(5);
      const { connector } = world;
      const deliveries = ids.map((id) => world.tell(id, OWN_SECRET));
      for (const id of ids) world.renamePerson(id, 'Newest');
      const mirror = new Mirror(world);
      for (const delivery of [...deliveries.toReversed(), ...deliveries]) {
        expect(
          await connector.verify(delivery, { app: world.app.clientSecret, own: OWN_SECRET }, world.clock.now),
        ).toBe(true);
        await heed(mirror, delivery);
      }
      expect(Array.from(mirror.people.values(), ({ values }) => values[world.companyField])).toEqual(
        ids.map(() => 'Newest'),
      );
      const keys = deliveries.map((one) => connector.hints(one)?.[0]?.key);
      expect(new Set(keys).size).toBe(5);
      expect(deliveries.map((one) => connector.hints(one)?.[0]?.key)).toEqual(keys);
    });

    test('of somebody deleted since', async () => {
      const [id = ''] = seed(1);
      const [hint] = world.connector.hints(world.tell(id, OWN_SECRET)) ?? [];
      world.deletePerson(id);
      const read = await world.connector.readThese(line(), hint?.stream ?? '', [id], world.mapping);
      expect(read).toMatchObject({ ok: true, value: [{ kind: 'gone', ref: { id } }] });
    });

    test('under another secret they are refused', async () => {
      const [id = ''] = seed(1);
      const secrets = { app: world.app.clientSecret, own: OWN_SECRET };
      for (const wrong of ['', 'f5'.repeat(32), OWN_SECRET.slice(1), `${OWN_SECRET}0`])
        expect(await world.connector.verify(world.tell(id, wrong), secrets, world.clock.now)).toBe(false);
      expect(await world.connector.verify(world.tell(id, ''), { app: '', own: '' }, world.clock.now)).toBe(
        false,
      );
    });

    test('what is none of their format is none of ours', () => {
      const [id = ''] = seed(1);
      const delivery = world.tell(id, OWN_SECRET);
      for (const body of ['', '{', '[]', '<a/>', 'null', '"x"'])
        expect(world.connector.hints({ ...delivery, body }) ?? []).toEqual([]);
    });
  });
}
