import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../shared/time.ts';
import { addLead, json, MONDAY, openTeam, type Person } from './api.ts';

async function talking() {
  const team = await openTeam();
  const post = (who: Person, path: string, body: object, now = MONDAY) =>
    json('POST', path, { token: who.token, body, now });
  const propose = (who: Person, more: object = {}) =>
    post(who, '/v1/proposals', { title: 'Lower the bar', about: { kind: 'rule', id: 'pricing' }, ...more });
  const read = (path: string, who: Person = team.manager, now = MONDAY) =>
    json('GET', path, { token: who.token, now });
  return { ...team, post, propose, read };
}

describe('[TGT7] proposals', () => {
  test('anybody proposes a change from a rule, a reason or a lead, with examples they may see', async () => {
    const { admin, sdr, colleague, marketer, propose, read } = await talking();
    const mine = await addLead(admin, { owner: sdr.id });
    const theirs = await addLead(admin, { owner: colleague.id });
    const made = await propose(sdr, { text: 'These were good', about: { kind: 'lead', id: mine } });
    expect(made).toMatchObject({
      by: sdr.id,
      status: 'open',
      examples: [mine],
      leads: [{ id: mine }],
      changes: [],
      decision: null,
      votes: { for: 0, against: 0, mine: null },
    });
    expect(await propose(sdr, { examples: [theirs] })).toMatchObject({
      errors: [{ pointer: '/examples/0' }],
    });
    expect(await propose(sdr, { about: { kind: 'lead' } })).toMatchObject({
      errors: [{ pointer: '/about/id' }],
    });
    // A colleague sees the proposal and not the lead.
    expect((await read(`/v1/proposals/${made.id}`, colleague)).examples).toEqual([]);
    expect((await read(`/v1/proposals/${made.id}`, marketer)).examples).toEqual([mine]);
    expect(await read('/v1/proposals/unknown')).toMatchObject({ status: 404 });
  });

  test('one may carry the change itself, in the words of a diff and no longer than one thing', async () => {
    const { sdr, propose, read } = await talking();
    const change = {
      kind: 'changed',
      path: ['scoring', 'groups', 'behaviour', 'rules', 'pricing', 'points'],
      pointer: '/scoring/groups/1/rules/0/points',
      before: 10,
      after: 15,
    };
    const { id } = await propose(sdr, { changes: [change] });
    expect((await read(`/v1/proposals/${id}`)).changes).toEqual([change]);
    expect(await propose(sdr, { changes: [{ ...change, kind: 'guessed' }] })).toMatchObject({ status: 422 });
    expect(await propose(sdr, { changes: [{ ...change, after: 'x'.repeat(20_000) }] })).toMatchObject({
      errors: [{ pointer: '/changes' }],
    });
  });

  test('one vote a person, changed or taken back', async () => {
    const { sdr, colleague, marketer, propose, post, read } = await talking();
    const { id } = await propose(sdr);
    const vote = (who: Person, wanted: string | null) =>
      post(who, `/v1/proposals/${id}/vote`, { vote: wanted });
    await vote(colleague, 'for');
    await vote(colleague, 'for');
    await vote(marketer, 'for');
    const none = { for: 0, against: 0 };
    expect((await vote(marketer, 'against')).votes).toEqual({
      for: 1,
      against: 1,
      mine: 'against',
      sides: { marketing: { for: 0, against: 1 }, sales: { for: 1, against: 0 }, neutral: none },
    });
    expect((await vote(colleague, null)).votes).toMatchObject({ for: 0, against: 1, mine: null });
    expect((await read(`/v1/proposals/${id}`, sdr)).votes).toEqual({
      for: 0,
      against: 1,
      mine: null,
      sides: { marketing: { for: 0, against: 1 }, sales: none, neutral: none },
    });
    expect(await post(marketer, `/v1/proposals/${id}/withdraw`, {})).toMatchObject({ status: 403 });
    expect(await post(sdr, `/v1/proposals/${id}/withdraw`, {})).toMatchObject({ status: 'withdrawn' });
    expect(await vote(marketer, 'for')).toMatchObject({ status: 409 });
  });

  test('listed newest first, by status, in pages', async () => {
    const { sdr, propose, read } = await talking();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.unshift((await propose(sdr)).id);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await read(`/v1/proposals?status=open&limit=2${cursor}`);
      seen.push(...page.proposals.map(({ id }: { id: string }) => id));
      cursor = page.cursor === null ? '' : `&cursor=${page.cursor}`;
    } while (cursor !== '');
    expect(seen).toEqual(ids);
    expect(await read('/v1/proposals?status=adopted')).toMatchObject({ proposals: [] });
    expect(await read('/v1/proposals?cursor=x')).toMatchObject({ status: 400 });
  });
});

describe('[TGT7] sessions', () => {
  test('the agenda is what was proposed, by votes; what is decided has an owner and a date and settles it', async () => {
    const { sdr, colleague, marketer, manager, propose, post, read } = await talking();
    const [first, second, third] = [await propose(sdr), await propose(marketer), await propose(colleague)];
    await post(marketer, `/v1/proposals/${second.id}/vote`, { vote: 'for' });
    const opened = await post(manager, '/v1/sessions', { kind: 'session', heldOn: '2026-03-04' });
    const { id } = opened.session;
    expect(opened.agenda.map((one: { id: string }) => one.id)).toEqual([second.id, first.id, third.id]);
    expect(await post(manager, '/v1/sessions', { kind: 'session', heldOn: '2026-03-05' })).toMatchObject({
      status: 409,
    });
    const decide = (body: object) => post(manager, `/v1/sessions/${id}/decisions`, body);
    const adopted = { proposalId: second.id, text: 'Ten points', outcome: 'adopted', owner: marketer.id };
    expect(await decide({ ...adopted, dueOn: '2026-04-01', referee: manager.id })).toMatchObject({
      outcome: 'adopted',
      owner: marketer.id,
      dueOn: '2026-04-01',
      referee: manager.id,
    });
    expect(await decide(adopted)).toMatchObject({ status: 409 });
    await decide({ proposalId: third.id, text: 'Next time', outcome: 'deferred', owner: manager.id });
    await decide({ text: 'Meet on Tuesdays', outcome: 'adopted', owner: manager.id });
    expect(await decide({ ...adopted, proposalId: first.id, owner: 'nobody' })).toMatchObject({
      errors: [{ pointer: '/owner' }],
    });
    expect(await decide({ ...adopted, proposalId: 'unknown' })).toMatchObject({
      errors: [{ pointer: '/proposalId' }],
    });
    const closed = await post(manager, `/v1/sessions/${id}/close`, {});
    // What was put off is told by the minutes too, and waits for the next one.
    expect(closed.agenda.map((one: { id: string }) => one.id)).toEqual([second.id, third.id]);
    expect(closed.agenda[0].decision).toMatchObject({ text: 'Ten points', sessionId: id });
    expect(closed.agenda[1]).toMatchObject({ status: 'open', decision: { outcome: 'deferred' } });
    expect(closed.decisions).toHaveLength(3);
    expect(await decide(adopted)).toMatchObject({ status: 409 });
    expect(await read(`/v1/proposals/${second.id}`)).toMatchObject({ status: 'adopted', sessionId: id });
    const next = await post(manager, '/v1/sessions', { kind: 'session', heldOn: '2026-04-04' });
    expect(next.agenda.map((one: { id: string }) => one.id)).toEqual([first.id, third.id]);
  });

  test('when the next ones are due by the agreement', async () => {
    const { manager, post, read } = await talking();
    expect((await read('/v1/sessions')).next).toEqual({ session: '2026-04-02', review: '2026-06-02' });
    await post(manager, '/v1/sessions', { kind: 'session', heldOn: '2026-03-31' });
    expect((await read('/v1/sessions', manager, MONDAY + 30 * DAY_MS)).next).toEqual({
      session: '2026-04-30',
      review: '2026-06-02',
    });
  });

  test('[ACC2] opened and decided by managers; everybody reads', async () => {
    const { sdr, marketer, manager, post, read } = await talking();
    const body = { kind: 'review', heldOn: '2026-03-04' };
    for (const who of [sdr, marketer])
      expect(await post(who, '/v1/sessions', body)).toMatchObject({ status: 403 });
    const { session } = await post(manager, '/v1/sessions', body);
    expect((await read(`/v1/sessions/${session.id}`, sdr)).session).toEqual(session);
    expect(await read('/v1/sessions/unknown', sdr)).toMatchObject({ status: 404 });
  });
});
