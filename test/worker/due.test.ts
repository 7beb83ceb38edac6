import {
  createScheduledController,
  env,
  evictDurableObject,
  runDurableObjectAlarm,
  runInDurableObject,
} from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import type { Env } from '../../worker/env.ts';
import worker from '../../worker/index.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, send } from './api.ts';
import { objectOf, rows } from './database.ts';
import { Device } from './outbox.ts';

async function kindsOf(token: string, leadId: string, now: number): Promise<string[]> {
  const { facts } = await json('GET', `/v1/leads/${leadId}/facts`, { token, now });
  return facts.map(({ kind }: { kind: string }) => kind);
}

describe('[CLK9] the due table', () => {
  test('holds one instant per lead, the next at which something must be done', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    await askForDemo(team.admin, leadId);
    const due = await rows<{ lead_id: string; due_at: number }>(team.workspaceId, 'select * from clocks');
    expect(due.map(({ lead_id }) => lead_id)).toEqual([leadId]);
    const { state } = await json('GET', `/v1/leads/${leadId}`, { token: team.admin });
    expect(due[0]?.due_at).toBe(state.validUntil);
  });

  test('a breach is recorded when it is due, once, however often anybody looks', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    await askForDemo(team.admin, leadId);
    const { state } = await json('GET', `/v1/leads/${leadId}`, { token: team.admin });
    const { dueAt, id } = state.clocks.find(({ kind }: { kind: string }) => kind === 'first_response');
    expect(await kindsOf(team.admin, leadId, dueAt)).not.toContain('clock.breached');
    for (const now of [dueAt + 1, dueAt + HOUR_MS, dueAt + HOUR_MS]) await kindsOf(team.admin, leadId, now);
    const { facts } = await json('GET', `/v1/leads/${leadId}/facts`, {
      token: team.admin,
      now: dueAt + HOUR_MS,
    });
    const breaches = facts.filter(
      ({ kind, body }: { kind: string; body: { clock: string } }) =>
        kind === 'clock.breached' && body.clock === id,
    );
    expect(breaches).toMatchObject([{ at: dueAt + 1 }]);
  });
});

/** Real time from here on: no header, so that the object's own alarm is set. */
async function liveTeam() {
  // A request without the header happens now; the years between are lived through first.
  const now = Date.now();
  const team = await openTeam(now - HOUR_MS);
  const leadId = await addLead(team.admin, { owner: team.sdr.id, now: now - HOUR_MS });
  await askForDemo(team.admin, leadId, now - HOUR_MS);
  return { ...team, leadId };
}

/** As if what is due had been due an hour ago and nobody had come. */
function makeDue(workspaceId: string) {
  return runInDurableObject(objectOf(workspaceId), (_, state) => {
    state.storage.sql.exec('update clocks set due_at = ?', Date.now() - HOUR_MS);
  });
}

async function evaluatedAt(workspaceId: string, leadId: string): Promise<number> {
  const [row] = await rows<{ evaluated_at: number }>(
    workspaceId,
    'select evaluated_at from leads where id = ?',
    leadId,
  );
  return row?.evaluated_at ?? 0;
}

function alarmOf(workspaceId: string): Promise<number | null> {
  return runInDurableObject(objectOf(workspaceId), (_, state) => state.storage.getAlarm());
}

/** A request at the real instant. */
function live(token: string) {
  return send('GET', '/v1/me', { token, headers: { 'Combinado-Now': 'now' } });
}

describe('[CLK9] alarms', () => {
  test('the alarm comes no later than the earliest instant due', async () => {
    const { admin, workspaceId } = await liveTeam();
    await live(admin);
    const [due] = await rows<{ at: number }>(workspaceId, 'select min(due_at) as at from clocks');
    expect(await alarmOf(workspaceId)).toBeLessThanOrEqual(due?.at ?? 0);
  });

  test.each([1, 2, 7])('delivered %i times, it does its work once', async (times) => {
    const { admin, workspaceId, leadId } = await liveTeam();
    await makeDue(workspaceId);
    await live(admin);
    const before = await json('GET', `/v1/leads/${leadId}/facts`, { token: admin, now: Date.now() });
    for (let delivery = 0; delivery < times; delivery += 1) {
      await makeDue(workspaceId);
      await runInDurableObject(objectOf(workspaceId), (object) => object.alarm());
    }
    const after = await json('GET', `/v1/leads/${leadId}/facts`, { token: admin, now: Date.now() });
    expect(after.facts.length).toBe(before.facts.length);
  });

  test('it looks at no more than 200 leads and comes again for the rest at once', async () => {
    const { admin, workspaceId } = await liveTeam();
    const leads = Array.from({ length: 250 }, (_, index) => ({ emails: [`due${index}@example.org`] }));
    await json('POST', '/v1/leads', { token: admin, body: { leads }, now: Date.now() });
    await runInDurableObject(objectOf(workspaceId), (_, state) => {
      const past = Date.now() - HOUR_MS;
      state.storage.sql.exec('insert or replace into clocks select id, ? from leads', past);
    });
    await runInDurableObject(objectOf(workspaceId), (object) => object.alarm());
    const left = await rows<{ n: number }>(
      workspaceId,
      'select count(*) as n from clocks where due_at <= ?',
      Date.now(),
    );
    expect(left[0]?.n).toBe(51);
    expect(await alarmOf(workspaceId)).toBeLessThanOrEqual(Date.now());
    expect(await runDurableObjectAlarm(objectOf(workspaceId))).toBe(true);
  });

  test('a missed alarm heals at the next request', async () => {
    const { admin, workspaceId, leadId } = await liveTeam();
    await makeDue(workspaceId);
    await runInDurableObject(objectOf(workspaceId), (_, state) => state.storage.deleteAlarm());
    const before = await evaluatedAt(workspaceId, leadId);
    await live(admin);
    expect(await evaluatedAt(workspaceId, leadId)).toBeGreaterThan(before);
  });

  test('a missed alarm heals by the hourly cron', async () => {
    const { admin, workspaceId, leadId } = await liveTeam();
    await live(admin);
    await makeDue(workspaceId);
    await runInDurableObject(objectOf(workspaceId), (_, state) => state.storage.deleteAlarm());
    const registry = (env as unknown as Env).REGISTRY.getByName('registry');
    await registry.noteDue(workspaceId, Date.now() - HOUR_MS);
    const before = await evaluatedAt(workspaceId, leadId);
    await worker.scheduled(createScheduledController(), env as unknown as Env);
    expect(await evaluatedAt(workspaceId, leadId)).toBeGreaterThan(before);
  });
});

describe('[FCT8] folding again gives the rows byte for byte', () => {
  async function lived() {
    const team = await openTeam();
    const leadIds: string[] = [];
    for (let lead = 0; lead < 6; lead += 1) {
      const leadId = await addLead(team.admin, { owner: lead % 2 ? team.sdr.id : undefined });
      leadIds.push(leadId);
      await askForDemo(team.admin, leadId, MONDAY + lead * HOUR_MS);
    }
    const [first = '', second = ''] = leadIds;
    const device = new Device(team.manager.token);
    const log = { leadId: second, channel: 'call', outcome: 'connected', evidence: 'clicked' };
    await device.give('attempt.log', log, {}, MONDAY + 6 * HOUR_MS);
    await device.give('lead.optOut', { leadId: first, channel: 'all' }, {}, MONDAY + 7 * HOUR_MS);
    return team;
  }

  test('after everything, at any later instant', async () => {
    const team = await lived();
    for (const days of [0, 1, 3, 40]) {
      const now = MONDAY + 8 * HOUR_MS + days * DAY_MS;
      const check = await json('GET', '/v1/admin/refold', { token: team.admin, now });
      expect(check).toEqual({ checked: 6, differing: [] });
    }
  });

  test('also after the object was evicted', async () => {
    const team = await lived();
    await evictDurableObject(objectOf(team.workspaceId));
    const now = MONDAY + 9 * HOUR_MS;
    expect(await json('GET', '/v1/admin/refold', { token: team.admin, now })).toEqual({
      checked: 6,
      differing: [],
    });
  });

  test('and finds a row that was tampered with', async () => {
    const team = await lived();
    // The instant of the last command: nothing falls due in between that would write the row anew.
    const now = MONDAY + 7 * HOUR_MS;
    const [row] = await rows<{ id: string }>(team.workspaceId, 'select id from leads limit 1');
    await runInDurableObject(objectOf(team.workspaceId), (_, state) => {
      state.storage.sql.exec('update leads set score = score + 1 where id = ?', row?.id ?? '');
    });
    const check = await json('GET', '/v1/admin/refold', { token: team.admin, now });
    expect(check.differing).toEqual([row?.id]);
  });
});

test('[FCT7] only the worker decides: deciding again at the same instant adds nothing', async () => {
  const team = await openTeam();
  const leadId = await addLead(team.admin);
  await askForDemo(team.admin, leadId);
  const before = await kindsOf(team.admin, leadId, MONDAY);
  expect(before).toEqual(expect.arrayContaining(['stage.entered', 'handoff.opened']));
  await runInDurableObject(objectOf(team.workspaceId), (_, state) => {
    state.storage.sql.exec('insert or replace into clocks select id, ? from leads', MONDAY);
  });
  expect(await kindsOf(team.admin, leadId, MONDAY)).toEqual(before);
});
