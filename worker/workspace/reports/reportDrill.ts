/** The leads behind a number of a report: those that left a mark in its cell (TGT4), of those one may see (ACC2). */
import * as z from 'zod';
import {
  CellRows,
  type ReportLeadsQuery,
  type ReportLeadsResponse,
} from '../../../shared/protocol/reports.ts';
import type { ReportName } from '../../../shared/protocol/reports.ts';
import { mayReadPerson } from '../../../shared/target/reader.ts';
import { inCell } from '../../../shared/target/report.ts';
import { cellsOf, type Mark, type Row, type Table, tableOf } from '../../../shared/target/table.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { rowsListed } from '../leads/leadList.ts';
import { readPlace, writePlace } from '../place.ts';
import { personOf, reportOf } from './reportCatalog.ts';
import type { Part } from './reportCache.ts';
import { keptAfter, type LookedAt } from './reportLeads.ts';
import { keeperOfDeals } from './sharedDeals.ts';
import { SIZES } from './reportSizes.ts';
import { UNKNOWN_REPORT } from './reports.ts';
import { askedAt, isAbout, marksOfQuestion, questionOf, scopeAt } from './reportQuestion.ts';
import type { Who, Work } from '../work.ts';

const MOST = 100;
/** The last lead looked at, and the instant the whole list is of. */
const Place = z.tuple([z.string().max(200), z.int()]);

export function leadsBehindCell(
  work: Work,
  who: Who,
  { name, query }: { name: ReportName | null; query: ReportLeadsQuery },
): Outcome<ReportLeadsResponse> {
  if (name === null) return UNKNOWN_REPORT;
  const { cell, hit, cursor, limit = MOST, ...given } = query;
  const cells = CellRows.safeParse(parsed(cell)).data;
  if (!cells)
    return failure('invalid-body', 'A cell is a JSON array of texts and nulls.', [
      { pointer: '/cell', detail: 'not a row of a cell of this report' },
    ]);
  const place = cursor === undefined ? (['', work.now] as const) : readPlace(Place, cursor);
  if (!place) return failure('bad-request', 'This cursor is none of this list. Leave it out to begin anew.');
  const question = questionOf(work, who, name, given);
  if (!question.ok) return question;

  const [from, asOf] = place;
  const scope = scopeAt(work, question.value, asOf, keeperOfDeals(work, asOf));
  const report = reportOf(name, scope, askedAt(work, question.value, asOf));
  const wantsHit = hit === undefined ? undefined : hit === 'true';
  const wanted = cells.map((row) => inCell(row, wantsHit));
  const isAsked = (mark: Mark): boolean => {
    if (!wanted.some((isIn) => isIn(mark))) return false;
    const person = personOf(name, mark.row);
    return person === null || mayReadPerson(scope.room, who.memberId, person, asOf);
  };
  const isIn = (lead: LookedAt): boolean =>
    isAbout(question.value, lead.kept, scope) && some(report.marks(lead), isAsked);
  // Where the report was added up, its parts say which of them have such a lead at all.
  const parts = work.ground.reports().partsWith(marksOfQuestion(question.value));
  const hasAny = (part: Part): boolean => hasCell(part.tables?.[name], cells, wantsHit);
  const empty = parts.filter((part) => isSure(part, asOf) && !hasAny(part));

  const found: string[] = [];
  let after: string | null = from;
  for (let left = SIZES.slice; after !== null && left > 0 && found.length < limit;) {
    const skipped = beyond(empty, after);
    if (skipped !== undefined) {
      after = skipped.upTo;
      continue;
    }
    const lot = keptAfter(work, { after, upTo: null }, asOf);
    left -= lot.cost;
    const behind = lot.leads.filter(isIn).map(({ kept }) => kept.state.leadId);
    const page = behind.slice(0, limit - found.length);
    found.push(...page);
    after = page.length < behind.length ? (page.at(-1) ?? after) : lot.last;
  }
  return done({
    leads: rowsListed(work, who, found),
    cursor: after === null ? null : writePlace([after, asOf]),
  });
}

function some(marks: Iterable<Mark>, isAsked: (mark: Mark) => boolean): boolean {
  for (const mark of marks) if (isAsked(mark)) return true;
  return false;
}

/** Whether a part says of this instant what its leads would. */
function isSure({ tables, stale, asOf: madeAt, until }: Part, asOf: number): boolean {
  return tables !== null && !stale && madeAt <= asOf && asOf < until;
}

function hasCell(table: Table | undefined, rows: readonly Row[], hit: boolean | undefined): boolean {
  return rows.some((row) =>
    cellsOf(table ?? tableOf(), ...row).some(({ n, hits }) => {
      if (hit === undefined) return n > 0;
      return hit ? hits > 0 : n > hits;
    }),
  );
}

/** The part without any such lead in which a walk stands that goes on after this lead. */
function beyond(empty: readonly Part[], lead: string): Part | undefined {
  return empty.find(({ after, upTo }) => after <= lead && (upTo === null || lead < upTo));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
