/**
 * Which rows the page's views have, followed change by change: what a change touched is read again,
 * not the page. What no change tells of (a class that makes a row one) is found by looking at everything,
 * which the watch orders now and then while a page keeps changing.
 */
import type { PreparedView } from '../sites/prepared.ts';
import type { PageAt } from '../sites/site.ts';
import { rowsOf } from '../sites/read.ts';
import { isOwn } from './surface.ts';

/** What changed since the last look; `all` when that is not known. */
export type Changes = readonly MutationRecord[] | 'all';

export interface RowsNeeds {
  readonly came: (view: PreparedView, row: Element) => void;
  /** What the row says may be different. */
  readonly touched: (view: PreparedView, row: Element) => void;
  readonly went: (view: PreparedView, row: Element) => void;
  /** All of them in the page's order, after they were looked for: the same list while there are no others. */
  readonly listed: (view: PreparedView, rows: readonly Element[]) => void;
  /** Only the last way found rows. */
  readonly fallback: (view: PreparedView) => void;
}

export interface Rows {
  look(page: PageAt, changes: Changes): void;
  has(view: PreparedView, element: Element): boolean;
}

export function followRows(
  views: readonly PreparedView[],
  { came, touched, went, listed, fallback }: RowsNeeds,
): Rows {
  const followed = views.map((view) => ({
    view,
    any: anyOf(view.rows),
    found: [] as readonly Element[],
    rows: new Set<Element>(),
  }));
  function renew(each: (typeof followed)[number], page: PageAt): void {
    const { view, rows, found: before } = each;
    const { found, fallback: needed } = rowsOf(view, page);
    if (needed) fallback(view);
    if (found.length !== before.length || found.some((row, index) => row !== before[index])) {
      each.found = found;
      const now = new Set(found);
      for (const row of before)
        if (!now.has(row)) {
          rows.delete(row);
          went(view, row);
        }
      for (const row of found)
        if (!rows.has(row)) {
          rows.add(row);
          came(view, row);
        }
    }
    listed(view, each.found);
  }

  return {
    look(page, changes) {
      for (const each of followed) {
        const { view, rows } = each;
        const hit = changes === 'all' ? undefined : hits(each, changes);
        if (!hit || hit.rows) renew(each, page);
        for (const row of !hit || view.reaches ? rows : hit.within) if (rows.has(row)) touched(view, row);
      }
    },
    has: (view, element) => followed.some((each) => each.view === view && each.rows.has(element)),
  };
}

/** Any way's elements: the best may come back, the last be needed from now on; what no browser knows finds nothing. */
export function anyOf(ways: readonly string[]): string {
  return `:is(${ways.join()})`;
}

/** The rows these changes lie in, and whether there may be other rows now. */
function hits(
  { any, rows }: { readonly any: string; readonly rows: ReadonlySet<Element> },
  changes: readonly MutationRecord[],
): { readonly within: ReadonlySet<Element>; readonly rows: boolean } {
  const within = new Set<Element>();
  let other = false;
  for (const { target, addedNodes, removedNodes } of changes) {
    const row = around(target, any);
    if (row && rows.has(row)) within.add(row);
    else other ||= Boolean(row) || (target instanceof Element && rows.has(target));
    for (const node of other ? [] : addedNodes) other ||= holds(node, any);
    // One that was moved on is seen where it was added.
    for (const node of other || rows.size === 0 ? [] : removedNodes) other ||= holds(node, any);
  }
  return { within, rows: other };
}

/** Whether these changes lie in such an element, or brought one. */
export function touch(any: string, changes: readonly MutationRecord[]): boolean {
  return changes.some(
    ({ target, addedNodes }) =>
      around(target, any) !== null || [...addedNodes].some((node) => holds(node, any)),
  );
}

function around(target: Node, any: string): Element | null {
  return (target instanceof Element ? target : target.parentElement)?.closest(any) ?? null;
}

function holds(node: Node, any: string): boolean {
  return node instanceof Element && !isOwn(node) && (node.matches(any) || node.querySelector(any) !== null);
}
