/**
 * The parts of the agreement that are filled in by forms, in the order of their list. A part is a line
 * here, a line in `loadPart.ts`, and a folder beside this file.
 */
import type { FormsWords } from '../../../../shared/messages/forms/words.ts';
import { isUnder } from './pointer.ts';

export interface FormPart {
  /** Its step in the address: `/console/agreement/draft/<path>`. */
  readonly path: keyof FormsWords['parts'];
  readonly group: keyof FormsWords['groups'];
  /** What of the draft it changes, by pointer: problems there are counted and shown with it. */
  readonly owns: readonly string[];
}

export const PARTS = [
  { path: 'fields', group: 'who', owns: ['/fields'] },
  { path: 'lists', group: 'who', owns: ['/lists'] },
  { path: 'signals', group: 'who', owns: ['/signals'] },
  { path: 'segments', group: 'who', owns: ['/segments'] },
  { path: 'personas', group: 'who', owns: ['/personas'] },
  { path: 'exclusions', group: 'who', owns: ['/exclusions'] },
  { path: 'scoring', group: 'score', owns: ['/scoring'] },
  { path: 'stages', group: 'score', owns: ['/stages'] },
  { path: 'handoff', group: 'sales', owns: ['/handoff'] },
  { path: 'routes', group: 'sales', owns: ['/routes'] },
  { path: 'policies', group: 'time', owns: ['/policies'] },
  { path: 'calendars', group: 'time', owns: ['/calendars', '/workspaceCalendar'] },
  {
    path: 'targets',
    group: 'aims',
    owns: ['/goals', '/quotas', '/currency', '/rates', '/sources'],
  },
  {
    path: 'review',
    group: 'aims',
    owns: ['/title', '/language', '/signers', '/meetEvery', '/reviewEvery'],
  },
] as const satisfies readonly FormPart[];
export type PartPath = (typeof PARTS)[number]['path'];

/** The part whose form holds what the pointer leads to; the narrowest where one is inside another. */
export function partAt(pointer: string): (typeof PARTS)[number] | null {
  const holding = PARTS.flatMap((part) =>
    part.owns.filter((owned) => isUnder(pointer, owned)).map((owned) => ({ part, owned })),
  );
  return holding.toSorted((a, b) => b.owned.length - a.owned.length)[0]?.part ?? null;
}
