/** The first week in real Chromium: an empty workspace, an import, twelve answers, both signatures, in force. */
import type { Page } from '@playwright/test';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import * as z from 'zod';
import { Definitions } from '../../shared/definitions/definitions.ts';
import { QUESTIONS } from '../../shared/definitions/propose/answers.ts';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { firstWeekWords } from '../../shared/messages/firstWeek/index.ts';
import { firstWeekLink } from '../../shared/messages/firstWeek/link.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { type Api, request, setUp } from '../support/api.ts';
import { lookAt, openChromium, openConsole, settled, speak } from '../support/console.ts';
import { eventually, needsBrowser, temporaryFolder } from '../support/journey.ts';
import { startWorker } from '../support/worker.ts';

const SETUP_TOKEN = 'first-week';
const PATH = '/console/agreement/first-week';
const Added = z.object({ id: z.string() });
const Imported = z.object({ id: z.string(), state: z.string() });
const Current = z.object({ version: z.int(), signed: z.boolean(), definitions: Definitions });

interface Empty {
  readonly admin: Api;
  readonly adminId: string;
}

/** A worker on real time and a workspace as its setup leaves it: one admin, the starter unsigned. */
async function openEmpty(context: TestContext): Promise<Empty> {
  const { bundle } = needsBrowser(context);
  const worker = await startWorker({
    dir: temporaryFolder('worker'),
    bundle,
    vars: { SETUP_TOKEN },
    log: () => undefined,
  });
  onTestFinished(() => worker.stop());
  const { origin } = worker;
  const body = { workspace: 'Acme', language: 'en' as const, admin: { name: 'Dana' } };
  const { token, memberId } = await setUp(origin, SETUP_TOKEN, body);
  return { admin: { origin, token }, adminId: memberId };
}

async function hire(admin: Api, body: Readonly<Record<string, unknown>>): Promise<string> {
  return Added.parse(await request(admin, 'POST /v1/members', { body })).id;
}

const NOW = Date.now();

/** 60 imported leads: 30 in health, 30 in retail; 20 of the former and 3 of the latter need records. */
async function importLeads({ origin, token }: Api): Promise<void> {
  const rows = [...Array(60).keys()].map((place) => {
    const isHealth = place < 30;
    const at = NOW - 60 * DAY_MS;
    return {
      emails: [`lead${place}@company${place}.example`],
      at,
      ...(place % 10 === 0 ? {} : { source: 'google' }),
      fields: {
        name: `Lead ${place}`,
        company: `Company ${place}`,
        employees: 300,
        seniority: 'chief',
        industry: isHealth ? 'health' : 'retail',
        need: place < 20 || (place >= 30 && place < 33) ? 'records' : 'stock',
      },
      signals: [{ signal: 'trial_started', at: at + HOUR_MS }],
    };
  });
  const response = await fetch(`${origin}/v1/imports`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/x-ndjson' },
    body: rows.map((row) => JSON.stringify(row)).join('\n'),
  });
  const { id } = Imported.parse(await response.json());
  await eventually('the import', async () => {
    const { state } = Imported.parse(await request({ origin, token }, `GET /v1/imports/${id}`));
    return state === 'done' ? true : undefined;
  });
}

/** 25 of 28 in health won, 3 of 25 in retail; the other 7 are open. */
async function closeDeals(admin: Api): Promise<void> {
  const deals = [...Array(60).keys()].flatMap((place) => {
    const isHealth = place < 30;
    if (isHealth ? place >= 28 : place >= 55) return [];
    const isWon = isHealth ? place < 25 : place < 33;
    return [
      {
        email: `lead${place}@company${place}.example`,
        dealId: `deal${place}`,
        amount: 12_000,
        currency: 'BRL',
        outcome: isWon ? 'won' : 'lost',
        ...(isWon ? {} : { reason: 'out_of_profile' }),
        closedOn: new Date(NOW - 10 * DAY_MS).toISOString().slice(0, 10),
      },
    ];
  });
  await request(admin, 'POST /v1/deals', { body: { deals } });
}

const stepNamed = (page: Page, title: string) => page.getByRole('listitem', { name: title });

test('[TRI1] [TRI2] [DEF6] from an empty workspace with an import to a signed agreement in force', async (context) => {
  const { admin, adminId } = await openEmpty(context);
  const browser = await openChromium(context);
  const words = firstWeekWords('en');
  const { page, complaints } = await openConsole(browser, admin, {
    member: adminId,
    path: '/console/agreement',
    timezoneId: 'America/Sao_Paulo',
  });
  await page.getByRole('link', { name: firstWeekLink('en') }).click();
  await page.getByText(words.audit.nothing).waitFor();
  expect(await stepNamed(page, words.steps.audit.title).getByText(words.states.now).count()).toBe(1);

  // What is imported is counted by itself: 60 leads, all good enough for sales, 6 without a source.
  await importLeads(admin);
  await page.getByText('60 leads are here.').waitFor();
  await page.getByText('60 of them are good enough for sales').waitFor();
  const leaks = page.locator('tbody tr');
  expect(await leaks.allInnerTexts()).toEqual([
    expect.stringMatching(/^Nobody’s\s+60\s+100% \/ 60$/),
    expect.stringMatching(/^Good enough for sales, and nobody ever tried\s+60\s+100% \/ 60$/),
    expect.stringMatching(/^Without a source\s+6\s+10% \/ 60$/),
  ]);
  await page.getByRole('link', { name: '6', exact: true }).click();
  await page.getByText('6 leads', { exact: false }).first().waitFor();
  await page.goBack();

  await closeDeals(admin);
  const monica = await hire(admin, { name: 'Mônica', side: 'marketing', role: 'marketer' });
  const marcos = await hire(admin, { name: 'Marcos', side: 'sales', role: 'manager' });
  await hire(admin, { name: 'Ana', side: 'sales', role: 'sdr' });
  await page.getByRole('link', { name: words.trial.propose }).click();
  await page.getByRole('heading', { level: 1, name: words.wizard.title }).waitFor();
  await settled(page);

  // The questions, counted as a person meets them.
  const form = page.getByRole('form', { name: words.wizard.asked });
  expect(await form.locator('input, select, textarea').count()).toBe(QUESTIONS.length);
  expect(QUESTIONS.length).toBeLessThanOrEqual(12);
  const { questions } = words.wizard;
  expect(await form.getByLabel(questions.country).inputValue()).toBe('BR');
  await form.getByLabel(questions.sales).selectOption({ label: 'Marcos' });
  await form.getByLabel(questions.marketing).selectOption({ label: 'Mônica' });
  await form.getByLabel(questions.quota).fill('36000');

  // 25 of 28 in health and 3 of 25 in retail; 23 of 23 who need records and 5 of 30 others; the quota is 3 deals of 12,000, of which 28 of 53 are won: 6 leads.
  await page.getByText('In the last 90 days 28 leads were won and 25 lost.').waitFor();
  const need = page.getByRole('checkbox', { name: 'Need: records' });
  expect(await need.isChecked()).toBe(true);
  await page
    .getByText(
      'Won: 23 of 23 (100%, between 86% and 100%). Of the others: 5 of 30 (17%, between 7% and 34%).',
    )
    .waitFor();
  await page
    .getByText('Won: 25 of 28 (89%, between 73% and 96%). Of the others: 3 of 25 (12%, between 4% and 30%).')
    .waitFor();
  await page.getByRole('checkbox', { name: '6 leads handed over a month' }).waitFor();
  await page.getByRole('checkbox', { name: /Closed on \d+ public holidays/ }).waitFor();
  await need.uncheck();
  await page.getByRole('button', { name: words.proposal.write }).click();

  await page.getByRole('heading', { level: 1, name: /Draft of version 2/ }).waitFor();
  const draft = Definitions.parse(
    z.object({ definitions: z.unknown() }).parse(await request(admin, 'GET /v1/definitions/draft'))
      .definitions,
  );
  expect(draft).toMatchObject({
    currency: 'BRL',
    signers: [
      { side: 'marketing', member: monica },
      { side: 'sales', member: marcos },
    ],
    goals: expect.arrayContaining([expect.objectContaining({ metric: 'mqls', target: 6 })]) as unknown,
  });
  const rules = draft.scoring.groups.flatMap(({ rules: of }) => of.map(({ id }) => id));
  expect(rules).toContain('seen-industry:wins');
  expect(rules).not.toContain('seen-need:wins');
  const office = draft.calendars['office'];
  expect(office).toMatchObject({ zone: 'America/Sao_Paulo' });
  expect(office?.holidays.filter(({ on }) => on.endsWith('-09-07'))).toHaveLength(2);
  // The team that gets the leads is there now, led by who signs for sales.
  const { teams } = z
    .object({ teams: z.array(z.object({ id: z.string(), manager: z.string().nullable() })) })
    .parse(await request(admin, 'GET /v1/teams'));
  expect(teams).toEqual([expect.objectContaining({ id: 'sales', manager: marcos })]);

  await page.goto(`${admin.origin}${PATH}`);
  await stepNamed(page, words.steps.preview.title).getByRole('link', { name: words.preview.open }).click();
  await page.getByRole('button', { name: 'Try it on today’s leads' }).click();
  await page.getByRole('button', { name: 'Try it again' }).waitFor();
  for (const member of [monica, marcos]) {
    const theirs = await openConsole(browser, admin, { member, path: PATH });
    await stepNamed(theirs.page, words.steps.preview.title).getByText('Tried on 60 leads by Dana').waitFor();
    await stepNamed(theirs.page, words.steps.sign.title).getByRole('link', { name: words.sign.open }).click();
    await theirs.page.getByRole('button', { name: 'Sign what I read' }).click();
    await theirs.page
      .getByText(/: signed by/)
      .first()
      .waitFor();
    await theirs.page.context().close();
  }
  await page.goto(`${admin.origin}${PATH}`);
  await page.getByText(words.activate.ready).waitFor();
  await stepNamed(page, words.steps.activate.title).getByRole('link', { name: words.activate.open }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByLabel('Note').fill('Agreed in the first week');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('heading', { level: 1, name: draft.title }).waitFor();
  expect(Current.parse(await request(admin, 'GET /v1/definitions/current'))).toMatchObject({
    version: 2,
    signed: true,
  });

  await page.goto(`${admin.origin}${PATH}`);
  await page.getByText(/Version 2 is in force since/).waitFor();
  for (const { title } of Object.values(words.steps))
    expect(await stepNamed(page, title).getByText(words.states.done, { exact: true }).count()).toBe(1);
  await page.getByText('imported leads are good enough for sales').waitFor();
  expect(await lookAt(page)('first-week-done')).toEqual([]);
  // And back: the starter becomes the draft again.
  await page.getByRole('button', { name: words.activate.rollBack(1) }).click();
  await page.getByRole('heading', { level: 1, name: /Draft of version 3/ }).waitFor();
  expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
}, 300_000);

test('a draft is discarded and brought back; too few closed leads say so', async (context) => {
  const { admin, adminId } = await openEmpty(context);
  await importLeads(admin);
  const browser = await openChromium(context);
  const words = firstWeekWords('en');
  const { page } = await openConsole(browser, admin, { member: adminId, path: `${PATH}/propose` });
  await page.getByText('0 leads were won and 0 lost: too few to learn criteria from (20 of each)').waitFor();
  // Nobody to sign yet: the way to add them, and the answers are kept meanwhile.
  await page.getByLabel(words.wizard.questions.closes).fill('17:30');
  await page.getByRole('link', { name: words.wizard.invite }).click();
  await page.getByRole('heading', { level: 1, name: 'Team' }).waitFor();
  await page.goBack();
  expect(await page.getByLabel(words.wizard.questions.closes).inputValue()).toBe('17:30');
  await settled(page);
  await page.getByRole('button', { name: words.proposal.write }).click();
  await page.getByRole('heading', { level: 1, name: /Draft of version 2/ }).waitFor();

  await page.goto(`${admin.origin}${PATH}`);
  await page.getByText(words.sign.noSigners).waitFor();
  await page.getByRole('button', { name: words.trial.discard }).click();
  await page.getByText(words.trial.discarded).waitFor();
  await page.getByRole('link', { name: words.trial.propose }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(words.trial.kept).waitFor();
  await page.getByRole('button', { name: words.trial.discard }).waitFor();
}, 120_000);

test('axe finds no fault in the first week, in any language and theme; 320 px show all of it', async (context) => {
  const { admin, adminId } = await openEmpty(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, {
    member: adminId,
    path: PATH,
    timezoneId: 'America/Sao_Paulo',
  });
  const look = lookAt(page);
  const found: string[] = [];
  await settled(page);
  found.push(...(await look('first-week-empty')));
  await importLeads(admin);
  await closeDeals(admin);
  await hire(admin, { name: 'Mônica', side: 'marketing', role: 'marketer' });
  await hire(admin, { name: 'Marcos', side: 'sales', role: 'manager' });
  await hire(admin, { name: 'Ana', side: 'sales', role: 'sdr' });
  await page.goto(`${admin.origin}${PATH}/propose`);
  for (const language of LANGUAGES) {
    await speak(page, language);
    await page.getByRole('button', { name: firstWeekWords(language).proposal.write }).waitFor();
    await page.getByLabel(firstWeekWords(language).wizard.questions.quota).fill('36000');
    await page.getByRole('checkbox').nth(3).waitFor();
    for (const summary of await page.locator('.wizard summary').all()) await summary.click();
    found.push(...(await look(`first-week-propose-${language}`)));
  }
  await page.getByRole('button', { name: firstWeekWords('es').proposal.write }).click();
  await page.locator('.editor, .draft').first().waitFor();
  await page.goto(`${admin.origin}${PATH}`);
  for (const language of LANGUAGES) {
    await speak(page, language);
    await page.getByRole('button', { name: firstWeekWords(language).trial.discard }).waitFor();
    await settled(page);
    found.push(...(await look(`first-week-${language}`)));
  }
  expect(found).toEqual([]);
}, 300_000);
