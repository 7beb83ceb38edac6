/** Reports (TGT4): what was added up (`reportPass.ts`), read by everybody's own rights (TGT5). */
import {
  REPORTS,
  type ReportCell,
  type ReportName,
  type ReportQuery,
  type ReportResponse,
  type ReportRunning,
  type ReportsQuery,
  type ReportsResponse,
} from '../../../shared/protocol/reports.ts';
import { mayReadPerson, rowsFor } from '../../../shared/target/reader.ts';
import type { Scope } from '../../../shared/target/scope.ts';
import { type Cell, cellsOf, type Table, tableOf } from '../../../shared/target/table.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { crmSystems } from './crmRecords.ts';
import { type Asked, personOf, reportOf, UNDATED } from './reportCatalog.ts';
import { goOn, type Run } from './reportPass.ts';
import { askedAt, type Question, questionOf, scopeAt } from './reportQuestion.ts';
import type { Who, Work } from '../work.ts';

export const UNKNOWN_REPORT = failure(
  'not-found',
  `There is no such report. There are: ${REPORTS.join(', ')}.`,
);

export function readReport(
  work: Work,
  who: Who,
  { name, query }: { name: ReportName | null; query: Omit<ReportQuery, 'format'> },
): Outcome<ReportResponse | ReportRunning> {
  if (name === null) return UNKNOWN_REPORT;
  const question = questionOf(work, who, name, query);
  if (!question.ok) return question;
  const run = goOn(work, [question.value]);
  if (!run.finished) return done({ state: 'running', done: run.done, total: run.total });
  return done(answerOf(work, who, question.value, run));
}

/** Several in one pass over the leads. */
export function readReports(
  work: Work,
  who: Who,
  { names, ...query }: ReportsQuery,
): Outcome<ReportsResponse | ReportRunning> {
  const questions: Question[] = [];
  for (const name of names) {
    const question = questionOf(work, who, name, query);
    if (!question.ok) return question;
    questions.push(question.value);
  }
  const run = goOn(work, questions);
  if (!run.finished) return done({ state: 'running', done: run.done, total: run.total });
  return done({ reports: questions.map((question) => answerOf(work, who, question, run)) });
}

/** One of the reports of a pass that has ended. */
export function answerOf(
  work: Work,
  who: Who,
  question: Question,
  run: Extract<Run, { finished: true }>,
): ReportResponse {
  const { name, from, to, team, segment, owner, source, version, trial } = question;
  const asked = askedAt(work, question, run.asOf);
  const scope = scopeAt(work, question, run.asOf, () => true);
  const table = run.tables[name] ?? tableOf();
  const read = readable(reportOf(name, scope, asked).read(table), scope, who);
  const dated = !UNDATED.has(name);
  return {
    report: name,
    asOf: run.asOf,
    from: dated ? from : null,
    to: dated ? to : null,
    team,
    segment,
    owner,
    source,
    version,
    trial,
    ...read,
    figures: figuresOf(work, name, asked) ?? read.figures,
    cells: cellsFor(name, table, scope, who),
  };
}

/** Of what stands beside the leads. */
function figuresOf(work: Work, name: ReportName, { windows }: Asked): Named | null {
  if (name === 'effect') return { ...windows };
  return name === 'leaks' ? { systems: crmSystems(work) } : null;
}

type Named = Readonly<Record<string, unknown>>;

/** Rows as a list whatever the report answers, without people the reader may not see. */
function readable(answer: unknown, { room, now }: Scope, who: Who): { figures: Named | null; rows: Named[] } {
  if (Array.isArray(answer)) {
    const rows = answer.filter(isNamed);
    const cut = rows.filter(isCut);
    const kept = new Set<Named>(rowsFor(cut, room, who.memberId, now));
    return { figures: null, rows: rows.filter((row) => !isCut(row) || kept.has(row)) };
  }
  if (!isNamed(answer)) return { figures: null, rows: [] };
  const { people, days, ...figures } = answer;
  const listed = [people, days].flatMap((list) => (Array.isArray(list) ? list.filter(isNamed) : []));
  const rows = listed.filter(
    ({ member }) => typeof member !== 'string' || mayReadPerson(room, who.memberId, member, now),
  );
  return { figures, rows };
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCut(row: Named): row is Named & { by: string; of: string | null } {
  return typeof row['by'] === 'string' && (row['of'] === null || typeof row['of'] === 'string');
}

function cellsFor(name: ReportName, table: Table, { room, now }: Scope, who: Who): ReportCell[] {
  return cellsOf(table)
    .filter(({ row }: Cell) => {
      const person = personOf(name, row);
      return person === null || mayReadPerson(room, who.memberId, person, now);
    })
    .map(({ row, n, hits, sum }) => ({ row: [...row], n, hits, sum }));
}
