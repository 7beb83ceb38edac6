/**
 * The part of an agenda nobody has to propose (TGT7): contests that wait, promises broken more often
 * than their goal allows, goals missed, leads lost. Made of the reports at one instant and kept, so that
 * everybody in the room, and whoever reads the minutes, sees the same.
 */
import { and, desc, eq, lt, ne } from 'drizzle-orm';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { AgendaPoints, NamedLead, SessionView } from '../../../shared/protocol/proposals.ts';
import type { ReportName } from '../../../shared/protocol/reports.ts';
import { dateOfDay, dayOfDate } from '../../../shared/sla/localTime.ts';
import type { Achieved } from '../../../shared/target/achieved.ts';
import type { ComplianceRow } from '../../../shared/target/compliance.ts';
import type { LeakRow, NotHereRow } from '../../../shared/target/leaks.ts';
import { dateAt } from '../../../shared/target/period.ts';
import { done, type Outcome } from '../../outcome.ts';
import { rowInScope } from '../leads/leads.ts';
import { holderOf } from '../leads/merged.ts';
import { stateOf } from '../leads/refold.ts';
import { askedAt, type Question, questionOf, scopeAt } from '../reports/reportQuestion.ts';
import { reportOf } from '../reports/reportCatalog.ts';
import { goOn } from '../reports/reportPass.ts';
import * as schema from '../schema.ts';
import { tableOf } from '../../../shared/target/table.ts';
import type { Who, Work } from '../work.ts';

export type KeptPoints = schema.KeptPoints;

const ASKED = ['compliance', 'achieved', 'leaks'] as const satisfies readonly ReportName[];
/** Who sleeps longer than that begins anew. */
const LONGEST_DAYS = 400;

/** Null while the reports are not added up to their end: ask again. */
export function pointsFor(
  work: Work,
  who: Who,
  session: Pick<SessionView, 'id' | 'kind' | 'heldOn'>,
): Outcome<KeptPoints | { readonly done: number; readonly total: number }> {
  const dates = datesOf(work, session);
  const questions: Question[] = [];
  for (const name of ASKED) {
    const question = questionOf(work, who, name, dates);
    if (!question.ok) return question;
    questions.push(question.value);
  }
  const run = goOn(work, questions);
  if (!run.finished) return done({ done: run.done, total: run.total });
  const read = <T>(name: (typeof ASKED)[number]): readonly T[] => {
    const question = questions.find((one) => one.name === name);
    if (!question) return [];
    const scope = scopeAt(work, question, run.asOf, () => true);
    const report = reportOf(name, scope, askedAt(work, question, run.asOf));
    return report.read(run.tables[name] ?? tableOf()) as readonly T[];
  };
  const { version, definitions } = work.ground.inForce(work.now);
  return done({
    asOf: run.asOf,
    ...dates,
    version,
    trial: questions.some(({ trial }) => trial),
    contests: contestsWaiting(work),
    breaches: breachesIn(read<ComplianceRow>('compliance'), definitions),
    goals: read<Achieved>('achieved').flatMap(missed),
    leaks: leaksIn(read<LeakRow | NotHereRow>('leaks')),
  });
}

/**
 * From the day after the meeting before to the day of this one, or today if it lies ahead. The first of its
 * kind looks back to the day the first signed agreement took effect; without any, to where the trial began.
 */
function datesOf(
  work: Work,
  { id, kind, heldOn }: Pick<SessionView, 'id' | 'kind' | 'heldOn'>,
): { readonly from: string; readonly to: string } {
  const version = work.ground.inForce(work.now);
  const today = dateAt(workspaceCalendarOf(version), work.now);
  const to = heldOn < today ? heldOn : today;
  const { sessions } = schema;
  const before = work.db
    .select({ heldOn: sessions.heldOn })
    .from(sessions)
    .where(and(eq(sessions.kind, kind), ne(sessions.id, id), lt(sessions.heldOn, heldOn)))
    .orderBy(desc(sessions.heldOn))
    .limit(1)
    .get();
  const history = work.ground.history();
  const agreed = history.find(({ signed }) => signed) ?? history[0] ?? version;
  const begun = dayOfDate(dateAt(workspaceCalendarOf(agreed), agreed.effectiveAt));
  const last = dayOfDate(to);
  const first = before ? dayOfDate(before.heldOn) + 1 : begun;
  return { from: dateOfDay(Math.min(Math.max(first, last - LONGEST_DAYS), last)), to };
}

function contestsWaiting(work: Work): KeptPoints['contests'] {
  const { facts } = schema;
  const contested = work.db
    .selectDistinct({ leadId: facts.leadId })
    .from(facts)
    .where(eq(facts.kind, 'handoff.contested'))
    .all();
  const leads = new Set(contested.map(({ leadId }) => holderOf(work, leadId)));
  return [...leads]
    .flatMap((leadId) =>
      stateOf(work, leadId, work.now).handoffs.flatMap(({ id, contest }) =>
        contest && contest.decided === null ? [{ id, leadId, at: contest.at, by: contest.by }] : [],
      ),
    )
    .toSorted((a, b) => a.at - b.at);
}

/**
 * A goal of 90 % in time allows one in ten to be late: that is the budget of the promises it is about.
 * A promise no goal speaks of has none.
 */
function breachesIn(
  rows: readonly ComplianceRow[],
  { policies, goals }: Definitions,
): AgendaPoints['breaches'] {
  return policies.flatMap(({ id, kind }) => {
    const own = rows.filter(({ by, policy }) => by === 'all' && policy === id);
    const n = own.reduce((sum, { inTime }) => sum + inTime.n, 0);
    const late = n - own.reduce((sum, { inTime }) => sum + inTime.hits, 0);
    const goal = goals.find(({ metric }) => metric === kind) ?? null;
    // In hundredths, so that 90 % of 10 is 9 and not a little less.
    const allowed = goal ? Math.floor((n * (10_000 - Math.round(goal.target * 100))) / 10_000) : 0;
    return late > allowed ? [{ id, late, n, allowed, goal: goal?.id ?? null }] : [];
  });
}

function missed({ goal, from, to, running, kind, target, actual, expected, n, reached }: Achieved) {
  if (reached !== false || actual === null) return [];
  return [{ id: `${goal}:${from}`, goal, from, to, running, kind, target, actual, expected, n }];
}

/** Of leads: records of other systems are not of a period. */
function leaksIn(rows: readonly (LeakRow | NotHereRow)[]): AgendaPoints['leaks'] {
  const sums = new Map<string, number>();
  for (const { leak, n } of rows) if (leak !== 'in_crm_not_here') sums.set(leak, (sums.get(leak) ?? 0) + n);
  return [...sums].flatMap(([id, n]) => (n > 0 ? [{ id, n }] : []));
}

/** As somebody may see them (ACC2); a lead erased since is gone. */
export function viewOfPoints(work: Work, who: Who, { contests, ...points }: KeptPoints): AgendaPoints {
  const seen = contests.flatMap(({ leadId, ...contest }) => {
    const lead = namedLead(work, who, leadId);
    return lead ? [{ ...contest, lead }] : [];
  });
  return { ...points, contests: seen, hidden: contests.length - seen.length };
}

export function namedLead(work: Work, who: Who, leadId: string): NamedLead | undefined {
  const row = rowInScope(work, who, leadId);
  return row && { id: row.id, name: row.name, company: row.company };
}
