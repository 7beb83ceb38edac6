import { expect, test } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import type { AuditEntry, AuditResponse } from '../../shared/protocol/audit.ts';
import { addPerson, json, MONDAY, openTeam, openWorkspace, send } from './api.ts';

const read = (token: string, query = ''): Promise<AuditResponse> =>
  json('GET', `/v1/audit${query}`, { token });
const actions = (entries: readonly AuditEntry[]) => entries.map(({ action }) => action);

test('[PRI5] every act on the workspace is on record, newest first, with who did it', async () => {
  const team = await openTeam();
  const { entries } = await read(team.admin);
  expect(actions(entries).slice(0, 4)).toEqual([
    'definitions.published',
    'draft.signed',
    'draft.signed',
    'draft.saved',
  ]);
  expect(entries.slice(0, 4).map(({ by }) => by)).toEqual([
    team.adminId,
    team.manager.id,
    team.marketer.id,
    team.adminId,
  ]);
  const added = entries.find(({ action, subject }) => action === 'member.added' && subject === team.sdr.id);
  expect(added?.at).toBe(MONDAY - HOUR_MS);
  expect(new Set(actions(entries))).toEqual(
    new Set([
      'definitions.published',
      'draft.saved',
      'draft.signed',
      'device.signedIn',
      'invite.made',
      'member.added',
      'workspace.setUp',
    ]),
  );
});

test('[PRI5] no name, address or secret is in the record', async () => {
  const workspace = await openWorkspace();
  await addPerson(workspace, { name: 'Valentina Personal' });
  const text = JSON.stringify(await read(workspace.admin));
  expect(text).toContain('member.added');
  expect(text).not.toContain('Valentina');
  expect(text).not.toMatch(/cmb[a-z]?_/);
});

test('the record is read page by page and by action, member, subject and period', async () => {
  const team = await openTeam();
  const whole = (await read(team.admin)).entries;
  const paged: AuditEntry[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: AuditResponse = await read(team.admin, `?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
    expect(page.entries.length).toBeLessThanOrEqual(3);
    paged.push(...page.entries);
    cursor = page.cursor;
  }
  expect(paged).toEqual(whole);

  const some = async (query: string) => actions((await read(team.admin, query)).entries);
  expect(new Set(await some('?action=draft'))).toEqual(new Set(['draft.saved', 'draft.signed']));
  expect(new Set(await some('?action=draft.signed'))).toEqual(new Set(['draft.signed']));
  expect(await some(`?member=${team.manager.id}&action=draft`)).toEqual(['draft.signed']);
  expect(await some(`?subject=${team.sdr.id}`)).toEqual(['invite.made', 'member.added']);
  expect(await some(`?from=${MONDAY}`)).toEqual([]);
  expect((await some(`?to=${MONDAY}`)).length).toBeGreaterThan(0);
});

test.each(['cursor=x', 'cursor=IjEi', 'action=a.b.c', 'limit=0', 'from=today'])(
  '[ACC6] a query that makes no sense is turned down: %s',
  async (query) => {
    const { admin } = await openWorkspace();
    const response = await send('GET', `/v1/audit?${query}`, { token: admin });
    expect([400, 422]).toContain(response.status);
  },
);
