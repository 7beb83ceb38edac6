/** Every name used is one that is given; else what was probably meant (PRD1, DEF1). */
import { type At, child, descend, items, placesOf, textOf } from './at.ts';
import type { Named } from './fault.ts';
import type { Names } from './names.ts';
import type { Tell } from './problem.ts';

const USES: readonly (readonly [Named, readonly string[]])[] = [
  ['signal', ['scoring', 'groups', '*', 'rules', '*', 'signal']],
  ['list', ['scoring', 'groups', '*', 'rules', '*', 'where', '*', 'inList']],
  ['signal', ['stages', '*', 'fastTrack', '*', 'signal']],
  ['stage', ['personas', '*', 'materials', '*', 'stage']],
  ['stage', ['handoff', 'stage']],
  ['stage', ['handoff', 'acceptedStage']],
  ['field', ['handoff', 'brief', 'required', '*']],
  ['stage', ['policies', '*', 'stage']],
  ['calendar', ['policies', '*', 'calendar']],
  ['calendar', ['workspaceCalendar']],
  ['segment', ['quotas', '*', 'segment']],
];

/** References outside criteria; those inside are told by `criterion.ts` node by node. */
export function checkReferences(root: At, names: Names, tell: Tell): void {
  for (const [what, pattern] of USES)
    for (const at of placesOf(root, pattern)) tellUnknown(at, what, names, tell);
}

/** Tells when the text at `at` is not the name of a `what`; anything but text is the schema's to tell. */
export function tellUnknown(at: At, what: Named, names: Names, tell: Tell): void {
  const id = textOf(at);
  if (id === undefined) return;
  const among = knownOf(what, names);
  if (!among.has(id))
    tell(at.pointer, { code: 'unknown_reference', what, id }, { given: id, among: among.keys() });
}

function knownOf(what: Named, names: Names): ReadonlySet<string> | ReadonlyMap<string, unknown> {
  switch (what) {
    case 'field':
      return names.fields;
    case 'list':
      return names.lists;
    case 'signal':
      return names.signals;
    case 'segment':
      return names.segments;
    case 'persona':
      return names.personas;
    case 'stage':
      return new Set(names.stages);
    case 'calendar':
      return names.calendars;
    default:
      return new Set();
  }
}

/** The lists named by the property tests of a signal. */
export function checkPropertyTests(where: At, names: Names, tell: Tell): void {
  for (const test of items(where)) tellUnknown(child(test, 'inList'), 'list', names, tell);
}

/** A value of a field with choices is one of them. */
export function tellUnknownChoice(at: At, choices: ReadonlySet<string>, tell: Tell): void {
  const id = textOf(at);
  if (id === undefined || choices.has(id)) return;
  tell(descend(at).pointer, { code: 'unknown_reference', what: 'choice', id }, { given: id, among: choices });
}
