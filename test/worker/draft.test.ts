import { describe, expect, test } from 'vitest';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { STARTERS } from '../../shared/definitions/starters.ts';
import type { Described } from '../../shared/protocol/definitions.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { addLead, addPerson, json, MONDAY, openTeam, openWorkspace, publishSigned, send } from './api.ts';
import { Device } from './outbox.ts';

const save = (token: string, definitions: unknown, headers = {}) =>
  json('PUT', '/v1/definitions/draft', { token, body: { definitions }, headers });
const titled = (title: string): Definitions => ({ ...STARTERS.en, title });

describe('[DEF1] a draft', () => {
  test('is judged whole, with pointers, codes and what was probably meant, in the asked language', async () => {
    const { admin } = await openWorkspace();
    const { stages } = STARTERS.en;
    const wrong = { ...STARTERS.en, workspaceCalendar: 'ofice', stages: [...stages, { id: 'x' }] };
    const judged = await json('POST', '/v1/definitions/draft/validate', { token: admin, body: wrong });
    expect(judged.ok).toBe(false);
    const found = judged.problems.map(({ pointer }: { pointer: string }) => pointer);
    expect(found).toEqual(expect.arrayContaining(['/workspaceCalendar', `/stages/${stages.length}/label`]));
    const calendar = judged.problems.find(
      ({ pointer }: { pointer: string }) => pointer === '/workspaceCalendar',
    );
    expect(calendar).toMatchObject({ severity: 'error', suggestion: 'office', code: expect.any(String) });
    const path = '/v1/definitions/draft/validate?language=pt-BR';
    const said = await json('POST', path, { token: admin, body: wrong });
    expect(said.problems.map(({ code }: { code: string }) => code)).toEqual(
      judged.problems.map(({ code }: { code: string }) => code),
    );
    expect(said.problems[0].message).not.toBe(judged.problems[0].message);
  });

  test('may be anything at all while it is judged', async () => {
    const { admin } = await openWorkspace();
    for (const body of [null, 7, 'x', [], {}, { stages: 'none' }]) {
      const judged = await json('POST', '/v1/definitions/draft/validate', { token: admin, body });
      expect(judged).toMatchObject({ ok: false, problems: expect.any(Array) });
    }
    const whole = await json('POST', '/v1/definitions/draft/validate', { token: admin, body: STARTERS.en });
    expect(whole.ok).toBe(true);
  });

  test('is judged for whoever may write one only', async () => {
    const workspace = await openWorkspace();
    const sdr = await addPerson(workspace);
    const asked = await send('POST', '/v1/definitions/draft/validate', { token: sdr.token, body: {} });
    expect(asked.status).toBe(403);
  });

  test('saved in vain shows both sides: theirs with its hash, to save on top of', async () => {
    const { admin, adminId } = await openWorkspace();
    const { hash } = await save(admin, titled('First'));
    const theirs = await save(admin, titled('Theirs'), { 'If-Match': `"${hash}"` });
    const stale = await save(admin, titled('Mine'), { 'If-Match': `"${hash}"` });
    expect(stale).toMatchObject({
      status: 412,
      theirs: { hash: theirs.hash, author: adminId, definitions: { title: 'Theirs' } },
    });
    const merged = await save(admin, titled('Both'), { 'If-Match': `"${stale.theirs.hash}"` });
    expect(merged.definitions.title).toBe('Both');
  });
});

describe('[DEF3] rolling back', () => {
  test('makes an older body the draft, and publishing it a new version', async () => {
    const { admin } = await openWorkspace();
    const publish = (title: string) =>
      json('POST', '/v1/definitions', { token: admin, body: { definitions: titled(title), note: '' } });
    await publish('Second');
    await publish('Third');
    const draft = await json('POST', '/v1/definitions/draft', { token: admin, body: { version: 2 } });
    expect(draft.definitions.title).toBe('Second');
    const body = { note: 'back to the second' };
    const back = await json('POST', '/v1/definitions/draft/publish', { token: admin, body });
    expect(back).toMatchObject({ version: 4, hash: draft.hash });
    const current = await json('GET', '/v1/definitions/current', { token: admin });
    expect(current).toMatchObject({ version: 4, definitions: { title: 'Second' } });
    const second = await json('GET', '/v1/definitions/2', { token: admin });
    expect(second.definitions).toEqual(current.definitions);
  });

  test('to a version nobody published is refused, as is one on a draft that moved on', async () => {
    const { admin } = await openWorkspace();
    const from = (version: number, headers = {}) =>
      json('POST', '/v1/definitions/draft', { token: admin, body: { version }, headers });
    expect(await from(9)).toMatchObject({ status: 404, errors: [{ pointer: '/version' }] });
    await save(admin, titled('Theirs'));
    expect(await from(1, { 'If-Match': '"stale"' })).toMatchObject({ status: 412 });
  });

  test('a scheduled version gives way to another for the same instant', async () => {
    const { admin } = await openWorkspace();
    const effectiveAt = MONDAY + DAY_MS;
    const publish = (title: string, at: number) =>
      json('POST', '/v1/definitions', {
        token: admin,
        body: { definitions: titled(title), note: '', effectiveAt: at },
      });
    await publish('Scheduled', effectiveAt);
    expect(await publish('Too soon', effectiveAt - HOUR_MS)).toMatchObject({ status: 409 });
    expect(await publish('Instead', effectiveAt)).toMatchObject({ version: 3 });
    const current = (now: number) => json('GET', '/v1/definitions/current', { token: admin, now });
    expect((await current(effectiveAt - 1)).version).toBe(1);
    expect((await current(effectiveAt)).definitions.title).toBe('Instead');
  });
});

describe('[DEF2] the difference', () => {
  test('is told in words and as a list, between versions and with the draft', async () => {
    const { admin } = await openWorkspace();
    const changed = { ...STARTERS.en, handoff: { ...STARTERS.en.handoff, contestWithinDays: 7 } };
    await save(admin, changed);
    const diff = await json('GET', '/v1/definitions/diff', { token: admin });
    expect(diff).toMatchObject({
      from: 'current',
      to: 'draft',
      sentences: [{ kind: 'changed', pointer: '/handoff/contestWithinDays' }],
      changes: [{ kind: 'changed', before: STARTERS.en.handoff.contestWithinDays, after: 7 }],
    });
    const said = await json('GET', '/v1/definitions/diff?language=es', { token: admin });
    expect(said.sentences[0].sentence).not.toBe(diff.sentences[0].sentence);
    await json('POST', '/v1/definitions/draft/publish', { token: admin, body: { note: '' } });
    const versions = await json('GET', '/v1/definitions/diff?from=1&to=2', { token: admin });
    expect(versions.sentences).toEqual(diff.sentences);
    const back = await json('GET', '/v1/definitions/diff?from=2&to=1', { token: admin });
    expect(back.changes).toMatchObject([{ before: 7 }]);
  });

  test('calls people by their names, as the agreement does not', async () => {
    const { admin, adminId } = await openWorkspace();
    const handoff = { ...STARTERS.en.handoff, referee: adminId };
    await save(admin, { ...STARTERS.en, handoff, signers: [{ member: adminId, side: 'marketing' }] });
    const { sentences } = await json('GET', '/v1/definitions/diff', { token: admin });
    const told = JSON.stringify(sentences.map(({ sentence, where }: Described) => [sentence, where]));
    expect(told).not.toContain(adminId);
    expect(told).toContain('Ada (');
  });

  test('with what is not there is refused', async () => {
    const { admin } = await openWorkspace();
    const ask = (query: string) => json('GET', `/v1/definitions/diff?${query}`, { token: admin });
    expect(await ask('from=1&to=draft')).toMatchObject({ status: 404, errors: [{ pointer: '/to' }] });
    expect(await ask('from=8&to=1')).toMatchObject({ status: 404, errors: [{ pointer: '/from' }] });
    expect(await ask('from=one&to=1')).toMatchObject({ status: 422 });
  });
});

test('[DEF7] uses of materials are counted, by persona and material, unused ones too', async () => {
  const [persona, ...rest] = STARTERS.en.personas;
  if (!persona) throw new Error('the starter has personas');
  const materials = [
    { id: 'case', title: 'Case study', link: 'https://example.org/case' },
    { id: 'price', title: 'Prices', link: 'https://example.org/price' },
  ];
  const team = await openTeam(MONDAY, (body) => ({
    ...body,
    personas: [{ ...persona, materials }, ...rest],
  }));
  const device = new Device(team.sdr.token);
  for (const owner of [team.sdr.id, team.sdr.id]) {
    const leadId = await addLead(team.admin, { owner });
    await device.give('material.use', { leadId, persona: persona.id, material: 'case' });
    await device.give('material.use', { leadId, persona: persona.id, material: 'case' });
  }
  const counted = await json('GET', '/v1/definitions/materials', { token: team.admin });
  expect(counted.materials).toEqual(
    expect.arrayContaining([
      { persona: persona.id, material: 'case', title: 'Case study', uses: 4, leads: 2, lastAt: MONDAY },
      { persona: persona.id, material: 'price', title: 'Prices', uses: 0, leads: 0, lastAt: null },
    ]),
  );
  await publishSigned(team.admin, [team.marketer.token, team.manager.token], {
    ...STARTERS.en,
    signers: (await json('GET', '/v1/definitions/current', { token: team.admin })).definitions.signers,
  });
  const later = await json('GET', '/v1/definitions/materials', { token: team.admin });
  expect(later.materials).toContainEqual(
    expect.objectContaining({ persona: persona.id, material: 'case', title: null, uses: 4 }),
  );
});
