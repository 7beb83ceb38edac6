/** Each number of the closed loop against plain SQL over the facts of a small workspace (TGT4). */
import { beforeAll, expect, test } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { LeakRows, QualityRows, RecycledRows } from '../../shared/protocol/loopRows.ts';
import { DispositionRows } from '../../shared/protocol/reportRows.ts';
import { ReportsResponse, type ReportName } from '../../shared/protocol/reports.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, send, type Team } from './api.ts';
import { rows } from './database.ts';

const { reasons } = STARTERS.en.handoff;
const reasonFor = (answer: string) =>
  reasons.find((one) => one.answer === answer && !one.unreachable)?.id ?? '';
const BACK = { answer: 'disqualified', reason: reasonFor('disqualified') };
const LATER = { answer: 'recycled', reason: reasonFor('recycled') };
const TAKEN = { answer: 'accepted' };
const NOW = MONDAY + 10 * DAY_MS;

let team: Team;
let answer: ReportsResponse;
beforeAll(async () => {
  team = await openTeam(MONDAY, (body) => ({
    ...body,
    handoff: { ...body.handoff, referee: body.signers[1]?.member ?? '' },
  }));
  const story = [
    { source: 'ads', campaign: 'spring', owner: team.sdr, said: TAKEN, sql: true },
    { source: 'ads', campaign: 'spring', owner: team.sdr, said: TAKEN },
    { source: 'ads', campaign: 'autumn', owner: team.sdr, said: BACK, contested: 'overturned' },
    { source: 'ads', owner: team.colleague, said: BACK, contested: 'upheld' },
    { source: 'fair', campaign: 'spring', owner: team.colleague, said: LATER },
    { source: 'fair', owner: team.colleague, said: LATER, again: true },
    { source: 'fair', owner: team.colleague },
    { said: BACK, owner: team.sdr },
    { source: 'fair' },
  ] as const;
  for (const step of story) await live(step);
  const names: ReportName[] = ['dispositions', 'quality', 'recycled', 'leaks'];
  const query = `names=${names.join(',')}&from=2026-03-01&to=2026-03-31`;
  const read = await json('GET', `/v1/reports?${query}`, { token: team.manager.token, now: NOW });
  answer = ReportsResponse.parse(read);
}, 60_000);

interface Step {
  readonly source?: string;
  readonly campaign?: string;
  readonly owner?: { readonly id: string; readonly token: string };
  readonly said?: object;
  readonly sql?: boolean;
  readonly contested?: string;
  readonly again?: boolean;
}

async function live({ source, campaign, owner, said, sql, contested, again }: Step): Promise<void> {
  const lead = { ...(source ? { source } : {}), ...(campaign ? { campaign } : {}) };
  const leadId = await addLead(team.admin, { ...lead, ...(owner ? { owner: owner.id } : {}) });
  await askForDemo(team.admin, leadId);
  const { state } = await json('GET', `/v1/leads/${leadId}`, { token: team.admin });
  const handoff: string = state.handoffs[0].id;
  const on = async (what: string, token: string, body: object, hours: number) => {
    const path = `/v1/handoffs/${handoff}/${what}`;
    const response = await send('POST', path, { token, body, now: MONDAY + hours * HOUR_MS });
    expect([what, response.status]).toEqual([what, 200]);
  };
  if (said && owner) await on('answer', owner.token, said, 1);
  if (contested) await on('contest', team.marketer.token, { evidence: 'see the form' }, 2);
  if (contested) await on('decide', team.manager.token, { outcome: contested }, 3);
  if (sql) await move(leadId, 'sql', 4);
  // It comes back by itself when it asks again.
  if (again) await askForDemo(team.admin, leadId, MONDAY + 3 * DAY_MS);
}

async function move(leadId: string, stage: string, hours: number): Promise<void> {
  const now = MONDAY + hours * HOUR_MS;
  await send('POST', `/v1/leads/${leadId}/stage`, { token: team.manager.token, body: { stage }, now });
}

const rowsOf = (name: ReportName) => answer.reports.find(({ report }) => report === name)?.rows;
/** One number by plain SQL; `facts` of the first capture say where a lead came from. */
async function count(query: string, ...values: string[]): Promise<number> {
  const [row] = await rows<{ n: number }>(team.workspaceId, `select count(*) as n from ${query}`, ...values);
  return row?.n ?? 0;
}
/** Answers in force: without those a referee overturned. */
const STANDING = `facts as a
  join facts as c on c.lead_id = a.lead_id and c.kind = 'lead.captured'
  where a.kind = 'handoff.answered' and not exists (
    select 1 from facts as d where d.kind = 'handoff.decided' and d.body ->> 'outcome' = 'overturned'
      and d.body ->> 'handoff' = a.body ->> 'handoff')`;
const OPENED = `facts as o
  join facts as c on c.lead_id = o.lead_id and c.kind = 'lead.captured'
  where o.kind = 'handoff.opened'`;

test('[TGT4] answers, by reason, source, campaign and person', async () => {
  const said = DispositionRows.parse(rowsOf('dispositions'));
  expect(said.length).toBeGreaterThan(8);
  const where: Record<string, string> = {
    all: '1',
    reason: "a.body ->> 'reason' is ?",
    source: "c.body ->> 'source' is ?",
    campaign: "c.body ->> 'campaign' is ?",
    person: 'a.actor is ?',
  };
  for (const { by, of, answers, contested, overturned } of said) {
    const which = by === 'all' ? [] : [of];
    const one = (extra: string) =>
      rows<{ n: number }>(
        team.workspaceId,
        `select count(*) as n from ${STANDING} and ${where[by]} ${extra}`,
        ...which,
      ).then(([row]) => row?.n);
    for (const kind of ['accepted', 'recycled', 'disqualified'] as const)
      expect([by, of, kind, await one(`and a.body ->> 'answer' = '${kind}'`)]).toEqual([
        by,
        of,
        kind,
        answers[kind],
      ]);
    if (by === 'person') continue;
    const returns = `facts as a join facts as c on c.lead_id = a.lead_id and c.kind = 'lead.captured'
      where a.kind = 'handoff.answered' and a.body ->> 'answer' <> 'accepted' and ${where[by]}`;
    const related = (kind: string, more = '') =>
      `and exists (select 1 from facts as d where d.kind = '${kind}' and d.body ->> 'handoff' = a.body ->> 'handoff' ${more})`;
    const among = (extra: string) =>
      rows<{ n: number }>(team.workspaceId, `select count(*) as n from ${returns} ${extra}`, ...which).then(
        ([row]) => row?.n,
      );
    expect([by, of, contested.hits, contested.n]).toEqual([
      by,
      of,
      await among(related('handoff.contested')),
      await among(''),
    ]);
    expect([by, of, overturned.hits, overturned.n]).toEqual([
      by,
      of,
      await among(related('handoff.decided', "and d.body ->> 'outcome' = 'overturned'")),
      await among(related('handoff.decided')),
    ]);
  }
});

test('[TGT4] acceptance and MQL to SQL by source and campaign', async () => {
  const worth = QualityRows.parse(rowsOf('quality')).filter(({ by }) => by !== 'segment');
  expect(worth.length).toBeGreaterThan(5);
  for (const { by, of, accepted, qualified } of worth) {
    const cut = by === 'all' ? '' : `and c.body ->> '${by}' is ?`;
    const values = by === 'all' || of === null ? [] : [of];
    const filter = of === null && by !== 'all' ? `and c.body ->> '${by}' is null` : cut;
    expect([by, of, accepted.n, accepted.hits]).toEqual([
      by,
      of,
      await count(`${STANDING} ${filter}`, ...values),
      await count(`${STANDING} ${filter} and a.body ->> 'answer' = 'accepted'`, ...values),
    ]);
    const sql = `and exists (select 1 from facts as s where s.lead_id = o.lead_id and s.kind in ('stage.entered', 'stage.set')
      and s.body ->> 'stage' = 'sql' and s.at >= o.at)`;
    expect([by, of, qualified.n, qualified.hits]).toEqual([
      by,
      of,
      await count(`${OPENED} ${filter}`, ...values),
      await count(`${OPENED} ${filter} ${sql}`, ...values),
    ]);
  }
});

test('[TGT4] recycled and came back', async () => {
  const recycled = RecycledRows.parse(rowsOf('recycled')).find(({ by }) => by === 'all');
  const given = "facts as a where a.kind = 'handoff.answered' and a.body ->> 'answer' = 'recycled'";
  const back = `${given} and exists (select 1 from facts as o where o.kind = 'handoff.opened'
    and o.lead_id = a.lead_id and o.at > a.at)`;
  expect(recycled?.cameBack).toMatchObject({ n: await count(given), hits: await count(back) });
  expect(recycled?.cameBack.hits).toBe(1);
  expect(recycled?.away.median).toBe(3 * DAY_MS - HOUR_MS);
});

test('[TGT4] leaks by source', async () => {
  const leaks = LeakRows.parse(rowsOf('leaks'));
  const counted = (leak: string) =>
    leaks.filter((row) => row.leak === leak).reduce((sum, { n }) => sum + n, 0);
  // Open, and nobody was ever named: routing found none either.
  const unowned = `facts as o where o.kind = 'handoff.opened'
    and not exists (select 1 from facts as w where w.lead_id = o.lead_id and w.kind in ('owner.assigned', 'owner.routed'))`;
  expect(counted('no_owner')).toBe(await count(unowned));
  // Nobody tried anybody here, and each hand-off is over or long late, but for the one nobody could be late with.
  const owned = `facts as o where o.kind = 'handoff.opened'
    and exists (select 1 from facts as w where w.lead_id = o.lead_id and w.kind in ('owner.assigned', 'owner.routed'))`;
  expect(await count(unowned)).toBe(1);
  expect(counted('no_attempt')).toBe(await count(owned));
  // Given back for good: neither nurtured nor handed off again, and what was promised for it is over.
  const forgotten = `facts as a where a.kind = 'handoff.answered' and a.body ->> 'answer' = 'recycled'
    and not exists (select 1 from facts as o where o.lead_id = a.lead_id and o.kind = 'handoff.opened' and o.at > a.at)`;
  expect(counted('never_nurtured')).toBe(await count(forgotten));
});
