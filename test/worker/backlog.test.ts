import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import type { LeadState } from '../../shared/lead/state.ts';
import { addPerson, json, MONDAY, openTeam, openWorkspace, type Person } from './api.ts';
import { rows } from './database.ts';

/** Enough for the hand-off stage by criteria, and known before the import. */
const FIELDS = { seniority: 'chief', industry: 'health', employees: 300, budget: 9_000 };
const SIGNALS = ['pricing_viewed', 'form_submitted', 'content_downloaded', 'webinar_attended'];

async function backlog({ unowned, owned }: { unowned: number; owned: number }) {
  const team = await openTeam();
  await json('POST', '/v1/teams', {
    token: team.admin,
    body: { id: 'sales', label: 'Sales', side: 'sales' },
  });
  const reps: Person[] = [];
  for (const name of ['One', 'Two']) reps.push(await addPerson(team, { name, team: 'sales' }));
  const leads = Array.from({ length: unowned + owned }, (_, index) => ({
    emails: [`old${index}@import.example`],
    fields: FIELDS,
    backlog: true,
    at: MONDAY - DAY_MS,
    ...(index < owned ? { owner: team.sdr.id } : {}),
  }));
  const { results } = await json('POST', '/v1/leads', { token: team.admin, body: { leads } });
  const ids: string[] = results.map(({ id }: { id: string }) => id);
  const signals = ids.flatMap((leadId) => SIGNALS.map((signal) => ({ leadId, signal, at: MONDAY - DAY_MS })));
  await json('POST', '/v1/signals', { token: team.admin, body: { signals } });
  const read = (now: number) => json('GET', '/v1/backlog', { token: team.manager.token, now });
  const release = (body: object, now = MONDAY + HOUR_MS) =>
    json('POST', '/v1/backlog/release', { token: team.manager.token, body, now });
  const handedOff = async (now: number): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const id of ids) {
      const { state }: { state: LeadState } = await json('GET', `/v1/leads/${id}`, {
        token: team.admin,
        now,
      });
      if (state.handoffs.length > 0)
        counts[state.owner?.id ?? 'nobody'] = (counts[state.owner?.id ?? 'nobody'] ?? 0) + 1;
    }
    return counts;
  };
  return { ...team, reps, ids, read, release, handedOff };
}

describe('[TRI2] backlog is released by a manager in lots', () => {
  test('it is counted, and nothing of it makes a clock, a breach or a notice', async () => {
    const { read, workspaceId, sdr } = await backlog({ unowned: 5, owned: 2 });
    const counted = await read(MONDAY + 30 * DAY_MS);
    expect(counted).toMatchObject({
      leads: 7,
      releasable: 7,
      byStage: [{ id: 'mql', leads: 7 }],
      plan: null,
    });
    expect(counted.byOwner).toEqual([
      { id: null, leads: 5 },
      { id: sdr.id, leads: 2 },
    ]);
    const made = "kind like 'clock.%' or kind like 'handoff.%' or kind = 'owner.routed'";
    expect(await rows(workspaceId, `select kind from facts where ${made}`)).toEqual([]);
    expect(await rows(workspaceId, 'select id from notices')).toEqual([]);
  });

  test('a dry run says how many leads and open days, and releases nothing', async () => {
    const { release, handedOff } = await backlog({ unowned: 6, owned: 3 });
    // Sam has three of his own; the two of the team share six.
    expect(await release({ perOwner: 1, dryRun: true })).toEqual({
      leads: 9,
      left: { won: 0, lost: 0 },
      openDays: 3,
      plan: null,
    });
    expect(await release({ perOwner: 2, dryRun: true })).toMatchObject({ openDays: 2 });
    expect(await release({ perOwner: 2, dryRun: true, filter: { owner: 'none' } })).toMatchObject({
      leads: 6,
    });
    expect(await handedOff(MONDAY + DAY_MS)).toEqual({});
  });

  test('so many per owner and open day, until none is left; clocks start at the release', async () => {
    const { sdr, reps, release, handedOff, read, ids, admin } = await backlog({ unowned: 6, owned: 3 });
    const [one, two] = reps as [Person, Person];
    const begun = MONDAY + HOUR_MS;
    expect(await release({ perOwner: 2 })).toMatchObject({ leads: 9, plan: { state: 'running' } });
    expect(await handedOff(begun + 1)).toEqual({ [sdr.id]: 2, [one.id]: 2, [two.id]: 2 });
    // The evening and the night bring nothing more.
    expect(await handedOff(begun + 12 * HOUR_MS)).toEqual({ [sdr.id]: 2, [one.id]: 2, [two.id]: 2 });
    const tuesday = Date.parse('2026-03-03T14:00:00Z');
    expect(await handedOff(tuesday)).toEqual({ [sdr.id]: 3, [one.id]: 3, [two.id]: 3 });
    expect(await read(tuesday + DAY_MS)).toMatchObject({
      leads: 0,
      plan: { state: 'done', released: 9, nextAt: null },
    });
    for (const id of ids) {
      const { state }: { state: LeadState } = await json('GET', `/v1/leads/${id}`, {
        token: admin,
        now: tuesday,
      });
      expect(state.handoffs).toHaveLength(1);
      for (const { startedAt } of state.clocks) expect(startedAt ?? begun).toBeGreaterThanOrEqual(begun);
    }
  });

  test('begun outside hours it waits for the opening', async () => {
    const { release, handedOff } = await backlog({ unowned: 2, owned: 0 });
    // Saturday; the office opens on Monday at nine, and daylight-saving time has begun.
    await release({ perOwner: 5 }, MONDAY + 5 * DAY_MS);
    const opening = Date.parse('2026-03-09T13:00:00Z');
    expect(await handedOff(opening - 1)).toEqual({});
    expect(Object.values(await handedOff(opening))).toEqual([1, 1]);
  });

  test('cancelled, what is out stays out and nothing follows', async () => {
    const { release, handedOff, manager, sdr, read } = await backlog({ unowned: 0, owned: 3 });
    await release({ perOwner: 1 });
    const now = MONDAY + 2 * HOUR_MS;
    expect(await release({ perOwner: 1 }, now)).toMatchObject({ status: 409 });
    const cancelled = await json('DELETE', '/v1/backlog/release', { token: manager.token, now });
    expect(cancelled).toMatchObject({ state: 'cancelled', released: 1 });
    expect(await handedOff(MONDAY + 5 * DAY_MS)).toEqual({ [sdr.id]: 1 });
    expect(await read(MONDAY + 5 * DAY_MS)).toMatchObject({ leads: 2 });
    expect(await json('DELETE', '/v1/backlog/release', { token: manager.token, now })).toMatchObject({
      status: 404,
    });
  });

  test('only what the filter names', async () => {
    const { release, handedOff, sdr, read } = await backlog({ unowned: 2, owned: 2 });
    await release({ perOwner: 5, filter: { owner: sdr.id } });
    expect(await handedOff(MONDAY + 2 * HOUR_MS)).toEqual({ [sdr.id]: 2 });
    expect(await read(MONDAY + 2 * DAY_MS)).toMatchObject({ leads: 2, plan: { state: 'done' } });
  });

  test('a lead whose deal is over stays where it is, counted apart; one with a deal still open goes', async () => {
    const { ids, admin, sdr, read, release, handedOff } = await backlog({ unowned: 0, owned: 6 });
    const [won, lost, twice, reopened, older] = ids;
    const at = MONDAY - 2 * DAY_MS;
    const deal = { amount: 500, currency: 'USD', at };
    await json('POST', '/v1/deals', {
      token: admin,
      body: {
        deals: [
          { ...deal, leadId: won, dealId: 'a', outcome: 'won' },
          { ...deal, leadId: lost, dealId: 'b', outcome: 'open' },
          { ...deal, leadId: lost, dealId: 'b', outcome: 'lost', reason: 'no_budget', at: at + HOUR_MS },
          { ...deal, leadId: twice, dealId: 'c', outcome: 'lost', reason: 'no_budget' },
          { ...deal, leadId: twice, dealId: 'd', outcome: 'open' },
          { ...deal, leadId: reopened, dealId: 'e', outcome: 'open', at: at + HOUR_MS },
          { ...deal, leadId: reopened, dealId: 'e', outcome: 'lost', reason: 'no_budget' },
          { ...deal, leadId: older, dealId: 'f', outcome: 'lost', reason: 'no_budget' },
        ],
      },
    });
    const left = { won: 1, lost: 2 };
    expect(await read(MONDAY)).toMatchObject({ leads: 6, releasable: 3, left });
    expect(await release({ perOwner: 2, dryRun: true })).toMatchObject({ leads: 3, left, openDays: 2 });
    expect(await release({ perOwner: 2 })).toMatchObject({ leads: 3, left });
    expect(await handedOff(MONDAY + 2 * HOUR_MS)).toEqual({ [sdr.id]: 2 });
    const wednesday = MONDAY + 2 * DAY_MS;
    expect(await handedOff(wednesday)).toEqual({ [sdr.id]: 3 });
    expect(await read(wednesday + DAY_MS)).toMatchObject({
      leads: 3,
      releasable: 0,
      left,
      plan: { state: 'done', released: 3, nextAt: null },
    });
    for (const id of [won, lost, older]) {
      const { state } = await json('GET', `/v1/leads/${id}`, { token: admin, now: wednesday });
      expect(state.handoffs).toEqual([]);
    }
  });

  test('a deal that ends while the release runs takes its lead out; what a lead absorbed counts as its own', async () => {
    const { ids, admin, sdr, read, release, handedOff } = await backlog({ unowned: 0, owned: 4 });
    const [first, second] = ids;
    const deal = { amount: 500, currency: 'USD', outcome: 'won' };
    const close = (leadId: string | undefined, now: number) =>
      json('POST', '/v1/deals', {
        token: admin,
        body: { deals: [{ ...deal, leadId, dealId: `of ${leadId}`, at: now }] },
        now,
      });
    await close(second, MONDAY);
    await json('POST', `/v1/leads/${first}/merge`, { token: admin, body: { absorb: second } });
    expect(await read(MONDAY + 1)).toMatchObject({ leads: 3, releasable: 2, left: { won: 1, lost: 0 } });
    await release({ perOwner: 1 });
    const out = MONDAY + 2 * HOUR_MS;
    expect(await handedOff(out)).toEqual({ [sdr.id]: 1 });
    const waiting = ids.slice(2);
    for (const id of waiting) {
      const { state } = await json('GET', `/v1/leads/${id}`, { token: admin, now: out });
      if (state.handoffs.length === 0) await close(id, out);
    }
    const thursday = MONDAY + 3 * DAY_MS;
    expect(await handedOff(thursday)).toEqual({ [sdr.id]: 1 });
    expect(await read(thursday)).toMatchObject({ left: { won: 2 }, plan: { state: 'done', released: 1 } });
  });

  test('a fast-track signal dated later takes a lead out by itself', async () => {
    const { ids, admin, handedOff, read } = await backlog({ unowned: 2, owned: 0 });
    const signals = [{ leadId: ids[0], signal: 'demo_requested' }];
    await json('POST', '/v1/signals', { token: admin, body: { signals }, now: MONDAY + HOUR_MS });
    expect(Object.values(await handedOff(MONDAY + HOUR_MS))).toEqual([1]);
    expect(await read(MONDAY + HOUR_MS)).toMatchObject({ leads: 1 });
  });

  test('[TRI1] not in trial, and not by an sdr', async () => {
    const { admin } = await openWorkspace();
    const body = { perOwner: 5 };
    expect(await json('POST', '/v1/backlog/release', { token: admin, body })).toMatchObject({ status: 409 });
    const { sdr } = await openTeam();
    expect(await json('POST', '/v1/backlog/release', { token: sdr.token, body })).toMatchObject({
      status: 403,
    });
  });
});
