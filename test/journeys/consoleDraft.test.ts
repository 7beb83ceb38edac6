/** The draft in real Chromium: begun, written with a fault and mended, tried, signed by both sides, published. */
import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { draftWords } from '../../shared/messages/consoleDraft/index.ts';
import { request } from '../support/api.ts';
import { lookAt, openChromium, openConsole, speak } from '../support/console.ts';
import { handOver, openWorkspace } from '../support/journey.ts';

const Current = z.object({
  version: z.int(),
  signed: z.boolean(),
  definitions: z.looseObject({ title: z.string() }),
});
const Draft = z.object({ definitions: z.looseObject({ title: z.string() }) });
const Added = z.object({ id: z.string() });
const PATH = '/console/agreement/draft?view=json';

const editorOf = (page: Page) => page.locator('.editor .cm-content');

/** As somebody pastes another text over all there is. */
async function rewrite(page: Page, text: string): Promise<void> {
  await editorOf(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await editorOf(page).evaluate((content, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('[DEF1] [DEF4] from a draft with a fault to a version both sides signed', async (context) => {
  const workspace = await openWorkspace(context);
  const { admin, members } = workspace;
  await handOver(workspace, { emails: ['lead@acme.test'], owner: members.ana });
  const before = Current.parse(await request(admin, 'GET /v1/definitions/current'));
  const browser = await openChromium(context);
  const { page, complaints } = await openConsole(browser, admin, { member: members.manager, path: PATH });
  await page.getByRole('button', { name: `Begin from version ${before.version}` }).click();
  await page.getByText('Nothing yet: it says what is in force.').waitFor();
  await editorOf(page).waitFor();
  // That there was no draft was asked, and told.
  const told = complaints.length;
  const text = JSON.stringify(before.definitions, null, 2);

  await rewrite(page, text.replace('"workspaceCalendar": "', '"workspaceCalendar": "x'));
  await page.getByText('Did you mean').waitFor();
  expect(await page.getByRole('button', { name: 'Try it on today’s leads' }).isDisabled()).toBe(true);
  await rewrite(page, '{ "title": ');
  await page.getByText('not saved: this is no JSON yet').waitFor();

  await rewrite(page, text.replace(before.definitions.title, 'Agreed in November'));
  await page.getByText('Nothing: it can be tried and published.').waitFor();
  await page
    .getByText(/Agreed in November/)
    .first()
    .waitFor();
  const saved = Draft.parse(await request(admin, 'GET /v1/definitions/draft'));
  expect(saved.definitions.title).toBe('Agreed in November');

  await page.getByRole('button', { name: 'Try it on today’s leads' }).click();
  await page.getByText('What happens to today’s 1 lead').waitFor();
  await page.getByText('Nobody moves, and no deadline changes.').waitFor();
  await page.getByRole('button', { name: 'Sign what I read' }).click();
  await page.getByText('Sales: signed by Marcos').waitFor();
  expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0);
  expect(complaints.slice(told)).toEqual([]);

  const other = await openConsole(browser, admin, { member: members.marketer, path: PATH });
  await other.page.getByRole('button', { name: 'Sign what I read' }).click();
  // Seen by the first without doing anything.
  await page.getByText('Marketing: signed by Mônica').waitFor();

  const body = { name: 'Dana', side: 'neutral', role: 'admin' };
  const dana = Added.parse(await request(admin, 'POST /v1/members', { body })).id;
  const third = await openConsole(browser, admin, { member: dana, path: PATH });
  await third.page.getByRole('button', { name: 'Publish' }).click();
  await third.page.getByLabel('Note').fill('A better title');
  await third.page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await third.page.getByRole('heading', { level: 1, name: 'Agreed in November' }).waitFor();
  const after = Current.parse(await request(admin, 'GET /v1/definitions/current'));
  expect(after).toMatchObject({ version: before.version + 1, signed: true });

  // [DEF3] And back, from the older version itself: its text is the next draft.
  await third.page.goto(`${admin.origin}/console/agreement?version=${before.version}`);
  await third.page.getByRole('button', { name: `Go back to v${before.version}` }).click();
  await third.page.getByText('What changes, in words').waitFor();
  const { definitions } = Draft.parse(await request(admin, 'GET /v1/definitions/draft'));
  expect(definitions).toEqual(before.definitions);
});

test('[DEF2] what a preview counts opens its leads, with where each would go, as it would be published', async (context) => {
  const workspace = await openWorkspace(context);
  const { admin, members } = workspace;
  const late = await handOver(workspace, { emails: ['late@acme.test'], owner: members.ana });
  const names = ['Ana', 'Bia', 'Caio'];
  for (const name of names)
    await request(admin, 'POST /v1/leads', {
      body: { leads: [{ emails: [`${name}@sol.test`], fields: { name } }] },
    });
  const whole = z.looseObject({
    stages: z.array(z.looseObject({ id: z.string(), short: z.string() })),
    policies: z.array(z.looseObject({ kind: z.string() })),
  });
  const { definitions } = z
    .object({ definitions: whole })
    .parse(await request(admin, 'GET /v1/definitions/current'));
  const body = {
    definitions: {
      ...definitions,
      stages: definitions.stages.map((stage) =>
        stage.id === 'mql' ? { ...stage, criteria: { score: true, atLeast: 0 } } : stage,
      ),
      policies: definitions.policies.map((policy) =>
        policy.kind === 'first_response' ? { ...policy, target: { businessMinutes: 5 } } : policy,
      ),
    },
  };
  await request(admin, 'PUT /v1/definitions/draft', { body });
  const browser = await openChromium(context);
  const path = '/console/agreement/draft';
  const { page, complaints } = await openConsole(browser, admin, { member: members.manager, path });
  await page.getByRole('button', { name: 'Try it on today’s leads' }).click();
  await page.locator('.tiles li').first().waitFor();
  // Deadlines that run stay as promised, unless it is published otherwise: then it is tried so at once.
  expect(await page.getByText('deadlines come nearer').count()).toBe(0);
  await page.getByLabel('Deadlines that run already').selectOption({ label: 'Move to the new promises' });
  const nearer = page.locator('.tiles li', { hasText: 'deadlines come nearer' });
  await nearer.getByRole('link').click();
  await page.getByText('What the draft would do: leads whose deadlines come nearer').waitFor();
  await page.locator('.lead-table .name').first().waitFor();
  const links = page.locator('.lead-table .name a');
  expect(
    await links.evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname)),
  ).toEqual([`/console/leads/${late}`]);

  await page.goBack();
  const moving = page.getByRole('row', { name: /^Lead MQL/ }).getByRole('link');
  expect(await moving.textContent()).toBe(String(names.length));
  await moving.click();
  await page.getByText('What the draft would do: leads that would move · Lead → MQL').waitFor();
  await expect.poll(async () => (await links.allTextContents()).toSorted()).toEqual(names);
  expect(await page.locator('.lead-table .all').getByText('Lead → MQL').count()).toBe(names.length);
  expect(await lookAt(page)('preview-leads')).toEqual([]);
  await page.getByRole('link', { name: 'Caio' }).click();
  await page.locator('.card').waitFor();
  expect(complaints).toEqual([]);
});

test('[DEF1] two people write the same draft: nobody’s text is lost', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const before = Current.parse(await request(admin, 'GET /v1/definitions/current'));
  await request(admin, 'POST /v1/definitions/draft', { body: { version: before.version } });
  const browser = await openChromium(context);
  const one = (await openConsole(browser, admin, { member: members.manager, path: PATH })).page;
  await editorOf(one).waitFor();
  const text = JSON.stringify(before.definitions, null, 2);
  const titled = (title: string) => text.replace(before.definitions.title, title);
  // What the other one saves arrives by itself while nothing of one's own is unsaved.
  await request(admin, 'PUT /v1/definitions/draft', {
    body: { definitions: { ...before.definitions, title: 'Theirs' } },
    headers: { 'If-Match': '*' },
  });
  await one.locator('.editor .cm-line', { hasText: '"Theirs"' }).waitFor();

  await one.context().setOffline(true);
  await rewrite(one, titled('Mine'));
  await one.getByText('not saved', { exact: true }).waitFor({ timeout: 30_000 });
  await request(admin, 'PUT /v1/definitions/draft', {
    body: { definitions: { ...before.definitions, title: 'Theirs again' } },
    headers: { 'If-Match': '*' },
  });
  await one.context().setOffline(false);
  await rewrite(one, titled('Mine after all'));
  await one.getByRole('button', { name: 'Save mine over it' }).waitFor();
  await one.getByRole('button', { name: 'Save mine over it' }).click();
  await one.getByText('saved', { exact: true }).waitFor();
  const saved = Draft.parse(await request(admin, 'GET /v1/definitions/draft'));
  expect(saved.definitions.title).toBe('Mine after all');
});

test('axe finds no fault in the draft, in any language and theme; 320 px show all of it', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.manager, path: PATH });
  const look = lookAt(page);
  const found: string[] = [];
  found.push(...(await look('draft-none')));
  await request(admin, 'POST /v1/definitions/draft', { body: { version: 1 } });
  await page.reload();
  for (const language of LANGUAGES) {
    await speak(page, language);
    const words = draftWords(language);
    await editorOf(page).waitFor();
    if (language === 'en') await page.getByRole('button', { name: words.preview.run }).click();
    await page.getByRole('button', { name: words.preview.again }).waitFor();
    found.push(...(await look(`draft-${language}`)));
  }
  expect(found).toEqual([]);
}, 300_000);

test('[DEF1] gone while somebody writes: what they wrote is kept and begins the next draft', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.manager, path: PATH });
  await page.getByRole('button', { name: /^Begin from version/ }).click();
  await editorOf(page).waitFor();
  const { definitions } = Draft.parse(await request(admin, 'GET /v1/definitions/draft'));
  // Their connection is away for a moment; what they write cannot be saved.
  await page.route('**/v1/definitions/draft', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await rewrite(page, JSON.stringify({ ...definitions, title: 'Mine' }, null, 2));
  await page.getByText('not saved', { exact: false }).first().waitFor();
  await request(admin, 'DELETE /v1/definitions/draft');
  await page.getByText('What you wrote is kept here.', { exact: false }).waitFor({ timeout: 60_000 });
  await page.unroute('**/v1/definitions/draft');
  await page.getByRole('button', { name: 'Begin a draft with what I wrote' }).click();
  await editorOf(page).waitFor();
  expect(Draft.parse(await request(admin, 'GET /v1/definitions/draft')).definitions.title).toBe('Mine');
});
