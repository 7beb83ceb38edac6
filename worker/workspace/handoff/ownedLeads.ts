/** Leads somebody has in hand: handed off to them and not closed, with the clocks that run on each. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { LeadState } from '../../../shared/lead/state.ts';
import type { AbsenceResponse } from '../../../shared/protocol/absences.ts';
import { isHandedOver } from '../../../shared/stage/order.ts';
import { stateOf } from '../leads/refold.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const MOST = 2_000;

/** Oldest first. */
export function handedTo(work: Work, memberId: string): readonly LeadState[] {
  const { definitions } = work.ground.inForce(work.now);
  const stages = definitions.stages.filter(({ id }) => isHandedOver(definitions, id)).map(({ id }) => id);
  const { leads } = schema;
  return work.db
    .select({ id: leads.id })
    .from(leads)
    .where(
      and(
        eq(leads.owner, memberId),
        sql`${leads.stage} in (select value from json_each(${JSON.stringify(stages)}))`,
        eq(leads.backlog, false),
      ),
    )
    .orderBy(asc(leads.id))
    .limit(MOST)
    .all()
    .map(({ id }) => stateOf(work, id, work.now))
    .filter(({ handoffs }) => handoffs.at(-1)?.closed === null);
}

export function clocksOf({ leadId, clocks }: LeadState): AbsenceResponse['clocks'] {
  return clocks
    .filter(({ status }) => status === 'running' || status === 'breached' || status === 'paused')
    .map(({ id, kind, status, dueAt }) => ({ leadId, clock: id, kind, status, dueAt }));
}
