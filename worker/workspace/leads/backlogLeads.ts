/** The leads that wait without a hand-off (TRI2), as rows: which a plan covers, how many there are. */
import { and, eq, isNull, not, sql, type SQL } from 'drizzle-orm';
import { memberOf } from '../../../shared/lead/memberAt.ts';
import type { BacklogFilter, LeftOut } from '../../../shared/protocol/backlog.ts';
import { isHandedOver, isLastStage } from '../../../shared/stage/order.ts';
import * as schema from '../schema.ts';
import { type Closed, closedInBacklog } from './closedDeals.ts';
import type { Work } from '../work.ts';

const { leads } = schema;

/** `sql` so that the partial index serves: a bound value would not prove it. */
export const IN_BACKLOG = sql`${leads.backlog} = 1`;

/** At the hand-off stage or beyond, and not at the last one. */
export function goodEnough(work: Work, filter: BacklogFilter = {}): SQL | undefined {
  const { definitions } = work.ground.inForce(work.now);
  const stages = definitions.stages
    .filter(({ id }) => isHandedOver(definitions, id) && !isLastStage(definitions, id))
    .map(({ id }) => id);
  const { stage, segment, source, owner } = filter;
  return and(
    IN_BACKLOG,
    sql`${leads.stage} in (select value from json_each(${JSON.stringify(stages)}))`,
    stage === undefined ? undefined : eq(leads.stage, stage),
    segment === undefined ? undefined : eq(leads.segment, segment),
    source === undefined ? undefined : eq(leads.source, source),
    owner === undefined ? undefined : owner === 'none' ? isNull(leads.owner) : eq(leads.owner, owner),
  );
}

export interface Releasable {
  /** What a release hands off, by owner. */
  readonly owners: readonly Count[];
  readonly left: LeftOut;
}

/** Those good enough for sales: what is to be handed off, and what is left because its deals are over. */
export function releasable(work: Work, filter?: BacklogFilter): Releasable {
  const good = goodEnough(work, filter);
  const closed = [...closedInBacklog(work)];
  const among = (ids: readonly string[]) =>
    sql`${leads.id} in (select value from json_each(${JSON.stringify(ids)}))`;
  const leftAs = (how: Closed) => {
    const ids = closed.filter(([, one]) => one === how).map(([id]) => id);
    return ids.length === 0 ? 0 : sum(countBy(work, leads.stage, and(good, among(ids))));
  };
  const open = closed.length === 0 ? good : and(good, not(among(closed.map(([id]) => id))));
  return { owners: countBy(work, leads.owner, open), left: { won: leftAs('won'), lost: leftAs('lost') } };
}

export interface Count {
  readonly id: string | null;
  readonly leads: number;
}

export const sum = (counts: readonly Count[]) => counts.reduce((total, one) => total + one.leads, 0);

/** By the index of the backlog alone, however many leads there are beside it. */
export function countBy(
  work: Work,
  column: typeof leads.stage | typeof leads.owner,
  where: SQL | undefined,
): Count[] {
  return work.db.all(
    sql`select ${column} as id, count(*) as leads from leads indexed by leads_backlog
        where ${where ?? IN_BACKLOG} group by 1 order by 1`,
  );
}

/** Who could be given leads through the routes of the agreement: here, and not away. */
export function takers(work: Work): readonly string[] {
  const { definitions } = work.ground.inForce(work.now);
  const teams = new Set(definitions.routes.map(({ team }) => team));
  const named = new Set(definitions.routes.map(({ member }) => member));
  const room = work.ground.room();
  return room.members
    .map((member) => memberOf(room, member, work.now))
    .filter(({ id, team }) => named.has(id) || (team !== null && teams.has(team)))
    .filter(({ active, awayUntil }) => active && awayUntil === null)
    .map(({ id }) => id);
}
