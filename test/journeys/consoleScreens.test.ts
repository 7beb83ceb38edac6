/**
 * Every screen of the console's rooms with what may be open on it, as each person may meet it: in three
 * languages, light and dark, wide, on a phone, zoomed, in forced colours. Axe finds nothing, nothing
 * sticks out. The draft's forms and what stands before there is anything are in the walks beside this one.
 */
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Version } from '../../shared/definitions/version.ts';
import { SessionResponse } from '../../shared/protocol/proposals.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { leadOf, request, signIn } from '../support/api.ts';
import { openChromium, openConsole, openSample, type OpenSample } from '../support/console.ts';
import { press, walk, type Screen } from '../support/screens.ts';

const Added = z.object({ id: z.string() });

async function opened(sample: OpenSample, context: Parameters<typeof openSample>[0]) {
  const browser = await openChromium(context);
  const idOf = (role: string) => sample.members.find((one) => one.role === role)?.id ?? '';
  const openAs = async (role: string) => {
    const { page, complaints } = await openConsole(browser, sample.admin, {
      member: idOf(role),
      viewport: { width: 1280, height: 900 },
    });
    return {
      page,
      complaints,
      see: (screens: readonly Screen[]) => walk(page, sample.admin.origin, screens),
    };
  };
  return { idOf, openAs };
}

test('today, leads, their cards, my day and the closed loop', async (context) => {
  const sample = await openSample(context);
  const { admin, leads } = sample;
  const { openAs } = await opened(sample, context);
  const states = await Promise.all(Object.values(leads).map(async (id) => (await leadOf(admin, id)).state));
  const asked = states.find(({ handoffs }) => handoffs.at(-1) && handoffs.at(-1)?.answer === null);
  const nurtured = states.find(({ handoffs }) => handoffs.at(-1)?.answer?.answer === 'recycled');
  const text = 'They run three clinics; the form said one.';
  const marketer = sample.members.find(({ role }) => role === 'marketer')?.id ?? '';
  const handoff = nurtured?.handoffs.at(-1)?.id;
  await request(await signIn(admin, marketer), `POST /v1/handoffs/${handoff}/comment`, { body: { text } });
  const card = `leads/${asked?.leadId}`;
  const day = new Date(Date.now() - 2 * DAY_MS).toISOString().slice(0, 10);
  const behind = `leads?report=funnel&cell=${encodeURIComponent(JSON.stringify(['reached', 'all', null, 'mql']))}`;

  const sales = await openAs('manager');
  const inCard = (name: string | RegExp) => async (page: typeof sales.page) => {
    const dock = page.locator('.card .dock');
    await dock.getByRole('button', { name: 'More…' }).click();
    await dock.getByRole('button', { name }).first().click();
  };
  const found = [
    ...(await sales.see([
      {
        name: 'today',
        path: 'today',
        ready: '.chart svg',
        open: (page) => page.locator('.chart summary').first().click(),
      },
      { name: 'today-filtered', path: `today?source=referral&period=last90`, ready: '[data-figure=worked]' },
      { name: 'my-day', path: 'my-day', ready: '[data-group], .empty' },
      {
        name: 'leads-selected',
        path: 'leads',
        ready: '.lead-table .name',
        open: (page) => page.getByLabel('Select all that are listed').check(),
      },
      {
        name: 'leads-snooze',
        path: 'leads',
        ready: '.lead-table .name',
        open: async (page) => {
          await page.getByLabel('Select all that are listed').check();
          await press('Snooze')(page);
        },
      },
      { name: 'leads-none', path: 'leads?text=nobody-of-that-name', ready: '.empty' },
      {
        name: 'leads-release',
        path: 'leads?backlog=true',
        ready: '.empty, .lead-table',
        open: press(/^Release/),
      },
      { name: 'leads-behind', path: behind, ready: '.behind' },
      { name: 'card', path: card, ready: '.card .dock' },
      { name: 'card-call', path: card, ready: '.card .dock', open: press('Call') },
      { name: 'card-return', path: card, ready: '.card .dock', open: press('Return…') },
      {
        name: 'card-more',
        path: card,
        ready: '.card .dock',
        open: (page) => page.locator('.card .dock').getByRole('button', { name: 'More…' }).click(),
      },
      { name: 'card-assign', path: card, ready: '.card .dock', open: inCard('Give to…') },
      { name: 'card-propose', path: card, ready: '.card .dock', open: inCard('Propose a change…') },
      { name: 'card-recycled', path: `leads/${nurtured?.leadId}`, ready: '.card .dock' },
      { name: 'card-past', path: `${card}?at=${day}`, ready: '.card' },
      { name: 'card-gone', path: 'leads/nobody', ready: '.card-place .panel' },
      {
        name: 'loop',
        path: 'closed-loop?period=last90',
        ready: '.talk',
        open: (page) => page.locator('.chart summary').first().click(),
      },
      {
        name: 'loop-reply',
        path: 'closed-loop?period=last90&show=returned',
        ready: '.talk',
        open: press(/^Reply:/),
      },
      {
        name: 'loop-correct',
        path: 'closed-loop?period=last90&show=returned',
        ready: '.talk',
        open: press(/^Correct/),
      },
    ])),
  ];
  const marketing = await openAs('marketer');
  found.push(
    ...(await marketing.see([
      {
        name: 'loop-contest',
        path: 'closed-loop?period=last90&show=returned',
        ready: '.talk',
        open: press(/^Contest:/),
      },
      { name: 'today-marketer', path: 'today', ready: '.chart svg' },
    ])),
  );
  const rep = await openAs('sdr');
  found.push(...(await rep.see([{ name: 'my-day-sdr', path: 'my-day', ready: '[data-group]' }])));
  expect(found).toEqual([]);
}, 600_000);

test('the agreement, targets, proposals, sessions and the review', async (context) => {
  const sample = await openSample(context);
  const { admin, leads } = sample;
  const { openAs, idOf } = await opened(sample, context);
  const { definitions, version } = (await request(admin, 'GET /v1/definitions/current')) as Version;
  const [example = ''] = Object.values(leads);
  const propose = async (title: string, more: object) =>
    Added.parse(await request(admin, 'POST /v1/proposals', { body: { title, examples: [example], ...more } }))
      .id;
  const rule = definitions.scoring.groups[0]?.rules[0];
  await propose('Fewer points for students', {
    text: 'They ask for everything and buy nothing.',
    about: { kind: 'rule', id: rule?.id },
  });
  const decided = await propose('Meet on Tuesdays', { about: { kind: 'other' } });
  const heldOn = new Date().toISOString().slice(0, 10);
  const manager = idOf('manager');
  const { session } = SessionResponse.parse(
    await request(admin, 'POST /v1/sessions', { body: { kind: 'session', heldOn, referee: manager } }),
  );
  await request(admin, `POST /v1/sessions/${session.id}/decisions`, {
    body: {
      proposalId: decided,
      text: 'Mondays stay: half of sales travels on Tuesdays.',
      outcome: 'rejected',
      owner: manager,
      dueOn: heldOn,
      referee: manager,
    },
  });
  const held = SessionResponse.parse(
    await request(admin, 'POST /v1/sessions', { body: { kind: 'review', heldOn, referee: manager } }),
  ).session;
  await request(admin, `POST /v1/sessions/${held.id}/close`, { body: {} });
  const at = `agreement/sessions/${session.id}`;

  const { see } = await openAs('manager');
  const found = await see([
    { name: 'agreement', path: 'agreement', ready: 'article' },
    {
      name: 'agreement-changes',
      path: 'agreement',
      ready: 'article',
      open: async (page) => {
        const changes = page.locator(`[data-version="${version}"] details`);
        await changes.locator('summary').click();
        await changes.locator('.diff li').first().waitFor();
      },
    },
    { name: 'agreement-before', path: 'agreement?version=1', ready: 'article' },
    { name: 'targets', path: 'agreement/targets', ready: '[data-outcome=team]' },
    {
      name: 'targets-write',
      path: 'agreement/targets',
      ready: '[data-outcome=team]',
      open: press('Write these goals'),
    },
    { name: 'proposals', path: 'agreement/proposals', ready: '[data-proposal]' },
    { name: 'proposal', path: `agreement/proposals/${decided}`, ready: '[data-proposal]' },
    {
      name: 'propose',
      path: 'agreement/proposals?new=rule',
      ready: 'dialog[open]',
      open: (page) => page.locator('dialog select').nth(1).selectOption({ index: 1 }),
    },
    { name: 'sessions', path: 'agreement/sessions', ready: '[data-session]' },
    { name: 'session', path: at, ready: '.agenda' },
    { name: 'session-screen', path: `${at}?screen=0`, ready: '.screen-view' },
    { name: 'session-decide', path: at, ready: '.agenda', open: press('Write down what was decided') },
    { name: 'session-else', path: at, ready: '.agenda', open: press('Write down something else') },
    { name: 'session-people', path: at, ready: '.agenda', open: press('Who leads, who is there') },
    { name: 'session-close', path: at, ready: '.agenda', open: press('Close the session') },
    { name: 'minutes', path: `agreement/sessions/${held.id}`, ready: '.meeting' },
    {
      name: 'session-open',
      path: 'agreement/sessions',
      ready: '[data-session]',
      open: press('Open a session'),
    },
    { name: 'review', path: 'agreement/review', ready: '#weeks svg' },
  ]);
  expect(found).toEqual([]);
}, 600_000);

test('the team and the connections, each part and each form', async (context) => {
  const sample = await openSample(context);
  const { admin } = sample;
  const { openAs, idOf } = await opened(sample, context);
  const now = Date.now();
  const gone = sample.members.find(({ name }) => name === 'Camila')?.id;
  await request(admin, `PATCH /v1/members/${gone}`, { body: { active: false } });
  const away = { memberId: idOf('sdr'), until: now + 3 * DAY_MS, reason: 'Jury duty' };
  await request(admin, 'POST /v1/absences', { body: away });
  await request(admin, 'POST /v1/closures', {
    body: { start: now - HOUR_MS, end: now + 4 * DAY_MS, reason: 'The street is under water' },
  });
  const mapping = { emails: ['/email'] };
  const hook = Added.parse(
    await request(admin, 'POST /v1/hooks', { body: { label: 'Website', kind: 'form', mapping } }),
  );
  await request(admin, `POST /v1/hooks/${hook.id}/try`, { body: { body: { email: 'eva@form.example' } } });
  await request(admin, 'POST /v1/subscriptions', {
    body: { label: 'Warehouse', url: 'https://warehouse.example/events', events: ['handoff.opened'] },
  });
  const rows = 'email,name\neva@file.example,Eva\nno address,Nobody\n';
  const { page, see } = await openAs('admin');
  const file = { name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
  const choose = async (on: typeof page) => {
    await on.getByLabel('File', { exact: true }).setInputFiles(file);
    await on.getByText('What the columns of leads.csv mean').waitFor();
  };
  await page.goto(`${admin.origin}/console/connections`);
  await choose(page);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('1 row was not taken').waitFor();

  const found = await see([
    { name: 'people', path: 'team', ready: 'table', open: (on) => on.getByLabel('Show who left').check() },
    {
      name: 'person',
      path: 'team',
      ready: 'table',
      open: async (on) => {
        await press('Add a person')(on);
        await on.getByRole('checkbox', { name: 'Own hours' }).check();
      },
    },
    {
      name: 'person-wrong',
      path: 'team',
      ready: 'table',
      open: async (on) => {
        await press('Change Ana')(on);
        await on.getByRole('checkbox', { name: 'Own hours' }).check();
        await on.getByLabel('Time zone').fill('Mars/Olympus');
        await press('Save')(on);
        await on.getByRole('alert').first().waitFor();
      },
    },
    { name: 'invite', path: 'team', ready: 'table', open: press('Invite link for Ana') },
    { name: 'teams', path: 'team/teams', ready: 'table' },
    { name: 'team', path: 'team/teams', ready: 'table', open: press('Add a team') },
    { name: 'absences', path: 'team/absences', ready: '.entries li' },
    { name: 'absence', path: 'team/absences', ready: '.entries li', open: press('Somebody is away') },
    { name: 'closures', path: 'team/closures', ready: '.entries li' },
    { name: 'closure', path: 'team/closures', ready: '.entries li', open: press('Declare closed') },
    { name: 'devices', path: 'team/devices', ready: 'table', open: press('Make a new address') },
    {
      name: 'imports',
      path: 'connections',
      ready: '.entries li',
      open: async (on) => {
        await choose(on);
        await on.getByText('1 row was not taken').first().click();
      },
    },
    { name: 'systems', path: 'connections/systems', ready: '.panel' },
    {
      name: 'incoming',
      path: 'connections/incoming',
      ready: '.entries li',
      open: async (on) => {
        for (const summary of await on.locator('.entries summary').all()) await summary.click();
        await press('Try it')(on);
        await on.getByText('It would do').waitFor();
      },
    },
    {
      name: 'incoming-form',
      path: 'connections/incoming',
      ready: '.entries li',
      open: async (on) => {
        await press('Make an address')(on);
        await press('One more field')(on);
      },
    },
    {
      name: 'incoming-made',
      path: 'connections/incoming',
      ready: '.entries li',
      open: async (on) => {
        await press('Make an address')(on);
        await on.getByLabel('Name', { exact: true }).fill('Fair');
        await on.getByLabel('From', { exact: true }).selectOption('standard');
        await press('Make the address')(on);
        await on.getByLabel('Address to post to').waitFor();
      },
    },
    {
      name: 'outgoing',
      path: 'connections/outgoing',
      ready: '.entries li',
      open: async (on) => {
        for (const summary of await on.locator('.entries summary').all()) await summary.click();
      },
    },
    { name: 'outgoing-form', path: 'connections/outgoing', ready: '.entries li', open: press('Send events') },
    {
      name: 'records',
      path: 'connections/records',
      ready: '.figures',
    },
    {
      name: 'erase',
      path: 'connections/records',
      ready: '.figures',
      open: async (on) => {
        await on.getByLabel('E-mail').fill('eva@file.example');
        await press('Erase it')(on);
      },
    },
    { name: 'audit', path: 'connections/audit', ready: 'table, .entries li, .panel li' },
  ]);
  expect(found).toEqual([]);
}, 600_000);
