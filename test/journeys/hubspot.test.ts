/**
 * A HubSpot connected in the console: somebody new there is on the page with a chip within seconds, and what
 * a rep logs on the page is there, once.
 */
import type { Frame, Page } from '@playwright/test';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { ConnectionsResponse } from '../../shared/protocol/connections.ts';
import { SAVED_PAGES } from '../extension/sites/savedPages.ts';
import { request } from '../support/api.ts';
import { untilChips } from '../support/chips.ts';
import { lookAt, openChromium, openConsole } from '../support/console.ts';
import {
  eventually,
  needsBrowser,
  openBrowser,
  openedCard,
  openWorkspace,
  temporaryFolder,
} from '../support/journey.ts';
import { serveSaved } from '../support/savedSite.ts';
import { serveVendor } from '../support/vendorServer.ts';
import { HubSpot } from '../vendors/hubspot/fake.ts';
import { signed } from '../vendors/hubspot/webhooks.ts';

const APP = { clientId: 'hubspot-app', clientSecret: 'hubspot-secret-only-in-tests' };
const MARINA = 'marina.duarte@clinicavida.test';
const Added = z.object({ id: z.string() });

test('[ACC5] [ATT7] a HubSpot is connected; a lead made there has a chip here, an attempt made here is there', async (context) => {
  needsBrowser(context);
  const hubspot = new HubSpot(() => Date.now(), APP);
  const ana = hubspot.addOwner('Ana', '', 'ana@clinic.test');
  hubspot.addContact({ email: 'old@acme.test', firstname: 'Otto', lastname: 'Old', company: 'Acme' });
  const vendor = await serveVendor(
    { fetch: (asked) => hubspot.fetch(asked), agree: (url) => hubspot.access.agree(url) },
    '/oauth/authorize',
  );
  onTestFinished(() => vendor.stop());
  const workspace = await openWorkspace(context, {
    HUBSPOT_CLIENT_ID: APP.clientId,
    HUBSPOT_CLIENT_SECRET: APP.clientSecret,
    COMBINADO_OUTBOUND: 'loopback',
    COMBINADO_VENDORS: vendor.base,
  });
  const { admin, members } = workspace;
  await connect(await openChromium(context));
  const connection = async () =>
    ConnectionsResponse.parse(await request(admin, 'GET /v1/connections')).connections[0];
  await eventually('the first reading', async () =>
    (await connection())?.counts.created === 1 ? true : undefined,
  );

  const { page, browser } = await openPage();
  const contact = hubspot.addContact({
    email: MARINA,
    firstname: 'Marina',
    lastname: 'Duarte',
    company: 'Clínica Vida',
    hubspot_owner_id: ana,
  });
  const hookUrl = (await connection())?.hookUrl ?? '';
  const event = {
    eventId: 1,
    subscriptionId: 1,
    portalId: hubspot.access.portalId,
    appId: 1,
    occurredAt: Date.now(),
    subscriptionType: 'contact.creation',
    attemptNumber: 0,
    objectId: Number(contact.id),
  };
  const { body, headers } = signed(hookUrl, [event], APP.clientSecret, Date.now());
  const told = Date.now();
  expect((await fetch(hookUrl, { method: 'POST', body, headers })).status).toBe(202);
  const [chip] = await untilChips(page, 'tr', (chips) => chips.length > 0);
  console.info(`a chip ${Date.now() - told} ms after HubSpot told`);

  await chip?.click();
  const card = await openedCard(browser, page, 'Marina Duarte');
  await press(card, 'Call');
  await press(card, 'Left message');
  const calls = () => hubspot.records.all('calls');
  // Made by one request, it is linked to its contact by the next.
  const linked = () => hubspot.records.linked('calls', calls()[0]?.id ?? '', 'contacts');
  await eventually('the call over there', async () => (linked().length > 0 ? true : undefined), 60_000);
  expect(calls()[0]?.properties).toMatchObject({
    hs_call_direction: 'OUTBOUND',
    hs_call_disposition: 'b2cf5968-551e-4856-9783-52b3da59a7d0',
    hubspot_owner_id: ana,
  });
  expect([calls().length, linked()]).toEqual([1, [contact.id]]);

  async function connect(chromium: Awaited<ReturnType<typeof openChromium>>): Promise<void> {
    const dana = Added.parse(
      await request(admin, 'POST /v1/members', { body: { name: 'Dana', side: 'neutral', role: 'admin' } }),
    ).id;
    const path = '/console/connections/systems';
    const opened = await openConsole(chromium, admin, { member: dana, path });
    const room = opened.page;
    const look = lookAt(room);
    expect(await look('systems-none')).toEqual([]);
    await room.getByRole('button', { name: 'Connect HubSpot' }).click();
    await room.getByRole('button', { name: 'Go to HubSpot' }).click();
    await room.getByText('Access was given.').waitFor();
    expect(await look('systems-connected')).toEqual([]);
    await room.getByRole('button', { name: 'What means what' }).click();
    await room.getByRole('button', { name: 'Agree' }).waitFor();
    await room.getByRole('button', { name: 'Try it on twenty records' }).click();
    await room.getByText('Otto Old').waitFor();
    expect(await look('systems-mapping')).toEqual([]);
    await room.getByRole('button', { name: 'Agree' }).click();
    await room.getByText('running', { exact: true }).waitFor();
    expect(await look('systems-running')).toEqual([]);
  }

  async function openPage() {
    const saved = SAVED_PAGES.find(({ expected }) =>
      expected.reading.list?.some((key) => key === `email:${MARINA}`),
    );
    if (!saved) throw new Error('no saved list names Marina');
    const { pathname, search, origin, hash, host } = new URL(saved.expected.url);
    const pages = new Map([[`${pathname}${search}`, saved.html]]);
    const served = await serveSaved(pages, temporaryFolder('certificate'));
    if ('missing' in served) return context.skip(served.missing);
    onTestFinished(() => served.stop());
    const opened = await openBrowser(context, workspace, {
      member: members.ana,
      sites: [origin],
      mapped: { [`${host}:443`]: served.port },
    });
    const shown = await opened.context.newPage();
    await shown.setViewportSize({ width: 1280, height: 900 });
    await shown.goto(`${origin}${pathname}${search}${hash}`);
    return { page: shown, browser: opened };
  }
}, 300_000);

/** Nothing in the card can be reached before it is proven that nothing lies over it. */
async function press(card: Frame, name: string): Promise<void> {
  const reachable = () => card.evaluate(() => document.getElementById('card')?.inert === false);
  await expect.poll(reachable, { timeout: 15_000 }).toBe(true);
  const button = card.getByRole('button', { name, exact: true });
  await expect.poll(() => button.isEnabled(), { timeout: 15_000 }).toBe(true);
  await button.focus();
  await (card.page() as Page).keyboard.press('Enter');
}
