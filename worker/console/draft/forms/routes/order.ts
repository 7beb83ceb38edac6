/** Routes in the order they are asked (HOF2), and the numbers that say it. */
import type { Definitions } from '../../../../../shared/definitions/definitions.ts';

export type Route = Definitions['routes'][number];

/** As they are asked: by number, then by name. */
export function inOrder(routes: readonly Route[]): readonly Route[] {
  return routes.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Numbers that say the order they stand in; those that say it already stay. */
export function numbered(routes: readonly Route[]): readonly Route[] {
  let last = Number.NEGATIVE_INFINITY;
  const rises = routes.every(({ order }) => {
    const isLater = order > last;
    last = order;
    return isLater;
  });
  return rises ? routes : routes.map((route, place) => ({ ...route, order: place + 1 }));
}
