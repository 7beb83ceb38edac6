/**
 * A real webmail: Roundcube from Debian's packages, with its real list, preview frame, message page
 * and compose. What was really sent is read from the bed's own log.
 */
import type { Frame, Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { SEED_MESSAGES } from '../beds/seedMail.ts';
import { chipsOn, clickOurs, linesOn, untilChips, type Chip } from '../support/chips.ts';
import { attemptsOf, eventually, firstResponseOf } from '../support/journey.ts';
import { openMailbox } from '../support/mailbox.ts';

const ROW = 'tr.message, #message-header';
const BJORN = 'bjorn@fjordworks.test';
/** Who of the senders is a lead: awkward names and spellings among them. */
const LEADS = [
  'ana.kovac@northwind-freight.test',
  BJORN,
  'pat.oneil@harbor-legal.test',
  'li.na@huaxin.test',
  'noname@plainsender.test',
  'sales.lead+trial@example.test',
  'ivy.brandt@lead1.test',
];
const isLead = (address: string) => LEADS.includes(address.toLowerCase());

const besides = (chips: readonly Chip[]) => chips.map(({ beside }) => beside);
const subjectsOf = (leads: boolean) =>
  SEED_MESSAGES.filter(({ address }) => isLead(address) === leads).map(({ subject }) => subject);

async function preview(page: Page, subject: string): Promise<Frame> {
  await page.locator('#messagelist tr.message', { hasText: subject }).locator('td.subject').click();
  return eventually('the preview', async () => {
    const frame = page.frames().find((each) => each.url().includes('_action=preview'));
    const shown = await frame
      ?.locator('#message-header .subject')
      .textContent()
      .catch(() => '');
    return shown?.includes(subject) ? frame : undefined;
  });
}

test('[OVR1] chips in the list, the preview frame and the message; none for strangers, newsletters or quoted addresses', async (context) => {
  const { page, bed } = await openMailbox(context, LEADS);
  const all = await untilChips(page, ROW, (chips) => chips.length >= LEADS.length);
  for (const subject of subjectsOf(true)) {
    expect(
      besides(all).filter((beside) => beside.includes(subject)),
      subject,
    ).toHaveLength(1);
  }
  for (const subject of subjectsOf(false)) {
    expect(
      besides(all).filter((beside) => beside.includes(subject)),
      subject,
    ).toHaveLength(0);
  }

  const theirs = await preview(page, 'Demo next Tuesday');
  const inFrame = await untilChips(page, ROW, (chips) => chips.length > 0, { frame: theirs });
  expect(inFrame).toHaveLength(1);
  // A stranger's mail that quotes a lead, and a forwarded one that names another.
  for (const subject of ['Quoting one of yours', 'Fwd: intro to your team', '5 growth hacks']) {
    const frame = await preview(page, subject);
    await page.waitForTimeout(700);
    expect(await chipsOn(page, ROW, frame), subject).toEqual([]);
  }

  const uid = SEED_MESSAGES.length - SEED_MESSAGES.findIndex(({ address }) => address === BJORN);
  await page.goto(`${bed.origin}/?_task=mail&_action=show&_uid=${uid}&_mbox=INBOX`);
  expect(await page.locator('#message-header').textContent()).toContain('Demo next Tuesday');
  expect(await untilChips(page, ROW, (chips) => chips.length > 0)).toHaveLength(1);
});

test('[OVR3] the compose strip names the deadline; one mail sent is one attempt; a draft, a discard and a stranger are none; undo withdraws it', async (context) => {
  const { page, bed, workspace, ids } = await openMailbox(context, LEADS);
  const bjorn = ids.get(BJORN) ?? '';
  const compose = async (to: string) => {
    await page.goto(`${bed.origin}/?_task=mail&_action=compose&_to=${encodeURIComponent(to)}`);
    await page.locator('#compose-subject').fill('About your demo');
    await page.locator('#composebody').fill('Hello');
  };
  const strip = () =>
    eventually('the strip', async () => (await linesOn(page)).find((line) => /First response/.test(line)));
  const attempts = () => attemptsOf(workspace, bjorn);

  await compose(BJORN);
  expect(await strip()).toMatch(/First response is due .*\d{1,2}:\d{2}/);
  await page.locator('#toolbar-menu .save.draft, a.save.draft').first().click();
  await page.locator('#messagestack .confirmation').first().waitFor();
  await page.goto(`${bed.origin}/?_task=mail&_mbox=INBOX`);
  await page.locator('#messagelist tr.message').first().waitFor();

  await compose(BJORN);
  await strip();
  await page.goto(`${bed.origin}/?_task=mail&_mbox=INBOX`);
  await page.locator('#messagelist tr.message').first().waitFor();

  await compose('somebody@stranger.test');
  await page.locator('button.btn.send').click();
  await page.waitForURL((url) => !url.searchParams.has('_action'));
  expect(bed.sent().map(({ to }) => to)).toEqual([['somebody@stranger.test']]);
  expect(await attempts()).toEqual([]);

  await compose(BJORN);
  await strip();
  await page.locator('button.btn.send').click();
  await eventually('the attempt', async () => ((await attempts()).length > 0 ? true : undefined));
  expect(bed.sent().filter(({ to }) => to.includes(BJORN))).toHaveLength(1);
  expect(await attempts()).toMatchObject([{ channel: 'email', evidence: 'observed' }]);
  expect(await firstResponseOf(workspace, bjorn)).toBe('met');

  await clickOurs(page, /^Undo/);
  await eventually('the undo', async () => ((await attempts()).length === 0 ? true : undefined));
  expect(await firstResponseOf(workspace, bjorn)).toBe('running');
});
