/** Where the draft is filled in, as one is looking at it: by forms, as JSON, or both side by side. */
import { addressOf, useAddress } from '../../address.ts';
import { partAt, type PartPath } from './parts.ts';

const HOME = '/console/agreement/draft';

export interface Places {
  readonly isBeside: boolean;
  /** Of a part's form; of all of it without one. */
  readonly partHref: (part: PartPath | null) => string;
  /** In the form of its part, or in the JSON where it has none. */
  readonly placeHref: (pointer: string) => string;
}

export function usePlaces(): Places {
  const isBeside = useAddress().query['view'] === 'both';
  const view = isBeside ? 'both' : null;
  const pathOf = (part: PartPath | null) => (part === null ? HOME : `${HOME}/${part}`);
  return {
    isBeside,
    partHref: (part) => addressOf(pathOf(part), { view }),
    placeHref: (pointer) => {
      const part = partAt(pointer);
      return part === null
        ? addressOf(HOME, { view: view ?? 'json', at: pointer })
        : addressOf(pathOf(part.path), { view, at: pointer });
    },
  };
}
