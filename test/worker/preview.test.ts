import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import type { PreviewResult } from '../../shared/protocol/definitions.ts';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, type Team } from './api.ts';
import { dump, objectOf } from './database.ts';

/** Clocks that begin in the instant of a publish are new ones. */
const LATER = MONDAY + 10 * MINUTE_MS;

type Change = (body: Definitions) => Definitions;

/** Where the job of a preview of this change is followed. */
async function previewed(team: Team, change: Change): Promise<string> {
  const { definitions } = await json('GET', '/v1/definitions/current', { token: team.admin });
  const body = { definitions: change(definitions) };
  await json('PUT', '/v1/definitions/draft', { token: team.admin, body });
  const { job } = await json('POST', '/v1/definitions/draft/preview', { token: team.admin, body: {} });
  return `/v1/jobs/${job}`;
}

async function preview(team: Team, change: Change, choices?: object, now = MONDAY): Promise<PreviewResult> {
  const { definitions } = await json('GET', '/v1/definitions/current', { token: team.admin, now });
  const body = { definitions: change(definitions) };
  await json('PUT', '/v1/definitions/draft', { token: team.admin, body, now });
  const asked = await json('POST', '/v1/definitions/draft/preview', {
    token: team.admin,
    body: { choices },
    now,
  });
  const job = await json('GET', `/v1/jobs/${asked.job}`, { token: team.admin, now });
  expect(job).toMatchObject({ state: 'done', kind: 'preview' });
  expect(job.done).toBe(job.total);
  return job.result;
}

const atLeast =
  (score: number): Change =>
  (body) => ({
    ...body,
    stages: body.stages.map((stage) =>
      stage.id === 'mql' ? { ...stage, criteria: { score: true, atLeast: score } as never } : stage,
    ),
  });
const firstResponse =
  (minutes: number): Change =>
  (body) => ({
    ...body,
    policies: body.policies.map((policy) =>
      policy.kind === 'first_response' ? { ...policy, target: { businessMinutes: minutes } } : policy,
    ),
  });

/** Every lead of it handed off by a demo request. */
async function teamWithLeads(count = 3) {
  const team = await openTeam();
  const leads: string[] = [];
  for (let lead = 0; lead < count; lead += 1) {
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    await askForDemo(team.admin, leadId);
    leads.push(leadId);
  }
  return { team, leads };
}

describe('[DEF2] preview', () => {
  test('of the same agreement changes nothing for anybody', async () => {
    const { team, leads } = await teamWithLeads();
    const result = await preview(team, (body) => body, { leads: 'moveBack', clocks: 'running' });
    expect(result).toMatchObject({ leads: leads.length, failed: 0, changes: [], moves: [], version: 2 });
    const none = { n: 0, leads: [] };
    expect(result.deadlines).toEqual({ earlier: none, later: none, begun: none, ended: none, kinds: [] });
    expect(result.late).toEqual(none);
    expect(result.load.after).toEqual(result.load.before);
    for (const { before, after } of [...result.stages, ...result.scores]) expect(after).toBe(before);
  });

  test('counts whose deadlines move, by how much, and names them', async () => {
    const { team, leads } = await teamWithLeads();
    const { policies } = STARTERS.en;
    const longer = firstResponse(8 * 60);
    const stays = await preview(team, longer, { leads: 'stay', clocks: 'new' }, LATER);
    expect(stays.deadlines).toMatchObject({ later: { n: 0 }, kinds: [] });
    const moved = await preview(team, longer, { leads: 'stay', clocks: 'running' }, LATER);
    expect(policies.some(({ kind }) => kind === 'first_response')).toBe(true);
    expect(moved.deadlines.later).toEqual({ n: leads.length, leads: leads.toSorted() });
    expect(moved.deadlines.kinds).toMatchObject([
      { kind: 'first_response', direction: 'later', clocks: leads.length },
    ]);
    expect(moved.deadlines.kinds[0]?.medianMs).toBeGreaterThan(0);
    expect(moved.late.n).toBe(0);
  });

  test('says what it asks of each person and day, and does not touch a thing', async () => {
    const { team } = await teamWithLeads();
    const more: Change = (body) => ({
      ...body,
      policies: body.policies.map((policy) =>
        policy.kind === 'cadence' ? { ...policy, repeat: { times: 12 } } : policy,
      ),
    });
    const facts = async () => (await dump(team.workspaceId)).match(/"facts",\[.*?\]\]/)?.[0];
    const before = await facts();
    const { load, changes } = await preview(team, more, undefined, MONDAY + HOUR_MS);
    expect(load.before).toMatchObject({ handoffs: 3 });
    expect(load.after).toMatchObject({ handoffs: 3, due: 36 });
    expect(load.after.asks).toBeCloseTo(36 / load.peopleDays);
    expect(changes.map(({ pointer }) => pointer)).toEqual([expect.stringContaining('/repeat')]);
    expect(await facts()).toBe(before);
  });

  test('of criteria says who would enter and who would fall back', async () => {
    const team = await openTeam(MONDAY, atLeast(10_000));
    const leads = await Promise.all([addLead(team.admin), addLead(team.admin)]);
    const entered = await preview(team, atLeast(-10_000));
    expect(entered.moves).toMatchObject([{ to: 'mql', n: leads.length }]);
    expect(entered.moves[0]?.leads.toSorted()).toEqual(leads.toSorted());
    const mql = entered.stages.find(({ stage }) => stage === 'mql');
    expect(mql).toEqual({ stage: 'mql', before: 0, after: leads.length });
    // Entered by a publish they are backlog: no promise begins.
    expect(entered.deadlines.begun.n).toBe(0);
  });

  test('of a draft that changes meanwhile says so instead of mixing two', async () => {
    const { team } = await teamWithLeads(1);
    await json('PUT', '/v1/definitions/draft', { token: team.admin, body: { definitions: STARTERS.en } });
    const { job } = await json('POST', '/v1/definitions/draft/preview', { token: team.admin, body: {} });
    await runInDurableObject(objectOf(team.workspaceId), (_, state) => {
      state.storage.sql.exec("update drafts set hash = 'another'");
    });
    const view = await json('GET', `/v1/jobs/${job}`, { token: team.admin });
    expect(view).toMatchObject({ state: 'failed', failure: expect.stringContaining('changed meanwhile') });
  });

  test('every lead behind a number is listed, page by page, with where it would move from and to', async () => {
    const team = await openTeam();
    for (let count = 0; count < 3; count += 1) await addLead(team.admin);
    const path = await previewed(team, atLeast(0));
    const listOf = async (cell: unknown, token = team.admin, cursor = '') => {
      const query = `cell=${encodeURIComponent(JSON.stringify(cell))}${cursor && `&cursor=${cursor}`}`;
      return json('GET', `${path}/leads?${query}`, { token });
    };
    const { moves } = (await json('GET', path, { token: team.admin })).result as PreviewResult;
    expect(moves.length).toBeGreaterThan(0);
    for (const { from, to, n, leads: named } of moves) {
      const page = await listOf(['move', from, to]);
      expect(page.leads.map(({ id }: { id: string }) => id)).toEqual(named.toSorted());
      expect(page.moves).toEqual(named.toSorted().map((lead) => ({ lead, from, to })));
      expect(page.leads).toHaveLength(n);
      expect(page.cursor).toBeNull();
    }
    const all = await listOf(['move'], team.marketer.token);
    expect(all.moves).toHaveLength(moves.reduce((sum, { n }) => sum + n, 0));
    expect(await listOf(['late'])).toEqual({ leads: [], moves: [], cursor: null });
    expect(await listOf('none')).toMatchObject({ status: 422, errors: [{ pointer: '/cell' }] });
    expect(await listOf(['move'], team.sdr.token)).toMatchObject({ status: 403 });

    // Slices are a hundred leads each; a page holds three of them.
    const more = await Promise.all(
      Array.from({ length: 320 }, () => addLead(team.admin, { fields: { name: 'Many' } })),
    );
    const second = await previewed(team, atLeast(0));
    const result = (await json('GET', second, { token: team.admin })).result as PreviewResult;
    const seen: string[] = [];
    let cursor = '';
    let pages = 0;
    do {
      const query = `cell=${encodeURIComponent('["move"]')}${cursor && `&cursor=${cursor}`}`;
      const page = await json('GET', `${second}/leads?${query}`, { token: team.admin });
      seen.push(...page.leads.map(({ id }: { id: string }) => id));
      cursor = page.cursor ?? '';
      pages += 1;
    } while (cursor !== '');
    expect(pages).toBe(2);
    expect(seen).toHaveLength(result.moves.reduce((sum, { n }) => sum + n, 0));
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen).toEqual(expect.arrayContaining([more[0], more.at(-1)]));

    // The last two are kept.
    await previewed(team, atLeast(0));
    expect(await listOf(['move'])).toMatchObject({ status: 404 });
  }, 60_000);

  test('of a draft that could not be published names what is wrong', async () => {
    const { team } = await teamWithLeads(1);
    const wrong = { ...STARTERS.en, workspaceCalendar: 'none' };
    await json('PUT', '/v1/definitions/draft', { token: team.admin, body: { definitions: wrong } });
    const asked = await json('POST', '/v1/definitions/draft/preview', { token: team.admin, body: {} });
    expect(asked).toMatchObject({ status: 422, errors: [{ pointer: '/definitions/workspaceCalendar' }] });
  });
});
