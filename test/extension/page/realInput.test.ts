// @vitest-environment node
/** Real mouse and keyboard in a real Chromium, on a webmail acted as Gmail is known to behave: one attempt a mail (ATT1). */
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Draft } from '../../../extension/messages.ts';
import { findChromium } from '../../support/chromium.ts';
import { overlayScript } from './overlayScript.ts';

const executable = findChromium();
const TIMED = { timeout: 60_000 };
const here = (name: string) => new URL(name, import.meta.url);
const GMAIL = 'https://mail.google.com/mail/u/0/';
const MARINA = 'marina@clinicavida.test';
const RAFAEL = 'rafael@nunes.test';
let script = '';
let browser: Browser | undefined;

beforeAll(async () => {
  if (!executable) return;
  script = await overlayScript();
  browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
}, 120_000);

beforeEach(({ skip }) => {
  if (!executable) skip('no Chrome or Chromium here: install one, or set CHROME_PATH');
});
afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  asked(type: string): unknown[];
}

async function open(url: string, html: string, site: string): Promise<Opened> {
  const context = await browser?.newContext({ viewport: { width: 1100, height: 760 } });
  if (!context) throw new Error('no browser');
  onTestFinished(() => context.close());
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const log: { type: string; body: unknown }[] = [];
  await context.exposeBinding('asked', (_, type: string, body: string) => {
    log.push({ type, body: JSON.parse(body) });
  });
  await context.addInitScript({ content: script });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate((id) => window.combinado.start(id), site);
  await page.waitForTimeout(250);
  return { page, asked: (type) => log.filter((each) => each.type === type).map(({ body }) => body) };
}

const gmail = (to: readonly string[], { query = '', cc = [] as readonly string[] } = {}) =>
  open(
    `${GMAIL}${query}#to=${to.join()}${cc.length > 0 ? `&cc=${cc.join()}` : ''}`,
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

/** Pictures for whoever wants to look: `SHOTS=folder`. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

/** The middle of a button of ours by its accessible name: its root is closed, the accessibility tree is not. */
async function pointOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const node = nodes.find(({ role, name: called }) => role?.value === 'button' && called?.value === name);
  if (!node?.backendDOMNodeId) throw new Error(`nothing is called ${name}`);
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendDOMNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  await session.detach();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Chips on the page: Marina in the list, and whoever of the recipients is a lead. */
async function chipsIn(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const chips = nodes.filter(
    ({ role, name }) => role?.value === 'button' && String(name?.value ?? '').startsWith('Combinado:'),
  );
  return chips.length;
}
