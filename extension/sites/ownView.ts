/** A view of a site of one's own, made of what an agreement or a lesson says of it (OVR5). */
import type { SiteView, Stating } from '../../shared/definitions/site.ts';
import { CONTENT } from './generic.ts';
import type { How, PeopleView, Ways } from './site.ts';

/** None where it does not say by what to read. */
export function ownView({ view, rows, people, address }: SiteView): PeopleView[] {
  const lines = waysOf(rows);
  if (!lines || !address) return [];
  return [
    {
      view,
      rows: lines,
      people: waysOf(people) ?? 'row',
      key: [{ email: { how: [howOf(address)] } }],
      never: CONTENT,
      stand: { self: 'afterend' },
      once: view !== 'list',
    },
  ];
}

export function howOf(address: Stating): How {
  return typeof address === 'string' ? address : `@${address.attribute}`;
}

export function waysOf(said: readonly string[] | undefined): Ways | undefined {
  const [first, ...rest] = said ?? [];
  return first === undefined ? undefined : [first, ...rest];
}
