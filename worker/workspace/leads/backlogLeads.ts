/** The leads that wait without a hand-off (TRI2), as rows: which a plan covers, how many there are. */
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { memberOf } from '../../../shared/lead/memberAt.ts';
import type { BacklogFilter } from '../../../shared/protocol/backlog.ts';
import { isHandedOver, isLastStage } from '../../../shared/stage/order.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const { leads } = schema;

/** `sql` so that the partial index serves: a bound value would not prove it. */
export const IN_BACKLOG = sql`${leads.backlog} = 1`;

/** Those that a release hands off: at the hand-off stage or beyond, and not at the last one. */
export function releasable(work: Work, filter: BacklogFilter = {}): SQL | undefined {
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

/** By the index of the backlog alone, however many leads there are beside it. */
export function countBy(
  work: Work,
  column: typeof leads.stage | typeof leads.owner,
  where: SQL | undefined,
): { id: string | null; leads: number }[] {
  return work.db.all(
    sql`select ${column} as id, count(*) as leads from leads indexed by leads_backlog
        where ${where ?? IN_BACKLOG} group by 1 order by 1`,
  );
}

/** Who could be given leads through the routes of the agreement: here, and not away. */
export function takers(work: Work): readonly string[] {
  const { definitions } = work.ground.inForce(work.now);
  const teams = new Set(definitions.routes.map(({ team }) => team));
  const room = work.ground.room();
  return room.members
    .map((member) => memberOf(room, member, work.now))
    .filter(({ team, active, awayUntil }) => team !== null && teams.has(team) && active && awayUntil === null)
    .map(({ id }) => id);
}
