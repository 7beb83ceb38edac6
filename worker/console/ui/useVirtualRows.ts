/** Only the rows in sight are drawn, however many there are; each as high as the others. */
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface Wanted {
  readonly count: number;
  /** px */
  readonly height: number;
  readonly scroller: { readonly current: HTMLElement | null };
}

export function useVirtualRows({ count, height, scroller }: Wanted): {
  readonly rows: readonly VirtualItem[];
  /** px */
  readonly total: number;
} {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollToFn: elementScroll<HTMLElement>,
    observeElementRect: observeElementRect<HTMLElement>,
    observeElementOffset: observeElementOffset<HTMLElement>,
    onChange: () => draw(null),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  // The library's own adapters call these two by their names.
  // oxlint-disable-next-line no-underscore-dangle
  useLayoutEffect(() => virtualizer._didMount(), []);
  // oxlint-disable-next-line no-underscore-dangle
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => virtualizer.measure(), [height]);
  return { rows: virtualizer.getVirtualItems(), total: virtualizer.getTotalSize() };
}
