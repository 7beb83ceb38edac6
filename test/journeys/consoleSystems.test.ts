/**
 * A system is connected in the console from the first look to the last: what has to be filled in, what means
 * what, twenty records tried, what was not taken, access taken back. Each as everybody may meet it, and by keys.
 */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { reasonWords } from '../../shared/messages/reasons/index.ts';
import { ConnectionsResponse } from '../../shared/protocol/connections.ts';
import { request } from '../support/api.ts';
import { openChromium, openConsole, speak } from '../support/console.ts';
import { everyLook } from '../support/everyLook.ts';
import { eventually, needsBrowser } from '../support/journey.ts';
import { openWithDynamics } from '../support/withDynamics.ts';
import { Dynamics } from '../vendors/dynamics/fake.ts';

test('[ACC5] Dynamics is connected by keys, tried, agreed; a letter is read, access taken back is said', async (context) => {
  needsBrowser(context);
  const org = new Dynamics(() => Date.now());
  org.add('lead', {
    firstname: 'Otto',
    lastname: 'Old',
    companyname: 'Acme',
    emailaddress1: 'otto@acme.test',
  });
  const otto = org.rows.all('lead')[0]?.id ?? '';
  const { admin, member } = await openWithDynamics(context, org);
  const chromium = await openChromium(context);
  const path = '/console/connections/systems';
  const { page, complaints } = await openConsole(chromium, admin, {
    member,
    path,
    viewport: { width: 1280, height: 900 },
  });
  const look = everyLook(page);
  const found: string[] = [];
  const see = async (name: string) => found.push(...(await look(name)));
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const byKeys = async (name: string) => {
    await button(name).focus();
    await page.keyboard.press('Enter');
  };
  const system = async () =>
    ConnectionsResponse.parse(await request(admin, 'GET /v1/connections')).connections[0];

  await button('Connect Dynamics 365').waitFor();
  await see('systems-none');
  await byKeys('Connect Dynamics 365');
  await page.getByRole('dialog').waitFor();
  await see('systems-form');
  // A name is no address, and an address copied whole is one.
  const fields = page.getByRole('dialog').locator('input');
  await fields.nth(1).fill('acme');
  await fields.nth(2).fill(org.tenant);
  await page.keyboard.press('Enter');
  await page.getByText(/^This is not written as expected\. acme\.crm4\.dynamics\.com/).waitFor();
  await see('systems-form-wrong');
  // Through the fields by Tab alone, and off by Enter.
  await fields.nth(1).fill('https://');
  await page.keyboard.press('End');
  await page.keyboard.type(new URL(org.site).host);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await button('What means what').waitFor();

  await byKeys('What means what');
  await button('Agree').waitFor();
  await byKeys('Try it on twenty records');
  await page.getByText('otto@acme.test').first().waitFor();
  await see('systems-mapping');
  await byKeys('Agree');
  await page.getByText('running', { exact: true }).waitFor();
  await eventually('the first reading', async () =>
    (await system())?.counts.created === 1 ? true : undefined,
  );

  // Somebody nobody here knows has called, and Dynamics says so.
  const carla = org.addUser('Carla', 'carla@acme.test').id;
  const call = org.add(
    'phonecall',
    {
      subject: 'Call',
      statecode: 1,
      statuscode: 2,
      directioncode: true,
      actualend: new Date().toISOString(),
      'regardingobjectid_lead_phonecall@odata.bind': `/leads(${otto})`,
    },
    carla,
  ).id;
  await tell('phonecall', call);
  await eventually('a letter', async () => ((await system())?.letters === 1 ? true : undefined));
  await page.reload();
  await page.locator('summary', { hasText: 'not taken' }).first().focus();
  await page.keyboard.press('Enter');
  await button('Try again').waitFor();
  await see('systems-letters');
  for (const language of LANGUAGES) {
    await speak(page, language);
    const { plain, next } = reasonWords(language);
    await page.getByText(plain.nobody).waitFor();
    await page.getByText(next.people).waitFor();
  }
  await speak(page, 'en');

  const end = page.getByRole('button', { name: /^Disconnect/ }).first();
  await end.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await see('systems-end');
  await page.keyboard.press('Escape');
  await expect.poll(() => end.evaluate((one) => one === document.activeElement)).toBe(true);

  org.revoke();
  await tell('lead', otto);
  await eventually('it is said', async () => ((await system())?.state === 'revoked' ? true : undefined));
  await page.reload();
  await page.getByRole('alert').first().waitFor();
  await see('systems-revoked');

  expect(found).toEqual([]);
  // What was filled in wrong, and nothing else.
  expect(complaints).toEqual([expect.stringContaining('status of 422')]);

  async function tell(table: string, id: string): Promise<void> {
    const body = {
      MessageName: 'Update',
      PrimaryEntityName: table,
      PrimaryEntityId: id,
      OrganizationId: org.organization.id,
      OperationId: org.rows.newId(),
    };
    const answered = await fetch((await system())?.hookUrl ?? '', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answered.status).toBeLessThan(300);
  }
}, 420_000);
