import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, openWorkspace, send, type Team } from './api.ts';
import { rows } from './database.ts';
import { Device, type Pending } from './outbox.ts';

const NDJSON = { 'Content-Type': 'application/x-ndjson' };

async function exported(token: string, now = MONDAY): Promise<string> {
  const response = await send('GET', '/v1/export', { token, now });
  return new TextDecoder().decode(await response.arrayBuffer());
}

/** Restores, and waits until the door is open again. */
async function restore(token: string, raw: string, now = MONDAY) {
  const begun = await json('POST', '/v1/restore', { token, raw, headers: NDJSON, now });
  const job = await json('GET', `/v1/jobs/${begun.jobId}`, { token, now });
  expect(job).toMatchObject({ kind: 'restore', state: 'done' });
  return begun;
}

const LEADS = 'select * from leads order by id';
const FACTS = 'select * from facts order by seq';

/** All of a device's commands under a new numbering, oldest first, as after every restore (SYN6). */
async function repush(device: Device, all: readonly Pending[], acknowledgedIn: string, now: number) {
  device.clientId = crypto.randomUUID();
  device.cursor = undefined;
  await device.pullAll(now);
  const again = all
    .toSorted((a, b) => a.at - b.at)
    .map((command, index) => ({ ...command, n: index + 1, ackedIn: acknowledgedIn }));
  return device.push(again, now);
}

async function workedOn(team: Team) {
  const id = await addLead(team.marketer.token, { owner: team.sdr.id });
  await askForDemo(team.marketer.token, id);
  const device = new Device(team.sdr.token);
  await device.pullAll();
  await device.give('attempt.log', {
    leadId: id,
    channel: 'call',
    outcome: 'no_answer',
    evidence: 'clicked',
  });
  return { id, device };
}

describe('a whole workspace', () => {
  test('[SYN6] [FCT8] taken into a new one is the same byte for byte', async () => {
    const team = await openTeam();
    await workedOn(team);
    for (let count = 0; count < 12; count += 1)
      await addLead(team.marketer.token, { owner: team.colleague.id });
    const file = await exported(team.admin);
    const fresh = await openWorkspace();
    await restore(fresh.admin, file);

    expect(await rows(fresh.workspaceId, LEADS)).toEqual(await rows(team.workspaceId, LEADS));
    expect(await rows(fresh.workspaceId, FACTS)).toEqual(await rows(team.workspaceId, FACTS));
    const refolded = await json('GET', '/v1/admin/refold', { token: fresh.admin });
    expect(refolded).toMatchObject({ differing: [] });
    const names = async (token: string) =>
      (await json('GET', '/v1/members', { token })).members
        .map(({ name }: { name: string }) => name)
        .toSorted();
    expect(await names(fresh.admin)).toEqual([...(await names(team.admin)), 'Ada'].toSorted());
    const current = await json('GET', '/v1/definitions/current', { token: fresh.admin });
    expect(current).toEqual(await json('GET', '/v1/definitions/current', { token: team.admin }));
  });

  test('[ACC1] holds no secret and nothing of the erased', async () => {
    const team = await openTeam();
    const id = await addLead(team.marketer.token, { emails: ['gone.person@um.example'] });
    await json('DELETE', `/v1/leads/${id}`, { token: team.admin });
    const file = await exported(team.admin);
    expect(file).not.toContain('gone.person');
    for (const { hash } of await rows<{ hash: string }>(team.workspaceId, 'select hash from devices'))
      expect(file).not.toContain(hash);
    expect(file.trim().split('\n').at(-1)).toContain('"end":true');
    expect((await send('GET', '/v1/export', { token: team.manager.token })).status).toBe(403);
  });

  test('[SYN6] nothing is changed by a backup that is cut off, altered or none', async () => {
    const team = await openTeam();
    await workedOn(team);
    const file = await exported(team.admin);
    const before = await rows(team.workspaceId, LEADS);
    const lines = file.trim().split('\n');
    const broken = [
      'hello',
      lines.slice(0, -1).join('\n'),
      [...lines.slice(0, 5), ...lines.slice(6)].join('\n'),
      file.replace('"kind":"attempt.made"', '"kind":"attempt.wished"'),
      file.replace('{"table":"facts","row":{', '{"table":"devices","row":{'),
      file.replace('{"table":"facts","row":{', '{"table":"facts","row":{"shoe":42,'),
    ];
    for (const raw of broken) {
      const { status } = await send('POST', '/v1/restore', { token: team.admin, raw, headers: NDJSON });
      expect(status).toBe(422);
    }
    expect(await rows(team.workspaceId, LEADS)).toEqual(before);
    expect(await rows(team.workspaceId, 'select * from restore_parts')).toEqual([]);
  });
});

describe('back to an earlier state', () => {
  test('[SYN6] what was acknowledged survives, once', async () => {
    const team = await openTeam();
    const { id, device } = await workedOn(team);
    const file = await exported(team.admin);
    const epoch = device.epoch;

    const other = new Device(team.manager.token);
    await other.pullAll();
    const captured = crypto.randomUUID();
    const at = (minutes: number) => ({ at: MONDAY + minutes * MINUTE_MS });
    const call = (leadId: string) => ({ leadId, channel: 'call', outcome: 'no_answer', evidence: 'clicked' });
    const revision = (await rows<{ seq: number }>(team.workspaceId, 'select seq from leads'))[0]?.seq;
    const done = [
      device.command('attempt.log', call(id), at(5)),
      device.command(
        'lead.set',
        { leadId: id, field: 'budget', value: 5 },
        { ...at(6), baseRevision: revision },
      ),
    ];
    expect(await device.push(done, MONDAY + HOUR_MS)).toMatchObject({ outcome: 'ok' });
    const theirs = [
      other.command('lead.capture', { leadId: captured, emails: ['new@um.example'] }, at(7)),
      other.command('owner.assign', { leadId: captured, owner: team.sdr.id }, { ...at(8), baseRevision: 0 }),
    ];
    const pushed = await other.push(theirs, MONDAY + HOUR_MS);
    if (pushed.outcome !== 'ok') throw new Error(pushed.outcome);
    expect(pushed.results.map(({ result }) => result)).toEqual(['applied', 'applied']);
    const mine = [device.command('attempt.log', call(captured), at(9))];
    expect(await device.push(mine, MONDAY + HOUR_MS)).toMatchObject({ outcome: 'ok' });
    const before = await rows<{ id: string }>(team.workspaceId, FACTS);

    const now = MONDAY + 2 * HOUR_MS;
    const { epoch: next } = await restore(team.admin, file, now);
    expect(next).not.toBe(epoch);
    expect((await rows(team.workspaceId, FACTS)).length).toBeLessThan(before.length);
    expect(await device.push([...done, ...mine], now)).toMatchObject({ outcome: 'epoch', epoch: next });

    // Both orders of devices end alike: what one says of a lead the other brings later waits for it.
    const again = await repush(device, [...done, ...mine], epoch, now);
    if (again.outcome !== 'ok') throw new Error(again.outcome);
    expect(again.results.map(({ result }) => result)).toEqual(['applied', 'applied', 'applied']);
    const rest = await repush(other, theirs, epoch, now);
    if (rest.outcome !== 'ok') throw new Error(rest.outcome);
    expect(rest.results.map(({ result }) => result)).toEqual(['applied', 'applied']);

    const after = await rows<{ id: string }>(team.workspaceId, FACTS);
    const ids = after.map((fact) => fact.id);
    for (const command of [...done, ...mine, ...theirs])
      expect(ids.filter((one) => one === command.id)).toHaveLength(1);
    const { state } = await json('GET', `/v1/leads/${captured}`, { token: team.admin, now });
    expect(state.attempts.map((attempt: { id: string }) => attempt.id)).toEqual([mine[0]?.id]);
    expect(state.owner).toMatchObject({ id: team.sdr.id });
    const { state: first } = await json('GET', `/v1/leads/${id}`, { token: team.admin, now });
    expect(first.fields).toMatchObject({ budget: 5 });
    expect(first.attempts).toHaveLength(2);
    expect(await json('GET', '/v1/admin/refold', { token: team.admin, now })).toMatchObject({
      differing: [],
    });
  });

  test('[SYN6] without having been acknowledged, a command is judged as ever', async () => {
    const team = await openTeam();
    const { id, device } = await workedOn(team);
    const file = await exported(team.admin);
    await restore(team.admin, file, MONDAY + HOUR_MS);
    device.clientId = crypto.randomUUID();
    await device.pullAll(MONDAY + HOUR_MS);
    const claimed = { ackedIn: 'an epoch nobody knows' };
    const fresh = new Device(team.sdr.token);
    await fresh.pullAll(MONDAY + HOUR_MS);
    const results = await fresh.push(
      [
        fresh.command('lead.set', { leadId: id, field: 'budget', value: 1 }, claimed),
        fresh.command(
          'attempt.log',
          { leadId: 'nobody', channel: 'call', outcome: 'no_answer', evidence: 'clicked' },
          claimed,
        ),
      ],
      MONDAY + HOUR_MS,
    );
    expect(results).toMatchObject({ results: [{ code: 'malformed' }, { code: 'not_found' }] });
  });

  test('[PRI4] who was erased since stays erased, also for devices that still know them', async () => {
    const team = await openTeam();
    const { id, device } = await workedOn(team);
    const epoch = device.epoch;
    const byMail = await addLead(team.marketer.token, { emails: ['by.mail@um.example'] });
    const file = await exported(team.admin);
    await json('DELETE', `/v1/leads/${id}`, { token: team.admin });
    await json('POST', '/v1/persons/erase', { token: team.admin, body: { email: 'by.mail@um.example' } });
    const counted = await rows(
      team.workspaceId,
      'select * from erasure_counters order by report, on_date, cell',
    );
    const now = MONDAY + DAY_MS;
    await restore(team.admin, file, now);
    for (const lead of [id, byMail]) {
      expect((await send('GET', `/v1/leads/${lead}`, { token: team.admin, now })).status).toBe(404);
      expect(await rows(team.workspaceId, 'select * from facts where lead_id = ?', lead)).toEqual([]);
    }
    const late = new Device(team.sdr.token);
    await late.pullAll(now);
    const again = await late.push(
      [
        {
          ...late.command('attempt.log', {
            leadId: id,
            channel: 'call',
            outcome: 'no_answer',
            evidence: 'clicked',
          }),
          ackedIn: epoch,
        } as Pending,
        {
          ...late.command('lead.capture', { leadId: crypto.randomUUID(), emails: ['by.mail@um.example'] }),
          ackedIn: epoch,
        } as Pending,
      ],
      now,
    );
    expect(again).toMatchObject({ results: [{ code: 'not_found' }, { code: 'forbidden' }] });
    // Counted once, not once more for each time they were taken out.
    const sums = (
      await rows<{ report: string; cell: string; n: number }>(
        team.workspaceId,
        'select * from erasure_counters order by report, on_date, cell',
      )
    ).filter(({ report }) => report === 'funnel');
    expect(sums).toEqual(counted.filter((row) => row['report'] === 'funnel'));
  });

  test('[ACC4] who was let in or shut out since is not undone', async () => {
    const team = await openTeam();
    const file = await exported(team.admin);
    const { devices } = await json('GET', '/v1/devices', { token: team.sdr.token });
    for (const { id } of devices) await send('DELETE', `/v1/devices/${id}`, { token: team.admin });
    await restore(team.admin, file);
    expect((await send('GET', '/v1/me', { token: team.sdr.token })).status).toBe(401);
  });
});
