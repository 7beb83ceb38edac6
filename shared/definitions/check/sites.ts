/** Rules about sites: each is of a site the extension knows, or says itself where and how to read (OVR5). */
import { isHost, isSelector, KNOWN_SITES } from '../site.ts';
import { type At, child, entries, items, placesOf, textOf } from './at.ts';
import type { Tell } from './problem.ts';

const KNOWN: ReadonlySet<string> = new Set(Object.keys(KNOWN_SITES));
const SELECTORS: readonly (readonly string[])[] = [
  ['views', '*', 'rows', '*'],
  ['views', '*', 'people', '*'],
];

export function checkSites(root: At, tell: Tell): void {
  for (const site of items(child(root, 'sites'))) checkSite(site, tell);
}

function checkSite(site: At, tell: Tell): void {
  const id = textOf(child(site, 'id'));
  const own = id !== undefined && !KNOWN.has(id);
  if (own && items(child(site, 'hosts')).length === 0)
    tell(child(site, 'id').pointer, { code: 'unknown_site', id }, { given: id, among: KNOWN });
  for (const host of items(child(site, 'hosts'))) {
    const text = textOf(host);
    if (text !== undefined && !isHost(text)) tell(host.pointer, { code: 'bad_host' });
  }
  const ways = [
    ...SELECTORS.flatMap((pattern) => placesOf(site, pattern)),
    ...entries(child(site, 'compose')).flatMap(([, at]) => items(at)),
  ];
  for (const way of ways) {
    const text = textOf(way);
    if (text !== undefined && text !== '' && !isSelector(text)) tell(way.pointer, { code: 'bad_selector' });
  }
  if (own) for (const view of items(child(site, 'views'))) checkOwnView(view, tell);
}

/** A site of one's own has nothing behind what is said here. */
function checkOwnView(view: At, tell: Tell): void {
  for (const key of ['rows', 'address'])
    if (child(view, key).value === undefined) tell(child(view, key).pointer, { code: 'missing', key });
}
