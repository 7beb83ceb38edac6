/**
 * Every screen of Today, Leads and Agreement as it looks: axe finds no fault and nothing sticks out,
 * light on a small phone and dark on a wide screen, in three languages. The agreement read as a document.
 */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { request } from '../support/api.ts';
import { lookAt, openChromium, openConsole, openSample, settled, speak } from '../support/console.ts';
import { openWorkspace } from '../support/journey.ts';

test('axe finds no fault on any screen, in any theme and language', async (context) => {
  const { admin, members, leads } = await openSample(context);
  const browser = await openChromium(context);
  const member = members.find(({ role }) => role === 'manager')?.id ?? '';
  const { page, complaints } = await openConsole(browser, admin, { member });
  const [lead = ''] = Object.values(leads);
  const day = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  const screens = {
    today: '/console/today',
    leads: '/console/leads',
    card: `/console/leads/${lead}`,
    past: `/console/leads/${lead}?at=${day}`,
    agreement: '/console/agreement',
  };
  const look = lookAt(page);
  const found: string[] = [];
  for (const language of LANGUAGES) {
    await speak(page, language);
    for (const [name, path] of Object.entries(screens)) {
      await page.goto(`${admin.origin}${path}`);
      await settled(page);
      if (name === 'today') await page.locator('.chart svg').waitFor();
      if (path.includes(lead)) await page.locator('.card, .card-place .panel').first().waitFor();
      found.push(...(await look(`${name}-${language}`)));
    }
  }
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
}, 400_000);

test('[DEF5] the agreement says all that is in it, and older versions with what changed in words', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, {
    member: members.marketer,
    path: '/console/agreement',
  });
  await settled(page);
  const definitions = STARTERS.en;
  const text = (await page.locator('article').textContent()) ?? '';
  for (const { label, meaning } of definitions.stages) {
    expect(text).toContain(label);
    expect(text).toContain(meaning);
  }
  for (const { rules } of definitions.scoring.groups)
    for (const { id, points } of rules) {
      const row = await page.locator(`[data-rule="${id}"] td.n`).textContent();
      expect([id, row]).toEqual([id, `${points < 0 ? '−' : '+'}${Math.abs(points)}`]);
    }
  expect(await page.locator('[data-policy]').count()).toBe(definitions.policies.length);
  for (const { label } of definitions.handoff.reasons) expect(text).toContain(label);
  expect(text).toContain('Mônica (Marketing) signed on');
  expect(text).toContain('Marcos (Sales) signed on');

  const changes = page.locator('[data-version="2"] details');
  await changes.locator('summary').click();
  await changes.locator('.diff li').first().waitFor();
  const { sentences } = (await request(admin, 'GET /v1/definitions/diff?from=1&to=2&language=en')) as {
    sentences: { sentence: string }[];
  };
  const told = await changes.locator('.diff li').allTextContents();
  expect(told).toHaveLength(sentences.length);
  for (const [place, { sentence }] of sentences.entries()) expect(told[place]).toContain(sentence);

  await page.getByLabel('Version', { exact: true }).selectOption('1');
  await page.waitForURL('**/console/agreement?version=1');
  await page.getByText('was in force from').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.menu').isVisible()).toBe(false);
  expect(await page.locator('.contents').isVisible()).toBe(false);
});
