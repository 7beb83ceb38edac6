import { describe, expect, test } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, addPerson, askForDemo, json, MONDAY, openWorkspace, publishSigned, send } from './api.ts';

async function twoSides() {
  const workspace = await openWorkspace();
  const marketer = await addPerson(workspace, { name: 'Mia', role: 'marketer', side: 'marketing' });
  const seller = await addPerson(workspace, { name: 'Sam', role: 'sdr', side: 'sales' });
  const definitions: Definitions = {
    ...STARTERS.en,
    signers: [
      { side: 'marketing', member: marketer.id },
      { side: 'sales', member: seller.id },
    ],
  };
  const save = (body: Definitions, headers = {}) =>
    json('PUT', '/v1/definitions/draft', { token: workspace.admin, body: { definitions: body }, headers });
  const sign = (token: string, hash: string) =>
    json('POST', '/v1/definitions/draft/sign', { token, body: { hash } });
  const publish = (more = {}) =>
    json('POST', '/v1/definitions/draft/publish', { token: workspace.admin, body: { note: 'x', ...more } });
  return { ...workspace, marketer, seller, definitions, save, sign, publish };
}

describe('[DEF4] signatures', () => {
  test('of both sides make the version signed', async () => {
    const { admin, marketer, seller, definitions, save, sign, publish } = await twoSides();
    const { hash } = await save(definitions);
    expect(await sign(marketer.token, hash)).toMatchObject({ complete: false });
    expect(await sign(seller.token, hash)).toMatchObject({ complete: true });
    expect(await publish()).toMatchObject({ version: 2, signed: true, hash });
    const current = await json('GET', '/v1/definitions/current', { token: admin });
    expect(current.signatures).toEqual([
      { side: 'marketing', member: marketer.id, at: MONDAY, hash },
      { side: 'sales', member: seller.id, at: MONDAY, hash },
    ]);
  });

  test('of one side do not', async () => {
    const { marketer, definitions, save, sign, publish } = await twoSides();
    const { hash } = await save(definitions);
    await sign(marketer.token, hash);
    expect(await publish()).toMatchObject({ version: 2, signed: false });
  });

  test('are voided by any change, and kept when the same is saved again', async () => {
    const { marketer, definitions, save, sign } = await twoSides();
    const { hash } = await save(definitions);
    await sign(marketer.token, hash);
    expect((await save(definitions)).signatures).toHaveLength(1);
    const changed = await save({ ...definitions, title: 'Other words' }, { 'If-Match': '*' });
    expect(changed.signatures).toEqual([]);
  });

  test('cover the body that was read, not one saved meanwhile', async () => {
    const { marketer, definitions, save, sign } = await twoSides();
    const { hash } = await save(definitions);
    await save({ ...definitions, title: 'Other words' }, { 'If-Match': '*' });
    expect(await sign(marketer.token, hash)).toMatchObject({ status: 409 });
  });

  test('are given by whom the draft names, and nobody else', async () => {
    const { admin, definitions, save, sign } = await twoSides();
    const { hash } = await save(definitions);
    expect(await sign(admin, hash)).toMatchObject({ status: 403, errors: [{ pointer: '/signers' }] });
  });

  test('of a body do not depend on the order it is written in', async () => {
    const { definitions, save } = await twoSides();
    const { hash } = await save(definitions);
    const turned = Object.fromEntries(Object.entries(definitions).toReversed()) as Definitions;
    expect((await save(turned)).hash).toBe(hash);
  });
});

describe('[DEF1] the draft', () => {
  test('a stale save is refused', async () => {
    const { definitions, save } = await twoSides();
    const { hash } = await save(definitions);
    await save({ ...definitions, title: 'Theirs' }, { 'If-Match': `"${hash}"` });
    const stale = await save({ ...definitions, title: 'Mine' }, { 'If-Match': `"${hash}"` });
    expect(stale).toMatchObject({ status: 412 });
  });

  test('says everything that would keep it from being published, at once', async () => {
    const { definitions, save, publish } = await twoSides();
    const wrong = {
      ...definitions,
      workspaceCalendar: 'none',
      handoff: { ...definitions.handoff, stage: 'nowhere' },
    };
    const { faults } = await save(wrong);
    expect(faults.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/definitions/handoff/stage',
      '/definitions/workspaceCalendar',
    ]);
    expect(await publish()).toMatchObject({ status: 422, errors: faults });
  });
});

describe('[DEF3] versions', () => {
  test('are numbered, immutable, and one may take effect later', async () => {
    const { admin, definitions, publish, save } = await twoSides();
    await save(definitions);
    const effectiveAt = MONDAY + DAY_MS;
    expect(await publish({ effectiveAt })).toMatchObject({ version: 2, effectiveAt });
    const current = (now: number) => json('GET', '/v1/definitions/current', { token: admin, now });
    expect(await current(effectiveAt - 1)).toMatchObject({ version: 1 });
    expect(await current(effectiveAt)).toMatchObject({ version: 2 });
    const { versions } = await json('GET', '/v1/definitions', { token: admin });
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect(await json('GET', '/v1/definitions/1', { token: admin })).toMatchObject({ version: 1 });
    expect((await send('GET', '/v1/definitions/9', { token: admin })).status).toBe(404);
  });

  test('one does not slip in before one already agreed for later', async () => {
    const { admin, definitions, publish, save } = await twoSides();
    await save(definitions);
    await publish({ effectiveAt: MONDAY + DAY_MS });
    const body = { definitions: STARTERS.en, note: '' };
    expect(await json('POST', '/v1/definitions', { token: admin, body })).toMatchObject({ status: 409 });
  });
});

describe('[TRI1] trial', () => {
  test('unsigned versions are published until the first signed one takes effect', async () => {
    const { admin, marketer, seller, definitions } = await twoSides();
    const unsigned = (now: number, title: string) =>
      json('POST', '/v1/definitions', {
        token: admin,
        body: { definitions: { ...definitions, title }, note: '' },
        now,
      });
    expect(await unsigned(MONDAY, 'one')).toMatchObject({ version: 2, signed: false });
    await publishSigned(admin, [marketer.token, seller.token], definitions, MONDAY + HOUR_MS);
    expect(await unsigned(MONDAY + 2 * HOUR_MS, 'two')).toMatchObject({ status: 409 });
  });

  test('what began in trial never breaches: its leads become backlog', async () => {
    const { admin, adminId, marketer, seller, definitions } = await twoSides();
    const leadId = await addLead(admin, { owner: adminId });
    await askForDemo(admin, leadId);
    await publishSigned(admin, [marketer.token, seller.token], definitions, MONDAY + HOUR_MS);
    const later = MONDAY + 10 * DAY_MS;
    const { state } = await json('GET', `/v1/leads/${leadId}`, { token: admin, now: later });
    expect(state).toMatchObject({ trial: false, backlog: true });
    const { facts } = await json('GET', `/v1/leads/${leadId}/facts`, { token: admin, now: later });
    expect(facts.some(({ kind }: { kind: string }) => kind === 'clock.breached')).toBe(false);
  });
});

test('[CAL3] a version carries its calendars compiled, one year back to three ahead', async () => {
  const { admin } = await openWorkspace();
  const { calendars } = await json('GET', '/v1/definitions/current', { token: admin });
  const { from, to, periods, generation } = calendars.office;
  expect(generation).toBe(1);
  expect(from).toBeLessThanOrEqual(MONDAY - 365 * DAY_MS);
  expect(to).toBeGreaterThanOrEqual(MONDAY + 3 * 365 * DAY_MS);
  expect(periods.some(({ on }: { on: string }) => on === '2026-03-02')).toBe(true);
});

test('the schema of definitions is there for whoever writes one', async () => {
  const schema = await json('GET', '/v1/definitions/schema.json');
  expect(schema.required).toEqual(expect.arrayContaining(['stages', 'policies', 'calendars']));
  const { paths } = await json('GET', '/v1/openapi.json');
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/v1/leads', '/v1/sync/push', '/v1/leads/{id}']),
  );
});

describe('[DEF1] [PRD1] what comes in wrong', () => {
  test('is told field by field, with what was probably meant', async () => {
    const { definitions, save } = await twoSides();
    const [first, ...rest] = definitions.segments;
    const misspelt = { ...first, when: { field: 'industri', is: 'health' } };
    const { faults } = await save({ ...definitions, segments: [misspelt, ...rest] } as Definitions);
    expect(faults).toMatchObject([
      { pointer: '/definitions/segments/0/when/field', detail: expect.stringContaining('industry') },
    ]);
  });

  test('never overruns the worker, however deep it nests', async () => {
    const { admin, definitions } = await twoSides();
    let when: unknown = { field: 'industry', is: 'health' };
    for (let depth = 0; depth < 20_000; depth += 1) when = { not: when };
    const segments = [{ id: 'deep', label: 'Deep', when }];
    const body = { definitions: { ...definitions, segments }, note: '' };
    expect(await json('POST', '/v1/definitions', { token: admin, body })).toMatchObject({ status: 422 });
  });
});
