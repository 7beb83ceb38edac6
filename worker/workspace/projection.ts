/** The row, the keys and the due instant kept of a lead's fold: what lists, scopes and alarms read. */
import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { identityKeys } from '../../shared/lead/identity.ts';
import type { LeadState } from '../../shared/lead/state.ts';
import { earliest } from '../../shared/time.ts';
import { accountTouched } from './leads/accounts.ts';
import { addressHash } from './leads/addressHash.ts';
import { newestOf } from './leads/facts.ts';
import { keepKeys } from './leads/leadKeys.ts';
import { generationOf } from './sync/generations.ts';
import { insertMany } from './insertMany.ts';
import { projectionOf, type LeadRow } from './leads/leadRow.ts';
import { prepared } from './agreement/prepared.ts';
import { dropForReports, type Folded, keepForReports, keepManyForReports } from './reports/reportKept.ts';
import * as schema from './schema.ts';
import { headOf, takeSeq, type Work } from './work.ts';

/**
 * Keeps the row, the keys the lead is found by, and the next instant it has to be looked at (CLK9):
 * when the row goes stale, or `dueAt`, when something must be decided (a return date, an escalation).
 */
export function keepProjection(
  work: Work,
  { lead, state }: Folded,
  dueAt: number | null,
  { before, newest }: { readonly before: LeadRow | undefined; readonly newest: number | undefined },
): void {
  keepForReports(work, { lead, state });
  const id = state.leadId;
  const changed = newest ?? newestOf(work, id) ?? headOf(work.db);
  const row = rowAfter(work, state, before, changed);
  const moved = before !== undefined && before.owner !== row.owner;
  const wakeAt = earliest([state.validUntil, dueAt]);
  if (before === undefined) upsertLead(work).run(row);
  else if (!keepChanged(work, before, row)) {
    keepDue(work, state, wakeAt);
    // A new version may ask for what was never counted.
    if (before.knownVersion !== row.knownVersion) accountTouched(work, before, row);
    return;
  }
  if (moved) {
    const departure = { seq: takeSeq(work), leadId: id, memberId: before.owner };
    work.db.insert(schema.departures).values(departure).run();
  }
  keepKeys(work, state);
  keepDue(work, state, wakeAt);
  accountTouched(work, before, row);
}

/** @param changed place of its newest fact */
export function rowAfter(
  work: Work,
  state: LeadState,
  before: LeadRow | undefined,
  changed: number,
): LeadRow {
  const seq = Math.max(changed, before?.seq ?? 0);
  const moved = before?.owner !== (state.owner?.id ?? null);
  const ownerSeq = before === undefined || moved ? changed : before.ownerSeq;
  // Looked at again without anything new, it has not changed.
  const changedAt = before?.seq === seq ? before.changedAt : work.now;
  return rowOf(work, state, { seq, ownerSeq, changedAt });
}

/** Only when it was looked at, and until when that holds: nothing was told and nothing came of it. */
export const INSTANTS: ReadonlySet<keyof LeadRow> = new Set([
  'evaluatedAt',
  'validUntil',
  'knownVersion',
  'generation',
]);

/**
 * Writes what differs and nothing else: every column named costs all the indexes it is in.
 * @returns whether more than its instants changed
 */
function keepChanged(work: Work, before: LeadRow, row: LeadRow): boolean {
  const changed = changedColumns(before, row);
  if (changed.length > 0) updateOf(changed)(work).run(row);
  return changed.some((name) => !INSTANTS.has(name));
}

export function changedColumns(before: LeadRow, row: LeadRow): readonly (keyof LeadRow)[] {
  return COLUMNS.filter((name) => before[name] !== row[name]);
}

// Every column is one of the row's, which TypeScript cannot follow.
const COLUMNS = Object.keys(getTableColumns(schema.leads)) as (keyof LeadRow)[];

type Update = { readonly run: (row: LeadRow) => unknown };
/** By the columns it writes: a handful, for what happens to leads is of few kinds. */
const updates = new Map<string, (work: Work) => Update>();

function updateOf(columns: readonly (keyof LeadRow)[]): (work: Work) => Update {
  const name = columns.join();
  const known = updates.get(name);
  if (known !== undefined) return known;
  const set = Object.fromEntries(columns.map((column) => [column, sql.placeholder(column)]));
  const update = prepared((db) =>
    db
      .update(schema.leads)
      .set(set)
      .where(eq(schema.leads.id, sql.placeholder('id')))
      .prepare(),
  );
  updates.set(name, update);
  return update;
}

/** The row as it is kept. */
export function keptRow(work: Work, id: string): LeadRow | undefined {
  return selectLead(work).get({ id });
}

const selectLead = prepared((db) =>
  db
    .select()
    .from(schema.leads)
    .where(eq(schema.leads.id, sql.placeholder('id')))
    .prepare(),
);

const deleteDue = prepared((db) =>
  db
    .delete(schema.clocks)
    .where(eq(schema.clocks.leadId, sql.placeholder('leadId')))
    .prepare(),
);

const upsertDue = prepared((db) =>
  db
    .insert(schema.clocks)
    .values({ leadId: sql.placeholder('leadId'), dueAt: sql.placeholder('dueAt') })
    .onConflictDoUpdate({ target: schema.clocks.leadId, set: { dueAt: sql`excluded.due_at` } })
    .prepare(),
);

const upsertLead = prepared((db) => {
  const each = <T>(value: (name: string) => T) =>
    Object.fromEntries(COLUMNS.map((name) => [name, value(name)]));
  const inserted = (name: string) =>
    sql.raw(`excluded.${name.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`);
  return (
    db
      .insert(schema.leads)
      // Every column is in it by its name, which TypeScript cannot follow.
      .values(each((name) => sql.placeholder(name)) as never)
      .onConflictDoUpdate({ target: schema.leads.id, set: each(inserted) })
      .prepare()
  );
});

/** Of the version the lead was folded by. */
export function definitionsOf(work: Work, { version, evaluatedAt }: LeadState): Definitions {
  const found = work.ground.history().find((one) => one.version === version);
  return (found ?? work.ground.inForce(evaluatedAt)).definitions;
}

function rowOf(work: Work, state: LeadState, kept: Pick<LeadRow, 'seq' | 'ownerSeq' | 'changedAt'>): LeadRow {
  return {
    ...projectionOf(state, definitionsOf(work, state)),
    ...kept,
    knownVersion: work.ground.history().reduce((most, { version }) => Math.max(most, version), 0),
    generation: generationOf(work),
  };
}

export interface NewProjection extends Folded {
  /** Of its newest fact. */
  readonly seq: number;
  readonly dueAt: number | null;
}

/** The same for leads nobody had a row of: a statement per table, however many they are. */
export function keepNewProjections(work: Work, fresh: readonly NewProjection[]): readonly LeadRow[] {
  const rows = fresh.map(({ state, seq }) => rowOf(work, state, { seq, ownerSeq: seq, changedAt: work.now }));
  insertMany(work, schema.leads, rows);
  keepManyForReports(work, fresh);
  const keys = fresh.flatMap(({ state }) =>
    identityKeys(state).map((key) => ({ key, leadId: state.leadId, hash: addressHash(work, key) })),
  );
  insertMany(work, schema.leadKeys, keys);
  const dues = fresh.flatMap(({ state, dueAt }) => {
    const wakeAt = earliest([state.validUntil, dueAt]);
    return wakeAt === null ? [] : [{ leadId: state.leadId, dueAt: notBeforeNow(work, wakeAt) }];
  });
  insertMany(work, schema.clocks, dues);
  for (const row of rows) accountTouched(work, undefined, row);
  return rows;
}

/** Takes away what is kept of a lead that no longer answers for itself; whoever sees it is told. */
export function dropProjection(work: Work, leadId: string): void {
  const before = work.db.select().from(schema.leads).where(eq(schema.leads.id, leadId)).get();
  work.db.delete(schema.leads).where(eq(schema.leads.id, leadId)).run();
  work.db.delete(schema.leadKeys).where(eq(schema.leadKeys.leadId, leadId)).run();
  work.db.delete(schema.clocks).where(eq(schema.clocks.leadId, leadId)).run();
  dropForReports(work, leadId);
  work.db
    .insert(schema.departures)
    .values({ seq: takeSeq(work), leadId, memberId: null })
    .run();
  accountTouched(work, before, undefined);
}

/** Sends a lead whole to everybody who sees it: facts came or went that are older than their cursor. */
export function sendWhole(work: Work, leadId: string): void {
  const seq = takeSeq(work);
  work.db
    .update(schema.leads)
    .set({ seq, ownerSeq: seq, changedAt: work.now })
    .where(eq(schema.leads.id, leadId))
    .run();
}

function keepDue(work: Work, state: LeadState, wakeAt: number | null): void {
  const { leadId } = state;
  if (wakeAt === null) deleteDue(work).run({ leadId });
  else upsertDue(work).run({ leadId, dueAt: notBeforeNow(work, wakeAt) });
}

/** Never at or before now: a lead that stays due would wake the object for ever. */
export function notBeforeNow(work: Work, wakeAt: number): number {
  return Math.max(wakeAt, work.now + 1);
}
