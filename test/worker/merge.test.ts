import { describe, expect, test } from 'vitest';
import type { Fact } from '../../shared/lead/facts.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam } from './api.ts';
import { rows } from './database.ts';
import { Device } from './outbox.ts';

const MERGED = MONDAY + 2 * HOUR_MS;

async function doubled() {
  const team = await openTeam();
  const { admin, sdr, manager } = team;
  const record = { system: 'hubspot', object: 'contact', id: '51' };
  const older = await addLead(admin, {
    owner: sdr.id,
    emails: ['ana@work.example'],
    fields: { name: 'Ana' },
  });
  const newer = await addLead(admin, {
    owner: sdr.id,
    emails: ['ana@home.example'],
    externalIds: [record],
    fields: { role: 'Head' },
    now: MONDAY + 1,
  });
  await askForDemo(admin, older);
  await askForDemo(admin, newer, MONDAY + HOUR_MS);
  const on = (id: string, what: string, body: object, now = MERGED, token = manager.token) =>
    json('POST', `/v1/leads/${id}/${what}`, { token, body, now });
  const read = async (id: string, now = MERGED) => json('GET', `/v1/leads/${id}`, { token: admin, now });
  return { ...team, older, newer, record, on, read };
}

describe('[IDN3] two leads that are one person', () => {
  test('the survivor folds the union, its keys lead to it, and the clocks keep the earliest start', async () => {
    const { older, newer, record, on, read, admin } = await doubled();
    expect(await on(older, 'merge', { absorb: newer })).toEqual({ leadId: older, absorbed: newer });
    const { id, state } = await read(older);
    expect(id).toBe(older);
    expect(state).toMatchObject({
      leadId: older,
      emails: ['ana@work.example', 'ana@home.example'],
      externalIds: [record],
      fields: { name: 'Ana', role: 'Head' },
    });
    const open = state.handoffs.filter(({ closed }: { closed: unknown }) => closed === null);
    expect(open).toHaveLength(1);
    const clock = state.clocks.find(
      ({ kind, status }: { kind: string; status: string }) =>
        kind === 'first_response' && status === 'running',
    );
    expect(clock.startedAt).toBe(MONDAY);
    const found = await json('POST', '/v1/leads', {
      token: admin,
      body: { leads: [{ emails: ['ana@home.example'] }, { externalIds: [record] }] },
      now: MERGED,
    });
    expect(found.results).toEqual([
      { id: older, created: false },
      { id: older, created: false },
    ]);
  });

  test('an absorbed id answers as its survivor, for reading and for commands', async () => {
    const { older, newer, on, read, sdr, admin } = await doubled();
    await on(older, 'merge', { absorb: newer });
    expect((await read(newer)).id).toBe(older);
    const { leads } = await json('GET', '/v1/leads', { token: admin, now: MERGED });
    expect(leads.map(({ id }: { id: string }) => id)).toEqual([older]);
    const sam = new Device(sdr.token);
    const body = { leadId: newer, channel: 'call', outcome: 'connected', evidence: 'clicked' };
    expect(await sam.give('attempt.log', body, {}, MERGED)).toMatchObject({ result: 'applied' });
    const logged = { channel: 'call', outcome: 'no_answer', evidence: 'clicked' };
    expect(await on(newer, 'attempts', logged, MERGED + HOUR_MS, sdr.token)).toMatchObject({ leadId: older });
    const signals = [{ leadId: newer, signal: 'pricing_viewed' }];
    const seen = await json('POST', '/v1/signals', { token: admin, body: { signals }, now: MERGED });
    expect(seen.results).toMatchObject([{ leadId: older }]);
    expect((await read(older, MERGED + HOUR_MS)).state.attempts).toHaveLength(2);
  });

  test('a hand-off that was opened on the absorbed lead is answered on its survivor', async () => {
    const { older, newer, on, read, sdr } = await doubled();
    await on(newer, 'merge', { absorb: older });
    const { state } = await read(newer);
    const { id } = state.handoffs.at(-1);
    expect(id).toContain(older);
    const path = `/v1/handoffs/${encodeURIComponent(id)}/answer`;
    const answered = await json('POST', path, {
      token: sdr.token,
      body: { answer: 'accepted' },
      now: MERGED,
    });
    expect(answered).toMatchObject({ leadId: newer });
    expect((await read(newer)).state.stage.id).toBe('sal');
  });

  test('[SYN4] devices forget the absorbed lead and get the survivor whole', async () => {
    const { older, newer, on, sdr, admin } = await doubled();
    const devices = [new Device(sdr.token), new Device(admin)];
    for (const device of devices) await device.pullAll(MONDAY + HOUR_MS);
    await on(older, 'merge', { absorb: newer });
    for (const device of devices) {
      const [page] = await device.pullAll(MERGED);
      expect(page?.removed).toEqual([newer]);
      expect(page?.leads).toMatchObject([{ id: older, whole: true }]);
      const kinds = page?.leads[0]?.facts
        .filter((fact: Fact) => fact.leadId === newer)
        .map(({ kind }) => kind);
      expect(kinds).toContain('lead.captured');
    }
    await on(older, 'unmerge', { absorbed: newer }, MERGED + HOUR_MS);
    for (const device of devices) {
      const [page] = await device.pullAll(MERGED + HOUR_MS);
      expect(page?.removed).toEqual([]);
      const whole = page?.leads.map(({ id, whole: all }) => [id, all]).toSorted();
      expect(whole).toEqual([older, newer].toSorted().map((id) => [id, true]));
      const back = page?.leads.find(({ id }) => id === newer);
      expect(back?.facts.every((fact: Fact) => fact.leadId === newer)).toBe(true);
    }
  });

  test('taken back within 30 days, each has again what was its own', async () => {
    const { older, newer, record, on, read, admin } = await doubled();
    await on(older, 'merge', { absorb: newer });
    const last = MERGED + 30 * DAY_MS;
    expect(await on(older, 'unmerge', { absorbed: newer }, last + 1)).toMatchObject({ status: 409 });
    expect(await on(older, 'unmerge', { absorbed: newer }, last)).toEqual({ leadId: older, absorbed: newer });
    expect((await read(older, last)).state).toMatchObject({ emails: ['ana@work.example'], externalIds: [] });
    expect(await read(newer, last)).toMatchObject({
      id: newer,
      state: { emails: ['ana@home.example'], externalIds: [record], fields: { role: 'Head' } },
    });
    expect(await on(older, 'unmerge', { absorbed: newer }, last)).toMatchObject({ status: 409 });
    const { differing } = await json('GET', '/v1/admin/refold', { token: admin, now: last });
    expect(differing).toEqual([]);
  });

  test('a merge of what was merged: all reach the last survivor, and each step can be taken back', async () => {
    const { older, newer, on, read, admin } = await doubled();
    const third = await addLead(admin, { emails: ['ana@third.example'] });
    await on(newer, 'merge', { absorb: older });
    await on(third, 'merge', { absorb: newer });
    expect((await read(older)).id).toBe(third);
    expect((await read(third)).state.emails.toSorted()).toEqual([
      'ana@home.example',
      'ana@third.example',
      'ana@work.example',
    ]);
    expect(await on(third, 'merge', { absorb: older })).toMatchObject({ status: 409 });
    await on(third, 'unmerge', { absorbed: older });
    expect((await read(older)).state.emails).toEqual(['ana@work.example']);
    expect((await read(third)).state.emails.toSorted()).toEqual(['ana@home.example', 'ana@third.example']);
    await on(third, 'unmerge', { absorbed: newer });
    expect((await read(newer)).state.emails).toEqual(['ana@home.example']);
    const { differing } = await json('GET', '/v1/admin/refold', { token: admin, now: MERGED });
    expect(differing).toEqual([]);
  });

  test('[STG5] before the merge the survivor was itself alone', async () => {
    const { older, newer, on, read, admin } = await doubled();
    await on(older, 'merge', { absorb: newer });
    const then = await json('GET', `/v1/leads/${older}?at=${MONDAY + HOUR_MS}`, {
      token: admin,
      now: MERGED,
    });
    expect(then.state).toMatchObject({ leadId: older, emails: ['ana@work.example'] });
    expect((await read(older)).state.emails).toHaveLength(2);
  });

  test('[ACC2] by managers only, and of leads that are there', async () => {
    const { older, newer, on, sdr, marketer } = await doubled();
    for (const { token } of [sdr, marketer])
      expect(await on(older, 'merge', { absorb: newer }, MERGED, token)).toMatchObject({ status: 403 });
    expect(await on('unknown', 'merge', { absorb: newer })).toMatchObject({ status: 404 });
    expect(await on(older, 'merge', { absorb: 'unknown' })).toMatchObject({ status: 404 });
    expect(await on(older, 'merge', { absorb: older })).toMatchObject({ status: 409 });
    expect(await on(older, 'unmerge', { absorbed: newer })).toMatchObject({ status: 409 });
  });

  test('a retried capture of what was merged meanwhile doubles nothing', async () => {
    const { older, newer, on, sdr, workspaceId } = await doubled();
    const sam = new Device(sdr.token);
    const body = { leadId: newer, channel: 'call', outcome: 'no_answer', evidence: 'clicked' };
    const command = sam.command('attempt.log', body, { at: MONDAY + HOUR_MS });
    await sam.push([command], MONDAY + HOUR_MS);
    await on(older, 'merge', { absorb: newer });
    // A device restored from before the merge says it again under another number.
    const again = new Device(sdr.token);
    expect(await again.push([{ ...command, n: 1 }], MERGED)).toMatchObject({
      results: [{ result: 'duplicate' }],
    });
    const [count] = await rows(workspaceId, 'select count(*) as n from facts where id = ?', command.id);
    expect(count).toEqual({ n: 1 });
  });
});

test('[IDN3] duplicates are proposed to those who may know them: one name at one company', async () => {
  const { admin, marketer, sdr } = await openTeam();
  const person = { name: 'Bia Souza', company: 'Acme' };
  const first = await addLead(admin, { fields: person });
  const second = await addLead(admin, { fields: { name: ' BIA souza', company: 'acme ' }, now: MONDAY + 1 });
  await addLead(admin, { fields: { name: 'Bia Souza', company: 'Other' } });
  const list = async (token: string) => json('GET', '/v1/leads/duplicates', { token, now: MERGED });
  const { duplicates } = await list(marketer.token);
  expect(duplicates).toEqual([{ keep: first, absorb: second, keys: [] }]);
  expect(await list(sdr.token)).toMatchObject({ status: 403 });
});

test('[IDN3] however leads are merged and taken apart, every fact is in one of them and every row stands', async () => {
  const team = await openTeam();
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    ids.push(await addLead(team.admin, { owner: team.sdr.id, now: MONDAY + count }));
    if (count % 2 === 0) await askForDemo(team.admin, ids[count] ?? '', MONDAY + count);
  }
  let chance = 20_261_122;
  const pick = (from: number) => {
    chance = (Math.imul(chance, 1_103_515_245) + 12_345) >>> 0;
    return (chance >>> 8) % from;
  };
  const post = (path: string, body: object, now: number) =>
    json('POST', path, { token: team.manager.token, body, now });
  const done = { merged: 0, unmerged: 0 };
  for (let step = 1; step <= 40; step += 1) {
    const now = MONDAY + step * HOUR_MS;
    const [a = '', b = ''] = [ids[pick(5)], ids[pick(5)]];
    const what = pick(3);
    if (what === 0 && (await post(`/v1/leads/${a}/merge`, { absorb: b }, now)).absorbed) done.merged += 1;
    if (what === 1 && (await post(`/v1/leads/${a}/unmerge`, { absorbed: b }, now)).absorbed)
      done.unmerged += 1;
    const tried = { channel: 'call', outcome: 'no_answer', evidence: 'clicked' };
    if (what === 2) await post(`/v1/leads/${a}/attempts`, tried, now);
    const { differing } = await json('GET', '/v1/admin/refold', { token: team.admin, now });
    expect(differing, `step ${step}`).toEqual([]);
    const { leads } = await json('GET', '/v1/leads', { token: team.admin, now });
    const seen: string[] = [];
    for (const { id } of leads) {
      const { facts } = await json('GET', `/v1/leads/${id}/facts`, { token: team.admin, now });
      seen.push(...facts.map((fact: Fact) => fact.id));
    }
    const [kept] = await rows<{ n: number }>(team.workspaceId, 'select count(*) as n from facts');
    expect(new Set(seen).size, `step ${step}`).toBe(seen.length);
    expect(seen.length, `step ${step}`).toBe(kept?.n);
    const keys = await rows(team.workspaceId, 'select key from lead_keys group by key having count(*) > 1');
    expect(keys).toEqual([]);
  }
  expect(done.merged).toBeGreaterThan(3);
  expect(done.unmerged).toBeGreaterThan(0);
});
