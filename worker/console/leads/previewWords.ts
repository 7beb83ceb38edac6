/** What a number of a preview counts, in words: the cell is a mark, as the preview left it (DEF2). */
import * as z from 'zod';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { LeadsWords } from '../../../shared/messages/consoleLeads/index.ts';

const Mark = z.union([
  z.tuple([z.literal('move')]),
  z.tuple([z.literal('move'), z.string(), z.string()]),
  z.tuple([z.literal('shift'), z.enum(['earlier', 'later'])]),
  z.tuple([z.enum(['begun', 'ended', 'late'])]),
]);

/** @param cell JSON, from the address */
export function previewWords(cell: string, words: LeadsWords, definitions: Definitions): string {
  const { of, what } = words.preview;
  const mark = Mark.safeParse(parsed(cell)).data;
  if (mark === undefined) return of(what.move);
  const [kind, from, to] = mark;
  if (kind === 'shift') return of(what[from]);
  if (from === undefined || to === undefined) return of(what[kind]);
  return of(`${what[kind]} · ${moveWords({ from, to }, words, definitions)}`);
}

/** "Lead → MQL" */
export function moveWords(
  { from, to }: { readonly from: string; readonly to: string },
  words: LeadsWords,
  { stages }: Definitions,
): string {
  const shortOf = (stage: string) => stages.find(({ id }) => id === stage)?.short ?? stage;
  return `${from === '' ? words.preview.none : shortOf(from)} → ${shortOf(to)}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
