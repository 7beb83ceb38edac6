/** The registry, which lives in the background: every site known, the careful one for all others last. */
import { MatchPattern } from 'wxt/utils/match-patterns';
import { dynamics } from './dynamics.ts';
import { generic } from './generic.ts';
import { gmail } from './gmail.ts';
import { hubspot } from './hubspot.ts';
import { odoo } from './odoo.ts';
import { outlook } from './outlook.ts';
import { pipedrive } from './pipedrive.ts';
import { roundcube } from './roundcube.ts';
import { salesforce } from './salesforce.ts';
import { sample } from './sample.ts';
import type { Site } from './site.ts';
import { tryton } from './tryton.ts';
import { whatsapp } from './whatsapp.ts';
import { zoho } from './zoho.ts';

export const SITES: readonly Site[] = [
  gmail,
  outlook,
  hubspot,
  salesforce,
  dynamics,
  pipedrive,
  zoho,
  odoo,
  whatsapp,
  roundcube,
  tryton,
  sample,
];

/**
 * What a page at this address may be: the site that claims it, or whatever people host themselves, which
 * its page tells apart (`siteOn`), the careful one last. Asked only of origins the person granted.
 */
export function sitesAt(url: string): readonly Site[] {
  const claims = ({ matches }: Site) => matches.some((pattern) => new MatchPattern(pattern).includes(url));
  const site = SITES.find(claims);
  return site ? [{ ...site, signs: undefined }] : [...SITES.filter(({ signs }) => signs), generic];
}
