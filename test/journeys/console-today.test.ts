/**
 * Today in real Chromium on the sample workspace: every number on the screen is the report's, is what a
 * hand counts out of the leads one by one, and opens exactly its leads.
 */
import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import type { Version } from '../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../shared/lead/versionAt.ts';
import type { LeadState } from '../../shared/lead/state.ts';
import { dateAt, endOfDate, startOfDate } from '../../shared/target/period.ts';
import { ReportLeadsResponse, ReportsResponse } from '../../shared/protocol/reports.ts';
import { duration } from '../../worker/console/ui/numbers.ts';
import { ASKED, figuresOf } from '../../worker/console/today/figures.ts';
import { leadOf, request, signIn } from '../support/api.ts';
import { openChromium, openConsole, openSample, settled, type OpenSample } from '../support/console.ts';
import { eventually } from '../support/journey.ts';

async function statesOf({ admin, leads }: OpenSample): Promise<readonly LeadState[]> {
  const read: LeadState[] = [];
  for (const id of Object.values(leads)) read.push((await leadOf(admin, id)).state);
  return read;
}

const countIn = async (page: Page, selector: string) =>
  Number(/\d[\d,]*/.exec((await page.locator(selector).textContent()) ?? '')?.[0].replaceAll(',', ''));

/** Follows a number to its leads, counts them, and comes back. */
async function leadsBehind(page: Page, selector: string): Promise<number> {
  await page.locator(selector).click();
  await page.waitForURL('**/console/leads?**');
  await page.getByText('Leads behind a number').waitFor();
  await settled(page);
  const said = await page.locator('.page-head .about').textContent();
  await page.goBack();
  await settled(page);
  await page.locator('[data-figure=first-response]').waitFor();
  return Number(/\d+/.exec(said ?? '')?.[0] ?? 0);
}

test('[TGT4] each number is what a hand counts, and opens its leads', async (context) => {
  const sample = await openSample(context);
  const browser = await openChromium(context);
  const member = sample.members.find(({ role }) => role === 'manager')?.id ?? '';
  const { page, complaints } = await openConsole(browser, sample.admin, { member, path: '/console/today' });
  await settled(page);

  const states = await statesOf(sample);
  const version = (await request(sample.admin, 'GET /v1/definitions/current')) as Version;
  const calendar = workspaceCalendarOf(version);
  const month = dateAt(calendar, Date.now()).slice(0, 7);
  const isThisMonth = (at: number | null) => at !== null && dateAt(calendar, at).startsWith(month);
  const clocks = states.flatMap((state) => state.clocks).filter(({ trial }) => !trial);

  const first = clocks.filter(({ kind }) => kind === 'first_response');
  const inTime = first.filter(({ status, endedAt }) => status === 'met' && isThisMonth(endedAt)).length;
  const missed = first.filter(
    ({ status, dueAt }) => (status === 'breached' || status === 'met_late') && isThisMonth(dueAt),
  ).length;
  const share = `${Math.round((inTime / (inTime + missed)) * 1_000) / 10}%`;
  const tile = page.locator('[data-figure=first-response]');
  expect(await tile.locator('b').textContent()).toBe(share);
  expect(await tile.textContent()).toContain(`n = ${inTime + missed}`);

  const handoffs = states.flatMap((state) => state.handoffs.map((handoff) => ({ state, handoff })));
  const delivered = handoffs.filter(({ handoff }) => isThisMonth(handoff.openedAt));
  expect(await countIn(page, '[data-figure=delivered] b')).toBe(delivered.length);

  const late = clocks.filter(({ status, endedAt }) => status === 'breached' && endedAt === null);
  const atRisk = clocks.filter((clock) => clock.atRisk);
  expect(await countIn(page, '[data-count=late]')).toBe(late.length);
  expect(await countIn(page, '[data-count="at risk"]')).toBe(atRisk.length);
  const today = dateAt(calendar, Date.now());
  const isToday = (at: number | null) =>
    at !== null && at >= startOfDate(calendar, today) && at < endOfDate(calendar, today);
  const dueToday = clocks.filter(({ status, dueAt }) => status === 'running' && isToday(dueAt));
  expect(await countIn(page, '[data-count="due today"]')).toBe(dueToday.length);
  const missedToday = clocks.filter(
    ({ status, dueAt }) => (status === 'breached' || status === 'met_late') && isToday(dueAt),
  );
  expect(await countIn(page, '[data-count=kept]')).toBe(missedToday.length);

  // How late each is, as its card says it, and beside them what is at risk.
  const needs = page.locator('tr[data-state]');
  const lateRow = needs.locator('td.n').first();
  const said = await lateRow.locator('.state').textContent();
  expect(said).toMatch(/^late \d/);
  expect(await page.locator('tr[data-state=risk]').count()).toBeGreaterThan(0);
  await needs.first().getByRole('link').click();
  await page.locator('.card .clocks').waitFor();
  expect(await page.locator('.card .clocks .tone-late').allTextContents()).toContain(said);
  await page.goBack();
  await settled(page);

  const answers = handoffs.flatMap(({ handoff }) =>
    handoff.answer && isThisMonth(handoff.answer.at) ? [handoff.answer] : [],
  );
  const accepted = answers.filter(({ answer }) => answer === 'accepted').length;
  expect(await countIn(page, '[data-count=accepted]')).toBe(accepted);
  expect(await countIn(page, '[data-count=returned]')).toBe(answers.length - accepted);

  const captured = states.filter(({ capturedAt, backlog }) => isThisMonth(capturedAt) && !backlog);
  const order = version.definitions.stages.map(({ id }) => id);
  const furthest = captured.map(({ entries }) =>
    Math.max(0, ...entries.map(({ stage }) => order.indexOf(stage))),
  );
  for (const [place, stage] of order.entries()) {
    const reached = furthest.filter((one) => one >= place).length;
    expect([stage, await countIn(page, `[data-stage="${stage}"] td:nth-of-type(3)`)]).toEqual([
      stage,
      reached,
    ]);
  }

  const leadsOf = (list: readonly { readonly id: string }[]) =>
    states.filter((state) => state.clocks.some(({ id }) => list.some((one) => one.id === id))).length;
  expect(await leadsBehind(page, '[data-count=late]')).toBe(leadsOf(late));
  expect(await leadsBehind(page, '[data-count="at risk"]')).toBe(leadsOf(atRisk));
  expect(await leadsBehind(page, '[data-figure=delivered] .figure a')).toBe(
    new Set(delivered.map(({ state }) => state.leadId)).size,
  );
  const reachedBy = (place: number) => furthest.filter((one) => one >= place).length;
  const mql = order.indexOf('mql');
  expect(await leadsBehind(page, '[data-stage="mql"] td:nth-of-type(3) a')).toBe(reachedBy(mql));
  // The share that goes on opens those who did, and the share accepted all that was answered.
  expect(await leadsBehind(page, '[data-stage="mql"] td:nth-of-type(4) a')).toBe(reachedBy(mql + 1));
  const answered = handoffs.filter(({ handoff }) => handoff.answer && isThisMonth(handoff.answer.at));
  expect(await leadsBehind(page, '[data-figure=delivered] p:not(.figure) a')).toBe(
    new Set(answered.map(({ state }) => state.leadId)).size,
  );
  expect(complaints).toEqual([]);
});

test('[TGT2][TGT4] share worked, median response, returns and people are the reports’, and open their leads', async (context) => {
  const sample = await openSample(context);
  const browser = await openChromium(context);
  const member = sample.members.find(({ role }) => role === 'manager')?.id ?? '';
  const { page } = await openConsole(browser, sample.admin, { member, path: '/console/today' });
  await settled(page);
  const version = (await request(sample.admin, 'GET /v1/definitions/current')) as Version;
  const month = dateAt(workspaceCalendarOf(version), Date.now()).slice(0, 7);
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  const query = `names=${ASKED.join(',')}&from=${month}-01&to=${month}-${last}&target=40`;
  const manager = await signIn(sample.admin, member);
  const answer = ReportsResponse.parse(await request(manager, `GET /v1/reports?${query}`));
  const { worked, speed, returns, people } = figuresOf(answer, version.definitions);
  const behind = async (report: string, cell: unknown) => {
    const about = `${query.replace(/^names=[^&]*&/, '')}&limit=500&cell=${encodeURIComponent(JSON.stringify(cell))}`;
    const listed = await request(manager, `GET /v1/reports/${report}/leads?${about}`);
    return ReportLeadsResponse.parse(listed).leads.length;
  };
  const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 1_000) / 10}%`);

  expect(worked.n).toBeGreaterThan(0);
  expect(await page.locator('[data-figure=worked] b').textContent()).toBe(percent(worked.share));
  expect(await page.locator('[data-figure=worked]').textContent()).toContain(
    `n = ${worked.n} settled · ${worked.inProgress} in progress`,
  );
  expect(await page.locator('[data-figure=median] b').textContent()).toBe(
    duration(speed?.whole?.median ?? null),
  );
  expect(await page.locator('[data-figure=median]').textContent()).toContain(`n = ${speed?.whole?.n}`);

  expect(returns.length).toBeGreaterThan(0);
  for (const { reason, n } of returns)
    expect([reason, await countIn(page, `[data-reason="${reason ?? ''}"] td.n`)]).toEqual([reason, n]);
  expect(people.length).toBeGreaterThan(1);
  for (const { person, inTime, attempts } of people) {
    const cells = await page.locator(`[data-person="${person}"] td.n`).allTextContents();
    const tries = attempts ? String(Math.round(attempts.mean * 10) / 10) : '–';
    expect([person, ...cells]).toEqual([person, percent(inTime.share), String(inTime.n), tries]);
  }

  expect(await leadsBehind(page, '[data-figure=worked] a')).toBe(
    await behind('worked', ['decided', 'all', null]),
  );
  expect(await leadsBehind(page, '[data-figure=median] a')).toBe(
    await behind('speed', ['whole', 'all', null]),
  );
  const [first] = returns;
  expect(await leadsBehind(page, `[data-reason="${first?.reason}"] a`)).toBe(
    await behind('dispositions', [
      ['answer', 'reason', first?.reason, 'recycled'],
      ['answer', 'reason', first?.reason, 'disqualified'],
    ]),
  );
});

test('[TGT5] a marketer reads both teams and no person; an sdr reads of people only themselves', async (context) => {
  const sample = await openSample(context);
  const browser = await openChromium(context);
  const peopleFor = async (name: string) => {
    const member = sample.members.find((one) => one.name === name)?.id ?? '';
    const { page } = await openConsole(browser, sample.admin, { member, path: '/console/today' });
    await settled(page);
    expect(await page.locator('[data-figure=first-response] b').textContent()).toMatch(/%$/);
    return page.locator('[data-person] th').allTextContents();
  };
  expect(await peopleFor('Mônica')).toEqual([]);
  expect(await peopleFor('Ana')).toEqual(['Ana']);
  expect((await peopleFor('Marcos')).length).toBeGreaterThan(1);
});

test('filters are in the address, and what happens is seen without a reload', async (context) => {
  const sample = await openSample(context);
  const browser = await openChromium(context);
  const member = sample.members.find(({ role }) => role === 'manager')?.id ?? '';
  const { page } = await openConsole(browser, sample.admin, { member, path: '/console/today' });
  await settled(page);
  const whole = await countIn(page, '[data-figure=delivered] b');
  await page.getByLabel('Source', { exact: true }).selectOption({ label: 'Referral' });
  await page.waitForURL('**/console/today?source=referral');
  await settled(page);
  const part = await countIn(page, '[data-figure=delivered] b');
  expect(part).toBeGreaterThan(0);
  expect(part).toBeLessThan(whole);
  await page.reload();
  await settled(page);
  expect(await countIn(page, '[data-figure=delivered] b')).toBe(part);

  const lead = {
    emails: ['new.lead@journey.example'],
    fields: {
      name: 'New Lead',
      company: 'Journey',
      industry: 'health',
      employees: 120,
      seniority: 'director',
    },
    source: 'referral',
  };
  const made = (await request(sample.admin, 'POST /v1/leads', { body: { leads: [lead] } })) as {
    results: { id: string }[];
  };
  const signals = [{ leadId: made.results[0]?.id, signal: 'demo_requested', source: 'referral' }];
  await request(sample.admin, 'POST /v1/signals', { body: { signals } });
  const grown = await eventually('the new hand-off on the screen', async () =>
    (await countIn(page, '[data-figure=delivered] b')) === part + 1 ? true : undefined,
  );
  expect(grown).toBe(true);
});
