/** Several reports in one answer, and only a person's, nobody's or a source's leads. */
import { beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, send, type Team } from './api.ts';

const LATER = MONDAY + 26 * HOUR_MS;

// oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of it
type Row = any;

let team: Team;
beforeAll(async () => {
  team = await openTeam();
  for (const [owner, source] of [
    [team.sdr.id, 'ads'],
    [team.sdr.id, 'event'],
    [team.colleague.id, 'ads'],
    [undefined, 'ads'],
  ] as const)
    await askForDemo(
      team.marketer.token,
      await addLead(team.marketer.token, { ...(owner ? { owner } : {}), source }),
    );
}, 60_000);

const ask = (query: string, token = team.manager.token, now = LATER) =>
  json('GET', `/v1/reports?${query}`, { token, now });
const leadsIn = (report: Row) => report.rows.find(({ by }: Row) => by === 'all')?.leads ?? 0;

test('[TGT4] several at once are each what they are alone, of one instant', async () => {
  const names = ['funnel', 'today', 'worked'];
  const { reports } = await ask(`names=${names.join(',')}`);
  const alone = await Promise.all(
    names.map((name) => json('GET', `/v1/reports/${name}`, { token: team.manager.token, now: LATER })),
  );
  expect(reports).toEqual(alone);
});

test('[TGT5] each reader is told of the people they may read', async () => {
  const peopleFor = async (token: string) => {
    const { reports } = await ask('names=today', token);
    return reports[0].rows.flatMap(({ by, of }: Row) => (by === 'owner' && of ? [of] : [])).toSorted();
  };
  expect(await peopleFor(team.manager.token)).toContain(team.colleague.id);
  expect(await peopleFor(team.sdr.token)).not.toContain(team.colleague.id);
});

describe('[TGT4] only the leads asked for', () => {
  test.each([
    ['', 4],
    ['&source=ads', 3],
    ['&source=nowhere', 0],
    ['&owner=none', 1],
  ])('funnel%s has %i', async (more, leads) => {
    const [report] = (await ask(`names=funnel${more}`)).reports;
    expect(leadsIn(report)).toBe(leads);
    const cell = encodeURIComponent('["leads","all",null]');
    const behind = await json('GET', `/v1/reports/funnel/leads?cell=${cell}${more}`, {
      token: team.manager.token,
      now: LATER,
    });
    expect(behind.leads).toHaveLength(leads);
  });

  test('a person’s, and they are as a list of leads says them', async () => {
    const mine = `&owner=${team.sdr.id}&source=event`;
    expect(leadsIn((await ask(`names=funnel${mine}`)).reports[0])).toBe(1);
    const cell = encodeURIComponent('["leads","all",null]');
    const { leads } = await json('GET', `/v1/reports/funnel/leads?cell=${cell}${mine}`, {
      token: team.manager.token,
      now: LATER,
    });
    const listed = await json('GET', `/v1/leads?owner=${team.sdr.id}&source=event`, {
      token: team.manager.token,
      now: LATER,
    });
    expect(leads).toEqual(listed.leads);
  });
});

test.each(['colleague', 'marketer'] as const)(
  '[TGT5] a %s may not ask for another’s figures',
  async (who) => {
    const token = team[who].token;
    const response = await send('GET', `/v1/reports?names=today&owner=${team.sdr.id}`, { token, now: LATER });
    expect(response.status).toBe(403);
    const own = await send('GET', `/v1/reports?names=today&owner=${team[who].id}`, { token, now: LATER });
    expect(own.status).toBe(200);
  },
);

test.each(['names=', 'names=nonsense', 'names=today,nonsense', 'format=csv&names=today', ''])(
  '[ACC6] %j is a problem',
  async (query) => {
    const response = await send('GET', `/v1/reports?${query}`, { token: team.admin, now: LATER });
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      422,
      'application/problem+json',
    ]);
  },
);

test('[TGT4] several cells are asked for together, each lead once', async () => {
  const behind = async (cells: unknown) => {
    const path = `/v1/reports/funnel/leads?cell=${encodeURIComponent(JSON.stringify(cells))}`;
    const { leads } = await json('GET', path, { token: team.manager.token, now: LATER });
    return leads.map(({ id }: Row) => id).toSorted();
  };
  const ads = await behind(['leads', 'source', 'ads']);
  const event = await behind(['leads', 'source', 'event']);
  const both = [
    ['leads', 'source', 'ads'],
    ['leads', 'source', 'event'],
    ['leads', 'all', null],
  ];
  expect(await behind(both)).toEqual([...ads, ...event].toSorted());
  const wrong = await send('GET', '/v1/reports/funnel/leads?cell=[[]]', { token: team.admin, now: LATER });
  expect(wrong.status).toBe(422);
});

test('a list of leads by team holds those its members own', async () => {
  const none = await json('GET', '/v1/leads?team=nobodys', { token: team.manager.token, now: LATER });
  expect(none.leads).toEqual([]);
  const body = { id: 'field', label: 'Field', side: 'sales' };
  await json('POST', '/v1/teams', { token: team.admin, body, now: LATER });
  await send('PATCH', `/v1/members/${team.sdr.id}`, {
    token: team.admin,
    body: { team: 'field' },
    now: LATER,
  });
  const listed = await json('GET', '/v1/leads?team=field', { token: team.manager.token, now: LATER });
  expect(listed.leads).toHaveLength(2);
  expect(new Set(listed.leads.map(({ owner }: Row) => owner))).toEqual(new Set([team.sdr.id]));
});
