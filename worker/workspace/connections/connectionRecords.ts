/**
 * Which record of theirs is which lead or fact here, and what it said when it was last read or written. A
 * record that says the same again is no news, whoever wrote it: so our own writes never come back.
 */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { Ref } from '../../connectors/connector.ts';
import { holderOf } from '../leads/merged.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const { connectionRecords } = schema;
export type KnownRecord = typeof connectionRecords.$inferSelect;
export type Said = KnownRecord['said'];

function isOf(connectionId: string, { object, id }: Ref) {
  const { connectionId: connection, object: kind, recordId } = connectionRecords;
  return and(eq(connection, connectionId), eq(kind, object), eq(recordId, id));
}

/** A person's record is one lead; an activity or deal may be a fact on several. */
export function recordsOf(work: Work, connectionId: string, ref: Ref): readonly KnownRecord[] {
  return work.db.select().from(connectionRecords).where(isOf(connectionId, ref)).all();
}

export function keepRecord(
  work: Work,
  connectionId: string,
  { object, id }: Ref,
  leadId: string,
  { said, factId = null }: { readonly said: Said; readonly factId?: string | null },
): void {
  const row = { connectionId, object, recordId: id, leadId, said, factId };
  const { connectionId: c, object: o, recordId: r, leadId: l } = connectionRecords;
  work.db
    .insert(connectionRecords)
    .values(row)
    .onConflictDoUpdate({ target: [c, o, r, l], set: { said, factId } })
    .run();
}

export function forgetRecord(work: Work, connectionId: string, ref: Ref): void {
  work.db.delete(connectionRecords).where(isOf(connectionId, ref)).run();
}

/** The leads these people are here, each once, whatever they were merged into since. */
export function leadsOf(work: Work, connectionId: string, people: readonly Ref[]): readonly string[] {
  const ids = people.flatMap((ref) => recordsOf(work, connectionId, ref).map(({ leadId }) => leadId));
  return [...new Set(ids.map((id) => holderOf(work, id)))];
}

/** The person's record a lead is over there; the first where two were merged here. */
export function personOf(work: Work, connectionId: string, ids: readonly string[]): KnownRecord | undefined {
  return personsOf(work, connectionId, ids)[0];
}

/** All of them: a person's own before one that only stands beside (a lead of an inbox), then by their ids. */
export function personsOf(work: Work, connectionId: string, ids: readonly string[]): readonly KnownRecord[] {
  return work.db
    .select()
    .from(connectionRecords)
    .where(
      and(
        eq(connectionRecords.connectionId, connectionId),
        sql`${connectionRecords.leadId} in (select value from json_each(${JSON.stringify(ids)}))`,
        sql`${connectionRecords.factId} is null`,
      ),
    )
    .orderBy(sql`${connectionRecords.object} = 'lead'`, connectionRecords.object, connectionRecords.recordId)
    .all();
}

/** What one of our facts became over there, where it was written. */
export function recordOfFact(work: Work, connectionId: string, factId: string): KnownRecord | undefined {
  return work.db
    .select()
    .from(connectionRecords)
    .where(
      and(
        isNotNull(connectionRecords.factId),
        eq(connectionRecords.factId, factId),
        eq(connectionRecords.connectionId, connectionId),
      ),
    )
    .get();
}

/** What of it is other than before; all of it for a record seen the first time, but what is empty. */
export function news(
  values: Readonly<Record<string, Scalar | null>>,
  before: Said | undefined,
): Readonly<Record<string, Scalar | null>> {
  return Object.fromEntries(
    Object.entries(values).filter(([field, value]) => !isSame(before?.[field] ?? null, value)),
  );
}

/** Some systems say a number as one, some as text. */
export function isSame(one: Scalar | null, other: Scalar | null): boolean {
  return one === null || other === null ? one === other : String(one) === String(other);
}
