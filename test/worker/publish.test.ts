import { describe, expect, test } from 'vitest';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import type { ClockState } from '../../shared/lead/state.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, openWorkspace, addPerson, type Team } from './api.ts';
import { rows } from './database.ts';

type Change = (body: Definitions) => Definitions;

/** Signed by both sides and published, with its choices. */
async function publish(team: Team, change: Change, more: object, now: number) {
  const { definitions } = await json('GET', '/v1/definitions/current', { token: team.admin, now });
  const body = { definitions: change(definitions) };
  const draft = await json('PUT', '/v1/definitions/draft', { token: team.admin, body, now });
  for (const token of [team.marketer.token, team.manager.token])
    await json('POST', '/v1/definitions/draft/sign', { token, body: { hash: draft.hash }, now });
  return json('POST', '/v1/definitions/draft/publish', {
    token: team.admin,
    body: { note: 'agreed', ...more },
    now,
  });
}

const scoreForMql =
  (atLeast: number): Change =>
  (body) => ({
    ...body,
    stages: body.stages.map((stage) =>
      stage.id === 'mql' ? { ...stage, criteria: { score: true as const, atLeast } } : stage,
    ),
  });
const firstResponse =
  (businessMinutes: number): Change =>
  (body) => ({
    ...body,
    policies: body.policies.map((policy) =>
      policy.kind === 'first_response' ? { ...policy, target: { businessMinutes } } : policy,
    ),
  });

const stateOf = async (team: Team, id: string, now: number) =>
  (await json('GET', `/v1/leads/${id}`, { token: team.admin, now })).state;
async function clockOf(team: Team, id: string, now: number): Promise<ClockState> {
  const { clocks } = await stateOf(team, id, now);
  return clocks.find(({ kind }: ClockState) => kind === 'first_response');
}
const refolds = (team: Team, now: number) => json('GET', '/v1/admin/refold', { token: team.admin, now });

describe('[STG6] publishing new criteria', () => {
  async function entered() {
    const team = await openTeam(MONDAY, scoreForMql(-10_000));
    const leads = [await addLead(team.admin), await addLead(team.admin)];
    for (const id of leads) expect((await stateOf(team, id, MONDAY)).stage.id).toBe('mql');
    return { team, leads, after: MONDAY + HOUR_MS };
  }
  const stagesOf = async (team: Team, now: number) => {
    await refolds(team, now);
    return rows<{ stage: string; n: number }>(
      team.workspaceId,
      'select stage, count(*) as n from leads group by 1',
    );
  };

  test('leaves leads that no longer qualify where they are, unless asked', async () => {
    const { team, after: then } = await entered();
    const { job } = await publish(team, scoreForMql(10_000), {}, then);
    expect(await json('GET', `/v1/jobs/${job}`, { token: team.admin, now: then })).toMatchObject({
      state: 'done',
      done: 2,
      total: 2,
    });
    expect(await stagesOf(team, then)).toEqual([{ stage: 'mql', n: 2 }]);
  });

  test('moves them back when asked, once, and withdraws their hand-offs', async () => {
    const { team, leads, after: then } = await entered();
    await publish(team, scoreForMql(10_000), { choices: { leads: 'moveBack', clocks: 'new' } }, then);
    const [first = ''] = leads;
    expect(await stagesOf(team, then)).toEqual([{ stage: expect.not.stringMatching('mql'), n: 2 }]);
    const { facts } = await json('GET', `/v1/leads/${first}/facts`, {
      token: team.admin,
      now: then + DAY_MS,
    });
    const back = facts.filter(
      ({ kind, body }: { kind: string; body: { cause: string } }) =>
        kind === 'stage.entered' && body.cause === 'publish',
    );
    expect(back).toHaveLength(1);
    const { handoffs } = await stateOf(team, first, then + DAY_MS);
    expect(handoffs).toMatchObject([{ closed: { how: 'withdrawn' } }]);
    expect(await refolds(team, then + DAY_MS)).toEqual({ checked: 2, differing: [] });
  });
});

describe('[CLK8] publishing and running clocks', () => {
  async function running() {
    const team = await openTeam(MONDAY, firstResponse(240));
    const id = await addLead(team.admin, { owner: team.sdr.id });
    await askForDemo(team.admin, id);
    const { dueAt } = await clockOf(team, id, MONDAY);
    // Lunch is no open time.
    expect(dueAt).toBe(MONDAY + 5 * HOUR_MS);
    return { team, id, dueAt: dueAt ?? 0, after: MONDAY + 3 * HOUR_MS };
  }

  test('a clock keeps its version by default', async () => {
    const { team, id, dueAt, after: then } = await running();
    await publish(team, firstResponse(30), {}, then);
    expect(await clockOf(team, id, then)).toMatchObject({ dueAt, policy: { version: 2 } });
  });

  test('asked for, running ones follow, and nobody is breached by the publish', async () => {
    const { team, id, after: then } = await running();
    await publish(team, firstResponse(30), { choices: { leads: 'stay', clocks: 'running' } }, then);
    // Half an hour from its start is long over: half an hour from now it is.
    const clock = await clockOf(team, id, then);
    expect(clock).toMatchObject({ status: 'running', dueAt: then + 30 * MINUTE_MS });
    expect(await clockOf(team, id, then + 30 * MINUTE_MS)).toMatchObject({ status: 'running' });
    expect(await clockOf(team, id, then + 30 * MINUTE_MS + 1)).toMatchObject({ status: 'breached' });
    expect(await refolds(team, then + HOUR_MS)).toEqual({ checked: 1, differing: [] });
  });

  test('two publishes in a row leave what the second says', async () => {
    const { team, id, after: then } = await running();
    const choices = { leads: 'stay', clocks: 'running' };
    await publish(team, firstResponse(30), { choices }, then);
    const second = await publish(team, firstResponse(480), { choices }, then);
    expect(second).toMatchObject({ version: 4, signed: true });
    const clock = await clockOf(team, id, then + MINUTE_MS);
    // 480 open minutes from its start at 10:00 reach into Tuesday.
    expect(clock.status).toBe('running');
    expect(clock.dueAt).toBeGreaterThan(MONDAY + 7 * HOUR_MS);
    const known = await rows<{ v: number }>(
      team.workspaceId,
      'select distinct known_version as v from leads',
    );
    expect(known).toEqual([{ v: 4 }]);
    expect(await refolds(team, then + HOUR_MS)).toEqual({ checked: 1, differing: [] });
  });

  test('[DEF3] what takes effect later changes nothing before', async () => {
    const { team, id, dueAt } = await running();
    const effectiveAt = MONDAY + 2 * HOUR_MS;
    const choices = { leads: 'stay', clocks: 'running' };
    const published = await publish(team, firstResponse(600), { choices, effectiveAt }, MONDAY + HOUR_MS);
    const job = (now: number) => json('GET', `/v1/jobs/${published.job}`, { token: team.admin, now });
    expect(await job(effectiveAt - 1)).toMatchObject({ state: 'running', done: 0 });
    expect(await clockOf(team, id, effectiveAt - 1)).toMatchObject({ dueAt });
    expect(await job(effectiveAt)).toMatchObject({ state: 'done', done: 1 });
    expect((await clockOf(team, id, effectiveAt)).dueAt).toBeGreaterThan(dueAt);
    const [row] = await rows<{ at: number }>(team.workspaceId, 'select evaluated_at as at from leads');
    expect(row?.at).toBe(effectiveAt);
  });
});

test('[TRI1] with the first signed version every trial clock ends and its lead is backlog', async () => {
  const workspace = await openWorkspace();
  const person = (name: string, role: 'manager' | 'marketer', side: 'sales' | 'marketing') =>
    addPerson(workspace, { name, role, side });
  const marketer = await person('Mia', 'marketer', 'marketing');
  const manager = await person('Max', 'manager', 'sales');
  const sdr = await addPerson(workspace);
  const team: Team = { ...workspace, marketer, manager, sdr, colleague: sdr };
  const leads: string[] = [];
  for (let lead = 0; lead < 12; lead += 1) {
    const id = await addLead(team.admin, { owner: sdr.id });
    await askForDemo(team.admin, id);
    leads.push(id);
  }
  const signers: Definitions['signers'] = [
    { side: 'marketing', member: marketer.id },
    { side: 'sales', member: manager.id },
  ];
  const then = MONDAY + HOUR_MS;
  await publish(team, (body) => ({ ...body, signers }), {}, then);
  await refolds(team, then);
  const kept = await rows<{ backlog: number; clock: string | null; n: number }>(
    team.workspaceId,
    'select backlog, clock, count(*) as n from leads group by 1, 2',
  );
  expect(kept).toEqual([{ backlog: 1, clock: null, n: leads.length }]);
  const later = MONDAY + 10 * DAY_MS;
  expect(await refolds(team, later)).toEqual({ checked: leads.length, differing: [] });
  const breaches = await rows(team.workspaceId, "select 1 from facts where kind = 'clock.breached'");
  expect(breaches).toEqual([]);
});
