/**
 * Which rows of a long list are worth drawing: those on screen and a few around them. The window is
 * what scrolls, so that the whole panel stays one column.
 */
import {
  defaultRangeExtractor,
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

export interface VirtualRows {
  /** Indices to draw, ascending; not always in one piece: the row with the focus stays. */
  readonly drawn: readonly number[];
  /** Where a row begins, px from the list's top; of one past the last, where the list ends. */
  readonly startOf: (index: number) => number;
  /** For the `ref` of each row, which carries `data-index`. */
  readonly measure: (element: Element | null) => void;
}

interface List {
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** Px, until a row was measured. */
  readonly estimate: number;
  /** Stays drawn wherever the list is scrolled; -1 for none. */
  readonly kept: number;
  /** Px of what stands above the list in the same document. */
  readonly above: number;
}

/** Rows drawn beyond each edge of the screen. */
const AROUND = 8;

export function useVirtualRows({ count, keyOf, estimate, kept, above }: List): VirtualRows {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [rows] = useState(() => new Virtualizer<Window, Element>(optionsOf()));

  function optionsOf() {
    return {
      count,
      getScrollElement: () => window,
      estimateSize: () => estimate,
      getItemKey: keyOf,
      scrollMargin: above,
      overscan: AROUND,
      // Before the window was measured a screenful is drawn, never nothing.
      initialRect: { width: innerWidth, height: innerHeight || 600 },
      scrollToFn: windowScroll<Window>,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      measureElement,
      rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const drawn = defaultRangeExtractor(range);
        if (kept < 0 || kept >= count || drawn.includes(kept)) return drawn;
        return [...drawn, kept].toSorted((a, b) => a - b);
      },
      onChange: () => redraw(undefined),
    };
  }
  rows.setOptions(optionsOf());
  // The names its own adapters use; there are no others.
  // oxlint-disable-next-line no-underscore-dangle
  useLayoutEffect(() => rows._didMount(), [rows]);
  // oxlint-disable-next-line no-underscore-dangle
  useLayoutEffect(() => rows._willUpdate());

  const items = rows.getVirtualItems();
  return {
    drawn: items.map(({ index }) => index),
    startOf: (index) =>
      index >= count ? rows.getTotalSize() : (rows.measurementsCache[index]?.start ?? 0) - above,
    measure: rows.measureElement,
  };
}
