import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import type { Fact } from '../../shared/lead/facts.ts';
import type { ClockState } from '../../shared/lead/state.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, addPerson, askForDemo, json, MONDAY, openTeam, send, type Team } from './api.ts';
import { objectOf, rows } from './database.ts';
import { Device } from './outbox.ts';

const twoHours = (body: Definitions): Definitions => ({
  ...body,
  policies: body.policies.map((policy) =>
    policy.kind === 'first_response' ? { ...policy, target: { businessMinutes: 60 } } : policy,
  ),
});

async function handedOff(count = 1) {
  const team = await openTeam(MONDAY, twoHours);
  const leads: string[] = [];
  for (let lead = 0; lead < count; lead += 1) {
    const id = await addLead(team.admin, { owner: team.sdr.id });
    await askForDemo(team.admin, id);
    leads.push(id);
  }
  return { team, leads, id: leads[0] ?? '' };
}

const close = (token: string, wanted: object, now = MONDAY) =>
  json('POST', '/v1/closures', { token, body: { reason: 'storm', ...wanted }, now });
async function clockOf(team: Team, id: string, now: number): Promise<ClockState> {
  const { state } = await json('GET', `/v1/leads/${id}`, { token: team.admin, now });
  return state.clocks.find(({ kind }: ClockState) => kind === 'first_response');
}
const factsOf = async (team: Team, id: string, now: number): Promise<Fact[]> =>
  (await json('GET', `/v1/leads/${id}/facts`, { token: team.admin, now })).facts;
const refolds = (team: Team, now: number) => json('GET', '/v1/admin/refold', { token: team.admin, now });

/** 10:30 to 11:30, while the hour promised at 10:00 runs. */
const STORM = { start: MONDAY + 30 * MINUTE_MS, end: MONDAY + 90 * MINUTE_MS };

describe('[CAL7] a closed period', () => {
  test('moves running clocks by the open time it took, and says so', async () => {
    const { team, id } = await handedOff();
    const now = MONDAY + 40 * MINUTE_MS;
    expect((await clockOf(team, id, now)).dueAt).toBe(MONDAY + HOUR_MS);
    const { closure, job } = await close(team.admin, STORM, now);
    expect(closure).toMatchObject({
      team: null,
      calendars: null,
      ...STORM,
      by: team.adminId,
      declaredAt: now,
    });
    const clock = await clockOf(team, id, now);
    expect(clock).toMatchObject({ status: 'running', dueAt: STORM.end + 30 * MINUTE_MS });
    expect(clock.moves).toContainEqual({ at: now, cause: 'closure', dueAt: clock.dueAt });
    const done = await json('GET', `/v1/jobs/${job}`, { token: team.admin, now });
    expect(done).toMatchObject({ state: 'done', result: { leads: 1, failed: 0 } });
    // The due table moved with it: nobody is breached at the old hour.
    const kinds = (await factsOf(team, id, STORM.end)).map(({ kind }) => kind);
    expect(kinds).not.toContain('clock.breached');
    expect(await refolds(team, STORM.end)).toEqual({ checked: 1, differing: [] });
  });

  test('corrects breaches inside it', async () => {
    const { team, id } = await handedOff();
    const late = MONDAY + 80 * MINUTE_MS;
    expect((await clockOf(team, id, late)).status).toBe('breached');
    await close(team.admin, STORM, late);
    expect(await clockOf(team, id, late)).toMatchObject({ status: 'running' });
    const facts = await factsOf(team, id, late);
    const breached = facts.filter(({ kind }) => kind === 'clock.breached');
    expect(breached.length).toBeGreaterThan(0);
    expect(facts.filter(({ kind }) => kind === 'clock.corrected')).toHaveLength(breached.length);
    expect(await refolds(team, late)).toEqual({ checked: 1, differing: [] });
  });

  test('[FCT8] rows not looked at yet fold to their own bytes, with the calendars they were folded with', async () => {
    const { team, leads } = await handedOff(25);
    await close(team.admin, STORM, MONDAY + 40 * MINUTE_MS);
    // One slice, as a request does whose alarm was lost; the check looks at the rest as they are.
    const check = async () => {
      const response = await send('GET', '/v1/admin/refold', {
        token: team.admin,
        headers: { 'Combinado-Now': 'now' },
      });
      return response.json();
    };
    await runInDurableObject(objectOf(team.workspaceId), (_, state) => {
      state.storage.sql.exec('delete from clocks');
    });
    expect(await check()).toEqual({ checked: leads.length, differing: [] });
    const generations = await rows<{ g: number; n: number }>(
      team.workspaceId,
      'select generation as g, count(*) as n from leads group by 1 order by 1',
    );
    expect(generations.map(({ g }) => g)).toEqual([1, 2]);
    expect(generations.reduce((sum, { n }) => sum + n, 0)).toBe(leads.length);
    await refolds(team, Date.now() + HOUR_MS);
    const kept = await rows(team.workspaceId, 'select 1 from calendars_before');
    expect(kept).toEqual([]);
  });

  test('reaches devices with the changed calendars', async () => {
    const { team } = await handedOff();
    const device = new Device(team.sdr.token);
    await device.pullAll();
    await close(team.admin, STORM, MONDAY + 40 * MINUTE_MS);
    const pages = await device.pullAll(MONDAY + 41 * MINUTE_MS);
    const version = pages.flatMap(({ versions }) => versions).find((one) => one.version === 2);
    const office = version?.calendars['office'];
    expect(office?.generation).toBe(2);
    expect(office?.closures).toMatchObject([{ ...STORM, declaredAt: MONDAY + 40 * MINUTE_MS }]);
    expect(office?.periods.some(({ start, end }) => start < STORM.end && end > STORM.start)).toBe(false);
  });

  test('holds for versions published after it', async () => {
    const { team } = await handedOff();
    const now = MONDAY + 40 * MINUTE_MS;
    await close(team.admin, STORM, now);
    const { definitions } = await json('GET', '/v1/definitions/current', { token: team.admin, now });
    const body = { definitions: { ...definitions, title: 'Next' } };
    const draft = await json('PUT', '/v1/definitions/draft', { token: team.admin, body, now });
    for (const { token } of [team.marketer, team.manager])
      await json('POST', '/v1/definitions/draft/sign', { token, body: { hash: draft.hash }, now });
    await json('POST', '/v1/definitions/draft/publish', { token: team.admin, body: { note: '' }, now });
    const current = await json('GET', '/v1/definitions/current', { token: team.admin, now });
    expect(current.calendars.office.closures).toMatchObject([STORM]);
  });

  test('withdrawn is open again from then on; what was closed stays closed', async () => {
    const { team, id } = await handedOff();
    const now = MONDAY + 40 * MINUTE_MS;
    const { closure } = await close(team.admin, STORM, now);
    const then = MONDAY + 50 * MINUTE_MS;
    const withdraw = (at: number) =>
      json('DELETE', `/v1/closures/${closure.id}`, { token: team.admin, now: at });
    expect(await withdraw(then)).toMatchObject({ closure: { end: then, withdrawnAt: then } });
    expect(await clockOf(team, id, then)).toMatchObject({
      status: 'running',
      dueAt: MONDAY + HOUR_MS + 20 * MINUTE_MS,
    });
    expect(await withdraw(then)).toMatchObject({ status: 409 });
    expect(await refolds(team, then)).toEqual({ checked: 1, differing: [] });
    const { closures } = await json('GET', '/v1/closures', { token: team.sdr.token, now: then });
    expect(closures).toMatchObject([{ id: closure.id, reason: 'storm', withdrawnAt: then }]);
  });

  test('of a team is declared by its manager, of everything by an admin', async () => {
    const { team } = await handedOff();
    const other = await addPerson(team, { name: 'Olga', role: 'manager' });
    const body = { id: 'north', label: 'North', side: 'sales', manager: team.manager.id };
    await json('POST', '/v1/teams', { token: team.admin, body });
    const now = MONDAY + 40 * MINUTE_MS;
    expect(await close(team.sdr.token, { ...STORM, team: 'north' }, now)).toMatchObject({ status: 403 });
    expect(await close(other.token, { ...STORM, team: 'north' }, now)).toMatchObject({ status: 403 });
    expect(await close(team.manager.token, STORM, now)).toMatchObject({ status: 403 });
    const declared = await close(team.manager.token, { ...STORM, team: 'north' }, now);
    expect(declared.closure).toMatchObject({ team: 'north', calendars: ['office'], by: team.manager.id });
    const { entries } = await json('GET', '/v1/audit?action=closure', { token: team.admin, now });
    expect(entries).toMatchObject([
      { action: 'closure.declared', subject: declared.closure.id, by: team.manager.id },
    ]);
    expect(JSON.stringify(entries)).not.toContain('storm');
  });

  test.each([
    ['before it begins', { start: MONDAY, end: MONDAY }, '/end'],
    ['longer than a month', { start: MONDAY, end: MONDAY + 32 * DAY_MS }, '/end'],
    ['from tomorrow', { start: MONDAY + DAY_MS, end: MONDAY + 2 * DAY_MS }, '/start'],
    ['too long ago', { start: MONDAY - 11 * DAY_MS, end: MONDAY - 10 * DAY_MS }, '/start'],
    ['of a team nobody knows', { ...STORM, team: 'nobody' }, '/team'],
    ['of a calendar nobody knows', { ...STORM, calendars: ['office', 'none'] }, '/calendars/1'],
  ])('is refused %s', async (_, wanted, pointer) => {
    const { team } = await handedOff();
    const refused = await close(team.admin, wanted);
    expect(refused).toMatchObject({ status: 422, errors: [{ pointer }] });
  });

  test('within five open days is taken, also when nobody had opened: that is said', async () => {
    const { team } = await handedOff();
    const friday = MONDAY - 3 * DAY_MS;
    expect(await close(team.admin, { start: friday, end: friday + HOUR_MS })).toMatchObject({
      closure: { start: friday },
    });
    const sunday = MONDAY - DAY_MS;
    expect(await close(team.admin, { start: sunday, end: sunday + HOUR_MS })).toMatchObject({ status: 409 });
  });
});

/** More than a year lived through, alarm by alarm. */
const LONG = 90_000;

describe('[CAL3] calendars', { timeout: LONG }, () => {
  test('are compiled further ahead before they end', async () => {
    const { team } = await handedOff();
    const person = { name: 'Hana', role: 'sdr', side: 'sales' };
    const hours = {
      label: 'Madrid',
      zone: 'Europe/Madrid',
      week: { mon: [['09:00', '17:00']] },
      holidays: [],
    };
    const added = await json('POST', '/v1/members', { token: team.admin, body: { ...person, hours } });
    expect(added).toMatchObject({ id: expect.any(String) });
    const office = async (now: number) =>
      (await json('GET', '/v1/definitions/current', { token: team.admin, now })).calendars.office;
    const before = await office(MONDAY);
    const soon = MONDAY + 60 * DAY_MS;
    expect(await office(soon)).toEqual(before);
    const later = MONDAY + 400 * DAY_MS;
    const after = await office(later);
    expect(after.from).toBe(before.from);
    expect(after.to).toBeGreaterThan(later + 2 * 365 * DAY_MS);
    expect(after.generation).toBeGreaterThan(before.generation);
    expect(after.periods.slice(0, before.periods.length - 5)).toEqual(before.periods.slice(0, -5));
    expect(await refolds(team, later)).toEqual({ checked: 1, differing: [] });
    const own = await rows<{ compiled: string }>(team.workspaceId, 'select compiled from calendars');
    expect(own.map(({ compiled }) => JSON.parse(compiled).to)).toEqual([after.to]);
  });

  test('keep what was declared closed when they are compiled again', async () => {
    const team = await openTeam();
    await close(team.admin, STORM, MONDAY + 40 * MINUTE_MS);
    const later = MONDAY + 400 * DAY_MS;
    const { calendars } = await json('GET', '/v1/definitions/current', { token: team.admin, now: later });
    expect(calendars.office.to).toBeGreaterThan(later + 2 * 365 * DAY_MS);
    expect(calendars.office.closures).toMatchObject([STORM]);
  });
});
