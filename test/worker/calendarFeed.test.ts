/** A member's due follow-ups as a calendar: the one secret in a path (ACC1). */
import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import {
  addLead,
  askForDemo,
  json,
  MONDAY,
  openTeam,
  openWorkspace,
  ORIGIN,
  send,
  type Team,
} from './api.ts';
import { icsOf } from '../../worker/calendarFile.ts';
import { dump } from './database.ts';
import { Device } from './outbox.ts';

async function feedOf(token: string): Promise<string> {
  const { url } = await json('POST', '/v1/me/calendar-feed', { token });
  return url.slice(ORIGIN.length);
}

/** Long lines are folded by CRLF and a space (RFC 5545). */
async function unfolded(response: Response): Promise<string> {
  return (await response.text()).replaceAll('\r\n ', '');
}

async function withLead(team: Team): Promise<string> {
  const leadId = await addLead(team.admin, { owner: team.sdr.id, fields: { name: 'Ana Secret' } });
  await askForDemo(team.admin, leadId);
  return leadId;
}

describe('[ACC1] the calendar feed', () => {
  test('has the due instants of what its member owes, an opaque link and no name', async () => {
    const team = await openTeam();
    const leadId = await withLead(team);
    const path = await feedOf(team.sdr.token);
    const response = await send('GET', path);
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    const text = await unfolded(response);
    const { state } = await json('GET', `/v1/leads/${leadId}`, { token: team.admin });
    const due = state.clocks
      .filter(
        ({ status, party }: { status: string; party: string }) => status === 'running' && party === 'sales',
      )
      .map(({ dueAt }: { dueAt: number }) => new Date(dueAt).toISOString().replaceAll(/[-:]|\.000/g, ''));
    const starts = [...text.matchAll(/DTSTART:(\S+)/g)].map(([, at]) => at);
    expect(starts).toEqual(due.toSorted());
    expect(starts.length).toBeGreaterThan(0);
    expect(text).toContain('SUMMARY:Due: First response');
    expect(text).toContain(`URL;VALUE=URI:${ORIGIN}/console/leads/${leadId}`);
    expect(text).toContain('X-WR-TIMEZONE:America/New_York');
    expect(text).not.toMatch(/Ana|Secret|example\.org|Sam/);
  });

  test('is empty for a colleague, and once the promise is kept', async () => {
    const team = await openTeam();
    const leadId = await withLead(team);
    expect(await (await send('GET', await feedOf(team.colleague.token))).text()).not.toContain('VEVENT');
    const path = await feedOf(team.sdr.token);
    const device = new Device(team.sdr.token);
    const log = { leadId, channel: 'call', outcome: 'connected', evidence: 'clicked' };
    await device.give('attempt.log', log, {}, MONDAY + HOUR_MS / 12);
    const after = await unfolded(await send('GET', path, { now: MONDAY + HOUR_MS / 12 }));
    expect(after).not.toContain('First response');
  });

  test('says when nothing has changed', async () => {
    const team = await openTeam();
    await withLead(team);
    const path = await feedOf(team.sdr.token);
    const first = await send('GET', path);
    const etag = first.headers.get('ETag') ?? '';
    const again = await send('GET', path, { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await withLead(team);
    expect((await send('GET', path, { headers: { 'If-None-Match': etag } })).status).toBe(200);
  });

  test('a new address replaces the old one; deleted, there is nothing; it opens nothing else', async () => {
    const team = await openTeam();
    const [old, path] = [await feedOf(team.sdr.token), await feedOf(team.sdr.token)];
    expect((await send('GET', old)).status).toBe(404);
    expect((await send('GET', path)).status).toBe(200);
    const secret = path.split('/').at(-1)?.replace('.ics', '');
    expect((await send('GET', '/v1/me', { token: secret })).status).toBe(401);
    expect(await dump(team.workspaceId)).not.toContain(secret);
    expect((await send('DELETE', '/v1/me/calendar-feed', { token: team.sdr.token })).status).toBe(204);
    expect((await send('GET', path)).status).toBe(404);
  });

  test('an unknown address of a workspace, and of none, answer alike', async () => {
    const { workspaceId } = await openWorkspace();
    const secret = 'A'.repeat(43);
    const paths = [`cmbf_${workspaceId}_${secret}`, `cmbf_abcdefghjkmn_${secret}`, 'nonsense'];
    const answers = await Promise.all(
      paths.map(async (path) => {
        const response = await send('GET', `/v1/calendar/${path}.ics`);
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 /);
  });

  test('a name of any kind stays a name', () => {
    const workspace = 'Açúcar; "Água", \\ & filhos\r\nBEGIN:VEVENT\n😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀';
    const file = icsOf({ workspace, language: 'pt-BR', zone: 'America/Sao_Paulo', due: [] });
    expect(file).not.toMatch(/^BEGIN:VEVENT/m);
    const value = /^X-WR-CALNAME:(.*)$/m.exec(file.replaceAll('\r\n ', ''))?.[1];
    expect(value).toContain(workspace.replaceAll(/\s+/g, ' '));
  });
});
