/**
 * Walks the main job in a real page: reads a chip, opens its card, logs an attempt, sees the clock
 * met in the worker and the chip turn; takes the pictures on the way.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Frame, Page } from '@playwright/test';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { samplePeople, type SamplePerson } from '../../worker/sample/people.ts';
import type { Star } from '../../worker/sample/words.ts';
import { leadOf, type Api } from '../support/api.ts';
import type { ExtensionBrowser } from '../support/browser.ts';
import { untilChips, type Chip } from '../support/chips.ts';
import type { StartWords } from './words.ts';

export interface Walk {
  readonly browser: ExtensionBrowser;
  readonly admin: Api;
  readonly language: Language;
  /** Lead ids by record id of the sample CRM. */
  readonly leads: Readonly<Record<string, string>>;
  readonly pictures: string;
  readonly words: StartWords;
  readonly say: (line: string) => void;
}

const ROW = '[data-mail], [data-record]';
/** Whose first response is still owed at a fresh start, the most urgent first. */
const OWED: readonly Star[] = ['demo', 'late', 'fresh'];

/** @throws saying which step did not happen. */
export async function walkMainJob(walk: Walk): Promise<void> {
  mkdirSync(walk.pictures, { recursive: true });
  const page = await walk.browser.context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await Promise.race([walkIn(walk, page), tooLong()]);
  } catch (error) {
    await page.screenshot({ path: join(walk.pictures, 'failed.png') }).catch(() => undefined);
    throw error;
  }
  await page.close();
}

/** Some things a browser is asked never answer; a walk that takes this long has met one. */
const WALK_MS = 120_000;

async function tooLong(): Promise<never> {
  await wait(WALK_MS, undefined, { ref: false });
  throw new Error(`the walk was not over after ${WALK_MS / 1_000} seconds`);
}

async function walkIn(walk: Walk, page: Page): Promise<void> {
  await page.goto(`${walk.admin.origin}/sample/inbox?lang=${walk.language}`);
  const { person, owed, attempts } = await whomToAnswer(walk);
  const chip = await chipOf(page, person);
  walk.say(walk.words.readChip(chip.name));
  await settled(page);
  await picture(walk, page, 'inbox');
  await chip.click();
  const card = await cardFrame(walk.browser, page);
  await card.getByText(person.name).first().waitFor();
  await settled(page);
  await picture(walk, page, 'card');
  await logMail(walk, card);
  await untilRecorded(walk, person, attempts);
  await picture(walk, page, 'logged');
  // Somebody answered before only gets one more attempt, which may leave the chip as it is.
  if (owed) {
    const turned = await untilTurned(page, person, chip.name);
    walk.say(walk.words.turned(turned.name));
  }
  // A click beside the card closes it. A key would be lost with the frame it was pressed in.
  await page.mouse.click(4, 4);
  await compose(walk, page);
  await crm(walk, page);
  await console(walk, page);
}

interface Addressee {
  readonly person: SamplePerson;
  /** Their first response is still owed. */
  readonly owed: boolean;
  /** Made so far. */
  readonly attempts: number;
}

async function whomToAnswer(walk: Walk): Promise<Addressee> {
  const people = samplePeople(walk.language);
  const stars = OWED.flatMap((star) => people.filter((person) => person.star === star));
  const asked = stars.map(async (person) => ({ person, ...(await firstResponse(walk, person)) }));
  const answers = await Promise.all(asked);
  const chosen = answers.find(({ owed }) => owed) ?? answers[0];
  if (!chosen) throw new Error('the sample has nobody to answer');
  return chosen;
}

async function firstResponse(walk: Walk, person: SamplePerson) {
  const { state } = await leadOf(walk.admin, walk.leads[person.id] ?? '');
  const clock = state.clocks.findLast(({ kind }) => kind === 'first_response');
  const owed = clock !== undefined && ['running', 'breached'].includes(clock.status);
  return { owed, clock, attempts: state.attempts.length };
}

async function chipOf(page: Page, person: SamplePerson): Promise<Chip> {
  const theirs = (chip: Chip) => chip.beside.includes(person.name);
  const chips = await untilChips(page, ROW, (shown) => shown.some(theirs));
  const chip = chips.find(theirs);
  if (!chip) throw new Error(`there is no chip beside ${person.name}`);
  return chip;
}

/** The card is a frame of the extension's own origin. */
export async function cardFrame(browser: ExtensionBrowser, page: Page): Promise<Frame> {
  const isCard = (frame: Frame) => frame.url().startsWith(browser.pageUrl('card.html'));
  const there = page.frames().find(isCard);
  return there ?? page.waitForEvent('framenavigated', { predicate: isCard, timeout: 10_000 });
}

async function logMail({ language }: Walk, card: Frame): Promise<void> {
  const { channels, outcomes } = messagesFor(language).words;
  await card.getByRole('button', { name: channels.email, exact: true }).click();
  await card.getByRole('button', { name: outcomes.sent, exact: true }).click();
}

async function untilRecorded(walk: Walk, person: SamplePerson, before: number): Promise<void> {
  const { say, words } = walk;
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const { owed, clock, attempts } = await firstResponse(walk, person);
    if (!owed && clock && attempts > before) {
      say(clock.status === 'met' ? words.met(clock.policy.label) : words.recorded);
      return;
    }
    await wait(100);
  }
  throw new Error(`ten seconds later the worker has no attempt for ${person.name}`);
}

async function untilTurned(page: Page, person: SamplePerson, before: string): Promise<Chip> {
  const turned = (chip: Chip) => chip.beside.includes(person.name) && chip.name !== before;
  const chips = await untilChips(page, ROW, (shown) => shown.some(turned));
  const chip = chips.find(turned);
  if (!chip) throw new Error(`the chip of ${person.name} did not turn`);
  return chip;
}

/** The reply to the second mail of the inbox, with its strip. */
async function compose(walk: Walk, page: Page): Promise<void> {
  await page.locator('[data-mail="2"] [data-subject]').click({ position: { x: 400, y: 10 } });
  await page.locator('[data-reply]').click();
  await settled(page);
  await picture(walk, page, 'compose');
  await page.locator('[data-discard]').click();
}

async function crm(walk: Walk, page: Page): Promise<void> {
  await page.goto(`${walk.admin.origin}/sample/crm?lang=${walk.language}`);
  await untilChips(page, ROW, (shown) => shown.length >= 3);
  await settled(page);
  await picture(walk, page, 'crm');
}

/** Signing the extension in signed this browser in, too. */
async function console(walk: Walk, page: Page): Promise<void> {
  await page.goto(`${walk.admin.origin}/console`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await settled(page);
  await picture(walk, page, 'console');
}

/** Long enough for what opens by itself to have opened; pictures only, nothing is judged by it. */
const settled = (page: Page) => page.waitForTimeout(500);

async function picture({ pictures }: Walk, page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(120);
    await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) });
  }
}
