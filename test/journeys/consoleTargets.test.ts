/**
 * Targets in real Chromium on a workspace that sold: every number is the report's and what a hand counts
 * out of what happened, opens its leads, and what is tried out is the arithmetic of `shared/target`.
 */
import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import type { LeadState } from '../../shared/lead/state.ts';
import { workspaceCalendarOf } from '../../shared/lead/versionAt.ts';
import type { Version } from '../../shared/definitions/version.ts';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { CapacityFigures, GoalRows, QuotaRows } from '../../shared/protocol/targetRows.ts';
import { ReportsResponse } from '../../shared/protocol/reports.ts';
import { dateAt } from '../../shared/target/period.ts';
import { leadOf, request } from '../support/api.ts';
import { lookAt, openChromium, openConsole, settled, speak } from '../support/console.ts';
import { openWorkspace } from '../support/journey.ts';
import { openSold, SOLD, type SoldWorkspace } from '../support/soldWorkspace.ts';

const PATH = '/console/agreement/targets';

async function statesOf({ admin, leads }: SoldWorkspace): Promise<readonly LeadState[]> {
  const read: LeadState[] = [];
  for (const id of leads) read.push((await leadOf(admin, id)).state);
  return read;
}

const textOf = (page: Page, selector: string) => page.locator(selector).first().innerText();
const numberOf = (text: string) => Number(/-?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));
const numberIn = async (page: Page, selector: string) => numberOf(await textOf(page, selector));

/** Follows a number to its leads, counts them, and comes back. */
async function leadsBehind(page: Page, selector: string): Promise<number> {
  await page.locator(selector).first().click();
  await page.waitForURL('**/console/leads?**');
  await page.getByText('Leads behind a number').waitFor();
  await settled(page);
  const said = await textOf(page, '.page-head .about');
  await page.goBack();
  await page.locator('[data-goal]').first().waitFor();
  await settled(page);
  return numberOf(said);
}

test('[TGT1][TGT3][TGT6] each number is the report’s and what a hand counts, and opens its leads', async (context) => {
  const sold = await openSold(context);
  const { admin, members } = sold;
  const browser = await openChromium(context);
  const { page, complaints } = await openConsole(browser, admin, { member: members.manager, path: PATH });
  await settled(page);
  const states = await statesOf(sold);
  const version = (await request(admin, 'GET /v1/definitions/current')) as Version;
  const calendar = workspaceCalendarOf(version);
  const today = dateAt(calendar, Date.now());
  const dateOf = (at: number | null) => (at === null ? '' : dateAt(calendar, at));
  const isThisMonth = (at: number | null) => dateOf(at).startsWith(today.slice(0, 7));
  const quarterOf = (on: string) => `${on.slice(0, 4)}-${Math.floor((Number(on.slice(5, 7)) - 1) / 3)}`;
  const answer = ReportsResponse.parse(await request(admin, 'GET /v1/reports?names=goals,capacity'));
  const goals = GoalRows.parse(answer.reports[0]?.rows);
  const capacity = CapacityFigures.parse(answer.reports[1]?.figures);

  // Goals of the period that holds now.
  const handoffs = states.flatMap((state) => state.handoffs.map((handoff) => ({ state, handoff })));
  const delivered = handoffs.filter(({ handoff }) => isThisMonth(handoff.openedAt));
  expect(goals[0]).toMatchObject({ actual: delivered.length });
  expect(await numberIn(page, '[data-goal=delivered] a')).toBe(delivered.length);
  expect(await textOf(page, '[data-goal=delivered]')).toContain('40');

  const recentAt = states.find(({ attempts }) => attempts.length > 0)?.capturedAt ?? null;
  const isRecentInQuarter = quarterOf(dateOf(recentAt)) === quarterOf(today);
  const season = states[0]?.capturedAt ?? 0;
  const wonOn = dateOf(season + 10 * 86_400_000);
  const inQuarter = quarterOf(wonOn) === quarterOf(today);
  // One of the season's ten wins has no rate and is in no sum.
  const revenue = (inQuarter ? SOLD.deal * 9 : 0) + (isRecentInQuarter ? SOLD.recentDeal : 0);
  expect(goals[1]).toMatchObject({ kind: 'money', actual: revenue * 100, withoutRate: inQuarter ? 1 : 0 });
  expect(await numberIn(page, '[data-goal=revenue] a')).toBe(revenue);

  const first = states
    .flatMap(({ clocks }) => clocks)
    .filter(({ kind, trial }) => kind === 'first_response' && !trial);
  const inTime = first.filter(({ status, endedAt }) => status === 'met' && isThisMonth(endedAt)).length;
  const missed = first.filter(
    ({ status, dueAt }) => (status === 'breached' || status === 'met_late') && isThisMonth(dueAt),
  ).length;
  const n = inTime + missed;
  expect(goals[2]).toMatchObject({ actual: { hits: inTime, n } });
  expect(await textOf(page, '[data-goal=first-response] a')).toBe(
    n === 0 ? '–' : `${Math.round((inTime / n) * 1_000) / 10}%`,
  );
  expect(await textOf(page, '[data-goal=first-response]')).toContain('too few to judge by');
  // Two leads were spoken to; no time of the others has run out in this month.
  const isNow = isThisMonth(recentAt);
  expect(goals[3]).toMatchObject({ actual: isNow ? { hits: 2, n: 2 } : {} });

  // By source: every second of the recent leads came from an event.
  await page.locator('.by-source summary').first().click();
  const bySource = delivered.filter(({ state }) => state.source === 'event').length;
  expect(await numberIn(page, '[data-source=event] [data-of=delivered]')).toBe(bySource);

  // Pacing: the last line of the table is what there is, and what is needed by now.
  const open = (on: string) => calendar.periods.some((period) => period.on === on);
  const month = Array.from(
    { length: 31 },
    (_, day) => `${today.slice(0, 8)}${String(day + 1).padStart(2, '0')}`,
  );
  const days = month.filter(
    (on) => !Number.isNaN(Date.parse(on)) && new Date(on).toISOString().startsWith(on),
  );
  const openDays = days.filter(open);
  const elapsed = openDays.filter((on) => on <= today);
  const lastRow = page.locator('[data-on]').last();
  expect(numberOf((await lastRow.locator('td').first().textContent()) ?? '')).toBe(delivered.length);
  expect(numberOf((await lastRow.locator('td').nth(1).textContent()) ?? '')).toBe(
    Math.round((SOLD.goals.delivered * elapsed.length) / openDays.length),
  );

  // Where this pace leads to, by the open days there are; on the last of them there is nothing to foretell.
  const isLast = elapsed.length === openDays.length;
  const ends = Math.round((delivered.length * openDays.length) / elapsed.length);
  const foretold = (await page.locator('[data-projected] td').allTextContents()).slice(0, 1).map(numberOf);
  expect(foretold).toEqual(isLast ? [] : [ends]);
  const inWords = await page.locator('[data-figure=projected]').allTextContents();
  expect(inWords.map((text) => text.includes(` ${ends} `))).toEqual(isLast ? [] : [true]);

  // Capacity over thirty dates.
  const from = new Date(Date.parse(today) - 29 * 86_400_000).toISOString().slice(0, 10);
  const lately = handoffs.filter(({ handoff }) => dateOf(handoff.openedAt) >= from);
  expect(lately).toHaveLength(SOLD.recent);
  const tries = SOLD.attempts.ana + SOLD.attempts.bruno;
  const dates = Array.from({ length: 30 }, (_, day) =>
    new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10),
  );
  // Ana, Bruno and Camila keep the office's hours.
  const peopleDays = dates.filter(open).length * 3;
  expect(capacity).toMatchObject({ handoffs: SOLD.recent, due: SOLD.recent * 5, made: tries, peopleDays });
  for (const [figure, value] of [
    ['handoffs', SOLD.recent],
    ['due', SOLD.recent * 5],
    ['made', tries],
    ['people-days', peopleDays],
  ] as const)
    expect([figure, await numberIn(page, `[data-figure=${figure}] td`)]).toEqual([figure, value]);
  const perDay = (count: number) => Math.round((count / peopleDays) * 10) / 10;
  expect(await numberIn(page, '[data-figure=asks] dd')).toBe(perDay(SOLD.recent * 5));
  expect(await numberIn(page, '[data-figure=makes] dd')).toBe(perDay(tries));
  expect(await numberIn(page, `[data-person="${members.ana}"] a`)).toBe(SOLD.attempts.ana);

  expect(await leadsBehind(page, '[data-goal=delivered] a')).toBe(delivered.length);
  expect(await leadsBehind(page, '[data-goal=worked] a')).toBe(isNow ? 2 : 0);
  expect(await leadsBehind(page, '[data-figure=handoffs] a')).toBe(SOLD.recent);
  expect(await leadsBehind(page, `[data-person="${members.bruno}"] a`)).toBe(1);
  await page.locator('.chart summary').click();
  expect(await leadsBehind(page, `[data-on="${dateOf(recentAt)}"] a`)).toBe(isNow ? delivered.length : 0);
  expect(complaints).toEqual([]);
});

test('[TGT1][TGT5] what a quota takes says its interval and sample, or that there is not enough', async (context) => {
  const sold = await openSold(context);
  const { admin, members } = sold;
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.marketer, path: PATH });
  await settled(page);
  const from = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10);
  const answer = ReportsResponse.parse(await request(admin, `GET /v1/reports?names=quota&from=${from}`));
  const [small] = QuotaRows.parse(answer.reports[0]?.rows);
  const cell = (segment: string, of: string) => textOf(page, `[data-segment=${segment}] [data-of=${of}]`);

  // Eight of the season’s nine wins have a rate, and one of the last hours.
  const average = (8 * SOLD.deal + SOLD.recentDeal) / 9;
  expect(small).toMatchObject({ deal: { averageCents: Math.round(average * 100), n: 9, withoutRate: 1 } });
  expect(await cell('small', 'deal')).toContain(`$${Math.round(average).toLocaleString('en')}`);
  expect(await cell('small', 'deal')).toContain('1 deal without a rate left out');
  // The last hours’ cohort is too young to have closed.
  expect(small?.closeRate).toMatchObject({ hits: SOLD.won.small, n: SOLD.handedOff.small });
  expect(await cell('small', 'close')).toBe('37.5%\n21.2% to 57.3%\nn = 24');
  const customers = SOLD.quota.small / average;
  expect(numberOf(await cell('small', 'handoffs'))).toBe(Math.ceil((customers * 24) / 9));
  const { hits, n } = small?.qualifyRate ?? { hits: 0, n: 0 };
  expect(numberOf(await cell('small', 'leads'))).toBe(Math.ceil((((customers * 24) / 9) * n) / hits));
  expect(numberOf(await cell('small', 'worth').then((text) => text.slice(1)))).toBe(
    Math.round((average * 9) / 24),
  );

  expect(await cell('midmarket', 'close')).toContain('not enough: n = 6 of 20');
  expect(await cell('midmarket', 'handoffs')).toBe('not enough to judge by');
  expect(await cell('health', 'quota')).toBe('no quota agreed');

  expect(await leadsBehind(page, '[data-segment=small] [data-of=close] a')).toBe(SOLD.handedOff.small);
  expect(await leadsBehind(page, '[data-segment=small] [data-of=deal] a')).toBe(9);
  expect(await leadsBehind(page, '[data-segment=midmarket] [data-of=close] a')).toBe(6);
  expect(await leadsBehind(page, '[data-segment=small] [data-of=qualify] a')).toBe(n);
  // A marketer reads the team’s figures and nobody’s own (TGT5).
  expect(await page.locator('[data-person]').count()).toBe(0);
});

test('[TGT1][TGT6] what if: typed or by the keyboard, saved nowhere, and written into the draft when asked', async (context) => {
  const { admin, members } = await openSold(context);
  const browser = await openChromium(context);
  const { page, complaints } = await openConsole(browser, admin, { member: members.manager, path: PATH });
  await settled(page);
  const outcome = (name: string, place = 1) =>
    page.locator(`[data-outcome=${name}] td`).nth(place).innerText().then(numberOf);
  const average = (8 * SOLD.deal + SOLD.recentDeal) / 9;
  const team = (rate: number, deal: number, people: number) =>
    Math.ceil((SOLD.quota.small * people) / deal / rate - 1e-9);
  expect(await outcome('team')).toBe(team(9 / 24, Math.round(average * 100) / 100, 3));
  await page.getByText('Not counted, for want of numbers: Mid-market.').waitFor();

  await page.getByLabel('Close rate, %', { exact: true }).fill('50');
  expect(await outcome('per-rep')).toBe(12);
  expect(await outcome('per-rep', 0)).toBe(16);
  await page.getByLabel('Average deal', { exact: true }).fill('3000');
  expect(await outcome('team')).toBe(team(0.5, 3_000, 3));
  const size = page.getByLabel('People who work leads, slider');
  await size.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
  expect(await page.getByLabel('People who work leads', { exact: true }).inputValue()).toBe('6');
  expect(await outcome('team')).toBe(team(0.5, 3_000, 6));
  const version = (await request(admin, 'GET /v1/definitions/current')) as Version;
  const calendar = workspaceCalendarOf(version);
  const month = dateAt(calendar, Date.now()).slice(0, 7);
  const openDays = new Set(calendar.periods.map(({ on }) => on).filter((on) => on.startsWith(month))).size;
  // Five attempts a hand-off over six people.
  expect(await outcome('asks')).toBe(Math.round(((team(0.5, 3_000, 6) * 5) / (6 * openDays)) * 10) / 10);

  // A segment nobody knows a rate of takes what is expected of it.
  await page.getByLabel('Segment', { exact: true }).selectOption({ label: 'Mid-market' });
  await page.getByLabel('Close rate, %', { exact: true }).fill('20');
  const wanted = team(0.5, 3_000, 6) + Math.ceil((SOLD.quota.midmarket * 6) / SOLD.deal / 0.2);
  expect(await outcome('team')).toBe(wanted);
  await page.getByLabel('Quota per rep and month', { exact: true }).fill('30000');
  const more = team(0.5, 3_000, 6) + Math.ceil((30_000 * 6) / SOLD.deal / 0.2);
  expect(await outcome('team')).toBe(more);

  await page.getByRole('button', { name: 'Write these goals' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`Leads delivered: ${more} a month, 40 before`).waitFor();
  await dialog.getByText('Quota of Mid-market: $30,000 per rep and month, $20,000 before').waitFor();
  await dialog.getByRole('button', { name: 'Write' }).click();
  await page.getByText('Written into the draft.').waitFor();
  const draft = (await request(admin, 'GET /v1/definitions/draft')) as Pick<Version, 'definitions'>;
  const before = version.definitions;
  expect(draft.definitions).toEqual({
    ...before,
    goals: before.goals.map((goal) => (goal.id === 'delivered' ? { ...goal, target: more } : goal)),
    quotas: [
      { segment: 'small', perRepMonth: SOLD.quota.small },
      { segment: 'midmarket', perRepMonth: 30_000 },
    ],
  });

  await page.getByRole('button', { name: 'Write these goals' }).click();
  await dialog.getByText('The draft says just this already.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'As it is today' }).click();
  expect(await outcome('team')).toBe(await outcome('team', 0));
  await page.reload();
  await settled(page);
  expect(await outcome('team')).toBe(await outcome('team', 0));
  // The browser tells that there was no draft yet; nothing else was amiss.
  expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
});

test('[ACC2] an sdr reads the targets, of people only themselves, and writes no draft', async (context) => {
  const { admin, members } = await openSold(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.ana, path: '/console/agreement' });
  await settled(page);
  await page.getByRole('link', { name: 'Targets', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Targets' }).waitFor();
  await settled(page);
  expect(await page.locator('[data-person] th').allTextContents()).toEqual(['Ana']);
  expect(await page.getByRole('button', { name: 'Write these goals' }).count()).toBe(0);
});

test('it looks as it should: no goals yet, goals and what if, in every theme and language', async (context) => {
  const { admin, members } = await openSold(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.manager, path: PATH });
  const look = lookAt(page);
  for (const language of LANGUAGES) {
    await speak(page, language);
    await settled(page);
    await page.locator('.chart svg').waitFor();
    expect(await look(`targets-${language}`)).toEqual([]);
  }
  await page.getByRole('button', { name: /borrador…$/ }).click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  expect(await look('targets-write')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  expect(await page.locator('.menu').isVisible()).toBe(false);
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/targets-print.png`, fullPage: true });
}, 240_000);

test('an agreement without goals teaches what one is', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const { page, complaints } = await openConsole(browser, admin, { member: members.marketer, path: PATH });
  await settled(page);
  await page.getByRole('heading', { name: 'No goals agreed yet' }).waitFor();
  const agree = page.getByRole('link', { name: 'Agree on a quota in the draft' });
  expect(await agree.getAttribute('href')).toBe('/console/agreement/draft/targets');
  await page.getByRole('link', { name: 'Work it out' }).click();
  for (const [name, value] of [
    ['Quota per rep and month', '10000'],
    ['Average deal', '2000'],
    ['Close rate, %', '25'],
  ] as const)
    await page.getByLabel(name, { exact: true }).fill(value);
  // Five customers a rep at one in four, and three people.
  expect(await numberIn(page, '[data-outcome=per-rep] td:nth-of-type(2)')).toBe(20);
  expect(await numberIn(page, '[data-outcome=team] td:nth-of-type(2)')).toBe(60);
  expect(await lookAt(page)('targets-empty')).toEqual([]);
  expect(complaints).toEqual([]);
});
