import { describe, expect, test } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, type Person } from './api.ts';
import { Device } from './outbox.ts';
import { Receiver } from './receiver.ts';

const { reasons, snooze } = STARTERS.en.handoff;
const reasonFor = (answer: string, unreachable = false) =>
  reasons.find((one) => one.answer === answer && (one.unreachable === true) === unreachable)?.id;

async function handedOff() {
  const team = await openTeam(MONDAY, (body) => body);
  const leadId = await addLead(team.admin, { owner: team.sdr.id, phones: ['+12125550123'] });
  await askForDemo(team.admin, leadId);
  const read = async (now = MONDAY) => json('GET', `/v1/leads/${leadId}`, { token: team.admin, now });
  const handoff: string = (await read()).state.handoffs[0].id;
  const onLead = (who: Person, what: string, body: object, now = MONDAY + HOUR_MS) =>
    json('POST', `/v1/leads/${leadId}/${what}`, { token: who.token, body, now });
  const onHandoff = (who: Person, what: string, body: object, now = MONDAY + HOUR_MS) =>
    json('POST', `/v1/handoffs/${handoff}/${what}`, { token: who.token, body, now });
  return { ...team, leadId, handoff, read, onLead, onHandoff };
}

describe('[SYN1] what the API does to a lead is a command like any other', () => {
  test('[ATT2] the fact has the id that was sent, and a repeat adds nothing', async () => {
    const { sdr, leadId, onLead, read, admin } = await handedOff();
    const body = { id: crypto.randomUUID(), channel: 'call', outcome: 'no_answer', evidence: 'clicked' };
    const first = await onLead(sdr, 'attempts', body);
    expect(first).toMatchObject({ leadId, fact: body.id, duplicate: false });
    expect(await onLead(sdr, 'attempts', body)).toMatchObject({ fact: body.id, duplicate: true });
    expect((await read(MONDAY + HOUR_MS)).state.attempts).toHaveLength(1);
    const other = await addLead(admin, { owner: sdr.id });
    const elsewhere = await json('POST', `/v1/leads/${other}/attempts`, { token: sdr.token, body });
    expect(elsewhere).toMatchObject({ status: 409, code: 'conflict' });
  });

  test('a revision that is no longer the lead’s own is a conflict that shows both values', async () => {
    const { sdr, manager, onLead, read, colleague } = await handedOff();
    const { revision } = await read();
    await onLead(manager, 'owner', { owner: colleague.id });
    const stale = await onLead(manager, 'owner', { owner: sdr.id, revision });
    expect(stale).toMatchObject({ status: 409, code: 'conflict', theirs: colleague.id });
    const { revision: newer } = await read(MONDAY + HOUR_MS);
    expect(await onLead(manager, 'owner', { owner: sdr.id, revision: newer })).toMatchObject({
      duplicate: false,
    });
  });

  test('stage, field, snooze, resume, opt-out, opt-in, nurture, reply', async () => {
    const { sdr, manager, onLead, read } = await handedOff();
    await onLead(manager, 'field', { field: 'company', value: 'Acme' });
    await onLead(manager, 'stage', { stage: 'sal' });
    await onLead(sdr, 'opt-out', { channel: 'email' });
    await onLead(sdr, 'snooze', { untilOn: '2026-03-04', reason: snooze.reasons[0]?.id });
    await onLead(sdr, 'replies', { channel: 'call' });
    const { state } = await read(MONDAY + HOUR_MS);
    expect(state).toMatchObject({
      fields: { company: 'Acme' },
      stage: { id: 'sal' },
      optedOut: ['email'],
      snoozedUntil: expect.any(Number),
      lastReplyAt: MONDAY + HOUR_MS,
    });
    await onLead(sdr, 'opt-in', { channel: 'email', basis: 'they asked' });
    await onLead(sdr, 'resume', {});
    await onLead(manager, 'nurture', {});
    await onLead(manager, 'stage/release', {});
    const after = await read(MONDAY + HOUR_MS);
    expect(after.state).toMatchObject({ optedOut: [], snoozedUntil: null });
  });

  test('[ACC2] by the table of commands: an sdr neither gives a lead away nor fills in what is not asked of sales', async () => {
    const { sdr, colleague, marketer, onLead } = await handedOff();
    expect(await onLead(sdr, 'owner', { owner: colleague.id })).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(await onLead(sdr, 'field', { field: 'company', value: 'X' })).toMatchObject({ status: 403 });
    expect(await onLead(marketer, 'stage', { stage: 'sal' })).toMatchObject({ status: 403 });
  });

  test('[ACC1] a colleague’s lead, and none, answer alike', async () => {
    const { colleague, leadId, handoff } = await handedOff();
    const ask = async (path: string, body: object) =>
      json('POST', path, { token: colleague.token, body, now: MONDAY + HOUR_MS });
    const resume = (id: string) => ask(`/v1/leads/${id}/resume`, {});
    expect(await resume(leadId)).toEqual(await resume('unknown'));
    const answer = (id: string) =>
      ask(`/v1/handoffs/${encodeURIComponent(id)}/answer`, { answer: 'accepted' });
    expect(await answer(handoff)).toEqual(await answer('h:unknown:1'));
    expect(await answer(handoff)).toEqual(await answer('nonsense'));
  });

  test('[ACC6] bad bodies are turned down by name', async () => {
    const { sdr, manager, onLead, onHandoff } = await handedOff();
    expect(await onLead(manager, 'stage', { stage: 'heaven' })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/stage' }],
    });
    expect(await onLead(sdr, 'attempts', { channel: 'pigeon' })).toMatchObject({ status: 422 });
    expect(await onHandoff(sdr, 'answer', { answer: 'recycled' })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/reason' }],
    });
  });
});

describe('[HOF6] opt-out', () => {
  test('of every channel closes the hand-off, and a try logged afterwards is refused', async () => {
    const { sdr, onLead, read } = await handedOff();
    await onLead(sdr, 'opt-out', { channel: 'all' });
    const { state } = await read(MONDAY + HOUR_MS);
    expect(state.handoffs[0].closed).toMatchObject({ how: 'opted_out' });
    const clicked = { channel: 'call', outcome: 'no_answer', evidence: 'clicked' };
    expect(await onLead(sdr, 'attempts', clicked, MONDAY + 2 * HOUR_MS)).toMatchObject({
      status: 409,
      code: 'opted_out',
    });
    const seen = { channel: 'email', outcome: 'sent', evidence: 'observed' };
    await onLead(sdr, 'attempts', seen, MONDAY + 2 * HOUR_MS);
    expect((await read(MONDAY + 2 * HOUR_MS)).state.attempts).toMatchObject([{ afterOptOut: true }]);
  });

  test('the CRM is told, by whatever an admin subscribed for it', async () => {
    const { admin, sdr, leadId, onLead } = await handedOff();
    const crm = new Receiver();
    const events = ['lead.optedOut', 'lead.optedIn'];
    await json('POST', '/v1/subscriptions', { token: admin, body: { label: 'CRM', url: crm.url, events } });
    await onLead(sdr, 'opt-out', { channel: 'email' });
    await onLead(sdr, 'opt-in', { channel: 'email', basis: 'they asked again' }, MONDAY + 2 * HOUR_MS);
    const told = (await crm.came()).map(({ body }) => JSON.parse(body));
    expect(told).toMatchObject([
      { type: 'lead.optedOut', data: { leadId, detail: { channel: 'email' } } },
      { type: 'lead.optedIn', data: { leadId } },
    ]);
  });

  test('a colleague may note it on a lead they see only as a chip (ACC3)', async () => {
    const { colleague, onLead, read } = await handedOff();
    expect(await onLead(colleague, 'opt-out', { channel: 'call' })).toMatchObject({ duplicate: false });
    expect((await read(MONDAY + HOUR_MS)).state.optedOut).toEqual(['call']);
  });
});

test('[HOF4] unreachable waits for the agreed minimum, and the problem says what is owed', async () => {
  const { sdr, onLead, onHandoff } = await handedOff();
  const unreachable = { answer: 'recycled', reason: reasonFor('recycled', true) };
  expect(await onHandoff(sdr, 'answer', unreachable)).toMatchObject({
    status: 409,
    code: 'not_yet',
    theirs: { attempts: 5, dates: 5, channels: 2 },
  });
  for (let day = 0; day < 5; day += 1) {
    const tried = { channel: day % 2 ? 'call' : 'email', outcome: 'no_answer', evidence: 'clicked' };
    await onLead(sdr, 'attempts', tried, MONDAY + HOUR_MS + day * DAY_MS);
  }
  expect(await onHandoff(sdr, 'answer', unreachable, MONDAY + 5 * DAY_MS)).toMatchObject({
    duplicate: false,
  });
});

describe('[HOF3] sales answers', () => {
  test('accepted, then corrected to recycled with a reason and a return date', async () => {
    const { sdr, onHandoff, read } = await handedOff();
    await onHandoff(sdr, 'answer', { answer: 'accepted', mark: 'great' });
    expect((await read(MONDAY + HOUR_MS)).state).toMatchObject({
      stage: { id: 'sal' },
      handoffs: [{ answer: { answer: 'accepted', mark: 'great' } }],
    });
    const again = await onHandoff(sdr, 'answer', { answer: 'accepted' });
    expect(again).toMatchObject({ status: 409, theirs: { answer: 'accepted' } });
    const recycled = { answer: 'recycled', reason: reasonFor('recycled'), returnOn: '2026-03-10' };
    await onHandoff(sdr, 'correct', recycled, MONDAY + 2 * HOUR_MS);
    expect((await read(MONDAY + 2 * HOUR_MS)).state).toMatchObject({
      stage: { id: 'lead' },
      handoffs: [{ answer: { answer: 'recycled', returnOn: '2026-03-10' }, closed: { how: 'answered' } }],
    });
  });

  test('a step back after acceptance needs a reason too', async () => {
    const { sdr, onLead, onHandoff, read } = await handedOff();
    await onHandoff(sdr, 'answer', { answer: 'accepted' });
    expect(await onLead(sdr, 'stage', { stage: 'lead' })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/reason' }],
    });
    await onLead(sdr, 'stage', { stage: 'lead', reason: reasonFor('recycled') });
    expect((await read(MONDAY + HOUR_MS)).state.stage.id).toBe('lead');
  });

  test('[STG4] on the agreed date, at first opening, the lead comes back to the hand-off stage by itself', async () => {
    const { sdr, onHandoff, read } = await handedOff();
    const recycled = { answer: 'recycled', reason: reasonFor('recycled'), returnOn: '2026-03-10' };
    await onHandoff(sdr, 'answer', recycled);
    // 9:00 in New York, daylight-saving time since the 8th.
    const opening = Date.parse('2026-03-10T13:00:00Z');
    expect((await read(opening - 1)).state).toMatchObject({ stage: { id: 'lead' } });
    const { state } = await read(opening);
    expect(state).toMatchObject({ stage: { id: 'mql' }, owner: { id: sdr.id } });
    expect(state.entries.at(-1)).toMatchObject({ cause: 'return', at: opening });
    expect(state.handoffs).toHaveLength(2);
    expect(state.handoffs[1]).toMatchObject({ cause: 'return', closed: null });
  });

  test('[STG4] a disqualified lead never comes back by itself', async () => {
    const { sdr, onHandoff, read } = await handedOff();
    const reason = reasonFor('disqualified');
    await onHandoff(sdr, 'answer', { answer: 'disqualified', reason, returnOn: '2026-03-10' });
    const { state } = await read(MONDAY + 30 * DAY_MS);
    expect(state).toMatchObject({ stage: { mark: 'disqualified' } });
    expect(state.handoffs).toHaveLength(1);
  });
});

describe('[HOF5] marketing contests a return and the referee decides', () => {
  async function refereed() {
    let adminId = '';
    const team = await openTeam(MONDAY, (body) => {
      const [first] = body.signers;
      adminId = first?.member ?? '';
      return { ...body, handoff: { ...body.handoff, referee: adminId } };
    });
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    await askForDemo(team.admin, leadId);
    const read = async (now: number) =>
      (await json('GET', `/v1/leads/${leadId}`, { token: team.admin, now })).state;
    const { id } = (await read(MONDAY)).handoffs[0];
    const on = (who: Person, what: string, body: object, now: number) =>
      json('POST', `/v1/handoffs/${encodeURIComponent(id)}/${what}`, { token: who.token, body, now });
    await on(
      team.sdr,
      'answer',
      { answer: 'disqualified', reason: reasonFor('disqualified') },
      MONDAY + HOUR_MS,
    );
    return { ...team, read, on, referee: team.marketer, isReferee: adminId === team.marketer.id };
  }

  test('an overturned return reopens with new clocks from the decision', async () => {
    const { marketer, manager, referee, isReferee, on, read } = await refereed();
    expect(isReferee).toBe(true);
    await on(marketer, 'contest', { evidence: 'they asked for a demo' }, MONDAY + 2 * HOUR_MS);
    const decision = { outcome: 'overturned', note: 'they did' };
    expect(await on(manager, 'decide', decision, MONDAY + DAY_MS)).toMatchObject({ status: 403 });
    await on(referee, 'decide', decision, MONDAY + DAY_MS);
    const state = await read(MONDAY + DAY_MS);
    expect(state).toMatchObject({ stage: { id: 'mql', mark: null } });
    expect(state.handoffs.at(-1)).toMatchObject({ closed: null, contest: { decided: 'overturned' } });
    const running = state.clocks.filter(({ status }: { status: string }) => status === 'running');
    expect(running.length).toBeGreaterThan(0);
    for (const { startedAt } of running) expect(startedAt).toBeGreaterThanOrEqual(MONDAY + DAY_MS);
    const again = await on(referee, 'decide', decision, MONDAY + DAY_MS + HOUR_MS);
    expect(again).toMatchObject({ status: 409 });
  });

  test('after the agreed open days it is too late', async () => {
    const { marketer, on } = await refereed();
    const evidence = { evidence: 'they asked for a demo' };
    // Thursday at the same hour is the third open day; a minute later it is over.
    const last = MONDAY + HOUR_MS + 3 * DAY_MS;
    expect(await on(marketer, 'contest', evidence, last + 1)).toMatchObject({
      status: 409,
      code: 'too_late',
    });
    expect(await on(marketer, 'contest', evidence, last)).toMatchObject({ duplicate: false });
  });
});

describe('[ATT6] a try is refused by a manager and withdrawn by whoever made it', () => {
  async function tried() {
    const place = await handedOff();
    const body = { channel: 'call', outcome: 'no_answer', evidence: 'clicked' };
    const { fact } = await place.onLead(place.sdr, 'attempts', body);
    const on = (who: Person, what: string, id = fact) =>
      json('POST', `/v1/attempts/${id}/${what}`, { token: who.token, body: {}, now: MONDAY + HOUR_MS });
    return { ...place, on };
  }

  test('refused: it counts for nothing', async () => {
    const { sdr, manager, on, read } = await tried();
    expect(await on(sdr, 'refuse')).toMatchObject({ status: 403 });
    await on(manager, 'refuse');
    expect((await read(MONDAY + HOUR_MS)).state.attempts).toMatchObject([{ refused: true, genuine: false }]);
  });

  test('withdrawn: by oneself, not by a colleague', async () => {
    const { sdr, colleague, on, read } = await tried();
    expect(await on(colleague, 'withdraw')).toEqual(await on(colleague, 'withdraw', 'unknown'));
    await on(sdr, 'withdraw');
    expect((await read(MONDAY + HOUR_MS)).state.attempts).toMatchObject([{ withdrawn: true }]);
  });
});

describe('what one’s own systems saw', () => {
  test('[ATT10] replies, idempotent by id; an out-of-office is none', async () => {
    const { admin, leadId, read } = await handedOff();
    const id = crypto.randomUUID();
    const replies = [
      { id, leadId, channel: 'email', at: MONDAY + 1 },
      { leadId, channel: 'email', outOfOffice: true, at: MONDAY + 2 },
      { email: 'nobody@example.org', channel: 'email' },
    ];
    const send = () =>
      json('POST', '/v1/replies', { token: admin, body: { replies }, now: MONDAY + HOUR_MS });
    const { results } = await send();
    expect(results).toMatchObject([
      { id, leadId, duplicate: false },
      { leadId },
      { pointer: '/replies/2/email' },
    ]);
    expect((await send()).results[0]).toEqual({ id, leadId, duplicate: true });
    expect((await read(MONDAY + HOUR_MS)).state.lastReplyAt).toBe(MONDAY + 1);
  });

  test('[STG1] a deal and the stage it means, entered by integration', async () => {
    const { admin, leadId, read } = await handedOff();
    const deal = { dealId: 'd1', amount: 900, currency: 'USD', leadId };
    const id = crypto.randomUUID();
    const deals = [
      { ...deal, id, outcome: 'open', stage: 'opportunity' },
      { ...deal, outcome: 'lost' },
      { ...deal, outcome: 'open', stage: 'heaven' },
    ];
    const send = () => json('POST', '/v1/deals', { token: admin, body: { deals }, now: MONDAY + HOUR_MS });
    const { results } = await send();
    expect(results).toMatchObject([
      { id, leadId, duplicate: false },
      { pointer: '/deals/1/reason' },
      { pointer: '/deals/2/stage' },
    ]);
    const { state } = await read(MONDAY + HOUR_MS);
    expect(state.stage.id).toBe('opportunity');
    expect(state.entries.at(-1)).toMatchObject({ cause: 'integration' });
    const count = async () =>
      (await json('GET', `/v1/leads/${leadId}/facts`, { token: admin, now: MONDAY + HOUR_MS })).facts.length;
    const before = await count();
    expect((await send()).results[0]).toMatchObject({ duplicate: true });
    expect(await count()).toBe(before);
  });

  test('[HOF1] a deal that is won closes the hand-off', async () => {
    const { admin, leadId, read } = await handedOff();
    const deals = [{ dealId: 'd1', amount: 900, currency: 'USD', leadId, outcome: 'won', stage: 'customer' }];
    await json('POST', '/v1/deals', { token: admin, body: { deals }, now: MONDAY + HOUR_MS });
    const { state } = await read(MONDAY + HOUR_MS);
    expect(state.stage.id).toBe('customer');
    expect(state.handoffs[0].closed).toMatchObject({ how: 'won' });
  });
});

test('[CLK10] a manager gives many leads to one owner; each that cannot be given says why', async () => {
  const { admin, manager, sdr, colleague, leadId, read } = await handedOff();
  const mine = await addLead(admin, { owner: sdr.id });
  const body = { leadIds: [leadId, 'unknown', mine], owner: colleague.id };
  const { results } = await json('POST', '/v1/assignments', {
    token: manager.token,
    body,
    now: MONDAY + HOUR_MS,
  });
  expect(results).toMatchObject([
    { leadId, revision: expect.any(Number) },
    { pointer: '/leadIds/1' },
    { leadId: mine },
  ]);
  const { state } = await read(MONDAY + HOUR_MS);
  expect(state.owner.id).toBe(colleague.id);
  const clock = state.clocks.find(({ kind }: { kind: string }) => kind === 'first_response');
  expect(clock.startedAt).toBe(MONDAY);
  expect(clock.legs).toHaveLength(2);
  const nobody = { leadIds: [leadId], owner: 'nobody' };
  expect(await json('POST', '/v1/assignments', { token: manager.token, body: nobody })).toMatchObject({
    results: [{ pointer: '/owner' }],
  });
});

test('[SYN1] many leads are accepted, put to rest and woken at once, each by its own command', async () => {
  const { admin, manager, sdr, colleague, marketer, leadId } = await handedOff();
  const second = await addLead(admin, { owner: sdr.id });
  await askForDemo(admin, second);
  const never = await addLead(admin, { owner: sdr.id });
  const hidden = await addLead(admin, { owner: colleague.id });
  await askForDemo(admin, hidden);
  const now = MONDAY + HOUR_MS;
  const act = async (token: string, what: object, leadIds: readonly string[]) => {
    const body = { leadIds, act: what };
    return (await json('POST', '/v1/leads/acts', { token, body, now })).results;
  };
  const stateOf = async (id: string) => (await json('GET', `/v1/leads/${id}`, { token: admin, now })).state;
  const all = [leadId, second, never, hidden, 'unknown'];

  expect(await act(marketer.token, { kind: 'accept' }, [leadId])).toMatchObject([{ pointer: '/leadIds/0' }]);
  const rest = { kind: 'snooze', untilOn: '2026-03-05', reason: 'asked_later' };
  expect(await act(sdr.token, rest, all)).toMatchObject([
    { leadId },
    { leadId: second },
    { leadId: never },
    { error: 'There is no such lead.' },
    { error: 'There is no such lead.' },
  ]);
  expect((await stateOf(second)).snoozedUntil).not.toBeNull();
  expect(await act(sdr.token, { kind: 'resume' }, [leadId, second])).toMatchObject([
    { leadId },
    { leadId: second },
  ]);
  expect((await stateOf(second)).snoozedUntil).toBeNull();

  const [first, other, without, theirs, unknown] = await act(sdr.token, { kind: 'accept' }, all);
  expect([first, other]).toMatchObject([{ leadId }, { leadId: second }]);
  expect(without).toEqual({
    error: 'No hand-off of this lead waits for an answer.',
    reason: { code: 'nothing_to_answer' },
    pointer: '/leadIds/2',
  });
  // One that may not be seen, and one that is not there, are answered alike (ACC1).
  expect(theirs.error).toBe(unknown.error);
  for (const id of [leadId, second])
    expect((await stateOf(id)).handoffs[0].answer).toMatchObject({ answer: 'accepted', by: sdr.id });
  expect((await stateOf(hidden)).handoffs[0].answer).toBeNull();
  expect(await act(manager.token, { kind: 'accept' }, [leadId])).toMatchObject([{ pointer: '/leadIds/0' }]);
});

test('[ACC3] an sdr takes an unassigned lead, and a second one is too late', async () => {
  const { admin, sdr, colleague } = await handedOff();
  const leadId = await addLead(admin);
  const take = ({ token, id }: Person) =>
    json('POST', `/v1/leads/${leadId}/owner`, { token, body: { owner: id } });
  expect(await take(sdr)).toMatchObject({ duplicate: false });
  expect(await take(colleague)).toMatchObject({ status: 404 });
  const sam = new Device(sdr.token);
  const [page] = await sam.pullAll();
  expect(page?.leads.map(({ id }) => id)).toContain(leadId);
});
