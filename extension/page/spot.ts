/** Where a chip stands beside the person it is about, and on what. */
import type { Person } from '../sites/site.ts';
import { isOwn } from './surface.ts';

/** What a chip there stands on. */
export function groundOf({ spot: { at, place } }: Person): Element | null {
  return place === 'afterbegin' || place === 'beforeend' ? at : at.parentElement;
}

/** Several people of one row keep their order where chips go first. */
export function standAt(host: Element, { spot }: Person): void {
  let last: Element | null = null;
  if (spot.place === 'afterbegin')
    for (let at = spot.at.firstElementChild; at && isOwn(at); at = at.nextElementSibling) last = at;
  if (last) last.after(host);
  else spot.at.insertAdjacentElement(spot.place, host);
}
