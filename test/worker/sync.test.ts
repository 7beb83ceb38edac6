import { describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Fact } from '../../shared/lead/facts.ts';
import { PULL_BYTES, PullResponse } from '../../shared/protocol/sync.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, openWorkspace, send, signIn } from './api.ts';
import { Device } from './outbox.ts';

const attempt = (leadId: string) => ({ leadId, channel: 'call', outcome: 'no_answer', evidence: 'clicked' });

async function factsOf(token: string, leadId: string): Promise<Fact[]> {
  return (await json('GET', `/v1/leads/${leadId}/facts`, { token, now: MONDAY + DAY_MS })).facts;
}
const attemptsOf = async (token: string, leadId: string) =>
  (await factsOf(token, leadId)).filter(({ kind }) => kind === 'attempt.made');

describe('[SYN1] pushing', () => {
  test('a replay gives the first result and does nothing', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const batch = [
      device.command('attempt.log', attempt(leadId)),
      device.command('attempt.log', attempt('unknown')),
      device.command('attempt.log', attempt(leadId)),
    ];
    const first = await device.push(batch);
    const again = await device.push(batch, MONDAY + HOUR_MS);
    expect(first).toMatchObject({
      outcome: 'ok',
      lastN: 3,
      results: [{ result: 'applied' }, { result: 'rejected', code: 'not_found' }, { result: 'applied' }],
    });
    expect(again).toEqual({ ...first, serverTime: MONDAY + HOUR_MS });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(2);
  });

  test('a batch that overlaps what is known goes on after it', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const [one, two, three] = [1, 2, 3].map(() => device.command('attempt.log', attempt(leadId)));
    if (!one || !two || !three) throw new Error('three were made');
    await device.push([one, two]);
    expect(await device.push([two, three])).toMatchObject({ outcome: 'ok', lastN: 3 });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(3);
  });

  test.each([
    ['ahead of the next number', [2]],
    ['inside the batch', [1, 3]],
    ['back inside the batch', [1, 1]],
  ])('a gap %s applies nothing', async (_, numbers) => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const batch = numbers.map((n) => ({ ...device.command('attempt.log', attempt(leadId)), n }));
    expect(await device.push(batch)).toMatchObject({ outcome: 'gap', lastN: 0 });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(0);
  });

  test('another body under a known number is a fork and applies nothing', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const first = device.command('attempt.log', attempt(leadId));
    await device.push([first]);
    const next = device.command('attempt.log', attempt(leadId));
    const forked = await device.push([
      { ...first, body: { ...attempt(leadId), outcome: 'connected' } },
      next,
    ]);
    expect(forked).toMatchObject({ outcome: 'forked', lastN: 1 });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(1);
  });

  test('another body under a known id is a fork, under the same body a duplicate', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const first = device.command('attempt.log', attempt(leadId));
    await device.push([first]);
    const cloned = new Device(team.sdr.token);
    const changed = { ...first, body: { ...attempt(leadId), outcome: 'connected' } };
    expect(await cloned.push([changed])).toMatchObject({ outcome: 'forked', lastN: 0 });
    expect(await cloned.push([first])).toMatchObject({ results: [{ result: 'duplicate' }], lastN: 1 });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(1);
  });

  test("somebody else's client is a fork", async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin);
    const sam = new Device(team.sdr.token);
    await sam.give('attempt.log', attempt(leadId));
    const bruno = new Device(team.colleague.token);
    bruno.clientId = sam.clientId;
    expect(await bruno.push([bruno.command('attempt.log', attempt(leadId))])).toMatchObject({
      outcome: 'forked',
    });
  });

  test('the order of keys in a body does not make it another', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const first = device.command('attempt.log', attempt(leadId));
    await device.push([first]);
    const body = Object.fromEntries(Object.entries(attempt(leadId)).toReversed());
    expect(await device.push([{ ...first, body }])).toMatchObject({ results: [{ result: 'applied' }] });
  });

  test('in another epoch nothing is applied and the epoch is said', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const { epoch } = await device.pull();
    device.epoch = 'before the restore';
    const pushed = await device.push([device.command('attempt.log', attempt(leadId))]);
    expect(pushed).toMatchObject({ outcome: 'epoch', epoch });
    expect(await attemptsOf(team.admin, leadId)).toHaveLength(0);
  });

  test('a state change made on a stale revision is a conflict that shows both values', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const seen = (await new Device(team.sdr.token).pullAll()).flatMap(({ leads }) => leads);
    const baseRevision = seen.find(({ id }) => id === leadId)?.revision ?? 0;
    const sam = new Device(team.sdr.token);
    const max = new Device(team.manager.token);
    const budget = (value: number) => ({ leadId, field: 'budget', value });
    expect(await max.give('lead.set', budget(10), { baseRevision })).toMatchObject({ result: 'applied' });
    expect(await sam.give('lead.set', budget(20), { baseRevision })).toMatchObject({
      result: 'rejected',
      code: 'conflict',
      theirs: 10,
    });
    // Another field of the same lead is another thing.
    const need = { leadId, field: 'need', value: 'faster replies' };
    expect(await sam.give('lead.set', need, { baseRevision })).toMatchObject({ result: 'applied' });
  });

  test('signals and attempts never make a state change stale', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const seen = (await device.pullAll()).flatMap(({ leads }) => leads);
    const baseRevision = seen.find(({ id }) => id === leadId)?.revision ?? 0;
    const careers = { signals: [{ leadId, signal: 'careers_viewed' }] };
    await json('POST', '/v1/signals', { token: team.admin, body: careers });
    await device.give('attempt.log', attempt(leadId));
    const owner = { leadId, owner: team.colleague.id };
    expect(await new Device(team.manager.token).give('owner.assign', owner, { baseRevision })).toMatchObject({
      result: 'applied',
    });
  });

  test("two changes of one thing made offline by one device are no conflict, a colleague's in between is", async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const seen = (await device.pullAll()).flatMap(({ leads }) => leads);
    const baseRevision = seen.find(({ id }) => id === leadId)?.revision ?? 0;
    const budget = (value: number) =>
      device.command('lead.set', { leadId, field: 'budget', value }, { baseRevision });
    expect(await device.push([budget(10), budget(20)])).toMatchObject({
      results: [{ result: 'applied' }, { result: 'applied' }],
    });
    const theirs = { leadId, field: 'budget', value: 99 };
    await new Device(team.manager.token).give('lead.set', theirs, { baseRevision: 1_000_000 });
    expect(await device.push([budget(30)])).toMatchObject({ results: [{ code: 'conflict', theirs: 99 }] });
  });

  test('a state change without a revision is malformed', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const result = await new Device(team.sdr.token).give('stage.release', { leadId });
    expect(result).toMatchObject({ code: 'malformed', pointer: '/baseRevision' });
  });
});

test('[SYN2] a rejected command is kept and blocks nothing', async () => {
  const team = await openTeam();
  const leadId = await addLead(team.admin, { owner: team.sdr.id });
  const device = new Device(team.sdr.token);
  const batch = [
    device.command('attempt.log', { leadId, channel: 'pigeon' }),
    device.command('attempt.explode', { leadId }),
    device.command('attempt.log', 'not even an object'),
    device.command('attempt.log', attempt(leadId)),
  ];
  const pushed = await device.push(batch);
  expect(pushed).toMatchObject({
    results: [
      { code: 'malformed', pointer: '/body/channel' },
      { code: 'unknown_kind', pointer: '/kind' },
      { code: 'malformed' },
      { result: 'applied' },
    ],
    lastN: 4,
  });
  expect(await device.push(batch)).toEqual(pushed);
});

describe('[SYN4] pulling', () => {
  test('gives what folding needs, then only what changed', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const first = PullResponse.parse(await device.pull());
    expect(first.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(first.room?.members).toHaveLength(5);
    expect(first.me).toMatchObject({ memberId: team.sdr.id, role: 'sdr', workspaceId: team.workspaceId });
    expect(first.leads).toMatchObject([{ id: leadId, whole: true }]);
    expect(first.leads[0]?.facts).toEqual(await factsOf(team.admin, leadId));

    const nothing = await device.pull();
    expect(nothing).toMatchObject({ leads: [], removed: [], versions: [], more: false });
    expect(nothing.room).toBeUndefined();

    await askForDemo(team.marketer.token, leadId);
    const delta = await device.pull();
    expect(delta.leads).toMatchObject([{ id: leadId, whole: false }]);
    const kinds = delta.leads[0]?.facts.map(({ kind }) => kind) ?? [];
    expect(kinds).toContain('signal.seen');
    expect(kinds).toContain('handoff.opened');
    expect(kinds).not.toContain('lead.captured');
  });

  test('tells the last number of this client', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    expect((await device.pull()).lastN).toBe(0);
    await device.give('attempt.log', attempt(leadId));
    expect((await device.pull()).lastN).toBe(1);
  });

  test('pages hold 900 kB at most and together everything once', async () => {
    const team = await openTeam();
    const need = 'x'.repeat(2_000);
    const ids: string[] = [];
    for (let batch = 0; batch < 3; batch += 1) {
      const leads = Array.from({ length: 200 }, (_, index) => ({
        emails: [`page${batch}-${index}@example.org`],
        fields: { name: need, need, company: need },
      }));
      const { results } = await json('POST', '/v1/leads', { token: team.admin, body: { leads } });
      ids.push(...results.map(({ id }: { id: string }) => id));
    }
    const device = new Device(team.manager.token);
    const got: string[] = [];
    for (let more = true; more;) {
      const query = device.cursor ? `?cursor=${device.cursor}` : '';
      const response = await send('GET', `/v1/sync/pull${query}`, { token: team.manager.token });
      const text = await response.text();
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(PULL_BYTES);
      const page: PullResponse = JSON.parse(text);
      got.push(...page.leads.map(({ id }) => id));
      device.cursor = page.cursor;
      ({ more } = page);
    }
    expect(got.toSorted()).toEqual(ids.toSorted());
  });

  test('a fact that came while pages were being read is not skipped', async () => {
    const team = await openTeam();
    const need = 'x'.repeat(2_000);
    const leads = Array.from({ length: 300 }, (_, index) => ({
      emails: [`skip${index}@example.org`],
      fields: { name: need, need },
    }));
    const { results } = await json('POST', '/v1/leads', { token: team.admin, body: { leads } });
    const device = new Device(team.manager.token);
    await device.pullAll();
    // All of them change, then the last one again: its first change lies before the page it comes on.
    const last = results.at(-1).id;
    const again = leads.map((lead) => ({
      ...lead,
      fields: { company: `${need}y`.slice(1), name: 'n'.repeat(2_000) },
    }));
    await json('POST', '/v1/leads', { token: team.admin, body: { leads: again.toReversed() } });
    const page = await device.pull();
    expect(page.more).toBe(true);
    await askForDemo(team.admin, last);
    const rest = [page, ...(await device.pullAll())].flatMap((one) => one.leads);
    const kinds = rest.filter(({ id }) => id === last).flatMap(({ facts }) => facts.map(({ kind }) => kind));
    expect(kinds).toContain('lead.changed');
    expect(kinds).toContain('signal.seen');
  });

  test('a lead too long for a page comes in parts', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const note = 'n'.repeat(2_000);
    for (let batch = 0; batch < 2; batch += 1) {
      const attempts = Array.from({ length: 300 }, (_, index) => ({
        leadId,
        channel: 'other',
        outcome: 'no_answer',
        automatic: true,
        note,
        at: MONDAY - (batch * 300 + index) * MINUTE_MS,
      }));
      await json('POST', '/v1/attempts', { token: team.admin, body: { attempts } });
    }
    const device = new Device(team.sdr.token);
    const parts = (await device.pullAll()).flatMap(({ leads }) => leads);
    expect(parts.map(({ whole }) => whole)).toEqual([true, ...parts.slice(1).map(() => false)]);
    expect(parts.length).toBeGreaterThan(1);
    const facts = parts.flatMap((part) => part.facts);
    expect(facts).toEqual(await factsOf(team.admin, leadId));
  });

  test('an sdr gets own and unassigned leads; the others get all', async () => {
    const team = await openTeam();
    const mine = await addLead(team.admin, { owner: team.sdr.id });
    const theirs = await addLead(team.admin, { owner: team.colleague.id });
    const nobodys = await addLead(team.admin);
    const seenBy = async (token: string) =>
      (await new Device(token).pullAll()).flatMap(({ leads }) => leads.map(({ id }) => id)).toSorted();
    expect(await seenBy(team.sdr.token)).toEqual([mine, nobodys].toSorted());
    expect(await seenBy(team.marketer.token)).toEqual([mine, theirs, nobodys].toSorted());
  });

  test('a lead that leaves the view is removed, and comes back whole', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const other = await addLead(team.admin, { owner: team.colleague.id });
    const device = new Device(team.sdr.token);
    await device.pullAll();
    const boss = new Device(team.manager.token);
    const assign = (owner: string | null) =>
      boss.give('owner.assign', { leadId, owner }, { baseRevision: 1_000_000 });
    await assign(team.colleague.id);
    const gone = await device.pull();
    expect(gone.removed).toEqual([leadId]);
    expect(gone.leads).toEqual([]);
    expect((await device.pull()).removed).toEqual([]);
    await assign(team.sdr.id);
    const back = await device.pull();
    expect(back.removed).toEqual([]);
    expect(back.leads).toMatchObject([{ id: leadId, whole: true }]);
    expect(JSON.stringify([gone, back])).not.toContain(other);
  });

  test("an unassigned lead a colleague takes leaves everybody else's view", async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin);
    const device = new Device(team.sdr.token);
    expect((await device.pull()).leads).toHaveLength(1);
    const take = { leadId, owner: team.colleague.id };
    const taken = await new Device(team.colleague.token).give('owner.assign', take, {
      baseRevision: 1_000_000,
    });
    expect(taken).toMatchObject({ result: 'applied' });
    expect((await device.pull()).removed).toEqual([leadId]);
  });

  test('a new version and a new member come with the next pull', async () => {
    const team = await openWorkspace();
    const device = new Device(team.admin);
    await device.pullAll();
    await json('POST', '/v1/members', {
      token: team.admin,
      body: { name: 'New', side: 'sales', role: 'sdr' },
    });
    expect((await device.pull()).room?.members).toHaveLength(2);
    const { definitions } = await json('GET', '/v1/definitions/current', { token: team.admin });
    const body = { definitions: { ...definitions, title: 'Changed' }, note: 'a title' };
    await json('POST', '/v1/definitions', { token: team.admin, body });
    expect((await device.pull()).versions).toMatchObject([{ version: 2, definitions: { title: 'Changed' } }]);
  });
});

describe('[SYN5] the socket', () => {
  async function open(token: string) {
    const { ticket } = await json('POST', '/v1/sync/ticket', { token, body: {} });
    const path = `/v1/sync/socket?ticket=${ticket}`;
    const response = await send('GET', path, { headers: { Upgrade: 'websocket' } });
    const socket = response.webSocket;
    const said: unknown[] = [];
    const closed = new Promise<number>((resolve) => {
      socket?.addEventListener('close', ({ code }) => resolve(code));
    });
    const waiting: (() => void)[] = [];
    socket?.addEventListener('message', ({ data }) => {
      said.push(data);
      for (const wake of waiting.splice(0)) wake();
    });
    const next = () => new Promise<void>((resolve) => waiting.push(resolve));
    socket?.accept();
    return { response, path, socket, said, closed, next };
  }

  test('says only how far the workspace got', async () => {
    const team = await openTeam();
    const { response, said, next } = await open(team.sdr.token);
    expect(response.status).toBe(101);
    const word = next();
    await addLead(team.admin, { owner: team.sdr.id });
    await word;
    expect(Object.keys(JSON.parse(String(said[0])))).toEqual(['head']);
  });

  test('answers a ping without waking anybody', async () => {
    const team = await openTeam();
    const { socket, said, next } = await open(team.sdr.token);
    const word = next();
    socket?.send('ping');
    await word;
    expect(said).toEqual(['pong']);
  });

  test('a ticket opens it once, within half a minute', async () => {
    const team = await openTeam();
    const { path } = await open(team.sdr.token);
    expect((await send('GET', path, { headers: { Upgrade: 'websocket' } })).status).toBe(401);
    const { ticket } = await json('POST', '/v1/sync/ticket', { token: team.sdr.token, body: {} });
    const late = await send('GET', `/v1/sync/socket?ticket=${ticket}`, {
      headers: { Upgrade: 'websocket' },
      now: MONDAY + 30_000,
    });
    expect(late.status).toBe(401);
  });

  test('[ACC4] closes at once when the device is revoked, and only then', async () => {
    const team = await openTeam();
    const token = await signIn(team.admin, team.sdr.id);
    const { closed } = await open(token);
    const other = await open(team.sdr.token);
    const word = other.next();
    await send('DELETE', '/v1/session', { token });
    expect(await closed).toBe(4001);
    await addLead(team.admin);
    await word;
  });
});

describe('[ATT5] device clocks', () => {
  const cases = [
    ['ahead of the worker', { at: MONDAY + DAY_MS }, MONDAY + HOUR_MS],
    ['before what the device was last told', { at: MONDAY - DAY_MS, knownAt: MONDAY }, MONDAY + 1],
    ['between the two', { at: MONDAY + MINUTE_MS, knownAt: MONDAY }, MONDAY + MINUTE_MS],
    ['told a time that never was', { at: MONDAY, knownAt: MONDAY + DAY_MS }, MONDAY + HOUR_MS],
    ['offline for days', { at: MONDAY - 3 * DAY_MS, knownAt: MONDAY - 4 * DAY_MS }, MONDAY - 3 * DAY_MS],
  ] as const;
  test.each(cases)('%s', async (_, stated, kept) => {
    const team = await openTeam(MONDAY - 5 * DAY_MS);
    const leadId = await addLead(team.admin, { owner: team.sdr.id, now: MONDAY - 5 * DAY_MS });
    const device = new Device(team.sdr.token);
    const result = await device.give('attempt.log', attempt(leadId), stated, MONDAY + HOUR_MS);
    expect(result).toMatchObject({ result: 'applied' });
    expect(await attemptsOf(team.admin, leadId)).toMatchObject([{ at: kept, recordedAt: MONDAY + HOUR_MS }]);
  });

  test('a scheduled send may lie ahead', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const body = {
      ...attempt(leadId),
      channel: 'email',
      outcome: 'sent',
      evidence: 'observed',
      scheduled: true,
    };
    await new Device(team.sdr.token).give('attempt.log', body, { at: MONDAY + 3 * HOUR_MS });
    expect(await attemptsOf(team.admin, leadId)).toMatchObject([{ at: MONDAY + 3 * HOUR_MS }]);
  });
});

describe('[ATT6] a stated earlier time', () => {
  const declared = (leadId: string) => ({ ...attempt(leadId), evidence: 'declared' });

  test('counts back to the start of the same open day, not before the hand-off', async () => {
    const team = await openTeam(MONDAY - DAY_MS * 4);
    const owner = team.sdr.id;
    const old = await addLead(team.admin, { owner, now: MONDAY - 4 * DAY_MS });
    await askForDemo(team.admin, old, MONDAY - 3 * DAY_MS);
    const fresh = await addLead(team.admin, { owner, now: MONDAY });
    await askForDemo(team.admin, fresh, MONDAY + HOUR_MS);
    const now = MONDAY + 2 * HOUR_MS;
    const device = new Device(team.sdr.token);
    const state = (leadId: string, at: number) => device.give('attempt.log', declared(leadId), { at }, now);
    // 00:00 of that Monday in New York.
    const midnight = Date.parse('2026-03-02T05:00:00Z');
    expect(await state(old, midnight)).toMatchObject({ result: 'applied' });
    expect(await state(old, midnight - 1)).toMatchObject({ code: 'too_early', pointer: '/at' });
    expect(await state(fresh, MONDAY + HOUR_MS)).toMatchObject({ result: 'applied' });
    expect(await state(fresh, MONDAY + HOUR_MS - 1)).toMatchObject({ code: 'too_early' });
  });

  test('never lies ahead', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    await new Device(team.sdr.token).give('attempt.log', declared(leadId), { at: MONDAY + DAY_MS });
    expect(await attemptsOf(team.admin, leadId)).toMatchObject([{ at: MONDAY }]);
  });
});

test('[HOF6] logging after an opt-out is refused, a mail seen sent is kept', async () => {
  const team = await openTeam();
  const leadId = await addLead(team.admin, { owner: team.sdr.id });
  const device = new Device(team.sdr.token);
  await device.give('lead.optOut', { leadId, channel: 'email' }, {}, MONDAY + MINUTE_MS);
  const mail = { leadId, channel: 'email', outcome: 'sent' };
  const log = (evidence: string, at: number) =>
    device.give('attempt.log', { ...mail, evidence }, { at }, MONDAY + HOUR_MS);
  expect(await log('clicked', MONDAY + 2 * MINUTE_MS)).toMatchObject({ code: 'opted_out' });
  expect(await log('clicked', MONDAY)).toMatchObject({ result: 'applied' });
  expect(await log('observed', MONDAY + 2 * MINUTE_MS)).toMatchObject({ result: 'applied' });
});

test('[ATT1] an attempt is withdrawn by whoever made it', async () => {
  const team = await openTeam();
  const leadId = await addLead(team.admin, { owner: team.colleague.id });
  const sam = new Device(team.sdr.token);
  const made = sam.command('attempt.log', attempt(leadId), { id: uuidv7() });
  await sam.push([made]);
  const byBruno = new Device(team.colleague.token);
  const withdrawal = { leadId, attempt: made.id };
  expect(await byBruno.give('attempt.withdraw', withdrawal)).toMatchObject({ code: 'forbidden' });
  expect(await sam.give('attempt.withdraw', withdrawal)).toMatchObject({ result: 'applied' });
});

test('[OVR7] capturing an address somebody holds already is a conflict that names the lead', async () => {
  const team = await openTeam();
  const emails = ['twice@example.org'];
  const held = await addLead(team.admin, { emails });
  const device = new Device(team.sdr.token);
  const capture = { leadId: uuidv7(), emails: [' Twice@EXAMPLE.org '] };
  expect(await device.give('lead.capture', capture)).toMatchObject({ code: 'conflict', theirs: held });
  const other = { leadId: uuidv7(), emails: ['New@Example.org'], phones: ['+55 (11) 98765-4321'] };
  expect(await device.give('lead.capture', other)).toMatchObject({ result: 'applied' });
  const [captured] = await factsOf(team.admin, other.leadId);
  expect(captured?.body).toMatchObject({ emails: ['new@example.org'], phones: ['+5511987654321'] });
});
