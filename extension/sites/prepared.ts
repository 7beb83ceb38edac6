/**
 * A site as its page is given it: what follows from its data alone is worked out in the background, so
 * that no page has to load what does that.
 */
import type { ComposeView, PeopleView, Site, Ways } from './site.ts';

export interface Prepared extends Site {
  readonly people: readonly PreparedView[];
  readonly watched: Watched;
}

export interface PreparedView extends PeopleView {
  /** Whether something outside a row may change what it says. */
  readonly reaches: boolean;
}

/** What of a page states people beside its elements; a virtual list reuses a row by changing these alone. */
export interface Watched {
  readonly attributes: readonly string[];
  /** Text the application writes; sites that state people in attributes need not hear of it. */
  readonly text: boolean;
}

export function prepared(site: Site): Prepared {
  const recipients = site.compose && recipientsView(site.compose);
  const people = [...site.people, ...(recipients ? [recipients] : [])];
  const views = people.map((view) => ({ ...view, reaches: reachesOut(view) }));
  return { ...site, people: views, watched: watchedBy(site) };
}

/** Every attribute a site's data names, in a selector or as a place to read. */
function watchedBy(site: Site): Watched {
  const data = JSON.stringify([site.people, site.compose, site.chat]);
  const named = [...data.matchAll(/[@[]([a-z][\w-]*)/gi)].map(([, name = '']) => name);
  const rows = site.people.flatMap(({ record }) => [record?.row?.id ?? [], record?.row?.object ?? []].flat());
  // Those two change all the time and are seen at the next full look.
  const attributes = new Set(
    ['href', ...named, ...rows].filter((name) => name !== 'class' && name !== 'style'),
  );
  return { attributes: [...attributes], text: /"(text|angled|bracketed)"/.test(data) };
}

/** Recipients as people of a view of their own: each a chip where the site has room for one. */
function recipientsView({ roots, recipients, how, chips, never }: ComposeView): PeopleView | undefined {
  if (!chips) return undefined;
  // Only the best way of each: what forgives reads hidden fields, beside which nothing can stand.
  const people: Ways = [
    Object.values(recipients)
      .map((field) => ('nth' in field ? field.each : field)[0])
      .join(),
  ];
  const key = [{ email: { how } }];
  return { view: 'compose', rows: roots, people, key, stand: chips, once: false, ...(never && { never }) };
}

/** Fields elsewhere, the page's address, or whether it can be seen at all speak too. */
function reachesOut({ view, key, record }: PeopleView): boolean {
  const sources = key.map((stated) => ('email' in stated ? stated.email : stated.phone));
  return (
    view === 'record' ||
    record?.page !== undefined ||
    sources.some(({ in: place }) => (place ?? 'row') !== 'row')
  );
}
