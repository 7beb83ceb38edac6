/** The draft by forms in real Chromium: filled in by the keyboard, seen as JSON, shared by two people. */
import type { Locator, Page } from '@playwright/test';
import { expect, test, type TestContext } from 'vitest';
import { Definitions } from '../../shared/definitions/definitions.ts';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { formsWords } from '../../shared/messages/forms/index.ts';
import type { Predicate } from '../../shared/predicate/predicate.ts';
import * as z from 'zod';
import { request } from '../support/api.ts';
import { lookAt, openChromium, openConsole, openSample, settled, speak } from '../support/console.ts';
import { openWorkspace } from '../support/journey.ts';

const Draft = z.object({ definitions: Definitions });
const HOME = '/console/agreement/draft';
/** What one person saves reaches the other by the socket, a moment later. */
const PATIENT = { timeout: 20_000 };

/** A workspace with a draft as it is in force, and somebody who writes in it. */
async function openDraft(context: TestContext, part = '') {
  const workspace = await openWorkspace(context);
  const { admin, members } = workspace;
  await request(admin, 'POST /v1/definitions/draft', { body: { version: 1 } });
  const browser = await openChromium(context);
  const path = `${HOME}${part}`;
  const { page, complaints } = await openConsole(browser, admin, { member: members.manager, path });
  const savedDraft = async () => {
    await page.getByText('saved', { exact: true }).waitFor();
    return Draft.parse(await request(admin, 'GET /v1/definitions/draft')).definitions;
  };
  return { ...workspace, browser, page, complaints, savedDraft };
}

const entryOf = (page: Page, name: string) =>
  page.locator('.entry-list li').filter({ has: page.getByRole('button', { name, exact: true }) });
const partLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the agreement' }).getByRole('link', { name });
/** As typed: what is chosen in the list that has the focus. */
async function chooseByKeys(page: Page, label: string): Promise<void> {
  await page.keyboard.type(label);
  await page.keyboard.press('Tab');
}

test('[PRD1] a criterion is put together by the keyboard alone, line by line', async (context) => {
  const { page, complaints, savedDraft } = await openDraft(context, '/segments');
  // The focus comes with the drawing: nothing waits for it, and no letter is lost.
  await page.getByRole('button', { name: '+ Add a segment' }).press('Enter');
  await page.keyboard.type('Big clinics');
  const criterion = entryOf(page, 'Big clinics').locator('.criterion');
  const line = criterion.locator('.line-said').first();
  await line.focus();
  await page.keyboard.press('Enter');
  await chooseByKeys(page, 'Employees');
  await chooseByKeys(page, 'is between');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('50');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('400');
  await page.keyboard.press('Escape');
  await criterion.getByRole('button', { name: 'Employees: 50 to 400', exact: true }).waitFor();
  await criterion.getByRole('button', { name: '+ And…' }).press('Enter');
  await chooseByKeys(page, 'Viewed the pricing page');
  await page.keyboard.type('3');
  await page.keyboard.press('Tab');
  await page.keyboard.type('30');
  await page.keyboard.press('Escape');
  await criterion.getByRole('button', { name: '+ Group' }).press('Enter');
  await chooseByKeys(page, 'Industry');
  await chooseByKeys(page, 'is one of');
  await page.keyboard.press('Escape');
  const saved = await savedDraft();
  const industry = saved.fields.find(({ id }) => id === 'industry')?.choices?.[0]?.id;
  expect(saved.segments.at(-1)).toEqual({
    id: 'bigClinics',
    label: 'Big clinics',
    when: {
      all: [
        { field: 'employees', between: [50, 400] },
        { signal: 'pricing_viewed', times: 3, withinDays: 30 },
        { any: [{ field: 'industry', in: [industry] }] },
      ],
    },
  });

  // Moved, removed and taken back, without the mouse.
  const sentences = () => criterion.locator('.line-said').allTextContents();
  const before = await sentences();
  await criterion.locator('.line-said').nth(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(sentences, PATIENT).toEqual([before[1], before[0], before[2]]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect.poll(sentences, PATIENT).toEqual([before[1], before[2]]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(sentences, PATIENT).toEqual(before);
  await page.keyboard.press('Control+y');
  await expect.poll(sentences, PATIENT).toEqual([before[1], before[0], before[2]]);

  // To another group by the keyboard alone: said where it went, the focus goes along, and it is taken back.
  await criterion.locator('.line-said').nth(0).focus();
  await page.keyboard.press('Enter');
  const moveTo = criterion.getByRole('button', { name: `Move to…: ${before[1]}`, exact: true });
  await moveTo.focus();
  await page.keyboard.press('Enter');
  const target = criterion.locator('.move-places').getByRole('button', { name: /^Any of these/ });
  await target.waitFor();
  await lookAt(page)('criterion-move');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await target.focus();
  await page.keyboard.press('Enter');
  await expect.poll(sentences, PATIENT).toEqual([before[0], before[2], before[1]]);
  await expect.poll(() => criterion.locator('[role=status]').textContent()).toMatch(/^Moved “.*” to “Any of/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(before[1]);
  const movedTo = (await savedDraft()).segments.at(-1)?.when;
  expect(movedTo).toMatchObject({
    all: [{ field: 'employees' }, { any: [{}, { signal: 'pricing_viewed' }] }],
  });
  await page.keyboard.press('Control+z');
  await expect.poll(sentences, PATIENT).toEqual([before[1], before[0], before[2]]);

  // And by the mouse.
  await criterion.locator('.line-head').nth(0).dragTo(criterion.locator('.branch .branch'));
  await expect.poll(sentences, PATIENT).toEqual([before[0], before[2], before[1]]);
  await page.keyboard.press('Control+z');
  await expect.poll(sentences, PATIENT).toEqual([before[1], before[0], before[2]]);

  await criterion.locator('select').first().selectOption({ label: 'None of these' });
  const turned = (await savedDraft()).segments.at(-1);
  expect(Object.keys(turned?.when ?? {})).toEqual(['not']);
  expect(complaints).toEqual([]);
});

test('whatever is added has the focus at once: the first letter typed after it is not lost', async (context) => {
  const { page, admin } = await openDraft(context, '/personas');
  /** Pressed and typed in one go, no frame between: as the fastest hand, or a slow machine, does it. */
  const added = (button: Locator) =>
    button.evaluate(async (pressed: HTMLButtonElement) => {
      pressed.focus();
      pressed.click();
      await Promise.resolve();
      const { activeElement } = document;
      return activeElement === pressed ? 'the button' : activeElement?.matches('input, select, textarea');
    });
  expect(await added(page.getByRole('button', { name: '+ Add a persona' }))).toBe(true);
  const places = [
    ['segments', /^\+ Add a segment/],
    ['fields', /^\+ Add a field/],
    ['policies', /^\+ Add a promise/],
    ['stages', /^\+ Add a stage/],
  ] as const;
  for (const [part, name] of places) {
    await page.goto(`${admin.origin}${HOME}/${part}`);
    expect([part, await added(page.getByRole('button', { name }).first())]).toEqual([part, true]);
  }
  await page.goto(`${admin.origin}/console/agreement/sessions`);
  expect(await added(page.getByRole('button', { name: 'Open a session' }))).toBe(true);
});

test('[DEF1] side by side, what is written in a form stands in the JSON at once, and the other way round', async (context) => {
  const { page, complaints, savedDraft } = await openDraft(context, '/stages?view=both');
  const mql = page.getByRole('button', { name: 'MQL · Marketing qualified lead', exact: true });
  await mql.click();
  const line = (text: string) => page.locator('.editor .cm-line', { hasText: text });
  // The JSON shows the part one is at, and leaves the focus where it is.
  await line('"stages": [').waitFor();
  const chip = page.getByLabel('On the chip');
  await chip.fill('READY');
  await line('"short": "READY"').waitFor();
  expect(await chip.evaluate((input) => input === document.activeElement)).toBe(true);
  await line('"short": "READY"').click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(' NOW', { delay: 5 });
  await line('"short": "READY NOW"').waitFor();
  await expect.poll(() => chip.inputValue()).toBe('READY NOW');
  expect((await savedDraft()).stages[2]).toMatchObject({ short: 'READY NOW' });
  // Part after part, both stay.
  await partLink(page, 'Scoring').click();
  await page.getByRole('heading', { name: 'Scoring' }).waitFor();
  await line('"scoring": {').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await partLink(page, 'Stages').click();
  await line('"short": "READY"').waitFor();
  expect(await lookAt(page)('draft-beside')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('[DEF1] forms and JSON are one draft; what forms cannot read is led to in the JSON', async (context) => {
  const { page, complaints, savedDraft } = await openDraft(context, '/stages');
  await page.getByRole('button', { name: 'MQL · Marketing qualified lead', exact: true }).click();
  await page.getByLabel('On the chip').fill('READY');
  await page.getByLabel('What it means').fill('');
  await page.getByRole('link', { name: 'JSON', exact: true }).click();
  const line = (text: string) => page.locator('.editor .cm-line', { hasText: text });
  await page.locator('.editor .cm-content').waitFor();
  await page.keyboard.press('Control+Home');
  expect((await savedDraft()).stages[2]).toMatchObject({ short: 'READY', meaning: '' });

  // Another text, with a stage owned by nobody there is.
  const broken = JSON.stringify(await savedDraft(), null, 2).replace('"READY"', '"MQL again"');
  await rewrite(page, broken.replace('"owner": "shared"', '"owner": "nobody"'));
  await page.getByText('not saved yet: something is unfinished').waitFor();
  await page.getByRole('link', { name: 'Forms', exact: true }).click();
  await page.getByRole('heading', { name: 'The forms cannot show this draft' }).waitFor();
  await page.getByRole('link', { name: 'Show the place in the JSON' }).click();
  await line('"owner": "nobody"').waitFor();
  await page.locator('.editor .cm-focused').waitFor();
  await page.keyboard.insertText('"shared"');
  await page.getByRole('link', { name: 'Forms', exact: true }).click();
  await page.getByRole('button', { name: 'MQL again · Marketing qualified lead', exact: true }).waitFor();
  // What was written as text can be taken back by the forms, too.
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'READY · Marketing qualified lead', exact: true }).waitFor();
  expect(complaints.filter((told) => !told.includes('422'))).toEqual([]);
});

async function rewrite(page: Page, text: string): Promise<void> {
  const editor = page.locator('.editor .cm-content');
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await editor.evaluate((content, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('what is in use says where; entries are moved and named; what is wrong stands beside its field', async (context) => {
  const { page, savedDraft, complaints } = await openDraft(context, '/lists');
  const before = await savedDraft();
  await page.getByRole('button', { name: 'Remove Competitors' }).click();
  const dialog = page.getByRole('dialog', { name: 'Competitors is in use' });
  const places = dialog.getByRole('link');
  expect(await places.allTextContents()).toEqual([expect.stringContaining('Exclusions')]);
  await places.first().click();
  // Led to the form that asks for it, with the line open.
  await page.getByRole('heading', { name: 'Exclusions', exact: true }).waitFor();
  await page.locator('.line-form').waitFor();
  await partLink(page, 'Lists').click();
  await page.getByRole('button', { name: 'Remove Competitors' }).click();
  await page.getByRole('button', { name: 'Remove it all the same' }).click();
  await partLink(page, 'Exclusions').getByText('1').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await savedDraft()).toEqual(before);

  await partLink(page, 'Fields').click();
  await page.getByRole('button', { name: '+ Add a field' }).click();
  await page.keyboard.type('Number of chairs');
  await page.getByLabel('Kind of value').last().selectOption('choice');
  await page.getByText('1 problem').first().waitFor();
  await page.getByRole('button', { name: '+ Add a value' }).click();
  await page.keyboard.type('Up to 5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('More');
  await page.keyboard.press('Alt+ArrowUp');
  const name = page.getByRole('button', { name: 'Number of chairs', exact: true });
  await name.focus();
  await page.keyboard.press('Alt+ArrowUp');
  const { fields } = await savedDraft();
  expect(fields.at(-2)).toEqual({
    id: 'numberOfChairs',
    label: 'Number of chairs',
    type: 'choice',
    choices: [
      { id: 'more', label: 'More' },
      { id: 'upTo5', label: 'Up to 5' },
    ],
  });
  // The focus went with it.
  expect(await name.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByLabel('Name', { exact: true }).last().fill('');
  await page.getByText('This text must not be empty.').waitFor();
  expect(complaints.filter((told) => !told.includes('422'))).toEqual([]);
});

const Listed = z.object({ leads: z.array(z.object({ id: z.string(), score: z.int() })) });

test('[SCO4] example leads stand beside the scoring table, scored now and by the draft', async (context) => {
  const { admin, members } = await openSample(context);
  const manager = members.find(({ role }) => role === 'manager')?.id ?? '';
  const { version } = z
    .object({ version: z.int() })
    .parse(await request(admin, 'GET /v1/definitions/current'));
  await request(admin, 'POST /v1/definitions/draft', { body: { version } });
  const browser = await openChromium(context);
  const { page, complaints } = await openConsole(browser, admin, {
    member: manager,
    path: `${HOME}/scoring`,
  });
  const examples = page.locator('.examples li');
  await examples.nth(5).locator('.score b').waitFor();
  const scores = async (): Promise<Record<string, readonly number[]>> =>
    Object.fromEntries(
      await examples.evaluateAll((items) =>
        items.map((item) => {
          const [was = '', will = ''] = [
            ...item.querySelectorAll('.score > :not(.unseen, [aria-hidden])'),
          ].map(({ textContent }) => textContent);
          return [item.getAttribute('data-lead') ?? '', [Number(was), Number(will)]] as const;
        }),
      ),
    );
  const { leads } = Listed.parse(await request(admin, 'GET /v1/leads?sort=score&limit=500'));
  const recorded = (id: string) => leads.find((lead) => lead.id === id)?.score;
  const before = await scores();
  expect(Object.keys(before)).toHaveLength(6);
  expect(before).toEqual(
    Object.fromEntries(Object.keys(before).map((id) => [id, [recorded(id), recorded(id)]])),
  );

  // The lowest of the whole is raised: whoever is below it is lifted there, nobody else moves.
  const floor = 45;
  await page.getByLabel('Lowest').last().fill(String(floor));
  const lifted = Object.fromEntries(
    Object.entries(before).map(([id, [was = 0]]) => [id, [was, Math.max(floor, was)]]),
  );
  await expect.poll(scores, PATIENT).toEqual(lifted);
  const last = examples.last();
  await last.getByRole('button').click();
  const cells = await last.locator('tbody td').allTextContents();
  const column = (n: number): number =>
    cells
      .filter((_, place) => place % 2 === n)
      .reduce((sum, text) => sum + Number(text.replace('−', '-')), 0);
  expect([column(0), column(1)]).toEqual(lifted[(await last.getAttribute('data-lead')) ?? '']);

  // A fraction is typed digit by digit.
  await page.getByRole('button', { name: 'Submitted a form', exact: true }).click();
  await page.getByLabel('Loses percent').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12.5');
  await page.getByRole('button', { name: 'Submitted a form', exact: true }).focus();
  expect(await page.getByLabel('Loses percent').inputValue()).toBe('12.5');
  await page.getByText('saved', { exact: true }).waitFor();
  const { scoring } = Draft.parse(await request(admin, 'GET /v1/definitions/draft')).definitions;
  const decays = scoring.groups.flatMap(({ rules }) =>
    rules.map((rule) => ('decay' in rule ? rule.decay : undefined)),
  );
  expect(decays).toContainEqual({ losePercent: 12.5, everyDays: 60 });
  expect(complaints).toEqual([]);
});

test('[DEF1] two browsers on one draft: seen live, both kept where they may, chosen where not', async (context) => {
  const { admin, members, browser, page: one, savedDraft } = await openDraft(context, '/stages');
  const two = (await openConsole(browser, admin, { member: members.marketer, path: `${HOME}/stages` })).page;
  const open = (page: Page) =>
    page.getByRole('button', { name: 'MQL · Marketing qualified lead', exact: true }).click();
  await open(one);
  await open(two);
  await one.getByLabel('On the chip').fill('ONE');
  await savedDraft();
  // Live, in the form that is open.
  await expect.poll(() => two.getByLabel('On the chip').inputValue(), PATIENT).toBe('ONE');

  // Cut off, the second goes on writing; the first saves something else.
  await two.context().setOffline(true);
  await two.getByLabel('What it means').fill('Meant by two');
  await two.getByText('not saved', { exact: true }).waitFor({ timeout: 30_000 });
  await one.getByLabel('On the chip').fill('ONE2');
  await savedDraft();
  await two.context().setOffline(false);
  await two.getByLabel('What it means').fill('Meant by two, again');
  const conflict = two.locator('.conflict');
  await conflict.getByText('Marcos saved the draft while you wrote.').waitFor();
  await conflict.getByText('Meant by two, again').waitFor();
  await conflict.getByText('ONE2').waitFor();
  await conflict.getByRole('button', { name: 'Keep both' }).click();
  await two.getByText('saved', { exact: true }).waitFor();
  expect((await savedDraft()).stages[2]).toMatchObject({ short: 'ONE2', meaning: 'Meant by two, again' });
  await expect.poll(() => one.getByLabel('What it means').inputValue(), PATIENT).toBe('Meant by two, again');

  // Both change the same: one has to be chosen, and the other text is at hand afterwards.
  await two.context().setOffline(true);
  await two.getByLabel('On the chip').fill('TWO');
  await two.getByText('not saved', { exact: true }).waitFor({ timeout: 30_000 });
  await one.getByLabel('On the chip').fill('ONE3');
  await savedDraft();
  await two.context().setOffline(false);
  await two.getByLabel('On the chip').fill('TWO2');
  await conflict.getByText('You both changed the same place').waitFor();
  expect(await conflict.getByRole('button', { name: 'Keep both' }).count()).toBe(0);
  await conflict.getByRole('button', { name: 'Show theirs' }).click();
  await expect.poll(() => two.getByLabel('On the chip').inputValue(), PATIENT).toBe('ONE3');
  await two.getByText('Your own text is kept here.').waitFor();
  await two.getByRole('button', { name: 'Bring it back' }).click();
  await expect.poll(() => one.getByLabel('On the chip').inputValue(), PATIENT).toBe('TWO2');
  expect((await savedDraft()).stages[2]?.short).toBe('TWO2');
}, 180_000);

const isLong = process.env['LONG'] !== undefined;

const PLACES = [
  ['fields', 1],
  ['lists', 1],
  ['signals', 1],
  ['segments', 2],
  ['personas', 0],
  ['exclusions', 0],
  ['stages', 2],
  ['scoring', 2],
  ['review', null],
] as const;

test('axe finds no fault in any part, in any language and theme; 320 px show all of it', async (context) => {
  const { page } = await openDraft(context);
  const look = lookAt(page);
  const found: string[] = [];
  const { origin } = new URL(page.url());
  for (const language of LANGUAGES) {
    await speak(page, language);
    // Each part in one language a run, in all of them in a long run.
    const turn = LANGUAGES.indexOf(language);
    const looked = isLong ? PLACES : PLACES.filter((_, place) => place % LANGUAGES.length === turn);
    for (const [part, entry] of looked) {
      await page.goto(`${origin}${HOME}/${part}`);
      await page.getByRole('heading', { level: 2, name: formsWords(language).parts[part] }).waitFor();
      await settled(page);
      if (entry !== null) await page.locator('.entry-name').nth(entry).click();
      const line = page.locator('.line-said').first();
      if (part === 'stages' || part === 'segments') await line.click();
      await settled(page);
      found.push(...(await look(`forms-${part}-${language}`)));
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  }
  expect(found).toEqual([]);
}, 600_000);

test('[PRD1] every criterion of the starter is shown line by line and left as it is', async (context) => {
  const { page, savedDraft } = await openDraft(context, '/segments');
  const before = await savedDraft();
  for (const [part, criteria] of [
    ['Segments', before.segments.map(({ when }) => when)],
    ['Personas', before.personas.map(({ when }) => when)],
    ['Stages', before.stages.map(({ criteria: asked }) => asked)],
  ] as const) {
    await partLink(page, part).click();
    await page.getByRole('heading', { level: 2, name: part, exact: true }).waitFor();
    for (const [place, criterion] of criteria.entries()) {
      await page.locator('.entry-name').nth(place).click();
      const shown = page.locator('.line-said');
      await expect.poll(() => shown.count(), PATIENT).toBe(criterion === undefined ? 0 : leavesOf(criterion));
      for (let line = 0; line < (await shown.count()); line += 1) {
        await shown.nth(line).click();
        await page.keyboard.press('Escape');
      }
      await page.locator('.entry-name').nth(place).click();
    }
  }
  expect(await savedDraft()).toEqual(before);
});

function leavesOf(criterion: Predicate): number {
  if ('not' in criterion) return leavesOf(criterion.not);
  const inner = 'all' in criterion ? criterion.all : 'any' in criterion ? criterion.any : null;
  return inner === null ? 1 : inner.reduce((sum, one) => sum + leavesOf(one), 0);
}
