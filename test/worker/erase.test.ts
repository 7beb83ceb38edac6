import { runInDurableObject, env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import type { Env } from '../../worker/env.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, send } from './api.ts';
import { dump, rows } from './database.ts';
import { Device } from './outbox.ts';

const ledgerDump = async (workspaceId: string) =>
  runInDurableObject((env as unknown as Env).LEDGER.getByName(workspaceId), (_, state) =>
    JSON.stringify(state.storage.sql.exec('select kind, value from entries').toArray()),
  );

const MAIL = 'rosa.unica@clinica.example';
const PHONE = '+5511987654321';
const PERSON = { emails: [MAIL], phones: [PHONE], fields: { name: 'Rosa Unica', company: 'Clinica Unica' } };

describe('erasing a person', () => {
  test('[PRI4] removes them everywhere, and tells devices to', async () => {
    const team = await openTeam();
    const id = await addLead(team.marketer.token, { ...PERSON, owner: team.sdr.id });
    await askForDemo(team.marketer.token, id);
    const device = new Device(team.sdr.token);
    await device.pullAll();
    const logged = device.command('attempt.log', {
      leadId: id,
      channel: 'call',
      outcome: 'no_answer',
      evidence: 'clicked',
      note: 'Rosa Unica was at lunch',
    });
    const refused = device.command('lead.set', { leadId: id, field: 'nonsense', value: 'Rosa Unica' });
    const first = await device.push([logged, refused]);
    await device.pullAll();

    const outcome = await send('DELETE', `/v1/leads/${id}`, { token: team.admin });
    expect(await outcome.json()).toEqual({ erased: [id] });
    const left = await dump(team.workspaceId);
    for (const trace of [MAIL, PHONE, 'Rosa', 'Unica', 'lunch']) expect(left).not.toContain(trace);
    const ledger = await ledgerDump(team.workspaceId);
    expect(ledger).toContain(id);
    expect(ledger).not.toContain('unica');

    expect((await send('GET', `/v1/leads/${id}`, { token: team.admin })).status).toBe(404);
    const pages = await device.pullAll();
    expect(pages.flatMap(({ removed }) => removed)).toContain(id);
    expect(pages.flatMap(({ erased = [] }) => erased)).toEqual([id]);
    // What the device was told stays true, whatever it asks again.
    const again = await device.push([logged, refused]);
    expect(again).toMatchObject({ outcome: 'ok' });
    if (first.outcome !== 'ok' || again.outcome !== 'ok') throw new Error('pushed in vain');
    expect(again.results[0]).toEqual(first.results[0]);
    expect(again.results[1]).toMatchObject({ id: refused.id, result: 'rejected' });
  });

  test('[PRI4] is refused to anybody but an admin, and to unknown leads', async () => {
    const team = await openTeam();
    const id = await addLead(team.marketer.token, PERSON);
    for (const { token } of [team.manager, team.marketer, team.sdr])
      expect((await send('DELETE', `/v1/leads/${id}`, { token })).status).toBe(403);
    expect((await send('DELETE', '/v1/leads/nobody', { token: team.admin })).status).toBe(404);
    expect(await json('GET', `/v1/leads/${id}`, { token: team.admin })).toMatchObject({ id });
  });

  test('[PRI4] they do not come back by upsert or from a device', async () => {
    const team = await openTeam();
    const id = await addLead(team.marketer.token, PERSON);
    await json('DELETE', `/v1/leads/${id}`, { token: team.admin });
    for (const known of [{ emails: [MAIL.toUpperCase()] }, { phones: ['+55 11 8765-4321'] }]) {
      const body = { leads: [known] };
      const { results } = await json('POST', '/v1/leads', { token: team.marketer.token, body });
      expect(results[0]).toMatchObject({ error: expect.stringContaining('erased') });
    }
    const device = new Device(team.sdr.token);
    const capture = { leadId: crypto.randomUUID(), emails: [MAIL] };
    expect(await device.give('lead.capture', capture)).toMatchObject({
      result: 'rejected',
      code: 'forbidden',
    });
    expect(await rows(team.workspaceId, 'select * from leads')).toEqual([]);
  });

  test('[PRI4] by what identifies them: every lead that holds it, and nobody later', async () => {
    const team = await openTeam();
    const first = await addLead(team.marketer.token, { emails: [MAIL] });
    const second = await addLead(team.marketer.token, { emails: ['other@clinica.example'] });
    expect(await json('POST', '/v1/persons/erase', { token: team.admin, body: { email: MAIL } })).toEqual({
      erased: [first],
    });
    expect(await json('GET', `/v1/leads/${second}`, { token: team.admin })).toMatchObject({ id: second });
    const nobody = { phone: '+351 912 345 678' };
    expect(await json('POST', '/v1/persons/erase', { token: team.admin, body: nobody })).toEqual({
      erased: [],
    });
    const { results } = await json('POST', '/v1/leads', {
      token: team.marketer.token,
      body: { leads: [{ phones: ['+351912345678'] }] },
    });
    expect(results[0]).toMatchObject({ error: expect.stringContaining('erased') });
  });

  test('[PRI4] leaves what they added to the totals, as sums', async () => {
    const team = await openTeam();
    const id = await addLead(team.marketer.token, { ...PERSON, owner: team.sdr.id, source: 'webinar' });
    await askForDemo(team.marketer.token, id);
    const later = MONDAY + DAY_MS;
    await json('DELETE', `/v1/leads/${id}`, { token: team.admin, now: later });
    const counters = await rows<{ report: string; on_date: string; cell: string; n: number }>(
      team.workspaceId,
      'select * from erasure_counters order by report, on_date, cell',
    );
    expect(counters).toContainEqual(
      expect.objectContaining({
        report: 'funnel',
        on_date: '2026-03-02',
        cell: '["leads","source","webinar"]',
        n: 1,
      }),
    );
    expect(counters).toContainEqual(
      expect.objectContaining({ report: 'metrics', cell: '["mqls","webinar"]', n: 1 }),
    );
    expect(JSON.stringify(counters)).not.toContain(id);
  });

  test('[PRI4] [IDN3] goes with the leads that were merged into it, by any of their ids and addresses', async () => {
    const team = await openTeam();
    const survivor = await addLead(team.marketer.token, { emails: [MAIL] });
    const absorbed = await addLead(team.marketer.token, { emails: ['rosa.old@clinica.example'] });
    const merged = await send('POST', `/v1/leads/${survivor}/merge`, {
      token: team.admin,
      body: { absorb: absorbed },
    });
    expect(merged.status).toBe(200);
    const { erased } = await json('DELETE', `/v1/leads/${absorbed}`, { token: team.admin });
    expect(erased.toSorted()).toEqual([survivor, absorbed].toSorted());
    const left = await dump(team.workspaceId);
    for (const trace of [MAIL, 'rosa.old']) expect(left).not.toContain(trace);
    const body = { leads: [{ emails: ['rosa.old@clinica.example'] }] };
    const { results } = await json('POST', '/v1/leads', { token: team.marketer.token, body });
    expect(results[0]).toMatchObject({ error: expect.stringContaining('erased') });
  });

  test('[PRI4] [TGT4] reports of days gone by say the same without them', async () => {
    const team = await openTeam();
    const id = await addLead(team.marketer.token, { ...PERSON, owner: team.sdr.id, source: 'webinar' });
    await askForDemo(team.marketer.token, id);
    const other = await addLead(team.marketer.token, { owner: team.sdr.id, source: 'webinar' });
    await askForDemo(team.marketer.token, other);
    const device = new Device(team.sdr.token);
    const call = { leadId: id, channel: 'call', outcome: 'connected', evidence: 'clicked' };
    await device.give('attempt.log', call, {}, MONDAY + HOUR_MS);
    const now = MONDAY + 30 * DAY_MS;
    const read = async (name: string) =>
      (await json('GET', `/v1/reports/${name}?from=2026-03-01&to=2026-03-20`, { token: team.admin, now }))
        .rows;
    const names = ['funnel', 'compliance', 'speed', 'attempts', 'dispositions'];
    const before = await Promise.all(names.map(read));
    expect(JSON.stringify(before)).toContain('webinar');
    await json('DELETE', `/v1/leads/${id}`, { token: team.admin, now });
    expect(await Promise.all(names.map(read))).toEqual(before);
  });

  test('[PRI4] a person gets all of it as JSON', async () => {
    const team = await openTeam();
    const id = await addLead(team.marketer.token, { ...PERSON, owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    await device.give('attempt.log', {
      leadId: id,
      channel: 'call',
      outcome: 'no_answer',
      evidence: 'clicked',
      note: 'at lunch',
    });
    const whole = await json('GET', `/v1/leads/${id}/export`, { token: team.admin });
    expect(whole.leads).toHaveLength(1);
    expect(whole.leads[0]).toMatchObject({ id, state: { emails: [MAIL], phones: [PHONE] } });
    expect(JSON.stringify(whole.leads[0].commands)).toContain('at lunch');
    expect(Object.keys(whole.leads[0].records)).toContain('lead_keys');
    const byPhone = await json('POST', '/v1/persons/export', { token: team.admin, body: { phone: PHONE } });
    expect(byPhone.leads).toEqual(whole.leads);
    expect((await send('GET', `/v1/leads/${id}/export`, { token: team.manager.token })).status).toBe(403);
  });
});
