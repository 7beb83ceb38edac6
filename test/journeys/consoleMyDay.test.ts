/**
 * My day in real Chromium on a phone: a rep's day on the sample workspace is what the API lists, a tap
 * opens the card with the same countdown, and an empty day fills while it is looked at.
 */
import { expect, test } from 'vitest';
import type { Version } from '../../shared/definitions/version.ts';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { consoleDayWords } from '../../shared/messages/consoleDay/index.ts';
import { DayResponse } from '../../shared/protocol/day.ts';
import { LeadsListResponse } from '../../shared/protocol/leads.ts';
import { leadOf, request, signIn } from '../support/api.ts';
import { lookAt, openChromium, openConsole, openSample, settled, speak } from '../support/console.ts';
import { handOver, openWorkspace } from '../support/journey.ts';

const PHONE = { viewport: { width: 360, height: 740 } };

test('[ACC2] a rep’s day is what the API lists as owed, late first; a tap opens the card', async (context) => {
  const sample = await openSample(context);
  const browser = await openChromium(context);
  const member = sample.members.find(({ name }) => name === 'Ana')?.id ?? '';
  const { page, complaints } = await openConsole(browser, sample.admin, {
    member,
    path: '/console/my-day',
    ...PHONE,
  });
  await settled(page);
  await page.locator('[data-group]').first().waitFor();

  const ana = await signIn(sample.admin, member);
  const answer = await request(ana, `GET /v1/leads?owner=${member}&sort=due&limit=500`);
  const owed = LeadsListResponse.parse(answer).leads.filter(({ clock }) => clock !== null);
  const rows = page.locator('[data-group] [data-lead]');
  const shown = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-lead') ?? ''));
  expect(owed.length).toBeGreaterThan(2);
  const day = DayResponse.parse(await request(ana, 'GET /v1/me/day'));
  const all = new Set([...owed.map(({ id }) => id), ...day.done.map(({ leadId }) => leadId)]);
  expect(shown.toSorted()).toEqual([...all].toSorted());
  const numbers = await page
    .locator('.calls a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.toSorted()).toEqual(
    Object.values(day.phones)
      .flat()
      .map((phone) => `tel:${phone}`)
      .toSorted(),
  );

  const late = owed.filter(({ clock }) => clock?.status === 'breached').map(({ id }) => id);
  expect(late.length).toBeGreaterThan(0);
  expect(shown.slice(0, late.length)).toEqual(late);
  for (const { id, name } of owed)
    expect(await page.locator(`[data-lead="${id}"] b`).textContent()).toBe(name);

  const timeOf = () => rows.first().locator('.state').textContent();
  const before = await timeOf();
  await rows.first().getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/console/leads/${shown[0]}?**`);
  const clocks = page.locator('.card-place .clock-line .face');
  await clocks.first().waitFor();
  const onCard = await clocks.allTextContents();
  await page.goBack();
  await rows.first().waitFor();
  // A minute may have gone by on the way.
  const after = await timeOf();
  expect(onCard.some((time) => time === before || time === after)).toBe(true);

  const look = lookAt(page);
  const found: string[] = [];
  for (const language of LANGUAGES) {
    await speak(page, language);
    await page.getByRole('region', { name: consoleDayWords(language).groups.late, exact: true }).waitFor();
    found.push(...(await look(`my-day-${language}`)));
  }
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
}, 200_000);

test('[SYN5] an empty day says how it fills, and fills while it is looked at; a marketer has none', async (context) => {
  const workspace = await openWorkspace(context);
  const { admin, members } = workspace;
  const browser = await openChromium(context);
  const path = '/console/my-day';
  const { page } = await openConsole(browser, admin, { member: members.ana, path, ...PHONE });
  const look = lookAt(page);
  const found: string[] = [];
  for (const language of LANGUAGES) {
    await speak(page, language);
    await page.getByRole('heading', { name: consoleDayWords(language).none.title }).waitFor();
    found.push(...(await look(`my-day-empty-${language}`)));
  }
  expect(found).toEqual([]);

  const lead = {
    emails: ['rita@clinic.example'],
    phones: ['+5511988881234'],
    fields: { name: 'Rita' },
    owner: members.ana,
  };
  const id = await handOver(workspace, lead);
  await speak(page, 'en');
  const row = page.locator(`[data-lead="${id}"]`);
  await row.waitFor();
  expect(await row.locator('b').textContent()).toBe('Rita');
  const call = row.getByRole('link', { name: 'Call Rita: +55 11 98888-1234' });
  expect(await call.getAttribute('href')).toBe('tel:+5511988881234');

  // What is done about it goes to "Done today" once nothing is due there today any more.
  await page.locator('.calls a').first().waitFor();
  const ana = await signIn(admin, members.ana);
  const { handoffs } = (await leadOf(ana, id)).state;
  const attempt = { channel: 'call', outcome: 'connected', evidence: 'clicked' };
  await request(ana, `POST /v1/leads/${id}/attempts`, { body: attempt });
  const { handoff } = ((await request(admin, 'GET /v1/definitions/current')) as Version).definitions;
  const reason = handoff.reasons.find((one) => one.answer === 'disqualified' && !one.unreachable)?.id;
  await request(ana, `POST /v1/handoffs/${handoffs[0]?.id}/answer`, {
    body: { answer: 'disqualified', reason },
  });
  const doneRow = page.locator(`[data-group=done] [data-lead="${id}"]`);
  await doneRow.waitFor();
  expect(await doneRow.textContent()).toMatch(/Rita.*(Disqualified|Call · Connected)/);
  await page.getByText('1 done today').waitFor();
  expect(await look('my-day-done')).toEqual([]);

  const { page: other } = await openConsole(browser, admin, { member: members.marketer });
  expect(await other.locator('nav a[href="/console/my-day"]').count()).toBe(0);
  expect(await page.locator('nav a[href="/console/my-day"]').count()).toBe(1);
}, 120_000);
