/**
 * Lists of leads from their rows (ACC2). A page begins after the last row of the one before, by the
 * values it was sorted by: leads that come, go or change elsewhere never shift it.
 */
import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  min,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import * as z from 'zod';
import {
  LEAD_SORTS,
  type ClockFilter,
  type LeadSort,
  type LeadsQuery,
  type LeadView,
} from '../../../shared/protocol/leads.ts';
import { memberOf } from '../../../shared/lead/memberAt.ts';
import { compareText, foldText } from '../../../shared/predicate/text.ts';
import { readReach } from '../../access.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { readPlace, writePlace } from '../place.ts';
import { type LeadRow, viewOf } from './leadRow.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

const { leads } = schema;
const MOST = 100;

/** The sort it belongs to, what it was sorted by, the lead's id. */
const Place = z.tuple([z.enum(LEAD_SORTS), z.int().nullable(), z.string().max(200)]);
type Place = z.infer<typeof Place>;

/** Rows in somebody's scope (ACC2). */
export function inScope(who: Pick<Who, 'role' | 'memberId'>): SQL | undefined {
  if (readReach(who.role) === 'all') return undefined;
  return or(eq(leads.owner, who.memberId), isNull(leads.owner));
}

export function listLeads(
  work: Work,
  who: Who,
  query: LeadsQuery,
): Outcome<{ leads: readonly LeadView[]; cursor: string | null }> {
  const { sort = 'id', cursor, limit = MOST } = query;
  const place = cursor === undefined ? undefined : readPlace(Place, cursor);
  if (cursor !== undefined && place?.[0] !== sort)
    return failure('bad-request', 'This cursor is none of this list. Leave it out to begin anew.', [
      { pointer: '/cursor', detail: 'unreadable, or of another sort' },
    ]);
  const filters = and(...filtersOf(work, query));
  const searched = query.text !== undefined;
  const rows = scopesOf(who)
    .flatMap((scope) => pageOf(work, sort, place, and(scope, filters), limit + 1, searched))
    .toSorted(orderOf(sort))
    .slice(0, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? writePlace(placeOf(sort, last)) : null;
  return done({ leads: page.map(viewOf), cursor: next });
}

/** Own leads and those without an owner are two walks of an index each; together they would be none. */
function scopesOf(who: Who): readonly (SQL | undefined)[] {
  if (readReach(who.role) === 'all') return [undefined];
  return [eq(leads.owner, who.memberId), isNull(leads.owner)];
}

/** As the database sorts a page. */
function orderOf(sort: LeadSort): (a: LeadRow, b: LeadRow) => number {
  const byId = (a: LeadRow, b: LeadRow) => compareText(a.id, b.id);
  switch (sort) {
    case 'id':
      return byId;
    case 'score':
      return (a, b) => b.score - a.score || byId(b, a);
    case 'updated':
      return (a, b) => a.seq - b.seq;
    case '-updated':
      return (a, b) => b.seq - a.seq;
    case 'due':
      // Infinity less itself is no number, and leaves it to the ids.
      return (a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || byId(a, b);
  }
}

export function filtersOf(work: Work, query: LeadsQuery): (SQL | undefined)[] {
  const { owner, team, text, updatedSince, backlog, optedOut, clock } = query;
  const is = (column: Parameters<typeof eq>[0], value: string | undefined) =>
    value === undefined ? undefined : eq(column, value);
  // Few leads have a deadline: their index is walked, not that of a stage, which would have to be sorted.
  const stage =
    query.sort === 'due' && query.stage !== undefined
      ? sql`+${leads.stage} = ${query.stage}`
      : is(leads.stage, query.stage);
  return [
    stage,
    is(leads.segment, query.segment),
    is(leads.persona, query.persona),
    is(leads.source, query.source),
    is(leads.campaign, query.campaign),
    is(leads.clockKind, query.clockKind),
    team === undefined
      ? undefined
      : sql`${leads.owner} in (select value from json_each(${membersOf(work, team)}))`,
    owner === 'none' ? isNull(leads.owner) : is(leads.owner, owner),
    backlog === undefined ? undefined : sql`${leads.backlog} = ${sql.raw(backlog === 'true' ? '1' : '0')}`,
    optedOut === undefined ? undefined : eq(leads.optedOut, optedOut === 'true'),
    clock === undefined ? undefined : clockIs(clock, work.now),
    text === undefined ? undefined : sql`instr(${leads.search}, ${foldText(text)}) > 0`,
    updatedSince === undefined ? undefined : gte(leads.seq, firstSince(work, updatedSince)),
  ];
}

/** As JSON: a team may have more people than a statement takes values. */
function membersOf({ ground, now }: Work, team: string): string {
  const room = ground.room();
  const inTeam = room.members.filter((member) => memberOf(room, member, now).team === team);
  return JSON.stringify(inTeam.map(({ id }) => id));
}

function clockIs(clock: ClockFilter, now: number): SQL | undefined {
  if (clock === 'none') return isNull(leads.clock);
  if (clock === 'at_risk') return and(eq(leads.clockStatus, 'running'), lte(leads.riskAt, now));
  return eq(leads.clockStatus, clock);
}

/** Places are taken in the order of time, so an instant is a place: whatever changed since lies after it. */
function firstSince(work: Work, at: number): number {
  const found = work.db
    .select({ seq: min(leads.seq) })
    .from(leads)
    .where(gte(leads.changedAt, at))
    .get();
  return found?.seq ?? Number.MAX_SAFE_INTEGER;
}

function placeOf(sort: LeadSort, { id, seq, score, dueAt }: LeadRow): Place {
  const value = { id: null, due: dueAt, score, updated: seq, '-updated': seq }[sort];
  return [sort, value, id];
}

function pageOf(
  work: Work,
  sort: LeadSort,
  place: Place | undefined,
  wanted: SQL | undefined,
  limit: number,
  searched: boolean,
): LeadRow[] {
  const [, value = null, id = ''] = place ?? [];
  // What is searched for is rare: reading all rows in their own order beats an index and a leap for each.
  const by = (column: typeof leads.id | typeof leads.seq | typeof leads.score | typeof leads.dueAt) =>
    searched ? sql`+${column}` : sql`${column}`;
  const rows = (after: SQL | undefined, most: number, ...order: SQL[]) =>
    work.db
      .select()
      .from(leads)
      .where(and(after, wanted))
      .orderBy(...order)
      .limit(most)
      .all();
  switch (sort) {
    case 'id':
      return rows(place && sql`${by(leads.id)} > ${id}`, limit, asc(by(leads.id)));
    case 'score':
      return rows(
        place && sql`(${by(leads.score)}, ${leads.id}) < (${value}, ${id})`,
        limit,
        desc(by(leads.score)),
        desc(leads.id),
      );
    case 'updated':
      return rows(place && sql`${by(leads.seq)} > ${value}`, limit, asc(by(leads.seq)));
    case '-updated':
      return rows(place && sql`${by(leads.seq)} < ${value}`, limit, desc(by(leads.seq)));
    case 'due': {
      const undated = place !== undefined && value === null;
      const after = place && sql`(${by(leads.dueAt)}, ${leads.id}) > (${value}, ${id})`;
      const dated = undated
        ? []
        : rows(and(isNotNull(by(leads.dueAt)), after), limit, asc(by(leads.dueAt)), asc(leads.id));
      if (dated.length === limit) return dated;
      const rest = and(isNull(leads.dueAt), undated ? sql`${leads.id} > ${id}` : undefined);
      return [...dated, ...rows(rest, limit - dated.length, asc(leads.id))];
    }
  }
}

/** These leads by their ids, of those one may see (ACC2). */
export function rowsListed(work: Work, who: Who, ids: readonly string[]): LeadView[] {
  // More of them than a statement takes values.
  const wanted = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  return work.db
    .select()
    .from(leads)
    .where(and(inArray(leads.id, wanted), inScope(who)))
    .orderBy(leads.id)
    .all()
    .map(viewOf);
}
