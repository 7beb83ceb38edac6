/**
 * A site as an agreement, or the person for themselves, would have it read (OVR5): what they say is tried
 * first, what ships with the extension stands behind it, and a site of their own is made of it alone.
 */
import { coversHost, type SiteCompose, type SiteRule, type SiteView } from '../../shared/definitions/site.ts';
import { howOf, ownView, waysOf } from './ownView.ts';
import type { ComposeView, PeopleView, RecipientField, Site, Ways } from './site.ts';

/**
 * What a page of this host may be, in the order of `sites`, once the rules are applied.
 * @param rules the first that speaks of a site is believed: a person's own come before the agreed ones.
 */
export function ruledSites(
  sites: readonly Site[],
  known: readonly Site[],
  rules: readonly SiteRule[],
  host: string,
): readonly Site[] {
  const here = rules.find((rule) => coversHost(rule, host));
  if (here?.off) return [];
  const named = here && known.find(({ id }) => id === here.id);
  if (here && named) return [withRule({ ...named, signs: undefined }, here)];
  if (here?.views) return [siteOf(here)];
  return sites.flatMap((site) => {
    const rule = rules.find(({ id, hosts }) => id === site.id && hosts === undefined);
    if (rule?.off && site.signs === undefined) return [];
    return rule ? withRule(site, rule) : site;
  });
}

/** Switched off it is still recognised, so that no more forgiving site reads its pages instead. */
function withRule({ compose, chat, ...site }: Site, rule: SiteRule): Site {
  if (rule.off) return { ...site, people: [] };
  const said = [...(rule.views ?? [])];
  const people = site.people.map((view) => {
    const index = said.findIndex((each) => each.view === view.view);
    const [mine] = index < 0 ? [] : said.splice(index, 1);
    return mine ? withView(view, mine) : view;
  });
  return {
    ...site,
    people: [...people, ...said.flatMap(ownView)],
    ...(compose && { compose: rule.compose ? withCompose(compose, rule.compose) : compose }),
    ...(chat && { chat }),
  };
}

function withView(view: PeopleView, { rows, people, address }: SiteView): PeopleView {
  return {
    ...view,
    rows: before(rows, view.rows),
    people: view.people === 'row' ? (waysOf(people) ?? 'row') : before(people, view.people),
    key: address ? [{ email: { how: [howOf(address)] } }, ...view.key] : view.key,
  };
}

function withCompose(view: ComposeView, said: SiteCompose): ComposeView {
  const { recipients } = view;
  const field = (ways: readonly string[] | undefined, of: RecipientField): RecipientField =>
    'nth' in of ? (waysOf(ways) ?? of) : before(ways, of);
  const copies = (name: 'cc' | 'bcc') => {
    const [ways, of] = [said[name], recipients[name]];
    const found = of ? field(ways, of) : waysOf(ways);
    return found && { [name]: found };
  };
  return {
    ...view,
    roots: before(said.roots, view.roots),
    recipients: {
      to: field(said.to, recipients.to),
      ...copies('cc'),
      ...copies('bcc'),
    },
    send: before(said.send, view.send),
    ...marks('proof', said.proof, view.proof),
    ...marks('failure', said.failure, view.failure),
    strip: { ...view.strip, within: before(said.strip, view.strip.within) },
  };
}

function marks<K extends 'proof' | 'failure'>(
  key: K,
  said: readonly string[] | undefined,
  known: Ways | undefined,
) {
  const ways = known ? before(said, known) : waysOf(said);
  return ways ? { [key]: ways } : {};
}

function siteOf({ id, label, views = [] }: SiteRule): Site {
  const name = label ?? id;
  return { id, name, why: 'records', matches: [], frames: 'all', people: views.flatMap(ownView) };
}

/** What is said comes first; needing the last of what ships is still counted. */
function before(said: readonly string[] | undefined, ways: Ways): Ways {
  const [first, ...rest] = said ?? [];
  return first === undefined ? ways : [first, ...rest, ...ways];
}
