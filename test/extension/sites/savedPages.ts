/** The saved pages of every site with the reading expected of each. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SITES, sitesAt } from '../../../extension/sites/index.ts';
import { generic } from '../../../extension/sites/generic.ts';
import { keyText, readCompose, readPeople } from '../../../extension/sites/read.ts';
import { siteOn } from '../../../extension/sites/siteOn.ts';
import type { PageAt, Site } from '../../../extension/sites/site.ts';

const ROOT = join(import.meta.dirname, '../../fixtures/sites');
export const ALL_SITES: readonly Site[] = [...SITES, generic];

export interface Reading {
  readonly list?: readonly string[];
  readonly record?: readonly string[];
  readonly message?: readonly string[];
  readonly compose?: readonly {
    readonly to: readonly string[];
    readonly cc: readonly string[];
    readonly bcc: readonly string[];
    readonly answering: readonly string[];
  }[];
}

export interface SavedPage {
  /** `gmail/2026-11-21-list-from-structure` */
  readonly name: string;
  readonly html: string;
  readonly expected: { readonly url: string; readonly site: string; readonly reading: Reading };
}

export const SAVED_PAGES: readonly SavedPage[] = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .toSorted()
  .map((path) => ({
    name: path.replace(/\.html$/, ''),
    html: readFileSync(join(ROOT, path), 'utf8'),
    expected: JSON.parse(readFileSync(join(ROOT, path.replace(/html$/, 'json')), 'utf8')),
  }));

export function parse({ html, expected }: Pick<SavedPage, 'html' | 'expected'>): PageAt {
  // Without what the parser would fetch.
  const bare = html.replace(/<(?:link|iframe|img)\b[^>]*>/g, '');
  return { document: new DOMParser().parseFromString(bare, 'text/html'), url: new URL(expected.url) };
}

/** The site a page belongs to, as background and page settle it between them. */
export function siteOf({ document, url }: PageAt): Site {
  const site = siteOn(document, sitesAt(url.href));
  if (!site) throw new Error(`nobody reads ${url.href}`);
  return site;
}

/** What a site reads on a page, as text; views that are not here or hold nobody are left out. */
export function readingOf(site: Site, page: PageAt): Reading {
  const people: Record<string, string[]> = {};
  for (const view of site.people) {
    const found = readPeople(view, page)?.people.map(({ key }) => keyText(key));
    if (found?.length) people[view.view] = [...(people[view.view] ?? []), ...found];
  }
  const compose = site.compose && readCompose(site.compose, page)?.map(({ draft }) => draft);
  return { ...people, ...(compose ? { compose } : {}) };
}
