import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, json, MONDAY, openTeam, send, type Team } from './api.ts';
import { rows } from './database.ts';

const CSV = { 'Content-Type': 'text/csv' };
const NDJSON = { 'Content-Type': 'application/x-ndjson' };

interface Sent {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly now?: number;
}

/** Hands a file in and waits until it has been applied. */
async function imported(team: Team, file: BodyInit, { query = {}, headers = CSV, now = MONDAY }: Sent = {}) {
  const path = `/v1/imports?${new URLSearchParams(query)}`;
  const begun = await json('POST', path, { token: team.marketer.token, raw: file, headers, now });
  if (begun.id === undefined) return begun;
  return json('GET', `/v1/imports/${begun.id}`, { token: team.marketer.token, now });
}

const leadsOf = (team: Team) =>
  rows<{ id: string; name: string; backlog: number; stage: string }>(
    team.workspaceId,
    'select * from leads order by name',
  );

describe('what a file may look like', () => {
  test('columns are told by their names, in any of the three languages', async () => {
    const team = await openTeam();
    const raw =
      'Nome completo;E-mail;Celular;Empresa;Origem;Data de criação;Asked for a demo;Coisas\nAna;ana@um.example;+5511987654321;Um;feira;03/02/2026;04/02/2026;x\n';
    const guessed = await json('POST', '/v1/imports/guess', {
      token: team.marketer.token,
      raw,
      headers: CSV,
    });
    expect(guessed).toMatchObject({
      delimiter: ';',
      encoding: 'utf-8',
      mapping: {
        'Nome completo': 'field:name',
        'E-mail': 'email',
        Celular: 'phone',
        Empresa: 'field:company',
        Origem: 'source',
        'Data de criação': 'capturedAt',
        'Asked for a demo': 'signal:demo_requested',
      },
      dates: null,
    });
    expect(guessed.columns.at(-1)).toEqual({ name: 'Coisas', target: null, samples: ['x'] });
  });

  test.each([
    ['a mark and CRLF', (text: string) => new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
    ['UTF-16 with a mark', (text: string) => utf16(`\ufeff${text}`)],
    ['UTF-16 without', utf16],
    ['Windows-1252', (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))],
    ['old Mac line ends', (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r'))],
  ])('%s', async (_, encoded) => {
    const team = await openTeam();
    const text = 'name,email\nJoão,joao@um.example\n"Silva, ""Zé""",ze@um.example\n';
    const outcome = await imported(team, encoded(text));
    expect(outcome).toMatchObject({ state: 'done', rows: 2, created: 2, failed: 0 });
    expect((await leadsOf(team)).map(({ name }) => name)).toEqual(['João', 'Silva, "Zé"']);
  });

  test('rows that are wrong say so by line, and hold up no other', async () => {
    const team = await openTeam();
    const text = [
      'name,email,budget',
      'Good,good@um.example,100',
      'No mail,this is none,1',
      'Not a number,nan@um.example,many',
      '"Two',
      'lines",two@um.example,5',
      'NUL\0,nul@um.example,1',
      `Huge,huge@um.example,"${'x'.repeat(10_000_000)}"`,
      'Extra,extra@um.example,1,what,is,this',
      'Last,last@um.example,2',
      'Unclosed,"open@um.example,1',
    ].join('\n');
    const outcome = await imported(team, text);
    const lines = outcome.errors.map(({ line, field }: { line: number; field: string }) => [line, field]);
    expect(lines).toEqual([
      [3, 'email'],
      [4, 'budget'],
      [7, ''],
      [8, ''],
      [9, ''],
      [11, ''],
    ]);
    expect(outcome).toMatchObject({ state: 'done', created: 3, failed: 6, rows: 9 });
    expect((await leadsOf(team)).map(({ name }) => name)).toEqual(['Good', 'Last', 'Two\nlines']);
    const file = await send('GET', `/v1/imports/${outcome.id}/errors?format=csv`, {
      token: team.marketer.token,
    });
    expect((await file.text()).split('\r\n')[0]).toBe('line,field,detail');
  });

  test('what is no file of leads is refused as a whole', async () => {
    const team = await openTeam();
    const attempt = async (raw: BodyInit, headers: Readonly<Record<string, string>>, path = '/v1/imports') =>
      (await send('POST', path, { token: team.marketer.token, raw, headers })).status;
    expect(await attempt('', CSV)).toBe(422);
    expect(await attempt('shoe size\n42\n', CSV)).toBe(422);
    expect(await attempt('email\na@b.example\n', { 'Content-Type': 'application/json' })).toBe(415);
    const mapping = encodeURIComponent('{"nothing":"email"}');
    expect(await attempt('email\na@b.example\n', CSV, `/v1/imports?mapping=${mapping}`)).toBe(422);
    expect(await attempt('email\na@b.example\n', CSV, '/v1/imports?mapping={')).toBe(422);
    expect(await leadsOf(team)).toEqual([]);
  });
});

describe('what becomes of its rows', () => {
  test('[TRI2] leads of an import are backlog: no hand-off, no breach, no notice', async () => {
    const team = await openTeam();
    const lines = Array.from({ length: 300 }, (_, n) =>
      JSON.stringify({
        emails: [`lead${n}@big.example`],
        fields: { name: `Lead ${n}` },
        owner: n % 2 === 0 ? 'Sam Sales' : undefined,
        at: MONDAY - 30 * DAY_MS,
        signals: [{ signal: 'demo_requested', at: MONDAY - 20 * DAY_MS }],
        attempts: [{ channel: 'email', at: MONDAY - 10 * DAY_MS }],
      }),
    );
    const outcome = await imported(team, lines.join('\n'), { headers: NDJSON });
    expect(outcome).toMatchObject({ state: 'done', created: 300, failed: 0 });
    const later = MONDAY + 10 * DAY_MS;
    await json('GET', '/v1/leads', { token: team.admin, now: later });
    const kinds = await rows<{ kind: string; n: number }>(
      team.workspaceId,
      'select kind, count(*) n from facts group by kind order by kind',
    );
    expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toEqual({
      'attempt.made': 300,
      'lead.captured': 300,
      'owner.assigned': 150,
      'signal.seen': 300,
      'stage.entered': 300,
    });
    expect((await leadsOf(team)).every(({ backlog }) => backlog === 1)).toBe(true);
    expect(await rows(team.workspaceId, 'select * from notices')).toEqual([]);
  });

  test('[TRI2] nor does it open anything for leads that are here already', async () => {
    const team = await openTeam();
    const id = await addLead(team.marketer.token, { emails: ['known@um.example'] });
    const line = JSON.stringify({
      emails: ['known@um.example'],
      signals: [{ signal: 'demo_requested', at: MONDAY - HOUR_MS }],
    });
    const outcome = await imported(team, line, { headers: NDJSON });
    expect(outcome).toMatchObject({ created: 0, changed: 1 });
    const { state } = await json('GET', `/v1/leads/${id}`, { token: team.admin });
    expect(state).toMatchObject({ backlog: true, handoffs: [], clocks: [] });
  });

  test('the same file twice adds nothing', async () => {
    const team = await openTeam();
    const text =
      'name,email,owner,last call\nAna,ana@um.example,Sam Sales,2026-02-20 10:00\nBia,bia@um.example,,\nAna,ANA@um.example,,\n';
    const first = await imported(team, text);
    expect(first).toMatchObject({ state: 'done', created: 2, unchanged: 1, failed: 0 });
    const facts = await rows(team.workspaceId, 'select * from facts');
    const second = await imported(team, text, { now: MONDAY + HOUR_MS });
    expect(second).toMatchObject({ state: 'done', created: 0, changed: 0, unchanged: 3, facts: 0 });
    expect(await rows(team.workspaceId, 'select * from facts')).toEqual(facts);
    const refolded = await json('GET', '/v1/admin/refold', { token: team.admin });
    expect(refolded.differing).toEqual([]);
  });

  test('a dry run says what it would do and does nothing', async () => {
    const team = await openTeam();
    const before = await rows(team.workspaceId, 'select * from facts');
    const outcome = await imported(team, 'email\na@um.example\nb@um.example\nnone\n', {
      query: { dryRun: 'true' },
    });
    expect(outcome).toMatchObject({ state: 'done', dryRun: true, created: 2, failed: 1 });
    expect(await rows(team.workspaceId, 'select * from facts')).toEqual(before);
  });

  test('[PRI4] somebody erased does not come back with a file', async () => {
    const team = await openTeam();
    await json('POST', '/v1/persons/erase', { token: team.admin, body: { email: 'gone@um.example' } });
    const outcome = await imported(team, 'email\ngone@um.example\nhere@um.example\n');
    expect(outcome).toMatchObject({ created: 1, failed: 1 });
    expect(outcome.errors).toEqual([
      expect.objectContaining({ line: 2, detail: expect.stringContaining('erased') }),
    ]);
  });

  test('is seen by who handed it in and by those who lead, and can be stopped', async () => {
    const team = await openTeam();
    const begun = await json('POST', '/v1/imports', {
      token: team.manager.token,
      raw: 'email\na@um.example\n',
      headers: CSV,
    });
    expect((await send('GET', `/v1/imports/${begun.id}`, { token: team.marketer.token })).status).toBe(404);
    expect((await send('GET', `/v1/imports/${begun.id}`, { token: team.sdr.token })).status).toBe(403);
    const { imports } = await json('GET', '/v1/imports', { token: team.admin });
    expect(imports).toEqual([expect.objectContaining({ id: begun.id, state: 'done' })]);
    const late = await send('POST', `/v1/imports/${begun.id}/cancel`, { token: team.manager.token });
    expect(late.status).toBe(409);
    expect(await rows(team.workspaceId, 'select * from import_parts')).toEqual([]);
  });
});

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    [...text].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]),
  );
}
