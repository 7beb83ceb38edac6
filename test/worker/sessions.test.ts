/** The agenda a meeting makes by itself, what is written down while it is held, and the pack (TGT7). */
import { beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, type Person, type Team } from './api.ts';
import { Device } from './outbox.ts';

const LATER = MONDAY + 2 * DAY_MS;
const DAY = '2026-03-04';

// oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of it
type Row = any;

let team: Team;
let contested: { leadId: string; handoff: string };
const post = (who: Person, path: string, body: object, now = LATER) =>
  json('POST', path, { token: who.token, body, now });
const read = (path: string, who: Person, now = LATER) => json('GET', path, { token: who.token, now });

beforeAll(async () => {
  team = await openTeam(MONDAY, (body) => ({
    ...body,
    goals: [
      { id: 'volume', side: 'marketing', metric: 'mqls', target: 220, period: 'month' },
      { id: 'response', side: 'sales', metric: 'first_response', target: 60, period: 'month' },
    ],
  }));
  const { sdr, colleague, marketer, manager } = team;
  // Three promises: one kept, one kept late by nobody, one given back and contested.
  const leads: string[] = [];
  for (const owner of [sdr.id, sdr.id, colleague.id]) {
    const id = await addLead(marketer.token, { owner, source: 'ads', fields: { name: 'Rafael' } });
    await askForDemo(marketer.token, id);
    leads.push(id);
  }
  const [kept = '', , given = ''] = leads;
  const attempts = [kept, given].map((leadId) => ({
    leadId,
    channel: 'call',
    outcome: 'no_answer',
    by: sdr.id,
  }));
  await post(manager, '/v1/attempts', { attempts }, MONDAY + HOUR_MS / 6);
  const { state, revision } = await read(`/v1/leads/${given}`, manager, MONDAY + HOUR_MS / 2);
  const handoff = state.handoffs[0].id;
  const reason = (await read('/v1/definitions/current', manager)).definitions.handoff.reasons.find(
    (one: Row) => one.answer === 'disqualified' && !one.unreachable,
  ).id;
  await new Device(colleague.token).give(
    'handoff.answer',
    { leadId: given, handoff, answer: 'disqualified', reason },
    { baseRevision: revision },
    MONDAY + HOUR_MS / 2,
  );
  await new Device(marketer.token).give(
    'handoff.contest',
    { leadId: given, handoff, evidence: 'they asked for a demo' },
    {},
    MONDAY + HOUR_MS,
  );
  contested = { leadId: given, handoff };
}, 60_000);

describe('[TGT7] the agenda by itself', () => {
  test('the first looks back to the day the agreement took effect, each other to the one before it', async () => {
    const { manager } = await openTeam();
    const now = MONDAY + 80 * DAY_MS;
    const spans: string[][] = [];
    for (const heldOn of ['2026-04-15', '2026-05-15', '2026-02-20']) {
      const { points, session } = await post(manager, '/v1/sessions', { kind: 'session', heldOn }, now);
      spans.push([points.from, points.to]);
      await post(manager, `/v1/sessions/${session.id}/close`, {}, now);
    }
    // Signed and in force since Monday the 2nd of March; before that there was nothing to keep.
    expect(spans).toEqual([
      ['2026-03-02', '2026-04-15'],
      ['2026-04-16', '2026-05-15'],
      ['2026-02-20', '2026-02-20'],
    ]);
  });

  test('contests that wait, breaches beyond budget, goals missed, leads lost: as the reports count them', async () => {
    const { manager, marketer, sdr, colleague } = team;
    const opened = await post(manager, '/v1/sessions', { kind: 'session', heldOn: DAY, referee: manager.id });
    const { points, session } = opened;
    expect(session).toMatchObject({ referee: manager.id, attendees: [], notes: '', closedAt: null });
    expect(points).toMatchObject({ from: '2026-03-02', to: DAY, version: 2, hidden: 0 });
    expect(points.contests).toEqual([
      {
        id: contested.handoff,
        at: MONDAY + HOUR_MS,
        by: marketer.id,
        lead: { id: contested.leadId, name: 'Rafael', company: null },
      },
    ]);

    const { rows } = await read(`/v1/reports/compliance?from=2026-03-02&to=${DAY}`, manager);
    const { definitions } = await read('/v1/definitions/current', manager);
    const firstResponses = rows.filter(
      ({ by, policy }: Row) =>
        by === 'all' &&
        definitions.policies.some(({ id, kind }: Row) => id === policy && kind === 'first_response'),
    );
    // By hand: three owed, two answered within the hour; a goal of 60 % allows one of three to be late.
    const n = firstResponses.reduce((sum: number, { inTime }: Row) => sum + inTime.n, 0);
    const hits = firstResponses.reduce((sum: number, { inTime }: Row) => sum + inTime.hits, 0);
    expect([n, hits]).toEqual([3, 2]);
    const others = rows.filter(
      ({ by, policy, inTime }: Row) =>
        by === 'all' && inTime.hits < inTime.n && !firstResponses.some((one: Row) => one.policy === policy),
    );
    expect(points.breaches.map(({ id }: Row) => id).toSorted()).toEqual(
      [...new Set(others.map(({ policy }: Row) => policy))].toSorted(),
    );
    const late = points.breaches.filter(({ id }: Row) =>
      firstResponses.some(({ policy }: Row) => policy === id),
    );
    expect(late.map(({ late: missed, n: of, allowed }: Row) => [missed, of, allowed])).toEqual([]);

    const leaks = await read(`/v1/reports/leaks?from=2026-03-02&to=${DAY}`, manager);
    expect(points.leaks).toEqual(
      leaks.rows
        .map(({ leak, n: lost }: Row) => ({ id: leak, n: lost }))
        .filter(({ n: lost }: Row) => lost > 0),
    );
    const achieved = await read(`/v1/reports/achieved?from=2026-03-02&to=${DAY}`, manager);
    // 220 in March's 22 open days ask for 30 by its third; three came. 66.7 % is more than 60 %.
    expect(points.goals).toMatchObject([{ id: 'volume:2026-03-01', running: true, actual: 3, expected: 30 }]);
    expect(points.goals.map(({ id }: Row) => id)).toEqual(
      achieved.rows
        .filter(({ reached }: Row) => reached === false)
        .map(({ goal, from }: Row) => `${goal}:${from}`),
    );

    // A contest about a colleague's lead is counted, and not shown.
    const seen = (await read(`/v1/sessions/${session.id}`, sdr)).points;
    expect([seen.contests, seen.hidden]).toEqual([[], 1]);
    expect((await read(`/v1/sessions/${session.id}`, colleague)).points.contests).toHaveLength(1);

    const about = { kind: 'contest', id: contested.handoff };
    const decided = await post(manager, `/v1/sessions/${session.id}/decisions`, {
      item: about,
      text: 'The return stands',
      outcome: 'rejected',
      owner: manager.id,
      dueOn: '2026-04-15',
      referee: manager.id,
    });
    expect(decided).toMatchObject({
      item: about,
      proposalId: null,
      referee: manager.id,
      sessionId: session.id,
    });
  });

  test('made anew on demand while it is open, and never after', async () => {
    const { manager } = team;
    const { sessions } = await read('/v1/sessions', manager);
    const { id } = sessions[0];
    const before = (await read(`/v1/sessions/${id}`, manager)).points.asOf;
    const again = await post(manager, `/v1/sessions/${id}/agenda`, {}, LATER + HOUR_MS);
    expect(again.points.asOf).toBe(before + HOUR_MS);
    await post(manager, `/v1/sessions/${id}/close`, {}, LATER + HOUR_MS);
    expect(await post(manager, `/v1/sessions/${id}/agenda`, {}, LATER + HOUR_MS)).toMatchObject({
      status: 409,
    });
    expect(await post(manager, '/v1/sessions/unknown/agenda', {})).toMatchObject({ status: 404 });
  });
});

test('[TGT7] who was there, who led it and what was said are written down while it is open', async () => {
  const { manager, marketer, sdr } = team;
  const patch = (id: string, body: object, who = manager) =>
    json('PATCH', `/v1/sessions/${id}`, { token: who.token, body, now: LATER });
  const { session } = await post(manager, '/v1/sessions', { kind: 'review', heldOn: DAY });
  const { id } = session;
  const kept = await patch(id, { notes: 'Short one', attendees: [manager.id, marketer.id] });
  expect(kept.session).toMatchObject({
    notes: 'Short one',
    attendees: [manager.id, marketer.id],
    referee: null,
  });
  expect((await patch(id, { referee: marketer.id })).session).toMatchObject({
    notes: 'Short one',
    referee: marketer.id,
  });
  expect(await patch(id, { attendees: [manager.id, 'nobody'] })).toMatchObject({
    errors: [{ pointer: '/attendees/1' }],
  });
  expect(await patch(id, { referee: 'nobody' })).toMatchObject({ errors: [{ pointer: '/referee' }] });
  expect(await patch(id, { notes: 'mine' }, sdr)).toMatchObject({ status: 403 });
  await post(manager, `/v1/sessions/${id}/close`, {});
  expect(await patch(id, { notes: 'too late' })).toMatchObject({ status: 409 });
});

test('[TGT7] the pack names the meetings held in it and what each decided', async () => {
  const { marketer, manager } = team;
  const pack = await read(`/v1/review?from=2026-03-01&to=2026-03-31`, marketer);
  expect(
    pack.sessions.map(({ kind, heldOn, decisions, referee }: Row) => [kind, heldOn, decisions, referee]),
  ).toEqual([
    ['session', DAY, 1, manager.id],
    ['review', DAY, 0, marketer.id],
  ]);
  expect(pack.decisions).toMatchObject([{ text: 'The return stands', referee: manager.id }]);
  expect(pack.performance.achieved.rows.length).toBeGreaterThan(0);
  const before = await read(`/v1/review?from=2026-02-01&to=2026-02-28`, marketer);
  expect(before.sessions).toEqual([]);
  // Due in the next one, with which it opens; after that it is over.
  const next = await read(`/v1/review?from=2026-04-01&to=2026-04-30`, marketer);
  expect(next.decisions.map(({ text }: Row) => text)).toEqual(['The return stands']);
  expect((await read(`/v1/review?from=2026-05-01&to=2026-05-31`, marketer)).decisions).toEqual([]);
});
