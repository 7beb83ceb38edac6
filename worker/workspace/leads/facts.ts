/** Facts in and out of the database. They are only ever added (FCT2). */
import { asc, sql, type SQL } from 'drizzle-orm';
import type { Fact } from '../../../shared/lead/facts.ts';
import { idsOf } from './merged.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import { takeSeq, type Work } from '../work.ts';

/** A fact with its place in the workspace's counter. */
export type StoredFact = Fact & { readonly seq: number };

/**
 * Adds those whose id is new and returns them; a known id is left as it was, so a repeat is harmless.
 * One statement however many, because a statement takes 100 bound values at most.
 */
export function appendFacts(work: Work, wanted: readonly Fact[]): readonly StoredFact[] {
  if (wanted.length === 0) return [];
  const known = knownFacts(
    work,
    wanted.map(({ id }) => id),
  );
  const seen = new Set(known.keys());
  const fresh = wanted.filter(({ id }) => !seen.has(id) && seen.add(id));
  return addFacts(work, fresh);
}

/** Adds facts whose ids nobody has. */
export function addFacts(work: Work, fresh: readonly Fact[]): readonly StoredFact[] {
  if (fresh.length === 0) return [];
  const first = takeSeq(work, fresh.length);
  const stored = fresh.map((fact, index) => ({ ...fact, seq: first + index }));
  const rows = stored.map((fact) => [
    fact.seq,
    fact.id,
    fact.leadId,
    fact.at,
    fact.recordedAt,
    fact.actor,
    fact.observer,
    fact.kind,
    JSON.stringify(fact.body),
  ]);
  insertFacts(work).run({ rows: JSON.stringify(rows) });
  return stored;
}

const insertFacts = prepared((db) =>
  db
    .insert(schema.facts)
    .select(
      sql`select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
            value ->> 7, value ->> 8 from json_each(${sql.placeholder('rows')})`,
    )
    .prepare(),
);

/** Which of these ids are taken, and by which lead. */
export function knownFacts(work: Work, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = selectKnown(work).all({ ids: JSON.stringify(ids) });
  return new Map(rows.map(({ id, leadId }) => [id, leadId]));
}

const selectKnown = prepared((db) =>
  db
    .select({ id: schema.facts.id, leadId: schema.facts.leadId })
    .from(schema.facts)
    .where(sql`${schema.facts.id} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);

/** All facts of a lead, those of leads it absorbed among them (IDN3), in the order they were recorded. */
export function factsOf(work: Work, leadId: string): StoredFact[] {
  const ids = JSON.stringify(idsOf(work, leadId));
  return selectFacts(work).all({ ids }).map(factOfRow);
}

const selectFacts = prepared((db) =>
  db
    .select()
    .from(schema.facts)
    .where(sql`${schema.facts.leadId} in (select value from json_each(${sql.placeholder('ids')}))`)
    .orderBy(asc(schema.facts.seq))
    .prepare(),
);

/** Those of them recorded after a place. */
export function factsAfter(work: Work, leadId: string, seq: number): StoredFact[] {
  const ids = JSON.stringify(idsOf(work, leadId));
  return selectFactsAfter(work).all({ ids, seq }).map(factOfRow);
}

const selectFactsAfter = prepared((db) =>
  db
    .select()
    .from(schema.facts)
    .where(
      sql`${schema.facts.leadId} in (select value from json_each(${sql.placeholder('ids')}))
        and ${schema.facts.seq} > ${sql.placeholder('seq')}`,
    )
    .orderBy(asc(schema.facts.seq))
    .prepare(),
);

/** Place of the newest fact of a lead; null when it has none. */
export function newestOf(work: Work, leadId: string): number | null {
  return selectNewest(work).get({ ids: JSON.stringify(idsOf(work, leadId)) })?.seq ?? null;
}

const selectNewest = prepared((db) =>
  db
    .select({ seq: sql<number | null>`max(seq)` })
    .from(schema.facts)
    .where(sql`${schema.facts.leadId} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);

/** `factsOf` of several leads in one query: what long work reads. */
export function factsOfMany(work: Work, leadIds: readonly string[]): ReadonlyMap<string, StoredFact[]> {
  const { found, isMerged } = rowsOfMany(work, leadIds, storedFact);
  if (isMerged) for (const facts of found.values()) facts.sort((a, b) => a.seq - b.seq);
  return found;
}

/** The same for whoever only folds them: as they travel, in any order. */
export function plainFactsOfMany(work: Work, leadIds: readonly string[]): ReadonlyMap<string, Fact[]> {
  return rowsOfMany(work, leadIds, travellingFact).found;
}

function rowsOfMany<T>(work: Work, leadIds: readonly string[], read: (row: FactColumns) => T) {
  const holders = new Map(leadIds.flatMap((id) => idsOf(work, id).map((held) => [held, id] as const)));
  const found = new Map<string, T[]>(leadIds.map((id) => [id, []]));
  // As the columns are chosen, which drizzle's type of a row by place does not say.
  const rows = selectMany(work).values({ ids: JSON.stringify([...holders.keys()]) }) as unknown[][];
  for (const row of rows as FactColumns[]) found.get(holders.get(row[2]) ?? '')?.push(read(row));
  return { found, isMerged: holders.size > leadIds.length };
}

const selectMany = prepared((db) => {
  const { seq, id, leadId, at, recordedAt, actor, observer, kind, body } = schema.facts;
  return db
    .select({ seq, id, leadId, at, recordedAt, actor, observer, kind, body })
    .from(schema.facts)
    .where(sql`${leadId} in (select value from json_each(${sql.placeholder('ids')}))`)
    .orderBy(asc(leadId), asc(seq))
    .prepare();
});

type Row = typeof schema.facts.$inferSelect;
type FactColumns = [
  seq: number,
  id: string,
  leadId: string,
  at: number,
  recordedAt: number,
  actor: string,
  observer: Row['observer'],
  kind: Row['kind'],
  body: string,
];

/** Rows of a lead's facts. */
export function ofLead(work: Work, leadId: string): SQL {
  const [id, ...absorbed] = idsOf(work, leadId);
  return absorbed.length === 0
    ? sql`${schema.facts.leadId} = ${id}`
    : sql`${schema.facts.leadId} in (select value from json_each(${JSON.stringify([id, ...absorbed])}))`;
}

// Parsed when they were written; `kind` and `body` belong together since then.
function storedFact([seq, id, leadId, at, recordedAt, actor, observer, kind, body]: FactColumns): StoredFact {
  return { seq, id, leadId, at, recordedAt, actor, observer, kind, body: JSON.parse(body) } as StoredFact;
}

function travellingFact([, id, leadId, at, recordedAt, actor, observer, kind, body]: FactColumns): Fact {
  return { id, leadId, at, recordedAt, actor, observer, kind, body: JSON.parse(body) } as Fact;
}

export function factOfRow(row: typeof schema.facts.$inferSelect): StoredFact {
  // Parsed when it was written; `kind` and `body` belong together since then.
  const { seq, id, leadId, at, recordedAt, actor, observer, kind } = row;
  return { seq, id, leadId, at, recordedAt, actor, observer, kind, body: JSON.parse(row.body) } as StoredFact;
}

/** The fact as it travels and as it is folded. */
export function plainFact(stored: StoredFact): Fact {
  const { id, leadId, at, recordedAt, actor, observer, kind, body } = stored;
  // Named one by one, which is twice as fast; `kind` and `body` belong together.
  return { id, leadId, at, recordedAt, actor, observer, kind, body } as Fact;
}
