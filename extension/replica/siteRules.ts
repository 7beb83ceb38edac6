/**
 * What holds for sites beyond what ships (OVR5, PRI2): what the person taught for themselves, what the
 * agreement in force says, and what a company presets for its machines. Each site is still the person's to give.
 */
import { browser } from 'wxt/browser';
import * as z from 'zod';
import { isHost, siteName, SiteRule } from '../../shared/definitions/site.ts';
import { versionAt } from '../../shared/lead/versionAt.ts';
import { generic } from '../sites/generic.ts';
import { SITES, sitesAt } from '../sites/index.ts';
import { prepared, type Prepared } from '../sites/prepared.ts';
import { ruledSites } from '../sites/ruled.ts';
import type { Replica } from './replica.ts';
import type { Wanted } from './sites.ts';

const TAUGHT = 'taughtSites';
/** More than anybody teaches by hand. */
const MOST_TAUGHT = 100;

/** What this page may be, under the rules that hold now. */
export async function sitesFor(replica: Replica, url: string): Promise<readonly Prepared[]> {
  const rules = [...(await taughtSites()), ...(await agreedSites(replica))];
  return ruledSites(sitesAt(url), [...SITES, generic], rules, new URL(url).hostname).map(prepared);
}

/** What the agreement in force says of sites; nothing before the first pull. */
export async function agreedSites({ states, clock }: Replica): Promise<readonly SiteRule[]> {
  const agreement = await states.agreement();
  return agreement ? (versionAt(agreement.history, clock.now()).definitions.sites ?? []) : [];
}

/** Sites the person taught on this device, for themselves. */
export async function taughtSites(): Promise<readonly SiteRule[]> {
  const stored = (await browser.storage.local.get(TAUGHT))[TAUGHT];
  return z.array(SiteRule).safeParse(stored).data ?? [];
}

/** The newest lesson about a site takes the place of the one before. */
export async function keepTaught(rule: SiteRule): Promise<void> {
  const others = (await taughtSites()).filter(({ id }) => id !== rule.id);
  await browser.storage.local.set({ [TAUGHT]: [rule, ...others].slice(0, MOST_TAUGHT) });
}

export async function forgetTaught(id: string): Promise<void> {
  await browser.storage.local.set({ [TAUGHT]: (await taughtSites()).filter((rule) => rule.id !== id) });
}

/** Hosts the agreement or the company names, each once: offered, never taken. */
export async function wantedSites(replica: Replica): Promise<readonly Wanted[]> {
  const agreed = (await agreedSites(replica)).filter(({ off }) => !off);
  const named = agreed.flatMap(({ id, label, hosts = [] }) =>
    hosts.map((host) => ({ host, name: `${label ?? siteName(id)} (${host})` })),
  );
  const { sites } = await managed();
  const all = [...named, ...sites.filter(isHost).map((host) => ({ host, name: host }))];
  return [...new Map(all.toReversed().map((each) => [each.host, each])).values()].toReversed();
}

const Managed = z.object({
  worker: z.string().max(300).nullable().catch(null),
  sites: z.array(z.string().max(200)).max(100).catch([]),
});
export type Managed = z.infer<typeof Managed>;

/** What a company set for the browsers it manages; nothing elsewhere. */
export async function managed(): Promise<Managed> {
  // Firefox rejects where no policy was installed.
  const held = await Promise.resolve(browser.storage.managed.get(null)).catch(() => ({}));
  return Managed.parse({ worker: null, sites: [], ...held });
}
