/**
 * The heart of the worker: fold a lead, let `decide` add what follows, until nothing does, and keep
 * the result as one row (FCT7, FCT8). Called in the transaction that brought the new facts.
 */
import { asc, eq, gt, sql } from 'drizzle-orm';
import type { History } from '../../../shared/definitions/version.ts';
import { decideOn } from '../../../shared/lead/decide.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { readLead, type ReadLead, stateOf as foldedState } from '../../../shared/lead/fold.ts';
import { nextDueOf } from '../../../shared/lead/nextDue.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { prepared } from '../agreement/prepared.ts';
import { announce, announceAll } from '../handoff/announce.ts';
import { appendFacts, factsOf, plainFact, type StoredFact } from './facts.ts';
import { groundOf } from '../sync/generations.ts';
import { projectionOf, type LeadRow } from './leadRow.ts';
import { factsHeldAt } from './merged.ts';
import { definitionsOf, keepProjection, keptRow } from '../projection.ts';
import { keepKnownProjections, type KnownProjection } from '../projectionMany.ts';
import { routingAt } from '../handoff/routing.ts';
import { isKeptAs } from '../reports/reportKept.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

/** Far more than any lead needs; reaching it means `decide` never comes to rest. */
const MOST_ROUNDS = 30;

/** What is in the database of a lead: long work reads it of many at once. */
export interface Kept {
  readonly stored: readonly StoredFact[];
  readonly before: LeadRow | undefined;
}

/**
 * @param kept what is in the database, where it has been read already
 * @returns the state at `work.now`, with everything decided already among the facts.
 */
export function refold(
  work: Work,
  leadId: string,
  kept: Kept = { stored: factsOf(work, leadId), before: keptRow(work, leadId) },
): LeadState {
  const settled = settle(work, kept);
  keepProjection(work, settled, settled.dueAt, settled);
  announce(work, settled);
  return settled.state;
}

/** The same of several leads: what is kept of those nothing was decided on takes a statement per table. */
export function refoldMany(work: Work, leads: readonly Kept[]): void {
  const settled = leads.map((kept) => settle(work, kept));
  const quiet = settled.filter(isQuiet);
  const [many, single] = quiet.length > 1 ? [quiet, settled.filter((one) => !isQuiet(one))] : [[], settled];
  keepKnownProjections(work, many);
  for (const one of single) keepProjection(work, one, one.dueAt, one);
  announceAll(work, settled);
}

function isQuiet(one: Settled): one is Settled & KnownProjection {
  const { before, decided, state, newest } = one;
  const isKnown = before !== undefined && newest !== undefined;
  return isKnown && decided.length === 0 && before.owner === (state.owner?.id ?? null);
}

interface Settled extends Kept {
  readonly lead: ReadLead;
  readonly state: LeadState;
  readonly dueAt: number | null;
  /** Place of its newest fact. */
  readonly newest: number | undefined;
  readonly decided: readonly Fact[];
}

/** Decides until nothing follows any more; what was decided is among the facts then, and nothing else is kept. */
function settle(work: Work, { stored, before }: Kept): Settled {
  const facts: Fact[] = stored.map(plainFact);
  let newest = stored.at(-1)?.seq;
  const room = work.ground.room();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const history = historyOf(work, facts, work.now);
    const lead = readLead(facts, history, room, work.now);
    const state = foldedState(lead);
    const decided = appendFacts(work, decideOn(lead, state, facts, routingAt(work, work.now)));
    if (decided.length === 0) {
      const dueAt = nextDueOf(lead, state, facts);
      return { stored, before, lead, state, dueAt, newest, decided: facts.slice(stored.length) };
    }
    facts.push(...decided.map(plainFact));
    newest = decided.at(-1)?.seq;
  }
  throw new Error('decide did not come to rest');
}

/**
 * The lead as of `at` from facts alone; decides and stores nothing.
 * @param folded what the row says it was folded with: later versions and calendars are left out (FCT8)
 * @param stored what is in the database, where it has been read already
 */
export function stateOf(
  work: Work,
  leadId: string,
  at: number,
  folded?: Pick<LeadRow, 'knownVersion' | 'generation'>,
  stored: readonly StoredFact[] = factsOf(work, leadId),
): LeadState {
  return foldedState(readAt(work, leadId, at, folded, stored));
}

function readAt(
  work: Work,
  leadId: string,
  at: number,
  folded?: Pick<LeadRow, 'knownVersion' | 'generation'>,
  stored: readonly StoredFact[] = factsOf(work, leadId),
): ReadLead {
  const facts = factsHeldAt(stored.map(plainFact), leadId, at);
  const { history, room } = groundOf(work, folded?.generation ?? Infinity);
  const known = history.filter(({ version }) => version <= (folded?.knownVersion ?? Infinity));
  return readLead(facts, sinceHandOff(known, facts, at), room, at);
}

/** Versions in force since the first hand-off, the current one and those scheduled (FCT1). */
export function historyOf(work: Work, facts: readonly Fact[], at: number): History {
  return sinceHandOff(work.ground.history(), facts, at);
}

export function sinceHandOff(all: History, facts: readonly Fact[], at: number): History {
  const handedOff = facts.filter(({ kind }) => kind === 'handoff.opened').map((fact) => fact.at);
  const since = Math.min(at, ...handedOff);
  const first = all.findLastIndex(({ effectiveAt }) => effectiveAt <= since);
  return all.slice(Math.max(first, 0));
}

/** Few enough that whoever asks meanwhile hardly waits. */
const CHECKED_AT_ONCE = 100;

/**
 * Leads whose row, or what is kept of them for reports, is not what their facts fold to at its own instant
 * (FCT8): none, or a bug. A page of them, by id.
 */
export function refoldCheck(
  work: Work,
  { after }: { readonly after: string } = { after: '' },
): { readonly checked: number; readonly differing: readonly string[]; readonly next: string | null } {
  const rows = selectRows(work).all({ after });
  const differing = rows.filter((row) => {
    const state = stateOf(work, row.id, row.evaluatedAt, row);
    const folded = projectionOf(state, definitionsOf(work, state));
    return JSON.stringify({ ...row, ...folded }) !== JSON.stringify(row) || !isKeptRight(work, row.id);
  });
  const next = rows.length < CHECKED_AT_ONCE ? null : (rows.at(-1)?.id ?? null);
  return { checked: rows.length, differing: differing.map(({ id }) => id), next };
}

function isKeptRight(work: Work, id: string): boolean {
  const kept = selectReport(work).get({ id });
  if (kept === undefined) return true;
  const lead = readAt(work, id, kept.evaluatedAt, kept);
  return isKeptAs(work, kept, { lead, state: foldedState(lead) });
}

const selectRows = prepared((db) =>
  db
    .select()
    .from(schema.leads)
    .where(gt(schema.leads.id, sql.placeholder('after')))
    .orderBy(asc(schema.leads.id))
    .limit(CHECKED_AT_ONCE)
    .prepare(),
);

const selectReport = prepared((db) =>
  db
    .select()
    .from(schema.leadReports)
    .where(eq(schema.leadReports.leadId, sql.placeholder('id')))
    .prepare(),
);
