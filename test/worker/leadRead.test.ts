import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, send } from './api.ts';

describe('[STG5] a lead as it was', () => {
  async function lived() {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { fields: { name: 'Ana' }, owner: team.sdr.id });
    await askForDemo(team.admin, leadId, MONDAY + HOUR_MS);
    // Told two days late: they had called on Monday.
    const attempt = {
      leadId,
      channel: 'call',
      outcome: 'connected',
      at: MONDAY + 2 * HOUR_MS,
      by: team.sdr.id,
    };
    const now = MONDAY + 2 * DAY_MS;
    await json('POST', '/v1/attempts', { token: team.admin, body: { attempts: [attempt] }, now });
    const at = (query: string) => json('GET', `/v1/leads/${leadId}?${query}`, { token: team.admin, now });
    return { ...team, leadId, at };
  }

  test('by an instant: before the hand-off and after it', async () => {
    const { at } = await lived();
    expect((await at(`at=${MONDAY}`)).state).toMatchObject({ stage: { id: 'lead' }, handoffs: [] });
    expect((await at(`at=${MONDAY + HOUR_MS}`)).state).toMatchObject({ stage: { id: 'mql' } });
    const iso = new Date(MONDAY + HOUR_MS).toISOString();
    expect((await at(`at=${iso}`)).state.evaluatedAt).toBe(MONDAY + HOUR_MS);
  });

  test('by a date: its end in the workspace calendar', async () => {
    const { at } = await lived();
    const { state } = await at('at=2026-03-02');
    // Midnight in New York, where the starter keeps its hours.
    expect(state.evaluatedAt).toBe(Date.parse('2026-03-03T05:00:00Z') - 1);
  });

  test('as known then, and as known now', async () => {
    const { at } = await lived();
    const day = MONDAY + 5 * HOUR_MS;
    expect((await at(`at=${day}`)).state.attempts).toEqual([]);
    expect((await at(`at=${day}&known=then`)).state.attempts).toEqual([]);
    expect((await at(`at=${day}&known=now`)).state.attempts).toHaveLength(1);
  });

  test('before anybody knew of it there was no lead; ahead of now nobody knows', async () => {
    const { at, leadId, admin } = await lived();
    expect(await at(`at=${MONDAY - DAY_MS}`)).toMatchObject({ status: 404 });
    const ahead = await send('GET', `/v1/leads/${leadId}?at=${MONDAY + DAY_MS}`, { token: admin });
    expect(ahead.status).toBe(400);
    const date = await send('GET', `/v1/leads/${leadId}?at=2026-03-03`, { token: admin });
    expect(date.status).toBe(400);
  });
});

test('[PRD4] criteria explain themselves on demand', async () => {
  const { admin } = await openTeam();
  const leadId = await addLead(admin, { fields: { seniority: 'chief' } });
  const plain = await json('GET', `/v1/leads/${leadId}`, { token: admin });
  expect(plain).not.toHaveProperty('explanation');
  const { explanation } = await json('GET', `/v1/leads/${leadId}?explain=next`, { token: admin });
  expect(explanation).toHaveLength(1);
  expect(explanation[0]).toMatchObject({ tree: { verdict: expect.stringMatching(/^(?:unmet|unknown)$/) } });
  for (const kind of ['stages', 'segments', 'personas', 'exclusions', 'routes', 'policies']) {
    const answer = await json('GET', `/v1/leads/${leadId}?explain=${kind}`, { token: admin });
    expect(Array.isArray(answer.explanation), kind).toBe(true);
  }
  expect(await json('GET', `/v1/leads/${leadId}?explain=everything`, { token: admin })).toMatchObject({
    status: 422,
    errors: [{ pointer: '/explain' }],
  });
});

describe('[PRD5] what a form may ask next', () => {
  const ask = async (token: string, leadId: string) =>
    json('GET', `/v1/leads/${leadId}/next-fields`, { token });

  test('what is not known, with the agreement’s own question and choices', async () => {
    const { admin } = await openTeam();
    const leadId = await addLead(admin);
    const { stage, fields } = await ask(admin, leadId);
    expect(stage).toBe('mql');
    const ids = fields.map(({ id }: { id: string }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    for (const field of fields) expect(field.label).not.toBe('');
    const [first] = ids;
    const value = { text: 'x', number: 5, boolean: true, date: '2026-03-02' };
    const kind: keyof typeof value | 'choice' = fields[0].type;
    const known = kind === 'choice' ? fields[0].choices[0].id : value[kind];
    await json('POST', `/v1/leads/${leadId}/field`, { token: admin, body: { field: first, value: known } });
    const after = await ask(admin, leadId);
    expect(after.fields.map(({ id }: { id: string }) => id)).not.toContain(first);
  });

  test('[ACC1] nobody’s lead and a colleague’s answer alike', async () => {
    const { admin, sdr, colleague } = await openTeam();
    const leadId = await addLead(admin, { owner: colleague.id });
    expect(await ask(sdr.token, leadId)).toEqual(await ask(sdr.token, 'unknown'));
  });
});

test('facts come in pages', async () => {
  const { admin, sdr } = await openTeam();
  const leadId = await addLead(admin, { owner: sdr.id });
  await askForDemo(admin, leadId);
  const whole = await json('GET', `/v1/leads/${leadId}/facts`, { token: admin });
  expect(whole.cursor).toBeNull();
  const seen: unknown[] = [];
  let cursor = '';
  for (;;) {
    const page = await json('GET', `/v1/leads/${leadId}/facts?limit=2${cursor}`, { token: admin });
    expect(page.facts.length).toBeLessThanOrEqual(2);
    seen.push(...page.facts);
    if (page.cursor === null) break;
    cursor = `&cursor=${page.cursor}`;
  }
  expect(seen).toEqual(whole.facts);
  expect(await json('GET', `/v1/leads/${leadId}/facts?cursor=x`, { token: admin })).toMatchObject({
    status: 400,
  });
});
