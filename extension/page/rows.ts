/**
 * Which rows the page's views have, followed change by change: what a change touched is read again,
 * not the page. What no change tells of (a class that makes a row one) is found by looking at everything,
 * which the watch orders now and then while a page keeps changing.
 */
import type { PageAt, PeopleView } from '../sites/site.ts';
import { rowsOf } from '../sites/read.ts';
import { isOwn } from './surface.ts';

/** What changed since the last look; `all` when that is not known. */
export type Changes = readonly MutationRecord[] | 'all';

export interface RowsNeeds {
  readonly came: (view: PeopleView, row: Element) => void;
  /** What the row says may be different. */
  readonly touched: (view: PeopleView, row: Element) => void;
  readonly went: (view: PeopleView, row: Element) => void;
  /** Only the last way found rows. */
  readonly fallback: (view: PeopleView) => void;
}

/** A list this long is not made for eyes: what follows stays bare, and the page quick. */
const LONGEST = 5_000;

export function followRows(
  views: readonly PeopleView[],
  { came, touched, went, fallback }: RowsNeeds,
): (page: PageAt, changes: Changes) => void {
  const followed = views.map((view) => ({
    view,
    /** Any way's rows: the best may come back, the last be needed from now on. */
    any: view.rows.join(),
    /** Whether something outside a row may change what it says. */
    reaches: reachesOut(view),
    rows: new Set<Element>(),
  }));
  let at = '';

  return (page, changes) => {
    const all = changes === 'all' || page.url.href !== at;
    at = page.url.href;
    for (const each of followed) {
      const { view, rows } = each;
      const hit = all ? undefined : hits(each, changes);
      if (!hit || hit.rows) renew(each, page);
      for (const row of !hit || each.reaches ? rows : hit.within) if (rows.has(row)) touched(view, row);
    }
  };

  function renew({ view, rows }: (typeof followed)[number], page: PageAt): void {
    const found = rowsOf(view, page);
    if (found.fallback) fallback(view);
    const now = new Set(found.found.length > LONGEST ? found.found.slice(0, LONGEST) : found.found);
    for (const row of rows)
      if (!now.has(row)) {
        rows.delete(row);
        went(view, row);
      }
    for (const row of now)
      if (!rows.has(row)) {
        rows.add(row);
        came(view, row);
      }
  }
}

/** The rows these changes lie in, and whether there may be other rows now. */
function hits(
  { any, rows }: { readonly any: string; readonly rows: ReadonlySet<Element> },
  changes: readonly MutationRecord[],
): { readonly within: ReadonlySet<Element>; readonly rows: boolean } {
  const within = new Set<Element>();
  let other = false;
  const holdsRow = (node: Node) =>
    node instanceof Element && !isOwn(node) && (node.matches(any) || node.querySelector(any) !== null);
  for (const { target, addedNodes, removedNodes } of changes) {
    const row = target instanceof Element ? target.closest(any) : target.parentElement?.closest(any);
    if (row && rows.has(row)) within.add(row);
    else other ||= Boolean(row) || (target instanceof Element && rows.has(target));
    for (const node of other ? [] : addedNodes) other ||= holdsRow(node);
    // One that was moved on is seen where it was added.
    for (const node of other || rows.size === 0 ? [] : removedNodes) other ||= holdsRow(node);
  }
  return { within, rows: other };
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
