/** The first week as the worker tells it: what was imported, what closed leads teach, how far the draft is. */
import { describe, expect, test } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { EvidenceResponse, FirstWeekResponse } from '../../shared/protocol/firstWeek.ts';
import { AuditRows } from '../../shared/protocol/auditRows.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addPerson, json, MONDAY, openWorkspace, publishSigned, send } from './api.ts';
import { rows } from './database.ts';

const NDJSON = { 'Content-Type': 'application/x-ndjson' };

interface Row {
  readonly emails: readonly string[];
  readonly [more: string]: unknown;
}

async function importRows(token: string, all: readonly Row[], now = MONDAY) {
  const raw = all.map((row) => JSON.stringify(row)).join('\n');
  const { id } = await json('POST', '/v1/imports', { token, raw, headers: NDJSON, now });
  expect(await json('GET', `/v1/imports/${id}`, { token, now })).toMatchObject({
    state: 'done',
    failed: 0,
  });
}

const weekOf = async (token: string, now = MONDAY) =>
  FirstWeekResponse.parse(await json('GET', '/v1/first-week', { token, now }));

/** A workspace as setup leaves it, with a leader of each side. */
async function begun() {
  const workspace = await openWorkspace();
  const marketer = await addPerson(workspace, { name: 'Mia', role: 'marketer' });
  const manager = await addPerson(workspace, { name: 'Max', role: 'manager' });
  const seller = await addPerson(workspace, { name: 'Sam', role: 'sdr' });
  return { ...workspace, marketer, manager, seller };
}

/** Good enough for sales by the starter: 38 of profile, 30 for a trial's 25 and a form's 10. */
const READY = { name: 'Ana', company: 'Acme', employees: 300, seniority: 'chief', industry: 'health' };
const ready = (name: string, more: object = {}): Row => ({
  emails: [`${name}@acme.example`],
  fields: { ...READY, name },
  source: 'google',
  at: MONDAY - 20 * DAY_MS,
  signals: [{ signal: 'trial_started', at: MONDAY - 20 * DAY_MS }],
  ...more,
});

test('[TRI1] [TRI2] from nothing to a signed agreement, each step told as it is', async () => {
  const { admin, marketer, manager } = await begun();
  expect(await weekOf(marketer.token)).toMatchObject({
    imports: { done: 0, running: null },
    leads: 0,
    backlog: 0,
    trial: true,
    trialEndsAt: null,
    version: 1,
    previous: null,
    draft: null,
    previewed: null,
  });
  await importRows(marketer.token, [
    ready('a'),
    { emails: ['b@acme.example'], fields: { name: 'B' } },
    ready('bought', { deal: { outcome: 'won', amount: 900 } }),
  ]);
  expect(await weekOf(marketer.token)).toMatchObject({
    imports: { done: 1 },
    leads: 3,
    backlog: 3,
    releasable: 1,
    left: { won: 1, lost: 0 },
  });

  const signers = [
    { side: 'marketing' as const, member: marketer.id },
    { side: 'sales' as const, member: manager.id },
  ];
  const definitions = { ...STARTERS.en, signers };
  const draft = await json('PUT', '/v1/definitions/draft', { token: marketer.token, body: { definitions } });
  expect(await weekOf(manager.token)).toMatchObject({
    draft: { hash: draft.hash, author: marketer.id, signers, signed: [], faults: 0, same: false },
    previewed: null,
  });
  await json('POST', '/v1/definitions/draft/preview', { token: manager.token, body: {} });
  await json('POST', '/v1/definitions/draft/sign', { token: marketer.token, body: { hash: draft.hash } });
  // Whoever tried it: the other side sees that it was.
  expect(await weekOf(marketer.token)).toMatchObject({
    previewed: { by: manager.id, leads: 3 },
    draft: { signed: [marketer.id], complete: false },
  });
  await json('PUT', '/v1/definitions/draft', {
    token: marketer.token,
    body: { definitions: { ...definitions, title: 'Ours' } },
    headers: { 'If-Match': `"${draft.hash}"` },
  });
  expect(await weekOf(marketer.token)).toMatchObject({ previewed: null, draft: { signed: [] } });

  await publishSigned(admin, [marketer.token, manager.token], definitions);
  expect(await weekOf(marketer.token)).toMatchObject({
    trial: false,
    trialEndsAt: MONDAY,
    version: 2,
    previous: 1,
    draft: null,
  });
});

describe('a draft can be thrown away', () => {
  test('[DEF1] what it said is told, and only the one that was read goes', async () => {
    const { marketer, manager, workspaceId } = await begun();
    const { token } = marketer;
    const save = (title: string, headers = {}) =>
      json('PUT', '/v1/definitions/draft', {
        token,
        body: { definitions: { ...STARTERS.en, title } },
        headers,
      });
    const first = await save('First');
    await save('Second', { 'If-Match': `"${first.hash}"` });
    const stale = await send('DELETE', '/v1/definitions/draft', {
      token: manager.token,
      headers: { 'If-Match': `"${first.hash}"` },
    });
    expect(stale.status).toBe(412);
    const gone = await json('DELETE', '/v1/definitions/draft', { token: manager.token });
    expect(gone.definitions.title).toBe('Second');
    expect((await weekOf(token)).draft).toBe(null);
    expect((await send('DELETE', '/v1/definitions/draft', { token })).status).toBe(404);
    const told = await rows<{ action: string }>(
      workspaceId,
      "select action from audit where action = 'draft.discarded'",
    );
    expect(told).toHaveLength(1);
  });
});

test('[TGT4] the audit counts what was imported, and each number has its leads', async () => {
  const { admin, marketer, seller } = await begun();
  const tried = (at: number, more: object = {}) => ({
    attempts: [{ channel: 'call', outcome: 'no_answer', at, ...more }],
  });
  const soon = MONDAY - 20 * DAY_MS + HOUR_MS;
  await importRows(marketer.token, [
    ready('fine', { owner: seller.id, ...tried(soon) }),
    ready('nobodys', tried(soon)),
    ready('untried', { owner: seller.id }),
    ready('late', { owner: seller.id, ...tried(MONDAY - 2 * DAY_MS) }),
    ready('sourceless', { owner: seller.id, source: undefined, ...tried(soon) }),
    ready('back', { owner: seller.id, ...tried(soon, { channel: 'email', outcome: 'bounced' }) }),
    { emails: ['young@acme.example'], owner: seller.id, source: 'site' },
  ]);
  const asked = await json('GET', '/v1/reports/audit', { token: marketer.token });
  const found = Object.fromEntries(
    AuditRows.parse(asked.rows).map(({ leak, leads: { hits, n } }) => [leak, [hits, n]]),
  );
  expect(found).toEqual({
    no_owner: [1, 7],
    never_tried: [1, 6],
    tried_late: [1, 6],
    no_source: [1, 7],
    bounced: [1, 7],
    refused: [0, 7],
  });
  const behind = await json('GET', `/v1/reports/audit/leads?cell=${encodeURIComponent('["never_tried"]')}`, {
    token: admin,
  });
  expect(behind.leads.map(({ name }: { name: string }) => name)).toEqual(['untried']);
});

describe('what closed leads teach', () => {
  const asked = async (token: string, query = '', now = MONDAY) =>
    EvidenceResponse.parse(await json('GET', `/v1/first-week/evidence${query}`, { token, now }));

  test('counts won and lost as plain arithmetic does, without naming anybody', async () => {
    const { admin, marketer } = await begun();
    const all = [...Array(50).keys()];
    await importRows(
      marketer.token,
      all.map((place) =>
        ready(`lead${place}`, { fields: { ...READY, industry: place < 25 ? 'health' : 'retail' } }),
      ),
    );
    const deals = all.slice(0, 45).map((place) => ({
      email: `lead${place}@acme.example`,
      dealId: `d${place}`,
      amount: 1_000 + place,
      currency: 'BRL',
      outcome: place % 2 === 0 ? 'won' : 'lost',
      ...(place % 2 === 0 ? {} : { reason: 'out_of_profile' }),
      closedOn: '2026-02-20',
    }));
    const { results } = await json('POST', '/v1/deals', { token: admin, body: { deals } });
    expect(results.filter((one: object) => 'error' in one)).toEqual([]);

    const { evidence, starter, whole } = await asked(marketer.token);
    expect(starter).toEqual(STARTERS.en);
    expect(whole).toBe(true);
    // Of 0…44, 23 are even and 22 odd; of 0…24 in health, 13 and 12.
    expect(evidence).toMatchObject({ won: 23, lost: 22 });
    const place = evidence.traits.findIndex((trait) => trait.kind === 'is' && trait.value === 'health');
    const health = evidence.cases.filter(({ has }) => has.includes(place));
    expect(health.reduce((sum, { won }) => sum + won, 0)).toBe(13);
    expect(health.reduce((sum, { lost }) => sum + lost, 0)).toBe(12);
    const cents = deals
      .filter(({ outcome }) => outcome === 'won')
      .reduce((sum, { amount }) => sum + amount * 100, 0);
    expect(evidence.deals).toEqual([{ currency: 'BRL', n: 23, cents }]);
    expect(JSON.stringify(evidence)).not.toMatch(/acme|lead\d/);
    // The same again is what was kept.
    expect(await asked(marketer.token)).toEqual(await asked(marketer.token));

    const clinic = await asked(marketer.token, '?business=clinic&language=pt-BR');
    expect(clinic).toMatchObject({ business: 'clinic', evidence: { won: 23, lost: 22 } });
    expect(clinic.starter.language).toBe('pt-BR');
  });

  test('none before anything was closed', async () => {
    const { marketer } = await begun();
    await importRows(marketer.token, [ready('a')]);
    expect((await asked(marketer.token)).evidence).toMatchObject({
      won: 0,
      lost: 0,
      cases: [],
      responses: [],
    });
  });
});
