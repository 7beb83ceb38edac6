/** Webhooks out: signed, at least once under one id, in time or visibly not, and only where they may go. */
import { createScheduledController, env, evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test, vi } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import type { Env } from '../../worker/env.ts';
import worker from '../../worker/index.ts';
import { pauseAfter } from '../../worker/workspace/outbox/outboxDrain.ts';
import { targetFault } from '../../worker/outboundTarget.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, openWorkspace, send, type Team } from './api.ts';
import { dump, objectOf, rows } from './database.ts';
import { Receiver } from './receiver.ts';

interface Made {
  readonly id: string;
  readonly secret: string;
}

async function subscribe(
  token: string,
  receiver: Receiver,
  events: readonly string[] = ['handoff.opened'],
  format = 'json',
): Promise<Made> {
  const body = { label: 'Ours', url: receiver.url, events, format };
  return json('POST', '/v1/subscriptions', { token, body });
}

async function withLead(team: Team, now = MONDAY): Promise<string> {
  const leadId = await addLead(team.admin, { owner: team.sdr.id, now });
  await askForDemo(team.admin, leadId, now);
  return leadId;
}

/** As the alarm would at that instant. */
const later = (team: Team, now: number) => json('GET', '/v1/me', { token: team.admin, now });

describe('what is sent', () => {
  test('a fact as JSON, signed by Standard Webhooks, without a name', async () => {
    const team = await openTeam();
    const receiver = new Receiver();
    const { secret } = await subscribe(team.admin, receiver, ['handoff.opened', 'lead.captured']);
    const leadId = await withLead(team);
    const came = await receiver.came();
    expect(came.map(({ body }) => JSON.parse(body).type)).toEqual(['lead.captured', 'handoff.opened']);
    for (const { headers, body } of came) {
      const id = headers['webhook-id'] ?? '';
      const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
      expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(id, at, body));
      expect(at.getTime()).toBe(MONDAY);
      expect(body).not.toMatch(/example\.org|Lead \d|Sam/);
    }
    const sent = JSON.parse(came[1]?.body ?? '{}');
    expect(sent.data).toMatchObject({ leadId, stage: 'mql', owner: team.sdr.id, detail: { stage: 'mql' } });
    expect(sent.data.link).toContain(leadId);
  });

  test('a sentence for Slack and a card for Teams, in the words of the workspace', async () => {
    const team = await openTeam();
    const [slack, teams] = [new Receiver(), new Receiver()];
    await subscribe(team.admin, slack, ['handoff.opened'], 'slack');
    await subscribe(team.admin, teams, ['handoff.opened'], 'teams');
    const leadId = await withLead(team);
    const [text] = await slack.came();
    expect(JSON.parse(text?.body ?? '{}').text).toMatch(
      new RegExp(`^Handed off to sales · [^<]+ · <https://combinado.test/console/leads/${leadId}\\|Open>$`),
    );
    const [card] = await teams.came();
    const { attachments } = JSON.parse(card?.body ?? '{}');
    expect(attachments[0].contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(attachments[0].content.body[0].text).toMatch(/^Handed off to sales · /);
    expect(attachments[0].content.actions[0].url).toContain(leadId);
  });

  test('a notice once, however many members it goes to', async () => {
    const team = await openTeam();
    const receiver = new Receiver();
    await subscribe(team.admin, receiver, ['notice.lead_assigned']);
    const leadId = await withLead(team);
    const came = await receiver.came();
    expect(came.map(({ body }) => JSON.parse(body))).toMatchObject([
      { type: 'notice.lead_assigned', data: { leadId } },
    ]);
  });

  test('[TRI1] in trial people who read along hear nothing', async () => {
    const workspace = await openWorkspace();
    const [slack, plain] = [new Receiver(), new Receiver()];
    await subscribe(workspace.admin, slack, ['handoff.opened'], 'slack');
    await subscribe(workspace.admin, plain, ['handoff.opened']);
    const leadId = await addLead(workspace.admin);
    await askForDemo(workspace.admin, leadId);
    expect((await slack.came()).length).toBe(0);
    expect((await plain.came()).length).toBe(1);
  });
});

describe('at least once', () => {
  test('a message not taken comes again under the same id with growing pauses, and then is given up', async () => {
    const team = await openTeam();
    const receiver = new Receiver();
    await receiver.answers({ status: 500 });
    const { id } = await subscribe(team.admin, receiver);
    await withLead(team);
    let now = MONDAY;
    const tries: number[] = [MONDAY];
    for (let round = 0; round < 60; round += 1) {
      const { entries } = await json('GET', `/v1/subscriptions/${id}/deliveries`, { token: team.admin, now });
      const [entry] = entries;
      if (entry.state === 'dead') break;
      expect(entry).toMatchObject({ state: 'failed', status: 500, error: 'it answered 500' });
      // A moment too early nothing happens.
      await later(team, entry.nextAt - 1);
      expect((await receiver.came()).length).toBe(tries.length);
      now = entry.nextAt;
      tries.push(now);
      await later(team, now);
    }
    const came = await receiver.came();
    expect(came.length).toBe(tries.length);
    expect(new Set(came.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(pauses.slice(0, 4)).toEqual([10, 30, 90, 270].map((s) => s * SECOND_MS));
    expect(Math.max(...pauses)).toBe(6 * HOUR_MS);
    const dead = await json('GET', '/v1/admin/outbox?state=dead', { token: team.admin, now });
    expect(dead.entries.length).toBe(1);
    expect(now - MONDAY).toBeLessThanOrEqual(5 * DAY_MS);
    expect(JSON.stringify(await dump(team.workspaceId))).not.toContain('whatever they say');

    await receiver.answers({ status: 200 });
    const retried = await json('POST', `/v1/admin/outbox/${dead.entries[0].id}/retry`, {
      token: team.admin,
      now,
    });
    expect(retried.state).toBe('failed');
    const after = await json('GET', `/v1/subscriptions/${id}/deliveries`, { token: team.admin, now });
    expect(after.entries[0]).toMatchObject({ state: 'sent', status: 200, nextAt: null });
    expect(
      await json('POST', `/v1/admin/outbox/${dead.entries[0].id}/retry`, { token: team.admin, now }),
    ).toMatchObject({ status: 409 });
  });

  test('Retry-After is waited for', async () => {
    const team = await openTeam();
    const receiver = new Receiver();
    await receiver.answers({ status: 429, headers: { 'Retry-After': '600' } }, { status: 200 });
    const { id } = await subscribe(team.admin, receiver);
    await withLead(team);
    const [waiting] = (await json('GET', `/v1/subscriptions/${id}/deliveries`, { token: team.admin }))
      .entries;
    expect(waiting.nextAt).toBe(MONDAY + 10 * MINUTE_MS);
    await later(team, MONDAY + 10 * MINUTE_MS - 1);
    expect((await receiver.came()).length).toBe(1);
    await later(team, MONDAY + 10 * MINUTE_MS);
    expect((await receiver.came()).length).toBe(2);
  });

  test('a redirect is not followed', async () => {
    const team = await openTeam();
    const [receiver, elsewhere] = [new Receiver(), new Receiver()];
    await receiver.answers({ status: 307, headers: { Location: elsewhere.url } });
    const { id } = await subscribe(team.admin, receiver);
    await withLead(team);
    const [entry] = (await json('GET', `/v1/subscriptions/${id}/deliveries`, { token: team.admin })).entries;
    expect(entry).toMatchObject({ state: 'failed', status: 307 });
    expect(await elsewhere.came()).toEqual([]);
  });

  test('a receiver that answers 410 is sent nothing more until somebody resumes it', async () => {
    const team = await openTeam();
    const receiver = new Receiver();
    await receiver.answers({ status: 410 }, { status: 200 });
    const { id } = await subscribe(team.admin, receiver);
    await withLead(team);
    expect(await json('GET', `/v1/subscriptions/${id}`, { token: team.admin })).toMatchObject({
      pausedWhy: 'gone',
    });
    await withLead(team, MONDAY + HOUR_MS);
    await later(team, MONDAY + 2 * HOUR_MS);
    expect((await receiver.came()).length).toBe(1);
    await json('PATCH', `/v1/subscriptions/${id}`, {
      token: team.admin,
      body: { paused: false },
      now: MONDAY + 3 * HOUR_MS,
    });
    await later(team, MONDAY + 3 * HOUR_MS);
    expect((await receiver.came()).length).toBe(2);
  });

  test('while paused it waits, and nothing is due meanwhile', async () => {
    const team = await openTeam();
    const receiver = new Receiver();
    const { id } = await subscribe(team.admin, receiver);
    await json('PATCH', `/v1/subscriptions/${id}`, { token: team.admin, body: { paused: true } });
    await withLead(team);
    expect(await rows(team.workspaceId, 'select next_at from outbox')).toEqual([{ next_at: null }]);
    const resumed = { token: team.admin, body: { paused: false }, now: MONDAY + MINUTE_MS };
    await json('PATCH', `/v1/subscriptions/${id}`, resumed);
    await later(team, MONDAY + MINUTE_MS);
    expect((await receiver.came()).length).toBe(1);
  });

  test('one receiver that is down holds up no other, and is not asked for each message', async () => {
    const team = await openTeam();
    const [down, up] = [new Receiver(), new Receiver()];
    await down.answers({ status: 503 });
    await subscribe(team.admin, down);
    await subscribe(team.admin, up);
    for (let lead = 0; lead < 5; lead += 1) await withLead(team, MONDAY + lead);
    expect((await up.came()).length).toBe(5);
    expect((await down.came()).length).toBe(1);
  });

  test.each([0, 1, 2, 7])('its alarm delivered %i times, a taken message is sent once', async (times) => {
    const team = await openTeam(Date.now() - HOUR_MS);
    const receiver = new Receiver();
    await subscribe(team.admin, receiver);
    await withLead(team, Date.now());
    for (let delivery = 0; delivery < times; delivery += 1)
      await runInDurableObject(objectOf(team.workspaceId), (object) => object.alarm());
    expect((await receiver.came()).length).toBe(1);
  });

  test('[CLK9] without the request’s clock the alarm comes for it by itself', async () => {
    const team = await openTeam(Date.now() - HOUR_MS);
    const receiver = new Receiver();
    await subscribe(team.admin, receiver);
    const leadId = await addLead(team.admin, { owner: team.sdr.id, now: Date.now() - HOUR_MS / 2 });
    const body = { signals: [{ leadId, signal: 'demo_requested' }] };
    const live = { token: team.admin, body, headers: { 'Combinado-Now': 'now' } };
    expect((await send('POST', '/v1/signals', live)).status).toBe(200);
    await vi.waitFor(async () => expect((await receiver.came()).length).toBe(1), { timeout: 10_000 });
  });

  test('[CLK9] a message whose alarm was lost leaves by the hourly cron', async () => {
    const team = await openTeam(Date.now() - HOUR_MS);
    const receiver = new Receiver();
    await subscribe(team.admin, receiver);
    await json('POST', '/v1/leads', { token: team.admin, body: { leads: [{ emails: ['a@b.example'] }] } });
    await runInDurableObject(objectOf(team.workspaceId), async (_, state) => {
      const past = Date.now() - HOUR_MS;
      const { id } = state.storage.sql.exec<{ id: string }>('select id from subscriptions').one();
      state.storage.sql.exec(
        `insert into outbox (id, key, kind, target, payload, state, attempts, created_at, next_at)
         values ('msg_lost', 'lost', 'webhook', ?, '{"event":"test","at":0,"leadId":null,"detail":{}}', 'waiting', 0, ?, ?)`,
        id,
        past,
        past,
      );
      await state.storage.deleteAlarm();
    });
    const bindings = env as unknown as Env;
    await bindings.REGISTRY.getByName('registry').noteDue(team.workspaceId, Date.now() - HOUR_MS);
    await worker.scheduled(createScheduledController(), bindings);
    expect((await receiver.came()).map(({ headers }) => headers['webhook-id'])).toEqual(['msg_lost']);
  });

  test('whoever dies while sending leaves it to be sent again, under the same id', async () => {
    const team = await openTeam();
    const receiver = new Receiver();
    await subscribe(team.admin, receiver);
    await withLead(team);
    await runInDurableObject(objectOf(team.workspaceId), (_, state) => {
      // Claimed, and never settled.
      state.storage.sql.exec("update outbox set state = 'waiting', next_at = ?", MONDAY + 2 * MINUTE_MS);
    });
    await evictDurableObject(objectOf(team.workspaceId));
    await later(team, MONDAY + 2 * MINUTE_MS);
    const came = await receiver.came();
    expect(came.length).toBe(2);
    expect(new Set(came.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });
});

describe('an admin keeps it', () => {
  test('the secret is shown once, rotates with a day in which both sign', async () => {
    const team = await openTeam();
    const receiver = new Receiver();
    const { id, secret } = await subscribe(team.admin, receiver);
    const shown = await send('GET', '/v1/subscriptions', { token: team.admin });
    expect(await shown.text()).not.toContain('whsec_');
    const rotated = await json('POST', `/v1/subscriptions/${id}/rotate`, { token: team.admin });
    expect(rotated.secret).not.toBe(secret);
    await withLead(team);
    await withLead(team, MONDAY + DAY_MS + HOUR_MS);
    const [first, second] = await receiver.came();
    const signatures = (headers: Readonly<Record<string, string>> = {}) =>
      headers['webhook-signature']?.split(' ');
    expect(signatures(first?.headers)?.length).toBe(2);
    const at = new Date(MONDAY);
    expect(signatures(first?.headers)).toContain(
      new Webhook(secret).sign(first?.headers['webhook-id'] ?? '', at, first?.body ?? ''),
    );
    expect(signatures(second?.headers)?.length).toBe(1);
  });

  test('tests it, and sees what became of each delivery', async () => {
    const team = await openTeam();
    const receiver = new Receiver();
    const { id } = await subscribe(team.admin, receiver, ['handoff.opened'], 'slack');
    expect((await send('POST', `/v1/subscriptions/${id}/test`, { token: team.admin })).status).toBe(204);
    const [came] = await receiver.came();
    expect(JSON.parse(came?.body ?? '{}').text).toBe('This is a test from Combinado. Nothing happened.');
    const { entries } = await json('GET', `/v1/subscriptions/${id}/deliveries`, { token: team.admin });
    expect(entries).toMatchObject([{ event: 'test', state: 'sent', attempts: 1 }]);
  });

  test('[ACC6] unknown events and fields are named; ids nobody has answer as foreign ones', async () => {
    const { admin } = await openWorkspace();
    const other = await openWorkspace();
    const receiver = new Receiver();
    const { id } = await subscribe(other.admin, receiver);
    const wrong = { label: 'x', url: receiver.url, events: ['handoff.opend'] };
    const answer = await json('POST', '/v1/subscriptions', { token: admin, body: wrong });
    expect(answer.errors).toMatchObject([{ pointer: '/events/0' }]);
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/rotate'],
      ['POST', '/test'],
      ['GET', '/deliveries'],
    ] as const) {
      const foreign = await json(method, `/v1/subscriptions/${id}${path}`, { token: admin });
      expect(foreign).toEqual(await json(method, `/v1/subscriptions/unknown${path}`, { token: admin }));
      expect(foreign.status).toBe(404);
    }
  });

  test('removing it removes what waited', async () => {
    const team = await openTeam();
    const receiver = new Receiver();
    await receiver.answers({ status: 500 });
    const { id } = await subscribe(team.admin, receiver);
    await withLead(team);
    expect((await send('DELETE', `/v1/subscriptions/${id}`, { token: team.admin })).status).toBe(204);
    expect(await rows(team.workspaceId, 'select * from outbox')).toEqual([]);
  });
});

describe('where it may go', () => {
  const strict = {};
  test.each([
    'https://hooks.slack.com/services/T0/B0/x',
    'https://example.com:8443/in?x=1',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]/',
  ])('%s', (url) => {
    expect(targetFault(url, strict)).toBeUndefined();
  });

  test.each([
    'http://example.com/',
    'ftp://example.com/',
    'https://user:secret@example.com/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://printer.local/',
    'https://intranet/',
    'https://metadata.google.internal/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:db8::1]/',
    'not an address',
  ])('not %s', (url) => {
    expect(targetFault(url, strict)).toBeTypeOf('string');
  });

  test('nor when the address was made before the rule', async () => {
    const team = await openTeam();
    const receiver = new Receiver();
    const { id } = await subscribe(team.admin, receiver);
    await runInDurableObject(objectOf(team.workspaceId), (_, state) => {
      state.storage.sql.exec("update subscriptions set url = 'http://192.168.0.1/'");
    });
    await withLead(team);
    const { entries } = await json('GET', `/v1/subscriptions/${id}/deliveries`, { token: team.admin });
    expect(entries).toMatchObject([
      { state: 'failed', status: null, error: 'only https:// addresses are sent to' },
    ]);
  });

  test('pauses grow without chance, up to six hours', () => {
    const pauses = Array.from({ length: 30 }, (_, index) => pauseAfter(index + 1));
    expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses);
    expect(pauses.at(-1)).toBe(6 * HOUR_MS);
  });
});
