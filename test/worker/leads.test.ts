import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, openWorkspace } from './api.ts';

type Results = { results: { id?: string; created?: boolean; error?: string; pointer?: string }[] };

const upsert = (token: string, ...leads: object[]): Promise<Results> =>
  json('POST', '/v1/leads', { token, body: { leads } });

describe('[IDN1] a lead is found by any identifier it holds', () => {
  test('address in any writing, phone with or without the ninth digit, record id', async () => {
    const { admin } = await openWorkspace();
    const record = { system: 'hubspot', object: 'contact', id: '51' };
    const { results } = await upsert(admin, {
      emails: ['Ana@Clinica.example'],
      phones: ['+55 (11) 98765-4321'],
      externalIds: [record],
    });
    const id = results[0]?.id;
    const found = await upsert(
      admin,
      { emails: [' ana@clinica.EXAMPLE '] },
      { phones: ['+551187654321'] },
      { externalIds: [record] },
    );
    expect(found.results).toEqual([1, 2, 3].map(() => ({ id, created: false })));
  });

  test('national phone numbers are read in the country of the lead', async () => {
    const { admin } = await openWorkspace();
    const { results } = await upsert(admin, {
      phones: ['(11) 98765-4321'],
      emails: ['br@example.org'],
      fields: { country: 'BR' },
    });
    const { state } = await json('GET', `/v1/leads/${results[0]?.id}`, { token: admin });
    expect(state.phones).toEqual(['+5511987654321']);
  });

  test('what a row adds is added, and a row that says nothing new leaves no fact', async () => {
    const { admin } = await openWorkspace();
    const lead = { emails: ['more@example.org'], fields: { name: 'Ana' } };
    const { results } = await upsert(admin, lead);
    const path = `/v1/leads/${results[0]?.id}`;
    const count = async () => (await json('GET', `${path}/facts`, { token: admin })).facts.length;
    const before = await count();
    await upsert(admin, lead);
    expect(await count()).toBe(before);
    await upsert(admin, {
      ...lead,
      emails: ['more@example.org', 'second@example.org'],
      fields: { need: 'speed' },
    });
    const { state } = await json('GET', path, { token: admin });
    expect(state).toMatchObject({
      emails: ['more@example.org', 'second@example.org'],
      fields: { name: 'Ana', need: 'speed' },
    });
  });
});

test('[IDN2] identifiers of two leads in one row are reported, and nothing guesses', async () => {
  const { admin } = await openWorkspace();
  await upsert(admin, { emails: ['one@example.org'] }, { emails: ['two@example.org'] });
  const { results } = await upsert(admin, { emails: ['one@example.org', 'two@example.org'] });
  expect(results[0]).toMatchObject({ pointer: '/leads/0' });
  expect(results[0]?.error).toContain('two leads');
});

test('[ACC6] a wrong row says so with its pointer and holds up no other', async () => {
  const { admin } = await openWorkspace();
  const { results } = await upsert(
    admin,
    { emails: ['not an address'] },
    { emails: ['good@example.org'] },
    { emails: ['a@example.org'], phones: ['12'] },
    { emails: ['b@example.org'], fields: { unheardOf: 1 } },
    { emails: ['c@example.org'], fields: { budget: 'much' } },
    { fields: { name: 'Nobody' } },
    { emails: ['d@example.org'], owner: 'nobody' },
  );
  expect(results.map(({ pointer, created }) => pointer ?? created)).toEqual([
    '/leads/0/emails/0',
    true,
    '/leads/2/phones/0',
    '/leads/3/fields/unheardOf',
    '/leads/4/fields/budget',
    '/leads/5',
    '/leads/6/owner',
  ]);
});

test('[FCT3] source and campaign are those of the first capture', async () => {
  const { admin } = await openWorkspace();
  const email = { emails: ['first@example.org'] };
  const { results } = await upsert(admin, { ...email, source: 'google', campaign: 'clinics' });
  await upsert(admin, { ...email, source: 'facebook', campaign: 'other' });
  const { state } = await json('GET', `/v1/leads/${results[0]?.id}`, { token: admin });
  expect(state).toMatchObject({ source: 'google', campaign: 'clinics' });
});

test('a capture is never later than now', async () => {
  const { admin } = await openWorkspace();
  const { results } = await upsert(admin, { emails: ['future@example.org'], at: MONDAY + DAY_MS });
  const { state } = await json('GET', `/v1/leads/${results[0]?.id}`, { token: admin });
  expect(state.capturedAt).toBe(MONDAY);
});

test('[TRI2] rows sent as backlog enter stages and open no hand-off and no clock', async () => {
  const team = await openTeam();
  const fields = { seniority: 'chief', industry: 'health', employees: 300, budget: 9_000 };
  const leadId = await addLead(team.admin, { fields, backlog: true });
  const signals = ['pricing_viewed', 'form_submitted', 'content_downloaded', 'webinar_attended'].map(
    (signal) => ({
      leadId,
      signal,
      at: MONDAY - DAY_MS,
    }),
  );
  await json('POST', '/v1/signals', { token: team.admin, body: { signals } });
  const { state } = await json('GET', `/v1/leads/${leadId}`, { token: team.admin });
  expect(state).toMatchObject({ backlog: true, handoffs: [], clocks: [] });
  expect(state.entries.length).toBeGreaterThan(0);
});

describe('signals', () => {
  test('[FCT2] the same id twice is one signal', async () => {
    const { admin } = await openWorkspace();
    const leadId = await addLead(admin);
    const signals = [{ id: crypto.randomUUID(), leadId, signal: 'pricing_viewed' }];
    const post = () => json('POST', '/v1/signals', { token: admin, body: { signals } });
    expect(await post()).toEqual({ results: [{ id: signals[0]?.id, leadId, duplicate: false }] });
    expect(await post()).toEqual({ results: [{ id: signals[0]?.id, leadId, duplicate: true }] });
    const twice = {
      signals: [1, 2].map(() => ({ ...signals[0], id: '018f0000-0000-7000-8000-000000000000' })),
    };
    const { results } = await json('POST', '/v1/signals', { token: admin, body: twice });
    expect(results.map(({ duplicate }: { duplicate: boolean }) => duplicate)).toEqual([false, true]);
  });

  test('an address nobody holds is reported and not kept', async () => {
    const { admin } = await openWorkspace();
    const body = {
      signals: [
        { email: 'nobody@example.org', signal: 'pricing_viewed' },
        { email: 'nobody@example.org', signal: 'unheard_of' },
        { signal: 'pricing_viewed' },
      ],
    };
    const { results } = await json('POST', '/v1/signals', { token: admin, body });
    expect(results.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/signals/0/email',
      '/signals/1/signal',
      '/signals/2',
    ]);
  });
});

test('[ATT8] tries of one’s own systems are evidence of an integration, made by the member named', async () => {
  const team = await openTeam();
  const leadId = await addLead(team.admin, { owner: team.sdr.id });
  await askForDemo(team.admin, leadId);
  const tried = { leadId, channel: 'call', outcome: 'no_answer', by: team.sdr.id, at: MONDAY + MINUTE_MS };
  const now = MONDAY + HOUR_MS;
  await json('POST', '/v1/attempts', { token: team.admin, body: { attempts: [tried] }, now });
  const { state } = await json('GET', `/v1/leads/${leadId}`, { token: team.sdr.token, now });
  expect(state.attempts).toMatchObject([{ by: team.sdr.id, evidence: 'integration', genuine: true }]);
  const first = state.clocks.find(({ kind }: { kind: string }) => kind === 'first_response');
  expect(first).toMatchObject({ status: 'met', endedAt: MONDAY + MINUTE_MS });
});

test('[HOF2] a demo request without an owner is routed round the team', async () => {
  const workspace = await openTeam(MONDAY, (body) => ({
    ...body,
    routes: [{ id: 'all', order: 1, team: 'inside' }],
  }));
  const token = workspace.admin;
  await json('POST', '/v1/teams', { token, body: { id: 'inside', label: 'Inside sales', side: 'sales' } });
  const join = (name: string) =>
    json('POST', '/v1/members', { token, body: { name, side: 'sales', role: 'sdr', team: 'inside' } });
  const members = [(await join('One')).id, (await join('Two')).id];
  const owners: string[] = [];
  for (let lead = 0; lead < 4; lead += 1) {
    const leadId = await addLead(token);
    await askForDemo(token, leadId, MONDAY + (lead + 1) * MINUTE_MS);
    const { state } = await json('GET', `/v1/leads/${leadId}`, { token, now: MONDAY + HOUR_MS });
    owners.push(state.owner?.id);
  }
  expect(owners[0]).not.toBe(owners[1]);
  expect(owners.slice(2)).toEqual(owners.slice(0, 2));
  expect(new Set(owners)).toEqual(new Set(members));
});

test('lists come in pages by an opaque cursor, in the scope of whoever asks', async () => {
  const team = await openTeam();
  const mine = new Set<string>();
  for (let lead = 0; lead < 5; lead += 1) mine.add(await addLead(team.admin, { owner: team.sdr.id }));
  await addLead(team.admin, { owner: team.colleague.id });
  const got: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { leads: { id: string }[]; cursor: string | null } = await json(
      'GET',
      `/v1/leads?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      { token: team.sdr.token },
    );
    got.push(...page.leads.map(({ id }) => id));
    ({ cursor } = page);
  }
  expect(new Set(got)).toEqual(mine);
  expect(got).toHaveLength(5);
});
