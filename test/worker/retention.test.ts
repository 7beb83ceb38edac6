import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, send } from './api.ts';
import { rows } from './database.ts';
import { Device } from './outbox.ts';

describe('retention', () => {
  test('[PRI4] [PRI5] everybody reads how long what is kept; an admin changes it within bounds', async () => {
    const team = await openTeam();
    const { kinds } = await json('GET', '/v1/retention', { token: team.sdr.token });
    expect(kinds).toContainEqual({ kind: 'commands', days: 90, least: 31, most: 3650, forever: false });
    const put = (token: string, body: unknown) => send('PUT', '/v1/retention', { token, body });
    expect((await put(team.manager.token, { audit: 400 })).status).toBe(403);
    for (const body of [{ commands: 30 }, { commands: null }, { leads: 0 }, { shoes: 4 }])
      expect((await put(team.admin, body)).status).toBe(422);
    expect((await put(team.admin, { leads: null, notices: 7 })).status).toBe(200);
    const after = await json('GET', '/v1/retention', { token: team.sdr.token });
    const daysOf = (kind: string) => after.kinds.find((one: { kind: string }) => one.kind === kind).days;
    expect([daysOf('leads'), daysOf('notices'), daysOf('commands')]).toEqual([null, 7, 90]);
  });

  test('[PRI4] a lead nobody saw anything of for so long goes, one that is worked stays', async () => {
    const team = await openTeam();
    await json('PUT', '/v1/retention', { token: team.admin, body: { leads: 30 } });
    const silent = await addLead(team.marketer.token, { emails: ['silent@um.example'] });
    const open = await addLead(team.marketer.token, { owner: team.sdr.id });
    await askForDemo(team.marketer.token, open);
    await json('GET', '/v1/me', { token: team.admin, now: MONDAY + 29 * DAY_MS });
    expect(await rows(team.workspaceId, 'select id from leads')).toHaveLength(2);
    const later = MONDAY + 32 * DAY_MS;
    await json('GET', '/v1/me', { token: team.admin, now: later });
    expect(await rows(team.workspaceId, 'select id from leads')).toEqual([{ id: open }]);
    expect(await rows(team.workspaceId, 'select id from facts where lead_id = ?', silent)).toEqual([]);
    // They asked for nothing: should they come again, they are welcome.
    const { results } = await json('POST', '/v1/leads', {
      token: team.marketer.token,
      body: { leads: [{ emails: ['silent@um.example'] }] },
      now: later,
    });
    expect(results[0]).toMatchObject({ created: true });
  });

  test('[PRI4] a device that was revoked goes with what it sent, one in use stays', async () => {
    const team = await openTeam();
    const { devices } = await json('GET', '/v1/devices', { token: team.sdr.token });
    await send('DELETE', `/v1/devices/${devices[0].id}`, { token: team.sdr.token });
    const kept = async () => rows(team.workspaceId, 'select id from devices where id = ?', devices[0].id);
    await json('GET', '/v1/me', { token: team.admin, now: MONDAY + 89 * DAY_MS });
    expect(await kept()).toHaveLength(1);
    await json('GET', '/v1/me', { token: team.admin, now: MONDAY + 92 * DAY_MS });
    expect(await kept()).toEqual([]);
  });

  test('[PRI4] commands go, what they did stays, and said again they do nothing twice', async () => {
    const team = await openTeam();
    const id = await addLead(team.marketer.token, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    await device.pullAll();
    const command = device.command('attempt.log', {
      leadId: id,
      channel: 'call',
      outcome: 'no_answer',
      evidence: 'clicked',
    });
    await device.push([command]);
    const later = MONDAY + 92 * DAY_MS;
    await json('GET', '/v1/me', { token: team.admin, now: later });
    expect(await rows(team.workspaceId, 'select * from commands')).toEqual([]);
    expect(await device.push([command], later)).toMatchObject({ results: [{ result: 'duplicate' }] });
    const made = await rows(team.workspaceId, "select id from facts where kind = 'attempt.made'");
    expect(made).toEqual([{ id: command.id }]);
  });
});

test('an admin sees how the workspace is doing, and nobody else', async () => {
  const team = await openTeam();
  await askForDemo(team.marketer.token, await addLead(team.marketer.token));
  const health = await json('GET', '/v1/admin/health', { token: team.admin });
  expect(health).toMatchObject({
    at: MONDAY,
    due: { leads: 0, lagMs: 0 },
    unnotedErasures: 0,
    rows: { leads: 1, members: 5 },
  });
  expect(health.databaseBytes).toBeGreaterThan(50_000);
  expect(health.meters.factsToday).toBe(health.rows.facts);
  expect(health.meters.requests).toBeGreaterThan(5);
  for (const { token } of [team.manager, team.sdr])
    expect((await send('GET', '/v1/admin/health', { token })).status).toBe(403);
});
