/** Where in the agreement a change is, as a trail of titles: "Etapas › MQL › critérios". */
import type { Collection } from '../../messages/changes/index.ts';
import type { Change, Step } from './change.ts';
import { siteName } from '../site.ts';
import { valueAt } from './change.ts';
import { nameOf, type Telling } from './telling.ts';

/** Lists and records by the last step of the path that leads to them. */
const COLLECTIONS: ReadonlyMap<Step, Collection> = new Map<Step, Collection>([
  ['fields', 'fields'],
  ['choices', 'choices'],
  ['lists', 'lists'],
  ['signals', 'signals'],
  ['segments', 'segments'],
  ['personas', 'personas'],
  ['materials', 'materials'],
  ['exclusions', 'exclusions'],
  ['groups', 'groups'],
  ['rules', 'rules'],
  ['fit', 'bands'],
  ['engagement', 'bands'],
  ['stages', 'stages'],
  ['fastTrack', 'fastTrack'],
  ['reasons', 'reasons'],
  ['routes', 'routes'],
  ['policies', 'policies'],
  ['calendars', 'calendars'],
  ['week', 'week'],
  ['holidays', 'holidays'],
  ['signers', 'signers'],
  ['sources', 'sources'],
  ['rates', 'rates'],
  ['quotas', 'quotas'],
  ['goals', 'goals'],
  ['sites', 'sites'],
]);

/** The list `path` leads to, if it is one. */
export function collectionAt(path: readonly Step[]): Collection | undefined {
  return COLLECTIONS.get(path.at(-1) ?? '');
}

/** The innermost thing with a name that the path runs through, and how deep it lies. */
export function ownerOf(
  path: readonly Step[],
  telling: Telling,
): { readonly name: string; readonly depth: number; readonly collection: Collection } | undefined {
  for (let depth = path.length; depth > 1; depth -= 1) {
    const collection = collectionAt(path.slice(0, depth - 1));
    if (collection === undefined) continue;
    const id = String(path[depth - 1]);
    const fallback = collection === 'sites' ? siteName(id) : id;
    return { name: nameOf(valueAt(telling.definitions, path.slice(0, depth)), fallback), depth, collection };
  }
  return undefined;
}

export function whereWords({ kind, path }: Change, telling: Telling): string {
  // An entry that comes or goes is in its list; anything else is inside its entry.
  const list = path.slice(0, -1);
  const isEntry = (kind === 'added' || kind === 'removed') && collectionAt(list) !== undefined;
  const inside = isEntry ? list : path;
  return trailOf(inside, telling).join(' › ');
}

function trailOf(path: readonly Step[], telling: Telling): readonly string[] {
  const { words, definitions } = telling;
  const [section] = path;
  switch (section) {
    case 'scoring': {
      if (path[1] === 'bands') return [words.places.scoring, words.nouns.bands.many];
      return path.length > 2
        ? [words.places.scoring, nameOf(valueAt(definitions, path.slice(0, 3)), String(path[2]))]
        : [words.places.scoring];
    }
    case 'policies': {
      const level = valueAt(definitions, ['policies', path[1] ?? '', 'level']);
      return level === undefined
        ? [words.places.sla]
        : [words.places.sla, words.level(levelWord(level, telling))];
    }
    case 'handoff':
      return [words.places.handoff, ...partsOf(path.slice(1, 2), telling)];
    default: {
      const collection = collectionAt(path.slice(0, 1));
      if (collection === undefined) return [words.places.general];
      const id = String(path[1]);
      const name = section === 'sites' ? siteName(id) : id;
      const entry = path.length > 1 ? [nameOf(valueAt(definitions, path.slice(0, 2)), name)] : [];
      return [words.nouns[collection].many, ...entry, ...partsOf(path.slice(2, 3), telling)];
    }
  }
}

function partsOf(steps: readonly Step[], { words }: Telling): readonly string[] {
  return steps.map((step) => {
    const collection = COLLECTIONS.get(step);
    return collection === undefined ? (words.parts[step] ?? String(step)) : words.nouns[collection].many;
  });
}

function levelWord(level: unknown, { catalog }: Telling): string {
  const { account, segment, default: general } = catalog.words.levels;
  if (level === 'account') return account;
  return level === 'segment' ? segment('').trim() : general;
}
