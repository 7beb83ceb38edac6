/**
 * The main job in a real Firefox with a real worker: signed in through the browser's own window, a chip
 * whose card opens, an attempt logged from the day; one more while the worker was away, sent later, once.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import { launchFirefox, ourBoxes, type Firefox } from '../hostile/firefoxBrowser.ts';
import { invite } from '../support/api.ts';
import { findFirefox } from '../support/firefox.ts';
import {
  attemptsOf,
  eventually,
  firstResponseOf,
  handOver,
  needsBrowser,
  openWorkspace,
  temporaryFolder,
} from '../support/journey.ts';

const NAME = 'Marina Clarke';

/** A way to the worker that can be cut and mended. */
async function wireTo(origin: string) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(new URL(origin).port), '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const cut = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(cut);
  return { origin: `http://127.0.0.1:${port}`, cut, mend: () => listen(port) };
}

async function openFirefox(context: TestContext): Promise<Firefox> {
  const executable = findFirefox();
  if (!executable) return context.skip('no Firefox here: install one, or set FIREFOX_PATH');
  const firefox = await launchFirefox(executable, temporaryFolder('firefox'));
  onTestFinished(() => firefox.close());
  return firefox;
}

async function acceptInvite({ browser }: Firefox, link: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(link);
  await page.waitForSelector('button');
  await page.click('button');
  await page.waitForFunction(() => document.querySelector('button') === null);
  await page.close();
}

/** A page of the extension: such pages never report that they loaded. */
async function ownPage({ browser, pageUrl }: Firefox, path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(pageUrl(path), { timeout: 2_000 }).catch(() => undefined);
  return page;
}

/** Types the address and says yes in the window Firefox opens for it. */
async function signIn(firefox: Firefox, page: Page, origin: string): Promise<void> {
  await page.waitForSelector('input[name=address]');
  await page.type('input[name=address]', origin);
  await page.keyboard.press('Enter');
  const consent = await eventually('the sign-in window', () =>
    pageAt(firefox.browser, `${origin}/v1/authorize`),
  );
  await consent.waitForSelector('form button[type=submit]');
  // The window closes itself under the click.
  await consent.click('form button[type=submit]').catch(() => undefined);
}

async function pageAt(browser: Browser, url: string): Promise<Page | undefined> {
  return (await browser.pages()).find((page) => page.url().startsWith(url));
}

async function untilSays(page: Page, words: string, withinMs = 30_000): Promise<void> {
  const says = () => page.evaluate(() => document.body.innerText).catch(() => '');
  await eventually(words, async () => ((await says()).includes(words) ? true : undefined), withinMs);
}

/**
 * Presses whatever leads to the outcome until the outcome is pressed: what is due on a later date keeps
 * its actions behind one button, and a sync moves the row there while somebody is about to press.
 */
async function log(day: Page, channel: string, outcome: string): Promise<void> {
  await eventually(
    `${outcome} for ${channel}`,
    async () => {
      const asked = await pressIfThere(day, outcome);
      if (asked) return true;
      if (!(await pressIfThere(day, `${channel}: ${NAME}`)))
        await pressIfThere(day, `Log or snooze: ${NAME}`);
      return undefined;
    },
    30_000,
  );
}

/** A real click on the button of this name. */
async function pressIfThere(page: Page, name: string): Promise<boolean> {
  const place = await page.evaluate(placeOf, name);
  if (place) await page.mouse.click(place.x, place.y);
  return place !== undefined;
}

/** Runs in the page. */
function placeOf(name: string): { readonly x: number; readonly y: number } | undefined {
  const button = [...document.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === name && !each.disabled,
  );
  button?.scrollIntoView({ block: 'center' });
  const box = button?.getBoundingClientRect();
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test(
  '[OVR1][ATT2] Firefox: signed in by its own window, a chip whose card opens, an attempt logged, one more while the worker was away',
  { timeout: 300_000 },
  async (context) => {
    needsBrowser(context);
    const workspace = await openWorkspace(context);
    const { ana } = workspace.members;
    const wire = await wireTo(workspace.origin);
    const marina = await handOver(workspace, {
      emails: ['marina.clarke@vidaclinics.example'],
      fields: { name: NAME, company: 'Vida Clinics' },
      owner: ana,
    });
    const firefox = await openFirefox(context);
    const link = new URL(await invite(workspace.admin, ana));
    await acceptInvite(firefox, `${wire.origin}${link.pathname}${link.search}${link.hash}`);

    const welcome = await ownPage(firefox, 'onboarding.html');
    await signIn(firefox, welcome, wire.origin);
    await untilSays(welcome, 'Connected as Ana');

    const inbox = await firefox.browser.newPage();
    await inbox.goto(`${wire.origin}/sample/inbox?lang=en`);
    const chip = await eventually('one chip', async () => {
      const boxes = await ourBoxes(inbox);
      return boxes.length === 1 ? boxes[0] : undefined;
    });
    await inbox.mouse.click(chip.x + Math.min(20, chip.width / 2), chip.y);
    // Without a nonce of the background it goes again (OVR2).
    await eventually('the card', async () => (inbox.frames().length === 2 ? true : undefined));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await inbox.evaluate(() => document.activeElement?.matches('html > combinado-ui'))).toBe(true);
    await inbox.close();

    const day = await ownPage(firefox, 'popup.html');
    await untilSays(day, NAME);
    await log(day, 'Call', 'Connected');
    await eventually(
      'the worker has the attempt',
      async () => ((await firstResponseOf(workspace, marina)) === 'met' ? true : undefined),
      30_000,
    );

    wire.cut();
    await log(day, 'Email', 'Sent');
    await untilSays(day, '1 attempt to send');
    expect(await attemptsOf(workspace, marina)).toHaveLength(1);

    await wire.mend();
    await eventually(
      'the second attempt is sent',
      async () => ((await attemptsOf(workspace, marina)).length > 1 ? true : undefined),
      120_000,
    );
    expect(await attemptsOf(workspace, marina)).toHaveLength(2);
    await untilSays(day, 'Everything is sent', 60_000);
  },
);
