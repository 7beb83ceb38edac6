import { beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC, ROUTES, type Route } from '../../worker/access.ts';
import { COMMANDS } from '../../worker/commandAccess.ts';
import { app } from '../../worker/app.ts';
import { ROLES, type Role } from '../../shared/lead/vocabulary.ts';
import { COMMAND_KINDS, type CommandKind } from '../../shared/protocol/commands.ts';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { addLead, addPerson, json, openTeam, openWorkspace, send, type Team } from './api.ts';
import { Device } from './outbox.ts';
import { SAMPLES } from './samples.ts';

const routes = Object.keys(ROUTES) as Route[];
const forMembers = routes.filter((route) => typeof ROUTES[route] !== 'string');
const open = routes.filter((route) => typeof ROUTES[route] === 'string');

function isFor(route: Route, role: Role): boolean {
  const admission = ROUTES[route];
  return typeof admission !== 'string' && admission.some((one) => one === role);
}

function call(route: Route, token: string | undefined, id = 'unknown') {
  const [method = '', path = ''] = route.split(' ');
  const { fixed, query = '', body, raw, headers } = SAMPLES[route];
  return send(method, `${path.replaceAll(/:\w+/g, fixed ?? id)}${query}`, {
    token,
    ...(body === undefined ? {} : { body }),
    ...(raw === undefined ? {} : { raw }),
    ...(headers === undefined ? {} : { headers }),
  });
}

let team: Team;
const tokens = {} as Record<Role, string>;
beforeAll(async () => {
  team = await openTeam();
  tokens.marketer = team.marketer.token;
  tokens.manager = team.manager.token;
  tokens.sdr = team.sdr.token;
  tokens.admin = team.admin;
});

test('[ACC2] every route of the app is in the table, and the table names no other', () => {
  const served = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '/*')
    .map(({ method, path }) => `${method} ${path}`);
  expect(new Set(served)).toEqual(new Set<string>([...routes, ...PUBLIC]));
});

test('every route has a request the matrix is generated from', () => {
  const missing = routes.filter((route) => !Object.hasOwn(SAMPLES, route));
  expect(missing, 'add a line for each of these to SAMPLES in test/worker/samples.ts').toEqual([]);
  const named = routes.filter((route) => typeof ROUTES[route] !== 'string' && route.includes('/:'));
  const unmade = named.filter((route) => !SAMPLES[route]?.make && SAMPLES[route]?.fixed === undefined);
  expect(unmade, 'say in test/worker/samples.ts how to `make` what the path of these names').toEqual([]);
});

describe('[ACC2] each role gets each route the table gives it, and no other', () => {
  for (const route of forMembers) {
    test.each(ROLES)(`${route} as %s`, async (role) => {
      const token = SAMPLES[route].signsOut ? (await addPerson(team, { role })).token : tokens[role];
      const response = await call(route, token);
      const allowed = isFor(route, role);
      // Signing and inviting have further conditions of their own, told apart by what they say.
      const problem = response.status === 403 ? await response.json<{ detail: string }>() : null;
      expect(problem?.detail.startsWith('Your role') ?? false).toBe(!allowed);
      expect(response.status).toBeLessThan(500);
    });
  }
});

describe('[ACC6] no token, a malformed one, a wrong one', () => {
  test.each(forMembers)('%s', async (route) => {
    const none = await call(route, undefined);
    expect(none.status).toBe(401);
    expect(await none.json()).toMatchObject({ type: 'urn:combinado:problem:no-token' });
    const malformed = await call(route, 'let-me-in');
    expect(malformed.status).toBe(401);
    const wrong = await call(route, `${team.admin.slice(0, -4)}AAAA`);
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({ type: 'urn:combinado:problem:bad-token' });
  });
});

test('[ACC1] a workspace that does not exist answers as one whose token is wrong', async () => {
  const secret = team.admin.split('_').slice(2).join('_');
  const unknown = await json('GET', '/v1/members', { token: `cmb_222222222222_${secret}` });
  const wrong = await json('GET', '/v1/members', { token: `${team.admin.slice(0, -4)}AAAA` });
  expect(unknown).toEqual(wrong);
});

describe('[ACC2] an open route gives nothing to whoever has nothing', () => {
  test.each(open)('%s', async (route) => {
    const response = await call(route, undefined);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(response.headers.get('Set-Cookie') ?? '').not.toContain('__Host-combinado=');
  });
});

describe('[ACC1] a foreign id behaves exactly as an unknown one', () => {
  const named = forMembers.filter((route) => SAMPLES[route].make);
  let mine: Team;
  let other: Team;
  beforeAll(async () => {
    [mine, other] = [await openTeam(), await openTeam()];
  });

  test.each(named)('%s', async (route) => {
    const { make } = SAMPLES[route];
    const said = async (id: string) => {
      const response = await call(route, mine.admin, id);
      return { status: response.status, text: await response.text() };
    };
    const foreign = await said((await make?.(other)) ?? '');
    const unknown = await said(crypto.randomUUID());
    expect(foreign).toEqual(unknown);
    expect(unknown.status).toBeGreaterThanOrEqual(400);
    expect(unknown.status).toBeLessThan(500);
    // One's own is something else, so that the request is known to be a good one.
    expect(await said((await make?.(mine)) ?? '')).not.toEqual(unknown);
  });

  test('signals, attempts and commands', async () => {
    const other = await openTeam();
    const leadId = await addLead(other.admin);
    const about = async (id: string) => [
      await json('POST', '/v1/signals', {
        token: team.admin,
        body: { signals: [{ leadId: id, signal: 'demo_requested' }] },
      }),
      await json('POST', '/v1/attempts', {
        token: team.admin,
        body: { attempts: [{ leadId: id, channel: 'call', outcome: 'no_answer' }] },
      }),
      await new Device(team.admin)
        .give('lead.resume', { leadId: id })
        .then((result) => ({ ...result, id: 'any' })),
    ];
    expect(await about(leadId)).toEqual(await about('unknown'));
  });

  const readings = forMembers.filter((route) => route.startsWith('GET /v1/leads/:id') && isFor(route, 'sdr'));
  test.each(readings)('an sdr is told the same of a lead out of scope and of none: %s', async (route) => {
    const leadId = await addLead(team.admin, { owner: team.colleague.id });
    const theirs = await call(route, team.sdr.token, leadId);
    const none = await call(route, team.sdr.token, 'unknown');
    expect(theirs.status).toBe(404);
    expect(await theirs.text()).toBe(await none.text());
  });
});

/** Bodies that pass the schema; most are turned down later for reasons of their own. */
const COMMAND_BODIES: Record<CommandKind, object> = {
  'attempt.log': { channel: 'call', outcome: 'no_answer', evidence: 'clicked' },
  'attempt.withdraw': { attempt: 'none' },
  'attempt.refuse': { attempt: 'none' },
  'reply.log': { channel: 'email' },
  'handoff.answer': { handoff: 'none', answer: 'accepted' },
  'handoff.correct': { handoff: 'none', answer: 'accepted' },
  'handoff.contest': { handoff: 'none', evidence: 'see the call' },
  'handoff.decide': { handoff: 'none', outcome: 'upheld' },
  'handoff.comment': { handoff: 'none', text: 'how did the call go?' },
  'lead.capture': { emails: [] },
  'lead.set': { field: 'budget', value: 5 },
  'lead.optOut': { channel: 'sms' },
  'lead.optIn': { channel: 'sms', basis: 'asked for it' },
  'lead.snooze': { untilOn: '2026-03-05', reason: 'none' },
  'lead.resume': {},
  'stage.set': { stage: 'none' },
  'stage.release': {},
  'owner.assign': {},
  'nurture.start': {},
  'material.use': { persona: 'none', material: 'none' },
};

describe('[ACC2] each role gives the commands the table lets it, on the leads it lets it', () => {
  const cases = ROLES.flatMap((role) =>
    (['own', 'unassigned', 'theirs'] as const).map((whose) => ({ role, whose })),
  );
  test.each(cases)('$role on $whose', async ({ role, whose }) => {
    const people = { manager: team.manager, marketer: team.marketer, sdr: team.sdr };
    const me = role === 'admin' ? team.adminId : people[role].id;
    const owner = { own: me, unassigned: undefined, theirs: team.colleague.id }[whose];
    // A lead for each kind, so that no command changes what the next one finds.
    const leads = COMMAND_KINDS.map((kind) => ({ emails: [`${kind}-${role}-${whose}@example.org`], owner }));
    const { results } = await json('POST', '/v1/leads', { token: team.admin, body: { leads } });
    const device = new Device(tokens[role]);
    const commands = COMMAND_KINDS.map((kind, index) => {
      const leadId = kind === 'lead.capture' ? crypto.randomUUID() : results[index].id;
      const extra = kind === 'owner.assign' ? { owner: me } : {};
      const body = { leadId, ...COMMAND_BODIES[kind], ...extra };
      return device.command(kind, body, { baseRevision: 1_000_000 });
    });
    const pushed = await device.push(commands);
    if (pushed.outcome !== 'ok') throw new Error(pushed.outcome);
    const denied = COMMAND_KINDS.filter((_, index) => {
      const result = pushed.results[index];
      return result?.result === 'rejected' && result.code === 'forbidden';
    });
    const expected = COMMAND_KINDS.filter((kind) => {
      // Taking is for leads nobody has: an sdr does not take a colleague's, nor their own again.
      if (kind === 'owner.assign' && role === 'sdr') return whose !== 'unassigned';
      const reach = COMMANDS[kind][role];
      return reach === undefined || (reach === 'own' && whose === 'theirs' && kind !== 'lead.capture');
    });
    expect(denied).toEqual(expected);
  });
});

test('[ACC2] an sdr sets only fields the agreement has sales ask for, and assigns to nobody else', async () => {
  const leadId = await addLead(team.admin, { owner: team.sdr.id });
  const device = new Device(team.sdr.token);
  const given = (kind: CommandKind, body: object) =>
    device.give(kind, { leadId, ...body }, { baseRevision: 1_000_000 });
  expect(await given('lead.set', { field: 'budget', value: 100 })).toMatchObject({ result: 'applied' });
  expect(await given('lead.set', { field: 'role', value: 'CEO' })).toMatchObject({ code: 'forbidden' });
  expect(await given('owner.assign', { owner: team.colleague.id })).toMatchObject({ code: 'forbidden' });
});

test('[ACC2] the referee the definitions name decides contests, and no role does', async () => {
  const referee = team.marketer.id;
  const refereed = await openTeam();
  expect(COMMANDS['handoff.decide']).toEqual({});
  const leadId = await addLead(refereed.admin);
  const decide = { leadId, handoff: 'none', outcome: 'upheld' };
  const byAdmin = await new Device(refereed.admin).give('handoff.decide', decide, { baseRevision: 0 });
  expect(byAdmin).toMatchObject({ code: 'forbidden' });
  expect(referee).not.toBe(refereed.marketer.id);
});

test('[ACC2] a command is authorised by what held when it was given', async () => {
  const workspace = await openTeam();
  const { token } = workspace.sdr;
  const leadId = await addLead(workspace.admin, { owner: workspace.sdr.id });
  const later = Date.parse('2026-03-02T16:00:00Z');
  const change = { leadId, owner: workspace.colleague.id };
  const given = await new Device(workspace.admin).give(
    'owner.assign',
    change,
    { baseRevision: 1_000_000 },
    later,
  );
  expect(given).toMatchObject({ result: 'applied' });
  const snooze = { leadId, untilOn: '2026-03-05', reason: STARTERS.en.handoff.snooze.reasons[0]?.id };
  const device = new Device(token);
  const before = device.command('lead.snooze', snooze, { at: later - 60_000 });
  const after = device.command('lead.snooze', snooze, { at: later + 60_000 });
  const pushed = await device.push([before, after], later + 120_000);
  expect(pushed).toMatchObject({
    results: [{ result: 'applied' }, { result: 'rejected', code: 'forbidden' }],
  });
});

test('[ACC2] who joins later gets nothing of another workspace', async () => {
  const mine = await openWorkspace();
  const person = await addPerson(mine);
  const { members } = await json('GET', '/v1/members', { token: person.token });
  expect(members.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Ada', 'Sam']);
});
