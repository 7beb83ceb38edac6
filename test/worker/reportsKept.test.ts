/**
 * Whatever happened, in whatever order and however much was added up before: reports read from what is
 * kept of each lead, part by part, say what a plain pass over every lead folded from its facts says.
 */
import { runInDurableObject } from 'cloudflare:test';
import * as fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { REPORTS, type ReportName, type ReportResponse } from '../../shared/protocol/reports.ts';
import { addMark, cellsOf, tableOf } from '../../shared/target/table.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addErased } from '../../worker/workspace/reports/reportErased.ts';
import { lotAfter } from '../../worker/workspace/reports/reportLeads.ts';
import { reportOf } from '../../worker/workspace/reports/reportCatalog.ts';
import { goOn } from '../../worker/workspace/reports/reportPass.ts';
import { askedAt, isAbout, questionOf, scopeAt } from '../../worker/workspace/reports/reportQuestion.ts';
import { SIZES } from '../../worker/workspace/reports/reportSizes.ts';
import { answerOf } from '../../worker/workspace/reports/reports.ts';
import { keeperOfDeals } from '../../worker/workspace/reports/sharedDeals.ts';
import type { Who, Work } from '../../worker/workspace/work.ts';
import { RUNS } from '../support/runs.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, publishSigned, send, type Team } from './api.ts';
import { objectOf, rows } from './database.ts';

/** As if there were very many leads: parts of a few, slices of a few more. */
beforeAll(() => Object.assign(SIZES, { read: 3, folded: 2, slice: 8, parts: 4 }));
vi.setConfig({ testTimeout: 600_000 });

const HISTORIES = Math.ceil(RUNS / 250);
const LONGEST = 40;

interface World {
  readonly team: Team;
  readonly leads: string[];
  readonly backups: string[];
  now: number;
}

/** Some lead, by a number that stands for it. */
const lead = ({ leads }: World, place: number) => leads[place % leads.length] ?? '';
const post = ({ now }: World, token: string, path: string, body: object) =>
  json('POST', path, { token, body, now });

const ACTS = {
  capture: async (world, place) => {
    const { team, now, leads } = world;
    const owner = [team.sdr.id, team.colleague.id, undefined][place % 3];
    const source = ['ads', 'event', undefined, 'outbound'][place % 4];
    leads.push(
      await addLead(team.marketer.token, {
        now,
        ...(owner ? { owner } : {}),
        ...(source ? { source } : {}),
      }),
    );
  },
  demo: (world, place) => askForDemo(world.team.marketer.token, lead(world, place), world.now),
  look: (world, place) =>
    post(world, world.team.marketer.token, '/v1/signals', {
      signals: [{ leadId: lead(world, place), signal: 'pricing_viewed' }],
    }),
  attempt: (world, place) =>
    post(world, world.team.manager.token, '/v1/attempts', {
      attempts: [
        {
          leadId: lead(world, place),
          channel: place % 2 === 0 ? 'call' : 'email',
          outcome: ['no_answer', 'connected', 'sent', 'bounced'][place % 4],
          by: place % 3 === 0 ? world.team.colleague.id : world.team.sdr.id,
          at: world.now - (place % 3) * HOUR_MS,
        },
      ],
    }),
  assign: (world, place) =>
    post(world, world.team.manager.token, '/v1/assignments', {
      leadIds: [lead(world, place)],
      owner: [world.team.sdr.id, world.team.colleague.id, null][place % 3],
    }),
  answer: async (world, place) => {
    const { team, now } = world;
    const read = await json('GET', `/v1/leads/${lead(world, place)}`, { token: team.admin, now });
    const handoff = read.state?.handoffs.at(-1)?.id;
    if (!handoff) return;
    const body = [
      { answer: 'accepted' },
      { answer: 'recycled', reason: 'not_now', returnOn: '2026-04-20' },
      { answer: 'disqualified', reason: 'out_of_profile' },
    ][place % 3];
    await post(
      world,
      read.state.owner?.id === team.colleague.id ? team.colleague.token : team.sdr.token,
      `/v1/handoffs/${encodeURIComponent(handoff)}/answer`,
      body ?? {},
    );
  },
  contest: async (world, place) => {
    const { team, now } = world;
    const read = await json('GET', `/v1/leads/${lead(world, place)}`, { token: team.admin, now });
    const handoff = read.state?.handoffs.at(-1)?.id;
    if (!handoff) return;
    const path = `/v1/handoffs/${encodeURIComponent(handoff)}`;
    await post(world, team.marketer.token, `${path}/contest`, { evidence: 'see there' });
    if (place % 2 === 0)
      await post(world, team.admin, `${path}/decide`, { outcome: place % 4 === 0 ? 'overturned' : 'upheld' });
  },
  deal: (world, place) =>
    post(world, world.team.admin, '/v1/deals', {
      deals: [
        {
          leadId: lead(world, place),
          // A few deals only, so that several leads tell the same one.
          dealId: `deal-${place % 4}`,
          amount: 1_000 + place,
          currency: place % 7 === 0 ? 'XAU' : 'USD',
          outcome: ['open', 'won', 'lost'][place % 3],
          ...(place % 3 === 2 ? { reason: 'no_budget' } : {}),
          at: world.now,
          ...(place % 5 === 0 ? { openedOn: '2026-02-20' } : {}),
        },
      ],
    }),
  reply: (world, place) =>
    post(world, world.team.admin, '/v1/replies', {
      replies: [{ leadId: lead(world, place), channel: 'email', at: world.now }],
    }),
  optOut: (world, place) =>
    post(world, world.team.sdr.token, `/v1/leads/${lead(world, place)}/opt-out`, { channel: 'all' }),
  nurture: (world, place) =>
    post(world, world.team.manager.token, `/v1/leads/${lead(world, place)}/nurture`, {}),
  stage: (world, place) =>
    post(world, world.team.manager.token, `/v1/leads/${lead(world, place)}/stage`, {
      stage: ['lead', 'mql', 'sql', 'customer'][place % 4],
    }),
  merge: async (world, place) => {
    const [survivor, absorb] = [lead(world, place), lead(world, place + 1)];
    await post(world, world.team.manager.token, `/v1/leads/${survivor}/merge`, { absorb });
  },
  unmerge: async (world, place) => {
    const [one] = await rows<{ absorbed: string; survivor: string }>(
      world.team.workspaceId,
      'select absorbed, survivor from merges limit 1 offset ?',
      place % 2,
    );
    if (one)
      await post(world, world.team.manager.token, `/v1/leads/${one.survivor}/unmerge`, {
        absorbed: one.absorbed,
      });
  },
  erase: async (world, place) => {
    await json('DELETE', `/v1/leads/${lead(world, place)}`, { token: world.team.admin, now: world.now });
  },
  absence: ({ team, now }, place) =>
    json('POST', '/v1/absences', {
      token: place % 2 === 0 ? team.sdr.token : team.colleague.token,
      body: { from: now + (place % 3) * HOUR_MS, until: now + (1 + (place % 4)) * DAY_MS },
      now,
    }),
  member: async (world, place) => {
    const { team, now } = world;
    const change = [{ active: false }, { active: true }, { role: 'manager' }, { role: 'sdr' }][place % 4];
    await send('PATCH', `/v1/members/${team.colleague.id}`, { token: team.admin, body: change, now });
  },
  team: (world, place) =>
    post(world, world.team.admin, '/v1/teams', {
      id: 'field',
      label: 'Field',
      side: 'sales',
      members: [place % 2 === 0 ? world.team.sdr.id : world.team.colleague.id],
    }),
  publish: async ({ team, now }, place) => {
    const { definitions } = await json('GET', '/v1/definitions/current', { token: team.admin, now });
    await publishSigned(
      team.admin,
      [team.marketer.token, team.manager.token],
      {
        ...definitions,
        policies: definitions.policies.map((policy: { kind: string }) =>
          policy.kind === 'first_response'
            ? { ...policy, target: { businessMinutes: 30 + 10 * (place % 10) } }
            : policy,
        ),
        handoff: {
          ...definitions.handoff,
          brief: { ...definitions.handoff.brief, required: place % 2 === 0 ? ['name'] : ['name', 'company'] },
        },
      },
      now,
    );
  },
  backUp: async ({ team, now, backups }) => {
    const response = await send('GET', '/v1/export', { token: team.admin, now });
    backups.push(new TextDecoder().decode(await response.arrayBuffer()));
  },
  restore: async ({ team, now, backups }) => {
    const raw = backups.at(-1);
    const headers = { 'Content-Type': 'application/x-ndjson' };
    if (raw === undefined) return;
    const { jobId } = await json('POST', '/v1/restore', { token: team.admin, raw, headers, now });
    const job = await json('GET', `/v1/jobs/${jobId}`, { token: team.admin, now });
    if (job.state !== 'done') throw new Error(`the restore: ${JSON.stringify(job)}`);
  },
  /** A look somebody left half way. */
  glance: (world) =>
    inside(world, (work, who) => {
      const question = questionOf(work, who, 'funnel', {});
      if (question.ok) goOn(work, [question.value]);
    }),
  /** What an object forgets when it is evicted. */
  forget: (world) => inside(world, (work) => work.ground.forget()),
} as const satisfies Record<string, (world: World, place: number) => unknown>;
type Act = keyof typeof ACTS;

/** On the object's own database, at the world's instant, as the manager. */
function inside<T>(world: World, look: (work: Work, who: Who) => T): Promise<T> {
  return runInDurableObject(objectOf(world.team.workspaceId), (instance) => {
    const { workAt } = instance as unknown as { workAt: (now: number) => Work };
    const memberId = world.team.manager.id;
    const who: Who = { memberId, deviceId: '', name: '', role: 'manager', side: 'sales' };
    return look(workAt.call(instance, world.now), who);
  });
}

type Given = Readonly<Record<string, string>>;

/** Every lead folded whole, one after the other; undefined where this cannot be asked now. */
function plain(world: World, name: ReportName, given: Given): Promise<ReportResponse | undefined> {
  return inside(world, (work, who) => {
    const question = questionOf(work, who, name, given);
    if (!question.ok) return undefined;
    const asOf = work.now;
    const scope = scopeAt(work, question.value, asOf, keeperOfDeals(work, asOf));
    const report = reportOf(name, scope, askedAt(work, question.value, asOf));
    const table = tableOf();
    for (let after: string | null = ''; after !== null;) {
      const lot: ReturnType<typeof lotAfter> = lotAfter(work, after, asOf);
      for (const whole of lot.leads)
        if (isAbout(question.value, whole, scope))
          for (const mark of report.marks({ kept: whole, whole: () => whole })) addMark(table, mark);
      ({ after } = lot);
    }
    addErased(work, question.value, scope, table);
    return answerOf(work, who, question.value, { finished: true, asOf, tables: { [name]: table } });
  });
}

/** As the screen asks: twice, since the first may go on with what somebody began before. */
async function asked(world: World, names: readonly ReportName[], given: Given) {
  const query = new URLSearchParams({ names: names.join(','), ...given });
  const ask = () => json('GET', `/v1/reports?${query}`, { token: world.team.manager.token, now: world.now });
  await ask();
  world.now += 61_000;
  return (await ask()).reports as readonly ReportResponse[];
}

async function compare(world: World, place: number): Promise<void> {
  const givens: readonly Given[] = [
    {},
    { source: 'ads' },
    { owner: world.team.sdr.id },
    { from: '2026-02-03' },
  ];
  const given = givens[place % givens.length] ?? {};
  const isEffect = (await plain(world, 'effect', given)) !== undefined;
  const names = REPORTS.filter((name) => name !== 'effect' || isEffect);
  const fast = await asked(world, names, given);
  for (const [at, name] of names.entries()) {
    // As JSON, as it travels.
    const slow = JSON.parse(JSON.stringify((await plain(world, name, given)) ?? null));
    expect({ ...fast[at] }).toEqual(slow);
  }
  const funnel = fast.find(({ report }) => report === 'funnel');
  const cell = funnel?.cells[place % Math.max(1, funnel.cells.length)];
  if (cell) await drill(world, given, cell);
}

/** The leads behind a number are as many as it says, but those of people that are erased. */
async function drill(world: World, given: Given, { row }: { readonly row: readonly (string | null)[] }) {
  const found: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = new URLSearchParams({ ...given, cell: JSON.stringify(row), ...(cursor ? { cursor } : {}) });
    const page = await json('GET', `/v1/reports/funnel/leads?${query}`, {
      token: world.team.manager.token,
      now: world.now,
    });
    found.push(...page.leads.map(({ id }: { id: string }) => id));
    ({ cursor } = page);
  }
  const expected = await inside(world, (work, who) => {
    const question = questionOf(work, who, 'funnel', given);
    if (!question.ok) return [];
    const scope = scopeAt(work, question.value, work.now, keeperOfDeals(work, work.now));
    const report = reportOf('funnel', scope, askedAt(work, question.value, work.now));
    const ids: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const lot: ReturnType<typeof lotAfter> = lotAfter(work, after, work.now);
      for (const whole of lot.leads) {
        const table = tableOf();
        if (isAbout(question.value, whole, scope))
          for (const mark of report.marks({ kept: whole, whole: () => whole })) addMark(table, mark);
        if (cellsOf(table, ...row).length > 0) ids.push(whole.state.leadId);
      }
      ({ after } = lot);
    }
    return ids;
  });
  expect(found).toEqual(expected);
}

const act = fc.record({
  what: fc.constantFrom(...(Object.keys(ACTS) as Act[]), 'capture', 'demo', 'demo', 'attempt', 'answer'),
  place: fc.nat(40),
  /** Until the next. */
  minutes: fc.constantFrom(0, 1, 7, 45, 300, 1_440, 4_000),
  compared: fc.constantFrom(true, false, false),
});

test('[TGT4] [FCT8] after any acts, reports and the leads behind them are those of a plain pass', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: LONGEST / 2, maxLength: LONGEST, size: 'max' }),
      async (acts) => {
        const team = await openTeam();
        const world: World = { team, leads: [], backups: [], now: MONDAY };
        for (let place = 0; place < 9; place += 1) await ACTS.capture(world, place);
        for (const place of [0, 1, 2, 4]) await ACTS.demo(world, place);
        for (const { what, place, minutes, compared } of acts) {
          await ACTS[what](world, place);
          world.now += minutes * MINUTE_MS;
          if (compared) await compare(world, place);
        }
        await compare(world, 0);
        let cursor: string | null = '';
        while (cursor !== null) {
          const query: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
          const path = `/v1/admin/refold${query}`;
          const check = await json('GET', path, { token: team.admin, now: world.now });
          expect(check.differing).toEqual([]);
          cursor = check.cursor ?? null;
        }
      },
    ),
    { numRuns: HISTORIES, endOnFailure: true },
  );
});
