import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, addPerson, askForDemo, json, MONDAY, openTeam, openWorkspace, send } from './api.ts';
import { objectOf, rows } from './database.ts';

/** A request at the real instant, whose work the object's own alarm carries on. */
const NOW = { 'Combinado-Now': 'now' };

interface Wanted {
  kind?: string;
  by?: string | null;
  dueAt?: number;
  input?: unknown;
  cursor?: unknown;
}

/** A job as some route would have begun it. @returns its id */
async function begin(workspaceId: string, wanted: Wanted = {}): Promise<string> {
  const { kind = 'reevaluate', by = null, dueAt = MONDAY, input = {}, cursor = null } = wanted;
  const n = await runInDurableObject(objectOf(workspaceId), (_, state) =>
    state.storage.sql
      .exec<{ n: number }>(
        `insert into jobs (kind, state, by, created_at, updated_at, due_at, tries, done, input, cursor)
         values (?, 'running', ?, ?, ?, ?, 0, 0, ?, ?) returning n`,
        kind,
        by,
        MONDAY,
        MONDAY,
        dueAt,
        JSON.stringify(input),
        cursor === null ? null : JSON.stringify(cursor),
      )
      .one(),
  );
  return `job-${n.n}`;
}

const read = (token: string, id: string, now = MONDAY) => json('GET', `/v1/jobs/${id}`, { token, now });
const NEVER = 8_000_000_000_000_000;

describe('jobs', () => {
  test('are seen by who began them and by admins; to others they do not exist', async () => {
    const workspace = await openWorkspace();
    const mia = await addPerson(workspace, { name: 'Mia', role: 'marketer', side: 'marketing' });
    const max = await addPerson(workspace, { name: 'Max', role: 'manager' });
    const own = await begin(workspace.workspaceId, { by: mia.id, dueAt: NEVER });
    const nobodys = await begin(workspace.workspaceId, { dueAt: NEVER });
    const idsFor = async (token: string) =>
      (await json('GET', '/v1/jobs', { token })).jobs.map(({ id }: { id: string }) => id);
    expect(await idsFor(mia.token)).toEqual([own]);
    expect(await idsFor(max.token)).toEqual([]);
    expect(await idsFor(workspace.admin)).toEqual([nobodys, own]);
    expect(await read(mia.token, own)).toMatchObject({ id: own, state: 'running' });
    const foreign = await send('GET', `/v1/jobs/${own}`, { token: max.token });
    const unknown = await send('GET', '/v1/jobs/job-999', { token: max.token });
    expect(await foreign.text()).toBe(await unknown.text());
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
  });

  test('are listed in pages, newest first', async () => {
    const { admin, workspaceId } = await openWorkspace();
    const ids = [];
    for (let job = 0; job < 5; job += 1) ids.push(await begin(workspaceId, { dueAt: NEVER }));
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await json('GET', `/v1/jobs?limit=2${cursor && `&cursor=${cursor}`}`, { token: admin });
      seen.push(...page.jobs.map(({ id }: { id: string }) => id));
      if (page.cursor === null) break;
      cursor = page.cursor;
    }
    expect(seen).toEqual(ids.toReversed());
    expect(await json('GET', '/v1/jobs?cursor=x', { token: admin })).toMatchObject({ status: 400 });
  });

  test('can be cancelled while they run, once, by who began them', async () => {
    const team = await openTeam();
    const id = await begin(team.workspaceId, { kind: 'preview', by: team.manager.id, dueAt: NEVER });
    const cancel = (token: string) => json('POST', `/v1/jobs/${id}/cancel`, { token });
    expect(await cancel(team.marketer.token)).toMatchObject({ status: 404 });
    expect(await cancel(team.manager.token)).toMatchObject({ state: 'cancelled' });
    expect(await cancel(team.manager.token)).toMatchObject({ status: 409 });
    expect(await read(team.admin, id)).toMatchObject({ state: 'cancelled', result: null });
  });

  test('that must come to their end cannot be cancelled', async () => {
    const { admin, workspaceId } = await openWorkspace();
    const id = await begin(workspaceId, { dueAt: NEVER });
    expect(await json('POST', `/v1/jobs/${id}/cancel`, { token: admin })).toMatchObject({ status: 409 });
  });

  test('of a kind nobody knows fail with a sentence', async () => {
    const { admin, workspaceId } = await openWorkspace();
    const id = await begin(workspaceId, { kind: 'toString' });
    expect(await read(admin, id)).toMatchObject({ state: 'failed', failure: expect.any(String) });
  });

  test('poisoned ones are tried a few times, then fail, and hold up nobody', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    await askForDemo(team.admin, leadId);
    const poisoned = await begin(team.workspaceId, { kind: 'preview', input: null });
    const good = await begin(team.workspaceId);
    expect(await read(team.admin, poisoned)).toMatchObject({ state: 'running' });
    expect(await read(team.admin, good)).toMatchObject({ state: 'done', result: { leads: 1, failed: 0 } });
    const later = MONDAY + 2 * DAY_MS;
    const failed = await read(team.admin, poisoned, later);
    expect(failed).toMatchObject({ state: 'failed', failure: expect.stringContaining('Start it again') });
    const { facts } = await json('GET', `/v1/leads/${leadId}/facts`, { token: team.admin, now: later });
    expect(facts.some(({ kind }: { kind: string }) => kind === 'clock.breached')).toBe(true);
  });

  test('a lead that cannot be folded is counted and holds up no other', async () => {
    const { admin, workspaceId } = await openWorkspace();
    const leads = Array.from({ length: 25 }, (_, index) => ({ emails: [`p${index}@example.org`] }));
    const { results } = await json('POST', '/v1/leads', { token: admin, body: { leads } });
    await runInDurableObject(objectOf(workspaceId), (_, state) => {
      // As a fact of a release that is no longer understood might look.
      state.storage.sql.exec("update facts set body = 'null' where lead_id = ?", results[3].id);
    });
    const id = await begin(workspaceId);
    expect(await read(admin, id)).toMatchObject({ state: 'done', result: { leads: 25, failed: 1 } });
  });
});

/** Two hundred leads and a publish, at the real instant: some alarms away from being done. */
async function publishing() {
  const now = Date.now();
  const { admin, workspaceId } = await openWorkspace(now - HOUR_MS);
  const leads = Array.from({ length: 240 }, (_, index) => ({ emails: [`w${index}@example.org`] }));
  await json('POST', '/v1/leads', { token: admin, body: { leads }, now: now - HOUR_MS });
  const body = { definitions: { ...STARTERS.en, title: 'Second' }, note: '' };
  const { job } = await json('POST', '/v1/definitions', { token: admin, body, now: now - 2 });
  const versions = () =>
    rows<{ v: number; n: number }>(
      workspaceId,
      'select known_version as v, count(*) as n from leads group by 1 order by 1',
    );
  const facts = async () => (await rows<{ n: number }>(workspaceId, 'select count(*) as n from facts'))[0]?.n;
  const alarm = () => runInDurableObject(objectOf(workspaceId), (object) => object.alarm());
  const state = async () => {
    const [row] = await rows<{ state: string; done: number }>(
      workspaceId,
      "select state, done from jobs where kind = 'reevaluate'",
    );
    return row;
  };
  return { admin, workspaceId, job, versions, facts, alarm, state };
}

describe('[DEF3] looking at every lead again', () => {
  test('goes on where it was, whenever the object is thrown out of memory', async () => {
    const { workspaceId, versions, alarm, state } = await publishing();
    for (let alarms = 0; alarms < 20 && (await state())?.state === 'running'; alarms += 1) {
      await alarm();
      await evictDurableObject(objectOf(workspaceId));
    }
    expect(await state()).toEqual({ state: 'done', done: 240 });
    expect(await versions()).toEqual([{ v: 2, n: 240 }]);
  });

  test.each([2, 7])('does nothing twice when its alarm comes %i times at once', async (times) => {
    const { versions, facts, alarm, state } = await publishing();
    const before = await facts();
    for (let delivery = 0; delivery < times; delivery += 1) await Promise.all([alarm(), alarm()]);
    while ((await state())?.state === 'running') await alarm();
    expect(await state()).toEqual({ state: 'done', done: 240 });
    expect(await versions()).toEqual([{ v: 2, n: 240 }]);
    expect(await facts()).toBe(before);
  });

  test('[CLK9] gets on by requests alone when its alarm never comes', async () => {
    const { admin, workspaceId, state } = await publishing();
    await runInDurableObject(objectOf(workspaceId), async (_, storage) => {
      storage.storage.sql.exec('update jobs set due_at = ?', Date.now() - HOUR_MS);
      await storage.storage.deleteAlarm();
    });
    const before = (await state())?.done ?? 0;
    await send('GET', '/v1/me', { token: admin, headers: NOW });
    expect((await state())?.done).toBeGreaterThan(before);
  });

  test('a second publish takes over from the first', async () => {
    const { admin, workspaceId, job, versions } = await publishing();
    const body = { definitions: { ...STARTERS.en, title: 'Third' }, note: '' };
    // At the same instant, so that the first has not got far.
    const [first] = await rows<{ at: number }>(
      workspaceId,
      'select max(published_at) as at from definitions',
    );
    await runInDurableObject(objectOf(workspaceId), (_, state) => {
      state.storage.sql.exec('update jobs set due_at = ?', NEVER);
    });
    await runInDurableObject(objectOf(workspaceId), (_, state) => {
      state.storage.sql.exec('update jobs set due_at = ?', (first?.at ?? 0) + 1);
    });
    const now = (first?.at ?? 0) + 1;
    const second = await json('POST', '/v1/definitions', { token: admin, body, now: now - 1 });
    expect(second.job).not.toBe(job);
    expect(await read(admin, second.job, now)).toMatchObject({ state: 'done', done: 240 });
    expect(await versions()).toEqual([{ v: 3, n: 240 }]);
  });
});
