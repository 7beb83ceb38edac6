// @vitest-environment node
/** Real mouse and keyboard in a real Chromium, on a webmail acted as Gmail is known to behave: one attempt a mail (ATT1). */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../extension/messages.ts';
import { chipsIn, MARINA, type Opened, pointOf, RAFAEL, realPages, shoot, TIMED } from './realPage.ts';

const here = (name: string) => new URL(name, import.meta.url);
const GMAIL = 'https://mail.google.com/mail/u/0/';
const open = realPages();

const gmail = (to: readonly string[], { query = '', more = '', cc = [] as readonly string[] } = {}) =>
  open(
    `${GMAIL}${query}#to=${to.join()}${cc.length > 0 ? `&cc=${cc.join()}` : ''}${more}`,
    readFileSync(here('actedGmail.html'), 'utf8'),
    'gmail',
  );
const draftsOf = ({ asked }: Opened) => asked('page.sent').map((each) => (each as { draft: Draft }).draft);
const settle = (page: Page) => page.waitForTimeout(400);

describe('[ATT1] one mail really sent is one attempt', TIMED, () => {
  test('by the mouse', async () => {
    const mail = await gmail([MARINA]);
    await mail.page.locator('.aoO').click();
    await settle(mail.page);
    expect(draftsOf(mail)).toEqual([{ to: [MARINA], cc: [], bcc: [], answering: [] }]);
  });

  test('by Ctrl+Enter in the text, and by Enter on the control', async () => {
    const written = await gmail([MARINA]);
    await written.page.locator('.Am').click();
    await written.page.keyboard.press('Control+Enter');
    await settle(written.page);
    expect(draftsOf(written)).toHaveLength(1);
    const tabbed = await gmail([MARINA]);
    await tabbed.page.locator('.aoO').focus();
    await tabbed.page.keyboard.press('Enter');
    await settle(tabbed.page);
    expect(draftsOf(tabbed)).toHaveLength(1);
  });

  test('to two leads at once it names both, once', async () => {
    const mail = await gmail([MARINA, RAFAEL]);
    await mail.page
      .locator('.aoO')
      .dblclick({ force: true })
      .catch(() => undefined);
    await settle(mail.page);
    expect(draftsOf(mail).map(({ to }) => to)).toEqual([[MARINA, RAFAEL]]);
  });

  test('from a window of its own, which closes by itself', async () => {
    const mail = await gmail([MARINA], { query: '?view=cm' });
    const closed = mail.page.waitForEvent('close');
    await mail.page.locator('.aoO').click();
    await Promise.race([closed, settle(mail.page)]).catch(() => undefined);
    await expect.poll(() => draftsOf(mail).length).toBe(1);
  });

  test('as a reply, which nothing but its undo tells of, after it asked about attachments', async () => {
    const mail = await gmail([MARINA], { more: '&reply&attach' });
    await mail.page.locator('.aoO').click();
    await mail.page.locator('[name=ok]').click();
    await settle(mail.page);
    expect(draftsOf(mail)).toHaveLength(1);
  });

  test('later: with the hour as the page writes it', async () => {
    const mail = await gmail([MARINA]);
    await mail.page.locator('.hG').click();
    await mail.page.locator('.Az').first().click();
    await settle(mail.page);
    expect(mail.asked('page.sent')).toMatchObject([
      { later: { text: 'Tomorrow morning Nov 23, 8:00 AM', language: 'en' } },
    ]);
  });
});

describe('[ATT1] what was not sent is none', TIMED, () => {
  test.each([
    ['a draft kept', ['.Ha']],
    ['a mail thrown away', ['.oh']],
    ['a dialog of hours, left again', ['.hG', '.AM']],
  ])('%s', async (_what, controls) => {
    const mail = await gmail([MARINA]);
    for (const control of controls) await mail.page.locator(control).click();
    await settle(mail.page);
    if (controls.includes('.AM')) await mail.page.locator('.oh').click();
    await settle(mail.page);
    expect(draftsOf(mail)).toEqual([]);
  });

  test('a mail the webmail refused, then thrown away', async () => {
    const mail = await gmail([MARINA, 'not-an-address']);
    await mail.page.locator('.aoO').click();
    await settle(mail.page);
    await mail.page.locator('.oh').click();
    await settle(mail.page);
    expect(draftsOf(mail)).toEqual([]);
  });

  test('a click the page makes up', async () => {
    const mail = await gmail([MARINA]);
    await mail.page.evaluate(() => document.querySelector<HTMLElement>('.aoO')?.click());
    await settle(mail.page);
    expect(draftsOf(mail)).toEqual([]);
  });

  test('the webmail’s undo, while it is sending and after; what is sent anew counts anew', async () => {
    const mail = await gmail([MARINA]);
    await mail.page.locator('.aoO').click();
    await mail.page.locator('#link_undo').click();
    await settle(mail.page);
    expect(mail.asked('page.unsent')).toHaveLength(1);
    await mail.page.locator('.aoO').click();
    await mail.page.locator('#link_vsm').waitFor();
    await mail.page.locator('#link_undo').click();
    await settle(mail.page);
    const sends = mail.asked('page.sent').map((each) => (each as { send: string }).send);
    expect(new Set(sends).size).toBe(2);
    expect(mail.asked('page.unsent').map((each) => (each as { send: string }).send)).toEqual(sends);
  });
});

describe('[ATT1] the undo of a reply, long after', TIMED, () => {
  test.each([
    ['takes it back', [], 1],
    ['is another line’s once something else was done', ['.yW'], 0],
  ])('%s', async (_what, controls, times) => {
    const mail = await gmail([MARINA], { more: '&reply' });
    await mail.page.locator('.aoO').click();
    await settle(mail.page);
    // Beyond the time in which any undo is believed.
    await mail.page.clock.install();
    await mail.page.clock.fastForward(20_000);
    for (const control of controls) await mail.page.locator(control).click();
    await mail.page.locator('#link_undo').click();
    await settle(mail.page);
    expect(mail.asked('page.unsent')).toHaveLength(times);
  });
});

describe('the strip and its chips', TIMED, () => {
  test('[OVR1][OVR3][DEF7] recipients who are leads have chips; words are copied by a real click, and the mail is left as it was', async () => {
    const mail = await gmail([MARINA], { cc: [RAFAEL] });
    await expect.poll(() => chipsIn(mail.page)).toBe(3);
    await shoot(mail.page, 'strip');
    const at = await pointOf(mail.page, 'Words for Clinic director');
    await mail.page.mouse.click(at.x, at.y);
    await shoot(mail.page, 'strip-open');
    const copy = await pointOf(mail.page, 'copy link: Guide: fewer no-shows in 30 days');
    await mail.page.mouse.click(copy.x, copy.y);
    await settle(mail.page);
    expect(await mail.page.evaluate(() => navigator.clipboard.readText())).toBe('https://ours.example/guide');
    expect(mail.asked('page.used')).toEqual([{ key: 'k', material: 'guide' }]);
    expect(await mail.page.locator('.Am').textContent()).toBe('Hi');
  });

  test('[OVR3] the switch on it is reached by keyboard, keeps the focus, and holds the mail back', async () => {
    const mail = await gmail([MARINA]);
    await mail.page.locator('[name=subjectbox]').focus();
    await mail.page.keyboard.press('Tab');
    await mail.page.keyboard.press('Tab');
    await mail.page.keyboard.press('Enter');
    await pointOf(mail.page, 'count it');
    await mail.page.keyboard.press('Enter');
    await pointOf(mail.page, 'do not count');
    await mail.page.keyboard.press('Enter');
    await mail.page.locator('.aoO').click();
    await settle(mail.page);
    expect(draftsOf(mail)).toEqual([]);
  });
});

describe('[ATT1] a form to write mail with, on any site', TIMED, () => {
  const FIELDS = `<input name="to" value="${MARINA}"><input name="subject"><textarea name="body"></textarea>`;
  const formOf = (inside: string) =>
    open(
      'https://crm.ours.example/write',
      `<h1>Write</h1><form onsubmit="this.remove(); return false">${inside}</form>`,
      'generic',
    );

  test('is known by whom it goes to, its subject, its text and its one way to send', async () => {
    const mail = await formOf(`${FIELDS}<button name="save_draft">Draft</button> <button>Send</button>`);
    await mail.page.getByText('Send').click();
    await settle(mail.page);
    expect(draftsOf(mail).map(({ to }) => to)).toEqual([[MARINA]]);
    expect(mail.asked('page.sending')).toMatchObject([{ unproven: true }]);
  });

  test('sends by Enter in a field, too, as the browser does', async () => {
    const mail = await formOf(`${FIELDS}<button>Send</button>`);
    await mail.page.locator('[name=subject]').press('Enter');
    await settle(mail.page);
    expect(draftsOf(mail)).toHaveLength(1);
  });

  test.each([
    ['its draft button', `${FIELDS}<button name="save_draft">Draft</button> <button>Send</button>`],
    ['one of two ways to send it', `${FIELDS}<button>Keep</button><button>Send</button>`],
    [
      'a record with notes',
      `<input type="email" name="email" value="${MARINA}"><textarea name="notes"></textarea><button>Save</button>`,
    ],
  ])('%s sends nothing', async (_what, inside) => {
    const mail = await formOf(inside);
    await mail.page.locator('button').first().click();
    await settle(mail.page);
    expect(draftsOf(mail)).toEqual([]);
  });
});

test('[ATT1] a chat: one real click beside it logs, a made-up one does not', TIMED, async () => {
  const html = `<body style="font:14px Arial"><div id="main"><header><span dir="auto" title="+55 11 98765-4321">+55 11 98765-4321</span></header>
    <p style="height:300px">what they say</p><footer style="border:1px solid #ccc;padding:12px"><div contenteditable="true">Message</div></footer></div></body>`;
  const chat = await open('https://web.whatsapp.com/', html, 'whatsapp');
  await shoot(chat.page, 'chat');
  const at = await pointOf(chat.page, 'No answer');
  await chat.page.mouse.click(at.x, at.y);
  await settle(chat.page);
  expect(chat.asked('page.chat')).toEqual([{ person: { phone: '+5511987654321' } }]);
  expect(chat.asked('page.log')).toEqual([{ key: 'k', did: 'no_answer' }]);
});

test('[OVR5] one real click teaches a list; the page notices nothing of it', TIMED, async () => {
  const row = (name: string, mail: string) =>
    `<tr><td data-field="name">${name}</td><td data-field="mail">${mail}</td><td>Open</td></tr>`;
  const html = `<body style="font:15px Arial;padding:90px 40px"><h1>Our CRM</h1><table border="1" cellpadding="8"><tbody>
    ${row('Marina', MARINA)}${row('Rafael', RAFAEL)}${row('Nobody', '-')}</tbody></table>
    <script>window.reached = 0; addEventListener('click', () => (window.reached += 1));</script></body>`;
  const crm = await open('https://crm.ours.example/', html, 'generic');
  await crm.page.evaluate(() => window.combinado.teach());
  await settle(crm.page);
  const cell = crm.page.locator('[data-field=mail]').first();
  await cell.hover();
  await shoot(crm.page, 'teach-hover');
  await cell.click();
  await settle(crm.page);
  await shoot(crm.page, 'teach-found');
  const keep = await pointOf(crm.page, 'Keep for me');
  await crm.page.mouse.click(keep.x, keep.y);
  await settle(crm.page);
  expect(crm.asked('page.taught')).toEqual([
    {
      view: { view: 'list', rows: ['tbody > tr'], people: ['td[data-field="mail"]'], address: 'text' },
      share: false,
    },
  ]);
  expect(await crm.page.evaluate(() => Reflect.get(window, 'reached'))).toBe(0);
});
