/** The room "Connections" in real Chromium: files, hooks, webhooks, persons, backup, audit; by role and axe. */
import { readFile } from 'node:fs/promises';
import { expect, test, type TestContext } from 'vitest';
import * as z from 'zod';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { connectionsWords } from '../../shared/messages/consoleConnections/index.ts';
import { request } from '../support/api.ts';
import { lookAt, openChromium, openConsole, speak } from '../support/console.ts';
import { eventually, openWorkspace } from '../support/journey.ts';

const Added = z.object({ id: z.string() });
const Leads = z.object({ leads: z.array(z.object({ id: z.string() })) });

async function openRoom(context: TestContext, part = '', as: 'admin' | 'marketer' = 'admin') {
  const workspace = await openWorkspace(context);
  const browser = await openChromium(context);
  const { admin, members } = workspace;
  const body = { name: 'Dana', side: 'neutral', role: 'admin' };
  const dana = Added.parse(await request(admin, 'POST /v1/members', { body })).id;
  const member = as === 'admin' ? dana : members.marketer;
  const path = `/console/connections${part}`;
  const { page, complaints } = await openConsole(browser, admin, { member, path });
  await page.locator('.panel').first().waitFor();
  const leadCount = async () => Leads.parse(await request(admin, 'GET /v1/leads')).leads.length;
  return { ...workspace, browser, page, complaints, member, leadCount };
}

const CSV = [
  'Nome;E-mail;Telefone;Cadastro;Humor',
  'Ana Prado;ana@prado.test;+55 11 98888-1234;13/02/2026;bom',
  'Sem Endereço;não é e-mail;;14/02/2026;ruim',
  'Rui Sá;rui@sa.test;;15/02/2026;bom',
].join('\r\n');

test('[TRI2] a file is looked at, checked, taken in, and its wrong row is named by line', async (context) => {
  const { page, complaints, leadCount } = await openRoom(context, '', 'marketer');
  const file = { name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) };
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await page.getByText('What the columns of leads.csv mean').waitFor();
  const meaning = (column: string) => page.getByLabel(`${column}: Means`).inputValue();
  expect(await meaning('E-mail')).toBe('email');
  expect(await meaning('Telefone')).toBe('phone');
  expect(await meaning('Humor')).toBe('');

  await page.getByRole('button', { name: 'Check only' }).click();
  await page.getByText('checked only').waitFor();
  await page.getByText('1 row was not taken').waitFor();
  expect(await leadCount()).toBe(0);

  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByText('2 new').nth(1).waitFor();
  expect(await leadCount()).toBe(2);
  await page.getByText('1 row was not taken').first().click();
  await page.getByRole('cell', { name: '3', exact: true }).first().waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'All of them, as CSV' }).first().click();
  const saved = await readFile(await (await download).path(), 'utf8');
  expect(saved).toMatch(/^\uFEFFLine,Column,What is wrong\r\n3,E-mail,this is no e-mail address\r\n$/);
  expect(complaints).toEqual([]);
  expect(await page.getByRole('link', { name: 'Going out' }).count()).toBe(0);
});

test('[ACC5] an address for a form is made, tried and posted to; a closed one takes nothing more', async (context) => {
  const { page, leadCount } = await openRoom(context, '/incoming');
  await page.getByRole('button', { name: 'Make an address' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Website');
  await page.getByRole('button', { name: 'One more field' }).click();
  await page.getByLabel('Is sent as').fill('full_name');
  await page.getByLabel('Field', { exact: true }).selectOption({ index: 0 });
  await page.getByRole('button', { name: 'Make the address' }).click();
  const url = await page.getByLabel('Address to post to').inputValue();
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  await page.getByText('Try it').first().click();
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText('It would do').waitFor();
  await page.getByRole('status').getByText('ana@acme.example').waitFor();
  expect(await leadCount()).toBe(0);

  const post = () => fetch(url, { method: 'POST', body: new URLSearchParams({ email: 'eva@form.test' }) });
  expect((await post()).status).toBe(202);
  await eventually('the lead', async () => ((await leadCount()) === 1 ? true : undefined));
  await page.getByRole('button', { name: 'Close Website' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close for good' }).click();
  await page.getByText('closed', { exact: true }).waitFor();
  // As one that never was: nobody learns which addresses there are.
  expect((await post()).status).toBe(401);
});

test('[ACC5] Marketo is set up by what the console says, and its message completes a lead', async (context) => {
  const { page, leadCount } = await openRoom(context, '/incoming');
  const look = lookAt(page);
  await page.getByRole('button', { name: 'Make an address' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Campaigns');
  await page.getByLabel('From', { exact: true }).selectOption('marketo');
  expect(await look('connections-marketo-form')).toEqual([]);
  await page.getByRole('button', { name: 'Make the address' }).click();
  const url = await page.getByLabel('Address to post to').inputValue();
  const key = await page.getByLabel('Key for the header X-Combinado-Key').inputValue();
  const template = await page.getByLabel('Payload template').inputValue();
  expect(template).toContain('"email": {{lead.Email Address}}');
  await page.getByText('Set Custom Header').waitFor();
  expect(await look('connections-marketo-made')).toEqual([]);
  // As Marketo fills it in: words in quotes, numbers as they are.
  const values: Readonly<Record<string, string>> = {
    'lead.Id': '7',
    'lead.Email Address': '"mia@acme.test"',
  };
  const body = template.replaceAll(/\{\{([^}]+)\}\}/g, (_, token: string) => values[token] ?? '""');
  const post = (headers: Record<string, string>) =>
    fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
  expect((await post({})).status).toBe(401);
  expect((await post({ 'X-Combinado-Key': key })).status).toBe(202);
  await eventually('the lead', async () => ((await leadCount()) === 1 ? true : undefined));
});

test('events are sent to an address of one’s own, paused, and given a new secret', async (context) => {
  const { page } = await openRoom(context, '/outgoing');
  await page.getByRole('button', { name: 'Send events' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Warehouse');
  await page.getByLabel('As', { exact: true }).selectOption('json');
  await page.getByLabel('Address').fill('ftp://warehouse.test');
  await page.getByRole('button', { name: 'Begin to send' }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  expect(await page.getByLabel('Address').getAttribute('aria-invalid')).toBe('true');

  await page.getByLabel('Address').fill('https://warehouse.example/events');
  await page.getByRole('button', { name: 'Begin to send' }).click();
  const first = await page.getByLabel('Secret we sign with').inputValue();
  expect(first).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('paused', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'New secret' }).click();
  expect(await page.getByLabel('Secret we sign with').inputValue()).not.toBe(first);
  await page.getByText('What was sent').click();
  await page.getByText('Nothing was sent yet.').waitFor();
  await page.getByRole('button', { name: 'Stop for good' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop for good' }).click();
  await page.getByText('Nothing is sent anywhere.').waitFor();
});

test('[PRI4] a person is downloaded, then erased after asking once more; the audit says so without the address', async (context) => {
  const { admin, page, leadCount } = await openRoom(context, '/records');
  await request(admin, 'POST /v1/leads', { body: { leads: [{ emails: ['eva@acme.test'] }] } });
  await page.getByLabel('E-mail').fill('eva@acme.test');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download it' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('eva@acme.test');

  await page.getByRole('button', { name: 'Erase it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  expect(await leadCount()).toBe(1);
  await page.getByRole('button', { name: 'Erase it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase it' }).click();
  await page.getByText('1 lead is erased.').waitFor();
  expect(await leadCount()).toBe(0);

  await page.getByRole('link', { name: 'What was done' }).click();
  await page.getByText(/erase/).first().waitFor();
  expect(await page.locator('main').textContent()).not.toContain('eva@acme.test');
});

test('[SYN6] a backup is downloaded and taken back; retention stays in its bounds', async (context) => {
  const { admin, page, leadCount } = await openRoom(context, '/records');
  const days = page.getByLabel(/^Notices/);
  await days.fill('60');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  expect(await days.inputValue()).toBe('60');

  await request(admin, 'POST /v1/leads', { body: { leads: [{ emails: ['kept@acme.test'] }] } });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download a backup' }).click();
  const backup = await (await download).path();
  await request(admin, 'POST /v1/leads', { body: { leads: [{ emails: ['later@acme.test'] }] } });
  await page.getByLabel('Take a backup back').first().setInputFiles(backup);
  await page.locator('button', { hasText: 'Take a backup back' }).click();
  await page.locator('dialog button', { hasText: 'Take a backup back' }).click();
  await page.getByText('The backup is being taken back.').waitFor();
  await eventually('the workspace as it was', async () =>
    leadCount().then(
      (count) => (count === 1 ? true : undefined),
      () => undefined,
    ),
  );
});

test('axe finds no fault in any part, in any language and theme; 320 px show all of it', async (context) => {
  const { browser, admin, member } = await openRoom(context);
  const { page } = await openConsole(browser, admin, { member, path: '/console/connections' });
  const look = lookAt(page);
  const found: string[] = [];
  for (const language of LANGUAGES) {
    await speak(page, language);
    const words = connectionsWords(language);
    for (const [part, label] of Object.entries(words.parts)) {
      await page.getByRole('link', { name: label, exact: true }).click();
      await page.locator('.panel').first().waitFor();
      await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      found.push(...(await look(`connections-${part}-${language}`)));
      const add = part === 'incoming' || part === 'outgoing' ? words[part].add : null;
      if (add === null) continue;
      await page.getByRole('button', { name: add }).click();
      await page.getByRole('dialog').waitFor();
      found.push(...(await look(`connections-${part}-form-${language}`)));
      await page.keyboard.press('Escape');
    }
  }
  expect(found).toEqual([]);
}, 300_000);
