/**
 * How an element states who it is about (OVR6): attributes, mailto links, fields and record ids. Each
 * function here is pure and gives `undefined` where nothing is stated; no display name is ever read.
 */
import type { PersonKey } from '../messages.ts';
import type { RecordKey, Stated, Ways } from './site.ts';

/** The one address a text is, or `undefined`: never one found somewhere inside a longer text. */
export function addressOf(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return /^[^\s@<>"',;:()]+@[^\s@<>"',;:()]+\.[^\s@<>"',;:()]+$/.test(trimmed)
    ? trimmed.toLowerCase()
    : undefined;
}

/** The same as a list of one or none. */
export function addressesOf(text: string | null | undefined): string[] {
  const address = addressOf(text);
  return address ? [address] : [];
}

/** The attribute of that name on the element itself holds the address. */
export const byAttribute =
  (name: string): Stated =>
  (element) =>
    keyed(addressOf(element.getAttribute(name)));

/** A mailto link that is the element or, given a selector, stands in its row. */
export const byMailto =
  (within?: string): Stated =>
  (element, row) =>
    keyed(mailtoOf(within ? row.querySelector(within) : element));

/** A field anywhere on the page that holds the address of the record shown. */
export const byField =
  (selector: string): Stated =>
  (_element, _row, page) =>
    keyed(addressOf(valueOf(page.document.querySelector(selector))));

/** The row's own attributes name the record: `object` its type, `id` its id. */
export const recordByAttributes =
  (system: string, object: string, id: string): Stated<RecordKey> =>
  (_element, row) =>
    recordOf(system, row.getAttribute(object), row.getAttribute(id));

/** The first that states anything, in the order given. */
export const firstOf =
  (...all: readonly Stated[]): Stated =>
  (element, row, page) => {
    for (const stated of all) {
      const key = stated(element, row, page);
      if (key) return key;
    }
    return undefined;
  };

export function recordOf(system: string, object: string | null, id: string | null): RecordKey | undefined {
  const bare = id?.toLowerCase().replace(/[{}]/g, '');
  return object && bare ? { record: { system, object: object.toLowerCase(), id: bare } } : undefined;
}

/** Addresses of a field written as in a mail header: `"Doe, Ana" <a@b.test>, c@d.test`. */
export function fieldList(field: Element): string[] {
  // A quoted name may hold commas and even another address: only what is bare or in <…> counts.
  const pieces = valueOf(field).match(/(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^",;<])+/g) ?? [];
  return pieces.flatMap((piece) => addressOf(/<([^<>]*)>\s*$/.exec(piece)?.[1] ?? piece) ?? []);
}

/** Every match of the first way that has any; `fallback` when that was the last of several. */
export function allOf(
  root: ParentNode,
  ways: Ways,
): { readonly found: readonly Element[]; readonly fallback: boolean } {
  for (const [index, selector] of ways.entries()) {
    const found = [...root.querySelectorAll(selector)];
    if (found.length > 0) return { found, fallback: index > 0 && index === ways.length - 1 };
  }
  return { found: [], fallback: false };
}

function mailtoOf(link: Element | null): string | undefined {
  const href = link?.getAttribute('href') ?? '';
  if (!/^mailto:/i.test(href)) return undefined;
  const address = href.slice('mailto:'.length).split('?')[0] ?? '';
  try {
    return addressOf(decodeURIComponent(address));
  } catch {
    return undefined; // a broken escape: not an address
  }
}

function valueOf(field: Element | null): string {
  return field && 'value' in field && typeof field.value === 'string' ? field.value : '';
}

function keyed(email: string | undefined): PersonKey | undefined {
  return email ? { email } : undefined;
}
