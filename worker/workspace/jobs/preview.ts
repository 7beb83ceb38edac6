/**
 * The draft tried on live leads (DEF2), a hundred at a time: each is folded and decided under what is
 * in force and under the draft, and the difference added up. Nothing is changed, every lead is judged
 * at the instant the preview was asked for.
 */
import { asc, gt, sql } from 'drizzle-orm';
import type { History, PublishChoices } from '../../../shared/definitions/version.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { addLead } from '../../../shared/target/report.ts';
import { NAMED, previewMarks } from '../../../shared/target/preview.ts';
import { addMark, type Cell, type Mark, type Table, tableOf } from '../../../shared/target/table.ts';
import { tryUnder } from '../../../shared/target/tried.ts';
import type { PreviewResult } from '../../../shared/protocol/definitions.ts';
import { draftOf } from '../agreement/draft.ts';
import { prepared } from '../agreement/prepared.ts';
import { plainFactsOfMany } from '../leads/facts.ts';
import type { JobKind } from './jobs.ts';
import { type Compared, compare } from '../agreement/previewGround.ts';
import { noteLeads } from './previewLeads.ts';
import { readPreview } from '../agreement/previewResult.ts';
import { sinceHandOff } from '../leads/refold.ts';
import * as schema from '../schema.ts';
import { traceOf } from '../trace.ts';
import type { Work } from '../work.ts';
import { logError } from '../../log.ts';

/** Some 20 ms of work. */
const SLICE = 100;
/** Leads named in each group. */
const MOST_NAMED = 50;

export interface PreviewInput {
  /** Hash of the draft that was to be tried. */
  readonly hash: string;
  readonly choices: PublishChoices;
  readonly language: Language;
}

interface Place {
  readonly after: string;
  readonly failed: number;
  readonly cells: readonly Cell[];
  /** Ids by the row of their mark, as JSON. */
  readonly named: Readonly<Record<string, readonly string[]>>;
}

const CHANGED = 'The draft was changed meanwhile. Start the preview again.';

export const preview: JobKind<PreviewInput, Place, PreviewResult> = {
  cancellable: true,
  step(work, job) {
    const draft = draftOf(work);
    const { after, failed, cells, named } = job.cursor ?? { after: '', failed: 0, cells: [], named: {} };
    if (draft?.hash !== job.input.hash) {
      const cursor = { after, failed, cells, named };
      return { cursor, done: job.done, finished: true, failure: CHANGED };
    }
    const compared = compare(work, job.input, draft, job.createdAt);
    const slice = new Map<string, string[]>();
    const sums = { table: tableOf(cells), named: { ...named }, slice };
    const ids = nextLeads(work, after);
    const facts = plainFactsOfMany(work, ids);
    const bad = ids.filter((id) => !tryLead(work, compared, facts.get(id) ?? [], sums)).length;
    noteLeads(work, job.id, after, slice);
    const cursor = {
      after: ids.at(-1) ?? after,
      failed: failed + bad,
      cells: [...sums.table.cells.values()],
      named: sums.named,
    };
    const step = { cursor, done: job.done + ids.length, finished: ids.length < SLICE };
    if (!step.finished) return step;
    const { members } = work.ground.room();
    const tried = { ...job.input, ...cursor, members, compared, draft: draft.body, leads: step.done };
    return { ...step, result: readPreview({ ...tried, table: sums.table }) };
  },
};

interface Sums {
  readonly table: Table;
  readonly named: Record<string, readonly string[]>;
  /** All of this slice, likewise. */
  readonly slice: Map<string, string[]>;
}

/** @returns whether it could be folded */
function tryLead(
  work: Work,
  compared: Compared,
  facts: readonly Fact[],
  { table, named, slice }: Sums,
): boolean {
  const { at, window, width, capacity } = compared;
  const room = work.ground.room();
  const under = (history: History) => tryUnder(facts, sinceHandOff(history, facts, at), room, at);
  try {
    const before = under(compared.current);
    const after = under(compared.drafted);
    const { state, lead } = before;
    addLead(capacity, table, { state, story: lead.story });
    for (const mark of previewMarks(before, after, window, width)) {
      addMark(table, mark);
      if (!isNamed(mark)) continue;
      name(named, mark, state.leadId);
      const key = JSON.stringify(mark.row);
      const some = slice.get(key);
      if (some === undefined) slice.set(key, [state.leadId]);
      else some.push(state.leadId);
    }
    return true;
  } catch (error) {
    logError('preview failed', { leadId: facts[0]?.leadId ?? '', ...traceOf(error) });
    return false;
  }
}

function isNamed({ row: [what] }: Mark): boolean {
  return NAMED.some((one) => one === what);
}

function name(named: Sums['named'], { row }: Mark, leadId: string): void {
  const key = JSON.stringify(row);
  const known = named[key] ?? [];
  if (known.length < MOST_NAMED) named[key] = [...known, leadId];
}

function nextLeads(work: Work, after: string): readonly string[] {
  return selectNext(work)
    .all({ after })
    .map(({ id }) => id);
}

const selectNext = prepared((db) => {
  const { id } = schema.leads;
  return db
    .select({ id })
    .from(schema.leads)
    .where(gt(id, sql.placeholder('after')))
    .orderBy(asc(id))
    .limit(SLICE)
    .prepare();
});
