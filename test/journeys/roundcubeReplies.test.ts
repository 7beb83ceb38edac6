/**
 * Writing to two leads in a real webmail: a mail to both counts for both, once; the strip says whom it does
 * not count for, warns of a no and names a
 * colleague's recent word; a mail that is not to count does not. `SHOTS=folder` keeps pictures.
 */
import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import type { SeedMessage } from '../beds/seedMail.ts';
import { openDevice, signIn } from '../support/api.ts';
import { clickOurs, linesOn, untilChips } from '../support/chips.ts';
import { attemptsOf, eventually } from '../support/journey.ts';
import { openMailbox } from '../support/mailbox.ts';

const IVY = 'ivy.brandt@lead1.test';
const BJORN = 'bjorn@fjordworks.test';
const MESSAGES: readonly SeedMessage[] = [
  { name: 'Bjørn Dahl', address: BJORN, subject: 'Demo next Tuesday', kind: 'html' },
  { name: 'Ivy Brandt', address: IVY, subject: 'The two of us', kind: 'plain', alsoTo: `Bjorn <${BJORN}>` },
  {
    name: 'A Stranger With Quite A Long Name',
    address: 'long@nowhere.test',
    subject: 'Hello',
    kind: 'plain',
  },
];

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/roundcube-${name}.png` });
}
const strip = (page: Page, says: RegExp) =>
  eventually(`the strip: ${says}`, async () => (await linesOn(page)).find((line) => says.test(line)));

test('[ATT1][OVR3] a mail to two leads is an attempt for each; a no, a colleague and "do not count" are heeded', async (context) => {
  const { page, bed, workspace, ids } = await openMailbox(context, [IVY, BJORN], MESSAGES);
  const { admin, members } = workspace;
  const [ivy, bjorn] = [ids.get(IVY) ?? '', ids.get(BJORN) ?? ''];
  const counts = async () => [
    (await attemptsOf(workspace, ivy)).length,
    (await attemptsOf(workspace, bjorn)).length,
  ];
  const send = async () => {
    await page.locator('button.btn.send').click();
    await page.waitForURL((url) => !url.searchParams.has('_action'));
  };
  const heights = () =>
    page
      .locator('#messagelist tr.message')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  await untilChips(page, 'tr.message', (chips) => chips.length === 2);
  await shoot(page, 'list');
  // The stranger's line has no chip: the others are as high.
  expect(new Set(await heights()).size).toBe(1);

  await page
    .locator('#messagelist tr.message', { hasText: 'The two of us' })
    .locator('td.subject')
    .dblclick();
  await page.waitForURL((url) => url.searchParams.get('_action') === 'show');
  // The other stands among the recipients, which the webmail folds away.
  await untilChips(page, '#message-header', (chips) => chips.length === 1);
  await shoot(page, 'thread');
  const uid = new URL(page.url()).searchParams.get('_uid') ?? '';
  const replyAll = `${bed.origin}/?_task=mail&_action=compose&_reply_uid=${uid}&_mbox=INBOX&_all=all`;
  await page.goto(replyAll);
  await strip(page, /First response/);
  await shoot(page, 'reply-all');
  // Who answered folds the other into the copies; to count for them too, they are written to.
  await strip(page, /in copy: counts only/);
  await page.goto(`${bed.origin}/?_task=mail&_action=compose&_to=${encodeURIComponent(`${IVY},${BJORN}`)}`);
  await page.locator('#compose-subject').fill('Both of you');
  await page.locator('#composebody').fill('Hello');
  await strip(page, /First response/);
  await shoot(page, 'two-leads');
  await send();
  await eventually('both attempts', async () =>
    (await counts()).every((each) => each > 0) ? true : undefined,
  );
  expect(await counts()).toEqual([1, 1]);
  expect(bed.sent().map(({ to }) => to.toSorted())).toEqual([[BJORN, IVY]]);

  const bruno = await openDevice(await signIn(admin, members.bruno));
  const tried = { channel: 'call', outcome: 'no_answer', evidence: 'clicked' } as const;
  await bruno.push('attempt.log', { ...tried, leadId: bjorn }, Date.now());
  const compose = async (to: string) => {
    await page.goto(`${bed.origin}/?_task=mail&_action=compose&_to=${encodeURIComponent(to)}`);
    await page.locator('#compose-subject').fill('About your demo');
    await page.locator('#composebody').fill('Hello');
  };
  await compose(BJORN);
  expect(await strip(page, /Bruno/)).toMatch(/Bruno was in touch/);
  await shoot(page, 'colleague');
  await clickOurs(page, /do not count/i);
  await strip(page, /not logged/);
  await send();
  expect(bed.sent()).toHaveLength(2);

  await bruno.push('lead.optOut', { leadId: ivy, channel: 'email' }, Date.now());
  await compose(IVY);
  expect(await strip(page, new RegExp(IVY.replaceAll('.', '[.]')))).toMatch(
    /do not send|no (?:contact|e?-?mail)|asked/i,
  );
  await shoot(page, 'opted-out');
  await send();
  expect(bed.sent()).toHaveLength(3);
  // Sent all the same it is on record, where it counts for nothing (HOF6).
  await eventually('the record of it', async () => ((await counts())[0] === 2 ? true : undefined));
  // Long enough for one too many to arrive.
  await page.waitForTimeout(2_000);
  expect(await counts()).toEqual([2, 2]);
});
