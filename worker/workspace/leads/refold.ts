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
import { announce } from '../handoff/announce.ts';
import { appendFacts, factsOf, plainFact, type StoredFact } from './facts.ts';
import { groundOf } from '../sync/generations.ts';
import { projectionOf, type LeadRow } from './leadRow.ts';
import { factsHeldAt } from './merged.ts';
import { definitionsOf, keepProjection, keptRow } from '../projection.ts';
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
  const { stored, before } = kept;
  const facts: Fact[] = stored.map(plainFact);
  let newest = stored.at(-1)?.seq;
  const room = work.ground.room();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const history = historyOf(work, facts, work.now);
    const lead = readLead(facts, history, room, work.now);
    const state = foldedState(lead);
    const decided = appendFacts(work, decideOn(lead, state, facts, routingAt(work, work.now)));
    if (decided.length === 0) {
      keepProjection(work, { lead, state }, nextDueOf(lead, state, facts), { before, newest });
      announce(work, { before, state, stored, decided: facts.slice(stored.length) });
      return state;
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
