/**
 * What reports read of a lead, kept beside its row whenever it is folded (TGT4). Nothing else is folded
 * to answer a report, so its cost goes by what changed. It follows from the facts alone: throwing all of
 * it away costs one slow look.
 */
import { eq, inArray, sql } from 'drizzle-orm';
import type { ReadLead } from '../../../shared/lead/fold.ts';
import type { Room } from '../../../shared/lead/room.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { keptLead } from '../../../shared/target/keptLead.ts';
import { prepared } from '../agreement/prepared.ts';
import { generationOf } from '../sync/generations.ts';
import { type Packed, packed } from './packedLead.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

type Row = typeof schema.leadReports.$inferSelect;

/** A lead as it was just folded. */
export interface Folded {
  readonly lead: Pick<ReadLead, 'story'>;
  readonly state: LeadState;
}

/** Kept with the room and the versions that stand now. */
export function keepForReports(work: Work, { lead, state }: Folded): void {
  const row = rowOf(work, { lead, state });
  const before = selectKept(work).get({ id: row.leadId });
  upsertKept(work).run(row);
  note(work, row.leadId, before?.body, row.body);
}

/** The same of many; `known`: of leads that may have been kept before. */
export function keepManyForReports(
  work: Work,
  folded: readonly Folded[],
  known: 'new' | 'known' = 'new',
): void {
  const rows = folded.map((one) => rowOf(work, one));
  const before = known === 'new' ? new Map<string, string>() : bodiesOf(work, rows);
  for (const lot of lotsBySize(rows)) insertKept(work).run({ rows: JSON.stringify(lot) });
  for (const { leadId, body } of rows) note(work, leadId, before.get(leadId), body);
}

export function dropForReports(work: Work, leadId: string): void {
  work.db.delete(schema.leadReports).where(eq(schema.leadReports.leadId, leadId)).run();
  const cache = work.ground.reports();
  cache.dealsMoved = true;
  cache.touch(leadId);
}

/** Whether a fold with the same ground would be kept as this (FCT8); what is known to be stale is nobody's concern. */
export function isKeptAs(work: Work, row: Row, folded: Folded): boolean {
  const [people] = JSON.parse(row.body) as Packed;
  const movedAt = movesOf(work);
  const hasMoved = ['', ...people].some((member) => (movedAt.get(member) ?? 0) > row.roomSeq);
  return hasMoved || bodyOf(folded, work.ground.room()) === row.body;
}

/** By member; of the empty name: of everybody. */
export function movesOf({ db }: Pick<Work, 'db'>): ReadonlyMap<string, number> {
  const moves = selectMoves({ db }).all();
  return new Map(moves.map(({ member, seq }) => [member, seq]));
}

const selectMoves = prepared((db) => db.select().from(schema.roomMoves).prepare());

function bodyOf({ lead, state }: Folded, room: Room): string {
  return JSON.stringify(packed(keptLead(lead, state), peopleIn(lead, room)));
}

function rowOf(work: Work, folded: Folded): Row {
  const { leadId, evaluatedAt, validUntil } = folded.state;
  return {
    leadId,
    evaluatedAt,
    // Never at or before the instant it was looked at: it would be looked at for ever.
    validUntil: validUntil === null ? null : Math.max(validUntil, evaluatedAt + 1),
    knownVersion: newestVersion(work),
    generation: generationOf(work),
    roomSeq: work.ground.workspace()?.roomSeq ?? 0,
    body: bodyOf(folded, work.ground.room()),
  };
}

export function newestVersion(work: Work): number {
  return work.ground.history().reduce((most, { version }) => Math.max(most, version), 0);
}

/** Members a fold looks up: whoever did something to the lead, and whoever had it. */
function peopleIn({ story }: Folded['lead'], room: Room): readonly string[] {
  const told = new Set(story.facts.map(({ actor }) => actor));
  for (const fact of story.facts)
    if ((fact.kind === 'owner.assigned' || fact.kind === 'owner.routed') && fact.body.owner !== null)
      told.add(fact.body.owner);
  return room.members.flatMap(({ id }) => (told.has(id) ? [id] : []));
}

/** Reports that had the lead as it was before are told. */
function note(work: Work, leadId: string, before: string | undefined, after: string): void {
  const cache = work.ground.reports();
  cache.stirred += 1;
  if (before === after) return;
  if (hasDeal(before) || hasDeal(after)) cache.dealsMoved = true;
  cache.touch(leadId);
}

function hasDeal(body: string | undefined): boolean {
  return body?.includes('"deal.changed"') === true;
}

const selectKept = prepared((db) =>
  db
    .select({ body: schema.leadReports.body })
    .from(schema.leadReports)
    .where(eq(schema.leadReports.leadId, sql.placeholder('id')))
    .prepare(),
);

const KEYS = [
  'leadId',
  'evaluatedAt',
  'validUntil',
  'knownVersion',
  'generation',
  'roomSeq',
  'body',
] as const satisfies readonly (keyof Row)[];

const columnOf = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const upsertKept = prepared((db) =>
  db
    .insert(schema.leadReports)
    // Every column is in it by its name, which TypeScript cannot follow.
    .values(Object.fromEntries(KEYS.map((key) => [key, sql.placeholder(key)])) as never)
    .onConflictDoUpdate({
      target: schema.leadReports.leadId,
      set: Object.fromEntries(KEYS.slice(1).map((key) => [key, sql.raw(`excluded.${columnOf(key)}`)])),
    })
    .prepare(),
);

const insertKept = prepared((db) =>
  db
    .insert(schema.leadReports)
    .select(
      sql`select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
          from json_each(${sql.placeholder('rows')}) where true`,
    )
    .onConflictDoUpdate({
      target: schema.leadReports.leadId,
      set: Object.fromEntries(KEYS.slice(1).map((key) => [key, sql.raw(`excluded.${columnOf(key)}`)])),
    })
    .prepare(),
);

/** A value of the database may have 2 MB; quotes within a text take a sign more each. */
const LOT_LENGTH = 500_000;

function* lotsBySize(rows: readonly Row[]): Generator<readonly (string | number | null)[][]> {
  let lot: (string | number | null)[][] = [];
  let length = 0;
  for (const row of rows) {
    if (length > 0 && length + row.body.length > LOT_LENGTH) {
      yield lot;
      [lot, length] = [[], 0];
    }
    lot.push(KEYS.map((key) => row[key]));
    length += row.body.length;
  }
  if (lot.length > 0) yield lot;
}

function bodiesOf(work: Work, rows: readonly Row[]): ReadonlyMap<string, string> {
  const { leadReports } = schema;
  const ids = JSON.stringify(rows.map(({ leadId }) => leadId));
  const known = work.db
    .select({ id: leadReports.leadId, body: leadReports.body })
    .from(leadReports)
    .where(inArray(leadReports.leadId, sql`(select value from json_each(${ids}))`))
    .all();
  return new Map(known.map(({ id, body }) => [id, body]));
}
