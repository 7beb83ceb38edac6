/** The first steps: each can be skipped, none is a dead end, and the last leads to a real page. */
import { expect, test } from 'vitest';
import type { SiteAccess } from '../../../extension/messages.ts';
import { Welcome } from '../../../extension/panels/welcome/Welcome.tsx';
import { settingsWords } from '../../../shared/messages/settings/index.ts';
import { optionsOf } from './previewPanels.tsx';
import { draw } from './screen.tsx';

const words = settingsWords('en').welcome;

const site = (id: string, name: string, origin: string): SiteAccess => ({
  id,
  name,
  origins: [origin],
  why: 'To find leads.',
  granted: true,
});

async function open(sites: readonly SiteAccess[], query = 'in') {
  const opened: string[] = [];
  const port = { ...optionsOf(new URLSearchParams(query), 'en'), sites: async () => sites };
  const screen = await draw(<Welcome language="en" port={port} open={(url) => void opened.push(url)} />);
  await screen.settle();
  await screen.settle();
  return { screen, opened };
}

test('the last step opens a site that is known, the sample of a worker on this machine, and names the others', async () => {
  const { screen, opened } = await open([
    site('gmail', 'Gmail', 'https://mail.google.com/*'),
    site('sample', 'Sample', 'http://127.0.0.1/*'),
    site('dynamics', 'Dynamics 365', 'https://*.dynamics.com/*'),
  ]);
  await screen.click(words.next);
  await screen.click(words.next);
  await screen.click(words.openSite('Gmail'));
  await screen.click(words.openSite('Sample'));
  expect(opened).toEqual(['https://mail.google.com/', 'http://127.0.0.1:8787/sample/inbox']);
  expect(screen.text()).toContain(words.openYourself('Dynamics 365'));
});

test('without a workspace or a site every step can be skipped, and says what is missing', async () => {
  const { screen, opened } = await open([], '');
  await screen.click(words.skip);
  await screen.click(words.skip);
  expect(screen.text()).toContain(words.noSites);
  await screen.click(words.back);
  expect(screen.text()).toContain(words.steps[1]);
  expect(opened).toEqual([]);
});
