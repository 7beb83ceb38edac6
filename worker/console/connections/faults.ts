/** Why something was not taken, in the reader's language; as the API says it where no code came along. */
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { nextFor, reasonSaid, reasonWords } from '../../../shared/messages/reasons/index.ts';
import type { FaultView } from '../../../shared/protocol/reason.ts';
import type { Failure } from '../api/failure.ts';

export function faultSaid(language: Language, { pointer, detail, reason }: FaultView): string {
  const said = reason === undefined ? detail : reasonSaid(reasonWords(language), reason);
  const where = reason?.code.endsWith('_left_out') ? placeOf(pointer) : nameOf(pointer);
  return where === '' ? said : `${where}: ${said}`;
}

/** Of an address its place among several: which kind it is says the sentence. */
function placeOf(pointer: string): string {
  return /\d+$/.exec(pointer)?.[0] ?? '';
}

/** As people call the place: the last part of a pointer (RFC 6901) that is no number. */
function nameOf(pointer: string): string {
  const parts = pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
  return (parts.at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** What to do about them, each once. */
export function nextSaid(language: Language, faults: readonly FaultView[]): string {
  const steps = faults.flatMap(({ reason }) => (reason === undefined ? [] : [nextFor(reason)]));
  const told = steps.filter((step) => step !== 'nothing');
  const wanted = told.length > 0 ? told : steps;
  return [...new Set(wanted)].map((step) => reasonWords(language).next[step]).join(' ');
}

/** What was refused, and after it what to do. */
export function helped(failure: Failure | null, language: Language): Failure | null {
  const reason = failure?.problem?.reason;
  if (failure === null || reason === undefined || nextFor(reason) === 'nothing') return failure;
  return { ...failure, said: `${failure.said ?? ''} ${reasonWords(language).next[nextFor(reason)]}`.trim() };
}
