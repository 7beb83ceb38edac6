/** The rows of a file that were not taken, as a CSV in the reader's language; the worker's own says them in English. */
import * as z from 'zod';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { reasonSaid, reasonWords } from '../../../shared/messages/reasons/index.ts';
import { RowFault } from '../../../shared/protocol/imports.ts';
import type { Answer } from '../api/failure.ts';
import { request } from '../api/request.ts';
import { saveFile } from './saveFile.ts';

const Faults = z.object({ errors: z.array(RowFault) });

export interface Saved {
  readonly id: string;
  /** Of the columns: line, column, what is wrong. */
  readonly names: readonly [string, string, string];
  readonly language: Language;
}

/** Of the thousand that are kept; a spreadsheet runs nothing of it. */
export async function saveFaults({ id, names, language }: Saved): Promise<Answer<unknown>> {
  const [{ stringify }, answer] = await Promise.all([
    import('csv-stringify/browser/esm/sync'),
    request(Faults, `GET /v1/imports/${id}/errors`),
  ]);
  if (!answer.ok) return answer;
  const words = reasonWords(language);
  const rows = answer.value.errors.map(({ line, field, detail, reason }) => [
    line,
    field,
    reason === undefined ? detail : reasonSaid(words, reason),
  ]);
  const text = stringify([names, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
  saveFile(`errors-${id}.csv`, new Blob([text], { type: 'text/csv' }));
  return answer;
}
