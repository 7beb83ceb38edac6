/**
 * What holds for every site as data: it travels as it is, is bounded, claims its own addresses alone, and
 * says nothing in any language. The last is proven on the saved pages, with every word on them replaced.
 */
import { describe, expect, test } from 'vitest';
import { MatchPattern } from 'wxt/utils/match-patterns';
import { KNOWN_SITES } from '../../../shared/definitions/site.ts';
import { SITES, sitesAt } from '../../../extension/sites/index.ts';
import { ALL_SITES, SAVED_PAGES, parse, readingOf, siteOf } from './savedPages.ts';

/** What an agreement may say of a selector is what ours keep to, so that each can be mended there. */
const LONGEST_SELECTOR = 300;
const MOST_WAYS = 5;
/** The whole of a site, as it travels to the page. */
const LARGEST_BYTES = 6_000;

interface Found {
  readonly ways: readonly string[];
  readonly selectors: readonly string[];
}

/** Every list of ways and every single selector in a site's data. */
function selectorsOf(data: unknown, key = ''): Found {
  if (typeof data === 'string')
    return { ways: [], selectors: /^(?:at|of|never|signs|closest|around)$/.test(key) ? [data] : [] };
  if (Array.isArray(data)) {
    if (/^(?:how|here|page|to|matches|alone|key|people)$/.test(key) && !isSelectors(data, key))
      return merge(data.map((each) => selectorsOf(each)));
    const strings = data.filter((each): each is string => typeof each === 'string');
    return strings.length > 0 ? { ways: [strings.join('\u0000')], selectors: strings } : merge([]);
  }
  if (typeof data !== 'object' || data === null) return merge([]);
  return merge(Object.entries(data).map(([name, value]) => selectorsOf(value, name)));
}

/** `to` names recipients' fields in a mail and addresses in a link; `people` selectors in a view, views in a site. */
const isSelectors = (data: readonly unknown[], key: string) =>
  (key === 'people' || key === 'to') &&
  data.every((each) => typeof each === 'string' && !/^(?:#?\?|#?\^)/.test(each));
const merge = (all: readonly Found[]): Found => ({
  ways: all.flatMap(({ ways }) => ways),
  selectors: all.flatMap(({ selectors }) => selectors),
});

describe.each(ALL_SITES.map((site) => [site.id, site] as const))('%s', (_id, site) => {
  const { ways, selectors } = selectorsOf(site);

  test('travels as it is and stays small', () => {
    const text = JSON.stringify(site);
    expect(JSON.parse(text)).toEqual(site);
    expect(text.length).toBeLessThan(LARGEST_BYTES);
    expect(site.people.length).toBeGreaterThan(0);
  });

  test('[OVR5] its selectors are bounded, and such as a browser takes', () => {
    expect(selectors.length).toBeGreaterThan(2);
    for (const selector of selectors) {
      expect(selector.length, selector).toBeLessThanOrEqual(LONGEST_SELECTOR);
      expect(() => document.querySelector(selector), selector).not.toThrow();
    }
    for (const list of ways) expect(list.split('\u0000').length, list).toBeLessThanOrEqual(MOST_WAYS);
  });

  test('asks for no word of any language', () => {
    // Labels are localised: such an attribute may be there, or hold an address, and that is all.
    const labels =
      /\[(?:aria-label|aria-description|title|placeholder|alt|data-tooltip|data-label|data-title|summary)\s*(?:[~|^$*]?=\s*["']?([^"'\]]*))?/g;
    for (const selector of selectors)
      for (const [part, value] of selector.matchAll(labels))
        expect(value === undefined || value === '@', part).toBe(true);
  });

  test('claims whole hosts of its own', () => {
    for (const pattern of site.matches) {
      const url = pattern.replace('*.', 'acme.').replace(/\*$/, 'x');
      expect(new MatchPattern(pattern).includes(url), pattern).toBe(true);
      expect(sitesAt(url).map(({ id }) => id)).toEqual([site.id]);
      expect(pattern).toMatch(
        /^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\*$|^http:\/\/.*\/sample\/\*$/,
      );
    }
  });
});

test('an agreement can name every one of them', () => {
  expect(ALL_SITES.map(({ id }) => id).toSorted()).toEqual(Object.keys(KNOWN_SITES).toSorted());
});

test('an address nobody claims may be anything people host themselves, and the careful one last', () => {
  const ids = sitesAt('https://anything.test/').map(({ id }) => id);
  expect(ids.at(-1)).toBe('generic');
  expect(ids.slice(0, -1)).toEqual(SITES.filter(({ signs }) => signs).map(({ id }) => id));
});

/** Letters of a language nobody here speaks; addresses and numbers are no language. */
const foreign = (text: string) => (/@|\+\d/.test(text) ? text : text.replace(/\p{L}/gu, 'ʞ'));

describe.each(SAVED_PAGES.map((page) => [page.name, page] as const))('%s', (_name, saved) => {
  test('[OVR6] reads the same with every word on it in another language', () => {
    const page = parse(saved);
    const texts = page.document.createTreeWalker(page.document.body, NodeFilter.SHOW_TEXT);
    const words: Node[] = [];
    while (texts.nextNode()) words.push(texts.currentNode);
    for (const node of words) node.nodeValue = foreign(node.nodeValue ?? '');
    for (const element of page.document.querySelectorAll('*'))
      for (const name of [
        'aria-label',
        'title',
        'placeholder',
        'alt',
        'data-tooltip',
        'data-label',
        'data-title',
      ]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, foreign(value));
      }
    page.document.documentElement.lang = 'tlh';
    expect(readingOf(siteOf(page), page)).toEqual(saved.expected.reading);
  });
});
