import { beforeAll, describe, expect, test } from 'vitest';
import type { LeadView } from '../../shared/protocol/leads.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, type Team } from './api.ts';
import { rows } from './database.ts';

const LATER = MONDAY + 2 * HOUR_MS;

let team: Team;
const ids = {} as Record<'demo' | 'owned' | 'rich' | 'waiting' | 'silent', string>;

beforeAll(async () => {
  team = await openTeam();
  const { admin, sdr, colleague } = team;
  ids.demo = await addLead(admin, { owner: sdr.id, source: 'google', campaign: 'clinics' });
  await askForDemo(admin, ids.demo);
  ids.owned = await addLead(admin, {
    owner: colleague.id,
    fields: { name: 'Zoë Ångström', company: 'Öl AG' },
  });
  ids.rich = await addLead(admin, { fields: { seniority: 'chief', industry: 'health', employees: 300 } });
  ids.waiting = await addLead(admin, { backlog: true, emails: ['wait@waiting.example'] });
  ids.silent = await addLead(admin);
  const path = `/v1/leads/${ids.silent}/opt-out`;
  await json('POST', path, { token: admin, body: { channel: 'sms' }, now: LATER });
});

const list = async (query: string, token = team.admin, now = LATER): Promise<LeadView[]> =>
  (await json('GET', `/v1/leads?${query}`, { token, now })).leads;
const idsOf = (rows: readonly LeadView[]) => rows.map(({ id }) => id);

describe('[ACC2] a list by what its rows say', () => {
  const cases: readonly (readonly [string, readonly (keyof typeof ids)[]])[] = [
    ['owner=none', ['rich', 'waiting', 'silent']],
    ['source=google', ['demo']],
    ['stage=mql', ['demo']],
    ['stage=mql&sort=due', ['demo']],
    ['campaign=clinics', ['demo']],
    ['backlog=true', ['waiting']],
    ['optedOut=true', ['silent']],
    ['clockKind=first_response', ['demo']],
    ['clock=running', ['demo']],
    ['clock=breached', []],
    ['clock=paused', []],
    ['clock=none', ['owned', 'rich', 'waiting', 'silent']],
    ['text=ZOË', ['owned']],
    ['text=öl%20ag', ['owned']],
    ['text=waiting.example', ['waiting']],
    ['text=nobody%20here', []],
  ];
  test.each(cases)('%s', async (query, expected) => {
    expect(idsOf(await list(query))).toEqual(expected.map((name) => ids[name]).toSorted());
  });

  test('a clock at risk is one whose warning has passed and whose deadline has not', async () => {
    const { state } = await json('GET', `/v1/leads/${ids.demo}`, { token: team.admin });
    const { riskAt, dueAt } = state.clocks.find(({ kind }: { kind: string }) => kind === 'first_response');
    expect(riskAt).toBeLessThan(dueAt);
    const other = await openTeam();
    const leadId = await addLead(other.admin, { owner: other.sdr.id });
    await askForDemo(other.admin, leadId);
    for (const [now, expected] of [
      [riskAt - 1, []],
      [riskAt, [leadId]],
      [dueAt, [leadId]],
      [dueAt + 1, []],
    ] as const)
      expect(idsOf(await list('clock=at_risk', other.admin, now))).toEqual(expected);
    expect(idsOf(await list('clock=breached', other.admin, dueAt + 1))).toEqual([leadId]);
  });

  test('an sdr lists own and unassigned leads', async () => {
    const seen = idsOf(await list('', team.sdr.token));
    expect(seen).toEqual(expect.arrayContaining([ids.demo, ids.rich]));
    expect(seen).not.toContain(ids.owned);
  });

  test('what changed since an instant', async () => {
    const since = new Date(LATER).toISOString();
    expect(idsOf(await list(`updatedSince=${since}`))).toEqual([ids.silent]);
    expect(await list(`updatedSince=${LATER + 1}`)).toEqual([]);
  });

  test.each([
    ['sort=fame', '/sort'],
    ['text=x', '/text'],
    ['backlog=maybe', '/backlog'],
    ['clock=late', '/clock'],
    ['limit=501', '/limit'],
    ['updatedSince=yesterday', '/updatedSince'],
  ])('[ACC6] %s is turned down by name', async (query, pointer) => {
    const problem = await json('GET', `/v1/leads?${query}`, { token: team.admin });
    expect(problem).toMatchObject({ status: 422, errors: [{ pointer }] });
  });
});

test('sorted by deadline, by score, by change', async () => {
  expect((await list('sort=due'))[0]?.id).toBe(ids.demo);
  const scores = (await list('sort=score')).map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores[0]).toBeGreaterThan(scores.at(-1) ?? 0);
  expect((await list('sort=-updated'))[0]?.id).toBe(ids.silent);
  expect((await list('sort=updated')).at(-1)?.id).toBe(ids.silent);
});

describe('a cursor goes on after the last lead it gave, whatever changes meanwhile', () => {
  async function pages(token: string, query: string, between: () => Promise<unknown>): Promise<string[]> {
    const seen: string[] = [];
    let cursor = '';
    for (let count = 0; count < 20; count += 1) {
      const page = await json('GET', `/v1/leads?limit=3&${query}${cursor}`, { token, now: LATER });
      seen.push(...idsOf(page.leads));
      if (page.cursor === null) break;
      cursor = `&cursor=${page.cursor}`;
      await between();
    }
    return seen;
  }

  test.each(['id', 'due', 'score', '-updated'])('sort=%s: leads that come do not shift it', async (sort) => {
    const other = await openTeam();
    const known: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      const leadId = await addLead(other.admin, { owner: other.sdr.id, now: MONDAY + count });
      if (count % 2 === 0) await askForDemo(other.admin, leadId, MONDAY + count);
      known.push(leadId);
    }
    let come = 0;
    const seen = await pages(other.admin, `sort=${sort}`, async () => {
      come += 1;
      if (come < 3) await addLead(other.admin, { now: LATER });
    });
    expect(seen.filter((id) => known.includes(id)).toSorted()).toEqual(known.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
  });

  test.each(['id', 'due', 'score', '-updated', 'updated'])(
    'sort=%s: an sdr’s own leads and those without an owner come in one order, page after page',
    async (sort) => {
      const other = await openTeam();
      for (let count = 0; count < 9; count += 1) {
        const owner = count % 3 === 0 ? undefined : count % 3 === 1 ? other.sdr.id : other.colleague.id;
        const fields = count % 2 === 0 ? { seniority: 'chief', industry: 'health' } : {};
        const leadId = await addLead(other.admin, {
          fields,
          now: MONDAY + count,
          ...(owner ? { owner } : {}),
        });
        if (count < 5) await askForDemo(other.admin, leadId, MONDAY + count);
      }
      const all = await list(`sort=${sort}`, other.admin);
      const seen = await pages(other.sdr.token, `sort=${sort}`, async () => undefined);
      const mine = all.filter(({ owner }) => owner === null || owner === other.sdr.id);
      expect(mine).toHaveLength(6);
      expect(seen).toEqual(idsOf(mine));
    },
  );

  test('sort=updated: a lead that changes comes again, and none is missed', async () => {
    const other = await openTeam();
    const known: string[] = [];
    for (let count = 0; count < 7; count += 1) known.push(await addLead(other.admin));
    let changed = 0;
    const seen = await pages(other.admin, 'sort=updated', async () => {
      changed += 1;
      if (changed > 1) return;
      const body = { field: 'name', value: 'Changed' };
      await json('POST', `/v1/leads/${known[0]}/field`, { token: other.admin, body, now: LATER });
    });
    expect(seen).toEqual([...known, known[0]]);
  });

  test('one of another sort, or of nobody, is turned down', async () => {
    const { cursor } = await json('GET', '/v1/leads?limit=1', { token: team.admin, now: LATER });
    for (const query of [`sort=score&cursor=${cursor}`, 'cursor=mine', 'cursor=%00']) {
      const problem = await json('GET', `/v1/leads?${query}`, { token: team.admin, now: LATER });
      expect(problem).toMatchObject({ status: 400, errors: [{ pointer: '/cursor' }] });
    }
  });
});

test('[FCT8] the columns lists read are what the facts fold to', async () => {
  const { checked, differing } = await json('GET', '/v1/admin/refold', {
    token: team.admin,
    now: LATER + DAY_MS,
  });
  expect(checked).toBe(5);
  expect(differing).toEqual([]);
});

test('[FCT8] rows an earlier release kept are folded anew, and found by what they lacked', async () => {
  const { admin, workspaceId } = await openTeam();
  const fields = { name: 'Ana', company: 'Acme' };
  const leadId = await addLead(admin, { emails: ['ana@acme.example'], fields });
  // As a table looks to which the columns have just been added.
  await rows(workspaceId, "update leads set search = '', account = null, namesake = null, changed_at = 0");
  const { leads } = await json('GET', '/v1/leads?text=acme', { token: admin, now: LATER });
  expect(leads).toMatchObject([{ id: leadId, account: 'domain:acme.example' }]);
});

test('[FCT8][CLK8] what the nearest clock counts in is known of rows an earlier release kept, too', async () => {
  const { admin, sdr, workspaceId } = await openTeam();
  const leadId = await addLead(admin, { owner: sdr.id });
  await askForDemo(admin, leadId);
  const termsOf = async () => {
    const { leads } = await json('GET', '/v1/leads?clock=running', { token: admin, now: LATER });
    return leads.map((lead: LeadView) => lead.clock?.terms);
  };
  const { state } = await json('GET', `/v1/leads/${leadId}`, { token: admin, now: LATER });
  const { policy, trial } = state.clocks.find(({ kind }: { kind: string }) => kind === 'first_response');
  const known = [{ version: policy.version, calendar: policy.calendar, trial }];
  expect(await termsOf()).toEqual(known);
  await rows(workspaceId, 'update leads set clock_version = null, clock_calendar = null');
  expect(await termsOf()).toEqual(known);
});
