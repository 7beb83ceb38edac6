/**
 * A real browser whose disk is full: what is queued stays and is sent, what cannot be stored is said not
 * to be, also after the service worker started anew, and with space again everything goes on by itself.
 */
import type { CDPSession, Page } from '@playwright/test';
import { v4 as uuid } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { launchWithExtension, stopServiceWorker, type ExtensionBrowser } from '../support/browser.ts';
import { attemptsOf, eventually, handOver, needsBrowser, temporaryFolder } from '../support/journey.ts';
import { ownPage, pairExtension, tellSurely } from '../support/pairing.ts';
import { startWorker } from '../support/worker.ts';
import { foundWorkspace } from '../support/workspace.ts';

const SETUP_TOKEN = 'full-disk-setup-token';
const { storage: NO_SPACE } = messagesFor('en').options.problems;
const Connection = z.looseObject({ state: z.string(), pending: z.number() });
const connection = async (page: Page) => Connection.parse(await tellSurely(page, 'panel.connection', {}));

/** As if the disk held no more than `bytes` for the extension; undefined takes that back. */
async function allow(
  browser: ExtensionBrowser,
  page: Page,
  session: CDPSession,
  bytes?: number,
): Promise<void> {
  const quota = bytes === undefined ? {} : { quotaSize: bytes };
  await session.send('Storage.overrideQuotaForOrigin', { origin: browser.pageUrl(''), ...quota });
  // The browser asks how much is left every half a minute, and anew once all databases were closed for a while.
  await stopServiceWorker(browser, page);
  const full = bytes !== undefined;
  for (let tries = 0; tries < 12; tries += 1) {
    await page.waitForTimeout(3_000);
    if ((await page.evaluate(tryToWrite)) !== full) return;
  }
  throw new Error(full ? 'there is still space' : 'there is no space yet');
}

/** Runs in an extension page; a database of its own, so that nothing is in the way of what is tested. */
function tryToWrite(): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('scratch');
    opening.addEventListener('upgradeneeded', () =>
      opening.result.createObjectStore('scratch', { autoIncrement: true }),
    );
    opening.addEventListener('error', () => resolve(false));
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('scratch', 'readwrite', { durability: 'strict' });
      writing.objectStore('scratch').add('x'.repeat(1_000));
      const over = (written: boolean) => {
        opening.result.close();
        resolve(written);
      };
      writing.addEventListener('complete', () => over(true));
      writing.addEventListener('abort', () => over(false));
    });
  });
}

test('[ATT2][SYN3] a full disk: what is queued is kept and sent, what is not stored says so', async (context) => {
  const { executable, extension, bundle } = needsBrowser(context);
  const dir = temporaryFolder('worker');
  const start = (port: number) =>
    startWorker({ dir, port, bundle, vars: { SETUP_TOKEN }, log: () => undefined });
  let worker = await start(0);
  onTestFinished(() => worker.stop());
  const { origin } = worker;
  const founding = { origin, setupToken: SETUP_TOKEN, name: 'Full', language: 'en' as const };
  const workspace = { origin, ...(await foundWorkspace({ ...founding, definitions: STARTERS.en })) };
  const { ana } = workspace.members;
  const leadId = await handOver(workspace, {
    emails: ['full@disk.test'],
    fields: { name: 'Full' },
    owner: ana,
  });
  const browser = await launchWithExtension({
    executable,
    extension,
    profile: temporaryFolder('profile'),
    headless: true,
  });
  onTestFinished(() => browser.close());
  const page = await ownPage(browser);
  await pairExtension(page, workspace.admin, ana);
  const log = () =>
    tellSurely(page, 'panel.log', { leadId, channel: 'call', outcome: 'no_answer', gesture: uuid() });

  // What is set holds as long as this session.
  const disk = await browser.context.newCDPSession(page);
  await worker.stop();
  for (let n = 0; n < 3; n += 1) expect(await log()).toMatchObject({ done: true });
  await allow(browser, page, disk, 1);
  expect(await log()).toEqual({ done: false, why: NO_SPACE });
  expect((await connection(page)).pending).toBe(3);
  await stopServiceWorker(browser, page);
  expect(await log()).toEqual({ done: false, why: NO_SPACE });
  expect((await connection(page)).pending).toBe(3);

  // The worker is back while the disk is still full: it hears of them, though nothing can be written down here.
  worker = await start(Number(new URL(origin).port));
  await eventually(
    'the worker has them',
    async () => ((await attemptsOf(workspace, leadId)).length === 3 ? true : undefined),
    60_000,
  );
  expect(await connection(page)).toMatchObject({ pending: 3, problem: NO_SPACE });

  await allow(browser, page, disk);
  expect(await log()).toMatchObject({ done: true });
  await eventually(
    'everything sent',
    async () => ((await connection(page)).pending === 0 ? true : undefined),
    60_000,
  );
  expect(await attemptsOf(workspace, leadId)).toHaveLength(4);
  expect(await connection(page)).toMatchObject({ problem: null });
});
