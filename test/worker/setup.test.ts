import { expect, test } from 'vitest';
import { starterFor, STARTERS } from '../../shared/definitions/starters.ts';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { addLead, askForDemo, json, openWorkspace, send } from './api.ts';

const body = { workspace: 'Acme', language: 'en', admin: { name: 'Ada' } } as const;

test('[ACC4] without a setup token the answer says how to set one', async () => {
  const response = await send('POST', '/v1/setup', { token: 'anything', body });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('wrangler secret put SETUP_TOKEN');
});

test('[ACC4] a wrong setup token opens nothing and spends nothing', async () => {
  const setupToken = crypto.randomUUID();
  expect((await send('POST', '/v1/setup', { token: 'wrong', setupToken, body })).status).toBe(401);
  expect((await send('POST', '/v1/setup', { setupToken, body })).status).toBe(401);
  expect((await send('POST', '/v1/setup', { token: setupToken, setupToken, body })).status).toBe(201);
});

test('[ACC4] a setup token is good for one workspace', async () => {
  const setupToken = crypto.randomUUID();
  expect((await send('POST', '/v1/setup', { token: setupToken, setupToken, body })).status).toBe(201);
  const again = await send('POST', '/v1/setup', { token: setupToken, setupToken, body });
  expect(again.status).toBe(410);
});

test('[ACC4] two at once with one setup token: one workspace', async () => {
  const setupToken = crypto.randomUUID();
  const both = await Promise.all(
    [1, 2].map(() => send('POST', '/v1/setup', { token: setupToken, setupToken, body })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 410]);
});

test('[ACC4] a setup that is turned down gives the token back', async () => {
  const setupToken = crypto.randomUUID();
  const closed = { ...STARTERS.en.calendars['office'], week: {} };
  const definitions = { ...STARTERS.en, calendars: { office: closed } };
  const refused = await send('POST', '/v1/setup', {
    token: setupToken,
    setupToken,
    body: { ...body, definitions },
  });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/definitions/calendars/office/week' }] });
  expect((await send('POST', '/v1/setup', { token: setupToken, setupToken, body })).status).toBe(201);
});

test.each(LANGUAGES)('[DEF6] the starter of %s is published unsigned', async (language) => {
  const setupToken = crypto.randomUUID();
  const made = await json('POST', '/v1/setup', {
    token: setupToken,
    setupToken,
    body: { ...body, language },
  });
  const current = await json('GET', '/v1/definitions/current', { token: made.token });
  expect(current).toMatchObject({ version: 1, signed: false, definitions: { language } });
});

test('[TRI1] after setup the workspace is in trial: clocks run grey', async () => {
  const { admin, adminId } = await openWorkspace();
  const leadId = await addLead(admin, { owner: adminId });
  await askForDemo(admin, leadId);
  const { state } = await json('GET', `/v1/leads/${leadId}`, { token: admin });
  expect(state.trial).toBe(true);
  expect(state.clocks.length).toBeGreaterThan(0);
  expect(state.clocks.every(({ trial }: { trial: boolean }) => trial)).toBe(true);
});

test('[DEF6] a workspace begins with the starter agreement of its business', async () => {
  const setupToken = crypto.randomUUID();
  const clinic = { ...body, language: 'pt-BR', business: 'clinic' } as const;
  const { token } = await json('POST', '/v1/setup', { token: setupToken, setupToken, body: clinic });
  const { definitions } = await json('GET', '/v1/definitions/current', { token });
  expect(definitions).toEqual(starterFor('clinic', 'pt-BR'));
});

test('[ACC4] setup answers with the link that signs the admin’s browser in, once', async () => {
  const setupToken = crypto.randomUUID();
  const made = await json('POST', '/v1/setup', { token: setupToken, setupToken, body });
  const token = new URL(made.link).hash.slice(1);
  const accept = () => send('POST', '/v1/invites/accept', { body: { token } });
  const first = await accept();
  expect(first.status).toBe(200);
  expect(await first.json()).toMatchObject({ memberId: made.memberId, name: 'Ada' });
  expect((await accept()).status).toBe(410);
});
