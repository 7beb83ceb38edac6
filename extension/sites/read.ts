/**
 * Reads a page by a site's data: people of a view, and mails being written. Pure: reading twice gives
 * the same, and nothing on the page is touched.
 */
import { allOf } from './readers.ts';
import type {
  ComposeReading,
  ComposeView,
  PageAt,
  PeopleReading,
  PeopleView,
  Person,
  Spot,
  Stand,
} from './site.ts';

/** Everyone a view names, in the page's order, once a row; `undefined` when the view is not here. */
export function readPeople(view: PeopleView, page: PageAt): PeopleReading | undefined {
  if (view.here?.(page) === false) return undefined;
  const rows = allOf(page.document, view.rows);
  if (rows.found.length === 0) return undefined;
  let { fallback } = rows;
  const people: Person[] = [];
  for (const row of rows.found) {
    const named = view.people === 'row' ? { found: [row], fallback: false } : allOf(row, view.people);
    const inRow = new Set<string>();
    for (const anchor of named.found) {
      if (view.never && anchor.closest(view.never)) continue;
      const key = view.key(anchor, row, page);
      const spot = key && spotOf(view.stand, anchor, row);
      if (!key || !spot || inRow.has(keyText(key))) continue;
      inRow.add(keyText(key));
      fallback ||= named.fallback;
      people.push({ key, record: view.record?.(anchor, row, page), anchor, row, spot });
    }
  }
  return { people, fallback };
}

/** Every mail being written; `undefined` when the site has none here. */
export function readCompose(view: ComposeView, page: PageAt): readonly ComposeReading[] | undefined {
  if (view.here?.(page) === false) return undefined;
  const roots = allOf(page.document, view.roots);
  if (roots.found.length === 0) return undefined;
  return roots.found.flatMap((root) => {
    const [at] = allOf(root, view.strip.within).found;
    if (!at) return [];
    let { fallback } = roots;
    const addresses = (field: 'to' | 'cc' | 'bcc') => {
      const stated = allOf(root, view.recipients[field]);
      fallback ||= stated.fallback;
      return [...new Set(stated.found.flatMap(view.address))];
    };
    const draft = {
      to: addresses('to'),
      cc: addresses('cc'),
      bcc: addresses('bcc'),
      answering: view.answering?.(root, page) ?? [],
    };
    return [{ root, draft, spot: { at, place: view.strip.place }, fallback }];
  });
}

/** One text a key, to compare and to remember by. */
export function keyText(key: Person['key']): string {
  if ('record' in key) return `record:${key.record.system}/${key.record.object}/${key.record.id}`;
  return 'email' in key ? `email:${key.email}` : `phone:${key.phone}`;
}

function spotOf(stand: Stand, anchor: Element, row: Element): Spot | undefined {
  if ('self' in stand) return { at: anchor, place: stand.self };
  const at = 'closest' in stand ? anchor.closest(stand.closest) : allOf(row, stand.within).found[0];
  return at ? { at, place: stand.place } : undefined;
}
