/** Files that say what became of a lead's deal: what a first agreement learns from, out of a spreadsheet. */
import { describe, expect, test } from 'vitest';
import { json, MONDAY, openTeam, type Team } from './api.ts';
import { rows } from './database.ts';

const NOW = MONDAY;

async function imported(team: Team, text: string, query: Readonly<Record<string, string>> = {}) {
  const path = `/v1/imports?${new URLSearchParams(query)}`;
  const { token } = team.marketer;
  const begun = await json('POST', path, {
    token,
    raw: text,
    headers: { 'Content-Type': 'text/csv' },
    now: NOW,
  });
  return json('GET', `/v1/imports/${begun.id}`, { token, now: NOW });
}

async function dealsOf(team: Team) {
  const facts = await rows<{ body: string }>(
    team.workspaceId,
    `select body from facts where kind = 'deal.changed' order by id`,
  );
  return facts.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
}

describe('[TGT1] deals in a file', () => {
  test('as a CRM of Brazil exports them: outcome, worth and the day it closed', async () => {
    const team = await openTeam();
    const text = [
      'E-mail;Status do negócio;Valor do negócio;Moeda;Data de fechamento',
      'um@um.example;Ganho;"1.200,50";BRL;25/02/2026',
      'dois@um.example;PERDIDO;;;13/02/2026',
      'tres@um.example;Em aberto;900;;',
      'quatro@um.example;;500;;',
    ].join('\n');
    const outcome = await imported(team, text);
    expect(outcome).toMatchObject({ state: 'done', created: 4, failed: 0 });
    expect(outcome.mapping).toMatchObject({
      'Status do negócio': 'deal:outcome',
      'Valor do negócio': 'deal:amount',
      'Data de fechamento': 'deal:closedOn',
    });
    const deals = await dealsOf(team);
    expect(deals).toHaveLength(3);
    expect(deals).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ outcome: 'won', amount: 1_200.5, currency: 'BRL', closedOn: '2026-02-25' }),
        expect.objectContaining({ outcome: 'lost', amount: 0, closedOn: '2026-02-13' }),
        expect.objectContaining({ outcome: 'open', amount: 900 }),
      ]),
    );
    // Who has no outcome was never sold to: an amount alone is no deal.
    expect((await imported(team, text)).facts).toBe(0);
    expect(await dealsOf(team)).toHaveLength(3);
  });

  test('a status of the lead is not taken for the deal’s; a word nobody knows is that row’s fault', async () => {
    const team = await openTeam();
    const guessed = await imported(team, 'email,status\na@b.example,New\nc@b.example,Working\n');
    expect(guessed.mapping).toEqual({ email: 'email' });
    const mapping = JSON.stringify({ email: 'email', status: 'deal:outcome' });
    const said = await imported(team, 'email,status\nd@b.example,Closed won\ne@b.example,Working\n', {
      mapping,
    });
    expect(said).toMatchObject({ created: 1, failed: 1 });
    expect(said.errors).toEqual([
      {
        line: 3,
        field: 'status',
        detail: 'this column says won, lost or open',
        reason: { code: 'no_outcome' },
      },
    ]);
  });

  test('a deal told anew by a later file is the same deal, as it stands now', async () => {
    const team = await openTeam();
    await imported(team, 'email,deal status,deal id\na@b.example,open,D-1\n');
    await imported(team, 'email,deal status,deal id\na@b.example,won,D-1\n');
    expect(await dealsOf(team)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ dealId: 'D-1', outcome: 'open' }),
        expect.objectContaining({ dealId: 'D-1', outcome: 'won' }),
      ]),
    );
    const evidence = await json('GET', '/v1/first-week/evidence', { token: team.marketer.token, now: NOW });
    expect(JSON.stringify(evidence)).toContain('"won":1');
  });
});
