/** Why something was refused, as each person reads it: rows and files, forms, deeds on many, what went out, a backup. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { LANGUAGES, type Language } from '../../shared/lead/vocabulary.ts';
import { connectionsWords } from '../../shared/messages/consoleConnections/index.ts';
import { leadsWords } from '../../shared/messages/consoleLeads/index.ts';
import { reasonSaid, reasonWords } from '../../shared/messages/reasons/index.ts';
import { teamWords } from '../../shared/messages/consoleTeam/index.ts';
import type { PlainReason, Reason } from '../../shared/protocol/reason.ts';
import { request } from '../support/api.ts';
import { openChromium, openConsole, settled, speak } from '../support/console.ts';
import { eventually, openWorkspace } from '../support/journey.ts';

const Added = z.object({ id: z.string() });
const Sent = z.object({ entries: z.array(z.object({ state: z.string() })) });

const FILE = [
  'name;e-mail;phone;captured;country;size',
  'Ana Prado;ana@prado.test;+55 11 98888-1234;2026-02-13;BR;10',
  'No Address;no address;;2026-02-13;BR;10',
  'Half Number;;1234;2026-02-13;BR;10',
  'Nobody;;;2026-02-13;BR;10',
  'No Day;rui@sa.test;;2026-02-31;BR;10',
  'No Date;lia@sa.test;;soon;BR;10',
  'Six;six@sa.test;;2026-02-13;BR;10;more',
].join('\r\n');

const SAID: readonly (readonly [line: string, column: string, Reason])[] = [
  ['3', 'e-mail', { code: 'no_email' }],
  ['4', 'phone', { code: 'no_phone' }],
  ['5', '', { code: 'no_address' }],
  ['6', 'captured', { code: 'no_such_day' }],
  ['7', 'captured', { code: 'no_date' }],
  ['8', '', { code: 'more_cells', n: 6 }],
];

test('rows, a whole file, forms, a delivery and a backup say what is wrong in the language of the reader', async (context) => {
  const { admin } = await openWorkspace(context, { COMBINADO_OUTBOUND: 'loopback' });
  const body = { name: 'Dana', side: 'neutral', role: 'admin' };
  const member = Added.parse(await request(admin, 'POST /v1/members', { body })).id;
  const browser = await openChromium(context);
  const { page, complaints } = await openConsole(browser, admin, { member, path: '/console/connections' });
  // Nobody listens there any more.
  const subscription = { label: 'Gone', url: 'http://127.0.0.1:1/hook', events: ['clock.breached'] };
  const made = Added.parse(await request(admin, 'POST /v1/subscriptions', { body: subscription }));
  await request(admin, `POST /v1/subscriptions/${made.id}/test`, { body: {} });
  await eventually('the delivery that fails', async () => {
    const { entries } = Sent.parse(await request(admin, `GET /v1/subscriptions/${made.id}/deliveries`));
    return entries[0]?.state === 'failed' ? true : undefined;
  });

  for (const language of LANGUAGES) {
    await page.goto(`${admin.origin}/console/connections`);
    await speak(page, language);
    const { imports: said, outgoing, records, parts } = connectionsWords(language);
    const sentence = (reason: Reason) => reasonSaid(reasonWords(language), reason);
    const inFull = (code: PlainReason) => new RegExp(sentence({ code }).slice(1, 40), 'i');

    await choose(page, said.choose, 'shoes.csv', 'shoe size\r\n42');
    await page.getByRole('button', { name: said.start }).click();
    await page.getByRole('alert').getByText(inFull('no_identity_column')).waitFor();

    await choose(page, said.choose, 'leads.csv', FILE);
    await page.getByLabel(`captured: ${said.means}`).selectOption('capturedAt');
    await page.getByRole('button', { name: said.check }).click();
    const entry = page.locator('.entries li').first();
    await entry.locator('summary').click();
    const rows = await entry.locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split('\t'))).toEqual(
      SAID.map(([line, column, why]) => [line, column, sentence(why)]),
    );
    const download = page.waitForEvent('download');
    await entry.getByRole('button', { name: said.allErrors }).click();
    const saved = await readFile(await (await download).path(), 'utf8');
    expect(saved).toContain(`3,e-mail,${sentence({ code: 'no_email' })}\r\n`);
    await page.goto(`${admin.origin}/console/connections/outgoing`);
    await page.getByText(outgoing.deliveries).click();
    await page
      .getByText(sentence({ code: 'not_reached' }))
      .first()
      .waitFor();

    await page.goto(`${admin.origin}/console/connections/records`);
    await settled(page);
    await choose(page, records.restore, 'backup.ndjson', 'not a backup\n');
    await page.locator('button.danger', { hasText: records.restore }).click();
    await page.getByRole('dialog').getByRole('button', { name: records.restore }).click();
    await page.getByRole('alert').getByText(inFull('no_backup')).waitFor();
    expect(await page.getByRole('link', { name: parts.records }).count()).toBe(1);

    await page.goto(`${admin.origin}/console/team/absences`);
    await absent(page, language, inFull('ends_before'));
  }
  // The requests that were refused; nothing else.
  expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
});

async function choose(page: Page, label: string, name: string, text: string): Promise<void> {
  const mimeType = name.endsWith('.csv') ? 'text/csv' : 'application/x-ndjson';
  await page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
}

/** Back before they go. */
async function absent(page: Page, language: Language, wrong: RegExp): Promise<void> {
  const { absences: said } = teamWords(language);
  await page.getByRole('button', { name: said.add }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(said.who).selectOption('Ana');
  await dialog.getByLabel(said.from).fill('2031-03-05T09:00');
  await dialog.getByLabel(said.until).fill('2031-03-04T09:00');
  await dialog.locator('button[type=submit]').click();
  await dialog.locator('.wrong').getByText(wrong).waitFor();
}

test('[SYN1] what could not be done to many says why in the language of the reader', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const leads = ['a@many.test', 'b@many.test'].map((email) => ({ emails: [email], owner: members.ana }));
  await request(admin, 'POST /v1/leads', { body: { leads } });
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.manager, path: '/console/leads' });
  await speak(page, 'pt-BR');
  const { deeds, columns } = leadsWords('pt-BR');
  await page.getByLabel(columns.selectAll).check();
  await page.getByRole('button', { name: deeds.accept, exact: true }).click();
  const why = reasonSaid(reasonWords('pt-BR'), { code: 'nothing_to_answer' });
  await page
    .locator('.undone')
    .getByText(new RegExp(why.slice(1), 'i'))
    .waitFor();
  expect(await page.locator('.undone li').count()).toBe(1);
});
