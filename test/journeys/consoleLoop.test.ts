/**
 * The closed loop in real Chromium: every number on the screen is what a hand counts out of the leads
 * one by one, and opens exactly its leads; both sides write to each other, contest and decide right there.
 */
import type { Page } from '@playwright/test';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { STARTERS } from '../../shared/definitions/starters.ts';
import type { Version } from '../../shared/definitions/version.ts';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { workspaceCalendarOf } from '../../shared/lead/versionAt.ts';
import type { LeadState } from '../../shared/lead/state.ts';
import { loopWords } from '../../shared/messages/consoleLoop/index.ts';
import { dateAt } from '../../shared/target/period.ts';
import { DAY_MS } from '../../shared/time.ts';
import { leadOf, request, signIn, type Api } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
import { lookAt, openChromium, openConsole, openSample, settled, speak } from '../support/console.ts';
import { handOver, needsBrowser, openWorkspace, temporaryFolder } from '../support/journey.ts';
import { startWorker } from '../support/worker.ts';
import { foundWorkspace, type Workspace } from '../support/workspace.ts';

const PATH = '/console/closed-loop?period=last90';

async function statesOf(admin: Api, leads: Readonly<Record<string, string>>): Promise<readonly LeadState[]> {
  const read: LeadState[] = [];
  for (const id of Object.values(leads)) read.push((await leadOf(admin, id)).state);
  return read;
}

const textIn = async (page: Page, selector: string) =>
  ((await page.locator(selector).textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
const share = (hits: number, n: number) => `${Math.round((hits / n) * 1_000) / 10}%`;
const worth = (hits: number, n: number) => (n === 0 ? '–' : `${share(hits, n)} n = ${n}`);

/** Follows a number to its leads, counts them, and comes back. */
async function leadsBehind(page: Page, selector: string): Promise<number> {
  await page.locator(selector).click();
  await page.waitForURL('**/console/leads?**');
  await settled(page);
  const said = await page.locator('.page-head .about').textContent();
  await page.goBack();
  await page.locator('[data-figure=accepted]').waitFor();
  await settled(page);
  return Number(/\d+/.exec(said ?? '')?.[0] ?? 0);
}

test('[TGT4] each number is what a hand counts, and opens its leads', async (context) => {
  const sample = await openSample(context);
  const browser = await openChromium(context);
  const member = sample.members.find(({ role }) => role === 'manager')?.id ?? '';
  const { page, complaints } = await openConsole(browser, sample.admin, { member, path: PATH });
  await settled(page);

  const version = (await request(sample.admin, 'GET /v1/definitions/current')) as Version;
  const calendar = workspaceCalendarOf(version);
  const states = await statesOf(sample.admin, sample.leads);
  const since = dateAt(calendar, Date.now() - 89 * 86_400_000);
  const isIn = (at: number) => dateAt(calendar, at) >= since;
  const handoffs = states.flatMap((state) => state.handoffs.map((handoff) => ({ state, handoff })));
  const opened = handoffs.filter(({ handoff }) => isIn(handoff.openedAt));
  const answered = handoffs.filter(({ handoff }) => handoff.answer && isIn(handoff.answer.at));
  const isSql = ({ entries }: LeadState) => entries.some(({ stage }) => stage === 'sql');
  const isAnswer = (wanted: string) => (one: (typeof handoffs)[number]) =>
    one.handoff.answer?.answer === wanted;
  expect(answered.length).toBeGreaterThan(10);

  expect(await textIn(page, '[data-figure=accepted] b')).toBe(
    share(answered.filter(isAnswer('accepted')).length, answered.length),
  );
  expect(await textIn(page, '[data-figure=accepted]')).toContain(`n = ${answered.length}`);
  expect(await textIn(page, '[data-figure=qualified] b')).toBe(
    share(opened.filter(({ state }) => isSql(state)).length, opened.length),
  );

  const sources = new Set(opened.map(({ state }) => state.source));
  expect(await page.locator('[data-origin]').count()).toBe(sources.size);
  for (const source of sources) {
    const row = `[data-origin="${source ?? ''}"]`;
    const own = opened.filter(({ state }) => state.source === source);
    const said = answered.filter(({ state }) => state.source === source);
    const came = said.filter((one) => !isAnswer('accepted')(one)).length;
    expect([source, await textIn(page, `${row} [data-of=handed-over]`)]).toEqual([
      source,
      String(own.length),
    ]);
    expect([source, await textIn(page, `${row} [data-of=accepted]`)]).toEqual([
      source,
      worth(said.filter(isAnswer('accepted')).length, said.length),
    ]);
    expect([source, await textIn(page, `${row} [data-of=qualified]`)]).toEqual([
      source,
      worth(own.filter(({ state }) => isSql(state)).length, own.length),
    ]);
    expect([source, await textIn(page, `${row} [data-of=returned]`)]).toEqual([source, String(came)]);
  }

  const reasons = new Set(answered.flatMap(({ handoff }) => handoff.answer?.reason ?? []));
  expect(await page.locator('[data-reason]').count()).toBe(reasons.size);
  for (const reason of reasons)
    for (const answer of ['recycled', 'disqualified']) {
      const counted = answered
        .filter(isAnswer(answer))
        .filter(({ handoff }) => handoff.answer?.reason === reason);
      expect([reason, answer, await textIn(page, `[data-reason="${reason}"] [data-of=${answer}]`)]).toEqual([
        reason,
        answer,
        String(counted.length),
      ]);
    }

  const people = new Set(answered.map(({ handoff }) => handoff.answer?.by));
  expect(await page.locator('[data-person]').count()).toBe(people.size);
  for (const person of people) {
    const own = answered.filter(({ handoff }) => handoff.answer?.by === person);
    expect(await textIn(page, `[data-person="${person}"] [data-of=share]`)).toBe(
      worth(own.filter(isAnswer('accepted')).length, own.length),
    );
  }

  const recycled = answered.filter(isAnswer('recycled'));
  expect(await textIn(page, '[data-recycled=all] [data-of=recycled]')).toBe(String(recycled.length));
  const unowned = opened.filter(({ state, handoff }) => handoff.closed === null && state.owner === null);
  expect(await textIn(page, '[data-leak=no_owner] [data-of=all]')).toBe(String(unowned.length));

  expect(complaints).toEqual([]);

  expect(await leadsBehind(page, '[data-figure=accepted] a')).toBe(
    new Set(answered.map(({ state }) => state.leadId)).size,
  );
  expect(await leadsBehind(page, '[data-leak=no_owner] [data-of=all] a')).toBe(unowned.length);
  const [person] = people;
  const taken = answered.filter(isAnswer('accepted')).filter(({ handoff }) => handoff.answer?.by === person);
  expect(await leadsBehind(page, `[data-person="${person}"] [data-of=accepted] a`)).toBe(taken.length);

  // As a file for spreadsheets, of just what is counted here.
  await page.getByLabel('Source', { exact: true }).selectOption({ index: 1 });
  await settled(page);
  const source = new URL(page.url()).searchParams.get('source');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'What each source brought: save as CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('quality.csv');
  const text = await (await file.createReadStream()).toArray();
  const lines = Buffer.concat(text).toString('utf8').trim().split('\r\n');
  expect(lines[0]).toContain('accepted.share');
  expect(lines.filter((line) => line.startsWith('source,'))).toHaveLength(1);
  expect(lines.some((line) => line.startsWith(`source,${source},`))).toBe(true);
});

test('[TGT5] people’s answers are for them and their manager, sources for everybody', async (context) => {
  const sample = await openSample(context);
  const browser = await openChromium(context);
  const seenBy = async (name: string) => {
    const member = sample.members.find((one) => one.name === name)?.id ?? '';
    const { page } = await openConsole(browser, sample.admin, { member, path: PATH });
    await settled(page);
    expect(await page.locator('[data-origin]').count()).toBeGreaterThan(1);
    return page.locator('[data-person] th').allTextContents();
  };
  expect(await seenBy('Mônica')).toEqual([]);
  expect(await seenBy('Ana')).toEqual(['Ana']);
  expect((await seenBy('Marcos')).length).toBeGreaterThan(1);
});

/** Both sides sign what `change` makes of the agreement, and it takes effect. */
async function publish(
  { admin, members }: Workspace,
  change: (definitions: Definitions) => Definitions,
  now?: number,
): Promise<Definitions> {
  const current = (await request(admin, 'GET /v1/definitions/current', { now })) as Version;
  const definitions = change(current.definitions);
  const saved = await request(admin, 'PUT /v1/definitions/draft', { body: { definitions }, now });
  const { hash } = saved as { hash: string };
  for (const member of [members.marketer, members.manager])
    await request(await signIn(admin, member, now), 'POST /v1/definitions/draft/sign', {
      body: { hash },
      now,
    });
  await request(admin, 'POST /v1/definitions/draft/publish', { body: { note: 'Agreed anew' }, now });
  return definitions;
}

/** One lead Ana gave back with a note, in a workspace whose referee is its manager. */
async function givenBack(context: TestContext) {
  const workspace = await openWorkspace(context);
  const { admin, members } = workspace;
  const definitions = await publish(workspace, (agreed) => ({
    ...agreed,
    handoff: { ...agreed.handoff, referee: members.manager },
  }));
  const leadId = await handOver(workspace, {
    emails: ['dora@acme.test'],
    fields: { name: 'Dora Reis', company: 'Acme' },
    owner: members.ana,
  });
  const ana = await signIn(admin, members.ana);
  const id = (await leadOf(admin, leadId)).state.handoffs[0]?.id ?? '';
  const reason = definitions.handoff.reasons.find(({ answer }) => answer === 'disqualified')?.id;
  const body = { answer: 'disqualified', reason, comment: 'A student who wants the price for a thesis.' };
  await request(ana, `POST /v1/handoffs/${id}/answer`, { body });
  return { ...workspace, leadId };
}

test('[HOF3] [HOF5] marketing answers, contests; the referee decides; everybody sees it without a reload', async (context) => {
  const { admin, members, leadId } = await givenBack(context);
  const browser = await openChromium(context);
  const open = (member: string) => openConsole(browser, admin, { member, path: '/console/closed-loop' });
  const sales = await open(members.ana);
  const marketing = await open(members.marketer);
  const said = (page: Page) => page.locator('.talk blockquote').allTextContents();
  await marketing.page.locator('.talk').waitFor();
  expect(await said(marketing.page)).toEqual(['A student who wants the price for a thesis.']);

  // By keyboard alone: the dialog takes the focus and gives it back.
  await marketing.page.getByRole('button', { name: 'Reply: Dora Reis' }).focus();
  await marketing.page.keyboard.press('Enter');
  await marketing.page.getByLabel('To the other side').fill('She signs for the lab’s budget.');
  await marketing.page.keyboard.press('Tab');
  await marketing.page.keyboard.press('Enter');
  await marketing.page.getByRole('dialog').waitFor({ state: 'detached' });
  await sales.page.getByText('She signs for the lab’s budget.').waitFor();
  expect(await marketing.page.evaluate(() => document.activeElement?.textContent)).toBe('Reply');

  await marketing.page.getByRole('button', { name: 'Contest: Dora Reis' }).click();
  const form = marketing.page.getByRole('dialog');
  expect(await form.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
  await form.getByLabel('What speaks against the return').fill('She asked for a demo at 13:09.');
  await form.getByRole('button', { name: 'Send' }).click();
  await form.waitFor({ state: 'detached' });
  await sales.page.getByText('Contested, the referee decides').waitFor();
  expect(await marketing.page.getByRole('button', { name: 'Contest: Dora Reis' }).count()).toBe(0);
  expect(await textIn(marketing.page, '[data-figure=contested]')).toContain('100%');

  const referee = await open(members.manager);
  await referee.page.getByLabel('Show', { exact: true }).selectOption({ label: 'Contests to decide' });
  await referee.page.getByRole('button', { name: 'Decide: Dora Reis' }).click();
  await referee.page.getByLabel('Decision').selectOption({ label: 'The lead goes back to sales' });
  await referee.page.getByLabel('Note (optional)').fill('Decides over the budget.');
  await referee.page.getByRole('dialog').getByRole('button', { name: 'Decide' }).click();
  await referee.page.getByText('No contest waits for the referee.').waitFor();
  await sales.page.getByText('Contested, back to sales').waitFor();
  expect((await leadOf(admin, leadId)).state.handoffs[0]?.contest?.decided).toBe('overturned');

  // It is on the lead’s own history as well.
  await marketing.page.getByRole('link', { name: 'Dora Reis' }).click();
  await marketing.page.getByText('Comment: She signs for the lab’s budget.').waitFor({ state: 'attached' });
  for (const { complaints } of [sales, marketing, referee]) expect(complaints).toEqual([]);
});

/** Ten days under one version and ten under the next, four leads in each: one accepted of four, then three. */
async function twoVersions(context: TestContext): Promise<Workspace> {
  const { bundle } = needsBrowser(context);
  const dir = temporaryFolder('versions');
  const start = (vars: Record<string, string>) =>
    startWorker({ dir, bundle, vars: { SETUP_TOKEN: 'versions', ...vars }, log: () => undefined });
  const past = await start({ COMBINADO_CLOCK: 'request' });
  const { origin } = past;
  const now = Date.now();
  const ago = (days: number) => now - days * DAY_MS;
  const founding = {
    origin,
    setupToken: 'versions',
    name: 'Versions',
    language: 'en',
    now: ago(20),
  } as const;
  const workspace = await foundWorkspace({ ...founding, definitions: STARTERS.en });
  const { admin, members } = workspace;
  const reason = STARTERS.en.handoff.reasons.find((one) => one.answer === 'recycled' && !one.unreachable)?.id;
  const live = async (day: number, accepted: number) => {
    for (let count = 0; count < 4; count += 1) {
      const lead = { emails: [`v${day}-${count}@acme.test`], owner: members.ana };
      const made = await request(admin, 'POST /v1/leads', { body: { leads: [lead] }, now: ago(day) });
      const leadId = (made as { results: { id: string }[] }).results[0]?.id ?? '';
      const signals = [{ leadId, signal: 'demo_requested' }];
      await request(admin, 'POST /v1/signals', { body: { signals }, now: ago(day) });
      const { state } = await leadOf(admin, leadId, ago(day));
      const body = count < accepted ? { answer: 'accepted' } : { answer: 'recycled', reason };
      const ana = await signIn(admin, members.ana, ago(day - 1));
      await request(ana, `POST /v1/handoffs/${state.handoffs[0]?.id}/answer`, { body, now: ago(day - 1) });
    }
  };
  await live(16, 1);
  await publish(workspace, (agreed) => ({ ...agreed, title: 'Better' }), ago(10));
  await live(6, 3);
  await past.stop();
  const worker = await start({});
  onTestFinished(() => worker.stop());
  return { ...workspace, admin: { ...admin, origin: worker.origin } };
}

test('[TGT4] the effect of a version stands against the same time before it, with n and interval', async (context) => {
  const { admin, members } = await twoVersions(context);
  const browser = await openChromium(context);
  const { page, complaints } = await openConsole(browser, admin, { member: members.marketer, path: PATH });
  await settled(page);
  const cell = (metric: string, of: string) => textIn(page, `[data-metric=${metric}] [data-of=${of}]`);
  await page.locator('[data-metric=mqls]').waitFor();
  expect([await cell('mqls', 'before'), await cell('mqls', 'after')]).toEqual(['4', '4']);
  // Wilson’s interval of 1 and of 3 in 4.
  expect(await cell('acceptance_rate', 'before')).toBe('25% n = 4 · 4.6% to 69.9%');
  expect(await cell('acceptance_rate', 'after')).toBe('75% n = 4 · 30.1% to 95.4%');
  expect(await cell('acceptance_rate', 'apart')).toBe('cannot be told');
  expect(await textIn(page, '[data-figure=accepted] b')).toBe('50%');
  const found = await lookAt(page)('loop-effect');
  expect(found).toEqual([]);
  await page.locator('[data-metric=acceptance_rate] [data-of=after] a').click();
  await page.waitForURL('**/console/leads?**');
  await settled(page);
  expect(await textIn(page, '.page-head .about')).toContain('4');
  expect(complaints).toEqual([]);
});

test('an empty workspace is told what comes, and nothing is invented', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.marketer, path: PATH });
  await settled(page);
  await page.getByRole('heading', { name: 'Sales has answered nothing yet' }).waitFor();
  expect(await textIn(page, '[data-figure=accepted] b')).toBe('–');
  expect(await faultsOf(page)).toEqual([]);
});

test('axe finds no fault, in any language and theme; 320 px show all of it; paper leaves the controls out', async (context) => {
  const sample = await openSample(context);
  const { admin } = sample;
  const browser = await openChromium(context);
  const idOf = (name: string) => sample.members.find((one) => one.name === name)?.id ?? '';
  const { handoff, answer } = (await statesOf(admin, sample.leads))
    .flatMap(({ handoffs }) => handoffs)
    .map((one) => ({ handoff: one.id, answer: one.answer }))
    .find((one) => one.answer?.answer === 'disqualified') ?? { handoff: '', answer: null };
  expect(answer).not.toBeNull();
  const text = 'They run three clinics; the form said one.';
  await request(await signIn(admin, idOf('Mônica')), `POST /v1/handoffs/${handoff}/comment`, {
    body: { text },
  });
  const { page } = await openConsole(browser, admin, { member: idOf('Marcos'), path: PATH });
  const look = lookAt(page);
  const found: string[] = [];
  for (const language of LANGUAGES) {
    await speak(page, language);
    const words = loopWords(language);
    await settled(page);
    await page.locator('.chart svg').first().waitFor();
    found.push(...(await look(`loop-${language}`)));
    await page.getByRole('button', { name: words.talks.acts.comment }).first().click();
    found.push(...(await look(`loop-reply-${language}`)));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(found).toEqual([]);
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  expect(await page.locator('.filters').isVisible()).toBe(false);
  expect(await page.locator('.talk .acts').first().isVisible()).toBe(false);
  expect(await page.locator('[data-origin]').first().isVisible()).toBe(true);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/loop-print.png`, fullPage: true });
}, 300_000);
