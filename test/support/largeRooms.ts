/**
 * The rooms about the agreement in a workspace of very many leads, gone through as people do: the draft and
 * its parts, the first week, a proposal, a session, the review, the closed loop. What is seen is what is
 * plainly counted out of what was written, or else what the worker answers.
 */
import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import * as z from 'zod';
import { PreviewResult } from '../../shared/protocol/definitions.ts';
import { SessionResponse } from '../../shared/protocol/proposals.ts';
import { ReportsResponse } from '../../shared/protocol/reports.ts';
import { ReviewResponse } from '../../shared/protocol/review.ts';
import { leadOf, request, type Api } from './api.ts';
import { settled } from './console.ts';
import { eventually } from './journey.ts';

export interface Large {
  readonly page: Page;
  readonly admin: Api;
  /** How many leads there are. */
  readonly leads: number;
  /** What a plain statement counts in the workspace's database. */
  readonly counted: (statement: string, ...values: (number | string)[]) => number;
  /** Down to the last row of the list. @returns how many it says there are */
  readonly toTheEnd: () => Promise<number>;
}

const PATIENCE_MS = 300_000;
/** Points nobody would be below by the draft. */
const LOWEST = 60;
const Started = z.object({ job: z.string() });
const Done = z.object({ state: z.literal('done'), result: PreviewResult });
const Leaks = z.array(z.object({ leak: z.string(), n: z.int() }));
const Audit = z.array(z.object({ leak: z.string(), leads: z.object({ hits: z.int() }) }));
const Funnel = z.array(
  z.object({ by: z.string(), stages: z.array(z.object({ stage: z.string(), reached: z.int() })) }),
);

const grouped = (count: number) => count.toLocaleString('en');
export const numberOf = (text: string | null) => Number(/\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', ''));

/** Opened by its address, whole, and without a fault on it. */
async function enter({ page, admin }: Large, path: string, ready: string): Promise<void> {
  await page.goto(`${admin.origin}/console/${path}`);
  await page.locator(ready).first().waitFor();
  await whole(page);
}

async function whole(page: Page): Promise<void> {
  await settled(page);
  expect([page.url(), await page.locator('main .failed').allTextContents()]).toEqual([page.url(), []]);
}

/** Every part opened from the list of parts, a rule changed, tried on all leads. */
export async function walkDraft(large: Large): Promise<void> {
  const { page, admin, leads, counted } = large;
  await enter(large, 'agreement', 'article');
  await page.getByRole('link', { name: 'Draft', exact: true }).click();
  await page.getByRole('button', { name: /^Begin from version/ }).click();
  const parts = page.getByRole('navigation', { name: 'Parts of the agreement' }).getByRole('link');
  await parts.first().waitFor();
  const labels = await parts.allTextContents();
  expect(labels.length).toBeGreaterThan(12);
  for (let place = 0; place < labels.length; place += 1) {
    await parts.nth(place).click();
    await expect.poll(() => parts.nth(place).getAttribute('aria-current')).toBe('page');
    await page.locator('main h2').first().waitFor();
    await whole(page);
  }

  await page.getByRole('link', { name: 'Scoring', exact: true }).click();
  const examples = page.locator('.examples li');
  await examples.first().locator('.score b').waitFor({ timeout: PATIENCE_MS });
  for (const example of await examples.all()) {
    const { state } = await leadOf(admin, (await example.getAttribute('data-lead')) ?? '');
    expect(await example.locator('.score > :not(.unseen, [aria-hidden])').first().textContent()).toBe(
      String(state.score.shown),
    );
  }
  const saved = page.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/v1/definitions/draft'),
  );
  await page.getByLabel('Lowest').last().fill(String(LOWEST));
  await saved;
  await page.getByText('saved', { exact: true }).waitFor();
  await parts.first().click();
  const tryIt = page.getByRole('button', { name: 'Try it on today’s leads' });
  await expect.poll(() => tryIt.isEnabled(), { timeout: PATIENCE_MS }).toBe(true);
  const begun = page.waitForResponse((answer) => answer.url().endsWith('/v1/definitions/draft/preview'));
  await tryIt.click();
  const { job } = Started.parse(await (await begun).json());
  await page.getByText(`What happens to today’s ${grouped(leads)} leads`).waitFor({ timeout: PATIENCE_MS });
  const { result } = Done.parse(await request(admin, `GET /v1/jobs/${job}`));
  expect(result.leads).toBe(leads);
  const shown = await page.locator('.stack td.n a[href^="/console/leads/"]').allTextContents();
  expect(shown.map(numberOf)).toEqual(result.moves.map(({ n }) => n));
  // Each lead lies in one column of the drawing, as it scores now and as it would.
  await page.locator('.chart summary').click();
  const rows = await page.locator('.chart tbody tr').all();
  const sums = { before: 0, after: 0 };
  for (const row of rows) {
    const [from = 0, to = 0] = (await row.locator('th').textContent())?.split('–').map(Number) ?? [];
    const [before = 0, after = 0] = (await row.locator('td').allTextContents()).map(numberOf);
    const now = 'select count(*) as n from leads where score between ? and ?';
    expect([from, to, before]).toEqual([from, to, counted(now, from, to)]);
    if (to < LOWEST) expect([from, to, after]).toEqual([from, to, 0]);
    sums.before += before;
    sums.after += after;
  }
  expect(sums).toEqual({ before: leads, after: leads });
}

export async function walkFirstWeek(large: Large): Promise<void> {
  const { page, admin, leads } = large;
  await enter(large, 'agreement/first-week', '.step');
  await page.getByText(`${grouped(leads)} leads are here.`).waitFor();
  const answer = ReportsResponse.parse(await request(admin, 'GET /v1/reports?names=audit'));
  const rows = Audit.parse(answer.reports[0]?.rows).filter(({ leads: { hits } }) => hits > 0);
  const numbers = page.locator('.step td.n a');
  expect((await numbers.allTextContents()).map(numberOf)).toEqual(rows.map(({ leads: { hits } }) => hits));
  if (rows.length === 0) return;
  await numbers.first().click();
  await page.getByText('Leads behind a number').waitFor();
  await settled(page);
  expect(await large.toTheEnd()).toBe(rows[0]?.leads.hits);
}

/** Proposed with a lead found among all of them, decided in a session whose agenda is the reports'. */
export async function walkSession(large: Large): Promise<void> {
  const { page, admin, leads } = large;
  const title = 'Fewer attempts for visitors of one page';
  const last = `Bench ${leads - 1}`;
  await enter(large, 'agreement/proposals', 'main .empty');
  await page
    .getByRole('link', { name: 'Propose a change' })
    .or(page.getByRole('button', { name: 'Propose a change' }))
    .first()
    .click();
  const form = page.getByRole('dialog');
  await form.getByLabel('What should change').fill(title);
  await form.getByLabel('Leads that show it').fill(last);
  await form.getByRole('button', { name: `Add ${last}` }).click();
  await form.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.waitForURL('**/console/agreement/proposals/*');
  await page.getByRole('button', { name: 'For', exact: true }).click();
  await page.getByText('1 for, 0 against').waitFor();
  await page.getByRole('link', { name: new RegExp(`^${last} `) }).click();
  await page.locator('.card').getByRole('heading', { name: last }).waitFor();

  await enter(large, 'agreement/sessions', 'main .empty');
  await page.getByRole('button', { name: 'Open a session' }).click();
  await page.getByRole('button', { name: 'Open it and make the agenda' }).click();
  await page.waitForURL('**/console/agreement/sessions/*');
  await page.getByRole('heading', { name: title }).waitFor();
  const path = new URL(page.url()).pathname;
  const read = async () =>
    SessionResponse.parse(await request(admin, `GET /v1/sessions/${path.split('/').at(-1)}`));
  const { points } = await eventually(
    'the agenda counted',
    async () => {
      const held = await read();
      return held.points === null ? undefined : held;
    },
    PATIENCE_MS,
  );
  await page.getByText(/^Counted over/).waitFor({ timeout: PATIENCE_MS });
  await whole(page);
  const keys = await page
    .locator('.agenda > li')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-item')));
  const { breaches = [], goals = [], leaks = [] } = points ?? {};
  expect(keys.slice(1)).toEqual([
    ...breaches.map(({ id }) => `breach:${id}`),
    ...goals.map(({ id }) => `goal:${id}`),
    ...leaks.map(({ id }) => `leak:${id}`),
  ]);
  for (const { id, late, n } of breaches)
    expect(await page.locator(`[data-item="breach:${id}"]`).textContent()).toContain(
      `${grouped(late)} of ${grouped(n)}`,
    );
  for (const { id, n } of leaks)
    expect(await page.locator(`[data-item="leak:${id}"] h3`).textContent()).toContain(grouped(n));

  await page.getByRole('button', { name: new RegExp(`decided ?: ${title}`) }).click();
  await form.getByLabel('In words').fill('Three are enough for them.');
  await form.getByRole('button', { name: 'Write it down' }).click();
  await page.getByText('Three are enough for them.').waitFor();
  await page.getByRole('button', { name: 'Close the session' }).click();
  await form.getByRole('button', { name: 'Close the session' }).click();
  await page.getByText(/^Minutes, closed on/).waitFor();
  expect((await read()).decisions.map(({ text }) => text)).toEqual(['Three are enough for them.']);

  const [leak] = leaks;
  if (leak === undefined) return;
  await page.locator(`[data-item="leak:${leak.id}"] .to-leads a`).click();
  await page.getByText('Leads behind a number').waitFor();
  await settled(page);
  expect(await large.toTheEnd()).toBe(leak.n);
}

export async function walkReview(large: Large): Promise<void> {
  const { page, admin } = large;
  await enter(large, 'agreement/review', 'article.pack');
  const name = await page.getByLabel('Period', { exact: true }).inputValue();
  const [year = 0, quarter = 1] = name.split('-Q').map(Number);
  const month = (quarter - 1) * 3 + 1;
  const dateOf = (inMonth: number, day: number) =>
    new Date(Date.UTC(year, inMonth - 1, day)).toISOString().slice(0, 10);
  const query = `from=${dateOf(month, 1)}&to=${dateOf(month + 3, 0)}`;
  const pack = ReviewResponse.parse(await request(admin, `GET /v1/review?${query}`));
  const rows = (report: string) => pack.performance[report]?.rows ?? [];
  const stages = Funnel.parse(rows('funnel')).find(({ by }) => by === 'all')?.stages ?? [];
  expect(stages[0]?.reached).toBeGreaterThan(0);
  for (const { stage, reached } of stages)
    expect([
      stage,
      numberOf(await page.locator(`#funnel [data-stage="${stage}"] td.n a`).textContent()),
    ]).toEqual([stage, reached]);
  for (const { leak, n } of Leaks.parse(rows('leaks')))
    if (n > 0) await page.locator(`[data-leak="${leak}"] td.n`).waitFor();
  expect(await page.locator('[data-decision]').allTextContents()).toEqual([
    expect.stringContaining('Three are enough for them.'),
  ]);
}

/** Handed over by source, one hand-off accepted on its card, and seen among the answers. */
export async function walkLoop(large: Large, since: number, sources: readonly string[]): Promise<void> {
  const { page, admin, counted } = large;
  await enter(large, 'closed-loop?period=last90', '[data-figure=accepted]');
  const statement = `select count(*) as n from facts h join facts c
    on c.lead_id = h.lead_id and c.kind = 'lead.captured'
    where h.kind = 'handoff.opened' and h.at >= ? and json_extract(c.body, '$.source') = ?`;
  const handedOver = (source: string) => page.locator(`[data-origin="${source}"] [data-of=handed-over]`);
  for (const source of sources)
    expect([source, numberOf(await handedOver(source).textContent())]).toEqual([
      source,
      counted(statement, since, source),
    ]);
  const from = new Date(since).toISOString().slice(0, 10);
  const answer = ReportsResponse.parse(await request(admin, `GET /v1/reports?names=leaks&from=${from}`));
  for (const { leak } of Leaks.parse(answer.reports[0]?.rows)) {
    const all = Leaks.parse(answer.reports[0]?.rows).filter((one) => one.leak === leak);
    expect([leak, numberOf(await page.locator(`[data-leak="${leak}"] [data-of=all]`).textContent())]).toEqual(
      [leak, all.reduce((sum, { n }) => sum + n, 0)],
    );
  }

  const [source = ''] = sources;
  await page.getByLabel('Source', { exact: true }).selectOption(source);
  await page.waitForURL(`**source=${source}**`);
  await whole(page);
  const own = counted(statement, since, source);
  expect(numberOf(await handedOver(source).textContent())).toBe(own);
  await handedOver(source).getByRole('link').click();
  await page.getByText('Leads behind a number').waitFor();
  await settled(page);
  expect(await large.toTheEnd()).toBe(own);
  await page.locator('.lead-table .rows').evaluate((rows) => rows.scrollTo(0, 0));
  await page.locator('.lead-table .name a').first().click();
  const card = page.locator('.card');
  await card.getByRole('button', { name: 'Accept', exact: true }).click();
  await card.getByRole('button', { name: 'Accept', exact: true }).waitFor({ state: 'detached' });
  await enter(large, `closed-loop?period=last90&source=${source}`, '[data-figure=accepted]');
  await eventually(
    'the answer among the answers',
    async () =>
      /n = 1\b/.test((await page.locator('[data-figure=accepted]').textContent()) ?? '') ? true : undefined,
    PATIENCE_MS,
  );
  expect(await page.locator('[data-figure=accepted] b').textContent()).toBe('100%');
}
