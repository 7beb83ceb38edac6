/** Who is told what when (CLK7, HOF3, HOF5, ATT3, TRI1, TRI2), from the facts on to what a member reads. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import type { Policy } from '../../shared/definitions/policy.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, openWorkspace, addPerson, type Team } from './api.ts';
import { objectOf, rows } from './database.ts';
import { Device } from './outbox.ts';

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly leadId: string | null;
  readonly data: Record<string, unknown>;
  readonly text: string;
  readonly deliveredAt: number;
  readonly digest: string | null;
  readonly readAt: number | null;
}

async function noticesOf(token: string, now: number): Promise<Notice[]> {
  const { notices } = await json('GET', '/v1/notices?limit=200', { token, now });
  return notices;
}

async function kindsOf(token: string, now: number): Promise<string[]> {
  return (await noticesOf(token, now)).map(({ kind }) => kind).toReversed();
}

/** Two hours to respond, a warning after one, and the manager told half an hour after it is late. */
function promising(escalate: Policy['escalate'], warn: Policy['warn'] = [{ atPercent: 50, to: 'owner' }]) {
  return (body: Definitions): Definitions => ({
    ...body,
    policies: body.policies
      .filter(({ kind }) => kind === 'first_response')
      .slice(0, 1)
      .map(({ when: _, ...policy }) => ({
        ...policy,
        level: 'default',
        target: { businessHours: 2 },
        warn,
        escalate,
      })),
  });
}

/** Open from 9 to 12 and from 13 to 18: due at 12, half an open hour later is 13:30. */
const ESCALATED = MONDAY + 3.5 * HOUR_MS;

/** A lead handed to the sdr at MONDAY, 10:00. */
async function handedOver(team: Team, now = MONDAY): Promise<string> {
  const leadId = await addLead(team.admin, { owner: team.sdr.id, now });
  await askForDemo(team.admin, leadId, now);
  return leadId;
}

test('[ATT10] a reply is told to the owner, an out-of-office is not', async () => {
  const team = await openTeam();
  const leadId = await handedOver(team);
  const reply = (body: object) =>
    json('POST', '/v1/replies', { token: team.admin, body: { replies: [body] }, now: MONDAY + HOUR_MS });
  await reply({ leadId, channel: 'email', outOfOffice: true, at: MONDAY + MINUTE_MS });
  expect(await kindsOf(team.sdr.token, MONDAY + HOUR_MS)).toEqual(['lead_assigned']);
  await reply({ leadId, channel: 'email', at: MONDAY + MINUTE_MS });
  const [told] = await noticesOf(team.sdr.token, MONDAY + HOUR_MS);
  expect(told).toMatchObject({ kind: 'reply_received', leadId, text: 'A lead of yours replied: email.' });
});

describe('[CLK7] warnings and escalations reach people', () => {
  test('each once per clock and step, whoever looks how often', async () => {
    const team = await openTeam(
      MONDAY,
      promising([{ after: { businessMinutes: 30 }, do: { notify: 'owner' } }]),
    );
    const leadId = await handedOver(team);
    expect(await kindsOf(team.sdr.token, MONDAY)).toEqual(['lead_assigned']);
    expect(await kindsOf(team.sdr.token, MONDAY + HOUR_MS - 1)).toEqual(['lead_assigned']);
    for (let look = 0; look < 3; look += 1)
      expect(await kindsOf(team.sdr.token, MONDAY + HOUR_MS)).toEqual(['lead_assigned', 'clock_warning']);
    const late = ESCALATED;
    const told = await noticesOf(team.sdr.token, late);
    expect(told.map(({ kind }) => kind)).toEqual(['clock_escalation', 'clock_warning', 'lead_assigned']);
    expect(told[0]).toMatchObject({
      leadId,
      data: { clock: 'first_response', dueAt: MONDAY + 2 * HOUR_MS },
      deliveredAt: late,
      text: 'First response is late: it was due today at 12:00.',
    });
    expect(await kindsOf(team.colleague.token, late)).toEqual([]);
  });

  test('managers hear of it with their next digest', async () => {
    const team = await openTeam(
      MONDAY,
      promising([{ after: { businessMinutes: 30 }, do: { notify: 'manager' } }]),
    );
    await handedOver(team);
    await handedOver(team, MONDAY + MINUTE_MS);
    // Escalated at 13:30, half the day is over at 14:00.
    expect(await noticesOf(team.manager.token, MONDAY + 4 * HOUR_MS - 1)).toEqual([]);
    const told = await noticesOf(team.manager.token, MONDAY + 4 * HOUR_MS);
    expect(told.map(({ kind }) => kind)).toEqual(['clock_escalation', 'clock_escalation']);
    expect(new Set(told.map(({ digest }) => digest)).size).toBe(1);
    expect(told[0]?.digest).not.toBeNull();
  });

  test('out of hours it waits for the next opening', async () => {
    const team = await openTeam(MONDAY, promising([]));
    const evening = MONDAY + 9 * HOUR_MS;
    await handedOver(team, evening);
    expect(await kindsOf(team.sdr.token, evening + HOUR_MS)).toEqual([]);
    const told = await noticesOf(team.sdr.token, MONDAY + DAY_MS);
    expect(told.map(({ deliveredAt }) => deliveredAt)).toContain(MONDAY + DAY_MS - HOUR_MS);
  });

  test('reassign changes the owner once, and all concerned are told', async () => {
    const team = await openTeam(MONDAY, promising([{ after: { businessMinutes: 30 }, do: 'reassign' }]));
    const body = { id: 'sales', label: 'Sales', side: 'sales' };
    await json('POST', '/v1/teams', { token: team.admin, body });
    const third = await addPerson(team, { name: 'Tia Sales', team: 'sales' });
    const leadId = await handedOver(team);
    const late = ESCALATED;
    for (const now of [late, late, late + HOUR_MS]) {
      const { state } = await json('GET', `/v1/leads/${leadId}`, { token: team.admin, now });
      expect(state.owner.id).toBe(third.id);
    }
    expect(await kindsOf(team.sdr.token, late)).toEqual(['lead_assigned', 'clock_warning', 'lead_taken']);
    const [told] = await noticesOf(third.token, late);
    expect(told).toMatchObject({ kind: 'lead_assigned', leadId, data: { why: 'escalated' } });
  });

  test('with nobody else to take it, the manager hears that', async () => {
    const team = await openTeam(MONDAY, promising([{ after: { businessMinutes: 30 }, do: 'reassign' }]));
    const leadId = await handedOver(team);
    const now = MONDAY + 4 * HOUR_MS;
    expect(await kindsOf(team.manager.token, now)).toEqual(['nobody_takes']);
    const { state } = await json('GET', `/v1/leads/${leadId}`, { token: team.admin, now });
    expect(state.owner.id).toBe(team.sdr.id);
  });

  test('return_to_pool leaves it to whoever takes it', async () => {
    const team = await openTeam(
      MONDAY,
      promising([{ after: { businessMinutes: 30 }, do: 'return_to_pool' }]),
    );
    const leadId = await handedOver(team);
    const late = ESCALATED;
    const { state } = await json('GET', `/v1/leads/${leadId}`, { token: team.admin, now: late + HOUR_MS });
    expect(state.owner).toBeNull();
    const told = await noticesOf(team.sdr.token, late + HOUR_MS);
    expect(told[0]).toMatchObject({ kind: 'lead_taken', data: { to: null, why: 'escalated' } });
    const device = new Device(team.colleague.token);
    const row = await json('GET', `/v1/leads/${leadId}`, { token: team.admin, now: late + HOUR_MS });
    const result = await device.give(
      'owner.assign',
      { leadId, owner: team.colleague.id },
      { baseRevision: row.revision },
      late + HOUR_MS,
    );
    expect(result).toMatchObject({ result: 'applied' });
    const after = await json('GET', `/v1/leads/${leadId}`, { token: team.admin, now: late + 2 * HOUR_MS });
    expect(after.state.owner.id).toBe(team.colleague.id);
  });

  test('[ATT3] a late report corrects the breach, and both people hear of it', async () => {
    const team = await openTeam(
      MONDAY,
      promising([{ after: { businessMinutes: 30 }, do: 'return_to_pool' }]),
    );
    const leadId = await handedOver(team);
    const late = MONDAY + 4 * HOUR_MS;
    await json('GET', '/v1/me', { token: team.admin, now: late });
    const body = {
      attempts: [
        { leadId, channel: 'call', outcome: 'connected', at: MONDAY + HOUR_MS, by: team.colleague.id },
      ],
    };
    await json('POST', '/v1/attempts', { token: team.admin, body, now: late });
    expect(await kindsOf(team.colleague.token, late)).toContain('breach_corrected');
    expect(await kindsOf(team.sdr.token, late)).toContain('breach_corrected');
  });
});

describe('[CLK7] people come and go', () => {
  test('what waits during an absence is told when it ends, also when it ends early', async () => {
    const team = await openTeam();
    const { sdr } = team;
    const { absence } = await json('POST', '/v1/absences', {
      token: sdr.token,
      body: { until: MONDAY + 3 * DAY_MS },
    });
    const leadId = await handedOver(team, MONDAY + MINUTE_MS);
    const now = MONDAY + HOUR_MS;
    expect(await kindsOf(sdr.token, now)).toEqual([]);
    await json('POST', `/v1/absences/${absence.id}/end`, { token: sdr.token, now });
    expect(await noticesOf(sdr.token, now)).toMatchObject([
      { kind: 'lead_assigned', leadId, deliveredAt: now },
    ]);
  });

  test('whoever has left is told nothing more', async () => {
    const team = await openTeam();
    const evening = MONDAY + 9 * HOUR_MS;
    await handedOver(team, evening);
    await json('PATCH', `/v1/members/${team.sdr.id}`, {
      token: team.admin,
      body: { active: false },
      now: evening + 1,
    });
    await json('GET', '/v1/me', { token: team.admin, now: MONDAY + 2 * DAY_MS });
    const told = await rows(team.workspaceId, 'select * from notices where member_id = ?', team.sdr.id);
    expect(told).toEqual([]);
  });
});

describe('[TRI1][TRI2] silence', () => {
  test('in trial nobody is told anything', async () => {
    const workspace = await openWorkspace();
    const sdr = await addPerson(workspace);
    const leadId = await addLead(workspace.admin, { owner: sdr.id });
    await askForDemo(workspace.admin, leadId);
    await json('GET', '/v1/me', { token: sdr.token, now: MONDAY + 5 * DAY_MS });
    expect(await rows(workspace.workspaceId, 'select * from notices')).toEqual([]);
  });

  test('a backlog of leads tells nobody', async () => {
    const team = await openTeam();
    const leads = Array.from({ length: 300 }, (_, index) => ({
      emails: [`back${index}@example.org`],
      fields: { name: `B ${index}` },
      owner: team.sdr.id,
      backlog: true,
    }));
    await json('POST', '/v1/leads', { token: team.admin, body: { leads } });
    await json('GET', '/v1/me', { token: team.admin, now: MONDAY + 10 * DAY_MS });
    expect(await rows(team.workspaceId, 'select * from notices')).toEqual([]);
  });
});

describe('[HOF3][HOF5] the closed loop', () => {
  async function withSource() {
    const team = await openTeam(MONDAY, (body) => ({
      ...body,
      sources: [{ id: 'webinar', label: 'Webinar' }],
    }));
    return team;
  }

  test('every answer reaches the marketer of the source, a contest the other side, a decision both', async () => {
    const opened = await withSource();
    const marketer = opened.marketer.id;
    const current = await json('GET', '/v1/definitions/current', { token: opened.admin });
    const definitions = {
      ...current.definitions,
      sources: [{ id: 'webinar', label: 'Webinar', marketer }],
      handoff: { ...current.definitions.handoff, referee: opened.adminId },
    };
    const draft = await json('PUT', '/v1/definitions/draft', { token: opened.admin, body: { definitions } });
    for (const token of [opened.marketer.token, opened.manager.token])
      await json('POST', '/v1/definitions/draft/sign', { token, body: { hash: draft.hash } });
    await json('POST', '/v1/definitions/draft/publish', { token: opened.admin, body: { note: 'sources' } });

    const leadId = await addLead(opened.admin, { owner: opened.sdr.id, source: 'webinar' });
    await askForDemo(opened.admin, leadId);
    const { state, revision } = await json('GET', `/v1/leads/${leadId}`, { token: opened.admin });
    const handoff = state.handoffs.at(-1).id;
    const reason = definitions.handoff.reasons.find(
      (one: { answer: string; unreachable?: boolean }) => one.answer === 'disqualified' && !one.unreachable,
    );
    const answer = { leadId, handoff, answer: 'disqualified', reason: reason.id };
    const sdr = new Device(opened.sdr.token);
    const applied = await sdr.give('handoff.answer', answer, { baseRevision: revision }, MONDAY + HOUR_MS);
    expect(applied).toMatchObject({ result: 'applied' });
    const told = await noticesOf(opened.marketer.token, MONDAY + HOUR_MS);
    expect(told[0]).toMatchObject({ kind: 'handoff_answered', leadId, data: { answer: 'disqualified' } });
    expect(told[0]?.text).toContain('Sam Sales');
    expect(told[0]?.text).toContain(reason.label);

    const marketing = new Device(opened.marketer.token);
    const contest = { leadId, handoff, evidence: 'they asked for a demo' };
    const contested = await marketing.give('handoff.contest', contest, {}, MONDAY + 2 * HOUR_MS);
    expect(contested).toMatchObject({ result: 'applied' });
    // Contested at noon: told after lunch.
    expect(await kindsOf(opened.sdr.token, MONDAY + 3 * HOUR_MS)).toContain('handoff_contested');
    const text = JSON.stringify(await rows(opened.workspaceId, 'select * from notices'));
    expect(text).not.toContain('they asked');

    const referee = new Device(opened.admin);
    const seen = await json('GET', `/v1/leads/${leadId}`, { token: opened.admin, now: MONDAY + 3 * HOUR_MS });
    const decision = { leadId, handoff, outcome: 'overturned' };
    const decided = await referee.give(
      'handoff.decide',
      decision,
      { baseRevision: seen.revision },
      MONDAY + 3 * HOUR_MS,
    );
    expect(decided).toMatchObject({ result: 'applied' });
    expect(await kindsOf(opened.sdr.token, MONDAY + 3 * HOUR_MS)).toContain('handoff_decided');
    expect(await kindsOf(opened.marketer.token, MONDAY + 3 * HOUR_MS)).toContain('handoff_decided');
  });
});

describe('[CLK7] reading', () => {
  test('own ones only, in pages, with what is unread; reading is remembered', async () => {
    const team = await openTeam();
    for (let lead = 0; lead < 3; lead += 1) await handedOver(team, MONDAY + lead * 11 * MINUTE_MS);
    const now = MONDAY + HOUR_MS / 2;
    const { sdr } = team;
    const first = await json('GET', '/v1/notices?limit=2', { token: sdr.token, now });
    expect(first.notices.length).toBe(2);
    const second = await json('GET', `/v1/notices?limit=2&cursor=${first.cursor}`, { token: sdr.token, now });
    const seen = [...first.notices, ...second.notices].map(({ id }: Notice) => id);
    expect(new Set(seen).size).toBe(first.unread);
    const id = first.notices[0].id;
    // Nobody marks somebody else's.
    expect(
      await json('POST', '/v1/notices/read', { token: team.colleague.token, body: { ids: [id] }, now }),
    ).toEqual({
      read: 0,
    });
    expect(await json('POST', '/v1/notices/read', { token: sdr.token, body: { ids: [id] }, now })).toEqual({
      read: 1,
    });
    const left = await json('GET', '/v1/notices?unread=true', { token: sdr.token, now });
    expect(left.notices.map((one: Notice) => one.id)).not.toContain(id);
    await json('POST', '/v1/notices/read', { token: sdr.token, body: { all: true }, now });
    expect((await json('GET', '/v1/notices', { token: sdr.token, now })).unread).toBe(0);
  });

  test('in the language asked for', async () => {
    const team = await openTeam();
    await handedOver(team);
    const asked = (language: string) =>
      json('GET', '/v1/notices', { token: team.sdr.token, headers: { 'Accept-Language': language } });
    expect((await asked('pt-BR,pt;q=0.9')).notices[0].text).toBe('Você recebeu um lead.');
    expect((await asked('es-419')).notices[0].text).toBe('Recibiste un lead.');
  });

  test('[SYN5] what is told moves the head and rides on the next pull until it is read', async () => {
    const team = await openTeam();
    const before = await rows<{ head: number }>(team.workspaceId, 'select head from workspace');
    await handedOver(team);
    const { cursor, notices } = await json('GET', '/v1/sync/pull', { token: team.sdr.token });
    expect(notices).toMatchObject([{ kind: 'lead_assigned' }]);
    const after = await rows<{ head: number }>(team.workspaceId, 'select head from workspace');
    expect(after[0]?.head).toBeGreaterThan(before[0]?.head ?? 0);
    await json('POST', '/v1/notices/read', { token: team.sdr.token, body: { all: true } });
    const next = await json('GET', `/v1/sync/pull?cursor=${encodeURIComponent(cursor)}`, {
      token: team.sdr.token,
    });
    expect(next.notices).toBeUndefined();
  });
});

describe('[CLK7][CLK9] alarms', () => {
  test.each([0, 1, 2, 7])('delivered %i times and evicted in between, one notice per step', async (times) => {
    const begun = Date.now();
    const everHour: [string, string][] = [['00:00', '24:00']];
    const always = {
      mon: everHour,
      tue: everHour,
      wed: everHour,
      thu: everHour,
      fri: everHour,
      sat: everHour,
      sun: everHour,
    };
    const team = await openTeam(begun - 6 * HOUR_MS, (body) => {
      const open = promising([{ after: { hours: 1 }, do: { notify: 'owner' } }])(body);
      const calendars = Object.fromEntries(
        Object.entries(open.calendars).map(([id, calendar]) => [
          id,
          { ...calendar, week: always, holidays: [] },
        ]),
      );
      return {
        ...open,
        calendars,
        policies: open.policies.map((policy) => ({ ...policy, target: { hours: 2 } })),
      };
    });
    const leadId = await addLead(team.admin, { owner: team.sdr.id, now: begun - 5 * HOUR_MS });
    await askForDemo(team.admin, leadId, begun - 5 * HOUR_MS);
    const object = () => objectOf(team.workspaceId);
    for (let delivery = 0; delivery < times; delivery += 1) {
      await runInDurableObject(object(), (one) => one.alarm());
      if (delivery % 2 === 1) await evictDurableObject(object());
    }
    // With no alarm at all, whoever asks finds it done.
    await json('GET', '/v1/me', { token: team.sdr.token, now: Date.now() });
    const told = await rows<{ kind: string; n: number }>(
      team.workspaceId,
      'select kind, count(*) as n from notices where member_id = ? and delivered_at is not null group by kind order by kind',
      team.sdr.id,
    );
    expect(told).toEqual([
      { kind: 'clock_escalation', n: 1 },
      // A warning nobody could give before it was late is given no more.
      ...(times === 0 ? [{ kind: 'clock_warning', n: 1 }] : []),
      { kind: 'lead_assigned', n: 1 },
    ]);
  });
});
