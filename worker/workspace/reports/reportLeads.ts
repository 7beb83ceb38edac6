/** Leads as reports read them: folded one by one from their facts, a few at a time (TGT4). */
import { asc, gt, sql } from 'drizzle-orm';
import { dealKeepers } from '../../../shared/target/deals.ts';
import { type ReportLead, reportLead } from '../../../shared/target/report.ts';
import type { KeepsDeal } from '../../../shared/target/scope.ts';
import { factsOf, factsOfMany } from '../leads/facts.ts';
import { holderOf } from '../leads/merged.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

/** Some 40 ms, and few enough calls for the 50 a request of the free plan may make. */
const AT_ONCE = 400;

export interface Lot {
  readonly leads: readonly ReportLead[];
  /** Where the next lot begins; null when this was the last. */
  readonly after: string | null;
}

export function lotAfter(work: Work, after: string, asOf: number): Lot {
  const ids = work.db
    .select({ id: schema.leads.id })
    .from(schema.leads)
    .where(gt(schema.leads.id, after))
    .orderBy(asc(schema.leads.id))
    .limit(AT_ONCE)
    .all()
    .map(({ id }) => id);
  const facts = factsOfMany(work, ids);
  const history = work.ground.history();
  const room = work.ground.room();
  const leads = ids.map((id) => reportLead(facts.get(id) ?? [], history, room, asOf));
  return { leads, after: ids.length < AT_ONCE ? null : (ids.at(-1) ?? null) };
}

/** Which lead keeps a deal of several (FCT3): only those few leads are read for it. */
export function keeperOfDeals(work: Work, asOf: number): KeepsDeal {
  const shared = work.db.all<{ leadId: string }>(
    sql`select distinct lead_id as leadId from facts where kind = 'deal.changed' and body ->> 'dealId' in (
          select body ->> 'dealId' from facts where kind = 'deal.changed'
          group by 1 having count(distinct lead_id) > 1)`,
  );
  if (shared.length === 0) return () => true;
  const history = work.ground.history();
  const room = work.ground.room();
  const ids = new Set(shared.map(({ leadId }) => holderOf(work, leadId)));
  const leads = [...ids].map((id) => reportLead(factsOf(work, id), history, room, asOf));
  return dealKeepers(leads);
}
