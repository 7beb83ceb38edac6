import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import type { LeadState } from '../../shared/lead/state.ts';
import { addLead, addPerson, askForDemo, json, MONDAY, openTeam, type Person } from './api.ts';
import { rows } from './database.ts';
import { Device } from './outbox.ts';

const WEEK = MONDAY + 7 * DAY_MS;

/** A sales team of three under a manager; Sam of the ordinary team is not in it. */
async function salesTeam(sizes: readonly (number | undefined)[] = [undefined, undefined, undefined]) {
  const team = await openTeam();
  const sales = { id: 'sales', label: 'Sales', side: 'sales', manager: team.manager.id };
  await json('POST', '/v1/teams', { token: team.admin, body: sales });
  const people: Person[] = [];
  for (const [index] of sizes.entries())
    people.push(await addPerson(team, { name: `Rep ${index}`, team: 'sales', now: MONDAY - MINUTE_MS }));
  people.sort((a, b) => (a.id < b.id ? -1 : 1));
  const handOff = async (now = MONDAY, owner?: string) => {
    const leadId = await addLead(team.admin, { now, ...(owner === undefined ? {} : { owner }) });
    await askForDemo(team.admin, leadId, now);
    return leadId;
  };
  const stateOf = async (leadId: string, now: number): Promise<LeadState> =>
    (await json('GET', `/v1/leads/${leadId}`, { token: team.admin, now })).state;
  const away = (who: Person, body: object, now = MONDAY) =>
    json('POST', '/v1/absences', { token: who.token, body, now });
  return { ...team, people, handOff, stateOf, away };
}

describe('[HOF2] round robin over those who can take it', () => {
  test('in turn, and whoever is away is passed over', async () => {
    const { people, handOff, stateOf, away } = await salesTeam();
    const [a, b, c] = people as [Person, Person, Person];
    await away(b, { until: WEEK });
    const owners: (string | undefined)[] = [];
    for (let count = 0; count < 4; count += 1)
      owners.push((await stateOf(await handOff(MONDAY + count), MONDAY + count)).owner?.id);
    expect(owners).toEqual([a.id, c.id, a.id, c.id]);
  });

  test('an active owner already on the lead keeps it', async () => {
    const { handOff, stateOf, colleague } = await salesTeam();
    const leadId = await handOff(MONDAY, colleague.id);
    expect((await stateOf(leadId, MONDAY)).owner?.id).toBe(colleague.id);
  });

  test('under today’s capacity; the rest waits unassigned, with a clock of its own, until tomorrow', async () => {
    const team = await openTeam();
    const sales = { id: 'sales', label: 'Sales', side: 'sales' };
    await json('POST', '/v1/teams', { token: team.admin, body: sales });
    const body = { name: 'Rep', side: 'sales', role: 'sdr', team: 'sales', perDay: 1 };
    const { id } = await json('POST', '/v1/members', { token: team.admin, body });
    const leads: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      leads.push(await addLead(team.admin, { now: MONDAY + count }));
      await askForDemo(team.admin, leads[count] ?? '', MONDAY + count);
    }
    const read = async (place: number, now: number): Promise<LeadState> =>
      (await json('GET', `/v1/leads/${leads[place]}`, { token: team.manager.token, now })).state;
    expect((await read(0, MONDAY + 2)).owner?.id).toBe(id);
    const waiting = await read(1, MONDAY + 2);
    expect(waiting.owner).toBeNull();
    expect(waiting.clocks.find(({ kind }) => kind === 'assignment')).toMatchObject({ status: 'running' });
    const unassigned = await json('GET', '/v1/leads?owner=none', {
      token: team.manager.token,
      now: MONDAY + 2,
    });
    expect(unassigned.leads.map((lead: { id: string }) => lead.id)).toEqual([leads[1]]);
    // 9:00 in New York: a new day has room in it.
    const opening = Date.parse('2026-03-03T14:00:00Z');
    expect((await read(1, opening)).owner).toEqual({ id, since: opening });
  });

  test('first those whose own hours left today cover the promise, else whoever opens next', async () => {
    const team = await openTeam();
    await json('POST', '/v1/teams', {
      token: team.admin,
      body: { id: 'sales', label: 'Sales', side: 'sales' },
    });
    const week = (from: string, to: string) =>
      Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [[from, to]]]));
    const join = async (name: string, from: string, to: string): Promise<string> => {
      const hours = { zone: 'America/New_York', week: week(from, to), holidays: [] };
      const body = { name, side: 'sales', role: 'sdr', team: 'sales', hours };
      return (await json('POST', '/v1/members', { token: team.admin, body })).id;
    };
    // It is 10:00 there. Early leaves in five minutes, Late comes at noon and has the whole promise left.
    const early = await join('Early', '06:00', '10:05');
    const late = await join('Late', '12:00', '20:00');
    const handOff = async (now: number) => {
      const leadId = await addLead(team.admin, { now });
      await askForDemo(team.admin, leadId, now);
      return (await json('GET', `/v1/leads/${leadId}`, { token: team.admin, now })).state.owner?.id;
    };
    expect(await handOff(MONDAY)).toBe(late);
    expect(await handOff(MONDAY + 1)).toBe(late);
    // 21:00: neither has time left today; Early opens first tomorrow.
    expect(await handOff(MONDAY + 11 * HOUR_MS)).toBe(early);
  });
});

describe('[CLK10] somebody is away', () => {
  test('their running clocks are listed, and in one click go to the next in turn', async () => {
    const { people, manager, handOff, stateOf, away } = await salesTeam();
    const [a, b, c] = people as [Person, Person, Person];
    const held: string[] = [];
    for (let count = 0; count < 9; count += 1) {
      const leadId = await handOff(MONDAY + count);
      if ((await stateOf(leadId, MONDAY + count)).owner?.id === a.id) held.push(leadId);
    }
    expect(held).toHaveLength(3);
    const now = MONDAY + HOUR_MS;
    const said = await away(manager, { memberId: a.id, until: WEEK, reason: 'flu' }, now);
    expect(said).toMatchObject({ absence: { memberId: a.id, reason: 'flu', by: manager.id }, leads: 3 });
    const first = said.clocks.filter(({ kind }: { kind: string }) => kind === 'first_response');
    expect(first.map(({ leadId }: { leadId: string }) => leadId)).toEqual(held.toSorted());
    const path = `/v1/absences/${said.absence.id}/redistribute`;
    const given = await json('POST', path, { token: manager.token, body: {}, now });
    expect(given).toMatchObject({ left: [], more: false });
    expect(given.given.map(({ leadId }: { leadId: string }) => leadId)).toEqual(held.toSorted());
    const owners = new Set(given.given.map(({ owner }: { owner: string }) => owner));
    expect(owners).toEqual(new Set([b.id, c.id]));
    for (const leadId of held) {
      const state = await stateOf(leadId, now);
      const clock = state.clocks.find(({ kind }) => kind === 'first_response');
      expect(clock?.startedAt).toBeLessThan(now);
      expect(clock?.legs).toHaveLength(2);
    }
    expect(await json('POST', path, { token: manager.token, body: {}, now })).toMatchObject({ given: [] });
  });

  test('their team’s manager is told of it, once, unless it was they who said so', async () => {
    const { people, manager, handOff, away, workspaceId } = await salesTeam();
    const [a] = people as [Person];
    await handOff();
    const told = () =>
      rows(workspaceId, "select member_id as member, data from notices where kind = 'owner_away'");
    await away(manager, { memberId: a.id, until: WEEK });
    expect(await told()).toEqual([]);
    await away(a, { until: WEEK });
    const data = JSON.stringify({ member: a.id, leads: 1 });
    expect(await told()).toEqual([{ member: manager.id, data }]);
  });

  test('nobody else there: the leads stay, and are named', async () => {
    const { people, manager, handOff, stateOf, away } = await salesTeam([undefined]);
    const [only] = people as [Person];
    const leadId = await handOff();
    const { absence } = await away(only, { until: WEEK });
    const path = `/v1/absences/${absence.id}/redistribute`;
    expect(await json('POST', path, { token: manager.token, body: {} })).toEqual({
      given: [],
      left: [leadId],
      more: false,
    });
    expect((await stateOf(leadId, MONDAY)).owner?.id).toBe(only.id);
  });

  test('a return gives nothing back by itself, and whoever is back is in turn again', async () => {
    const { people, manager, handOff, stateOf, away } = await salesTeam([undefined, undefined]);
    const [a, b] = people as [Person, Person];
    const leadId = await handOff();
    expect((await stateOf(leadId, MONDAY)).owner?.id).toBe(a.id);
    const { absence } = await away(a, { until: WEEK });
    await json('POST', `/v1/absences/${absence.id}/redistribute`, { token: manager.token, body: {} });
    const back = MONDAY + DAY_MS;
    const ended = await json('POST', `/v1/absences/${absence.id}/end`, {
      token: a.token,
      body: {},
      now: back,
    });
    expect(ended).toMatchObject({ until: back, endedAt: back });
    expect((await stateOf(leadId, back)).owner?.id).toBe(b.id);
    const owners: (string | undefined)[] = [];
    for (let count = 1; count < 3; count += 1)
      owners.push((await stateOf(await handOff(back + count), back + count)).owner?.id);
    expect(owners).toContain(a.id);
    const again = await json('POST', `/v1/absences/${absence.id}/end`, {
      token: a.token,
      body: {},
      now: back + 1,
    });
    expect(again).toMatchObject({ status: 409 });
  });

  test('when the only one comes back, what waited for nobody is theirs', async () => {
    const { people, handOff, stateOf, away } = await salesTeam([undefined]);
    const [only] = people as [Person];
    await away(only, { until: MONDAY + DAY_MS });
    const leadId = await handOff(MONDAY + 1);
    expect((await stateOf(leadId, MONDAY + 1)).owner).toBeNull();
    expect((await stateOf(leadId, MONDAY + DAY_MS)).owner?.id).toBe(only.id);
  });
});

describe('[HOF2] who may say so, and what others see of it', () => {
  test('oneself from today on; a manager for anybody, up to a week back', async () => {
    const { sdr, colleague, manager, away } = await salesTeam([]);
    expect(await away(sdr, { memberId: colleague.id, until: WEEK })).toMatchObject({ status: 403 });
    const until = MONDAY + DAY_MS;
    expect(await away(sdr, { from: MONDAY - 2 * DAY_MS, until })).toMatchObject({
      errors: [{ pointer: '/from' }],
    });
    expect(await away(manager, { memberId: sdr.id, from: MONDAY - 2 * DAY_MS, until })).toHaveProperty(
      'absence',
    );
    expect(await away(manager, { memberId: sdr.id, from: MONDAY - 8 * DAY_MS, until })).toMatchObject({
      errors: [{ pointer: '/from' }],
    });
    expect(await away(manager, { memberId: 'nobody', until })).toMatchObject({
      errors: [{ pointer: '/memberId' }],
    });
    expect(await away(sdr, { until: MONDAY })).toMatchObject({ errors: [{ pointer: '/until' }] });
    expect(await away(sdr, { until: MONDAY + 400 * DAY_MS })).toMatchObject({
      errors: [{ pointer: '/until' }],
    });
  });

  test('[PRI5] the reason is for oneself and managers; it never reaches another device', async () => {
    const { sdr, colleague, manager, away } = await salesTeam([]);
    const { absence } = await away(sdr, { until: WEEK, reason: 'surgery' });
    const list = async ({ token }: Person) => (await json('GET', '/v1/absences', { token })).absences;
    expect(await list(sdr)).toMatchObject([{ id: absence.id, reason: 'surgery' }]);
    expect(await list(manager)).toMatchObject([{ reason: 'surgery' }]);
    expect(await list(colleague)).toMatchObject([{ memberId: sdr.id, reason: null }]);
    const pages = await new Device(colleague.token).pullAll();
    expect(JSON.stringify(pages)).not.toContain('surgery');
    const read = async (id: string) => json('GET', `/v1/absences/${id}`, { token: colleague.token });
    expect(await read(absence.id)).toEqual(await read('unknown'));
    const past = MONDAY + 8 * DAY_MS;
    expect(await json('GET', '/v1/absences', { token: sdr.token, now: past })).toEqual({ absences: [] });
    const all = await json('GET', '/v1/absences?all=true', { token: sdr.token, now: past });
    expect(all.absences).toHaveLength(1);
  });

  test('[FCT8] rows stand when an absence is said, ended and past', async () => {
    const { people, admin, handOff, away } = await salesTeam();
    const [a] = people as [Person];
    for (let count = 0; count < 3; count += 1) await handOff(MONDAY + count);
    const { absence } = await away(a, { from: MONDAY + HOUR_MS, until: WEEK }, MONDAY + MINUTE_MS);
    const check = async (now: number) =>
      (await json('GET', '/v1/admin/refold', { token: admin, now })).differing;
    expect(await check(MONDAY + 2 * HOUR_MS)).toEqual([]);
    const end = MONDAY + DAY_MS;
    await json('POST', `/v1/absences/${absence.id}/end`, { token: a.token, body: {}, now: end });
    expect(await check(end + 1)).toEqual([]);
    expect(await check(WEEK + 1)).toEqual([]);
  });
});
