/**
 * How an element states who it is about (OVR6): attributes, mailto links, fields, record ids and text the
 * application itself writes. Each function is pure and gives nothing where nothing is stated; no display
 * name is ever read.
 */
import type { PersonKey } from '../messages.ts';
import { namedBy, type Named } from './addresses.ts';
import type { How, PageAt, RecordKey, RecordSource, Source, Stated, Ways } from './site.ts';

/** Who the first of these that states anybody names. */
export function keyOf(
  all: readonly Stated[],
  element: Element,
  row: Element,
  page: PageAt,
): PersonKey | undefined {
  for (const stated of all) {
    if ('email' in stated) {
      const email = sourced(stated.email, element, row, page).find((each) => each.includes('@'));
      if (email) return { email };
    } else {
      const phone = sourced(stated.phone, element, row, page).find((each) => !each.includes('@'));
      if (phone) return { phone };
    }
  }
  return undefined;
}

/** What the page, a link and the row say of a record; nothing when they disagree or it is nobody's. */
export function recordOf(
  { system, objects, page: addresses, link, row: attributes }: RecordSource,
  element: Element,
  row: Element,
  page: PageAt,
): RecordKey | undefined {
  const anchor = link && (link.at === undefined ? element : row.querySelector(link.at));
  const href = anchor?.getAttribute('href');
  const said: (Named | undefined)[] = [];
  if (addresses) said.push(namedBy(addresses, page.url));
  if (link) said.push(href && URL.canParse(href, page.url) ? namedBy(link.to, new URL(href, page.url)) : {});
  if (attributes) {
    const id = row.getAttribute(attributes.id) ?? undefined;
    said.push({ id, object: attributes.object && (row.getAttribute(attributes.object) ?? undefined) });
  }
  const all = (part: keyof Named) =>
    new Set(said.flatMap((named) => named?.[part]?.toLowerCase().replace(/[{}]/g, '') ?? []));
  const [id, otherId] = all('id');
  const [object, otherObject] = all('object');
  const ours = objects[object ?? ''];
  if (said.includes(undefined) || !id || otherId || otherObject || !ours) return undefined;
  // As written: some systems tell upper from lower case in ids.
  const written = said.findLast((named) => named?.id)?.id ?? id;
  return { record: { system, object: ours, id: written.replace(/[{}]/g, '') } };
}

/** Everything a source states, read in the first way that gives anything. */
function sourced(source: Source, element: Element, row: Element, page: PageAt): readonly string[] {
  const place = source.in ?? 'row';
  const within = place === 'row' ? row : page.document;
  for (const one of source.at ? allOf(within, source.at).found : [element]) {
    // On a page whose old views stay hidden, only what can be seen speaks.
    if (place === 'page' && !one.checkVisibility()) continue;
    const stated = statedBy(one, source.how);
    if (stated.length > 0) return stated;
    if (place !== 'page') break;
  }
  return [];
}

/** What one element states, in the first way that gives anything. */
export function statedBy(element: Element, ways: readonly How[]): readonly string[] {
  for (const how of ways) {
    const stated = readIn(how, element);
    if (stated.length > 0) return stated;
  }
  return [];
}

function readIn(how: How, element: Element): readonly string[] {
  const [kind = '', name = ''] = how.split('@');
  const text = name ? element.getAttribute(name) : (element.textContent ?? '');
  switch (kind) {
    case 'mailto':
      return linked(element, 'mailto:');
    case 'tel':
      return linked(element, 'tel:');
    case 'list':
      return fieldList(valueOf(element));
    case 'value':
      return addressesOf(valueOf(element));
    case 'angled':
      // After the name, at the very end: a name may hold an address in brackets of its own.
      return addressesOf(/<([^<>]*)>\s*$/.exec(text ?? '')?.[1]);
    case 'bracketed':
      return addressesOf(/\(([^()]*)\)\s*$/.exec(text ?? '')?.[1]);
    case 'chat':
      return phonesOf(/^(?:true|false)_(\d{7,15})@c\.us_/.exec(text ?? '')?.[1]?.replace(/^/, '+'));
    default:
      return text?.includes('@') ? addressesOf(text) : phonesOf(text);
  }
}

/** The one address a text is, or none: never one found somewhere inside a longer text. */
export function addressesOf(text: string | null | undefined): readonly string[] {
  const trimmed = text?.trim() ?? '';
  return /^[^\s@<>"',;:()]+@[^\s@<>"',;:()]+\.[^\s@<>"',;:()]+$/.test(trimmed) ? [trimmed.toLowerCase()] : [];
}

/** The one number in international form a text is; spaces, dashes and marks of direction do not count. */
function phonesOf(text: string | null | undefined): readonly string[] {
  const digits = text?.replace(/[\s().\p{Pd}\p{Cf}]/gu, '') ?? '';
  return /^\+\d{7,15}$/.test(digits) ? [digits] : [];
}

/** Addresses of a field written as in a mail header: `"Doe, Ana" <a@b.test>, c@d.test`. */
export function fieldList(text: string): readonly string[] {
  // A quoted name may hold commas and even another address: only what is bare or in <…> counts.
  const pieces = text.match(/(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^",;<])+/g) ?? [];
  return pieces.flatMap((piece) => addressesOf(/<([^<>]*)>\s*$/.exec(piece)?.[1] ?? piece));
}

/** Every match of the first way that has any; `fallback` when that was the last of several. */
export function allOf(
  root: ParentNode,
  ways: Ways,
): { readonly found: readonly Element[]; readonly fallback: boolean } {
  for (const [index, selector] of ways.entries()) {
    const found = asked(root, selector);
    if (found.length > 0) return { found, fallback: index > 0 && index === ways.length - 1 };
  }
  return { found: [], fallback: false };
}

/** A published selector may be one this browser does not know (OVR5): then it finds nothing. */
function asked(root: ParentNode, selector: string): readonly Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

function linked(link: Element, scheme: 'mailto:' | 'tel:'): readonly string[] {
  const href = link.getAttribute('href') ?? '';
  if (!href.toLowerCase().startsWith(scheme)) return [];
  try {
    const stated = decodeURIComponent(href.slice(scheme.length).split('?')[0] ?? '');
    return scheme === 'tel:' ? phonesOf(stated) : addressesOf(stated);
  } catch {
    return []; // a broken escape: not an address
  }
}

function valueOf(field: Element): string {
  return 'value' in field && typeof field.value === 'string' ? field.value : '';
}
