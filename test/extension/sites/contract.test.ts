/**
 * What every site must keep, proven over every saved page: it finds its people exactly and the same
 * twice, finds nothing on other sites' pages, and the overlay on it leaves no trace but its own nodes.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { startOverlay } from '../../../extension/page/overlay.ts';
import { generic } from '../../../extension/sites/generic.ts';
import { SITES } from '../../../extension/sites/index.ts';
import { prepared } from '../../../extension/sites/prepared.ts';
import { background, chipNames, hosts, observersLeft, settled } from '../page/stage.ts';
import { ALL_SITES, SAVED_PAGES, parse, readingOf, siteOf, type SavedPage } from './savedPages.ts';

const cases = SAVED_PAGES.map((page) => [page.name, page] as const);

describe.each(cases)('%s', (_name, saved) => {
  test('[OVR6] is claimed by its site, which finds its people exactly', () => {
    const page = parse(saved);
    const site = siteOf(page);
    expect(site.id).toBe(saved.expected.site);
    expect(readingOf(site, page)).toEqual(saved.expected.reading);
  });

  test('reads the same twice and changes nothing by reading', () => {
    const page = parse(saved);
    const before = page.document.documentElement.outerHTML;
    const site = siteOf(page);
    expect(readingOf(site, page)).toEqual(readingOf(site, page));
    expect(page.document.documentElement.outerHTML).toBe(before);
  });

  test('gives nothing to the other sites', () => {
    const page = parse(saved);
    for (const other of SITES.filter(({ id }) => id !== saved.expected.site))
      expect({ [other.id]: readingOf(other, page) }).toEqual({ [other.id]: {} });
  });

  test('[OVR4] the overlay adds its own nodes only and leaves no trace when told to stop', async () => {
    const { before, site } = await overlayOn(saved);
    const { list = [], record = [], message = [], compose = [] } = saved.expected.reading;
    const recipients = site.compose?.chips
      ? compose.flatMap(({ to, cc, bcc }) => [...to, ...cc, ...bcc].map((email) => `email:${email}`))
      : [];
    const leads = new Set([...list, ...record, ...message, ...recipients]);
    expect(new Set(chipNames())).toEqual(leads);
    // Lists show one chip a line and mails one a recipient, messages and records one a lead (OVR7).
    const once = new Set(record).size + new Set(message).size;
    expect(chipNames()).toHaveLength(list.length + recipients.length + once);
    expect(hosts().length).toBeGreaterThanOrEqual(leads.size);
    expect(withoutOurs()).toBe(before);
    stop.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(observersLeft()).toBe(0);
    await settled();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

test('every site has a saved page', () => {
  const covered = new Set(SAVED_PAGES.map(({ expected }) => expected.site));
  expect(ALL_SITES.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
});

test('what no site claims is read by the careful one, last', () => {
  const page = parse({ html: '<p>', expected: { url: 'https://elsewhere.test/', site: '', reading: {} } });
  expect(siteOf(page)).toBe(generic);
  expect(readingOf(generic, page)).toEqual({});
});

let stop = new AbortController();

afterEach(() => {
  stop.abort();
  document.documentElement.innerHTML = '<head></head><body></body>';
});

async function overlayOn(saved: SavedPage) {
  const page = parse(saved);
  const site = siteOf(page);
  for (const loaded of page.document.querySelectorAll('script, link, style, iframe, img')) loaded.remove();
  document.body.replaceWith(document.importNode(page.document.body, true));
  window.happyDOM.setURL(saved.expected.url);
  const before = document.documentElement.outerHTML;
  stop = new AbortController();
  const { ask } = background('all');
  startOverlay(
    { site: prepared(site), ask, frameUrl: 'chrome-extension://x/card.html', beat: () => {} },
    stop.signal,
  );
  await settled();
  return { before, site };
}

function withoutOurs(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const ours of copy.querySelectorAll('combinado-ui')) ours.remove();
  return copy.outerHTML;
}
