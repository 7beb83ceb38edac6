/** Where a chip stands beside the person it is about, and on what. */
import type { PeopleView, Person } from '../sites/site.ts';
import { isOwn } from './surface.ts';

/** What a chip there stands on. */
export function groundOf({ spot: { at, place } }: Person): Element | null {
  return place === 'afterbegin' || place === 'beforeend' ? at : at.parentElement;
}

/** Several people of one row keep their order where chips go first; in a list whoever it is about is read beside it. */
export function standAt(host: HTMLElement, { spot }: Person, view: PeopleView['view']): void {
  if (view === 'list') host.style.setProperty('--most', '65%');
  let last: Element | null = null;
  if (spot.place === 'afterbegin')
    for (let at = spot.at.firstElementChild; at && isOwn(at); at = at.nextElementSibling) last = at;
  if (last) last.after(host);
  else spot.at.insertAdjacentElement(spot.place, host);
}
