/**
 * Who sends leads by name, set up in the console by keys: RD Station Marketing with the mistakes on the way and
 * its events as signals; Typeform and Webflow signed as they do it. Each as everybody may meet it.
 */
import { createHmac } from 'node:crypto';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import * as z from 'zod';
import { connectionsWords } from '../../shared/messages/consoleConnections/index.ts';
import { reasonWords } from '../../shared/messages/reasons/index.ts';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { ConnectionsResponse } from '../../shared/protocol/connections.ts';
import { request } from '../support/api.ts';
import { openChromium, openConsole, speak } from '../support/console.ts';
import { everyLook } from '../support/everyLook.ts';
import { eventually, needsBrowser, openWorkspace } from '../support/journey.ts';
import { serveVendor } from '../support/vendorServer.ts';
import { RdMarketing } from '../vendors/rdmarketing/fake.ts';

const Added = z.object({ id: z.string() });
const Leads = z.object({ leads: z.array(z.object({ id: z.string() })) });
const Facts = z.object({ facts: z.array(z.object({ kind: z.string(), body: z.looseObject({}) })) });

async function openRoom(context: TestContext, path: string, vars: Record<string, string> = {}) {
  const { admin } = await openWorkspace(context, vars);
  const body = { name: 'Dana', side: 'neutral', role: 'admin' };
  const { id: member } = Added.parse(await request(admin, 'POST /v1/members', { body }));
  const chromium = await openChromium(context);
  const viewport = { width: 1280, height: 900 };
  const { page, complaints } = await openConsole(chromium, admin, { member, path, viewport });
  const look = everyLook(page);
  const found: string[] = [];
  const see = async (name: string) => found.push(...(await look(name)));
  const button = (name: string | RegExp) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const byKeys = async (name: string | RegExp) => {
    await button(name).first().focus();
    await page.keyboard.press('Enter');
  };
  /** Chosen by the arrow keys, as whoever has no mouse chooses. */
  const choose = async (label: string, option: string) => {
    const list = page.getByLabel(label, { exact: true });
    const chosen = () => list.locator('option:checked').textContent();
    await list.focus();
    await page.keyboard.press('Home');
    for (let n = await list.locator('option').count(); n > 0 && (await chosen()) !== option; n -= 1)
      await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe(option);
  };
  const leads = async () => Leads.parse(await request(admin, 'GET /v1/leads')).leads;
  return { admin, page, complaints, found, see, button, byKeys, choose, leads };
}

test('[ACC5] RD Station Marketing: consent cancelled, a wrong secret, the same account twice; then its events are signals', async (context) => {
  needsBrowser(context);
  const org = new RdMarketing(() => Date.now());
  org.define('cf_empresa', 'STRING', 'Empresa');
  const laura = org.add({ name: 'Laura', email: 'laura@acme.test', cf_empresa: 'Acme' });
  let isCancelled = true;
  const agree = (url: URL): string => {
    const back = org.access.consent(url.href);
    if (!isCancelled) return back.href;
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');
    return back.href;
  };
  // Webhooks go to https alone, which a worker on this machine is not.
  const overHttps = async (asked: Request) => {
    if (asked.method !== 'POST') return org.fetch(asked);
    const body = (await asked.text()).replaceAll('"http://', '"https://');
    return org.fetch(new Request(asked.url, { method: 'POST', headers: asked.headers, body }));
  };
  const vendor = await serveVendor({ fetch: overHttps, agree }, '/auth/dialog');
  onTestFinished(() => vendor.stop());
  const room = await openRoom(context, '/console/connections/systems', {
    RDMARKETING_CLIENT_ID: org.access.app.clientId,
    RDMARKETING_CLIENT_SECRET: org.access.app.clientSecret,
    COMBINADO_OUTBOUND: 'loopback',
    COMBINADO_VENDORS: vendor.base,
  });
  const { admin, page, complaints, found, see, button, byKeys, choose } = room;
  const systems = async () =>
    ConnectionsResponse.parse(await request(admin, 'GET /v1/connections')).connections;
  const connect = async () => {
    await byKeys('Connect RD Station Marketing');
    await page.getByRole('dialog').waitFor();
    await byKeys('Go to RD Station Marketing');
  };

  await connect();
  await page.getByText('No access was given, so nothing changed.').waitFor();
  expect(await systems()).toHaveLength(1);
  isCancelled = false;
  org.access.allowed = false;
  await connect();
  await page.getByText('It does not take this worker’s client id and secret.').waitFor();
  await see('senders-app-refused');
  org.access.allowed = true;
  await connect();
  await page.getByText('Access was given.').waitFor();
  expect(await systems()).toHaveLength(1);

  await byKeys('What means what');
  await button('Agree').waitFor();
  await choose('Conversão', 'Asked for a demo');
  await see('senders-events');
  await byKeys('Agree');
  await page.getByText('running', { exact: true }).waitFor();
  await eventually(
    'the first reading',
    async () => ((await systems())[0]?.counts.created === 1 ? true : undefined),
    60_000,
  );
  org.convert(laura, 'landing-page', { cf_empresa: 'Acme' });
  const [asked] = [...org.webhooks.values()];
  const answer = await fetch(String(asked?.['url']).replace('https:', 'http:'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(org.told(laura)),
  });
  expect(answer.status).toBeLessThan(300);
  const [lead] = await room.leads();
  await eventually(
    'the signal',
    async () => {
      const { facts } = Facts.parse(await request(admin, `GET /v1/leads/${lead?.id ?? ''}/facts`));
      const told = facts.filter(({ kind }) => kind === 'signal.seen').map(({ body }) => body['signal']);
      return told.includes('demo_requested') ? true : undefined;
    },
    60_000,
  );

  // The same account once more: it says where it stands already.
  await connect();
  await page.getByText('This account is connected already; it is in the list below.').waitFor();
  await see('senders-twice');
  await byKeys('Disconnect RD Station Marketing');
  await page.getByRole('dialog').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click();
  await page.getByText('Nothing is connected yet.').waitFor();
  expect(found).toEqual([]);
  // Off to give access, and nowhere else.
  expect(complaints.filter((one) => !one.startsWith(`left the worker: ${vendor.base}`))).toEqual([]);
}, 420_000);

const typeformOf = (secret: string, body: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`;
const webflowOf = (secret: string, at: string, body: string) =>
  createHmac('sha256', secret).update(`${at}:${body}`).digest('hex');

test('[ACC5] Typeform and Webflow are set up by keys from what the console says; what was wrong is said in three languages', async (context) => {
  const room = await openRoom(context, '/console/connections/incoming');
  const { page, complaints, found, see, button, byKeys, choose, leads } = room;
  const post = (url: string, body: string, headers: Record<string, string>) =>
    fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
  const field = (label: string) => page.getByLabel(label, { exact: true });

  await byKeys('Make an address');
  await field('Name').fill('Talk to us');
  await choose('From', 'Typeform');
  await choose('Each message is the signal', 'Asked for a demo');
  await see('senders-typeform-form');
  await page.keyboard.press('Escape');
  await byKeys('Make an address');
  await field('Name').fill('Talk to us');
  await choose('From', 'Typeform');
  await byKeys('Make the address');
  const typeform = {
    url: await field('Address to post to').inputValue(),
    secret: await page.getByLabel(/^Secret/).inputValue(),
  };
  await see('senders-typeform-made');
  await page.keyboard.press('Escape');
  const answers = [
    { type: 'email', email: 'laura@acme.test', field: { id: 'a', ref: 'mail' } },
    { type: 'phone_number', phone_number: 'none', field: { id: 'b', ref: 'tel' } },
  ];
  const sent = JSON.stringify({
    event_id: 'e1',
    event_type: 'form_response',
    form_response: { form_id: 'f', submitted_at: new Date().toISOString(), answers },
  });
  expect((await post(typeform.url, sent, { 'Typeform-Signature': typeformOf('wrong', sent) })).status).toBe(
    401,
  );
  const good = { 'Typeform-Signature': typeformOf(typeform.secret, sent) };
  expect((await post(typeform.url, sent, good)).status).toBe(202);
  await eventually('the lead', async () => ((await leads()).length === 1 ? true : undefined));

  await byKeys('Make an address');
  await field('Name').fill('Site');
  await choose('From', 'Webflow');
  const secret = 'the client secret of an app';
  await field('Secret Webflow signs with').fill(secret);
  await see('senders-webflow-form');
  await byKeys('Make the address');
  const url = await field('Address to post to').inputValue();
  // Webflow's own secret is not ours to show.
  expect(await page.getByLabel(/^Secret/).count()).toBe(0);
  await button('Close').waitFor();
  await page.keyboard.press('Escape');
  const at = String(Date.now());
  const form = JSON.stringify({
    triggerType: 'form_submission',
    payload: { name: 'Contact', data: { Email: 'zaphod@acme.test' }, submittedAt: new Date().toISOString() },
  });
  const proof = (by: string) => ({
    'X-Webflow-Timestamp': at,
    'X-Webflow-Signature': webflowOf(by, at, form),
  });
  expect((await post(url, form, proof('another secret, not theirs'))).status).toBe(401);
  expect((await post(url, form, proof(secret))).status).toBe(202);
  await eventually('two leads', async () => ((await leads()).length === 2 ? true : undefined));

  // What of Typeform's answer was left out is told in everybody's language.
  for (const language of LANGUAGES) {
    await speak(page, language);
    const said = connectionsWords(language).incoming;
    const entry = page.locator('li', { hasText: 'Talk to us' }).last();
    if (language === LANGUAGES[0]) await entry.locator('summary', { hasText: said.deliveries }).click();
    await entry.getByText(reasonWords(language).plain.phone_left_out).waitFor();
  }
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
}, 420_000);
