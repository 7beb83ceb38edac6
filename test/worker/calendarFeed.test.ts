/** A member's due follow-ups as a calendar: the one secret in a path (ACC1). */
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
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

const LINE = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\r\n]*"|[^";:,\r\n]*))*):(.*)$/u;
const WANTED = {
  VCALENDAR: ['VERSION', 'PRODID'],
  VEVENT: ['UID', 'DTSTAMP', 'DTSTART'],
} as const;

/** What the standard does not allow: line ends and lengths, shapes of lines, nesting, what has to be there once. */
function objectionsTo(file: string): string[] {
  const objections: string[] = [];
  if (!file.endsWith('\r\n')) objections.push('ends in the middle of a line');
  if (/(?<!\r)\n|\r(?!\n)/.test(file)) objections.push('a line end that is none');
  for (const line of file.split('\r\n'))
    if (new TextEncoder().encode(line).byteLength > 75) objections.push(`over 75 octets: ${line}`);
  const open: { name: string; seen: string[] }[] = [];
  for (const line of file
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)) {
    const [, name = '', , value = ''] = LINE.exec(line) ?? [];
    if (name === '') objections.push(`no property: ${line}`);
    else if (name === 'BEGIN') open.push({ name: value, seen: [] });
    else if (name === 'END') {
      const ended = open.pop();
      if (ended?.name !== value) objections.push(`${value} ends where ${ended?.name} is open`);
      for (const wanted of Object.entries(WANTED).find(([kind]) => kind === value)?.[1] ?? [])
        if (ended?.seen.filter((one) => one === wanted).length !== 1)
          objections.push(`${wanted} of ${value}`);
    } else open.at(-1)?.seen.push(name);
    if (/^(?:DTSTAMP|DTSTART|DTEND)$/.test(name) && !/^\d{8}T\d{6}Z$/.test(value))
      objections.push(`no UTC instant: ${line}`);
    if (/^(?:SUMMARY|X-WR-CALNAME)$/.test(name) && /(?<!\\)(?:\\\\)*[;,]/.test(value))
      objections.push(`not escaped: ${line}`);
  }
  if (open.length > 0) objections.push(`${open.at(-1)?.name} is never ended`);
  return objections;
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

  test('a strict reader of RFC 5545 finds nothing to object to', () => {
    const at = MONDAY;
    const due = Array.from({ length: 3 }, (_, n) => ({
      id: `clock-${n}`,
      kind: 'first_response' as const,
      startedAt: at,
      dueAt: at + n * HOUR_MS,
      link: `${ORIGIN}/console/leads/018f9d1e-7a3c-7c3e-8000-00000000000${n}`,
    }));
    for (const language of LANGUAGES) {
      const workspace = 'Açúcar; "Água", \\ & filhos 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀';
      const feed = { workspace, language, zone: 'America/Sao_Paulo', due };
      expect(objectionsTo(icsOf(feed))).toEqual([]);
      expect(objectionsTo(icsOf({ ...feed, due: [] }))).toEqual([]);
    }
    expect(objectionsTo('BEGIN:VCALENDAR\nVERSION:2.0\r\nEND:VEVENT\r\n')).not.toEqual([]);
  });

  test('a name of any kind stays a name', () => {
    const workspace = 'Açúcar; "Água", \\ & filhos\r\nBEGIN:VEVENT\n😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀';
    const file = icsOf({ workspace, language: 'pt-BR', zone: 'America/Sao_Paulo', due: [] });
    expect(file).not.toMatch(/^BEGIN:VEVENT/m);
    const value = /^X-WR-CALNAME:(.*)$/m.exec(file.replaceAll('\r\n ', ''))?.[1];
    expect(value?.replaceAll(/\\(.)/g, '$1')).toContain(workspace.replaceAll(/\s+/g, ' '));
  });
});
