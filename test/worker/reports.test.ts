/** Reports over HTTP: figures, whose they are, the leads behind them, and what stays of erased ones. */
import { beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, send, type Team } from './api.ts';

const LEADS = 6;
const LATER = MONDAY + 26 * HOUR_MS;

let team: Team;
const leads: string[] = [];
beforeAll(async () => {
  team = await openTeam();
  for (let index = 0; index < LEADS; index += 1) {
    const owner = index < 4 ? team.sdr.id : team.colleague.id;
    const name = index === 0 ? '=HYPERLINK("x")' : `Lead ${index}`;
    const id = await addLead(team.marketer.token, { owner, source: '=cmd', fields: { name } });
    leads.push(id);
    await askForDemo(team.marketer.token, id);
  }
  const tried = { leadId: leads[0], channel: 'call', outcome: 'no_answer', by: team.sdr.id };
  await send('POST', '/v1/attempts', {
    token: team.manager.token,
    now: MONDAY + HOUR_MS / 4,
    body: { attempts: [tried] },
  });
}, 60_000);

const report = (name: string, token: string, query = '', now = LATER) =>
  json('GET', `/v1/reports/${name}${query}`, { token, now });
const NAMES = [
  'today',
  'compliance',
  'speed',
  'funnel',
  'worked',
  'attempts',
  'dispositions',
  'quality',
  'recycled',
  'leaks',
  'capacity',
  'goals',
  'achieved',
  'pacing',
  'quota',
];

// oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of it
type Row = any;

describe('figures', () => {
  test.each(NAMES)('[TGT4] %s answers with the instant, the version and its cells', async (name) => {
    const answer = await report(name, team.manager.token);
    expect(answer).toMatchObject({ report: name, asOf: LATER, version: 2, trial: false });
    expect(Array.isArray(answer.rows)).toBe(true);
  });

  test('[TGT4] today knows what is late and what was kept', async () => {
    const { rows } = await report('today', team.manager.token);
    const all = rows.find(({ by }: Row) => by === 'all');
    const mine = rows.find(({ of }: Row) => of === team.sdr.id);
    expect(all.late).toBeGreaterThan(0);
    expect(mine.late).toBeLessThan(all.late);
  });

  test('[TGT5] every share says its n, and under 20 it has no colour', async () => {
    const { rows } = await report('compliance', team.manager.token);
    expect(rows.length).toBeGreaterThan(0);
    for (const { inTime } of rows) expect(inTime).toMatchObject({ n: expect.any(Number), colour: false });
  });

  test('[TGT4] only a team’s or a segment’s leads are counted when asked for', async () => {
    const whole = await report('funnel', team.manager.token);
    const part = await report('funnel', team.manager.token, '?segment=small');
    expect(whole.rows.find(({ by }: Row) => by === 'all').leads).toBe(LEADS);
    expect(part.rows.find(({ by }: Row) => by === 'all')?.leads ?? 0).toBeLessThan(LEADS);
  });

  test('[TGT4] asked again a minute later with nothing changed it is added up anew, sooner it is the same', async () => {
    const { asOf } = await report('worked', team.manager.token);
    expect((await report('worked', team.manager.token, '', LATER + 1_000)).asOf).toBe(asOf);
    expect((await report('worked', team.manager.token, '', LATER + 2 * 60_000)).asOf).toBe(
      LATER + 2 * 60_000,
    );
  });
});

describe('people', () => {
  test('[TGT5] team figures are for everybody, people’s for themselves and the manager of their side', async () => {
    const ownersSeen = async (token: string) => {
      const { rows, cells } = await report('today', token);
      expect(rows.some(({ by }: Row) => by === 'all')).toBe(true);
      const inCells = cells.flatMap(({ row }: Row) => (row[1] === 'owner' && row[2] ? [row[2]] : []));
      const inRows = rows.flatMap(({ by, of }: Row) => (by === 'owner' && of ? [of] : []));
      return [...new Set([...inRows, ...inCells])].toSorted();
    };
    expect(await ownersSeen(team.manager.token)).toEqual([team.sdr.id, team.colleague.id].toSorted());
    expect(await ownersSeen(team.sdr.token)).toEqual([team.sdr.id]);
    expect(await ownersSeen(team.marketer.token)).toEqual([]);
    expect(await ownersSeen(team.admin)).toEqual([]);
  });

  test('[TGT5] the leads behind a colleague’s number are nobody else’s business', async () => {
    const cell = encodeURIComponent(JSON.stringify(['late', 'owner', team.sdr.id]));
    const behind = (token: string) =>
      json('GET', `/v1/reports/today/leads?cell=${cell}`, { token, now: LATER });
    expect((await behind(team.manager.token)).leads.length).toBeGreaterThan(0);
    expect((await behind(team.sdr.token)).leads.length).toBeGreaterThan(0);
    expect((await behind(team.colleague.token)).leads).toEqual([]);
    expect((await behind(team.marketer.token)).leads).toEqual([]);
  });
});

describe('drilling', () => {
  test('[TGT4] every number of the funnel has exactly its leads', async () => {
    const { cells } = await report('funnel', team.manager.token);
    expect(cells.length).toBeGreaterThan(0);
    for (const { row, n } of cells) {
      const found: string[] = [];
      let cursor = '';
      do {
        const query = `cell=${encodeURIComponent(JSON.stringify(row))}&limit=2${cursor}`;
        const page = await json('GET', `/v1/reports/funnel/leads?${query}`, {
          token: team.manager.token,
          now: LATER,
        });
        found.push(...page.leads.map(({ id }: Row) => id));
        cursor = page.cursor === null ? '' : `&cursor=${page.cursor}`;
      } while (cursor !== '');
      expect([row, new Set(found).size]).toEqual([row, n]);
    }
  });

  test('[ACC2] an sdr is shown own leads only', async () => {
    const cell = encodeURIComponent('["leads","all",null]');
    const { leads: shown } = await json('GET', `/v1/reports/funnel/leads?cell=${cell}`, {
      token: team.sdr.token,
      now: LATER,
    });
    expect(shown.map(({ id }: Row) => id).toSorted()).toEqual(leads.slice(0, 4).toSorted());
  });
});

describe('asked wrongly', () => {
  test.each([
    ['/v1/reports/nonsense', 404],
    ['/v1/reports/today?from=yesterday', 422],
    ['/v1/reports/funnel?from=2026-03-02&to=2026-03-01', 422],
    ['/v1/reports/funnel?from=1990-01-01', 422],
    ['/v1/reports/funnel?team=nobodys', 422],
    ['/v1/reports/effect?version=99', 422],
    ['/v1/reports/effect?version=1', 409],
    ['/v1/reports/quota?agreed=small', 422],
    ['/v1/reports/today/leads', 422],
    ['/v1/reports/today/leads?cell=[1]', 422],
    ['/v1/reports/today/leads?cell=%5B%22late%22%5D&cursor=x', 400],
  ])('[ACC6] %s is a problem, %i', async (path, status) => {
    const response = await send('GET', path, { token: team.manager.token, now: LATER });
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  });
});

test('[TGT4] CSV: a column for each number, and nothing a spreadsheet would run', async () => {
  const response = await send('GET', '/v1/reports/funnel?format=csv', {
    token: team.manager.token,
    now: LATER,
  });
  expect(response.headers.get('Content-Type')).toContain('text/csv');
  const text = await response.text();
  const [head, ...lines] = text.trim().split('\r\n');
  expect(head).toContain('stages.mql.reached');
  expect(lines.length).toBeGreaterThan(1);
  expect(text).toContain("'=cmd");
  expect(text).not.toMatch(/(?:^|,)=cmd/m);
});

test('[TGT7] the pack of a period tells how it went and what changed', async () => {
  const pack = await json('GET', '/v1/review', { token: team.marketer.token, now: LATER });
  expect(Object.keys(pack.performance)).toEqual(
    expect.arrayContaining(['goals', 'worked', 'compliance', 'funnel']),
  );
  expect(pack.performance.funnel.rows.find(({ by }: Row) => by === 'all').leads).toBe(LEADS);
  expect(pack.changes.map(({ version }: Row) => version)).toContain(2);
  expect(pack).toMatchObject({ proposals: [], decisions: [] });
});

test('[PRI4] an erased lead is in the totals and in no list', async () => {
  const now = LATER + HOUR_MS;
  const whole = async () => (await report('funnel', team.manager.token, '', now)).rows[0].leads;
  const before = await whole();
  const gone = leads[5] ?? '';
  await send('DELETE', `/v1/leads/${gone}`, { token: team.admin, now });
  expect(await whole()).toBe(before);
  const cell = encodeURIComponent('["leads","all",null]');
  const { leads: shown } = await json('GET', `/v1/reports/funnel/leads?cell=${cell}`, {
    token: team.manager.token,
    now,
  });
  expect(shown.map(({ id }: Row) => id)).not.toContain(gone);
});
