/**
 * The draft and the first week, each form with what unfolds in it, as each person may meet them: axe finds
 * nothing and nothing sticks out, in three languages, light and dark, wide, on a phone, zoomed.
 */
import { expect, test } from 'vitest';
import * as z from 'zod';
import { Definitions } from '../../shared/definitions/definitions.ts';
import { request } from '../support/api.ts';
import { openChromium, openConsole, openSample } from '../support/console.ts';
import { press, walk, type Screen } from '../support/screens.ts';

const Draft = z.object({ definitions: Definitions });

test('the draft, each of its parts, and the first week', async (context) => {
  const { admin, members } = await openSample(context);
  const browser = await openChromium(context);
  const idOf = (role: string) => members.find((one) => one.role === role)?.id ?? '';
  const viewport = { width: 1280, height: 900 };
  const { page } = await openConsole(browser, admin, { member: idOf('manager'), viewport });
  const see = (screens: readonly Screen[]) => walk(page, admin.origin, screens);
  const form = (part: string, entry: number | null, open?: Screen['open']): Screen => ({
    name: `draft-${part}`,
    path: `agreement/draft/${part}`,
    ready: '#part-title',
    open: async (on) => {
      if (entry !== null) await on.locator('.entry-name').nth(entry).click();
      await open?.(on);
    },
  });
  const found: string[] = [];
  found.push(
    ...(await see([
      { name: 'first-week', path: 'agreement/first-week', ready: '[role=listitem], ol li' },
      {
        name: 'first-week-propose',
        path: 'agreement/first-week/propose',
        ready: '.wizard',
        open: async (on) => {
          for (const summary of await on.locator('.wizard summary').all()) await summary.click();
        },
      },
      { name: 'draft-none', path: 'agreement/draft', ready: 'main button' },
    ])),
  );
  const version = 2;
  await request(admin, 'POST /v1/definitions/draft', { body: { version } });
  found.push(
    ...(await see([
      form('fields', 1),
      form('lists', 1),
      {
        name: 'draft-in-use',
        path: 'agreement/draft/lists',
        ready: '#part-title',
        open: press('Remove Competitors'),
      },
      form('signals', 1),
      form('segments', 2, (on) => on.locator('.line-said').first().click()),
      form('personas', 0),
      form('exclusions', 0, (on) => on.locator('.line-said').first().click()),
      form('scoring', 2),
      {
        name: 'draft-example',
        path: 'agreement/draft/scoring',
        ready: '.examples .score b',
        open: (on) => on.locator('.examples li button').last().click(),
      },
      form('stages', 2, (on) => on.locator('.line-said').first().click()),
      form('handoff', 0),
      form('routes', 0),
      form('policies', 0, async (on) => {
        await on.locator('.simulated summary').nth(1).click();
        await on.locator('.entry-body:not([hidden]) > details > summary').click();
      }),
      form('calendars', 0, async (on) => {
        await on.locator('.holidays > summary').click();
        await press('Holidays of a country…')(on);
        await on.locator('.country select').first().selectOption('ES');
        await on.locator('.country select').nth(1).selectOption('CT');
        await on.locator('.offered').first().waitFor();
      }),
      form('targets', 0),
      form('review', null),
      { name: 'draft-beside', path: 'agreement/draft/scoring?view=both', ready: '.editor .cm-content' },
      { name: 'draft-json', path: 'agreement/draft?view=json', ready: '.editor .cm-content' },
    ])),
  );

  // A longer first promise, and nobody below sixty points: somebody moves, something is late another day.
  const { definitions } = Draft.parse(await request(admin, 'GET /v1/definitions/draft'));
  const changed: Definitions = {
    ...definitions,
    title: 'Agreed in the winter',
    scoring: { ...definitions.scoring, min: 60 },
    policies: definitions.policies.map((policy) =>
      policy.id === 'first-response' ? { ...policy, target: { businessHours: 6 } } : policy,
    ),
  };
  const headers = { 'If-Match': '*' };
  await request(admin, 'PUT /v1/definitions/draft', { body: { definitions: changed }, headers });
  found.push(
    ...(await see([
      {
        name: 'draft-preview',
        path: 'agreement/draft',
        ready: '.part-list',
        open: async (on) => {
          await press('Try it on today’s leads')(on);
          await on.getByRole('button', { name: 'Try it again' }).waitFor();
        },
      },
    ])),
  );
  const admins = await openConsole(browser, admin, { member: idOf('admin'), viewport });
  found.push(
    ...(await walk(admins.page, admin.origin, [
      { name: 'draft-publish', path: 'agreement/draft', ready: '.part-list', open: press('Publish') },
      { name: 'first-week-drafted', path: 'agreement/first-week', ready: '[role=listitem], ol li' },
    ])),
  );
  const faulty = { ...changed, workspaceCalendar: 'nowhere' };
  await request(admin, 'PUT /v1/definitions/draft', { body: { definitions: faulty }, headers });
  found.push(
    ...(await see([
      { name: 'draft-problems', path: 'agreement/draft', ready: '[data-kind=removed]' },
      { name: 'draft-problems-part', path: 'agreement/draft/calendars', ready: '#part-title' },
    ])),
  );
  expect(found).toEqual([]);
}, 600_000);
