/** The leads behind a number of a report: those that left a mark in its cell (TGT4), of those one may see (ACC2). */
import { and, inArray } from 'drizzle-orm';
import * as z from 'zod';
import {
  CellRows,
  type ReportLeadsQuery,
  type ReportLeadsResponse,
} from '../../../shared/protocol/reports.ts';
import type { ReportName } from '../../../shared/protocol/reports.ts';
import { mayReadPerson } from '../../../shared/target/reader.ts';
import { inCell } from '../../../shared/target/report.ts';
import type { Mark } from '../../../shared/target/table.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { inScope, viewOf } from '../leads/leadList.ts';
import { readPlace, writePlace } from '../place.ts';
import { personOf, reportOf } from './reportCatalog.ts';
import { keeperOfDeals, lotAfter } from './reportLeads.ts';
import { UNKNOWN_REPORT } from './reports.ts';
import { isAbout, questionOf, scopeAt } from './reportQuestion.ts';
import * as schema from '../schema.ts';
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
  const report = reportOf(name, scope, question.value.asked);
  const wanted = cells.map((row) => inCell(row, hit === undefined ? undefined : hit === 'true'));
  const isInCell = (mark: Mark): boolean => wanted.some((isIn) => isIn(mark));
  const isAsked = (mark: Mark): boolean => {
    const person = personOf(name, mark.row);
    return isInCell(mark) && (person === null || mayReadPerson(scope.room, who.memberId, person, asOf));
  };
  const lot = lotAfter(work, from, asOf);
  const found: string[] = [];
  let after = lot.after;
  for (const lead of lot.leads) {
    if (found.length === limit) break;
    if (!isAbout(question.value, lead, scope) || ![...report.marks(lead)].some(isAsked)) continue;
    found.push(lead.state.leadId);
    if (found.length === limit) after = lead.state.leadId;
  }
  return done({
    leads: rowsOf(work, who, found),
    cursor: after === null ? null : writePlace([after, asOf]),
  });
}

function rowsOf(work: Work, who: Who, ids: readonly string[]): ReportLeadsResponse['leads'] {
  const { leads } = schema;
  return work.db
    .select()
    .from(leads)
    .where(and(inArray(leads.id, [...ids]), inScope(who)))
    .orderBy(leads.id)
    .all()
    .map(viewOf);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
