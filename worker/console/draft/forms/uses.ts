/** Where the agreement names a thing of its own: asked before the thing is removed. */
import { isPlainObject, pointerTo } from '../../../../shared/definitions/check/at.ts';
import { keysOfList, type Step } from '../../../../shared/definitions/change/change.ts';
import { whereWords } from '../../../../shared/definitions/change/place.ts';
import type { Telling } from '../../../../shared/definitions/change/telling.ts';

export type UsedKind = 'field' | 'list' | 'signal' | 'segment' | 'persona' | 'stage' | 'calendar' | 'source';

export interface Use {
  readonly pointer: string;
  /** "Etapas › MQL › critérios" */
  readonly where: string;
}

/** Properties that hold the name of a thing, wherever they stand. */
const NAMING: Readonly<Record<UsedKind, readonly string[]>> = {
  field: ['field', 'required'],
  list: ['inList'],
  signal: ['signal'],
  segment: ['segment'],
  persona: ['persona'],
  stage: ['stage', 'acceptedStage', 'stageIs', 'stageWas'],
  calendar: ['calendar', 'workspaceCalendar'],
  source: ['source'],
};

/** @param kind of the thing `id` names */
export function usesOf(kind: UsedKind, id: string, telling: Telling): readonly Use[] {
  const found: Use[] = [];
  const look = (value: unknown, pointer: string, path: readonly Step[], key: string): void => {
    if (value === id && NAMING[kind].includes(key)) {
      const at = { kind: 'changed', path, pointer, before: id, after: id } as const;
      found.push({ pointer, where: whereWords(at, telling) });
    } else if (Array.isArray(value)) {
      const list: readonly unknown[] = value;
      const keys = keysOfList(path, list);
      for (const [place, entry] of list.entries())
        look(entry, pointerTo(pointer, place), [...path, keys?.[place] ?? place], key);
    } else if (isPlainObject(value)) {
      for (const [name, inner] of Object.entries(value))
        look(inner, pointerTo(pointer, name), [...path, name], name);
    }
  };
  look(telling.definitions, '', [], '');
  return found;
}
