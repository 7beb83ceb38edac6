/** The registry: every site the overlay knows, the careful one for all others last. */
import { MatchPattern } from 'wxt/utils/match-patterns';
import { dynamics } from './dynamics.ts';
import { generic } from './generic.ts';
import { gmail } from './gmail.ts';
import { roundcube } from './roundcube.ts';
import { sample } from './sample.ts';
import type { PageAt, Site } from './site.ts';

export const SITES: readonly Site[] = [gmail, dynamics, sample, roundcube];

/**
 * The site a page belongs to. Asked only on origins the person granted, so whatever no site claims
 * is read by the careful one.
 */
export function siteOf(page: PageAt): Site {
  const claims = (site: Site) =>
    site.matches.some((pattern) => new MatchPattern(pattern).includes(page.url)) ||
    (site.signs !== undefined && page.document.querySelector(site.signs) !== null);
  return SITES.find(claims) ?? generic;
}
