/** A real Roundcube opened in a real browser by Ana, who owes each of the leads a first response. */
import type { Page } from '@playwright/test';
import { onTestFinished, type TestContext } from 'vitest';
import { startRoundcube, type RoundcubeBed } from '../beds/roundcube.ts';
import { SEED_MESSAGES, type SeedMessage } from '../beds/seedMail.ts';
import { handOver, openBrowser, openWorkspace, type JourneyWorkspace } from './journey.ts';

export interface Mailbox {
  readonly bed: RoundcubeBed;
  readonly workspace: JourneyWorkspace;
  readonly page: Page;
  /** Lead ids by address. */
  readonly ids: ReadonlyMap<string, string>;
}

/** @param leads addresses of those of the senders who are leads */
export async function openMailbox(
  context: TestContext,
  leads: readonly string[],
  messages: readonly SeedMessage[] = SEED_MESSAGES,
): Promise<Mailbox> {
  const bed = await startRoundcube(messages);
  if ('skipped' in bed) return context.skip(bed.skipped);
  onTestFinished(() => bed.stop());
  const workspace = await openWorkspace(context);
  const { ana } = workspace.members;
  const ids = new Map<string, string>();
  for (const email of leads)
    ids.set(
      email,
      await handOver(workspace, { emails: [email], fields: { name: `Lead ${email}` }, owner: ana }),
    );
  const browser = await openBrowser(context, workspace, { member: ana, sites: [bed.origin] });
  const page = await browser.context.newPage();
  page.setDefaultTimeout(20_000);
  // Leaving a mail half written asks: yes, discard it.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  await page.goto(bed.origin);
  await page.locator('#rcmloginuser').fill(bed.user);
  await page.locator('#rcmloginpwd').fill(bed.password);
  await page.locator('#rcmloginsubmit').click();
  await page.locator('#messagelist tr.message').first().waitFor();
  return { bed, workspace, page, ids };
}
