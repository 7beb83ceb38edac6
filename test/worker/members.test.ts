import { describe, expect, test } from 'vitest';
import { MembersResponse } from '../../shared/protocol/people.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, addPerson, json, MONDAY, openTeam, openWorkspace, send, signIn } from './api.ts';
import { dump, rows } from './database.ts';
import { Device } from './outbox.ts';

const change = (token: string, id: string, body: object, now = MONDAY) =>
  send('PATCH', `/v1/members/${id}`, { token, body, now });

async function logOf(workspaceId: string, id: string): Promise<{ kind: string; at: number }[]> {
  const [row] = await rows<{ log: string }>(workspaceId, 'select log from members where id = ?', id);
  return JSON.parse(row?.log ?? '[]');
}

describe('[FCT3] a member changes by dated entries', () => {
  test('each of what differs, and nothing of what does not', async () => {
    const team = await openTeam();
    const before = await logOf(team.workspaceId, team.sdr.id);
    const changed = await change(team.admin, team.sdr.id, { role: 'manager', side: 'sales', perDay: 12 });
    expect(await changed.json()).toMatchObject({ id: team.sdr.id, role: 'manager', active: true });
    const after = await logOf(team.workspaceId, team.sdr.id);
    expect(after.slice(before.length)).toEqual([
      { kind: 'role', at: MONDAY, role: 'manager' },
      { kind: 'capacity', at: MONDAY, perDay: 12 },
    ]);
    await change(team.admin, team.sdr.id, { role: 'manager', perDay: 12 });
    expect(await logOf(team.workspaceId, team.sdr.id)).toEqual(after);
  });

  test('the log stays in order when an absence is already planned', async () => {
    const team = await openTeam();
    const at = MONDAY + 100 * HOUR_MS;
    const planned = [...(await logOf(team.workspaceId, team.sdr.id)), { kind: 'away', at, until: at + 1 }];
    const update = 'update members set log = ? where id = ?';
    await rows(team.workspaceId, update, JSON.stringify(planned), team.sdr.id);
    await json('POST', '/v1/teams', { token: team.admin, body: { id: 't', label: 'T', side: 'sales' } });
    await change(team.admin, team.sdr.id, { team: 't' });
    const log = await logOf(team.workspaceId, team.sdr.id);
    expect(log.map(({ at: each }) => each)).toEqual(
      log.map(({ at: each }) => each).toSorted((a, b) => a - b),
    );
    expect(log.at(-2)).toMatchObject({ kind: 'team', team: 't' });
  });

  test('[CAL8] a team has hours of its own for whoever has none, kept until it says otherwise', async () => {
    const team = await openTeam();
    const hours = { label: 'Late', zone: 'UTC', week: { mon: [['12:00', '20:00']] }, holidays: [] };
    const put = (more: object) =>
      json('POST', '/v1/teams', {
        token: team.admin,
        body: { id: 'late', label: 'Late', side: 'sales', ...more },
      });
    expect((await put({ hours })).calendar).toBe('team:late');
    expect((await put({ label: 'Later' })).calendar).toBe('team:late');
    expect((await put({ hours })).calendar).not.toBe('team:late');
    expect((await put({ hours: { ...hours, zone: 'Nowhere/Land' } })).errors[0].pointer).toMatch(/^\/hours/);
    expect((await put({ hours: null })).calendar).toBeNull();
  });

  test('a name is not dated, hours are new ones each time and can be given up', async () => {
    const team = await openTeam();
    const hours = {
      label: 'Mornings',
      zone: 'America/New_York',
      week: { mon: [['09:00', '12:00']] },
      holidays: [],
    };
    await change(team.admin, team.sdr.id, { name: 'Samuel', hours });
    await change(team.admin, team.sdr.id, { hours }, MONDAY + 1);
    await change(team.admin, team.sdr.id, { hours: null }, MONDAY + 2);
    const { members } = await json('GET', '/v1/members', { token: team.admin });
    expect(members.find(({ id }: { id: string }) => id === team.sdr.id)).toMatchObject({ name: 'Samuel' });
    const log = (await logOf(team.workspaceId, team.sdr.id)).filter(({ kind }) => kind === 'hours');
    const calendars = log.map((entry) => (entry as { calendar?: string | null }).calendar);
    expect(new Set(calendars).size).toBe(3);
    expect(calendars.at(-1)).toBeNull();
  });
});

test('[ACC4] who leaves is signed out everywhere at once, and comes back only by a new invite', async () => {
  const team = await openTeam();
  const second = await signIn(team.admin, team.sdr.id);
  const { link } = await json('POST', '/v1/invites', { token: team.admin, body: { memberId: team.sdr.id } });
  expect((await change(team.admin, team.sdr.id, { active: false })).status).toBe(200);
  for (const token of [team.sdr.token, second])
    expect((await send('GET', '/v1/me', { token })).status).toBe(401);
  const accept = { body: { token: new URL(link).hash.slice(1) } };
  expect((await send('POST', '/v1/invites/accept', accept)).status).toBe(410);
  expect((await change(team.admin, team.sdr.id, { active: true })).status).toBe(200);
  expect((await send('GET', '/v1/me', { token: second })).status).toBe(401);
  expect((await send('POST', '/v1/invites/accept', accept)).status).toBe(410);
  const back = await signIn(team.admin, team.sdr.id);
  expect((await send('GET', '/v1/me', { token: back })).status).toBe(200);
});

test('[ACC4] the last admin neither leaves nor is made anything else', async () => {
  const { admin, adminId, ...workspace } = await openWorkspace();
  expect((await change(admin, adminId, { active: false })).status).toBe(409);
  expect((await change(admin, adminId, { role: 'manager' })).status).toBe(409);
  expect((await change(admin, adminId, { name: 'Ada L.' })).status).toBe(200);
  const second = await addPerson({ ...workspace, admin, adminId }, { role: 'admin', side: 'neutral' });
  expect((await change(admin, adminId, { role: 'manager' })).status).toBe(200);
  expect((await change(admin, adminId, { role: 'admin' })).status).toBe(403);
  expect((await change(second.token, second.id, { active: false })).status).toBe(409);
});

test('[ACC2] a command is authorised by the role held when it was given', async () => {
  const team = await openTeam();
  const leadId = await addLead(team.admin, { owner: team.colleague.id });
  const later = MONDAY + HOUR_MS;
  await change(team.admin, team.manager.id, { role: 'sdr' }, later);
  const device = new Device(team.manager.token);
  const stage = (at: number) => device.command('stage.release', { leadId }, { at, baseRevision: 1_000_000 });
  const pushed = await device.push([stage(later - MINUTE_MS), stage(later + MINUTE_MS)], later + HOUR_MS);
  if (pushed.outcome !== 'ok') throw new Error(pushed.outcome);
  const codes = pushed.results.map((result) => (result.result === 'rejected' ? result.code : 'taken'));
  expect(codes[0]).not.toBe('forbidden');
  expect(codes[1]).toBe('forbidden');
});

test('[SYN4] who becomes an sdr keeps only their own and unassigned leads, and is told which went', async () => {
  const team = await openTeam();
  const theirs = await addLead(team.admin, { owner: team.colleague.id });
  const mine = await addLead(team.admin, { owner: team.manager.id });
  const device = new Device(team.manager.token);
  const held = (await device.pullAll()).flatMap(({ leads }) => leads.map(({ id }) => id));
  expect(new Set(held)).toEqual(new Set([theirs, mine]));
  await change(team.admin, team.manager.id, { role: 'sdr' });
  const pages = await device.pullAll(MONDAY + 1);
  const after = new Set(held);
  for (const page of pages) {
    for (const id of page.removed) after.delete(id);
    for (const { id } of page.leads) after.add(id);
  }
  expect(after).toEqual(new Set([mine]));
});

test('[ACC4] an address is kept as a hash, one member’s only, and nobody is told it', async () => {
  const team = await openTeam();
  const email = 'Sam.Sales@Example.ORG';
  expect((await change(team.admin, team.sdr.id, { email })).status).toBe(200);
  const taken = await change(team.admin, team.colleague.id, { email: ' sam.sales@example.org ' });
  expect(taken.status).toBe(422);
  expect(await taken.json()).toMatchObject({ errors: [{ pointer: '/email' }] });
  expect((await change(team.admin, team.colleague.id, { email: 'nonsense' })).status).toBe(422);
  const everything = await dump(team.workspaceId);
  expect(everything).toContain('member_emails');
  expect(everything.toLowerCase()).not.toContain('sam.sales');
  const [page] = await new Device(team.sdr.token).pullAll();
  expect(JSON.stringify(page?.room)).not.toContain('ash');
  await change(team.admin, team.sdr.id, { email: null });
  expect((await change(team.admin, team.colleague.id, { email })).status).toBe(200);
});

test('[ACC6] a change that cannot be is turned down whole', async () => {
  const team = await openTeam();
  const before = await logOf(team.workspaceId, team.sdr.id);
  const hours = { label: 'Mars', zone: 'Mars/Olympus', week: { mon: [['09:00', '12:00']] }, holidays: [] };
  for (const body of [
    { team: 'none' },
    { perDay: 0 },
    { role: 'king' },
    { role: 'admin', hours },
    { left: 1 },
  ])
    expect((await change(team.admin, team.sdr.id, body)).status).toBe(422);
  expect((await change(team.admin, 'nobody', { name: 'X' })).status).toBe(404);
  expect(await logOf(team.workspaceId, team.sdr.id)).toEqual(before);
});

test('[CAL8] a list of members says their own hours as they stated them, and what they take a day', async () => {
  const team = await openTeam();
  const hours = {
    label: 'Mornings',
    zone: 'America/Sao_Paulo',
    week: { mon: [['08:00', '12:00']] },
    holidays: [],
  };
  await change(team.admin, team.sdr.id, { hours, perDay: 7 });
  const told = async () =>
    MembersResponse.parse(
      await json('GET', '/v1/members', { token: team.sdr.token, now: MONDAY }),
    ).members.find(({ id }) => id === team.sdr.id);
  expect(await told()).toMatchObject({ hours, perDay: 7, awayUntil: null });
  await change(team.admin, team.sdr.id, { hours: null, perDay: null });
  expect(await told()).toMatchObject({ hours: null, perDay: null });
});

test('[HOF2] a team is founded with those who are in none, and takes nobody out of one', async () => {
  const { admin } = await openWorkspace();
  const add = async (body: object) =>
    (await json('POST', '/v1/members', { token: admin, body })).id as string;
  const ana = await add({ name: 'Ana', side: 'sales', role: 'sdr' });
  const caio = await add({ name: 'Caio', side: 'marketing', role: 'marketer' });
  const found = (id: string, members: readonly string[]) =>
    json('POST', '/v1/teams', { token: admin, body: { id, label: id, side: 'sales', members } });
  await found('first', [ana, caio, 'nobody']);
  await found('second', [ana]);
  const { members } = await json('GET', '/v1/members', { token: admin });
  const teams = new Map(members.map((one: { id: string; team: string | null }) => [one.id, one.team]));
  expect([teams.get(ana), teams.get(caio)]).toEqual(['first', null]);
});
