/** The row, the keys and the due instant kept of a lead's fold: what lists, scopes and alarms read. */
import { and, eq, sql } from 'drizzle-orm';
import { identityKeys } from '../../shared/lead/identity.ts';
import type { ClockState, LeadState } from '../../shared/lead/state.ts';
import { earliest } from '../../shared/time.ts';
import * as schema from './schema.ts';
import type { LeadClock } from './schema.ts';
import { headOf, takeSeq, type Work } from './work.ts';

export type LeadRow = typeof schema.leads.$inferSelect;

/** What of the row follows from the state alone; the rest says when it was kept. */
export function projectionOf(state: LeadState): Omit<LeadRow, 'seq' | 'ownerSeq' | 'knownVersion'> {
  const { fields } = state;
  return {
    id: state.leadId,
    evaluatedAt: state.evaluatedAt,
    validUntil: state.validUntil,
    owner: state.owner?.id ?? null,
    name: textOf(fields['name']),
    company: textOf(fields['company']),
    source: state.source,
    stage: state.stage.id,
    score: state.score.shown,
    segment: state.segment,
    backlog: state.backlog,
    unrouted: state.owner === null && state.handoffs.some(({ closed }) => closed === null),
    clock: nearest(state.clocks),
  };
}

/**
 * Keeps the row, the keys the lead is found by, and the next instant it has to be looked at (CLK9):
 * when the row goes stale, or `dueAt`, when something must be decided (a return date, an escalation).
 */
export function keepProjection(work: Work, state: LeadState, dueAt: number | null): void {
  const id = state.leadId;
  const before = work.db.select().from(schema.leads).where(eq(schema.leads.id, id)).get();
  const next = projectionOf(state);
  const newest = work.db
    .select({ seq: sql<number>`max(seq)` })
    .from(schema.facts)
    .where(eq(schema.facts.leadId, id))
    .get();
  const changed = newest?.seq ?? headOf(work.db);
  const moved = before !== undefined && before.owner !== next.owner;
  const row: LeadRow = {
    ...next,
    seq: Math.max(changed, before?.seq ?? 0),
    ownerSeq: before === undefined || moved ? changed : before.ownerSeq,
    knownVersion: work.ground.history().reduce((most, { version }) => Math.max(most, version), 0),
  };
  work.db.insert(schema.leads).values(row).onConflictDoUpdate({ target: schema.leads.id, set: row }).run();
  if (moved) {
    const departure = { seq: takeSeq(work), leadId: id, memberId: before.owner };
    work.db.insert(schema.departures).values(departure).run();
  }
  keepKeys(work, state);
  keepDue(work, state, earliest([state.validUntil, dueAt]));
}

function keepKeys(work: Work, state: LeadState): void {
  const wanted = new Set(identityKeys(state));
  const kept = work.db
    .select({ key: schema.leadKeys.key })
    .from(schema.leadKeys)
    .where(eq(schema.leadKeys.leadId, state.leadId))
    .all();
  for (const { key } of kept) {
    if (wanted.delete(key)) continue;
    work.db
      .delete(schema.leadKeys)
      .where(and(eq(schema.leadKeys.leadId, state.leadId), eq(schema.leadKeys.key, key)))
      .run();
  }
  for (const key of wanted) work.db.insert(schema.leadKeys).values({ key, leadId: state.leadId }).run();
}

function keepDue(work: Work, state: LeadState, wakeAt: number | null): void {
  if (wakeAt === null) {
    work.db.delete(schema.clocks).where(eq(schema.clocks.leadId, state.leadId)).run();
    return;
  }
  // Never at or before now: a lead that stays due would wake the object for ever.
  const dueAt = Math.max(wakeAt, work.now + 1);
  work.db
    .insert(schema.clocks)
    .values({ leadId: state.leadId, dueAt })
    .onConflictDoUpdate({ target: schema.clocks.leadId, set: { dueAt } })
    .run();
}

function nearest(clocks: readonly ClockState[]): LeadClock | null {
  const open = clocks.filter(({ status }) => status === 'running' || status === 'breached');
  const first = open.toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity))[0];
  if (first === undefined) return null;
  const { id, kind, status, dueAt, riskAt } = first;
  return { id, kind, status, dueAt, riskAt };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
