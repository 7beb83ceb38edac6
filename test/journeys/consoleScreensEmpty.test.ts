/**
 * What the console shows before there is anything, and when something is amiss: each teaches or says what to
 * do next, in three languages, light and dark, and axe finds nothing.
 */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { faultsOf } from '../support/axe.ts';
import { openChromium, openConsole } from '../support/console.ts';
import { openWorkspace } from '../support/journey.ts';
import { walk } from '../support/screens.ts';

test('rooms of a workspace without leads, faults, and nobody signed in', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const viewport = { width: 1280, height: 900 };
  const { page } = await openConsole(browser, admin, { member: members.manager, viewport });
  const found = [
    ...(await walk(page, admin.origin, [
      { name: 'empty-today', path: 'today', ready: '[data-figure=worked]' },
      { name: 'empty-my-day', path: 'my-day', ready: 'h2' },
      { name: 'empty-leads', path: 'leads', ready: '.empty' },
      { name: 'empty-targets', path: 'agreement/targets', ready: '.targets .empty' },
      { name: 'empty-loop', path: 'closed-loop', ready: '.empty' },
      { name: 'empty-proposals', path: 'agreement/proposals', ready: '.empty' },
      { name: 'empty-sessions', path: 'agreement/sessions', ready: '.empty' },
      { name: 'empty-review', path: 'agreement/review', ready: 'article.pack' },
      { name: 'empty-first-week', path: 'agreement/first-week', ready: '.step' },
      { name: 'empty-absences', path: 'team/absences', ready: '.panel' },
      { name: 'empty-imports', path: 'connections', ready: '.panel' },
      { name: 'nowhere', path: 'attic', ready: 'main h1' },
    ])),
  ];

  await page.route('**/v1/reports?*', (route) => route.fulfill({ status: 500, body: 'no' }));
  found.push(...(await walk(page, admin.origin, [{ name: 'failed', path: 'today', ready: '.failed' }])));
  await page.unroute('**/v1/reports?*');
  await page.route('**/assets/Team-*.js', (route) => route.abort());
  found.push(
    ...(await walk(page, admin.origin, [{ name: 'crashed', path: 'team', ready: 'main button.strong' }])),
  );
  await page.unroute('**/assets/Team-*.js');
  found.push(
    ...(await walk(page, admin.origin, [
      {
        name: 'offline',
        path: 'today',
        ready: '[data-figure=worked]',
        open: () => page.context().setOffline(true),
      },
    ])),
  );
  await page.context().setOffline(false);

  // Nobody is signed in: the worker itself says so, in the browser's language.
  for (const locale of LANGUAGES)
    for (const colorScheme of ['light', 'dark'] as const) {
      const stranger = await (await browser.newContext({ locale, colorScheme })).newPage();
      await stranger.goto(`${admin.origin}/console`);
      await stranger.getByRole('heading', { level: 1 }).waitFor();
      expect(await stranger.evaluate(() => document.documentElement.lang)).toBe(locale);
      found.push(...(await faultsOf(stranger)));
      await stranger.context().close();
    }
  expect(found).toEqual([]);
}, 600_000);
