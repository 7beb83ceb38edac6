/** Where a place of the draft is filled in: in the form of its part, or in the JSON where it has none. */
import { addressOf } from '../../address.ts';
import { HOME } from './PartList.tsx';
import { partAt } from './parts.ts';

export function placeHref(pointer: string): string {
  const part = partAt(pointer);
  return part === null
    ? addressOf(HOME, { view: 'json', at: pointer })
    : addressOf(`${HOME}/${part.path}`, { at: pointer });
}
