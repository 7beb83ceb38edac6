/** What both sides say about hand-offs: listed with their leads, answered, contested, decided, and told on. */
import { beforeAll, describe, expect, test } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { TalksResponse, type Talk } from '../../shared/protocol/talks.ts';
import { Fact } from '../../shared/lead/facts.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, send, type Team } from './api.ts';
import { Device } from './outbox.ts';

const { reasons } = STARTERS.en.handoff;
const DISQUALIFIED = reasons.find(({ answer }) => answer === 'disqualified')?.id ?? '';
const RECYCLED = reasons.find(({ answer, unreachable }) => answer === 'recycled' && !unreachable)?.id ?? '';

let team: Team;
let handoffs: readonly { readonly leadId: string; readonly handoff: string }[];
beforeAll(async () => {
  team = await openTeam(MONDAY, (body) => ({
    ...body,
    handoff: { ...body.handoff, referee: body.signers[0]?.member ?? '' },
  }));
  const made: { leadId: string; handoff: string }[] = [];
  for (const owner of [team.sdr.id, team.sdr.id, team.colleague.id, team.colleague.id]) {
    const source = made.length === 0 ? 'event' : 'ads';
    const leadId = await addLead(team.admin, { owner, source });
    await askForDemo(team.admin, leadId);
    const { state } = await json('GET', `/v1/leads/${leadId}`, { token: team.admin });
    made.push({ leadId, handoff: state.handoffs[0].id });
  }
  handoffs = made;
  const say = (place: number, what: string, token: string, body: object, hour: number) =>
    json('POST', `/v1/handoffs/${handoffs[place]?.handoff}/${what}`, {
      token,
      body,
      now: MONDAY + hour * HOUR_MS,
    });
  // The first: given back with words, contested. The second: given back without. The third: accepted with
  // a word. The fourth: accepted without one.
  const back = { answer: 'disqualified', reason: DISQUALIFIED };
  await say(0, 'answer', team.sdr.token, { ...back, comment: 'a student' }, 1);
  await say(1, 'answer', team.sdr.token, { answer: 'recycled', reason: RECYCLED }, 2);
  await say(2, 'answer', team.colleague.token, { answer: 'accepted', comment: 'great lead' }, 3);
  await say(3, 'answer', team.colleague.token, { answer: 'accepted' }, 3);
  await say(0, 'contest', team.marketer.token, { evidence: 'she signs for the budget' }, 4);
}, 60_000);

const LATER = MONDAY + 5 * HOUR_MS;
const list = async (token: string, query = '', now = LATER): Promise<readonly Talk[]> =>
  TalksResponse.parse(await json('GET', `/v1/handoffs${query}`, { token, now })).talks;
const placesOf = (talks: readonly Talk[]) =>
  talks.map(({ handoff }) => handoffs.findIndex((one) => one.handoff === handoff));
const talkAt = async (place: number, token: string, now = LATER) =>
  (await list(token, '', now)).find(({ handoff }) => handoff === handoffs[place]?.handoff);

describe('the list', () => {
  test.each([
    ['', [0, 2]],
    ['?show=said', [0, 2]],
    ['?show=returned', [1, 0]],
    ['?show=waiting', [0]],
    ['?source=ads', [2]],
    ['?show=returned&source=ads', [1]],
    ['?from=2026-03-03', []],
    ['?from=2026-03-02&to=2026-03-02', [0, 2]],
  ])('[HOF3] %s has what was said, latest first', async (query, places) => {
    expect(placesOf(await list(team.manager.token, query))).toEqual(places);
  });

  test('[HOF5] each line says who said what when, oldest first', async () => {
    const talk = await talkAt(0, team.manager.token);
    expect(talk).toMatchObject({
      answer: 'disqualified',
      reason: DISQUALIFIED,
      contest: 'waiting',
      lead: { id: handoffs[0]?.leadId, source: 'event', owner: team.sdr.id },
    });
    expect(talk?.said).toMatchObject([
      { kind: 'answered', by: team.sdr.id, text: 'a student', answer: 'disqualified', at: MONDAY + HOUR_MS },
      { kind: 'contested', by: team.marketer.id, text: 'she signs for the budget' },
    ]);
  });

  test('in pages it is the same list, nothing twice and nothing left out', async () => {
    const found: Talk[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `?show=returned&limit=1${cursor && `&cursor=${cursor}`}`;
      const page = await json('GET', `/v1/handoffs${query}`, { token: team.manager.token, now: LATER });
      found.push(...page.talks);
      cursor = page.cursor;
    }
    expect(found).toEqual(await list(team.manager.token, '?show=returned'));
  });

  test('[ACC2] an sdr is shown own leads and those nobody has', async () => {
    expect(placesOf(await list(team.sdr.token))).toEqual([0]);
    expect(placesOf(await list(team.colleague.token))).toEqual([2]);
  });

  test.each(['?show=everything', '?from=monday', '?limit=0'])('[ACC6] %s is a problem', async (query) => {
    expect((await send('GET', `/v1/handoffs${query}`, { token: team.admin })).status).toBe(422);
  });

  test('[ACC6] a cursor of another list is none', async () => {
    expect((await send('GET', '/v1/handoffs?cursor=x', { token: team.admin })).status).toBe(400);
  });
});

describe('what one may do', () => {
  test('[HOF5] marketing contests what is not contested and not too old, the referee decides', async () => {
    const mayOn = async (place: number, token: string, now = LATER) => {
      const talks = await list(token, '?show=returned', now);
      return talks.find(({ handoff }) => handoff === handoffs[place]?.handoff)?.may;
    };
    expect(await mayOn(0, team.marketer.token)).toEqual(['comment', 'decide']);
    expect(await mayOn(1, team.marketer.token)).toEqual(['comment', 'contest']);
    expect(await mayOn(1, team.marketer.token, MONDAY + 9 * DAY_MS)).toEqual(['comment']);
    expect(await mayOn(0, team.manager.token)).toEqual(['comment', 'correct']);
    expect(await mayOn(1, team.sdr.token)).toEqual(['comment', 'correct']);
  });
});

describe('a comment', () => {
  const on = (place: number, token: string, text: unknown, now = LATER) =>
    send('POST', `/v1/handoffs/${handoffs[place]?.handoff}/comment`, { token, body: { text }, now });

  test('[HOF3] marketing answers what sales wrote, sales is told, and the card’s facts have it', async () => {
    const before = await talkAt(2, team.marketer.token);
    expect((await on(2, team.marketer.token, 'Thank you: the webinar brought her.')).status).toBe(200);
    const talk = await talkAt(2, team.marketer.token, LATER + HOUR_MS);
    expect(talk?.said).toHaveLength((before?.said.length ?? 0) + 1);
    expect(talk?.said.at(-1)).toMatchObject({
      kind: 'commented',
      by: team.marketer.id,
      text: 'Thank you: the webinar brought her.',
    });
    const { notices } = await json('GET', '/v1/notices', { token: team.colleague.token, now: LATER + 1 });
    expect(notices.map(({ kind }: { kind: string }) => kind)).toContain('handoff_commented');
    const { facts } = await json('GET', `/v1/leads/${handoffs[2]?.leadId}/facts`, {
      token: team.admin,
      now: LATER + 1,
    });
    expect(facts.map(({ kind }: { kind: string }) => kind)).toContain('handoff.commented');
  });

  test('[SYN8] travels beside the facts every device knows', async () => {
    const device = new Device(team.colleague.token);
    const pages = await device.pullAll(LATER + HOUR_MS);
    const row = pages.flatMap(({ leads }) => leads).find(({ id }) => id === handoffs[2]?.leadId);
    expect(row?.facts.some(({ kind }) => kind === 'handoff.commented')).toBe(false);
    expect(row?.later?.map((fact) => Fact.parse(fact).kind)).toEqual(['handoff.commented']);
  });

  test('[FCT7] changes nothing of the lead, and makes no answer stale', async () => {
    const path = `/v1/leads/${handoffs[3]?.leadId}`;
    const now = LATER + 2 * HOUR_MS;
    const { state, revision } = await json('GET', path, { token: team.admin, now });
    expect((await on(3, team.manager.token, 'Which product?', now)).status).toBe(200);
    expect((await json('GET', path, { token: team.admin, now })).state).toEqual(state);
    const corrected = await send('POST', `/v1/handoffs/${handoffs[3]?.handoff}/correct`, {
      token: team.colleague.token,
      body: { answer: 'recycled', reason: RECYCLED, revision },
      now: now + 1,
    });
    expect(corrected.status).toBe(200);
  });

  test('[ACC2] on a colleague’s lead is not for an sdr, nor is an empty one for anybody', async () => {
    expect((await on(2, team.sdr.token, 'mine?')).status).toBe(404);
    expect((await on(0, team.sdr.token, '')).status).toBe(422);
    expect((await on(0, team.sdr.token, 'x'.repeat(2_001))).status).toBe(422);
  });

  test('[PRI4] goes with its lead', async () => {
    const now = LATER + 3 * HOUR_MS;
    await send('DELETE', `/v1/leads/${handoffs[2]?.leadId}`, { token: team.admin, now });
    expect(await talkAt(2, team.manager.token, now)).toBeUndefined();
  });
});

test('[HOF5] the referee decides, and it leaves what waits', async () => {
  const now = LATER + 4 * HOUR_MS;
  const decided = await send('POST', `/v1/handoffs/${handoffs[0]?.handoff}/decide`, {
    token: team.marketer.token,
    body: { outcome: 'overturned', note: 'she decides' },
    now,
  });
  expect(decided.status).toBe(200);
  expect(await list(team.manager.token, '?show=waiting', now + 1)).toEqual([]);
  const talk = await talkAt(0, team.manager.token, now + 1);
  expect(talk).toMatchObject({ contest: 'overturned' });
  expect(talk?.said.at(-1)).toMatchObject({ kind: 'decided', outcome: 'overturned', text: 'she decides' });
});
