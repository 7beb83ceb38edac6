/** The toolbar: how many leads are due today, as "my day" counts them, coloured by the worst (OVR1), said in words, too. */
import { browser } from 'wxt/browser';
import { deviceWords } from '../../shared/messages/device.ts';
import { contextOf, type Replica } from './replica.ts';

/** White on each keeps 4.5:1. */
const COLOURS = { late: '#b3261e', risk: '#8f5400', rest: '#565d6b' } as const;
const MOST = 99;

export interface Badge {
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

export async function badgeOf(replica: Replica): Promise<Badge> {
  const { clock, dues, language, states } = replica;
  const words = deviceWords(language).badge;
  const session = await replica.session();
  if (!session) return { text: '', colour: COLOURS.rest, title: words.signedOut };
  const agreement = await states.agreement();
  if (!agreement) return { text: '', colour: COLOURS.rest, title: words.nothing };
  const context = contextOf(agreement, clock.now(), language);
  const { today, late, risk, trial } = await dues.tally(context);
  if (today === 0) return { text: '', colour: COLOURS.rest, title: words.nothing };
  const text = today > MOST ? `${MOST}+` : String(today);
  // In trial everything helps and nothing presses (TRI1).
  if (trial === today) return { text, colour: COLOURS.rest, title: words.trial(today) };
  const colour = late > 0 ? COLOURS.late : risk > 0 ? COLOURS.risk : COLOURS.rest;
  return { text, colour, title: words.due(today, late) };
}

export async function showBadge(replica: Replica): Promise<void> {
  const { text, colour, title } = await badgeOf(replica);
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title });
  if (text === '') return;
  await browser.action.setBadgeBackgroundColor({ color: colour });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
}
