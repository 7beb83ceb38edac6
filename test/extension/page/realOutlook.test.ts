// @vitest-environment node
/** Real mouse and keyboard in a real Chromium, on a webmail acted as Outlook is known to behave: one attempt a mail (ATT1). */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { Sending } from '../../../extension/messages.ts';
import { plannedAt } from '../../../extension/replica/plannedAt.ts';
import { chipsIn, MARINA, type Opened, RAFAEL, realPages, shoot, TIMED } from './realPage.ts';

const open = realPages();
const PAGE = readFileSync(new URL('actedOutlook.html', import.meta.url), 'utf8');
const outlook = (to: readonly string[], more = '') =>
  open(`https://outlook.office.com/mail/inbox/#to=${to.join()}${more}`, PAGE, 'outlook');
const SEND = '[id$=primaryActionButton]';

async function sent({ page, asked }: Opened): Promise<readonly Sending[]> {
  await page.waitForTimeout(400);
  return asked('page.sent') as Sending[];
}
const click = async (page: Page, ...controls: readonly string[]) => {
  for (const control of controls) await page.locator(control).click();
};

describe('[ATT1] one mail really sent is one attempt', TIMED, () => {
  test('by the mouse, to both of two leads at once', async () => {
    const mail = await outlook([MARINA, RAFAEL]);
    await expect.poll(() => chipsIn(mail.page)).toBe(3);
    await shoot(mail.page, 'outlook-compose');
    await click(mail.page, SEND);
    expect((await sent(mail)).map(({ draft }) => draft.to)).toEqual([[MARINA, RAFAEL]]);
  });

  test('by Ctrl+Enter in the text', async () => {
    const mail = await outlook([MARINA]);
    await click(mail.page, '#editorParent_1 [contenteditable]');
    await mail.page.keyboard.press('Control+Enter');
    expect(await sent(mail)).toHaveLength(1);
  });

  test('after a question was answered with yes', async () => {
    const mail = await outlook([MARINA], '&bare');
    await click(mail.page, SEND, '.yes');
    expect((await sent(mail)).map(({ later }) => later)).toEqual([undefined]);
  });

  test.each([
    ['one of the hours offered', ['.first'], [2026, 10, 23, 8, 0]],
    ['an hour of one’s own', ['.own', '.yes'], [2026, 10, 24, 9, 15]],
  ] as const)('[ATT5] later, at %s', async (_what, controls, [year, month, day, hour, minute]) => {
    const mail = await outlook([MARINA]);
    await click(mail.page, '[id$=menuButton]', '.later', ...controls);
    const [sending] = await sent(mail);
    const { text = '', language = '' } = sending?.later ?? {};
    expect(plannedAt(text, language, new Date(2026, 10, 22, 15))).toBe(
      new Date(year, month, day, hour, minute).getTime(),
    );
  });

  test('taken back by its own undo, and sent anew: the first never was', async () => {
    const mail = await outlook([MARINA], '&undo');
    await click(mail.page, SEND);
    const [first] = await sent(mail);
    await click(mail.page, '.bar button');
    await expect.poll(() => mail.asked('page.unsent')).toEqual([{ send: first?.send }]);
    await click(mail.page, SEND);
    expect(await sent(mail)).toHaveLength(2);
    expect(mail.asked('page.unsent')).toHaveLength(1);
  });
});

describe('[ATT1] what was not sent is none', TIMED, () => {
  test.each([
    ['thrown away, after the question', '', ['#discardCompose', '.yes']],
    ['left lying for another mail', '', ['[data-convid=AAQk2]']],
    ['left lying after a question was answered with no', '&bare', [SEND, '.no', '[data-convid=AAQk2]']],
    ['thrown away after a question was answered with no', '&bare', [SEND, '.no', '#discardCompose', '.yes']],
    [
      'hours looked at, then thrown away',
      '',
      ['[id$=menuButton]', '.later', '.no', '#discardCompose', '.yes'],
    ],
    [
      'an hour of one’s own begun, then thrown away',
      '',
      ['[id$=menuButton]', '.later', '.own', '.no', '#discardCompose', '.yes'],
    ],
    ['another size of letters, then thrown away', '', ['.size', '.fourteen', '#discardCompose', '.yes']],
    ['another size of letters, then left lying', '', ['.size', '.fourteen', '[data-convid=AAQk2]']],
  ] as const)('%s', async (_what, more, controls) => {
    const mail = await outlook([MARINA], more);
    await click(mail.page, ...controls);
    expect(await sent(mail)).toEqual([]);
    expect(await mail.page.locator('[id^=docking]').count()).toBe(0);
  });
});
