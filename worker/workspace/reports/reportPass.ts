/**
 * Reports added up over all leads in slices that leave the object free in between: whoever asks again
 * goes on where the last slice ended. What was added up stays in memory by parts (`reportCache.ts`), so
 * the next look adds up only those parts something happened in. A pass that has begun ends though
 * something changes meanwhile: a busy workspace would never see its end.
 */
import { count } from 'drizzle-orm';
import { roomChangesAt } from '../../../shared/lead/memberAt.ts';
import { nextVersionAt } from '../../../shared/lead/versionAt.ts';
import { dateAt, endOfDate } from '../../../shared/target/period.ts';
import { addCell, addMark, type Table, tableOf } from '../../../shared/target/table.ts';
import { earliest, MINUTE_MS } from '../../../shared/time.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';
import type { Part, Pass, ReportCache, SharedDeals, Sum, Tables } from './reportCache.ts';
import { reportOf, WHOLE } from './reportCatalog.ts';
import { addErased } from './reportErased.ts';
import { catchUp, keptAfter, type LotOfKept } from './reportLeads.ts';
import { askedAt, isAbout, marksOfQuestion, type Question, scopeAt } from './reportQuestion.ts';
import { SIZES } from './reportSizes.ts';
import { sharedDeals } from './sharedDeals.ts';

/** An answer is the same again for so long where nothing changed. */
const KEPT_MS = MINUTE_MS;
/** A pass nobody went on with is begun anew after this. */
const LONGEST_MS = 10 * MINUTE_MS;

export type Run =
  | { readonly finished: false; readonly done: number; readonly total: number }
  | { readonly finished: true; readonly asOf: number; readonly tables: Tables };

/** One slice of several reports in one pass over the leads. */
export function goOn(work: Work, questions: readonly Question[]): Run {
  const cache = work.ground.reports();
  const sum = cache.sumOf(questions.map(marksOfQuestion).join('\n'), work.now);
  const isWhole = questions.some(({ name }) => WHOLE.has(name));
  if (sum.finished && isStill(cache, sum, isWhole, work.now)) return { finished: true, ...sum.finished };
  const pass =
    sum.pass && isFresh(sum.pass.asOf, work.now, LONGEST_MS) ? sum.pass : begin(work, sum, isWhole);

  if (pass.behind) pass.behind = catchUp(work, pass.asOf);
  let left = pass.behind ? 0 : SIZES.slice;
  for (let place = 0; place < sum.parts.length; place += 1) {
    const part = sum.parts[place];
    if (part === undefined || holds(part, pass)) continue;
    if (left <= 0) return { finished: false, done: leadsIn(sum, pass), total: pass.total };
    const lot = keptAfter(work, part, pass.asOf);
    const rest = { ...part, after: lot.last ?? '', leads: 0, tables: null };
    const made = { ...addedUp(work, questions, pass, lot), after: part.after, upTo: lot.last ?? part.upTo };
    sum.parts.splice(place, 1, made, ...(lot.last === null || lot.last === part.upTo ? [] : [rest]));
    left -= lot.cost;
  }
  return { finished: true, ...finish(work, questions, sum, pass) };
}

function isFresh(asOf: number, now: number, longest: number): boolean {
  return now >= asOf && now - asOf < longest;
}

function isStill(cache: ReportCache, sum: Sum, isWhole: boolean, now: number): boolean {
  if (sum.pass !== null || sum.finished === null) return false;
  const { asOf, until } = sum.finished;
  if (!isFresh(asOf, now, KEPT_MS) || now >= until) return false;
  if (isWhole && sum.stirred !== cache.stirred) return false;
  return !cache.dealsMoved && sum.parts.every(({ stale }) => !stale);
}

function begin(work: Work, sum: Sum, isWhole: boolean): Pass {
  const cache = work.ground.reports();
  const [{ total } = { total: 0 }] = work.db.select({ total: count() }).from(schema.leads).all();
  const { keepers } = dealsAt(work, cache);
  sum.passes += 1;
  const pass: Pass = {
    no: sum.passes,
    asOf: work.now,
    total,
    keepsDeal: (dealId, leadId) => (keepers.get(dealId) ?? leadId) === leadId,
    behind: sum.parts.some((part) => part.tables !== null),
  };
  // What is kept of a lead may be the same though the whole of it is another.
  if (isWhole) for (const part of sum.parts) part.stale = true;
  sum.pass = pass;
  return pass;
}

/** Where another lead keeps a deal from now on, those that told it add up to something else. */
function dealsAt(work: Work, cache: ReportCache): SharedDeals {
  const before = cache.deals;
  if (before !== null && !cache.dealsMoved) return before;
  const deals = sharedDeals(work, work.now);
  for (const dealId of new Set([...(before?.keepers.keys() ?? []), ...deals.keepers.keys()])) {
    if (before?.keepers.get(dealId) === deals.keepers.get(dealId)) continue;
    const holders = [...(before?.holders.get(dealId) ?? []), ...(deals.holders.get(dealId) ?? [])];
    for (const leadId of holders) cache.touch(leadId);
  }
  cache.deals = deals;
  cache.dealsMoved = false;
  return deals;
}

function holds({ tables, stale, asOf, until, pass: madeIn }: Part, pass: Pass): boolean {
  if (tables === null) return false;
  return madeIn === pass.no || (!stale && asOf <= pass.asOf && pass.asOf < until);
}

function leadsIn({ parts }: Sum, pass: Pass): number {
  return parts.reduce((sum, part) => sum + (holds(part, pass) ? part.leads : 0), 0);
}

function addedUp(
  work: Work,
  questions: readonly Question[],
  { no, asOf, keepsDeal }: Pass,
  { leads, movedOn }: LotOfKept,
): Omit<Part, 'after' | 'upTo'> {
  let until = groundHoldsUntil(work, asOf);
  const ahead = (at: number) => {
    if (at < until) until = at;
  };
  const parts = questions.map((question) => {
    const scope = { ...scopeAt(work, question, asOf, keepsDeal), ahead };
    const report = reportOf(question.name, scope, askedAt(work, question, asOf));
    // The windows of an effect grow as time goes by.
    if (question.effectOf !== null) ahead(asOf + 1);
    return { question, scope, report, table: tableOf() };
  });
  for (const lead of leads)
    for (const { question, scope, report, table } of parts)
      if (isAbout(question, lead.kept, scope)) for (const mark of report.marks(lead)) addMark(table, mark);
  const tables = Object.fromEntries(parts.map(({ question, table }) => [question.name, table]));
  return { leads: leads.length, tables, asOf, until, pass: no, stale: movedOn };
}

/** Today and its periods end at midnight; who is there, and which version is in force, may change before. */
function groundHoldsUntil(work: Work, asOf: number): number {
  const { calendars, definitions } = work.ground.inForce(asOf);
  const calendar = calendars[definitions.workspaceCalendar];
  const midnight = calendar ? endOfDate(calendar, dateAt(calendar, asOf)) : null;
  const version = nextVersionAt(work.ground.history(), asOf);
  return earliest([midnight, version, roomChangesAt(work.ground.room(), asOf)]) ?? Infinity;
}

function finish(
  work: Work,
  questions: readonly Question[],
  sum: Sum,
  { asOf, keepsDeal }: Pass,
): NonNullable<Sum['finished']> {
  while (sum.parts.length > SIZES.parts) sum.parts = paired(sum.parts);
  const tables = merged(sum.parts);
  for (const question of questions) {
    const table = tables[question.name] ?? tableOf();
    addErased(work, question, scopeAt(work, question, asOf, keepsDeal), table);
  }
  const until = Math.min(...sum.parts.map((part) => part.until));
  sum.pass = null;
  sum.stirred = work.ground.reports().stirred;
  return (sum.finished = { asOf, until, tables });
}

function paired(parts: readonly Part[]): Part[] {
  return parts.flatMap((part, place) => {
    if (place % 2 === 1) return [];
    const next = parts[place + 1];
    if (next === undefined) return [part];
    const both = [part, next];
    return [
      {
        ...part,
        upTo: next.upTo,
        leads: part.leads + next.leads,
        tables: merged(both),
        asOf: Math.max(part.asOf, next.asOf),
        until: Math.min(part.until, next.until),
        stale: part.stale || next.stale,
      },
    ];
  });
}

function merged(parts: readonly Part[]): Record<string, Table> {
  const tables: Record<string, Table> = {};
  for (const part of parts)
    for (const [name, table] of Object.entries(part.tables ?? {})) {
      const sum = (tables[name] ??= tableOf());
      for (const cell of table.cells.values()) addCell(sum, cell);
    }
  return tables;
}
